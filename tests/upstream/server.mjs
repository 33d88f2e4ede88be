// The provider stand-in: speaks Gemini's and OpenAI's wire formats, answers
// with a review of the CV it was sent, and goes wrong in every way a provider
// can. Used by the function tests, the journeys, the benchmark and `npm start
// -- --stand-in`. No dependencies.
//
//   node tests/upstream/server.mjs [--port 0] [--delay MS] [--chunk CHARACTERS]
//
// prints one line of JSON, {"port": ..., "url": ...}, when it is ready.
//
// What it does is chosen by channel, and a channel is the API key of a call, so
// that tests with keys of their own do not meet:
//   POST   /__control {channel?, queue?: [fault, ...], forever?: fault, delay?, chunk?}
//   GET    /__control?channel=KEY   what that channel received
//   DELETE /__control?channel=KEY   forgets it
// Without a channel, that is the channel '*', which serves every key without
// one of its own. Each call takes the next fault of the queue; when the queue is
// empty, `forever`, then 'ok'. A model named `fault-NAME` forces that fault.

import { once } from 'node:events';
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { makeReview } from './answer.mjs';

const MOST_RECORDED = 200;

function newChannel() {
  return { queue: [], forever: null, delay: null, chunk: null, calls: 0, requests: [] };
}

/** Starts a stand-in on 127.0.0.1. Resolves to `{ port, url, channels, close }`. */
export async function startUpstream({ port = 0, delay = 0, chunk = 160 } = {}) {
  const channels = new Map();
  const channelOf = (name) => {
    if (!channels.has(name)) channels.set(name, newChannel());
    return channels.get(name);
  };
  const server = createServer((request, response) => {
    serve(request, response, { channels, channelOf, delay, chunk }).catch(() => request.socket.destroy());
  });
  server.on('clientError', (_, socket) => socket.destroy());
  server.keepAliveTimeout = 120_000; // a pooled connection that we close could be in use just then
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const actual = server.address().port;
  const close = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { port: actual, url: `http://127.0.0.1:${actual}`, channels, close };
}

async function serve(request, response, standIn) {
  const url = new URL(request.url, 'http://127.0.0.1');
  const body = await readBody(request);
  if (url.pathname === '/__control') return control(request, response, url, body, standIn);
  if (url.pathname === '/siteverify') return siteverify(response, body, standIn);
  if (/^(\/[^/]+)?\/api\/[^/]+\/envelope\/$/.test(url.pathname)) return sentry(request, response, url, body, standIn);

  const gemini = /^\/v1beta\/models\/([^/]+):streamGenerateContent$/.exec(url.pathname);
  const openai = url.pathname === '/v1/chat/completions';
  if (request.method !== 'POST' || (!gemini && !openai)) {
    // Where nobody should come; kept so that a test can see that nobody did.
    standIn.channelOf('stray').requests.push({ path: url.pathname, headers: request.headers });
    return send(response, 404, { 'content-type': 'application/json' }, '{"error":{"code":404,"message":"no such path"}}');
  }
  const format = gemini ? GEMINI : OPENAI;
  const parsed = parse(body);
  const model = gemini ? decodeURIComponent(gemini[1]) : String(parsed?.model ?? '');
  const key = gemini ? (request.headers['x-goog-api-key'] ?? '') : (request.headers.authorization ?? '').replace(/^Bearer /, '');
  const own = standIn.channels.get(key);
  const settings = own ?? standIn.channelOf('*');
  const channel = standIn.channelOf(key);
  const named = /^fault-(.+)$/.exec(model);
  const fault = named?.[1] ?? settings.queue.shift() ?? settings.forever ?? 'ok';

  channel.calls += 1;
  const entry = { at: Date.now(), format: format.name, path: url.pathname + url.search, model, headers: request.headers, body: parsed ?? body, fault, ended: null, endedAfterMs: null };
  if (channel.requests.length < MOST_RECORDED) channel.requests.push(entry);
  const end = (how) => {
    entry.ended ??= how;
    entry.endedAfterMs ??= Date.now() - entry.at;
  };
  response.on('finish', () => end('finished'));
  response.on('close', () => end('closed by client'));

  const wrong = format.check(parsed, key);
  if (wrong) return send(response, 400, { 'content-type': 'application/json' }, format.error(400, 'INVALID_ARGUMENT', wrong));
  const act = FAULTS[fault];
  if (!act) return send(response, 500, {}, `the stand-in knows no fault called ${fault}`);
  const pace = { delay: settings.delay ?? standIn.delay, chunk: settings.chunk ?? standIn.chunk };
  await act({ response, format, model, pace, user: format.user(parsed), entry });
}

