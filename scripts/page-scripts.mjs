// The two scripts beside the wasm: boot.js without its comments, since every
// first visit loads it, and the measuring script joined with the library that
// knows how browsers count (web-vitals), which is loaded only with consent.

import { join } from 'node:path';
import { main, must } from './say.mjs';
import { root } from './tools.mjs';

const esbuild = (source, ...more) =>
  must(`assets/${source} could not be shortened.`, join(root, 'node_modules', '.bin', 'esbuild'), [
    `assets/${source}`,
    '--minify',
    '--format=esm',
    '--target=es2022',
    '--legal-comments=none',
    `--outfile=target/scripts/${source}`,
    ...more,
  ], { cwd: root });

await main(async () => {
  await esbuild('boot.js');
  await esbuild('vitals.js', '--bundle');
});
