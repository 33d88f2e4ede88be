// The fault matrix: everything a provider can do wrong, for Gemini alone, for
// both providers, and for Gemini with a working fallback. Each answer form is a
// test file of its own, so that they wait side by side.

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import reviewSchema from '../../functions/lib/generated/review.schema.json';
import type { ErrorCode } from '../../functions/lib/generated/wire';
import { firstBreak, type Schema } from '../../functions/lib/schema';
import { bodyOf, Deployment, linesOf, readEvents, reviewOf, rows, statusOf } from './harness';

interface Way {
  /** What AIProviderStatus says of it; null: nothing. */
  kind: string | null;
  /** Calls to the provider when there is no other. */
  calls: 1 | 2;
  /** Opens the breaker at once. */
  lasting?: true;
}

interface Row {
  fault: string;
  gemini: Way;
  huggingface?: Way; // the same unless said
  /** Deltas go out before it fails. */
  deltas?: true;
  code: ErrorCode;
  retryAfter?: [number, number];
}

const server: Way = { kind: 'server', calls: 2 };
const invalid: Way = { kind: 'invalid', calls: 2 };
const timeout: Way = { kind: 'timeout', calls: 1 };
const refused: Way = { kind: null, calls: 1 };
const auth: Way = { kind: 'auth', calls: 1, lasting: true };
const rate: Way = { kind: 'rate', calls: 2 };

const MATRIX: Row[] = [
  { fault: 'refuse', gemini: { kind: 'network', calls: 2 }, code: 'AI_UNAVAILABLE' },
  { fault: 'stall-headers', gemini: timeout, code: 'AI_TIMEOUT' },
  { fault: 'stall-first', gemini: timeout, code: 'AI_TIMEOUT' },
  { fault: 'stall-body', gemini: timeout, deltas: true, code: 'AI_TIMEOUT' },
  { fault: 'drip', gemini: timeout, code: 'AI_TIMEOUT' }, // one byte a second, and silence is cut at 0.3 s here
  { fault: 'cut', gemini: invalid, deltas: true, code: 'AI_UNAVAILABLE' },
  { fault: 'cut-early', gemini: invalid, code: 'AI_UNAVAILABLE' },
  { fault: 'end-early', gemini: invalid, deltas: true, code: 'AI_UNAVAILABLE' },
  { fault: 'html', gemini: invalid, code: 'AI_UNAVAILABLE' },
  { fault: 'empty', gemini: invalid, code: 'AI_UNAVAILABLE' },
  { fault: 'invalid-json', gemini: invalid, deltas: true, code: 'AI_UNAVAILABLE' },
  { fault: 'invalid-record', gemini: invalid, code: 'AI_UNAVAILABLE' },
  { fault: 'fenced', gemini: invalid, deltas: true, code: 'AI_UNAVAILABLE' },
  { fault: 'schema-break', gemini: invalid, deltas: true, code: 'AI_UNAVAILABLE' },
  { fault: 'schema-extra', gemini: invalid, deltas: true, code: 'AI_UNAVAILABLE' },
  { fault: 'no-candidates', gemini: invalid, code: 'AI_UNAVAILABLE' },
  { fault: 'max-tokens', gemini: { kind: 'truncated', calls: 1 }, deltas: true, code: 'AI_UNAVAILABLE' },
  { fault: 'safety', gemini: refused, code: 'AI_REFUSED' },
  { fault: 'spii', gemini: refused, code: 'AI_REFUSED' },
  { fault: 'safety-late', gemini: refused, deltas: true, code: 'AI_REFUSED' },
  { fault: 'prompt-blocked', gemini: refused, huggingface: invalid, code: 'AI_REFUSED' },
  { fault: 'error-late', gemini: server, deltas: true, code: 'AI_UNAVAILABLE' },
  { fault: '400', gemini: { kind: null, calls: 1 }, code: 'AI_UNAVAILABLE' },
  { fault: '400-key', gemini: auth, huggingface: { kind: null, calls: 1 }, code: 'AI_UNAVAILABLE' },
  { fault: '400-region', gemini: auth, huggingface: { kind: null, calls: 1 }, code: 'AI_UNAVAILABLE' },
  { fault: '401', gemini: auth, code: 'AI_UNAVAILABLE' },
  { fault: '402', gemini: { kind: 'credit', calls: 1, lasting: true }, code: 'AI_UNAVAILABLE' },
  { fault: '403', gemini: auth, code: 'AI_UNAVAILABLE' },
  { fault: '404', gemini: { kind: 'gone', calls: 1, lasting: true }, code: 'AI_UNAVAILABLE' },
  { fault: '429-bare', gemini: rate, code: 'AI_UNAVAILABLE' },
  { fault: '429-minute', gemini: rate, code: 'AI_UNAVAILABLE' },
  { fault: '429-long', gemini: { kind: 'rate', calls: 1 }, huggingface: rate, code: 'AI_UNAVAILABLE', retryAfter: [46, 46] },
  { fault: '429-day', gemini: { kind: 'quota', calls: 1, lasting: true }, huggingface: rate, code: 'AI_UNAVAILABLE', retryAfter: [36, 36] },
  { fault: '429-seconds', gemini: rate, code: 'AI_UNAVAILABLE', retryAfter: [1, 1] },
  { fault: '429-date', gemini: { kind: 'rate', calls: 1 }, code: 'AI_UNAVAILABLE', retryAfter: [85, 91] },
  { fault: '500', gemini: server, code: 'AI_UNAVAILABLE' },
  { fault: '503', gemini: server, code: 'AI_UNAVAILABLE' },
  { fault: 'redirect', gemini: server, code: 'AI_UNAVAILABLE' },
  { fault: 'huge', gemini: invalid, deltas: true, code: 'AI_UNAVAILABLE' },
  { fault: 'huge-error', gemini: server, code: 'AI_UNAVAILABLE' },
];

