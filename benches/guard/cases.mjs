// The guard sets as cases; for their form see tests/pipeline/guard/README.md.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export function cases(folder) {
  const later = ['fresh', 'third', 'fourth', 'fifth', 'sixth'];
  return [...read(folder, 'first'), ...later.flatMap((set) => read(join(folder, set), set))];
}

function read(folder, set) {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => ofFile(readFileSync(join(folder, name), 'utf8'), name.replace('.txt', ''), set));
}

function ofFile(text, file, set) {
  const lines = [];
  const found = [];
  for (const line of text.replace(/\n$/, '').split('\n')) {
    const planted = line.match(/^ {2}- ([a-z-]+): (.*)$/);
    const honest = line.match(/^ {2}\+(2?) (.*)$/);
    if (planted) found.push({ original: lines.slice(-1), marked: planted[2], kind: planted[1] });
    else if (honest) found.push({ original: lines.slice(honest[1] ? -2 : -1), marked: honest[2] });
    else lines.push(line);
  }
  const cv = lines.join('\n');
  const even = Number(file.slice(0, 2)) % 2 === 0;
  return found.map(({ original, marked, kind }, index) => {
    const pieces = kind ? marked.split(/[{}]/) : [marked];
    const places = [];
    let edit = '';
    pieces.forEach((piece, at) => {
      if (at % 2) places.push([edit.length, edit.length + piece.length]);
      edit += piece;
    });
    return { id: `${set}/${file}/${index}`, file, set, even, cv, original, marked, edit, planted: kind ? { kind, places } : undefined };
  });
}
