// Cuts the fonts that exports are set in: whole TrueType files from pinned npm
// packages, reduced to the scripts of assets/fonts/README.md, without hints.
// The results are checked in, so that a clone builds with cargo alone; run
// this again only to change them: `node scripts/fonts.mjs`.

import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main, must, step } from './say.mjs';
import { root } from './tools.mjs';

const PACKAGES = {
  'subset-font': '2.9.0', // HarfBuzz as wasm: no Python, no compiler
  '@expo-google-fonts/source-sans-3': '0.4.1',
  '@expo-google-fonts/source-serif-4': '0.4.1',
  '@expo-google-fonts/noto-sans-symbols-2': '0.4.1',
};

const FAMILIES = {
  sans: { from: '@expo-google-fonts/source-sans-3', file: 'SourceSans3' },
  serif: { from: '@expo-google-fonts/source-serif-4', file: 'SourceSerif4' },
};

const STYLES = { regular: '400Regular', bold: '700Bold', italic: '400Regular_Italic' };

// Latin with its extensions and Vietnamese, Greek, Cyrillic, and the marks,
// punctuation, currencies, arrows and signs that CVs use.
const RANGES = [
  [0x0020, 0x007e],
  [0x00a0, 0x024f],
  [0x0259, 0x0259],
  [0x02b0, 0x036f],
  [0x0370, 0x03ff],
  [0x0400, 0x052f],
  [0x1e00, 0x1eff],
  [0x2000, 0x218f],
  [0x2190, 0x21ff],
  [0x2200, 0x22ff],
  [0x25a0, 0x27bf],
];

// Signs that CVs use as bullets, stars of a rating and icons of an address,
// and that the families lack: the fallback.
const SIGNS =
  '⁃∙⋆⌂⌨⏰⏱⏳■□▢▣▪▫▲△▴▵▶▷▸▹►▼▽▾▿◀◁◂◃◄◆◇◈○◉◌◎●◐◑◘◙◦◯◻◼◽◾★☆☎☏☐☑☒✁✂✆✇✈✉✌✍✎✏✐✓✔✕✖✗✘✙✚✛✜✝✞✢✣✤✥✦✧✩✪✫✬✭✮✯✰✱✲✳✴✵✶❂❍❏❐❑❒❖❘❙❚❥❧❯❱' +
  '➔➘➙➚➛➜➝➞➟➠➡➢➣➤➥➦➧➨➩➪➫➬➭➮➯➱➲➳➴➵➶➷➸➹➺➻➼➽➾⬛⬜⬝⬞⬟⬢⬤⭐⭑⭒🌍🌎🌏🌐🎓🏠🏢👤👥💬💻💼📄📅📈📌📍📎📖📚📞📧📱🔍🔗🔧🕮🕿🖁🖂🖃🖄🖅🖆🖥🖨🖷🚗';

// No ligatures and no alternates: one character, one glyph is what every
// reader of the file gets right.
const FEATURES = ['kern', 'mark', 'mkmk', 'ccmp', 'locl'];

function characters() {
  let text = '';
  for (const [from, to] of RANGES) for (let code = from; code <= to; code++) text += String.fromCodePoint(code);
  return text;
}

/**
 * The font under a name of its own. "Source" is a reserved name (OFL, 3): a
 * cut font is a modified version and may not carry it. The copyright stays.
 */
function renamed(font, family, style) {
  const count = font.readUInt16BE(4);
  const tables = [];
  for (let i = 0; i < count; i++) {
    const at = 12 + 16 * i;
    const start = font.readUInt32BE(at + 8);
    const tag = font.toString('latin1', at, at + 4);
    tables.push({ tag, data: font.subarray(start, start + font.readUInt32BE(at + 12)) });
  }
  const name = tables.find(({ tag }) => tag === 'name');
  const copyright = readName(name.data, 0);
  const label = { regular: 'Regular', bold: 'Bold', italic: 'Italic' }[style];
  const full = `CV Review ${family}`;
  name.data = nameTable({
    0: copyright,
    1: full,
    2: label,
    4: `${full} ${label}`,
    6: `CVReview${family}-${label}`,
    13: 'SIL Open Font License 1.1',
    14: 'https://openfontlicense.org',
  });

  const align = (n) => (n + 3) & ~3;
  const out = Buffer.alloc(tables.reduce((end, { data }) => end + align(data.length), 12 + 16 * count));
  font.copy(out, 0, 0, 12);
  let offset = 12 + 16 * count;
  tables.forEach(({ tag, data }, i) => {
    data.copy(out, offset);
    if (tag === 'head') out.writeUInt32BE(0, offset + 8);
    const at = 12 + 16 * i;
    out.write(tag, at, 'latin1');
    out.writeUInt32BE(checksum(out, offset, align(data.length)), at + 4);
    out.writeUInt32BE(offset, at + 8);
    out.writeUInt32BE(data.length, at + 12);
    offset += align(data.length);
  });
  const head = tables.findIndex(({ tag }) => tag === 'head');
  const headAt = out.readUInt32BE(12 + 16 * head + 8);
  out.writeUInt32BE((0xb1b0afba - checksum(out, 0, out.length)) >>> 0, headAt + 8);
  return out;
}

