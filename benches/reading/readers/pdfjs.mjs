// pdf.js as most web pages use it: the text of each page, its line ends kept.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const home = join(import.meta.dirname, '..', 'node_modules', 'pdfjs-dist');

/** pdf.js wants what Node has from version 22 on. */
Promise.withResolvers ??= function withResolvers() {
  let settle;
  const promise = new this((resolve, reject) => {
    settle = { resolve, reject };
  });
  return { promise, ...settle };
};

export async function readWithPdfjs(path) {
  const { getDocument, VerbosityLevel } = await import(pathToFileURL(join(home, 'legacy', 'build', 'pdf.mjs')).href);
  const task = getDocument({ data: new Uint8Array(await readFile(path)), cMapUrl: `${home}/cmaps/`, cMapPacked: true, standardFontDataUrl: `${home}/standard_fonts/`, verbosity: VerbosityLevel.ERRORS });
  const file = await task.promise;
  let text = '';
  for (let number = 1; number <= file.numPages; number += 1) {
    const { items } = await (await file.getPage(number)).getTextContent();
    text += `${items.map((item) => (item.str ?? '') + (item.hasEOL ? '\n' : '')).join('')}\n`;
  }
  await task.destroy();
  return text;
}
