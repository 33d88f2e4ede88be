// How the AI review is doing, from what D1 holds: asking about health never
// costs a call to a provider.

import { readStatuses, statusStatement } from './breaker';
import { bucketOf, nextDayAt, utcDay } from './client';
import { type Config, readConfig } from './config';
import type { Health, HealthStatus, ProviderHealth } from './generated/wire';
import { atOnce, quotaHeaders } from './ledger';
import { readState, stateStatement } from './limits';
import type { Context } from './platform';
import { releaseOf } from './release';
import { json } from './reply';
import { nearQuota, readUsage, usageStatement } from './usage';

export async function health({ request, env }: Context): Promise<Response> {
  const config = readConfig(env);
  const now = Date.now();
  const stored = await readStored(env.DB, config, request, now).catch(() => null);
  const body: Health = {
    status: 'down',
    database: stored ? 'ok' : 'down',
    feature: config.feature && !stored?.off,
    providers: config.providers.map((provider) => describe(provider, stored)),
    quota: stored && { limit: config.perClientPerDay, remaining: stored.soldOut ? 0 : stored.remaining, resetAt: nextDayAt(now) },
    turnstileSiteKey: env.TURNSTILE_SECRET_KEY ? (env.TURNSTILE_SITE_KEY ?? null) : null,
    version: releaseOf(env),
  };
  body.status = statusOf(body);
  const headers = body.quota ? quotaHeaders(body.quota.limit, body.quota.remaining, body.quota.resetAt) : {};
  return json(body.status === 'down' ? 503 : 200, body, headers);
}

/**
 * Down: what is set up does not work. A review that is switched off, or for
 * which nobody has given a key, is degraded: all the rest works as intended.
 */
function statusOf({ database, feature, providers }: Health): HealthStatus {
  const configured = providers.filter((provider) => provider.configured);
  if (database === 'down' || (configured.length > 0 && configured.every((provider) => !provider.healthy))) return 'down';
  const fine = feature && configured.length > 0 && configured.every((provider) => provider.healthy && !provider.today.nearQuota);
  return fine ? 'ok' : 'degraded';
}

type Stored = Awaited<ReturnType<typeof readStored>>;

async function readStored(db: Context['env']['DB'], config: Config, request: Request, now: number) {
  const day = utcDay(now);
  const bucket = await bucketOf(request, day, config.bucketSecret);
  const [statuses = [], usage = [], state = []] = await atOnce(db, [statusStatement(db), usageStatement(db, day), stateStatement(db, day, bucket)]);
  return { statuses: readStatuses(statuses), usage: readUsage(usage), ...readState(state, config.perClientPerDay, config.perDay) };
}

function describe({ name, role, model, configured, dailyQuota }: Config['providers'][number], stored: Stored | null): ProviderHealth {
  const status = stored?.statuses.get(name);
  const today = stored?.usage.get(name) ?? { requests: 0, failures: 0, refusals: 0 };
  return {
    provider: name,
    role,
    model,
    configured,
    healthy: configured && status?.isHealthy !== false,
    lastError: status?.lastError ?? null,
    lastCheckedAt: status?.lastCheckedAt ?? null,
    failureCount: status?.failureCount ?? 0,
    today: { ...today, quota: dailyQuota, nearQuota: nearQuota(today.requests, dailyQuota) },
  };
}