function checksum(bytes, from, length) {
  let sum = 0;
  for (let at = from; at < from + length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  return sum;
}

/** The Windows (UTF-16) entry of one name. */
function readName(table, id) {
  const strings = table.readUInt16BE(4);
  for (let i = 0; i < table.readUInt16BE(2); i++) {
    const at = 6 + 12 * i;
    if (table.readUInt16BE(at) !== 3 || table.readUInt16BE(at + 6) !== id) continue;
    const start = strings + table.readUInt16BE(at + 10);
    return Buffer.from(table.subarray(start, start + table.readUInt16BE(at + 8))).swap16().toString('utf16le');
  }
  return '';
}

function nameTable(names) {
  const entries = Object.entries(names);
  const header = Buffer.alloc(6 + 12 * entries.length);
  header.writeUInt16BE(entries.length, 2);
  header.writeUInt16BE(header.length, 4);
  const strings = [];
  let used = 0;
  entries.forEach(([id, text], i) => {
    const utf16 = Buffer.from(text, 'utf16le').swap16();
    [3, 1, 0x409, Number(id), utf16.length, used].forEach((value, k) => header.writeUInt16BE(value, 6 + 12 * i + 2 * k));
    strings.push(utf16);
    used += utf16.length;
  });
  return Buffer.concat([header, ...strings]);
}

await main(async () => {
  const scratch = mkdtempSync(join(tmpdir(), 'cv-review-fonts-'));
  try {
    writeFileSync(join(scratch, 'package.json'), JSON.stringify({ private: true, dependencies: PACKAGES }));
    await step('font packages', () =>
      must('npm could not fetch the font packages. Is the network up?', 'npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], {
        cwd: scratch,
      }),
    );
    const from = createRequire(join(scratch, 'package.json'));
    const subset = from('subset-font');
    const text = characters();
    const out = join(root, 'assets', 'fonts');
    mkdirSync(out, { recursive: true });
    for (const [family, { from: name, file }] of Object.entries(FAMILIES)) {
      const home = join(scratch, 'node_modules', ...name.split('/'));
      for (const [style, folder] of Object.entries(STYLES)) {
        const whole = readFileSync(join(home, folder, `${file}_${folder}.ttf`));
        const cut = await subset(whole, text, {
          targetFormat: 'truetype',
          keepFeatures: FEATURES,
          noHinting: true, // printers and screens of today ignore them; 10 KB in every PDF
          dropTables: ['STAT', 'gasp', 'BASE'],
        });
        const font = renamed(cut, family === 'sans' ? 'Sans' : 'Serif', style);
        writeFileSync(join(out, `${family}-${style}.ttf`), font);
        process.stdout.write(`  ${family}-${style}.ttf: ${font.length} bytes of ${whole.length}\n`);
      }
      writeFileSync(join(out, `LICENSE-${family}.txt`), readFileSync(join(home, 'LICENSE_FONT')));
    }
    const home = join(scratch, 'node_modules', '@expo-google-fonts', 'noto-sans-symbols-2');
    const whole = readFileSync(join(home, '400Regular', 'NotoSansSymbols2_400Regular.ttf'));
    const signs = await subset(whole, SIGNS, { targetFormat: 'truetype', keepFeatures: [], noHinting: true });
    writeFileSync(join(out, 'symbols.ttf'), signs);
    writeFileSync(join(out, 'LICENSE-symbols.txt'), readFileSync(join(home, 'LICENSE_FONT')));
    process.stdout.write(`  symbols.ttf: ${signs.length} bytes of ${whole.length}\n`);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
});
