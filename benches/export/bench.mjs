// Our exports beside jsPDF, pdfmake, pdfkit and @react-pdf/renderer: the same
// words, fonts, sizes and margins, in one run of one Chromium, each maker in a
// page of its own. Ours is tagged and has links, bookmarks and page numbers.
//
//   npm run bench:export [-- --json FILE] [-- --keep FOLDER] [--times 9]
//                        [--built: with the wasm of the last run]
//
// Ours reads every file back before it hands it over; the table has the time
// with and without that. `bare` is the size of every maker's file after one
// program (bare.py) took off what only ours has, tags, bookmarks, metadata and
// the colour profile, and packed all of them anew. `memory` is what one run
// leaves in the JavaScript heap and, of ours, the whole memory of the wasm;
// `first` is the very first run.

import { build } from 'esbuild';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { must, run, step, main } from '../../scripts/say.mjs';
import { ensureBrowser, ensureBuildTools } from '../../scripts/setup.mjs';
import { root, toolPath } from '../../scripts/tools.mjs';
import { documents } from './documents.mjs';
import { ensurePeers } from './peers.mjs';
import { python } from './python.mjs';

const here = import.meta.dirname;
const option = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : process.argv[at + 1];
};
const TIMES = Number(option('times', 9));
// Before it is measured every maker runs alike: this often, and at least this
// long. Engines run JavaScript and wasm with a quick compiler first and compile
// what is used often anew in the background, which takes a second however short
// the runs are; less of either measures how far that has got. A person who
// exports once gets the very first run, which the table shows too.
const WARM = { runs: 30, ms: 2000 };
const PEERS = ['jspdf', 'pdfmake', 'pdfkit', 'react-pdf'];
const OPTIMIZE = ['-Oz', ...['bulk-memory', 'nontrapping-float-to-int', 'sign-ext', 'mutable-globals', 'reference-types', 'multivalue'].map((f) => `--enable-${f}`)];

/** Our code as a script and a wasm, made as the product's worker is. */
async function ours(env, scratch) {
  const target = join(root, 'target', 'bench-export');
  const at = { cwd: here, env: { ...env, CARGO_TARGET_DIR: target, PATH: toolPath() } };
  if (!process.argv.includes('--built')) {
    await step('our exports as wasm (minutes the first time)', () =>
      must('The wasm did not build.', 'cargo', ['build', '--release', '--target', 'wasm32-unknown-unknown'], at),
    );
  }
  const wasm = join(target, 'wasm32-unknown-unknown', 'release', 'cv_review_export_bench.wasm');
  await must('wasm-bindgen failed.', 'wasm-bindgen', [wasm, '--target', 'no-modules', '--no-typescript', '--out-dir', scratch], at);
  const bound = join(scratch, 'cv_review_export_bench_bg.wasm');
  await must('wasm-opt failed.', 'wasm-opt', [bound, '-o', bound, ...OPTIMIZE], at);
  return { script: join(scratch, 'cv_review_export_bench.js'), wasm: readFileSync(bound).toString('base64') };
}

async function peers(scratch) {
  await ensurePeers();
  const outfile = join(scratch, 'peers.js');
  await build({
    entryPoints: [join(here, 'page.mjs')], bundle: true, minify: true, format: 'iife', platform: 'browser', outfile, logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis', 'import.meta.url': '"http://localhost/"' },
  });
  return outfile;
}

/** Words in order by poppler, bullets aside; and the pages. */
async function read(pdf, scratch) {
  const path = join(scratch, 'read.pdf');
  writeFileSync(path, pdf);
  const { out } = await run('pdftotext', ['-raw', '-enc', 'UTF-8', path, '-']);
  const info = (await run('pdfinfo', [path])).out;
  const pages = Number(info.match(/Pages:\s+(\d+)/)?.[1]);
  const sheets = out.split('\f').map((text, at) => text.trimEnd().replace(new RegExp(`${at + 1}/${pages}$`), ''));
  return { pages, tagged: /Tagged:\s+yes/.test(info), words: sheets.join('\n').split(/\s+/).filter((word) => word && word !== '•') };
}

/** Bytes without what only ours has. */
async function bare(pdf, scratch) {
  const path = join(scratch, 'bare.pdf');
  writeFileSync(path, pdf);
  const out = await must('The file could not be stripped.', await python('pikepdf', 10), [join(here, 'bare.py'), path], { show: false });
  return JSON.parse(out)[path];
}

/** How many of the words come back in their order (longest common run by greedy search ahead). */
function inOrder(wanted, found) {
  let at = 0;
  let kept = 0;
  for (const word of wanted) {
    const next = found.indexOf(word, at);
    if (next >= 0 && next - at < 40) { kept += 1; at = next + 1; }
  }
  return kept;
}

