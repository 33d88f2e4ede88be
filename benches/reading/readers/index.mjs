// Everybody who reads the set: `{ name: Map(file -> text) }`. A file that a
// reader cannot open is an empty text.

import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cache } from '../setup.mjs';
import { readWithPdfjs } from './pdfjs.mjs';

const exec = promisify(execFile);
const run = (program, args) => exec(program, args, { maxBuffer: 1 << 28, timeout: 600_000 });

/** Our reader: the objects that `examples/read` prints, by file. */
export async function ours(tools, paths, name = 'ours') {
  const out = join(cache, 'read', name);
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  for (let from = 0; from < paths.length; from += 200) await run(tools.read, ['--out', out, ...paths.slice(from, from + 200)]);
  return new Map(
    paths.map((path) => {
      const file = path.split('/').at(-1);
      try {
        return [file, JSON.parse(readFileSync(join(out, `${file}.json`), 'utf8'))];
      } catch {
        return [file, { text: '' }];
      }
    }),
  );
}

/** The fields that our rules find in another reader's text. */
export async function fieldsOf(tools, texts, name) {
  const folder = join(cache, 'read', `${name}-text`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const paths = [...texts].map(([file, text]) => {
    const path = join(folder, `${file}.txt`);
    writeFileSync(path, text);
    return path;
  });
  const found = await ours(tools, paths, name);
  return new Map([...found].map(([file, object]) => [file.slice(0, -4), object]));
}

async function each(paths, read) {
  const texts = new Map();
  for (const path of paths) texts.set(path.split('/').at(-1), await read(path).catch(() => ''));
  return texts;
}

export const peers = {
  poppler: (_, paths) => each(paths, async (path) => (await run('pdftotext', ['-enc', 'UTF-8', path, '-'])).stdout),
  'pdf.js': (_, paths) => each(paths, readWithPdfjs),
  MuPDF: (_, paths) => each(paths, async (path) => (await run('mutool', ['draw', '-q', '-F', 'txt', path])).stdout),
  PDFium: async (tools, paths) => {
    const { stdout } = await run(tools.python, [join(import.meta.dirname, 'pdfium.py'), ...paths]);
    return new Map(stdout.trim().split('\n').map((line) => JSON.parse(line)));
  },
};
