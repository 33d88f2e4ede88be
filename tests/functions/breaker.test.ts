// The breaker: when a provider is no longer asked, and how it comes back.

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Health } from '../../functions/lib/generated/wire';
import { Deployment, readEvents, rows, statusOf } from './harness';

beforeEach(async () => {
  await rows('DELETE FROM AIProviderStatus');
  vi.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

async function put(provider: string, lastError: string, agoMs: number, isHealthy = 0, failureCount = 3): Promise<void> {
  await rows('INSERT INTO AIProviderStatus (provider, isHealthy, lastError, lastCheckedAt, failureCount, createdAt, updatedAt) VALUES (?1, ?2, ?3, ?4, ?5, 1, 1)', provider, isHealthy, lastError, Date.now() - agoMs, failureCount);
}

const alone = { AI_FALLBACK_PROVIDER: 'none', AI_FIRST_BYTE_MS: '4000' };

async function ask(deployment: Deployment): Promise<number> {
  const response = await deployment.ask();
  await response.text();
  await deployment.settled();
  return response.status;
}

describe('opening', () => {
  test('after three failures in a row, and the fallback goes on without it', async () => {
    const deployment = new Deployment();
    await deployment.faults('gemini', { forever: 'max-tokens' }); // one try a request
    for (const [failureCount, isHealthy] of [[1, 1], [2, 1], [3, 0]]) {
      expect(await ask(deployment)).toBe(200);
      expect(await statusOf('gemini')).toMatchObject({ failureCount, isHealthy });
    }
    expect(await ask(deployment)).toBe(200);
    expect(await deployment.calls()).toEqual({ gemini: 3, huggingface: 4 });
    const health = await deployment.fetch('/api/health');
    expect(health.status).toBe(200);
    expect(await health.json()).toMatchObject({ status: 'degraded', providers: [{ provider: 'gemini', healthy: false, lastError: 'truncated', failureCount: 3 }, { healthy: true }] });
  });

  test('a success in between starts the count anew', async () => {
    const deployment = new Deployment(alone);
    await deployment.faults('gemini', { queue: ['max-tokens', 'max-tokens', 'ok', 'max-tokens', 'max-tokens'] });
    for (let index = 0; index < 5; index += 1) await ask(deployment);
    expect(await statusOf('gemini')).toMatchObject({ failureCount: 2, isHealthy: 1 });
  });

  test.each([['401', 'auth'], ['403', 'auth'], ['400-key', 'auth'], ['404', 'gone'], ['429-day', 'quota'], ['402', 'credit']])('at once on %s', async (fault, kind) => {
    const deployment = new Deployment(alone);
    await deployment.faults('gemini', { forever: fault });
    await ask(deployment);
    expect(await statusOf('gemini')).toMatchObject({ isHealthy: 0, lastError: kind, failureCount: 1 });
    await ask(deployment);
    expect((await deployment.calls()).gemini).toBe(1);
  });

  test.each(['400', 'safety', 'spii', 'safety-late', 'prompt-blocked'])('never on %s, however often', async (fault) => {
    const deployment = new Deployment(alone);
    await deployment.faults('gemini', { forever: fault });
    for (let index = 0; index < 5; index += 1) await ask(deployment);
    expect((await deployment.calls()).gemini).toBe(5);
    expect((await statusOf('gemini'))?.isHealthy ?? 1).toBe(1);
  });

  test('a client that leaves says nothing about a provider', async () => {
    const deployment = new Deployment(alone);
    await deployment.faults('gemini', { forever: 'stall-headers' });
    for (let index = 0; index < 4; index += 1) {
      const left = new AbortController();
      const response = await deployment.stream(undefined, { signal: left.signal });
      left.abort();
      await response.body?.cancel().catch(() => undefined);
      await deployment.settled();
    }
    expect(await statusOf('gemini')).toBeUndefined();
  });

  test('all providers down: 503 from health, and a sentence instead of a stream', async () => {
    await put('gemini', 'server', 0);
    await put('huggingface', 'credit', 0);
    const deployment = new Deployment();
    expect((await deployment.fetch('/api/health')).status).toBe(503);
    const response = await deployment.stream();
    expect([response.status, response.headers.get('content-type')]).toEqual([503, 'application/json; charset=utf-8']);
  });
});

describe('half open', () => {
  test('one winner of 60 parallel requests; the others are not kept waiting', async () => {
    await put('gemini', 'server', 31_000);
    const deployment = new Deployment({ ...alone, RATE_LIMIT_PER_IP: '100' });
    await deployment.faults('gemini', { forever: 'max-tokens' });
    const responses = await Promise.all(Array.from({ length: 60 }, () => deployment.ask()));
    await deployment.settled();
    expect(responses.every(({ status }) => status === 503)).toBe(true);
    expect((await deployment.calls()).gemini).toBe(1);
    expect(await statusOf('gemini')).toMatchObject({ isHealthy: 0, lastError: 'truncated', failureCount: 4 });
  });

  test('the winner who succeeds closes it for all', async () => {
    await put('gemini', 'server', 31_000);
    const deployment = new Deployment(alone);
    expect(await ask(deployment)).toBe(200);
    expect(await statusOf('gemini')).toMatchObject({ isHealthy: 1, failureCount: 0, lastError: null });
    expect(await ask(deployment)).toBe(200);
  });

  test('a winner who is refused has shown that it is up', async () => {
    await put('gemini', 'server', 31_000);
    const deployment = new Deployment(alone);
    await deployment.faults('gemini', { forever: 'safety' });
    await ask(deployment);
    expect(await statusOf('gemini')).toMatchObject({ isHealthy: 1, failureCount: 0 });
  });

  test.each([
    ['server', 29_000, false],
    ['server', 31_000, true],
    ['auth', 14 * 60_000, false],
    ['auth', 16 * 60_000, true],
    ['gone', 14 * 60_000, false],
    ['quota', 59 * 60_000, false],
    ['quota', 61 * 60_000, true],
    ['credit', 179 * 60_000, false],
    ['credit', 181 * 60_000, true],
  ])('the pause after %s, %i ms later: asked is %s', async (kind, agoMs, asked) => {
    await put('gemini', kind, agoMs);
    const deployment = new Deployment(alone);
    expect(await ask(deployment)).toBe(asked ? 200 : 503);
    expect((await deployment.calls()).gemini).toBe(asked ? 1 : 0);
  });

  test('a claim that was not needed is given back', async () => {
    await put('huggingface', 'server', 31_000);
    const before = await statusOf('huggingface');
    const deployment = new Deployment();
    expect(await ask(deployment)).toBe(200);
    expect((await deployment.calls()).huggingface).toBe(0);
    expect(await statusOf('huggingface')).toEqual(before);
    // So it is there when it is needed.
    await deployment.faults('gemini', { forever: 'max-tokens' });
    expect(await ask(deployment)).toBe(200);
    expect(await statusOf('huggingface')).toMatchObject({ isHealthy: 1 });
  });

  test('a client over its limit claims nothing', async () => {
    const deployment = new Deployment({ ...alone, RATE_LIMIT_PER_IP: '1' });
    expect(await ask(deployment)).toBe(200);
    await rows('DELETE FROM AIProviderStatus');
    await put('gemini', 'server', 31_000);
    const before = await statusOf('gemini');
    expect(await ask(deployment)).toBe(429);
    expect(await statusOf('gemini')).toEqual(before);
  });

  test('a row written by a clock far ahead does not shut a provider out', async () => {
    await put('gemini', 'server', -3_600_000 * 24 * 400);
    const deployment = new Deployment(alone);
    expect(await ask(deployment)).toBe(200);
  });

  test('a clock a little ahead is only another machine', async () => {
    await put('gemini', 'server', -5_000);
    const deployment = new Deployment(alone);
    expect(await ask(deployment)).toBe(503);
  });

  test('health neither claims nor calls', async () => {
    await put('gemini', 'server', 31_000);
    const before = await statusOf('gemini');
    const deployment = new Deployment(alone);
    const health = (await (await deployment.fetch('/api/health')).json()) as Health;
    expect(health.providers[0]).toMatchObject({ healthy: false, lastError: 'server' });
    expect(await statusOf('gemini')).toEqual(before);
    expect((await deployment.calls()).gemini).toBe(0);
  });
});

test('a stream tells which provider answered after the primary was skipped', async () => {
  await put('gemini', 'auth', 0);
  const { events } = await readEvents(await new Deployment().stream());
  expect(events.at(-1)).toMatchObject({ event: 'done', data: { provider: 'huggingface' } });
  expect(events.filter(({ event }) => event === 'restart')).toEqual([]);
});