export type Form = 'stream' | 'whole';
// Short where waiting is the point; long enough for a busy machine elsewhere.
export const times = (row?: Row) => {
  const ms = row?.gemini.kind === 'timeout' ? '300' : '4000';
  return { AI_FIRST_BYTE_MS: ms, AI_SILENCE_MS: ms, AI_TIMEOUT_MS: '9000' };
};

async function usedBy(deployment: Deployment): Promise<number> {
  const health = await deployment.fetch('/api/health');
  const { quota } = (await health.json()) as { quota: { limit: number; remaining: number } };
  return quota.limit - quota.remaining;
}

async function expectFailure(deployment: Deployment, form: Form, row: Row, calls: { gemini: number; huggingface: number }): Promise<void> {
  const begun = Date.now();
  const response = form === 'stream' ? await deployment.stream() : await deployment.ask();
  let message: string;
  let deltas = false;
  if (form === 'stream') {
    expect(response.status).toBe(200);
    const { events } = await readEvents(response);
    const last = events.at(-1);
    if (last?.event !== 'error') throw new Error(`ended with ${last?.event}`);
    expect(last.data.code).toBe(row.code);
    expect(last.data.retryable).toBe(row.code !== 'AI_REFUSED');
    expect(events.filter(({ event }) => event === 'done')).toEqual([]);
    deltas = events.some(({ event }) => event === 'delta');
    message = last.data.message;
    if (row.retryAfter && calls.huggingface === 0) expectBetween(last.data.retryAfter, row.retryAfter);
  } else {
    const status = { AI_REFUSED: 422, AI_TIMEOUT: 504, AI_UNAVAILABLE: 503 }[row.code as string];
    expect(response.status).toBe(status);
    const body = await bodyOf(response);
    expect(body).toMatchObject({ code: row.code, requestId: response.headers.get('x-request-id') });
    expect(body.retryAfter === undefined ? null : String(body.retryAfter)).toBe(response.headers.get('retry-after'));
    if (row.retryAfter && calls.huggingface === 0) expectBetween(body.retryAfter, row.retryAfter);
    message = body.error;
    deltas = Boolean(row.deltas);
  }
  expect(Date.now() - begun).toBeLessThan(5_000);
  // A sentence for a person, with nothing of the upstream in it.
  expect(message).toMatch(/^[A-Z].*\.$/);
  expect(message).not.toMatch(/UPSTREAM|gemini|http/i);
  expect(deltas).toBe(Boolean(row.deltas));

  await deployment.settled();
  expect(await deployment.calls()).toEqual(calls);

  // Given back exactly when the client saw nothing and the text was not at fault.
  const refunded = !row.deltas && row.code !== 'AI_REFUSED';
  expect(await usedBy(deployment)).toBe(refunded ? 0 : 1);
  if (form === 'whole') expect(response.headers.get('x-ratelimit-remaining')).toBe(refunded ? '10' : '9');

  const [line, ...more] = linesOf(response);
  expect(more).toEqual([]);
  expect(line).toMatchObject({ type: 'error', errorCode: row.code, attempts: calls.gemini + calls.huggingface, remaining: refunded ? 10 : 9 });
}

