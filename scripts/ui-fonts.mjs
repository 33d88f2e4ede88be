// Cuts the two faces of the page from pinned npm packages. The results are
// checked in; run this again only to change them: `node scripts/ui-fonts.mjs`.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main, must, step } from './say.mjs';
import { root } from './tools.mjs';

const PACKAGES = {
  'subset-font': '2.9.0', // HarfBuzz as wasm: no Python, no compiler
  '@fontsource-variable/newsreader': '5.3.0',
  '@fontsource-variable/atkinson-hyperlegible-next': '5.3.0',
};

const codes = (from, to) => Array.from({ length: to - from + 1 }, (_, at) => String.fromCharCode(from + at)).join('');
const ASCII = codes(0x20, 0x7e);
const PUNCTUATION = '\u00a0·–—‘’“”…•';
/** Texts of the user in other languages; fetched only when such a character is on screen. */
const EXTENDED = codes(0xa1, 0x17f).replace('·', '') + '€';

const FACES = [
  // Headings are ours and English: letters, figures and their marks.
  { out: 'newsreader-560', from: 'newsreader', part: 'latin', text: ASCII.replace(/[#$@\\^_`{|}~<>[\]=*%+]/g, '') + '’', axes: { wght: 560 } },
  { out: 'atkinson', from: 'atkinson-hyperlegible-next', part: 'latin', text: ASCII + PUNCTUATION, axes: { wght: { min: 400, max: 700 } } },
  { out: 'atkinson-latin1', from: 'atkinson-hyperlegible-next', part: 'latin', text: EXTENDED, axes: { wght: { min: 400, max: 700 } } },
  { out: 'atkinson-extended', from: 'atkinson-hyperlegible-next', part: 'latin-ext', text: EXTENDED, axes: { wght: { min: 400, max: 700 } } },
];

await main(async () => {
  const scratch = mkdtempSync(join(tmpdir(), 'cv-review-fonts-'));
  try {
    writeFileSync(join(scratch, 'package.json'), JSON.stringify({ private: true, dependencies: PACKAGES }));
    await step('font packages', () =>
      must('npm could not fetch the font packages. Is the network up?', 'npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: scratch }),
    );
    const subset = createRequire(join(scratch, 'package.json'))('subset-font');
    for (const { out, from, part, text, axes } of FACES) {
      const home = join(scratch, 'node_modules', '@fontsource-variable', from);
      const whole = readFileSync(join(home, 'files', `${from}-${part}-wght-normal.woff2`));
      const cut = await subset(whole, text, { targetFormat: 'woff2', variationAxes: axes, keepFeatures: ['kern', 'mark', 'ccmp'], noHinting: true });
      writeFileSync(join(root, 'assets', 'fonts', 'ui', `${out}.woff2`), cut);
      writeFileSync(join(root, 'assets', 'fonts', 'ui', `${from}.OFL.txt`), readFileSync(join(home, 'LICENSE')));
      process.stdout.write(`  ${out}.woff2: ${cut.length} bytes\n`);
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
});
