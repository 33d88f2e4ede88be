// How the page does for those who agreed to tell: LCP, INP, CLS and the kinds
// of faults, as points in Analytics Engine. No text, no address, no identifier,
// nothing in D1, so that it costs nothing a review would miss.

import { networkOf } from './client';
import type { Context } from './platform';
import { Problem } from './problem';
import { readJson } from './request';
import { demand, FAULT, many, PAGE, record, rowsOf, VITAL_NAME, VITAL_VALUE } from './shape';

const MOST_BYTES = 4 * 1024;
const BODY = record({ page: PAGE, vitals: many(record({ name: VITAL_NAME, value: VITAL_VALUE }), 5), faults: many(FAULT, 8) });

/** A page sends one report when it is left. Counted where it arrives: a bound on noise, not an account. */
const WINDOW_MS = 60_000;
const MOST_PER_CLIENT = 20;
const MOST_TOGETHER = 1_000;
const window = { endsAt: 0, all: 0, clients: new Map<string, number>() };

export async function takeVitals({ request, env }: Context): Promise<Response> {
  const body = demand(BODY, await readJson(request, MOST_BYTES));
  count(networkOf(request.headers.get('cf-connecting-ip') ?? '') ?? 'unknown', Date.now());
  if (['off', 'false', 'no', '0'].includes((env.FEATURE_MEASURE ?? '').trim().toLowerCase())) return new Response(null, { status: 204 });
  const page = String(body['page']);
  for (const { name, value } of rowsOf(body['vitals'])) point(env, 'vital', page, String(name), '', Number(value));
  for (const { kind, where } of rowsOf(body['faults'])) point(env, 'fault', page, String(kind), String(where), 1);
  return new Response(null, { status: 204 });
}

/** In the columns of the log's points, whose first says what a row is. */
function point(env: Context['env'], type: 'vital' | 'fault', page: string, name: string, where: string, value: number): void {
  env.ANALYTICS?.writeDataPoint({ indexes: [type], blobs: [type, page, name, where], doubles: [value, -1, -1, -1] });
}

function count(client: string, now: number): void {
  if (now >= window.endsAt) {
    window.endsAt = now + WINDOW_MS;
    window.all = 0;
    window.clients.clear();
  }
  const own = (window.clients.get(client) ?? 0) + 1;
  window.clients.set(client, own);
  window.all += 1;
  if (own > MOST_PER_CLIENT || window.all > MOST_TOGETHER) {
    throw new Problem('RATE_LIMITED', { sentence: 'Too many reports in a minute. Nothing is lost by leaving this one out.', retryAfter: (window.endsAt - now) / 1000 });
  }
}