// ---- the two wire formats

const GEMINI = {
  name: 'gemini',
  check: (body, key) => {
    if (!key) return 'no x-goog-api-key';
    if (typeof body?.systemInstruction?.parts?.[0]?.text !== 'string') return 'no systemInstruction';
    if (typeof body?.contents?.[0]?.parts?.[0]?.text !== 'string') return 'no contents';
    if (body.generationConfig?.responseMimeType !== 'application/json') return 'not asked for JSON';
    if (body.generationConfig?.responseJsonSchema?.type !== 'object') return 'no responseJsonSchema';
    const strange = Object.keys(body).filter((name) => !['systemInstruction', 'contents', 'generationConfig', 'store'].includes(name));
    return strange.length > 0 ? `unknown name ${strange[0]}` : null;
  },
  user: (body) => body.contents[0].parts[0].text,
  delta: (text) => record({ candidates: [{ content: { parts: [{ text }], role: 'model' }, index: 0 }], modelVersion: 'stand-in' }),
  aside: () => record({ candidates: [{ content: { parts: [{ text: 'Let me think about this CV.', thought: true }], role: 'model' }, index: 0 }] }),
  finish: (reason, size) =>
    record({
      candidates: [{ content: { parts: [{ text: '' }], role: 'model' }, finishReason: reason, index: 0 }],
      usageMetadata: { promptTokenCount: 2100, candidatesTokenCount: Math.ceil(size / 4), thoughtsTokenCount: 64 },
      modelVersion: 'stand-in',
    }),
  end: () => '',
  stop: 'STOP',
  length: 'MAX_TOKENS',
  blocked: (reason) => record({ candidates: [{ finishReason: reason, index: 0 }], usageMetadata: { promptTokenCount: 2100 } }),
  nothing: () => record({ usageMetadata: { promptTokenCount: 2100 } }),
  error: (code, status, message, details = []) => JSON.stringify({ error: { code, status, message, details } }),
};

const OPENAI = {
  name: 'openai',
  check: (body) => {
    if (body?.stream !== true) return 'not a stream';
    if (body?.messages?.[0]?.role !== 'system' || body.messages[1]?.role !== 'user') return 'no system and user message';
    if (body.response_format?.json_schema?.strict !== true) return 'no strict json_schema';
    return null;
  },
  user: (body) => body.messages[1].content,
  delta: (content) => record({ object: 'chat.completion.chunk', choices: [{ index: 0, delta: { content }, finish_reason: null }] }),
  aside: () => record({ choices: [{ index: 0, delta: { reasoning: 'Let me think about this CV.', reasoning_content: 'Hm.' }, finish_reason: null }] }),
  finish: (reason, size) =>
    record({ choices: [{ index: 0, delta: {}, finish_reason: reason }] }) +
    record({ choices: [], usage: { prompt_tokens: 2100, completion_tokens: Math.ceil(size / 4), total_tokens: 2100 + Math.ceil(size / 4) } }),
  end: () => 'data: [DONE]\n\n',
  stop: 'stop',
  length: 'length',
  blocked: () => record({ choices: [{ index: 0, delta: {}, finish_reason: 'content_filter' }] }),
  nothing: () => record({ choices: [] }),
  error: (code, status, message) => JSON.stringify({ error: { code, type: status, message } }),
};

function record(value) {
  return `data: ${JSON.stringify(value)}\n\n`;
}

// ---- what it can do

async function stream({ response, format, pace }, text, { until = text.length, reason = format.stop } = {}) {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
  response.write(format.aside());
  // By the clock, not from one to the next: timers come late, and at 200 a
  // second that adds up.
  let due = performance.now();
  for (let at = 0; at < until; at += pace.chunk) {
    if (response.destroyed) return false;
    response.write(format.delta(text.slice(at, Math.min(at + pace.chunk, until))));
    due += pace.delay;
    const wait = due - performance.now();
    if (pace.delay > 0 && wait > 0) await sleep(wait);
  }
  if (reason) {
    response.write(format.finish(reason, until));
    response.end(format.end());
  }
  return true;
}

const review = ({ user }) => JSON.stringify(makeReview(user));
const fail = (code, status, headers = {}, details = []) => ({ response, format }) =>
  send(response, code, { 'content-type': 'application/json', ...headers }, format.error(code, status, `UPSTREAM-WORDS about ${status}`, details));
