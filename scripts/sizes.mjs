// What the page downloads and when, against the budgets of the design.

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
  'first visit': { aim: 30 * KB, limit: 30 * KB, shipped: 30 * KB },
  // The design asks for 150 KB with the app in it.
  'app': { aim: 120 * KB, limit: 162 * KB, shipped: 181 * KB },
  'worker wasm': { aim: 900 * KB, limit: 1600 * KB, shipped: 1600 * KB },
};

const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

/** `[when, name, kind, bytes over the wire]` of every file that the page loads. */
function loaded(dist) {
  const files = readdirSync(dist);
  const named = (pattern) => files.find((file) => pattern.test(file));
  const parts = [
    // What index.html loads: with it the form can be used, and boot.js keeps
    // what is done.
    ['first visit', 'index.html', 'html'],
    ['first visit', named(/^styles-.*\.css$/), 'css'],
    ['first visit', 'boot.js', 'script'],
    ['first visit', 'icon.svg', 'image'],
    // What index.html preloads; the rest comes only for letters that need it.
    ['first visit', 'fonts/ui/atkinson.woff2', 'font'],
    ['first visit', 'fonts/ui/newsreader-560.woff2', 'font'],
    // What boot.js fetches at the first sign of use.
    ['app', named(/^cv-review-.*\.js$/), 'script'],
    ['app', named(/^cv-review-.*_bg\.wasm$/), 'wasm'],
    ['worker wasm', named(/^worker-.*_bg\.wasm$/), 'wasm'],
  ];
  return parts.map(([when, file, kind]) => {
    const bytes = readFileSync(join(dist, file));
    return [when, file, kind, kind === 'font' ? bytes.length : brotli(bytes)];
  });
}

export function checkSizes() {
  const dist = join(root, 'dist');
  const rows = loaded(dist);
  const sums = Object.fromEntries(
    Object.keys(BUDGETS).map((name) => [name, rows.reduce((sum, [when, , , bytes]) => sum + (when === name ? bytes : 0), 0)]),
  );
  const kb = (bytes) => `${(bytes / KB).toFixed(1)} KB`.padStart(10);
  for (const [, file, kind, bytes] of rows) process.stdout.write(`  ${kb(bytes)}  ${kind.padEnd(7)} ${file}\n`);
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
