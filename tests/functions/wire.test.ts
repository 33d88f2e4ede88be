// The small parts by themselves: event streams, the validator, and what the
// records of both providers mean.

import { describe, expect, test } from 'vitest';
import { readConfig } from '../../functions/lib/config';
import reviewSchema from '../../functions/lib/generated/review.schema.json';
import { gemini } from '../../functions/lib/providers/gemini';
import { openai } from '../../functions/lib/providers/openai';
import { retryAfterMs } from '../../functions/lib/providers/provider';
import { firstBreak, type Schema, without } from '../../functions/lib/schema';
import { decodeEvents, encodeEvent, encodeHeartbeat } from '../../functions/lib/streams';
import { buildPrompt } from '../../functions/lib/prompt';
import { db, Deployment, reviewOf } from './harness';

async function decode(chunks: (string | Uint8Array)[], most = 1e6): Promise<string[]> {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk);
      controller.close();
    },
  });
  const events: string[] = [];
  for await (const data of decodeEvents(body, () => undefined, most)) events.push(data);
  return events;
}

describe('event streams', () => {
  const text = 'data: {"a":"é語🙂"}\n\n: a comment\n\nevent: x\ndata:b\ndata: c\n\nid: 7\n\ndata: [DONE]\n\n';
  const expected = ['{"a":"é語🙂"}', 'b\nc', '[DONE]'];

  test('cut at every byte', async () => {
    const all = new TextEncoder().encode(text);
    for (let at = 0; at <= all.length; at += 1) expect(await decode([all.slice(0, at), all.slice(at)])).toEqual(expected);
    expect(await decode([...all].map((byte) => new Uint8Array([byte])))).toEqual(expected);
  });

  test.each(['\r\n', '\r'])('with %j for a line end, cut anywhere', async (end) => {
    const all = new TextEncoder().encode(text.replaceAll('\n', end));
    for (let at = 0; at <= all.length; at += 1) expect(await decode([all.slice(0, at), all.slice(at)])).toEqual(expected);
  });

  test('without the last empty line', async () => {
    expect(await decode(['data: a\n\ndata: b'])).toEqual(['a', 'b']);
    expect(await decode(['data: a\n\ndata: b\n'])).toEqual(['a', 'b']);
  });

  test('with more than is allowed', async () => {
    await expect(decode(['data: aaaaaaaaaaaaaaaaaaaa\n\n'], 10)).rejects.toThrow();
  });

  test('what we write is what we read', async () => {
    const tricky = 'a\n\nevent: done\ndata: {}\n\n\r\u2028';
    const written = [encodeHeartbeat(1024), encodeEvent({ event: 'delta', data: { text: tricky } }), encodeHeartbeat()];
    expect((await decode(written)).map((data) => JSON.parse(data) as unknown)).toEqual([{ text: tricky }]);
    expect(written[0]?.length).toBeGreaterThan(1024);
  });
});

