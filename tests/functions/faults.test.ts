// Faults that need more than a row of the matrix.

import { describe, expect, test, vi } from 'vitest';
import { bodyOf, Deployment, eventually, readEvents, received, statusOf } from './harness';
import { prepare, times } from './matrix';

prepare();

describe('besides the matrix', () => {
  test('nobody listens at the base URL', async () => {
    const deployment = new Deployment({ ...times(), GEMINI_BASE_URL: 'http://127.0.0.1:1', AI_FALLBACK_PROVIDER: 'none' });
    const response = await deployment.ask();
    expect(await bodyOf(response)).toMatchObject({ code: 'AI_UNAVAILABLE' });
    await deployment.settled();
    expect(await statusOf('gemini')).toMatchObject({ lastError: 'network', failureCount: 2 });
  });

  test('a retry that succeeds costs the user nothing more', async () => {
    const deployment = new Deployment(times());
    await deployment.faults('gemini', { queue: ['503'] });
    const { events } = await readEvents(await deployment.stream());
    expect(events.at(-1)).toMatchObject({ event: 'done', data: { provider: 'gemini' } });
    await deployment.settled();
    expect(await deployment.calls()).toEqual({ gemini: 2, huggingface: 0 });
    expect(await statusOf('gemini')).toMatchObject({ isHealthy: 1, failureCount: 0 });
  });

  test('a redirect is not followed: the key stays here', async () => {
    const deployment = new Deployment({ ...times(), AI_FALLBACK_PROVIDER: 'none' });
    await deployment.faults('gemini', { forever: 'redirect' });
    await (await deployment.ask()).text();
    const { requests } = await deployment.channel(deployment.gemini);
    expect(requests).toHaveLength(2);
    const stray = (await received('stray')).requests.map(({ headers }) => headers['x-goog-api-key']);
    expect(stray).not.toContain(deployment.gemini);
  });

  test('one byte a second ends with the total time, not later', async () => {
    const deployment = new Deployment({ AI_FIRST_BYTE_MS: '2500', AI_SILENCE_MS: '2500', AI_TIMEOUT_MS: '3000', AI_FALLBACK_PROVIDER: 'none' });
    await deployment.faults('gemini', { forever: 'drip' });
    const begun = Date.now();
    const { events } = await readEvents(await deployment.stream());
    expect(events.at(-1)).toMatchObject({ event: 'error', data: { code: 'AI_TIMEOUT' } });
    expect(Date.now() - begun).toBeGreaterThan(2_900);
    expect(Date.now() - begun).toBeLessThan(4_000);
    await deployment.settled();
    const closed = async () => (await deployment.channel(deployment.gemini)).requests[0]?.ended === 'closed by client';
    expect(await eventually(closed)).toBe(true);
  });

  test('an answer that is complete but never closed is taken', async () => {
    const deployment = new Deployment({ ...times(), AI_SILENCE_MS: '4000' });
    await deployment.faults('gemini', { forever: 'stall-end' });
    const begun = Date.now();
    const { events } = await readEvents(await deployment.stream());
    expect(events.at(-1)?.event).toBe('done');
    expect(Date.now() - begun).toBeLessThan(2_500);
  });

  test('waiting as long as asked, before asking the same provider again', async () => {
    const deployment = new Deployment({ ...times(), AI_FALLBACK_PROVIDER: 'none' });
    await deployment.faults('gemini', { queue: ['429-seconds'] });
    await (await deployment.ask()).text();
    const { requests } = await deployment.channel(deployment.gemini);
    expect((requests[1]?.at ?? 0) - (requests[0]?.at ?? 0)).toBeGreaterThanOrEqual(1_000);
  });

  test('retries spread out: the wait before them is random', async () => {
    const waits: number[] = [];
    for (const random of [0, 0.5, 0.99]) {
      vi.spyOn(Math, 'random').mockReturnValue(random);
      const deployment = new Deployment({ ...times(), AI_FALLBACK_PROVIDER: 'none' });
      await deployment.faults('gemini', { queue: ['503'] });
      await (await deployment.ask()).text();
      const { requests } = await deployment.channel(deployment.gemini);
      waits.push((requests[1]?.at ?? 0) - (requests[0]?.at ?? 0));
    }
    expect(waits[0]).toBeLessThan(100);
    expect(waits[1]).toBeGreaterThan(350);
    expect(waits[2]).toBeGreaterThan(750);
    expect(waits[2]).toBeLessThan(1_200);
  });

  test('the total time also bounds a stalled primary and a stalled fallback', async () => {
    const deployment = new Deployment({ AI_FIRST_BYTE_MS: '5000', AI_SILENCE_MS: '5000', AI_TIMEOUT_MS: '700' });
    await deployment.faults('gemini', { forever: 'stall-headers' });
    const begun = Date.now();
    const response = await deployment.ask();
    expect(response.status).toBe(504);
    expect(Date.now() - begun).toBeLessThan(1_500);
  });
});
