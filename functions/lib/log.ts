// What is written down about a request: the fields of `Line` and nothing else.
// No text of a CV, no address, no header, no message of anybody's.

import type { ErrorCode } from './generated/wire';
import type { Env } from './platform';
import { environmentOf, releaseOf } from './release';

export interface Line {
  type: 'request' | 'success' | 'error';
  requestId: string;
  provider: string | null;
  model: string | null;
  errorCode: ErrorCode | 'CLIENT_LEFT' | 'QUOTA_NEAR' | null;
  generationTimeMs: number | null;
  firstByteMs: number | null;
  attempts: number;
  remaining: number | null;
}

/** Worth waking someone for; the others are what clients do. */
const OURS = ['INTERNAL', 'AI_UNAVAILABLE', 'AI_TIMEOUT', 'DATABASE_UNAVAILABLE', 'QUOTA_NEAR'];
const PATIENCE_MS = 2_000;

export function newLine(requestId: string, facts: Partial<Line> & Pick<Line, 'type'>): Line {
  return { requestId, provider: null, model: null, errorCode: null, generationTimeMs: null, firstByteMs: null, attempts: 0, remaining: null, ...facts };
}

/** Writes `line` to the log, to Analytics Engine and, for our errors, to Sentry. Never throws. */
export async function record(env: Env, line: Line): Promise<void> {
  const timestamp = new Date().toISOString();
  console.log(JSON.stringify({ timestamp, ...line }));
  try {
    env.ANALYTICS?.writeDataPoint({
      indexes: [line.requestId],
      blobs: [line.type, line.provider ?? '', line.model ?? '', line.errorCode ?? ''],
      doubles: [line.generationTimeMs ?? -1, line.firstByteMs ?? -1, line.attempts, line.remaining ?? -1],
    });
    if (env.SENTRY_DSN && line.errorCode && OURS.includes(line.errorCode)) await sendToSentry(env, env.SENTRY_DSN, timestamp, line);
  } catch {
    // The line is in the log, and a missing statistic is no reason to fail.
  }
}

async function sendToSentry(env: Env, dsn: string, timestamp: string, line: Line): Promise<void> {
  const { protocol, host, username, pathname } = new URL(dsn);
  const path = pathname.split('/');
  const project = path.pop() ?? '';
  const eventId = crypto.randomUUID().replaceAll('-', '');
  const tags = { provider: line.provider ?? 'none', model: line.model ?? 'none' };
  const level = line.errorCode === 'QUOTA_NEAR' ? 'warning' : 'error';
  const whence = { release: `cv-review@${releaseOf(env)}`, environment: environmentOf(env) };
  const event = { event_id: eventId, timestamp, platform: 'javascript', level, logger: 'cv-review-proxy', ...whence, message: line.errorCode, fingerprint: [line.errorCode, tags.provider], tags, extra: line };
  const envelope = [{ event_id: eventId, sent_at: timestamp }, { type: 'event' }, event].map((part) => JSON.stringify(part)).join('\n');
  await fetch(`${protocol}//${host}${path.join('/')}/api/${project}/envelope/`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-sentry-envelope',
      'x-sentry-auth': `Sentry sentry_version=7, sentry_client=cv-review/1, sentry_key=${username}`,
    },
    body: `${envelope}\n`,
    signal: AbortSignal.timeout(PATIENCE_MS),
    redirect: 'manual',
  });
}
