// What a first visit downloads, against the budgets of the design.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { lastBuild } from './build.mjs';
import { Stop, main } from './say.mjs';
import { root } from './tools.mjs';

const KB = 1024;
/**
 * Bytes, compressed with brotli as Pages serves them (fonts are compressed
 * already). `aim` is the design's budget; `limit` is where we are, and may only
 * go down: a build over it fails. `shipped` is the limit where the standard
 * library could not be built lean (`lean.mjs`).
 */
const BUDGETS = {
  'first visit': { aim: 150 * KB, limit: 163 * KB, shipped: 163 * KB },
  'worker wasm': { aim: 900 * KB, limit: 1640 * KB, shipped: 1640 * KB },
};

const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

/** `[name, kind, bytes over the wire]` for what `index.html` loads before it is usable. */
function firstVisit(dist) {
  const files = readdirSync(dist);
  const named = (pattern) => files.find((file) => pattern.test(file));
  const parts = [
    ['index.html', 'html'],
    [named(/^styles-.*\.css$/), 'css'],
    ['boot.js', 'script'],
    [named(/^cv-review-.*\.js$/), 'script'],
    [named(/^cv-review-.*_bg\.wasm$/), 'wasm'],
    ['icon.svg', 'image'],
    // What index.html preloads; the rest comes only for letters that need it.
    ['fonts/ui/atkinson.woff2', 'font'],
    ['fonts/ui/newsreader-560.woff2', 'font'],
  ];
  return parts.map(([file, kind]) => {
    const bytes = readFileSync(join(dist, file));
    return [file, kind, kind === 'font' ? bytes.length : brotli(bytes)];
  });
}

export function checkSizes() {
  const dist = join(root, 'dist');
  const rows = firstVisit(dist);
  const worker = readdirSync(dist).find((file) => /^worker-.*_bg\.wasm$/.test(file));
  const sums = {
    'first visit': rows.reduce((sum, [, , bytes]) => sum + bytes, 0),
    'worker wasm': brotli(readFileSync(join(dist, worker))),
  };
  const kb = (bytes) => `${(bytes / KB).toFixed(1)} KB`.padStart(10);
  for (const [file, kind, bytes] of rows) process.stdout.write(`  ${kb(bytes)}  ${kind.padEnd(7)} ${file}\n`);
  const over = [];
  for (const [name, bytes] of Object.entries(sums)) {
    const { aim } = BUDGETS[name];
    const limit = lastBuild().lean ? BUDGETS[name].limit : BUDGETS[name].shipped;
    const missed = bytes > aim ? ', not reached' : '';
    process.stdout.write(`  ${kb(bytes)}  ${name}; limit ${limit / KB} KB, aim ${aim / KB} KB${missed}\n`);
    if (bytes > limit) over.push(`The ${name} is ${kb(bytes).trim()}, over its limit of ${limit / KB} KB.`);
  }
  if (over.length > 0) throw new Stop(over.join('\n'));
}

if (import.meta.filename === process.argv[1]) await main(async () => checkSizes());
