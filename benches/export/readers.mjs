// The words that pdf.js and PDFium find, for `npm run check:pdf`: the readers
// of Firefox and Chrome, which the tests do without (poppler, MuPDF and qpdf
// are in `npm test`).

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { must, run } from '../../scripts/say.mjs';
import { root } from '../../scripts/tools.mjs';
import { python } from './python.mjs';

const SAMPLES = join(root, 'tests', 'pipeline', 'export', 'samples');
const words = (text) => text.split(/\s+/).filter((word) => word && word !== '•');

/** The words of a sample, without the bullets of its lines. */
function wanted(sample) {
  const lines = readFileSync(join(SAMPLES, `${sample}.txt`), 'utf8').split('\n');
  return words(lines.map((line) => line.replace(/^- /, '')).join('\n'));
}

/** Page by page, without the page number that ends each of several. */
const joined = (pages) => pages.map((text, at) => text.trimEnd().replace(new RegExp(`\\s*${at + 1}/${pages.length}$`), '')).join('\n');

async function byPdfJs(path) {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0, useSystemFonts: false });
  const document = await task.promise;
  const pages = [];
  for (let at = 1; at <= document.numPages; at++) {
    const { items } = await (await document.getPage(at)).getTextContent();
    pages.push(items.map((item) => item.str + (item.hasEOL ? '\n' : '')).join(''));
  }
  await task.destroy();
  return joined(pages);
}

const SCRIPT = `import sys, json, pypdfium2
document = pypdfium2.PdfDocument(sys.argv[1])
print(json.dumps([page.get_textpage().get_text_range() for page in document]))`;

/** For files named by their sample ("engineer-Classic-A4.pdf"): one line each that differs. */
export async function readBack(files) {
  const program = await python('pypdfium2', 5);
  const complaints = [];
  let compared = 0;
  for (const file of files) {
    const sample = file.match(/([a-z]+)-[A-Z]\w+-(A4|Letter)\.pdf$/)?.[1];
    if (!sample || !existsSync(join(SAMPLES, `${sample}.txt`))) continue;
    const { out } = await run(program, ['-c', SCRIPT, file]);
    const found = { 'pdf.js': await byPdfJs(file), PDFium: joined(JSON.parse(out)) };
    for (const [reader, text] of Object.entries(found)) {
      const [a, b] = [wanted(sample), words(text)];
      const at = a.findIndex((word, index) => word !== b[index]);
      compared += 1;
      if (at >= 0 || a.length !== b.length) complaints.push(`${file}, ${reader}: ${b.length} words of ${a.length}; wanted "${a[at]}", found "${b[at]}"`);
    }
  }
  return { compared, complaints };
}
