// Secrets, texts and addresses: strings that must turn up in no log, answer,
// URL, table, statistic or error report, in plain or encoded form.

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Env } from '../../functions/lib/platform';
import { bodyOf, db, Deployment, linesOf, received, rows } from './harness';
import { env as bindings } from 'cloudflare:workers';
import { logged } from './setup';

beforeEach(async () => {
  for (const table of ['AIProviderStatus', 'RateLimit', 'ProviderUsage']) await rows(`DELETE FROM ${table}`);
  vi.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => vi.restoreAllMocks());

const bytes = (text: string): string => String.fromCharCode(...new TextEncoder().encode(text));

/** A text as it may hide in another: encoded, escaped, turned round, in parts. */
function disguises(secret: string): string[] {
  const hex = [...bytes(secret)].map((char) => char.charCodeAt(0).toString(16).padStart(2, '0')).join('');
  // Base64 depends on what stands before: the middle of each of three shifts.
  const base64 = ['', 'x', 'xx'].map((shift) => btoa(bytes(shift + secret)).slice(4, -4));
  return [secret, encodeURIComponent(secret), encodeURIComponent(encodeURIComponent(secret)), JSON.stringify(secret).slice(1, -1), [...secret].reverse().join(''), hex, ...base64, ...base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'))].filter((text) => text.length >= 8);
}

/** Which of `secrets` turn up in `text`, by name. */
function leaks(text: string, secrets: Record<string, string>): string[] {
  const hay = text.toLowerCase();
  return Object.entries(secrets).flatMap(([name, secret]) => (disguises(secret).some((form) => hay.includes(form.toLowerCase())) ? [name] : []));
}

const dumpTables = async (): Promise<string> => {
  const tables = await rows<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_cf%' ESCAPE '\\'");
  const all = await Promise.all(tables.map(({ name }) => rows(`SELECT * FROM "${name}"`)));
  return JSON.stringify(all);
};

function canaries() {
  const id = crypto.randomUUID();
  const own = {
    geminiKey: `AIza-canary-gemini-${id}`,
    hfKey: `hf_canary-${id}`,
    bucketSecret: `bucket-canary-${id}`,
    turnstileSecret: `turnstile-canary-${id}`,
    address: `203.0.113.${Math.floor(Math.random() * 200)}`,
    userAgent: `agent-canary-${id}`,
    cookie: `cookie-canary-${id}`,
  };
  const texts = { resume: `Zoë-Ñandú canary CV ${id}`, post: `Straße canary post ${id}` };
  return { own, texts };
}

describe('canaries', () => {
  const overrides: [string, (d: Deployment) => Promise<void>, Partial<Env>?][] = [
    ['all is well', () => Promise.resolve()],
    ...['401', '500', '429-day', 'safety', 'html', 'huge-error', 'schema-break', 'stall-headers', 'cut', 'obey', 'redirect'].map(
      (fault): [string, (d: Deployment) => Promise<void>] => [
        fault,
        async (d) => {
          await d.faults('gemini', { forever: fault });
          await d.faults('huggingface', { forever: fault });
        },
      ],
    ),
    ['nobody listens', () => Promise.resolve(), { GEMINI_BASE_URL: 'http://127.0.0.1:1', HF_BASE_URL: 'http://127.0.0.1:1' }],
    ['a base URL that is none', () => Promise.resolve(), { GEMINI_BASE_URL: 'no url', HF_BASE_URL: 'no url' }],
    ['the database throws', () => Promise.resolve(), { DB: { prepare: (sql) => db.prepare(sql), batch: () => Promise.reject(new Error('with everything in it')) } }],
    ['the statistics throw', () => Promise.resolve(), { ANALYTICS: { writeDataPoint: () => { throw new Error('no'); } } }],
    ['the feature is off', () => Promise.resolve(), { FEATURE_CV_REVIEW: 'off' }],
  ];

  test.each(overrides)('%s', async (_, prepare, more = {}) => {
    const { own, texts } = canaries();
    const deployment = new Deployment({ AI_FIRST_BYTE_MS: '300', RATE_LIMIT_SECRET: own.bucketSecret, SENTRY_DSN: sentryDsn(own.userAgent), ...more });
    Object.assign(deployment, { gemini: own.geminiKey, huggingface: own.hfKey, address: own.address });
    Object.assign(deployment.env, { GEMINI_API_KEY: own.geminiKey, HF_API_KEY: own.hfKey });
    await prepare(deployment);
    const before = logged.length;
    const headers = { 'user-agent': own.userAgent, cookie: `session=${own.cookie}`, referer: `https://cv.example/?${own.cookie}`, 'x-forwarded-for': own.address };
    const body = { resume: `${texts.resume}\n- Did work of some kind for a while in a place`, jobDescription: texts.post };
    const answers: string[] = [];
    const failures: string[] = [];
    for (const accept of ['application/json', 'text/event-stream']) {
      const response = await deployment.ask(body, { headers: { ...headers, accept } });
      const text = await response.text();
      answers.push(text, JSON.stringify([...response.headers]));
      if (!response.ok) failures.push(text);
    }
    for (const broken of ['{', JSON.stringify({ ...body, model: texts.resume }), JSON.stringify({ resume: texts.resume })]) {
      const response = await deployment.ask(broken, { headers });
      failures.push(await response.text(), JSON.stringify([...response.headers]));
    }
    const missing = await deployment.fetch(`/api/${encodeURIComponent(texts.resume)}`, { headers });
    failures.push(await missing.text());
    answers.push(await (await deployment.fetch('/api/health', { headers })).text());
    await deployment.settled().catch(() => undefined);

    const written = logged.slice(before).join('\n');
    expect(written).not.toBe('');
    const sent = JSON.stringify((await received(`sentry:${sentryKey(own.userAgent)}`)).requests.map(({ path, ...rest }) => [path, (rest as { body?: unknown }).body]));
    const elsewhere = [written, await dumpTables(), JSON.stringify(deployment.points), sent, ...failures].join('\n');
    expect(leaks(elsewhere, { ...own, ...texts })).toEqual([]);
    // An answer may quote the CV, for that is what it is about; nothing else.
    expect(leaks(answers.join('\n'), own)).toEqual([]);
    const calls = [...(await received(own.geminiKey)).requests, ...(await received(own.hfKey)).requests];
    expect(leaks(calls.map(({ path }) => path).join('\n'), { ...own, ...texts })).toEqual([]);
    const { address, userAgent, cookie } = own;
    expect(leaks(JSON.stringify(calls), { address, userAgent, cookie })).toEqual([]);
  });

  test('a deliberate leak is found, in every disguise', async () => {
    const { own, texts } = canaries();
    for (const [name, secret] of Object.entries({ ...own, ...texts })) {
      for (const form of disguises(secret)) expect(leaks(`before ${form} after`, { [name]: secret })).toEqual([name]);
      console.log(JSON.stringify({ timestamp: 'x', note: btoa(bytes(`{"${secret}"}`)) }));
      expect(leaks(logged.at(-1) ?? '', { [name]: secret })).toEqual(name === 'address' ? leaks(logged.at(-1) ?? '', { address: secret }) : [name]);
    }
    await rows("INSERT INTO Settings VALUES (?1, 'x')", `leak ${texts.resume}`);
    expect(leaks(await dumpTables(), texts)).toEqual(['resume']);
    await rows("DELETE FROM Settings WHERE value = 'x'");
    expect(leaks('nothing to see here', { ...own, ...texts })).toEqual([]);
  });
});

const sentryKey = (name: string): string => `public${name.replaceAll('-', '')}`;
const sentryDsn = (name: string): string => bindings.UPSTREAM.replace('http://', `http://${sentryKey(name)}@`) + '/42';

describe('what is written down', () => {
  const FIELDS = ['attempts', 'errorCode', 'firstByteMs', 'generationTimeMs', 'model', 'provider', 'remaining', 'requestId', 'timestamp', 'type'];

  test('one line a request, of these fields only', async () => {
    const deployment = new Deployment();
    await deployment.faults('gemini', { queue: ['ok', '400'] });
    await deployment.faults('huggingface', { queue: ['400'] });
    for (const send of [() => deployment.ask(), () => deployment.stream(), () => deployment.ask('{'), () => deployment.fetch('/api/x')]) {
      const response = await send();
      await response.text();
      await deployment.settled();
      const lines = linesOf(response);
      expect(lines).toHaveLength(1);
      expect(Object.keys(lines[0] ?? {}).sort()).toEqual(FIELDS);
      expect(Number.isNaN(Date.parse(String(lines[0]?.['timestamp'])))).toBe(false);
    }
  });

  test('the same facts as a point of Analytics Engine', async () => {
    const deployment = new Deployment();
    await deployment.faults('gemini', { forever: '400' });
    const response = await deployment.ask();
    await response.text();
    await deployment.settled();
    const [line] = linesOf(response);
    expect(deployment.points).toEqual([
      {
        indexes: [line?.['requestId']],
        blobs: ['success', 'huggingface', 'openai/gpt-oss-120b:cerebras', ''],
        doubles: [line?.['generationTimeMs'], line?.['firstByteMs'], 2, 9],
      },
    ]);
  });

  test('errors of ours go to Sentry as an envelope, errors of clients do not', async () => {
    const name = crypto.randomUUID();
    const deployment = new Deployment({ SENTRY_DSN: sentryDsn(name), AI_FALLBACK_PROVIDER: 'none' });
    await deployment.ask('{');
    await deployment.ask(); // succeeds
    await deployment.faults('gemini', { forever: '401' });
    const failed = await deployment.ask();
    await deployment.settled();
    const { calls, requests } = (await received(`sentry:${sentryKey(name)}`)) as unknown as { calls: number; requests: { path: string; headers: Record<string, string>; body: string }[] };
    expect(calls).toBe(1);
    expect(requests[0]?.path).toBe('/api/42/envelope/');
    expect(requests[0]?.headers['content-type']).toBe('application/x-sentry-envelope');
    const [header, item, event] = (requests[0]?.body ?? '').trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(header?.['event_id']).toMatch(/^[0-9a-f]{32}$/);
    expect(item).toEqual({ type: 'event' });
    expect(event).toMatchObject({ event_id: header?.['event_id'], message: 'AI_UNAVAILABLE', level: 'error', tags: { provider: 'gemini' }, extra: { requestId: failed.headers.get('x-request-id') } });
  });

  test.each(['not a dsn', 'http://key@127.0.0.1:1/1', 'http://'])('a Sentry that cannot be reached (%j) changes nothing', async (dsn) => {
    const deployment = new Deployment({ SENTRY_DSN: dsn, AI_FALLBACK_PROVIDER: 'none' });
    await deployment.faults('gemini', { forever: '400' });
    expect((await deployment.ask()).status).toBe(503);
    await deployment.settled();
  });

  test('an error nobody foresaw says nothing of itself', async () => {
    const deployment = new Deployment();
    Object.defineProperty(deployment.env, 'AI_TIMEOUT_MS', { get: () => { throw new Error('secret inside'); } });
    const response = await deployment.ask();
    expect(response.status).toBe(500);
    expect(await bodyOf(response)).toMatchObject({ code: 'INTERNAL', retryable: true });
    await deployment.settled();
    expect(logged.join('\n')).not.toContain('secret inside');
    expect(linesOf(response)).toMatchObject([{ errorCode: 'INTERNAL' }]);
  });
});

describe('the bot check', () => {
  const secret = () => `turnstile-${crypto.randomUUID()}`;
  const guarded = (name: string, more: Partial<Env> = {}) => new Deployment({ TURNSTILE_SECRET_KEY: name, TURNSTILE_SITE_KEY: 'site-key', TURNSTILE_VERIFY_URL: `${bindings.UPSTREAM}/siteverify`, ...more });
  const body = (turnstileToken?: string) => ({ resume: 'A CV', jobDescription: 'A post', ...(turnstileToken === undefined ? {} : { turnstileToken }) });

  test('a good token passes, and Turnstile hears no address', async () => {
    const name = secret();
    const deployment = guarded(name);
    expect((await deployment.ask(body('good'))).status).toBe(200);
    const { requests } = await received(`turnstile:${name}`);
    expect(requests.map((request) => request.body)).toEqual([{ secret: name, response: 'good' }]);
  });

  test.each([['no token', undefined], ['an empty one', ''], ['a bad one', 'bad'], ['Turnstile broken', 'broken'], ['Turnstile answers HTML', 'html']])('%s: 403 and nothing spent', async (_, token) => {
    const deployment = guarded(secret());
    const response = await deployment.ask(body(token));
    expect(response.status).toBe(403);
    expect(await bodyOf(response)).toMatchObject({ code: 'BOT_CHECK_FAILED', retryable: true });
    expect(await deployment.calls()).toEqual({ gemini: 0, huggingface: 0 });
    expect(await rows('SELECT * FROM RateLimit')).toEqual([]);
  });

  test('Turnstile out of reach: closed', async () => {
    const deployment = guarded(secret(), { TURNSTILE_VERIFY_URL: 'http://127.0.0.1:1/siteverify' });
    expect((await deployment.ask(body('good'))).status).toBe(403);
  });

  test('health names the site key only while the check is on', async () => {
    expect(await (await guarded(secret()).fetch('/api/health')).json()).toMatchObject({ turnstileSiteKey: 'site-key' });
    expect(await (await new Deployment({ TURNSTILE_SITE_KEY: 'site-key' }).fetch('/api/health')).json()).toMatchObject({ turnstileSiteKey: null });
  });
});
