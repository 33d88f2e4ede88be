// Time a file in Chromium: our worker as it is deployed, beside pdf.js in the
// same page, warmed up by one file: pdf.js as it does by itself, with a worker a
// file, and with a worker that is kept. Ours answers with text and found fields,
// pdf.js with text alone.

import { createServer } from 'node:http';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { build } from '../../../scripts/build.mjs';
import { ensureBuildTools } from '../../../scripts/setup.mjs';
import { root } from '../../../scripts/tools.mjs';

const RUNS = 5;
const READERS = ['ours', 'pdf.js', 'pdf.js, worker kept'];
const pdfjs = join(import.meta.dirname, '..', 'node_modules', 'pdfjs-dist');
const TYPES = { '.js': 'text/javascript', '.mjs': 'text/javascript', '.wasm': 'application/wasm', '.html': 'text/html', '.pdf': 'application/pdf' };

function serve(dist, paths) {
  const files = new Map(paths.map((path) => [path.split('/').at(-1), path]));
  const place = (url) => {
    if (url === '/') return join(import.meta.dirname, 'page.html');
    if (url === '/page.js') return join(import.meta.dirname, 'page.js');
    if (url.startsWith('/file/')) return files.get(url.slice(6));
    if (url.startsWith('/pdfjs/')) return join(pdfjs, url.slice(7));
    return join(dist, url);
  };
  const server = createServer((request, response) => {
    const at = place(decodeURIComponent(new URL(request.url, 'http://local').pathname));
    if (!at || !existsSync(at)) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': TYPES[extname(at)] ?? 'application/octet-stream' }).end(readFileSync(at));
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

const quantile = (values, share) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];
const round = (value) => Math.round(value * 100) / 100;

/** `dist`: a folder that `npm run build` made; without it the app is built. */
export async function times(tools, paths) {
  const at = process.argv.indexOf('--dist');
  const dist = at > 0 ? process.argv[at + 1] : join(root, 'dist');
  if (at < 0) await build(await ensureBuildTools());
  const worker = readdirSync(dist).find((name) => /^worker-start-.*\.js$/.test(name));
  const server = await serve(dist, paths);
  const address = `http://127.0.0.1:${server.address().port}/`;
  const names = paths.map((path) => path.split('/').at(-1));
  try {
    const timed = await inBrowser(tools, address, (tab) => tab.evaluate((options) => window.measure(options), { names, runs: RUNS, worker, readers: READERS }));
    const empty = await peak(tools, address, { names: [], worker, readers: [] });
    const result = { files: names.length };
    for (const name of READERS) {
      const ms = timed[name].map((runs) => quantile(runs, 0.5));
      const memory = (await peak(tools, address, { names, runs: 1, worker, readers: [name] })) - empty;
      result[name] = { median: round(quantile(ms, 0.5)), p95: round(quantile(ms, 0.95)), max: round(Math.max(...ms)), memory: round(memory / 1024), ms: ms.map(round) };
    }
    for (const name of READERS.slice(1)) {
      const { median, p95, ms } = result[name];
      result[name].ratio = { median: round(median / result.ours.median), p95: round(p95 / result.ours.p95), pairs: round(quantile(ms.map((own, index) => own / result.ours.ms[index]), 0.5)) };
    }
    return result;
  } finally {
    server.close();
  }
}

async function inBrowser(tools, address, work) {
  const browser = await chromium.launch({ executablePath: tools.chromium, args: ['--no-sandbox'] });
  try {
    const tab = await browser.newPage();
    tab.setDefaultTimeout(0);
    await tab.goto(address);
    return await work(tab, browser);
  } finally {
    await browser.close();
  }
}

/** The most memory, in KB, that the page's process ever held (Linux). */
function peak(tools, address, options) {
  return inBrowser(tools, address, async (tab, browser) => {
    await tab.evaluate((options) => window.measure(options), options);
    const session = await browser.newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const peaks = processInfo
      .filter((process) => process.type === 'renderer')
      .map((process) => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${process.id}/status`, 'utf8'))?.[1] ?? 0));
    return Math.max(0, ...peaks);
  });
}