function expectBetween(value: number | undefined, [least, most]: [number, number]): void {
  expect(value).toBeGreaterThanOrEqual(least);
  expect(value).toBeLessThanOrEqual(most);
}

async function expectBreaker(provider: string, way: Way, calls: number): Promise<void> {
  const status = await statusOf(provider);
  if (way.kind === null) expect(status?.isHealthy ?? 1).toBe(1);
  else expect(status).toMatchObject({ lastError: way.kind, failureCount: calls, isHealthy: way.lasting ? 0 : 1 });
}

/** Slate clean before each test, and no waiting for jitter, which has a test of its own. */
export function prepare(): void {
  beforeEach(async () => {
    await rows('DELETE FROM AIProviderStatus');
    vi.spyOn(Math, 'random').mockReturnValue(0.1);
  });
  afterEach(() => vi.restoreAllMocks());
}

export function runMatrix(form: Form): void {
  prepare();
  describe(`as ${form}`, () => {
    test.each(MATRIX)('$fault, Gemini alone: $code', async (row) => {
      const deployment = new Deployment({ ...times(row), AI_FALLBACK_PROVIDER: 'none' });
      await deployment.faults('gemini', { forever: row.fault });
      await expectFailure(deployment, form, row, { gemini: row.gemini.calls, huggingface: 0 });
      await expectBreaker('gemini', row.gemini, row.gemini.calls);
    });

    test.each(MATRIX)('$fault, both providers: $code', async (row) => {
      const deployment = new Deployment(times(row));
      const other = row.huggingface ?? row.gemini;
      await deployment.faults('gemini', { forever: row.fault });
      await deployment.faults('huggingface', { forever: row.fault });
      // Once deltas are out the next try is at the other provider.
      const first = row.deltas ? 1 : row.gemini.calls;
      await expectFailure(deployment, form, row, { gemini: first, huggingface: other.calls });
      await expectBreaker('gemini', row.gemini, first);
      await expectBreaker('huggingface', other, other.calls);
    });

    test.each(MATRIX)('$fault, then the fallback answers', async (row) => {
      const deployment = new Deployment(times(row));
      await deployment.faults('gemini', { forever: row.fault });
      const begun = Date.now();
      const response = form === 'stream' ? await deployment.stream() : await deployment.ask();
      if (form === 'stream') {
        const { events, text } = await readEvents(response);
        expect(events.at(-1)).toMatchObject({ event: 'done', data: { provider: 'huggingface' } });
        expect(events.filter(({ event }) => event === 'restart')).toHaveLength(row.deltas ? 1 : 0);
        expect(firstBreak(reviewSchema as Schema, JSON.parse(text))).toBeNull();
      } else {
        expect(response.status).toBe(200);
        expect(firstBreak(reviewSchema as Schema, (await reviewOf(response)).review)).toBeNull();
      }
      expect(Date.now() - begun).toBeLessThan(5_000);
      await deployment.settled();
      const first = row.deltas ? 1 : row.gemini.calls;
      expect(await deployment.calls()).toEqual({ gemini: first, huggingface: 1 });
      await expectBreaker('gemini', row.gemini, first);
      expect(await statusOf('huggingface')).toMatchObject({ isHealthy: 1, failureCount: 0, lastError: null });
      expect(await usedBy(deployment)).toBe(1);
      expect(linesOf(response)).toMatchObject([{ type: 'success', provider: 'huggingface', errorCode: null, attempts: first + 1, remaining: 9 }]);
    });
  });
}
