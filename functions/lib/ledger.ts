// The two round trips to D1 that a review costs: one before it, which takes the
// review and learns who may be asked, and one after it, which writes down what
// became of it.

import { claimStatement, readStatuses, releaseStatement, statusStatement, verdictStatement } from './breaker';
import { nextDayAt, utcDay } from './client';
import type { Config, ProviderConfig } from './config';
import { countStatement, giveBackStatement, purgeStatement, readState, reserveStatement, stateStatement } from './limits';
import type { Outcome } from './orchestrator';
import type { Database, Statement } from './platform';
import { Problem } from './problem';
import { addUsageStatement, nearQuota, purgeUsageStatement } from './usage';

const PATIENCE_MS = 3_000;
const SOLD_OUT = 'All AI reviews of this service for today are used up. They come back at midnight UTC; everything on your device goes on working.';

export type Reservation = Awaited<ReturnType<typeof reserve>>;

export async function reserve(db: Database, config: Config, bucket: string, now: number) {
  const day = utcDay(now);
  const { perClientPerDay: limit, perDay } = config;
  const [statusRows = [], reserved = [], , claims = [], rows = []] = await atOnce(db, [
    statusStatement(db),
    reserveStatement(db, day, bucket, limit, perDay),
    countStatement(db, day),
    claimStatement(db, now),
    stateStatement(db, day, bucket),
  ]);
  const resetAt = nextDayAt(now);
  const { off, remaining, soldOut } = readState(rows, limit, perDay);
  if (reserved.length === 0) {
    const retryAfter = (resetAt - now) / 1000;
    if (off) throw new Problem('FEATURE_DISABLED');
    if (!soldOut || remaining === 0) throw new Problem('RATE_LIMITED', { retryAfter, headers: quotaHeaders(limit, 0, resetAt) });
    throw new Problem('AI_UNAVAILABLE', { sentence: SOLD_OUT, retryAfter });
  }
  const statuses = readStatuses(statusRows);
  const won = new Set(claims.map((row) => (row as { provider: string }).provider));
  // Who may be asked, in order; and who was claimed, as they were before it.
  const usable = config.providers.filter(({ name, configured }) => configured && (statuses.get(name)?.isHealthy !== false || won.has(name)));
  const claimed = [...statuses.values()].filter(({ provider }) => won.has(provider));
  return { day, bucket, limit, remaining, resetAt, usable, claimed, claimedAt: now };
}

/** Whether a review is given back: for failures of ours or theirs of which the client saw nothing. */
export function givenBack(outcome: Outcome): boolean {
  return !outcome.answer && outcome.firstByteMs === null && outcome.code !== 'AI_REFUSED' && outcome.code !== 'CLIENT_LEFT';
}

/** Writes down `outcome`. Returns the providers whose daily quota it brought into sight. */
export async function settle(db: Database, config: Config, reservation: Reservation, outcome: Outcome, now: number): Promise<ProviderConfig[]> {
  const { day, bucket, claimed, claimedAt } = reservation;
  const { tallies } = outcome;
  const statements = tallies.map((tally) => addUsageStatement(db, day, tally));
  const verdicts = new Map(tallies.map((tally) => [String(tally.provider), verdictStatement(db, tally, now)]));
  for (const verdict of verdicts.values()) if (verdict) statements.push(verdict);
  for (const status of claimed) if (!verdicts.get(status.provider)) statements.push(releaseStatement(db, status, claimedAt));
  if (givenBack(outcome)) statements.push(giveBackStatement(db, day, bucket));
  statements.push(purgeStatement(db, utcDay(now - 86_400_000)), purgeUsageStatement(db));
  const results = await atOnce(db, statements);
  return config.providers.filter(({ name, dailyQuota }) => {
    const index = tallies.findIndex(({ provider }) => provider === name);
    const { requests = 0 } = (results[index]?.[0] ?? {}) as { requests?: number };
    return nearQuota(requests, dailyQuota) && !nearQuota(requests - (tallies[index]?.requests ?? 0), dailyQuota);
  });
}

/** The reset is in Unix seconds. */
export function quotaHeaders(limit: number, remaining: number, resetAt: number): Record<string, string> {
  return { 'x-ratelimit-limit': String(limit), 'x-ratelimit-remaining': String(remaining), 'x-ratelimit-reset': String(resetAt / 1000) };
}

/** One transaction, one round trip; a database that fails or hangs is one problem. */
export async function atOnce(db: Database, statements: Statement[]): Promise<unknown[][]> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => (timer = setTimeout(reject, PATIENCE_MS)));
  try {
    const results = await Promise.race([db.batch(statements), late]);
    if (results.length !== statements.length) throw new Error('short batch');
    return results.map((result) => result.results);
  } catch {
    throw new Problem('DATABASE_UNAVAILABLE', { retryAfter: 60 });
  } finally {
    clearTimeout(timer);
  }
}
