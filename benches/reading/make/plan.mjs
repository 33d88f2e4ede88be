// Which files are made: languages, styles and producers crossed so that each
// meets most of the others, with a third of the persons and a quarter of the
// styles held out for the report.

import { LATEX } from './latex.mjs';
import { languages } from './person.mjs';
import { styles } from './styles.mjs';

/** Styles that a producer sets in its own way. */
const SETS = {
  chromium: styles.map((style) => style.name),
  weasyprint: ['classic', 'plain', 'smallcaps', 'sidebar', 'sidebar-right', 'float-right', 'labels', 'table-ruled', 'spaced'],
  typst: ['classic', 'spaced', 'smallcaps', 'sidebar', 'sidebar-right', 'equal', 'table', 'table-ruled', 'plain'],
  pdflatex: ['classic', 'spaced', 'smallcaps', 'sidebar', 'sidebar-right', 'equal', 'table-ruled', 'plain', 'labels'],
  libreoffice: ['classic', 'plain', 'sidebar', 'sidebar-right', 'float-right', 'equal', 'labels', 'table', 'spaced'],
  'libreoffice-docx': ['classic', 'plain', 'sidebar', 'sidebar-right', 'float-right', 'labels', 'table', 'table-ruled'],
  own: ['classic'],
  'own-docx': ['classic'],
};
/** Files for each language. */
const COUNTS = { chromium: 7, weasyprint: 2, typst: 3, pdflatex: 4, libreoffice: 3, 'libreoffice-docx': 2, own: 1, 'own-docx': 1 };
/** Other programs that rewrite a file: another writer, the same page. */
const REWRITES = ['cairo', 'ghostscript', 'empty-password', 'rotated', 'mupdf'];

export function plan() {
  const files = [];
  let seed = 0;
  Object.keys(languages).forEach((language, nth) => {
    for (const [producer, count] of Object.entries(COUNTS)) {
      if (producer === 'pdflatex' && !LATEX.includes(language)) continue;
      if (producer.startsWith('own') && languages[language].right_to_left) continue;
      for (let index = 0; index < count; index += 1) {
        seed += 1;
        // WeasyPrint 57 maps glyphs from right to left to whole sentences: no reader gets words.
        if (producer === 'weasyprint' && languages[language].right_to_left) continue;
        // The fonts of our writer have no letters of East Asia; its certificate says so.
        if (producer === 'own' && languages[language].east) continue;
        const held = seed % 3 === 0;
        const sets = SETS[producer].map((name) => styles.find((style) => style.name === name)).filter((style) => held || !style.held);
        const style = sets[(nth * 5 + index * 3 + (held ? 1 : 0)) % sets.length];
        const ending = producer.endsWith('docx') ? 'docx' : 'pdf';
        files.push({ file: `${String(seed).padStart(3, '0')}-${language}-${style.name}-${producer.replace('-docx', '')}.${ending}`, language, producer, style: style.name, seed, held });
      }
    }
  });
  const base = files.filter((file) => ['chromium', 'typst', 'pdflatex'].includes(file.producer));
  REWRITES.forEach((rewrite, index) => {
    for (let copy = 0; copy < 3; copy += 1) {
      const from = base[(index * 13 + copy * 31 + 5) % base.length];
      files.push({ ...from, file: from.file.replace('.pdf', `-${rewrite}.pdf`), from: from.file, producer: rewrite });
    }
  });
  return files;
}
