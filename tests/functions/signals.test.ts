// What a page tells about itself: speed and kinds of faults from those who
// agreed, and the report that a person sends on purpose. Neither can hold text.

import { beforeEach, describe, expect, test, vi } from 'vitest';
import { bodyOf, Deployment, ORIGIN, received, rows } from './harness';
import { env as bindings } from 'cloudflare:workers';

const VITALS = {
  page: '/cv-review',
  vitals: [
    { name: 'LCP', value: 812.5 },
    { name: 'CLS', value: 0 },
  ],
  faults: [{ kind: 'TypeError', where: 'cv-review:1:20' }],
};
const REPORT = {
  release: '0.1.0+1a2b3c4d',
  page: '/cv-review',
  at: '2026-11-25T12:00:00.000Z',
  browser: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0',
  language: 'de-CH',
  screen: '390x844@3',
  online: true,
  webAssembly: true,
  trustedTypes: false,
  storage: true,
  kept: { draft: 5120, history: 40000 },
  service: 'ok',
  faults: [{ kind: 'RuntimeError', where: 'worker:7:1' }],
};
const SECRET = 'Zoe Nandu led the night shift of 12 people';

const send = (deployment: Deployment, path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  deployment.fetch(path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', origin: ORIGIN, ...headers } });

/** Every way to put a text where `good` has something else, and every way to leave something out. */
function spoiled(good: Record<string, unknown>): [string, unknown][] {
  const cases: [string, unknown][] = [['a text', SECRET], ['a list', [good]], ['null', null], ['one field more', { ...good, note: SECRET }]];
  const walk = (value: unknown, path: string, put: (value: unknown) => unknown): void => {
    if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) {
        const whole = (changed: unknown): unknown => put(Array.isArray(value) ? value.with(Number(name), changed) : { ...value, [name]: changed });
        walk(inner, `${path}.${name}`, whole);
        if (!Array.isArray(value)) {
          const rest = Object.fromEntries(Object.entries(value).filter(([other]) => other !== name));
          cases.push([`no ${path}.${name}`, put(rest)]);
        }
      }
      if (path) cases.push([`${path} with a text beside`, put(Array.isArray(value) ? [...(value as unknown[]), SECRET] : { ...value, note: SECRET })]);
    }
    // A browser's name is the one free text, and the person sees it.
    if (path !== '.browser') cases.push([`${path} as a text`, put(SECRET)]);
    cases.push([`${path} as null`, put(null)]);
  };
  walk(good, '', (value) => value);
  return cases;
}

describe('/api/vitals', () => {
  beforeEach(() => vi.useRealTimers());

  test('becomes points of a closed form, and nothing in D1', async () => {
    const deployment = new Deployment();
    const before = await rows("SELECT COUNT(*) AS n FROM RateLimit");
    const response = await send(deployment, '/api/vitals', VITALS);
    expect([response.status, await response.text()]).toEqual([204, '']);
    expect(deployment.points).toEqual([
      { indexes: ['vital'], blobs: ['vital', '/cv-review', 'LCP', ''], doubles: [812.5, -1, -1, -1] },
      { indexes: ['vital'], blobs: ['vital', '/cv-review', 'CLS', ''], doubles: [0, -1, -1, -1] },
      { indexes: ['fault'], blobs: ['fault', '/cv-review', 'TypeError', 'cv-review:1:20'], doubles: [1, -1, -1, -1] },
    ]);
    expect(await rows("SELECT COUNT(*) AS n FROM RateLimit")).toEqual(before);
  });

  test('anything else is refused whole, and nothing of it is written', async () => {
    const deployment = new Deployment();
    for (const [index, [name, body]] of spoiled(VITALS).entries()) {
      deployment.address = `10.200.${index >> 8}.${index & 255}`;
      const response = await send(deployment, '/api/vitals', body);
      expect([name, response.status, (await bodyOf(response)).code]).toEqual([name, 400, 'INVALID_INPUT']);
    }
    // The refusals are counted, by their code; nothing of what was sent is.
    expect(new Set((deployment.points as { blobs: string[] }[]).map(({ blobs }) => blobs.join()))).toEqual(new Set(['error,,,INVALID_INPUT']));
  });

  test.each([
    ['from another site', { origin: 'https://evil.example' }, 403],
    ['not JSON', { 'content-type': 'text/plain' }, 415],
  ])('%s', async (_, headers, status) => {
    expect((await send(new Deployment(), '/api/vitals', VITALS, headers)).status).toBe(status);
  });

  test('too large, wrong method, without Analytics Engine, switched off', async () => {
    const big = await send(new Deployment(), '/api/vitals', { ...VITALS, faults: Array.from({ length: 200 }, () => VITALS.faults[0]) });
    expect(big.status).toBe(413);
    const got = await new Deployment().fetch('/api/vitals');
    expect([got.status, got.headers.get('allow')]).toEqual([405, 'POST']);
    const bare = new Deployment();
    delete bare.env.ANALYTICS;
    expect((await send(bare, '/api/vitals', VITALS)).status).toBe(204);
    const off = new Deployment({ FEATURE_MEASURE: 'off' });
    expect((await send(off, '/api/vitals', VITALS)).status).toBe(204);
    expect(off.points).toEqual([]);
  });

  test('one client has 20 a minute, all together 1,000, and a minute later it goes on', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 });
    const one = new Deployment();
    const statuses = [];
    for (let sent = 0; sent < 22; sent += 1) statuses.push((await send(one, '/api/vitals', VITALS)).status);
    expect(statuses.filter((status) => status === 204)).toHaveLength(20);
    expect(statuses.slice(-2)).toEqual([429, 429]);
    const many = new Deployment();
    const answers = await Promise.all(
      Array.from({ length: 1_000 }, (_, index) => {
        many.address = `10.201.${index >> 8}.${index & 255}`;
        return send(many, '/api/vitals', { page: '/', vitals: [], faults: [] });
      }),
    );
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(978);
    vi.setSystemTime(Date.now() + 60_001);
    expect((await send(one, '/api/vitals', VITALS)).status).toBe(204);
    vi.useRealTimers();
  });
});