describe('the validator', () => {
  const schema = reviewSchema as Schema;
  type Loose = Record<string, unknown>;
  const change = (review: object, path: (string | number)[], value: unknown): unknown => {
    const copy = structuredClone(review) as Loose;
    let inner: Loose = copy;
    for (const name of path.slice(0, -1)) inner = inner[name] as Loose;
    const last = path.at(-1) as string;
    if (value === undefined) delete inner[last];
    else inner[last] = value;
    return copy;
  };

  test('every break is found where it is', async () => {
    const { review } = await reviewOf(await new Deployment().ask());
    expect(firstBreak(schema, review)).toBeNull();
    expect(firstBreak(schema, change(review, ['technical', 0, 'code'], 'let x = 1;'))).toBeNull();
    const breaks: [(string | number)[], unknown, string][] = [
      [['edits'], undefined, '$'],
      [['edits'], 'none', '$.edits'],
      [['edits'], {}, '$.edits'],
      [['score'], 93, '$'],
      [['edits', 0, 'from_line'], 0, '$.edits[0].from_line'],
      [['edits', 0, 'from_line'], 1.5, '$.edits[0].from_line'],
      [['edits', 0, 'from_line'], '1', '$.edits[0].from_line'],
      [['edits', 0, 'to_line'], 10_001, '$.edits[0].to_line'],
      [['edits', 0, 'text'], '', '$.edits[0].text'],
      [['edits', 0, 'text'], 'x'.repeat(1201), '$.edits[0].text'],
      [['edits', 1, 'keywords', 0], null, '$.edits[1].keywords[0]'],
      [['edits', 0, 'extra'], 1, '$.edits[0]'],
      [['keywords'], [], '$.keywords'],
      [['keywords', 'matched'], undefined, '$.keywords'],
      [['interview', 9], undefined, '$.interview'],
      [['interview', 3, 'evidence_lines'], [1, 'two'], '$.interview[3].evidence_lines[1]'],
      [['technical', 0, 'difficulty'], 'brutal', '$.technical[0].difficulty'],
      [['technical', 0, 'code'], 7, '$.technical[0].code'],
      [['gaps', 0, 'weeks'], -1, '$.gaps[0].weeks'],
      [['gaps', 0, 'importance'], 'maybe', '$.gaps[0].importance'],
      [['cover_letter'], null, '$.cover_letter'],
    ];
    for (const [path, value, where] of breaks) {
      const broken = change(review, path, value) as { interview: unknown[]; edits: { keywords: unknown[] }[] };
      if (path.join() === 'interview,9') broken.interview = broken.interview.slice(0, 9);
      expect([path, firstBreak(schema, broken)]).toEqual([path, where]);
    }
    for (const value of [null, undefined, [], 'x', 1, true]) expect(firstBreak(schema, value)).toBe('$');
    expect(firstBreak(schema, JSON.parse(`{"__proto__": ${JSON.stringify(review)}}`))).toBe('$');
  });

  test('the forms for the providers keep the shape and drop the bounds', () => {
    const bare = JSON.stringify(without(schema, ['minLength', 'maxLength', 'minItems', 'maxItems', 'minimum', 'maximum']));
    expect(bare).not.toMatch(/"(min|max)/);
    expect(bare.match(/"additionalProperties":false/g)?.length).toBe(JSON.stringify(schema).match(/"additionalProperties":false/g)?.length);
    expect(JSON.stringify(schema)).toMatch(/"minItems":10/);
  });
});

describe('records', () => {
  const strange = ['null', '[]', '7', '"x"', '{}', '{"candidates":null}', '{"candidates":[null]}', '{"candidates":[{"content":{"parts":[null,{"text":5}]}}]}', '{"choices":[]}', '{"choices":[{"delta":null}]}', '{"choices":[{"delta":{"content":7}}]}', '{"choices":"x"}'];
  test.each(strange)('%s is no news to either', (record) => {
    expect(gemini.read(record)).toEqual([]);
    expect(openai.read(record)).toEqual([]);
  });

  test('Gemini: text without thoughts, usage with them', () => {
    const record = { candidates: [{ content: { parts: [{ text: 'hm', thought: true }, { text: 'a' }, { text: 'b' }] }, finishReason: 'STOP' }], usageMetadata: { promptTokenCount: 5, candidatesTokenCount: 7, thoughtsTokenCount: 11 } };
    expect(gemini.read(JSON.stringify(record))).toEqual([
      { type: 'delta', text: 'a' },
      { type: 'delta', text: 'b' },
      { type: 'usage', usage: { inputTokens: 5, outputTokens: 18 } },
      { type: 'done' },
    ]);
  });

  test.each(['SAFETY', 'PROHIBITED_CONTENT', 'BLOCKLIST', 'SPII', 'RECITATION', 'LANGUAGE', 'OTHER'])('Gemini: %s is a refusal', (finishReason) => {
    expect(gemini.read(JSON.stringify({ candidates: [{ finishReason }] }))).toEqual([{ type: 'error', failure: { kind: 'refused' } }]);
  });

  test('Gemini: a reason of the future is no success', () => {
    expect(gemini.read('{"candidates":[{"finishReason":"MALFORMED_FUNCTION_CALL"}]}')).toEqual([{ type: 'error', failure: { kind: 'invalid' } }]);
  });

  test.each([['36s', 36_000], ['45.8s', 45_800], ['0s', 0]])('Gemini: RetryInfo of %s', (retryDelay, ms) => {
    expect(gemini.failure(429, null, JSON.stringify({ error: { details: [{ retryDelay }] } }))).toEqual({ kind: 'rate', retryAfterMs: ms });
  });

  test.each([
    ['tool_calls', 'invalid'],
    ['length', 'truncated'],
    ['content_filter', 'refused'],
  ])('OpenAI: finish_reason %s', (finish_reason, kind) => {
    expect(openai.read(JSON.stringify({ choices: [{ delta: {}, finish_reason }] }))).toEqual([{ type: 'error', failure: { kind } }]);
  });

  test('OpenAI: an error in the stream, and credit gone', () => {
    expect(openai.read('{"error":{"message":"x","code":503}}')).toEqual([{ type: 'error', failure: { kind: 'server' } }]);
    expect(openai.read('{"error":{"message":"x"}}')).toEqual([{ type: 'error', failure: { kind: 'server' } }]);
    expect(openai.failure(429, null, '{"error":{"code":"insufficient_quota"}}')).toEqual({ kind: 'credit' });
    expect(openai.read('{"choices":[{"delta":{"reasoning":"a","reasoning_content":"b"}}]}')).toEqual([]);
    expect(openai.read('{')).toEqual([{ type: 'error', failure: { kind: 'invalid' } }]);
  });

  test('Retry-After as seconds, as a date, as nonsense', () => {
    expect(retryAfterMs('2')).toBe(2_000);
    expect(retryAfterMs('soon')).toBeUndefined();
    expect(retryAfterMs(null)).toBeUndefined();
    expect(retryAfterMs(new Date(Date.now() - 60_000).toUTCString())).toBe(0);
    expect(retryAfterMs(new Date(Date.now() + 60_000).toUTCString())).toBeGreaterThan(55_000);
  });
});

describe('the environment', () => {
  test('defaults', () => {
    const config = readConfig({ DB: db });
    expect(config).toMatchObject({ feature: true, perClientPerDay: 10, perDay: 1000, timeouts: { totalMs: 60_000, firstByteMs: 15_000, silenceMs: 15_000 }, turnstile: null });
    expect(config.providers).toMatchObject([
      { name: 'gemini', role: 'primary', model: 'gemini-3.8-flash', baseUrl: 'https://generativelanguage.googleapis.com', configured: false, dailyQuota: null },
      { name: 'huggingface', role: 'fallback', model: 'openai/gpt-oss-120b:cerebras', baseUrl: 'https://router.huggingface.co', configured: false, dailyQuota: null },
    ]);
  });

  test.each([
    [{ AI_PRIMARY_PROVIDER: 'HuggingFace ' }, ['huggingface']],
    [{ AI_PRIMARY_PROVIDER: 'huggingface', AI_FALLBACK_PROVIDER: 'gemini' }, ['huggingface', 'gemini']],
    [{ AI_FALLBACK_PROVIDER: 'none' }, ['gemini']],
    [{ AI_FALLBACK_PROVIDER: 'gemini' }, ['gemini']],
    [{ AI_PRIMARY_PROVIDER: 'openrouter', AI_FALLBACK_PROVIDER: '?' }, ['gemini', 'huggingface']],
  ])('%j asks %j', (more, names) => {
    expect(readConfig({ DB: db, ...more }).providers.map(({ name }) => name)).toEqual(names);
  });

  test('a model name cannot leave its place in the URL', () => {
    const [config] = readConfig({ DB: db, GEMINI_MODEL: '../../x?key=1#', GEMINI_BASE_URL: 'http://127.0.0.1:1//' }).providers;
    if (!config) throw new Error('no provider');
    expect(gemini.request(config, buildPrompt('a', 'b')).url).toBe('http://127.0.0.1:1/v1beta/models/..%2F..%2Fx%3Fkey%3D1%23:streamGenerateContent?alt=sse');
  });
});
