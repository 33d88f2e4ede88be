// Reads what the monitor judges: counts and times from Analytics Engine by its
// SQL API, and the state of the service from /api/health.

import { bodyOf } from './status.mjs';

/** Ours to answer for; the others are what clients do. */
export const OURS = ['AI_UNAVAILABLE', 'AI_TIMEOUT', 'DATABASE_UNAVAILABLE', 'INTERNAL'];

const inList = OURS.map((code) => `'${code}'`).join(', ');

/** The questions, in the columns that functions/lib/log.ts writes. Sampling is undone by weighting. */
export function questions(dataset) {
  const since = (minutes) => `timestamp > NOW() - INTERVAL '${minutes}' MINUTE`;
  const countOf = (condition, minutes) => `SELECT SUM(_sample_interval) AS n FROM ${dataset} WHERE ${condition} AND ${since(minutes)} FORMAT JSON`;
  return {
    failures: countOf(`blob1 = 'error' AND blob4 IN (${inList})`, 5),
    successes: countOf("blob1 = 'success'", 5),
    // Nothing below a handful: one slow review is not a percentile.
    generationMs: `SELECT SUM(_sample_interval) AS n, quantileExactWeighted(0.95)(double1, _sample_interval) AS p95 FROM ${dataset} WHERE blob1 = 'success' AND ${since(15)} FORMAT JSON`,
    timeouts: countOf("blob1 = 'error' AND blob4 = 'AI_TIMEOUT'", 10),
    refusals: countOf("blob1 = 'error' AND blob4 = 'RATE_LIMITED'", 60),
    largestContentfulPaint: vital(dataset, 'LCP'),
    interactionToNextPaint: vital(dataset, 'INP'),
    layoutShift: vital(dataset, 'CLS'),
    faults: countOf("blob1 = 'fault'", 60),
  };
}

const vital = (dataset, name) => `SELECT SUM(_sample_interval) AS n, quantileExactWeighted(0.75)(double1, _sample_interval) AS p75 FROM ${dataset} WHERE blob1 = 'vital' AND blob3 = '${name}' AND timestamp > NOW() - INTERVAL '1' DAY FORMAT JSON`;

/** A number of an answer; null for what is not there, which is not the same as 0. */
function numberIn(answer, column) {
  const row = answer?.data?.[0];
  if (!row || row[column] === null || row[column] === undefined) return null;
  const value = Number(row[column]);
  return Number.isFinite(value) ? value : null;
}

export async function readFigures(calls, place) {
  const found = {};
  for (const [name, sql] of Object.entries(questions(place.dataset))) {
    // Reading, though by POST. No answer is no data, and is said; it must not hide the rest.
    found[name] = await calls.cloudflare('/analytics_engine/sql', { method: 'POST', body: sql, changes: false }).catch((error) => {
      calls.say(`  ${name}: ${error.message}`);
      return null;
    });
  }
  const amount = (name) => (found[name] === null ? null : (numberIn(found[name], 'n') ?? 0));
  const share = (name, column) => ({ count: amount(name), value: numberIn(found[name], column) });
  const health = bodyOf((await calls.site(`${place.url}/api/health`)).text);
  return {
    up: health !== null && health.status !== 'down',
    health,
    failures: amount('failures'),
    successes: amount('successes'),
    generation: share('generationMs', 'p95'),
    timeouts: amount('timeouts'),
    refusals: amount('refusals'),
    vitals: { LCP: share('largestContentfulPaint', 'p75'), INP: share('interactionToNextPaint', 'p75'), CLS: share('layoutShift', 'p75') },
    faults: amount('faults'),
  };
}