await main(async () => {
  const scratch = mkdtempSync(join(tmpdir(), 'cv-review-bench-'));
  const keep = option('keep');
  if (keep) mkdirSync(keep, { recursive: true });
  try {
    const env = await ensureBuildTools();
    const [mine, bundle] = [await ours(env, scratch), await peers(scratch)];
    const font = (name) => readFileSync(join(root, 'assets', 'fonts', `${name}.ttf`)).toString('base64');
    const fonts = { regular: font('sans-regular'), bold: font('sans-bold'), italic: font('sans-italic'), symbols: font('symbols') };
    const browser = await chromium.launch({
      executablePath: (await ensureBrowser()).chromium,
      args: ['--no-sandbox', '--enable-precise-memory-info', '--js-flags=--expose-gc', '--disable-background-networking'],
    });
    const rows = [];
    try {
      for (const doc of documents()) {
        for (const maker of ['ours', ...PEERS]) {
          const page = await browser.newPage();
          page.on('pageerror', (error) => process.stderr.write(`${maker}: ${error.message}\n`));
          // A page with an address, which the peers ask for; nothing is served.
          await page.route('http://localhost/**', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>bench</title>' }));
          await page.goto('http://localhost/');
          await page.addScriptTag({ path: bundle });
          if (maker === 'ours') await page.addScriptTag({ path: mine.script });
          const result = await page.evaluate(
            async ({ maker, doc, fonts, wasm, WARM, TIMES }) => {
              if (maker !== 'ours') {
                const make = makers[maker](fonts);
                return measure(() => make(doc.blocks), WARM, TIMES);
              }
              const bytes = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
              const { memory } = await wasm_bindgen({ module_or_path: bytes(wasm) });
              const exporter = new wasm_bindgen.Exporter(bytes(fonts.regular), bytes(fonts.bold), bytes(fonts.italic), bytes(fonts.symbols));
              if (doc.kind === 'cv') exporter.set_cv(doc.text);
              else exporter.set_review(doc.name, doc.review);
              const result = await measure(() => (doc.kind === 'cv' ? exporter.cv() : exporter.report()), WARM, TIMES);
              const file = bytes(result.base64);
              const back = [];
              const read = () => (doc.kind === 'cv' ? exporter.read_back(file) : exporter.read_back_report(file));
              await warmUp(read, WARM);
              for (let i = 0; i < TIMES; i++) {
                const started = performance.now();
                if (!read()) throw new Error('The file does not read back.');
                back.push(performance.now() - started);
              }
              back.sort((a, b) => a - b);
              return { ...result, readBack: back[back.length >> 1], memory: result.memory + memory.buffer.byteLength };
            },
            { maker, doc, fonts, wasm: maker === 'ours' ? mine.wasm : '', WARM, TIMES },
          );
          await page.close();
          const pdf = Buffer.from(result.base64, 'base64');
          if (keep) writeFileSync(join(keep, `${doc.id}-${maker}.pdf`), pdf);
          const { pages, tagged, words } = await read(pdf, scratch);
          const kept = inOrder(doc.words, words);
          rows.push({ document: doc.id, label: doc.label, maker, ...result, base64: undefined, bare: await bare(pdf, scratch), pages, tagged, kept, words: doc.words.length, budget: doc.tagged });
        }
      }
    } finally {
      await browser.close();
    }
    print(rows);
    const json = option('json');
    if (json) writeFileSync(json, JSON.stringify({ times: TIMES, warm: WARM, rows }, null, 2));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
});

function print(rows) {
  const out = (text) => process.stdout.write(`${text}\n`);
  for (const id of new Set(rows.map((row) => row.document))) {
    const of = rows.filter((row) => row.document === id);
    const mine = of.find((row) => row.maker === 'ours');
    out(`\n${mine.label}\n${'maker'.padEnd(12)}${'ms'.padStart(8)}${'ratio'.padStart(8)}${'first'.padStart(9)}${'bytes'.padStart(10)}${'ratio'.padStart(8)}${'bare'.padStart(8)}${'ratio'.padStart(8)}${'memory MB'.padStart(11)}${'pages'.padStart(7)}  words in order`);
    for (const row of of) {
      const ratio = (value, base) => (row === mine ? '1' : (value / base).toFixed(1));
      out(
        row.maker.padEnd(12) + row.ms.toFixed(1).padStart(8) + ratio(row.ms, mine.ms).padStart(8) + row.first.toFixed(1).padStart(9) + String(row.bytes).padStart(10) +
        ratio(row.bytes, mine.bytes).padStart(8) + String(row.bare).padStart(8) + ratio(row.bare, mine.bare).padStart(8) + (row.memory / 1e6).toFixed(1).padStart(11) + String(row.pages).padStart(7) + `  ${row.kept} of ${row.words}`,
      );
    }
    const fastest = Math.min(...of.filter((row) => row !== mine).map((row) => row.ms));
    const smallest = (key) => Math.min(...of.filter((row) => row !== mine).map((row) => row[key])) / mine[key];
    const alone = Math.max(0.1, mine.ms - mine.readBack);
    out(`  of ours ${mine.readBack.toFixed(1)} ms are the reading back, which no peer does.`);
    out(`  fastest peer / ours: ${(fastest / mine.ms).toFixed(1)} with it, ${(fastest / alone).toFixed(1)} without (wanted: 4). smallest peer / ours: ${smallest('bytes').toFixed(2)} as made, ${smallest('bare').toFixed(2)} bare (wanted: above 1).`);
    if (mine.budget) out(`  ${mine.bytes} bytes tagged (wanted: at most ${mine.budget}).`);
  }
}
