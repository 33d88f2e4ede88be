// The page as its user has it: what a first visit costs, how fast a dropped
// file and a keystroke become numbers, the longest task on the page's thread,
// memory over ten reviews, and Lighthouse. Beside it, in the same run, pdf.js
// alone on the same file, which is what every peer of ours loads and waits for.
//
//   npm run bench:page [-- --json FILE] [--runs 15] [--no-lighthouse]
//
// Times are of this machine; quote the ratios.

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { EXAMPLE, drops, firstVisit, keystrokes, memory, ownedTasks } from './measures.mjs';
import { startApp } from '../../tests/e2e/app.mjs';
import { SAMPLES } from '../../tests/e2e/samples.mjs';
import { Stop, main, step } from '../../scripts/say.mjs';
import { build } from '../../scripts/build.mjs';
import { ensureBrowser, ensureBuildTools } from '../../scripts/setup.mjs';
import { root, toolPath } from '../../scripts/tools.mjs';

const here = import.meta.dirname;
const option = (name, fallback) => {
  const index = process.argv.indexOf(`--${name}`);
  return index < 0 ? fallback : process.argv[index + 1];
};
const RUNS = Number(option('runs', 15));
const LIGHTHOUSE = !process.argv.includes('--no-lighthouse');

const kb = (bytes) => `${(bytes / 1024).toFixed(0)} KB`;
const ms = (value) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;

/** pdf.js and Lighthouse, from this folder's own lock file. */
async function peers() {
  if (existsSync(join(here, 'node_modules', 'pdfjs-dist', 'package.json'))) return;
  await step('pdf.js and Lighthouse', async () => {
    const done = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: here, encoding: 'utf8' });
    if (done.status !== 0) throw new Stop(`npm could not install the peers.\n${done.stderr}`);
  });
}

/** A page with pdf.js and nothing else, on this machine. */
function servePdfJs() {
  const types = { mjs: 'text/javascript', html: 'text/html', pdf: 'application/pdf' };
  const build = join(here, 'node_modules', 'pdfjs-dist', 'build');
  const files = {
    '/': join(here, 'pdfjs.html'),
    '/pdf.mjs': join(build, 'pdf.min.mjs'),
    '/pdf.worker.mjs': join(build, 'pdf.worker.min.mjs'),
  };
  const server = createServer((request, response) => {
    const file = files[request.url];
    if (!file) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': types[file.split('.').pop()] });
    return response.end(readFileSync(file));
  });
  const size = ['/pdf.mjs', '/pdf.worker.mjs'].reduce((sum, path) => sum + brotliCompressSync(readFileSync(files[path])).length, 0);
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve({ url: `http://127.0.0.1:${server.address().port}/`, size, close: () => server.close() })));
}

/** Lighthouse in a process of its own, on the page that is served. */
async function lighthouse(url) {
  const { chromium } = await ensureBrowser();
  const flags = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];
  const args = [join(here, 'node_modules', 'lighthouse', 'cli', 'index.js'), url, '--output=json', '--quiet', '--no-enable-error-reporting', `--chrome-flags=${flags.join(' ')}`];
  const done = spawnSync('node', args, { env: { ...process.env, PATH: toolPath(), CHROME_PATH: chromium }, encoding: 'utf8', maxBuffer: 1e8 });
  if (done.status !== 0) throw new Stop(`Lighthouse did not finish.\n${done.stderr.split('\n').slice(-8).join('\n')}`);
  const report = JSON.parse(done.stdout);
  const score = (name) => Math.round(report.categories[name].score * 100);
  const failed = Object.values(report.audits).filter(({ score: value, scoreDisplayMode }) => scoreDisplayMode === 'binary' && value === 0);
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    bestPractices: score('best-practices'),
    seo: score('seo'),
    lcpMs: report.audits['largest-contentful-paint'].numericValue,
    tbtMs: report.audits['total-blocking-time'].numericValue,
    cls: report.audits['cumulative-layout-shift'].numericValue,
    failed: failed.map(({ id }) => id),
  };
}

function print(figures) {
  const rows = [
    ['first visit until the form can be used', kb(figures.firstVisit.form), '30 KB', ''],
    ['  with the app', kb(figures.firstVisit.bytes), '150 KB', `pdf.js alone ${kb(figures.pdfjsBytes)}: ${(figures.firstVisit.bytes / figures.pdfjsBytes).toFixed(2)} of it`],
    ['requests; to others', `${figures.firstVisit.requests}; ${figures.firstVisit.foreign}`, '0 to others', ''],
    ['2-page PDF dropped to findings, median', ms(figures.drop.median), '150 ms', `pdf.js alone ${ms(figures.pdfjs.median)}: ${(figures.drop.median / figures.pdfjs.median).toFixed(2)} of it`],
    ['  95th percentile', ms(figures.drop.p95), '', `pdf.js alone ${ms(figures.pdfjs.p95)}`],
    ['keystroke to the new number, median', ms(figures.keystroke.median), '60 ms', `10,000 + 10,000 characters`],
    ['  main thread busy a keystroke, median', ms(figures.keystroke.busyMedian), '16 ms', ''],
    ['longest task on the page’s thread', ms(figures.longestTask.ms), '50 ms', figures.longestTask.during],
    ['memory after review 2 and 10', `${kb(figures.memory[1])} and ${kb(figures.memory.at(-1))}`, 'flat', `${(figures.memory.at(-1) / figures.memory[1]).toFixed(3)} of it`],
  ];
  const seen = figures.lighthouse;
  if (seen) {
    rows.push(['Lighthouse mobile', `${seen.performance} ${seen.accessibility} ${seen.bestPractices} ${seen.seo}`, '100 100 100 100', seen.failed.join(', ')]);
    rows.push(['  LCP, TBT, CLS', `${ms(seen.lcpMs)}, ${ms(seen.tbtMs)}, ${seen.cls.toFixed(3)}`, '1200 ms, 50 ms, 0', '']);
  }
  process.stdout.write(`\n${'what'.padEnd(44)}${'here'.padEnd(24)}${'aim'.padEnd(20)}beside\n`);
  for (const [what, here, aim, beside] of rows) process.stdout.write(`${what.padEnd(44)}${here.padEnd(24)}${aim.padEnd(20)}${beside}\n`);
}

await main(async () => {
  await build(await ensureBuildTools());
  await peers();
  const app = await startApp();
  const pdfjs = await servePdfJs();
  try {
    const file = join(SAMPLES, 'two-pages.pdf');
    const figures = { pdfjsBytes: pdfjs.size };
    figures.firstVisit = await step('first visit', () => firstVisit(app));
    figures.drop = await step('dropped file to findings', () => drops.ours(app, file, RUNS));
    figures.pdfjs = await step('the same file, pdf.js alone', () => drops.pdfjs(app.browser, pdfjs.url, file, RUNS));
    figures.keystroke = await step('keystrokes', () => keystrokes(app, RUNS));
    figures.longestTask = await step('longest task of a whole journey', () => ownedTasks(app, file));
    figures.memory = await step('ten reviews in a row', () => memory(app, EXAMPLE));
    if (LIGHTHOUSE) figures.lighthouse = await step('Lighthouse', () => lighthouse(`${app.url}/cv-review`));
    print(figures);
    const json = option('json');
    if (json) writeFileSync(json, `${JSON.stringify(figures, null, 2)}\n`);
  } finally {
    pdfjs.close();
    await app.close();
  }
});