const retryInfo = (delay) => ({ '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: delay });
const quotaFailure = (quotaId) => ({ '@type': 'type.googleapis.com/google.rpc.QuotaFailure', violations: [{ quotaId }] });
const forever = (response) => once(response, 'close');

/** Ten megabytes of `block`, as fast as they are taken. */
async function pour(response, block) {
  const closed = once(response, 'close');
  for (let sent = 0; sent < 10 * 1024 * 1024 && !response.destroyed; sent += block.length) {
    if (response.write(block)) continue;
    const drained = new Promise((resolve) => response.once('drain', resolve));
    await Promise.race([drained, closed]);
  }
  response.end();
}

export const FAULTS = {
  ok: (call) => stream(call, review(call)),
  refuse: ({ response }) => response.socket.destroy(),
  'stall-headers': ({ response }) => forever(response),
  'stall-first': async ({ response }) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.flushHeaders();
    await forever(response);
  },
  'stall-body': async (call) => {
    await stream(call, review(call), { until: 600, reason: null });
    await forever(call.response);
  },
  'stall-end': async (call) => {
    // The whole answer, but the connection is never closed.
    const text = review(call);
    await stream(call, text, { reason: null });
    call.response.write(call.format.finish(call.format.stop, text.length));
    await forever(call.response);
  },
  drip: async (call) => {
    call.response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const byte of call.format.delta(review(call))) {
      if (call.response.destroyed) return;
      call.response.write(byte);
      await sleep(call.entry.dripMs ?? 1_000);
    }
  },
  cut: async (call) => {
    await stream(call, review(call), { until: 600, reason: null });
    await sleep(20);
    call.response.socket.destroy();
  },
  'cut-early': async ({ response }) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.flushHeaders();
    await sleep(20);
    response.socket.destroy();
  },
  'end-early': async (call) => {
    await stream(call, review(call), { until: 600, reason: null });
    call.response.end();
  },
  // Breaks off among the questions, as a provider does that runs out of time.
  'end-late': async (call) => {
    const text = review(call);
    await stream(call, text, { until: Math.floor(text.length * 0.4), reason: null });
    call.response.end();
  },
  // Begins well, says nothing for a while, and is gone.
  'pause-cut': async (call) => {
    const text = review(call);
    await stream(call, text, { until: Math.floor(text.length * 0.15), reason: null });
    await sleep(1_500);
    call.response.socket?.destroy();
  },
  html: ({ response }) => send(response, 200, { 'content-type': 'text/html' }, '<!doctype html><title>Bad gateway</title><p>UPSTREAM-WORDS'),
  empty: ({ response }) => send(response, 200, { 'content-type': 'text/event-stream' }, ''),
  'invalid-json': (call) => stream(call, 'Certainly! Here is your review: { "edits": ['),
  'invalid-record': ({ response }) => send(response, 200, { 'content-type': 'text/event-stream' }, 'data: {"candidates": [\n\n'),
  fenced: (call) => stream(call, `\`\`\`json\n${review(call)}\n\`\`\``),
  'schema-break': (call) => stream(call, JSON.stringify({ ...makeReview(call.user), interview: [] })),
  'schema-extra': (call) => stream(call, JSON.stringify({ ...makeReview(call.user), score: 93 })),
  'no-candidates': ({ response, format }) => send(response, 200, { 'content-type': 'text/event-stream' }, format.nothing() + format.end()),
  'max-tokens': (call) => stream(call, review(call), { until: 900, reason: call.format.length }),
  safety: ({ response, format }) => send(response, 200, { 'content-type': 'text/event-stream' }, format.blocked('SAFETY') + format.end()),
  spii: ({ response, format }) => send(response, 200, { 'content-type': 'text/event-stream' }, format.blocked('SPII') + format.end()),
  'safety-late': async (call) => {
    await stream(call, review(call), { until: 600, reason: null });
    call.response.end(call.format.blocked('SAFETY') + call.format.end());
  },
  'prompt-blocked': ({ response }) => send(response, 200, { 'content-type': 'text/event-stream' }, record({ promptFeedback: { blockReason: 'PROHIBITED_CONTENT' } })),
  'error-late': async (call) => {
    await stream(call, review(call), { until: 600, reason: null });
    call.response.end(`data: ${call.format.error(503, 'UNAVAILABLE', 'UPSTREAM-WORDS')}\n\n`);
  },
  400: fail(400, 'INVALID_ARGUMENT'),
  '400-key': fail(400, 'INVALID_ARGUMENT', {}, [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: 'API_KEY_INVALID' }]),
  '400-region': fail(400, 'FAILED_PRECONDITION'),
  401: fail(401, 'UNAUTHENTICATED'),
  402: fail(402, 'PAYMENT_REQUIRED'),
  403: fail(403, 'PERMISSION_DENIED'),
  404: fail(404, 'NOT_FOUND'),
  '429-bare': fail(429, 'RESOURCE_EXHAUSTED'),
  '429-minute': fail(429, 'RESOURCE_EXHAUSTED', {}, [quotaFailure('GenerateRequestsPerMinutePerProjectPerModel'), retryInfo('0.3s')]),
  '429-long': fail(429, 'RESOURCE_EXHAUSTED', {}, [quotaFailure('GenerateRequestsPerMinutePerProjectPerModel'), retryInfo('45.8s')]),
  '429-day': fail(429, 'RESOURCE_EXHAUSTED', {}, [quotaFailure('GenerateRequestsPerDayPerProjectPerModel'), retryInfo('36s')]),
  '429-seconds': fail(429, 'RESOURCE_EXHAUSTED', { 'retry-after': '1' }),
  '429-date': (call) => fail(429, 'RESOURCE_EXHAUSTED', { 'retry-after': new Date(Date.now() + 90_000).toUTCString() })(call),
  500: fail(500, 'INTERNAL'),
  503: fail(503, 'UNAVAILABLE'),
  redirect: ({ response }) => send(response, 302, { location: '/stolen' }, ''),
  huge: async ({ response, format }) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    await pour(response, format.delta('x'.repeat(64 * 1024)));
  },
  'huge-error': async ({ response }) => {
    response.writeHead(500, { 'content-type': 'text/plain' });
    await pour(response, 'UPSTREAM-WORDS '.repeat(4_370));
  },
  // Does what an attacker asked for in the CV ("SAY: ..."), as far as JSON goes.
  obey: (call) => {
    const wish = /SAY:\s*(.*)$/m.exec(call.user)?.[1] ?? '';
    const obedient = makeReview(call.user);
    obedient.cover_letter = wish.slice(0, 6000) || 'no wish';
    return stream(call, JSON.stringify(obedient));
  },
};

