// Joins the measuring script with the library that knows how browsers count
// (web-vitals), into one small file that is loaded only with consent.

import { join } from 'node:path';
import { main, must } from './say.mjs';
import { root } from './tools.mjs';

await main(() =>
  must('The measuring script could not be joined.', join(root, 'node_modules', '.bin', 'esbuild'), [
    'assets/vitals.js',
    '--bundle',
    '--minify',
    '--format=esm',
    '--target=es2022',
    '--legal-comments=none',
    '--outfile=target/scripts/vitals.js',
  ], { cwd: root }),
);
