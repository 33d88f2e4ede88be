// What a review costs, and what that makes at 5,000, 500,000 and 50 million
// reviews a month: tokens counted on the prompts of the labelled pairs, rows as
// tests/functions/cost.test.ts measures them, prices as docs/scale.md cites them.
//
//   npm run bench:scale [-- --json FILE]

import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { must } from '../../scripts/say.mjs';
import { root } from '../../scripts/tools.mjs';
import { makeReview } from '../../tests/upstream/answer.mjs';

const here = import.meta.dirname;
if (!existsSync(join(here, 'node_modules'))) await must('The tokenizer could not be installed.', 'npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: here });
// The tokenizer of gpt-oss. Gemini's is not published; its counts differ by some percent.
const { encode } = await import('gpt-tokenizer/encoding/o200k_harmony');
const tokens = (text) => encode(text).length;

async function loadPrompt() {
  const folder = mkdtempSync(join(tmpdir(), 'cv-review-scale-'));
  const outfile = join(folder, 'prompt.mjs');
  await build({ entryPoints: [join(root, 'functions/lib/prompt.ts')], outfile, bundle: true, format: 'esm', platform: 'neutral', logLevel: 'error' });
  const loaded = await import(pathToFileURL(outfile).href);
  rmSync(folder, { recursive: true, force: true });
  return loaded.buildPrompt;
}

/** CVs and posts of the labelled pairs, marks taken out. */
function pairs() {
  const folder = join(root, 'tests', 'pipeline', 'pairs');
  return readdirSync(folder).filter((name) => name.endsWith('.txt')).flatMap((name) => {
    const parts = readFileSync(join(folder, name), 'utf8').split(/^== (cv|post).*$/m);
    const texts = { cv: [], post: [] };
    for (let at = 1; at < parts.length; at += 2) texts[parts[at]].push(parts[at + 1].replace(/\{\{([^|]*)\|[^}]*\}\}/g, '$1').trim());
    return texts.cv.flatMap((cv) => texts.post.map((post) => ({ cv, post })));
  });
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

const buildPrompt = await loadPrompt();
const schema = tokens(readFileSync(join(root, 'functions/lib/generated/review.schema.json'), 'utf8'));
const all = pairs();
const inputs = all.map(({ cv, post }) => {
  const { system, user } = buildPrompt(cv, post);
  return tokens(system) + tokens(user) + schema;
});
const longest = all[0];
const fill = (text) => text.repeat(Math.ceil(10_000 / text.length)).slice(0, 10_000);
const most = buildPrompt(fill(longest.cv), fill(longest.post));
const answers = all.map(({ cv, post }) => tokens(JSON.stringify(makeReview(buildPrompt(cv, post).user))));
const measured = JSON.parse(readFileSync(join(here, 'measured.json'), 'utf8'));

const facts = {
  pairs: all.length,
  inputTokens: { median: median(inputs), largest: tokens(most.system) + tokens(most.user) + schema, ofWhichSchema: schema },
  // No model was asked here: an answer in the form of the schema, as the stand-in writes it.
  outputTokens: { median: median(answers), bound: 16_384 },
  rows: measured,
};

/** US dollars; where from and when: docs/scale.md. */
const PRICES = {
  gemini: { name: 'gemini-3.8-flash until 2026-12-31', input: 0.75, output: 3.75 },
  geminiLater: { name: 'gemini-3.8-flash from 2027-01-01', input: 1.5, output: 7.5 },
  huggingface: { name: 'gpt-oss-120b at Cerebras', input: 0.35, output: 0.75 },
};
const PLAN = { base: 5, requests: { free: 10e6, each: 0.3 }, cpu: { free: 30e6, each: 0.02 }, read: { free: 25e9, each: 0.001 }, written: { free: 50e6, each: 1 }, points: { free: 10e6, each: 0.25 } };
/** A planning figure for a real answer: ten questions, six scenarios, a letter, edits, and some thought. */
const OUTPUT_PLANNED = 7_000;
const CPU_MS = 3;
/** Requests to functions for each review: one to health, the review, one in ten refused or tried again. */
const REQUESTS = 2.1;

const over = (used, { free, each }) => (Math.max(0, used - free) / 1e6) * each;
const volumes = [5_000, 500_000, 50_000_000].map((reviews) => {
  const used = {
    requests: reviews * REQUESTS,
    cpuMs: reviews * CPU_MS,
    read: reviews * (measured.review.read + measured.health.read + 0.1 * measured.refused.read),
    written: reviews * measured.review.written,
    points: reviews * 1.1,
  };
  const platform = PLAN.base + over(used.requests, PLAN.requests) + over(used.cpuMs, PLAN.cpu) + over(used.read, PLAN.read) + over(used.written, PLAN.written) + over(used.points, PLAN.points);
  const model = Object.fromEntries(Object.entries(PRICES).map(([name, { input, output }]) => [name, (reviews * (facts.inputTokens.median * input + OUTPUT_PLANNED * output)) / 1e6]));
  const perDay = reviews / 30;
  return {
    reviews,
    perDay,
    perSecond: perDay / 86_400,
    peakPerSecond: (perDay / 86_400) * 10,
    used,
    freePlan: { requests: (perDay * REQUESTS) / 100_000, read: used.read / 30 / 5e6, written: used.written / 30 / 100_000, points: used.points / 30 / 100_000 },
    dollars: { platform, ...model },
  };
});

const money = (value) => (value < 100 ? `$${value.toFixed(2)}` : `$${Math.round(value).toLocaleString('en')}`);
const table = (title, rows) => {
  process.stdout.write(`\n${title}\n`);
  for (const [name, ...cells] of rows) process.stdout.write(`  ${name.padEnd(46)}${cells.map((cell) => String(cell).padStart(16)).join('')}\n`);
};
table('one review', [
  ['prompts counted (labelled pairs)', facts.pairs],
  ['input tokens, median', facts.inputTokens.median],
  ['  of which the schema', schema],
  ['input tokens, both texts at 10,000 characters', facts.inputTokens.largest],
  ['output tokens of an answer of the stand-in', facts.outputTokens.median],
  ['output tokens planned with', OUTPUT_PLANNED],
  ['D1 rows read / written', `${measured.review.read} / ${measured.review.written}`],
]);
table('reviews a month', [
  ['', ...volumes.map(({ reviews }) => reviews.toLocaleString('en'))],
  ['a second, average', ...volumes.map(({ perSecond }) => perSecond.toFixed(3))],
  ['a second, peak (10 times the average)', ...volumes.map(({ peakPerSecond }) => peakPerSecond.toFixed(2))],
  ['share of the free plan: requests', ...volumes.map(({ freePlan }) => `${(freePlan.requests * 100).toFixed(1)} %`)],
  ['share of the free plan: D1 rows read', ...volumes.map(({ freePlan }) => `${(freePlan.read * 100).toFixed(1)} %`)],
  ['share of the free plan: D1 rows written', ...volumes.map(({ freePlan }) => `${(freePlan.written * 100).toFixed(1)} %`)],
  ['Cloudflare, paid plan, a month', ...volumes.map(({ dollars }) => money(dollars.platform))],
  ...Object.entries(PRICES).map(([name, { name: shown }]) => [shown, ...volumes.map(({ dollars }) => money(dollars[name]))]),
]);
const file = process.argv.indexOf('--json');
if (file > 0) writeFileSync(process.argv[file + 1], `${JSON.stringify({ facts, prices: PRICES, volumes }, null, 1)}\n`);
