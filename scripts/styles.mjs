// Joins and shortens the style sheets into one file that Trunk names by its
// content.

import { join } from 'node:path';
import { main, must } from './say.mjs';
import { root } from './tools.mjs';

await main(() =>
  must('The style sheets could not be joined.', join(root, 'node_modules', '.bin', 'esbuild'), [
    'assets/styles/index.css',
    '--bundle',
    '--minify',
    '--external:/fonts/*',
    '--outfile=target/styles/styles.css',
  ], { cwd: root }),
);
