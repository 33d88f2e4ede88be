// Trunk never hashes the worker's files. This names them by their content, so
// that they can be cached for good, and writes the name into the page.

import { createHash } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const stage = process.env.TRUNK_STAGING_DIR;
const wasm = readFileSync(join(stage, 'worker_bg.wasm'));
const glue = readFileSync(join(stage, 'worker.js'));
const hash = createHash('sha256').update(wasm).update(glue).digest('hex').slice(0, 16);

renameSync(join(stage, 'worker_bg.wasm'), join(stage, `worker-${hash}_bg.wasm`));
renameSync(join(stage, 'worker.js'), join(stage, `worker-${hash}.js`));
rmSync(join(stage, 'worker_loader.js'), { force: true });
writeFileSync(
  join(stage, `worker-start-${hash}.js`),
  `import init from '/worker-${hash}.js';\nawait init({ module_or_path: '/worker-${hash}_bg.wasm' });\n`,
);

const page = join(stage, 'index.html');
const html = readFileSync(page, 'utf8');
const named = html.replace('/worker-start.js', `/worker-start-${hash}.js`);
if (named === html) throw new Error('index.html does not name /worker-start.js');
writeFileSync(page, named);
