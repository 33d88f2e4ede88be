// A report that a person saw in full and sent on purpose when something went
// wrong: what the browser is and what failed, never what a CV says. It is kept
// for 30 days under a short name that the person can quote.

import { utcDay } from './client';
import { atOnce } from './ledger';
import type { Context } from './platform';
import { Problem } from './problem';
import { json } from './reply';
import { readJson } from './request';
import { demand, FAULT, flag, many, number, PAGE, record, word } from './shape';

const MOST_BYTES = 8 * 1024;
const MOST_A_DAY = 200;
const DAYS_KEPT = 30;
const DAY_MS = 86_400_000;

/** As assets/report.js makes it. Sizes instead of texts. */
const REPORT = record({
  release: word(/^[0-9A-Za-z.+-]{1,40}$/),
  page: PAGE,
  at: word(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/),
  browser: word(/^[\x20-\x7e]{1,300}$/),
  language: word(/^[A-Za-z0-9-]{1,35}$/),
  screen: word(/^\d{1,5}x\d{1,5}@\d{1,2}(\.\d{1,4})?$/),
  online: flag,
  webAssembly: flag,
  trustedTypes: flag,
  storage: flag,
  kept: record({ draft: number(0, 50_000_000), history: number(0, 50_000_000) }),
  service: word(/^(ok|degraded|down|unreachable)$/),
  faults: many(FAULT, 8),
});

export async function takeDiagnostic({ request, env }: Context): Promise<Response> {
  const report = demand(REPORT, await readJson(request, MOST_BYTES));
  const now = Date.now();
  const id = `${utcDay(now)}-${crypto.randomUUID().slice(0, 8)}`;
  const db = env.DB;
  const [, kept = []] = await atOnce(db, [
    db.prepare('DELETE FROM Diagnostic WHERE createdAt < ?1').bind(now - DAYS_KEPT * DAY_MS),
    // The bound is in the statement, so that no number of senders gets past it.
    db.prepare(`INSERT INTO Diagnostic (id, createdAt, report)
       SELECT ?1, ?2, ?3 WHERE (SELECT COUNT(*) FROM Diagnostic WHERE createdAt > ?2 - ${DAY_MS}) < ${MOST_A_DAY}
       RETURNING id`).bind(id, now, JSON.stringify(report)),
  ]);
  if (kept.length === 0) throw new Problem('RATE_LIMITED', { sentence: 'Many reports came in today and this one was not kept. Please send it tomorrow, or copy it into a message to us.', retryAfter: 3_600 });
  return json(201, { id });
}
