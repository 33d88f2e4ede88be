// The two forms of an answer when all is well, and the routes around them.

import { beforeEach, describe, expect, test } from 'vitest';
import reviewSchema from '../../functions/lib/generated/review.schema.json';
import type { Health } from '../../functions/lib/generated/wire';
import { firstBreak, type Schema } from '../../functions/lib/schema';
import { bodyOf, CV, Deployment, readEvents, reviewOf, rows } from './harness';

beforeEach(async () => {
  await rows('DELETE FROM AIProviderStatus');
  await rows('DELETE FROM ProviderUsage');
});

describe('a review as an event stream', () => {
  test.each([
    ['gemini', 'huggingface', 'gemini-3.8-flash'],
    ['huggingface', 'gemini', 'openai/gpt-oss-120b:cerebras'],
  ])('from %s', async (primary, fallback, model) => {
    const deployment = new Deployment({ AI_PRIMARY_PROVIDER: primary, AI_FALLBACK_PROVIDER: fallback });
    const response = await deployment.stream();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(response.headers.get('x-ratelimit-limit')).toBe('10');
    expect(response.headers.get('x-ratelimit-remaining')).toBe('9');

    const { events, comments, text } = await readEvents(response);
    expect(comments[0]?.length).toBeGreaterThan(1024);
    expect(events[0]).toEqual({ event: 'open', data: { requestId: response.headers.get('x-request-id'), limit: 10, remaining: 9 } });
    expect(events.slice(1, -1).every(({ event }) => event === 'delta')).toBe(true);
    expect(events.length).toBeGreaterThan(20);
    expect(events.at(-1)).toMatchObject({ event: 'done', data: { provider: primary, model, usage: { inputTokens: 2100 } } });
    expect(firstBreak(reviewSchema as Schema, JSON.parse(text))).toBeNull();
    // Thoughts of the model are not a part of the answer.
    expect(text).not.toContain('Let me think');
  });

  test('edits name lines of the CV that was sent', async () => {
    const { text } = await readEvents(await new Deployment().stream());
    const lines = CV.split('\n');
    const { edits } = JSON.parse(text) as { edits: { from_line: number; to_line: number }[] };
    expect(edits.length).toBeGreaterThanOrEqual(6);
    for (const { from_line } of edits) expect(lines[from_line - 1]).toMatch(/^- /);
  });
});

describe('a review as one JSON object', () => {
  test.each(['gemini', 'huggingface'])('from %s', async (provider) => {
    const deployment = new Deployment({ AI_PRIMARY_PROVIDER: provider, AI_FALLBACK_PROVIDER: 'none' });
    const response = await deployment.ask();
    expect(response.status).toBe(200);
    const body = await reviewOf(response);
    expect(body).toMatchObject({ provider, requestId: response.headers.get('x-request-id') });
    expect(body.usage.outputTokens).toBeGreaterThan(100);
    expect(firstBreak(reviewSchema as Schema, body.review)).toBeNull();
    expect(body.review.interview).toHaveLength(10);
    expect(response.headers.get('x-ratelimit-remaining')).toBe('9');
  });
});

describe('what every answer carries', () => {
  test.each([
    ['a review', (d: Deployment) => d.ask()],
    ['a stream', (d: Deployment) => d.stream()],
    ['health', (d: Deployment) => d.fetch('/api/health')],
    ['an error', (d: Deployment) => d.ask('{')],
    ['nothing there', (d: Deployment) => d.fetch('/api/nothing')],
  ])('%s', async (_, send) => {
    const deployment = new Deployment();
    const response = await send(deployment);
    await response.text();
    await deployment.settled();
    expect(response.headers.get('cache-control')).toContain('no-store');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('strict-transport-security')).toContain('max-age=63072000');
    expect(response.headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('other addresses and methods', () => {
  test.each(['/api', '/api/', '/api/nothing', '/api/cv-review', '/api/cv-review/generate/more', '/api/health/x'])('%s is 404', async (path) => {
    const response = await new Deployment().fetch(path);
    expect(response.status).toBe(404);
    expect(await bodyOf(response)).toMatchObject({ code: 'NOT_FOUND', retryable: false, requestId: response.headers.get('x-request-id') });
  });

  test.each(['GET', 'HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('%s on generate is 405 and costs nothing', async (method) => {
    const deployment = new Deployment();
    const response = await deployment.fetch('/api/cv-review/generate', { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
    expect(await deployment.calls()).toEqual({ gemini: 0, huggingface: 0 });
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s on health is 405', async (method) => {
    const response = await new Deployment().fetch('/api/health', { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD');
    expect(await bodyOf(response)).toMatchObject({ code: 'METHOD_NOT_ALLOWED' });
  });
});

test('health says how things are, without asking a provider', async () => {
  const deployment = new Deployment();
  const response = await deployment.fetch('/api/health');
  expect(response.status).toBe(200);
  const health = (await response.json()) as Health;
  expect(health).toMatchObject({ status: 'ok', database: 'ok', feature: true, quota: { limit: 10, remaining: 10 }, turnstileSiteKey: null });
  expect(health.version).toMatch(/^\d+\.\d+\.\d+$/);
  expect(health.providers.map(({ provider, role, healthy }) => [provider, role, healthy])).toEqual([
    ['gemini', 'primary', true],
    ['huggingface', 'fallback', true],
  ]);
  expect(await deployment.calls()).toEqual({ gemini: 0, huggingface: 0 });
  expect(JSON.stringify(health)).not.toContain(deployment.gemini);
});
