// Reviews a day: for one client, and for the whole deployment. Statements on
// the table RateLimit; whoever calls puts them into a batch.

import type { Database, Statement } from './platform';

/** The row that counts for everyone together; no client's bucket looks like it. */
const EVERYONE = 'all';
/** How often a client may try: bounds what giving reviews back can be used for. */
const ATTEMPTS_PER_REVIEW = 3;
/**
 * The bound of the day as the operator tightened it, or null: a row that takes
 * effect at once. It can never widen what the environment allows, and one that
 * is no number closes.
 */
const TIGHTENED = "(SELECT CAST(value AS INTEGER) FROM Settings WHERE name = 'dailyLimit')";

/**
 * Takes one review, or none: the row's own condition decides, inside one
 * statement, so that no number of parallel requests gets past the limit.
 */
export function reserveStatement(db: Database, day: string, bucket: string, perClient: number, perDay: number): Statement {
  return db.prepare(`INSERT INTO RateLimit (day, bucket, used, attempts)
     SELECT ?1, ?2, 1, 1
      WHERE NOT EXISTS (SELECT 1 FROM Settings WHERE name = 'feature' AND value = 'off')
        AND COALESCE((SELECT used FROM RateLimit WHERE day = ?1 AND bucket = '${EVERYONE}'), 0) < MIN(?4, COALESCE(${TIGHTENED}, ?4))
     ON CONFLICT (day, bucket) DO UPDATE SET used = MAX(used, 0) + 1, attempts = attempts + 1
      WHERE used < ?3 AND attempts < ?5
     RETURNING used`).bind(day, bucket, perClient, perDay, perClient * ATTEMPTS_PER_REVIEW);
}

/** Counts for everyone what the statement just before it took. */
export function countStatement(db: Database, day: string): Statement {
  return db.prepare(`INSERT INTO RateLimit (day, bucket, used, attempts)
     SELECT ?1, '${EVERYONE}', 1, 1 WHERE changes() > 0
     ON CONFLICT (day, bucket) DO UPDATE SET used = MAX(used, 0) + 1, attempts = MAX(attempts, 0) + 1`).bind(day);
}

/** How things stand, in one row: what is used, and whether the review is switched off. */
export function stateStatement(db: Database, day: string, bucket: string): Statement {
  return db.prepare(`SELECT COALESCE(SUM(used) FILTER (WHERE bucket <> '${EVERYONE}'), 0) AS used,
            COALESCE(SUM(used) FILTER (WHERE bucket = '${EVERYONE}'), 0) AS everyone,
            COALESCE(SUM(attempts) FILTER (WHERE bucket <> '${EVERYONE}'), 0) AS attempts,
            EXISTS (SELECT 1 FROM Settings WHERE name = 'feature' AND value = 'off') AS off,
            ${TIGHTENED} AS tightened
       FROM RateLimit WHERE day = ?1 AND bucket IN (?2, '${EVERYONE}')`).bind(day, bucket);
}

/** What the client has left, and whether the deployment as a whole has nothing left. */
export function readState(rows: unknown[], perClient: number, perDay: number) {
  const row = (rows[0] ?? {}) as Record<string, unknown>;
  const outOfAttempts = Number(row['attempts']) >= perClient * ATTEMPTS_PER_REVIEW;
  const left = Math.max(0, Math.min(perClient, perClient - (Number(row['used']) || 0)));
  const bound = typeof row['tightened'] === 'number' ? Math.min(perDay, row['tightened']) : perDay;
  return { off: row['off'] === 1, remaining: outOfAttempts ? 0 : left, soldOut: Number(row['everyone']) >= bound };
}

export function giveBackStatement(db: Database, day: string, bucket: string): Statement {
  return db.prepare(`UPDATE RateLimit SET used = MAX(used - 1, 0) WHERE day = ?1 AND bucket IN (?2, '${EVERYONE}')`).bind(day, bucket);
}

/** Keeps today and the day before, which a review begun before midnight may still need. */
export function purgeStatement(db: Database, dayBefore: string): Statement {
  return db.prepare('DELETE FROM RateLimit WHERE day < ?1').bind(dayBefore);
}
