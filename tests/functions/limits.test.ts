// How many reviews get through, whatever a client tries; and what D1 does to it.

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { networkOf } from '../../functions/lib/client';
import type { Health } from '../../functions/lib/generated/wire';
import type { Database, Statement } from '../../functions/lib/platform';
import { bodyOf, CV, db, Deployment, linesOf, POST, readEvents, received, reviewOf, rows } from './harness';

beforeEach(async () => {
  for (const table of ['AIProviderStatus', 'RateLimit', 'ProviderUsage']) await rows(`DELETE FROM ${table}`);
  await rows("UPDATE Settings SET value = 'on' WHERE name = 'feature'");
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const totals = () => rows<{ bucket: string; used: number; attempts: number }>('SELECT bucket, used, attempts FROM RateLimit ORDER BY used');

async function tally(responses: Response[]): Promise<Record<number, number>> {
  const counts: Record<number, number> = {};
  for (const response of responses) {
    await response.text();
    counts[response.status] = (counts[response.status] ?? 0) + 1;
  }
  return counts;
}

describe('per address', () => {
  test('200 parallel requests: exactly 10 reach the provider', async () => {
    const deployment = new Deployment();
    const responses = await Promise.all(Array.from({ length: 200 }, (_, index) => (index % 2 ? deployment.ask() : deployment.stream())));
    const remaining = responses.map((response) => response.headers.get('x-ratelimit-remaining'));
    const refusal = responses.find(({ status }) => status === 429)?.clone();
    expect(await tally(responses)).toEqual({ 200: 10, 429: 190 });
    await deployment.settled();
    expect(await deployment.calls()).toEqual({ gemini: 10, huggingface: 0 });
    expect(new Set(remaining)).toEqual(new Set(['9', '8', '7', '6', '5', '4', '3', '2', '1', '0']));
    expect(refusal && (await bodyOf(refusal))).toMatchObject({ code: 'RATE_LIMITED', retryable: true });
    const wait = Number(refusal?.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(86_400);
    expect(Number(refusal?.headers.get('x-ratelimit-reset')) % 86_400).toBe(0);
    expect((await totals()).map(({ used }) => used)).toEqual([10, 10]);
  });

  test('1,000 addresses of one /64 are one client', async () => {
    const deployment = new Deployment();
    const responses: Response[] = [];
    for (let batch = 0; batch < 10; batch += 1) {
      const asked = Array.from({ length: 100 }, (_, index) => {
        const n = batch * 100 + index;
        return deployment.ask(undefined, { headers: { 'cf-connecting-ip': `2001:db8:77:1:${n.toString(16)}::${(n * 7).toString(16)}` } });
      });
      responses.push(...(await Promise.all(asked)));
    }
    expect(await tally(responses)).toEqual({ 200: 10, 429: 990 });
    await deployment.settled();
    expect((await deployment.calls()).gemini).toBe(10);
  });

  test('the next /64 is another client', async () => {
    const deployment = new Deployment({ RATE_LIMIT_PER_IP: '1' });
    const from = (address: string) => deployment.ask(undefined, { headers: { 'cf-connecting-ip': address } });
    expect((await from('2001:db8:77:1::1')).status).toBe(200);
    expect((await from('2001:db8:77:1:ffff::1')).status).toBe(429);
    expect((await from('2001:db8:77:2::1')).status).toBe(200);
  });

  test.each([
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['::FFFF:CB00:7109', '203.0.113.9'],
    ['0:0:0:0:0:ffff:203.0.113.9', '203.0.113.9'],
    [' 203.0.113.9 ', '203.0.113.9'],
    ['2001:DB8::1', '2001:db8:0:0::/64'],
    ['2001:db8:0:0:1:2:3:4', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['::', '0:0:0:0::/64'],
    ['1:2:3:4:5:6:7:8', '1:2:3:4::/64'],
    ['1::8', '1:0:0:0::/64'],
    ['', null],
    ['unknown', null],
    ['203.0.113.256', null],
    ['203.0.113', null],
    ['1:2:3', null],
    ['::1]/x', null],
    ['203.0.113.9, 198.51.100.1', null],
  ])('the address %j stands for %j', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  test('an IPv4 address and its IPv6 form share one limit', async () => {
    const deployment = new Deployment({ RATE_LIMIT_PER_IP: '2' });
    const from = (address: string) => deployment.ask(undefined, { headers: { 'cf-connecting-ip': address } });
    expect([(await from('198.51.100.7')).status, (await from('::ffff:198.51.100.7')).status, (await from('::ffff:c633:6407')).status]).toEqual([200, 200, 429]);
  });

  test('headers that a client can write change nothing', async () => {
    const deployment = new Deployment({ RATE_LIMIT_PER_IP: '1' });
    await (await deployment.ask()).text();
    const spoofs = ['x-forwarded-for', 'x-real-ip', 'forwarded', 'true-client-ip', 'x-client-ip', 'fastly-client-ip', 'x-cluster-client-ip', 'cf-pseudo-ipv4', 'cf-connecting-ipv6'];
    for (const [index, name] of spoofs.entries()) {
      const response = await deployment.ask(undefined, { headers: { [name]: `192.0.2.${index + 1}` } });
      expect([name, response.status]).toEqual([name, 429]);
    }
  });

  test('without an address everyone shares one bucket', async () => {
    const deployment = new Deployment({ RATE_LIMIT_PER_IP: '3' });
    const responses = await Promise.all(
      ['', 'garbage', '-', '999.1.1.1', ''].map((address) => deployment.ask(undefined, { headers: { 'cf-connecting-ip': address } })),
    );
    expect(await tally(responses)).toEqual({ 200: 3, 429: 2 });
  });

  test('a double submit is two reviews, each whole', async () => {
    const deployment = new Deployment();
    const [one, two] = await Promise.all([deployment.stream(), deployment.stream()]);
    for (const response of [one, two]) {
      const { events, text } = await readEvents(response);
      expect(events.at(-1)?.event).toBe('done');
      expect(Object.keys(JSON.parse(text) as object)).toContain('cover_letter');
    }
    expect(one.headers.get('x-request-id')).not.toBe(two.headers.get('x-request-id'));
    await deployment.settled();
    expect((await deployment.calls()).gemini).toBe(2);
    expect((await totals()).map(({ used }) => used)).toEqual([2, 2]);
  });

  test('no address is stored, and buckets of two days cannot be matched', async () => {
    const deployment = new Deployment({ AI_FALLBACK_PROVIDER: 'none' });
    deployment.address = '198.51.100.23';
    vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2027, 0, 1, 12) });
    await (await deployment.ask()).text();
    vi.setSystemTime(Date.UTC(2027, 0, 2, 12));
    await (await deployment.ask()).text();
    await deployment.settled();
    const found = await rows<{ day: string; bucket: string }>("SELECT day, bucket FROM RateLimit WHERE bucket <> 'all' ORDER BY day");
    expect(found.map(({ day }) => day)).toEqual(['2027-01-01', '2027-01-02']);
    expect(found[0]?.bucket).toMatch(/^[0-9a-f]{32}$/);
    expect(found[0]?.bucket).not.toBe(found[1]?.bucket);
    expect(JSON.stringify(found)).not.toContain('198.51');
  });

  test('another secret, other buckets', async () => {
    for (const secret of ['one', 'two']) await (await new Deployment({ RATE_LIMIT_SECRET: secret }).ask(undefined, { headers: { 'cf-connecting-ip': '198.51.100.99' } })).text();
    expect(await rows("SELECT bucket FROM RateLimit WHERE bucket <> 'all'")).toHaveLength(2);
  });
});

describe('given back and bounded', () => {
  test('failures of theirs are given back, but not for ever', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const deployment = new Deployment({ RATE_LIMIT_PER_IP: '2', AI_FALLBACK_PROVIDER: 'none' });
    await deployment.faults('gemini', { forever: '400' });
    const statuses: number[] = [];
    for (let index = 0; index < 8; index += 1) {
      statuses.push((await deployment.ask()).status);
      await deployment.settled();
    }
    // Two reviews, three tries for each; then no more today.
    expect(statuses).toEqual([503, 503, 503, 503, 503, 503, 429, 429]);
    expect((await deployment.calls()).gemini).toBe(6);
    const health = (await (await deployment.fetch('/api/health')).json()) as Health;
    expect(health.quota?.remaining).toBe(0);
  });

  test('when nobody may be asked, nothing is used', async () => {
    await rows("INSERT INTO AIProviderStatus (provider, isHealthy, lastError, lastCheckedAt, failureCount, createdAt, updatedAt) VALUES ('gemini', 0, 'server', ?1, 3, 1, 1)", Date.now());
    const deployment = new Deployment({ AI_FALLBACK_PROVIDER: 'none' });
    for (const send of [() => deployment.ask(), () => deployment.stream()]) {
      const response = await send();
      expect(response.status).toBe(503);
      expect(response.headers.get('content-type')).toContain('application/json');
      expect(await bodyOf(response)).toMatchObject({ code: 'AI_UNAVAILABLE', retryable: true, retryAfter: 30 });
      expect(response.headers.get('x-ratelimit-remaining')).toBe('10');
    }
    await deployment.settled();
    expect((await totals()).map(({ used }) => used)).toEqual([0, 0]);
    expect((await deployment.calls()).gemini).toBe(0);
  });

  test('the whole deployment has a daily cap', async () => {
    const deployment = new Deployment({ AI_DAILY_LIMIT: '5' });
    const responses = await Promise.all(
      Array.from({ length: 40 }, (_, index) => deployment.ask(undefined, { headers: { 'cf-connecting-ip': `198.51.100.${index}` } })),
    );
    const refusal = responses.find(({ status }) => status === 503)?.clone();
    expect(await tally(responses)).toEqual({ 200: 5, 503: 35 });
    await deployment.settled();
    expect((await deployment.calls()).gemini).toBe(5);
    const body = refusal && (await bodyOf(refusal));
    expect(body).toMatchObject({ code: 'AI_UNAVAILABLE', error: expect.stringContaining('for today are used up') as string });
    expect(body?.retryAfter).toBeGreaterThan(0);
    const health = (await (await deployment.fetch('/api/health')).json()) as Health;
    expect(health.quota?.remaining).toBe(0);
  });

  test('who is refused by the cap loses nothing of their own', async () => {
    const first = new Deployment({ AI_DAILY_LIMIT: '1' });
    await (await first.ask()).text();
    const second = new Deployment({ AI_DAILY_LIMIT: '1' });
    expect((await second.ask()).status).toBe(503);
    expect(await rows("SELECT bucket FROM RateLimit WHERE bucket <> 'all'")).toHaveLength(1);
  });
});

describe('days', () => {
  test('a new day brings new reviews, and older days are purged', async () => {
    const deployment = new Deployment({ RATE_LIMIT_PER_IP: '1' });
    vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2027, 4, 1, 23, 59, 59) });
    expect((await deployment.ask()).status).toBe(200);
    const refused = await deployment.ask();
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1']);
    vi.setSystemTime(Date.UTC(2027, 4, 2, 0, 0, 1));
    expect((await deployment.ask()).status).toBe(200);
    await deployment.settled();
    expect((await rows('SELECT DISTINCT day FROM RateLimit ORDER BY day')).length).toBe(2);
    vi.setSystemTime(Date.UTC(2027, 4, 4, 8));
    expect((await deployment.ask()).status).toBe(200);
    await deployment.settled();
    expect(await rows('SELECT DISTINCT day FROM RateLimit')).toEqual([{ day: '2027-05-04' }]);
  });

  test('a failure after midnight gives back the review of the day before', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const deployment = new Deployment({ AI_FALLBACK_PROVIDER: 'none', AI_FIRST_BYTE_MS: '300' });
    await deployment.faults('gemini', { forever: 'stall-headers' });
    vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2027, 5, 1, 23, 59, 59, 900) });
    const response = await deployment.stream();
    vi.setSystemTime(Date.UTC(2027, 5, 2, 0, 0, 0, 500));
    await readEvents(response);
    await deployment.settled();
    expect(await rows('SELECT day, used FROM RateLimit')).toEqual([
      { day: '2027-06-01', used: 0 },
      { day: '2027-06-01', used: 0 },
    ]);
  });

  test('a clock that jumps back or far ahead neither throws nor lifts the limit of a day', async () => {
    const deployment = new Deployment({ RATE_LIMIT_PER_IP: '1' });
    vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2027, 6, 10) });
    expect((await deployment.ask()).status).toBe(200);
    vi.setSystemTime(Date.UTC(2027, 6, 9, 23, 59));
    expect((await deployment.ask()).status).toBe(200);
    await deployment.settled();
    vi.setSystemTime(Date.UTC(2027, 6, 10));
    expect((await deployment.ask()).status).toBe(429);
    vi.setSystemTime(Date.UTC(2099, 0, 1));
    expect((await deployment.ask()).status).toBe(200);
  });
});