describe('/api/diagnostic', () => {
  beforeEach(() => rows('DELETE FROM Diagnostic'));

  test('is kept under a name that the sender gets', async () => {
    const response = await send(new Deployment(), '/api/diagnostic', REPORT);
    expect(response.status).toBe(201);
    const { id } = (await response.json()) as { id: string };
    expect(id).toMatch(/^\d{4}-\d\d-\d\d-[0-9a-f]{8}$/);
    const kept = await rows<{ id: string; report: string }>('SELECT id, report FROM Diagnostic');
    expect(kept.map((row) => [row.id, JSON.parse(row.report) as unknown])).toEqual([[id, REPORT]]);
  });

  test('anything but the form is refused whole', async () => {
    const deployment = new Deployment();
    for (const [name, body] of spoiled(REPORT)) {
      const response = await send(deployment, '/api/diagnostic', body);
      expect([name, response.status]).toEqual([name, 400]);
    }
    expect(await rows('SELECT id FROM Diagnostic')).toEqual([]);
  });

  test('200 a day whatever the concurrency, and what is older than 30 days goes', async () => {
    const now = Date.now();
    await rows("INSERT INTO Diagnostic VALUES ('old', ?1, '{}')", now - 31 * 86_400_000);
    await rows("INSERT INTO Diagnostic VALUES ('yesterday', ?1, '{}')", now - 25 * 3_600_000);
    for (let index = 0; index < 195; index += 1) await rows('INSERT INTO Diagnostic VALUES (?1, ?2, ?3)', `today-${index}`, now, '{}');
    const deployment = new Deployment();
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(deployment, '/api/diagnostic', REPORT)));
    const statuses = answers.map(({ status }) => status);
    expect([statuses.filter((status) => status === 201).length, statuses.filter((status) => status === 429).length]).toEqual([5, 15]);
    expect(await rows("SELECT id FROM Diagnostic WHERE id IN ('old', 'yesterday')")).toEqual([{ id: 'yesterday' }]);
  });

  test('without the database it says so; wrong method', async () => {
    const broken = new Deployment();
    broken.env.DB = { prepare: () => { throw new Error('down'); }, batch: () => Promise.reject(new Error('down')) };
    const response = await send(broken, '/api/diagnostic', REPORT);
    expect([500, 503]).toContain(response.status);
    expect((await new Deployment().fetch('/api/diagnostic')).status).toBe(405);
  });
});

describe('the release', () => {
  test.each([
    [{ CF_PAGES_COMMIT_SHA: '1a2b3c4d5e6f7a8b9c0d1a2b3c4d5e6f7a8b9c0d' }, /^\d+\.\d+\.\d+\+1a2b3c4d$/],
    [{ CF_PAGES_COMMIT_SHA: '0'.repeat(40), COMMIT_SHA: 'abcdef1234' }, /\+abcdef12$/],
    [{ CF_PAGES_COMMIT_SHA: 'main; rm' }, /^\d+\.\d+\.\d+$/],
  ])('of %j is in /api/health', async (overrides, pattern) => {
    const { version } = (await (await new Deployment(overrides).fetch('/api/health')).json()) as { version: string };
    expect(version).toMatch(pattern);
  });

  test('goes with every error to Sentry, with the environment', async () => {
    const id = crypto.randomUUID().replaceAll('-', '');
    const dsn = `${bindings.UPSTREAM.replace('://', `://${id}@`)}/7`;
    const deployment = new Deployment({ SENTRY_DSN: dsn, ENVIRONMENT: 'preview', CF_PAGES_COMMIT_SHA: 'abcdef0123456789' });
    await deployment.faults('gemini', { forever: '500' });
    await deployment.faults('huggingface', { forever: '500' });
    await deployment.ask();
    await deployment.settled();
    const sent = JSON.stringify((await received(`sentry:${id}`)).requests);
    expect(sent).toMatch(/cv-review@\d+\.\d+\.\d+\+abcdef01/);
    expect(sent).toContain('preview');
  });
});

describe('the bound of the day, tightened in D1', () => {
  test('holds at once, never widens, and closes when it is no number', async () => {
    const day = new Date().toISOString().slice(0, 10);
    const used = async (): Promise<number> => (await rows<{ used: number }>("SELECT used FROM RateLimit WHERE day = ?1 AND bucket = 'all'", day))[0]?.used ?? 0;
    const tighten = (value: string): Promise<unknown> => rows("INSERT INTO Settings VALUES ('dailyLimit', ?1) ON CONFLICT (name) DO UPDATE SET value = ?1", value);
    const limit = String((await used()) + 1);
    const ask = async (overrides = {}): Promise<number> => (await new Deployment({ AI_DAILY_LIMIT: limit, ...overrides }).ask()).status;
    await tighten(String(await used()));
    expect(await ask()).toBe(503);
    await tighten('1000000');
    expect(await ask()).toBe(200);
    expect(await ask()).toBe(503);
    await tighten('lots');
    expect(await ask({ AI_DAILY_LIMIT: '1000000' })).toBe(503);
    await rows("DELETE FROM Settings WHERE name = 'dailyLimit'");
    expect(await ask({ AI_DAILY_LIMIT: '1000000' })).toBe(200);
  });
});
