// The last step of a build, run by Trunk on what it is about to put into
// dist/: names the worker's files by their content, and makes the pages that
// are only text, which need no script at all.

import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';

const stage = process.env.TRUNK_STAGING_DIR;
const pages = join(import.meta.dirname, '..', 'assets', 'pages');

/** Replaces exactly one place, or says that the page has changed. */
function replace(html, what, by) {
  const parts = html.split(what);
  if (parts.length !== 2) throw new Error(`index.html has ${parts.length - 1} times: ${what}`);
  return parts.join(by);
}

/** Trunk never hashes the worker's files; with their content in the name they can be cached for good. */
function nameWorker(html) {
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
  return replace(html, '/worker-start.js', `/worker-start-${hash}.js`);
}

/** A page of text in the frame of index.html: its first line is the title, as a comment. */
function textPage(html, name) {
  const text = readFileSync(join(pages, `${name}.html`), 'utf8');
  const title = text.match(/^<!-- (.+) -->\n/);
  if (!title) throw new Error(`assets/pages/${name}.html does not start with its title`);
  const [start, end] = ['<main id="main" tabindex="-1">', '</main>'];
  const main = html.slice(html.indexOf(start), html.indexOf(end) + end.length);
  let page = replace(html, main, `${start}${text.slice(title[0].length).trim()}${end}`);
  page = page.replace(/<title>.*<\/title>/, `<title>${title[1]}</title>`);
  page = page.replace(/<script[^>]*data-wasm[^>]*><\/script>|<noscript>.*<\/noscript>/g, '');
  return replace(page, `<a href="/${name}">`, `<a href="/${name}" aria-current="page">`);
}

/** Scripts as the browser needs them: without comments and long names inside. */
function minifyScripts() {
  for (const file of readdirSync(stage).filter((name) => name.endsWith('.js'))) {
    const path = join(stage, file);
    const { code } = transformSync(readFileSync(path, 'utf8'), { minify: true, format: 'esm', target: 'es2022' });
    writeFileSync(path, code);
  }
}

const index = join(stage, 'index.html');
const html = nameWorker(readFileSync(index, 'utf8'));
writeFileSync(index, html);
for (const file of readdirSync(pages)) {
  const name = file.replace(/\.html$/, '');
  writeFileSync(join(stage, file), textPage(html, name));
}
minifyScripts();
