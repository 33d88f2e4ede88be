// Cuts the fonts of other scripts, which the worker fetches only when a text
// needs them: Hebrew, Arabic, Thai and Devanagari as a file each, Chinese,
// Japanese and Korean in the chunks of Fontsource, which go by how often
// characters are used together. Beside the chunks of each family lies a list:
// one line a chunk, its number and its characters. The results are checked in;
// run this again only to change them: `node scripts/more-fonts.mjs`.

import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main, must, step } from './say.mjs';
import { root } from './tools.mjs';

const PACKAGES = {
  'subset-font': '2.9.0',
  '@expo-google-fonts/vazirmatn': '0.4.1',
  '@expo-google-fonts/noto-sans-hebrew': '0.4.1',
  '@expo-google-fonts/noto-sans-thai': '0.4.2',
  '@expo-google-fonts/noto-sans-devanagari': '0.4.1',
  '@fontsource/noto-sans-jp': '5.3.0',
  '@fontsource/noto-sans-kr': '5.3.0',
  '@fontsource/noto-sans-sc': '5.3.0',
  '@fontsource/noto-sans-tc': '5.3.0',
};

// With what a line in the script needs around it: digits, brackets, joiners.
const SHARED = [[0x20, 0x7e], [0xa0, 0xa0], [0x200c, 0x200f], [0x2013, 0x2014], [0x2018, 0x201d], [0x2022, 0x2022], [0x25cc, 0x25cc]];
const SCRIPTS = {
  // A glyph a letter. Noto's are made of strokes and dots, which readers of
  // the file take apart. Of the presentation forms only what people type.
  arabic: { from: 'vazirmatn', file: 'Vazirmatn', ranges: [[0x600, 0x6ff], [0x750, 0x77f], [0x8a0, 0x8ff], [0xfdf0, 0xfdfd]] },
  hebrew: { from: 'noto-sans-hebrew', file: 'NotoSansHebrew', ranges: [[0x591, 0x5f4], [0xfb1d, 0xfb4f]] },
  thai: { from: 'noto-sans-thai', file: 'NotoSansThai', ranges: [[0xe01, 0xe5b]] },
  devanagari: { from: 'noto-sans-devanagari', file: 'NotoSansDevanagari', ranges: [[0x900, 0x97f], [0x1cd0, 0x1cf9], [0xa8e0, 0xa8ff]] },
};

const EAST = ['jp', 'kr', 'sc', 'tc'];
// Ideographs, kana, hangul and the signs set with them; no emoji, no Latin.
const EASTERN = [[0x2e80, 0x2fdf], [0x3000, 0x33ff], [0x3400, 0x4dbf], [0x4e00, 0x9fff], [0xac00, 0xd7a3], [0xf900, 0xfaff], [0xfe30, 0xfe4f], [0xff00, 0xffef], [0x20000, 0x323af]];

const within = (code, ranges) => ranges.some(([from, to]) => code >= from && code <= to);

function characters(ranges) {
  let text = '';
  for (const [from, to] of ranges) for (let code = from; code <= to; code++) text += String.fromCodePoint(code);
  return text;
}

/** "U+4e00,U+4e03-4e05" */
function codes(list) {
  return list.split(',').flatMap((part) => {
    const [from, to = from] = part.replace('U+', '').split('-').map((code) => parseInt(code, 16));
    return Array.from({ length: to - from + 1 }, (_, at) => from + at);
  });
}

await main(async () => {
  const scratch = process.env.FONT_PACKAGES ?? mkdtempSync(join(tmpdir(), 'cv-review-fonts-'));
  const out = join(root, 'assets', 'fonts', 'more');
  try {
    if (!process.env.FONT_PACKAGES) {
      writeFileSync(join(scratch, 'package.json'), JSON.stringify({ private: true, dependencies: PACKAGES }));
      await step('font packages (300 MB)', () =>
        must('npm could not fetch the font packages. Is the network up?', 'npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: scratch }),
      );
    }
    const from = createRequire(join(scratch, 'package.json'));
    const subset = from('subset-font');
    rmSync(out, { recursive: true, force: true });
    mkdirSync(out, { recursive: true });
    const cut = (font, text, keepFeatures) =>
      subset(font, text, { targetFormat: 'truetype', noHinting: true, keepFeatures, dropTables: ['STAT', 'gasp', 'BASE', 'vhea', 'vmtx', 'VORG'] });

    for (const [script, { from: name, file, ranges }] of Object.entries(SCRIPTS)) {
      const home = join(scratch, 'node_modules', '@expo-google-fonts', name);
      const whole = readFileSync(join(home, '400Regular', `${file}_400Regular.ttf`));
      // Joining, marks and the ligatures that the script cannot do without.
      const font = await subset(whole, characters([...ranges, ...SHARED]), {
        targetFormat: 'truetype', noHinting: true, dropTables: ['STAT', 'gasp', 'BASE'],
      });
      writeFileSync(join(out, `${script}.ttf`), font);
      writeFileSync(join(out, `LICENSE-${script}.txt`), readFileSync(join(home, 'LICENSE_FONT')));
      process.stdout.write(`  ${script}.ttf: ${font.length} bytes of ${whole.length}\n`);
    }

    for (const family of EAST) {
      const home = join(scratch, 'node_modules', '@fontsource', `noto-sans-${family}`);
      const chunks = JSON.parse(readFileSync(join(home, 'unicode.json'), 'utf8'));
      const lines = [];
      let total = 0;
      for (const [key, list] of Object.entries(chunks)) {
        const name = key.replace(/\W/g, '');
        if (!/^\d+$/.test(name)) continue; // "latin" and the like: the families have those
        const text = String.fromCodePoint(...codes(list).filter((code) => within(code, EASTERN)));
        if (text === '') continue;
        const font = await cut(readFileSync(join(home, 'files', `noto-sans-${family}-${name}-400-normal.woff2`)), text, []);
        writeFileSync(join(out, `${family}-${name}.ttf`), font);
        total += font.length;
        lines.push(`${name} ${text}\n`);
      }
      writeFileSync(join(out, `${family}.txt`), lines.join(''));
      writeFileSync(join(out, `LICENSE-${family}.txt`), readFileSync(join(home, 'LICENSE')));
      process.stdout.write(`  ${family}: ${lines.length} chunks, ${total} bytes\n`);
    }
  } finally {
    if (!process.env.FONT_PACKAGES) rmSync(scratch, { recursive: true, force: true });
  }
});