describe('D1', () => {
  /** D1 with a hand in between. */
  function between(batch: (statements: Statement[], real: Database['batch']) => ReturnType<Database['batch']>): Database {
    return { prepare: (sql) => db.prepare(sql), batch: (statements) => batch(statements, (all) => db.batch(all)) };
  }

  test('a review costs two round trips, health one', async () => {
    let trips = 0;
    const DB = between((statements, real) => {
      trips += 1;
      return real(statements);
    });
    for (const [fault, send] of [
      ['ok', (d: Deployment) => d.ask()],
      ['ok', (d: Deployment) => d.stream()],
      ['503', (d: Deployment) => d.ask()],
      ['cut', (d: Deployment) => d.stream()],
      ['safety', (d: Deployment) => d.ask()],
    ] as const) {
      trips = 0;
      const deployment = new Deployment({ DB });
      await deployment.faults('gemini', { forever: fault });
      await (await send(deployment)).text();
      await deployment.settled();
      expect([fault, trips]).toEqual([fault, 2]);
    }
    trips = 0;
    await (await new Deployment().fetch('/api/health')).text();
    const watched = new Deployment({ DB });
    await (await watched.fetch('/api/health')).text();
    expect(trips).toBe(1);
  });

  test.each([
    ['throws', () => Promise.reject(new Error('D1_ERROR: no such table, with UPSTREAM-WORDS'))],
    ['answers nothing', () => Promise.resolve([])],
    ['answers nonsense', () => Promise.resolve([null, undefined] as never)],
  ])('that %s: no review, no call, a sentence', async (_, batch) => {
    const deployment = new Deployment({ DB: between(batch) });
    const response = await deployment.stream();
    expect(response.status).toBe(503);
    const body = await bodyOf(response);
    expect(body).toMatchObject({ code: 'DATABASE_UNAVAILABLE', retryable: true, retryAfter: 60 });
    expect(body.error).not.toContain('D1');
    await deployment.settled();
    expect((await deployment.calls()).gemini).toBe(0);
    expect(linesOf(response)).toMatchObject([{ type: 'error', errorCode: 'DATABASE_UNAVAILABLE' }]);

    const health = await deployment.fetch('/api/health');
    expect(health.status).toBe(503);
    expect(await health.json()).toMatchObject({ status: 'down', database: 'down', quota: null });
  });

  test('that hangs is given up on', async () => {
    const deployment = new Deployment({ DB: between(() => new Promise(() => undefined)) });
    const begun = Date.now();
    expect(await bodyOf(await deployment.ask())).toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
    expect(Date.now() - begun).toBeLessThan(4_000);
    expect((await deployment.calls()).gemini).toBe(0);
  });

  test('that goes away after the reservation: the review is delivered, the log says it', async () => {
    let trips = 0;
    const DB = between((statements, real) => ((trips += 1) === 1 ? real(statements) : Promise.reject(new Error('gone'))));
    const deployment = new Deployment({ DB });
    const response = await deployment.ask();
    expect(response.status).toBe(200);
    expect((await reviewOf(response)).review.interview).toHaveLength(10);
    await deployment.settled();
    expect(linesOf(response)).toMatchObject([{ type: 'success' }, { type: 'error', errorCode: 'DATABASE_UNAVAILABLE' }]);
  });

  test('with corrupt rows still counts and still answers', async () => {
    const day = new Date().toISOString().slice(0, 10);
    await rows("INSERT INTO RateLimit VALUES (?1, 'all', -50, -3)", day);
    await rows("INSERT INTO AIProviderStatus VALUES (1, 'gemini', 7, '<script>alert(1)</script>', -9000000000000, -4, 0, 0), (2, 'huggingface', -1, 'x', 9000000000000000, 9223372036854775807, 0, 0), (3, 'nobody', 0, NULL, 0, 0, 0, 0)");
    await rows("INSERT INTO ProviderUsage VALUES (?1, 'gemini', -5, -5, -5)", day);
    await rows("UPDATE Settings SET value = 'perhaps' WHERE name = 'feature'");
    const deployment = new Deployment({ RATE_LIMIT_PER_IP: '2' });
    const health = await deployment.fetch('/api/health');
    expect(health.status).toBe(200);
    expect(await health.text()).not.toContain('script');
    expect((await deployment.ask()).status).toBe(200);
    await deployment.settled();
    await rows("UPDATE RateLimit SET used = -9 WHERE bucket <> 'all'");
    const statuses = [await deployment.ask(), await deployment.ask(), await deployment.ask()].map(({ status }) => status);
    expect(statuses).toEqual([200, 200, 429]);
    // A count at the end of its range must not break the books.
    await deployment.faults('gemini', { forever: '401' });
    await deployment.faults('huggingface', { forever: '401' });
    const other = new Deployment();
    await other.faults('gemini', { forever: '401' });
    await other.faults('huggingface', { forever: '401' });
    const failed = await other.ask();
    await other.settled();
    expect(linesOf(failed)).toHaveLength(1);
    expect(await rows("SELECT isHealthy, failureCount FROM AIProviderStatus WHERE provider = 'huggingface'")).toEqual([{ isHealthy: 0, failureCount: 1001 }]);
  });

  test('rows of other shapes than ours', async () => {
    const shapes: unknown[][] = [[{}], [{ used: 'x', attempts: null, off: 'no' }], [{ provider: null, isHealthy: 'yes', lastCheckedAt: {}, failureCount: 'NaN' }]];
    for (const results of shapes) {
      const deployment = new Deployment({ DB: between((statements) => Promise.resolve(statements.map(() => ({ results })))) });
      const health = await deployment.fetch('/api/health');
      expect([200, 503]).toContain(health.status);
      expect(((await health.json()) as Health).quota?.remaining).toBeGreaterThanOrEqual(0);
      const response = await deployment.ask();
      expect([200, 503]).toContain(response.status);
      await deployment.settled();
    }
  });
});

