// From the last byte of an item to the item on screen, and the frames that are
// lost meanwhile, at 200 events a second: in Chromium, with the built app and
// the provider stand-in, beside a page of bare script that takes the same
// stream and appends a line an item, and beside the app while nothing happens.
//
//   node benches/stream/bench.mjs [--json FILE] [--rounds 3]
//
// An item has its last byte when the piece of the stream that holds it is
// handed to the reader (in the app: in the worker), and is painted when the
// first frame that shows it is done on the main thread. What the compositor
// and the screen add is the same for all and not in it.

import { writeFileSync } from 'node:fs';
import { build } from '../../scripts/build.mjs';
import { ensureBuildTools } from '../../scripts/setup.mjs';
import { hook, newPage, startApp } from '../../tests/e2e/app.mjs';
import { example, standIn } from '../../tests/e2e/review.mjs';
import { itemEnds, eventTimes } from './items.mjs';
import { bareReader, watchFrames, watchItems, watchReader } from './probes.mjs';

const option = (name, fallback) => {
  const index = process.argv.indexOf(`--${name}`);
  return index < 0 ? fallback : process.argv[index + 1];
};
const ROUNDS = Number(option('rounds', 3));
const LONG_FRAME_MS = 50;
const EVENTS_A_SECOND = 200;
// 12 characters an event, so that the sample answer lasts a few seconds.
const PACE = { delay: 1000 / EVENTS_A_SECOND, chunk: 12 };
const ITEMS = ['edits', 'interview', 'technical', 'gaps'];

/** One review in the app with `tab` open: what was read when, what was painted when. */
async function inTheApp(app, tab) {
  const { page, context } = await newPage(app);
  await example(page);
  await page.evaluate(watchFrames);
  await page.waitForTimeout(3_000);
  const idle = await page.evaluate(() => window.takeFrames());
  await page.evaluate(watchItems);
  const [worker] = page.workers();
  await worker.evaluate(watchReader);
  await hook(page, 'request-review').click();
  if (tab !== 'tab-resume') {
    await hook(page, tab).waitFor();
    await hook(page, tab).click();
  }
  await page.getByText(/^Complete\. Written by/).waitFor({ timeout: 60_000 });
  await page.waitForTimeout(100);
  const frames = await page.evaluate(() => window.takeFrames());
  const painted = await page.evaluate(() => window.painted);
  const pieces = await worker.evaluate(() => self.pieces);
  await context.close();
  return { idle, ...measured(pieces, painted), frames };
}

/** The same stream taken by bare script on the main thread. */
async function bare(app) {
  const { page, context } = await newPage(app, { path: '/robots.txt' });
  await page.evaluate(watchFrames);
  const body = { resume: SENT.resume, jobDescription: SENT.jobDescription };
  const { pieces, painted } = await page.evaluate(bareReader, body);
  const frames = await page.evaluate(() => window.takeFrames());
  await context.close();
  return { ...measured(pieces, painted), frames };
}

let SENT = null;

/** What the app sends for the example, so that all answers are the same. */
async function whatIsSent(app) {
  const { page, seen, context } = await newPage(app);
  await example(page);
  await hook(page, 'request-review').click();
  await page.getByText(/^Complete\. Written by/).waitFor({ timeout: 60_000 });
  SENT = JSON.parse(seen.requests.find(({ method }) => method === 'POST').body);
  await context.close();
}

/** Latencies in milliseconds, one an item, and the rate at which events came. */
function measured(pieces, painted) {
  const { text, at, events, seconds } = eventTimes(pieces);
  const latencies = [];
  let lost = 0;
  for (const [part, ends] of Object.entries(itemEnds(text))) {
    if (!ITEMS.includes(part)) continue;
    ends.forEach((end, index) => {
      const shown = painted[part]?.find(([count]) => count > index);
      if (shown) latencies.push(shown[1] - at(end));
      else lost += 1;
    });
  }
  return { latencies, lost, events, rate: events / seconds };
}

const sorted = (values) => [...values].sort((a, b) => a - b);
const quantile = (values, q) => sorted(values)[Math.min(values.length - 1, Math.floor(values.length * q))] ?? NaN;

function summary(name, rounds) {
  const latencies = rounds.flatMap((round) => round.latencies);
  const frames = rounds.flatMap((round) => round.frames.gaps);
  return {
    name,
    items: latencies.length,
    itemsNeverPainted: rounds.reduce((sum, round) => sum + round.lost, 0),
    eventsASecond: quantile(rounds.map((round) => round.rate), 0.5),
    latencyMs: { median: quantile(latencies, 0.5), p95: quantile(latencies, 0.95), most: Math.max(...latencies) },
    frames: frames.length,
    framesOver50Ms: frames.filter((gap) => gap > LONG_FRAME_MS).length,
    longestFrameMs: Math.max(...frames),
    longTasks: rounds.reduce((sum, round) => sum + round.frames.longTasks, 0),
  };
}

function idleSummary(rounds) {
  const frames = rounds.flatMap((round) => round.idle.gaps);
  return { frames: frames.length, framesOver50Ms: frames.filter((gap) => gap > LONG_FRAME_MS).length, longestFrameMs: Math.max(...frames) };
}

await build(await ensureBuildTools());
const app = await startApp();
try {
  await whatIsSent(app);
  await standIn(app, PACE);
  const runs = { resume: [], interview: [], bare: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    // In turn, so that a busy moment of the machine is not one candidate's alone.
    runs.resume.push(await inTheApp(app, 'tab-resume'));
    runs.interview.push(await inTheApp(app, 'tab-interview'));
    runs.bare.push(await bare(app));
  }
  const results = [summary('app, edits open', runs.resume), summary('app, interview open', runs.interview), summary('bare script', runs.bare)];
  const idle = idleSummary([...runs.resume, ...runs.interview]);
  const peer = results.at(-1);

  const n = (value, digits = 1) => value.toFixed(digits).padStart(9);
  process.stdout.write(`\n${ROUNDS} rounds at ${EVENTS_A_SECOND} events a second, ${PACE.chunk} characters each\n\n`);
  process.stdout.write('                       events/s  items  median ms   p95 ms   most ms  x bare   frames >50 ms  longest ms\n');
  for (const result of results) {
    const { name, eventsASecond, items, latencyMs, frames, framesOver50Ms, longestFrameMs } = result;
    process.stdout.write(
      `${name.padEnd(20)}${n(eventsASecond, 0)}${String(items).padStart(7)}  ${n(latencyMs.median)}${n(latencyMs.p95)} ${n(latencyMs.most)}${n(latencyMs.median / peer.latencyMs.median, 2)}  ${String(frames).padStart(7)}${String(framesOver50Ms).padStart(7)}  ${n(longestFrameMs)}\n`,
    );
  }
  process.stdout.write(`${'app, nothing happens'.padEnd(20)}${' '.repeat(55)}${String(idle.frames).padStart(7)}${String(idle.framesOver50Ms).padStart(7)}  ${n(idle.longestFrameMs)}\n`);
  const never = results.reduce((sum, result) => sum + result.itemsNeverPainted, 0);
  if (never > 0) process.stdout.write(`\n${never} items were never painted.\n`);
  const file = option('json');
  if (file) writeFileSync(file, `${JSON.stringify({ bench: 'stream', rounds: ROUNDS, pace: PACE, results, idle }, null, 2)}\n`);
} finally {
  await app.close();
}