// ---- around it

function control(request, response, url, body, { channels, channelOf }) {
  const asked = parse(body) ?? {};
  const name = asked.channel ?? url.searchParams.get('channel') ?? '*';
  if (request.method === 'DELETE') {
    if (url.searchParams.has('channel')) channels.delete(name);
    else channels.clear();
    return sendJson(response, {});
  }
  if (request.method === 'POST') {
    const unknown = [...(asked.queue ?? []), ...(asked.forever ? [asked.forever] : [])].find((fault) => !FAULTS[fault]);
    if (unknown) return send(response, 400, {}, `no fault called ${unknown}`);
    const channel = channelOf(name);
    for (const field of ['queue', 'forever', 'delay', 'chunk']) if (field in asked) channel[field] = asked[field];
    return sendJson(response, {});
  }
  return sendJson(response, channels.get(name) ?? newChannel());
}

/** Turnstile's check: the token decides. */
async function siteverify(response, body, { channelOf }) {
  const asked = parse(body) ?? {};
  const channel = channelOf(`turnstile:${asked.secret}`);
  channel.calls += 1;
  channel.requests.push({ body: asked });
  if (asked.response === 'stall') return forever(response);
  if (asked.response === 'broken') return send(response, 500, {}, 'UPSTREAM-WORDS');
  if (asked.response === 'html') return send(response, 200, {}, '<p>UPSTREAM-WORDS');
  return sendJson(response, { success: asked.response === 'good' });
}

function sentry(request, response, url, body, { channelOf }) {
  const key = /sentry_key=([^,]+)/.exec(request.headers['x-sentry-auth'] ?? '')?.[1] ?? '';
  const channel = channelOf(`sentry:${key}`);
  channel.calls += 1;
  channel.requests.push({ path: url.pathname, headers: request.headers, body });
  return sendJson(response, {});
}

async function readBody(request) {
  let text = '';
  request.setEncoding('utf8');
  for await (const piece of request) text += piece;
  return text;
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function send(response, status, headers, body) {
  response.writeHead(status, headers);
  response.end(body);
}

function sendJson(response, value) {
  send(response, 200, { 'content-type': 'application/json' }, JSON.stringify(value));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const option = (name, fallback) => {
    const index = process.argv.indexOf(`--${name}`);
    return index < 0 ? fallback : Number(process.argv[index + 1]);
  };
  const { port, url, close } = await startUpstream({ port: option('port', 0), delay: option('delay', 25), chunk: option('chunk', 160) });
  process.stdout.write(`${JSON.stringify({ port, url })}\n`);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => close().then(() => process.exit(0)));
}