describe('switches', () => {
  test.each(['false', 'off', '0', 'no', ' FALSE '])('FEATURE_CV_REVIEW=%j', async (value) => {
    const deployment = new Deployment({ FEATURE_CV_REVIEW: value });
    const response = await deployment.ask();
    expect(response.status).toBe(503);
    expect(await bodyOf(response)).toMatchObject({ code: 'FEATURE_DISABLED', retryable: false });
    expect(await deployment.calls()).toEqual({ gemini: 0, huggingface: 0 });
    expect(await (await deployment.fetch('/api/health')).json()).toMatchObject({ status: 'degraded', feature: false });
  });

  test('the row in D1 switches it off and on at once, and costs nobody a review', async () => {
    const deployment = new Deployment();
    await rows("UPDATE Settings SET value = 'off' WHERE name = 'feature'");
    expect(await bodyOf(await deployment.stream())).toMatchObject({ code: 'FEATURE_DISABLED' });
    expect(await (await deployment.fetch('/api/health')).json()).toMatchObject({ status: 'degraded', feature: false });
    expect(await totals()).toEqual([]);
    await rows("UPDATE Settings SET value = 'on' WHERE name = 'feature'");
    expect((await deployment.ask()).status).toBe(200);
  });

  test('without any key it says so, and takes nothing', async () => {
    const deployment = new Deployment({ GEMINI_API_KEY: '', GEMINI_BASE_URL: '', HF_API_KEY: '', HF_BASE_URL: '' });
    expect(await bodyOf(await deployment.ask())).toMatchObject({ code: 'AI_UNAVAILABLE', error: expect.stringContaining('not set up') as string });
    expect(await totals()).toEqual([]);
    const health = await deployment.fetch('/api/health');
    expect([health.status, ((await health.json()) as Health).status]).toEqual([200, 'degraded']);
  });

  test('a limit that makes no sense is the default, never none', async () => {
    for (const value of ['', 'abc', '-1', '1e9', '0', '10.5', 'Infinity', '9'.repeat(30)]) {
      const deployment = new Deployment({ RATE_LIMIT_PER_IP: value });
      expect([value, (await deployment.fetch('/api/health')).headers.get('x-ratelimit-limit')]).toEqual([value, '10']);
    }
  });

  test('one server on this machine, without a key', async () => {
    const deployment = new Deployment({ AI_PRIMARY_PROVIDER: 'huggingface', AI_FALLBACK_PROVIDER: 'none', HF_API_KEY: '', HF_MODEL: `local-${crypto.randomUUID()}` });
    const response = await deployment.ask();
    expect(await reviewOf(response)).toMatchObject({ provider: 'huggingface', model: deployment.env.HF_MODEL });
    const { requests } = await received('');
    const own = requests.find(({ model }) => model === deployment.env.HF_MODEL);
    expect(own?.headers['authorization']).toBeUndefined();
  });
});

