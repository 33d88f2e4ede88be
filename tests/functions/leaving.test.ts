// A client that goes: the provider must hear of it, and soon. The same over a
// real connection is in served.test.mjs.

import { beforeEach, describe, expect, test } from 'vitest';
import { Deployment, eventually, linesOf, rows } from './harness';

beforeEach(async () => {
  await rows('DELETE FROM AIProviderStatus');
});

const slow = { AI_FIRST_BYTE_MS: '15000', AI_SILENCE_MS: '15000', AI_TIMEOUT_MS: '60000' };

async function expectClosed(deployment: Deployment, response: Response): Promise<void> {
  const closed = await eventually(async () => (await deployment.channel(deployment.gemini)).requests.every(({ ended }) => ended === 'closed by client'));
  expect(closed).toBe(true);
  await deployment.settled();
  const { gemini, huggingface } = await deployment.calls();
  expect(gemini + huggingface).toBeLessThanOrEqual(1); // none when it went at once
  expect(linesOf(response)).toMatchObject([{ type: 'error', errorCode: 'CLIENT_LEFT', remaining: 9 }]);
  const health = await deployment.fetch('/api/health');
  expect(health.headers.get('x-ratelimit-remaining')).toBe('9'); // not given back
}

describe.each([['stall-headers'], ['stall-body'], ['ok']])('while the provider does %s', (fault) => {
  test.each([0, 1_000])('the stream is cancelled after %i ms', async (ms) => {
    const deployment = new Deployment(slow);
    await deployment.faults('gemini', { forever: fault, delay: 300, chunk: 40 });
    const response = await deployment.stream();
    const reader = response.body?.getReader();
    await reader?.read();
    await new Promise((resolve) => setTimeout(resolve, ms));
    await reader?.cancel();
    await expectClosed(deployment, response);
  });

  test('the request is aborted', async () => {
    const deployment = new Deployment(slow);
    await deployment.faults('gemini', { forever: fault, delay: 300, chunk: 40 });
    const left = new AbortController();
    const response = await deployment.stream(undefined, { signal: left.signal });
    await eventually(async () => (await deployment.calls()).gemini === 1);
    left.abort();
    await expectClosed(deployment, response);
  });
});

test('the whole form is given up as well', async () => {
  const deployment = new Deployment(slow);
  await deployment.faults('gemini', { forever: 'stall-body' });
  const left = new AbortController();
  const pending = deployment.ask(undefined, { signal: left.signal });
  await eventually(async () => (await deployment.calls()).gemini === 1);
  left.abort();
  await pending.then((response) => expectClosed(deployment, response), () => undefined);
});

test('between two tries as well: no second call', async () => {
  const deployment = new Deployment({ ...slow, AI_FALLBACK_PROVIDER: 'none' });
  await deployment.faults('gemini', { forever: '429-seconds' });
  const left = new AbortController();
  const response = await deployment.stream(undefined, { signal: left.signal });
  await eventually(async () => (await deployment.calls()).gemini === 1);
  left.abort();
  await deployment.settled();
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect((await deployment.calls()).gemini).toBe(1);
  expect(linesOf(response)).toMatchObject([{ errorCode: 'CLIENT_LEFT', attempts: 1 }]);
});
