// The quota watch: how often each provider was called today, against what its
// plan allows. It only warns; the provider itself says when it is over.

import type { Tally } from './orchestrator';
import type { Database, Statement } from './platform';

const WARN_AT = 0.8;
const DAYS_KEPT = 35;

export interface DayUsage {
  requests: number;
  failures: number;
  refusals: number;
}

export function addUsageStatement(db: Database, day: string, tally: Tally): Statement {
  return db.prepare(`INSERT INTO ProviderUsage (day, provider, requests, failures, refusals) VALUES (?1, ?2, ?3, ?4, ?5)
     ON CONFLICT (day, provider) DO UPDATE SET
       requests = requests + ?3, failures = failures + ?4, refusals = refusals + ?5
     RETURNING requests`).bind(day, tally.provider, tally.requests, tally.failures, tally.refusals);
}

export function usageStatement(db: Database, day: string): Statement {
  return db.prepare('SELECT provider, requests, failures, refusals FROM ProviderUsage WHERE day = ?1').bind(day);
}

export function readUsage(rows: unknown[]): Map<string, DayUsage> {
  const byProvider = new Map<string, DayUsage>();
  for (const row of rows as (DayUsage & { provider: string })[]) {
    byProvider.set(row.provider, { requests: Number(row.requests), failures: Number(row.failures), refusals: Number(row.refusals) });
  }
  return byProvider;
}

export function purgeUsageStatement(db: Database): Statement {
  return db.prepare(`DELETE FROM ProviderUsage WHERE day < date('now', '-${DAYS_KEPT} days')`);
}

export function nearQuota(requests: number, quota: number | null): boolean {
  return quota !== null && requests >= quota * WARN_AT;
}
