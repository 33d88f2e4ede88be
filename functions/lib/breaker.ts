// Which providers are worth asking: one row each in AIProviderStatus. A row
// opens (isHealthy = 0) after failures; when its pause is over one request, and
// only one, may try again.

import type { Tally } from './orchestrator';
import type { Database, Statement } from './platform';
import type { FailureKind } from './providers/provider';

const FAILURES_TO_OPEN = 3;
const MINUTE = 60_000;

/** Open at once, and for longer: a pause of seconds mends none of these. */
const LASTING: Partial<Record<FailureKind, number>> = { auth: 15 * MINUTE, gone: 15 * MINUTE, quota: 60 * MINUTE, credit: 180 * MINUTE };
const PAUSE_MS = MINUTE / 2;
/** Clocks of two machines differ by less; a row further ahead was written under a wrong clock. */
const CLOCK_SKEW_MS = MINUTE;

const PAUSES = Object.entries(LASTING).map(([kind, ms]) => `WHEN '${kind}' THEN ${ms}`);
const PAUSE_SQL = `CASE lastError ${PAUSES.join(' ')} ELSE ${PAUSE_MS} END`;

export type ProviderStatus = ReturnType<typeof readStatus>;

export function statusStatement(db: Database): Statement {
  return db.prepare('SELECT provider, isHealthy, lastError, lastCheckedAt, failureCount FROM AIProviderStatus');
}

export function readStatuses(rows: unknown[]): Map<string, ProviderStatus> {
  return new Map(rows.map((row) => readStatus(row as Record<string, unknown>)).map((status) => [status.provider, status]));
}

function readStatus({ provider, isHealthy, lastError, lastCheckedAt, failureCount }: Record<string, unknown>) {
  return {
    provider: String(provider),
    isHealthy: isHealthy !== 0,
    // Only kinds of ours are ever shown, whatever a row holds.
    lastError: typeof lastError === 'string' && /^[a-z]{1,20}$/.test(lastError) ? lastError : null,
    lastCheckedAt: Number(lastCheckedAt) || 0,
    failureCount: Math.max(0, Number(failureCount) || 0),
  };
}

/**
 * Claims every provider whose pause is over, if the statement before this one
 * took a review. Moving `lastCheckedAt` is the claim: who comes next sees a
 * pause that has just begun.
 */
export function claimStatement(db: Database, now: number): Statement {
  return db.prepare(`UPDATE AIProviderStatus SET lastCheckedAt = ?1
      WHERE changes() > 0 AND isHealthy = 0
        AND (lastCheckedAt <= ?1 - (${PAUSE_SQL}) OR lastCheckedAt > ?1 + ${CLOCK_SKEW_MS})
      RETURNING provider`).bind(now);
}

/** Gives a claim back that was not used, so that the next request may have it. */
export function releaseStatement(db: Database, status: ProviderStatus, claimedAt: number): Statement {
  return db.prepare('UPDATE AIProviderStatus SET lastCheckedAt = ?1 WHERE provider = ?2 AND isHealthy = 0 AND lastCheckedAt = ?3').bind(status.lastCheckedAt, status.provider, claimedAt);
}

/** What the calls of one request say about a provider, or null when they say nothing. */
export function verdictStatement(db: Database, tally: Tally, now: number): Statement | null {
  // A refusal is an answer: who refuses a text is up and running. A request that
  // they did not understand says nothing about their health.
  const up = tally.answered || tally.refusals > 0;
  const counted = up ? [] : tally.kinds.filter((kind) => kind !== 'request');
  if (!up && counted.length === 0) return null;
  const opensAt = counted.some((kind) => kind in LASTING) ? 0 : FAILURES_TO_OPEN;
  return db.prepare(`INSERT INTO AIProviderStatus (provider, isHealthy, lastError, lastCheckedAt, failureCount, createdAt, updatedAt)
     VALUES (?1, ?3 = 0 OR ?3 < ?4, ?5, ?2, ?3, ?2, ?2)
     ON CONFLICT (provider) DO UPDATE SET
       isHealthy = ?3 = 0 OR (isHealthy <> 0 AND MIN(MAX(failureCount, 0), 1000) + ?3 < ?4),
       failureCount = CASE ?3 WHEN 0 THEN 0 ELSE MIN(MAX(failureCount, 0), 1000) + ?3 END,
       lastError = ?5, lastCheckedAt = ?2, updatedAt = ?2`).bind(tally.provider, now, counted.length, opensAt, counted.at(-1) ?? null);
}