describe('quota watch', () => {
  test('counts calls, failures and refusals a day, and warns once at 80 %', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const deployment = new Deployment({ AI_DAILY_QUOTA_GEMINI: '5', AI_DAILY_QUOTA_HUGGINGFACE: '100' });
    await deployment.faults('gemini', { queue: ['ok', '503', 'ok', 'safety'] });
    const warnings: unknown[] = [];
    for (let index = 0; index < 4; index += 1) {
      const response = await deployment.ask();
      await response.text();
      await deployment.settled();
      warnings.push(linesOf(response).filter(({ errorCode }) => errorCode === 'QUOTA_NEAR').length);
      const health = (await (await deployment.fetch('/api/health')).json()) as Health;
      expect(health.providers[0]?.today.nearQuota).toBe(index >= 2);
      expect(health.status).toBe(index >= 2 ? 'degraded' : 'ok');
    }
    expect(warnings).toEqual([0, 0, 1, 0]);
    expect(await rows('SELECT provider, requests, failures, refusals FROM ProviderUsage ORDER BY provider')).toEqual([
      { provider: 'gemini', requests: 5, failures: 1, refusals: 1 },
      { provider: 'huggingface', requests: 1, failures: 0, refusals: 0 },
    ]);
  });

  test('days long gone are purged', async () => {
    await rows("INSERT INTO ProviderUsage VALUES ('2020-01-01', 'gemini', 1, 0, 0)");
    const deployment = new Deployment();
    await (await deployment.ask({ resume: CV, jobDescription: POST })).text();
    await deployment.settled();
    expect(await rows("SELECT day FROM ProviderUsage WHERE day = '2020-01-01'")).toEqual([]);
  });
});
