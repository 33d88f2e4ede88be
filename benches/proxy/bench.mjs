// 100 reviews at once through the served app, with the stand-in streaming at the
// pace of a model, beside the same load on a bare pass-through function in the
// same run. Every event of every stream is checked against what was sent.
//
//   node benches/proxy/bench.mjs [--json FILE] [--concurrent 100] [--alone 40]
//
// `added` is the proxy's median less the bare function's. CPU is that of all
// wrangler and workerd processes, by /proc, so it is only shown on Linux.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { cpuSeconds, startApp } from '../../tests/functions/app.mjs';
import { makeReview } from '../../tests/upstream/answer.mjs';
import { startUpstream } from '../../tests/upstream/server.mjs';

const option = (name, fallback) => {
  const index = process.argv.indexOf(`--${name}`);
  return index < 0 ? fallback : process.argv[index + 1];
};
const CONCURRENT = Number(option('concurrent', 100));
const ALONE = Number(option('alone', 40));
// About 1,500 characters a second, as a fast model writes them.
const PACE = { delay: 40, chunk: 60 };

/** A CV that only this request has, so that mixed-up streams are seen. */
function textsOf(index) {
  const roles = Array.from({ length: 10 }, (_, role) => `- Looked after site ${index}-${role} and its ${role + 3} teams, stock and papers`);
  return { resume: ['[NAME]', 'Experience', ...roles].join('\n'), jobDescription: 'Site manager: stock control, SAP EWM, Lean, budgets, safety training' };
}

const NONCE = '0'.repeat(32);
function expectedOf({ resume, jobDescription }) {
  const quote = (name, lines) => [`<<<${name} ${NONCE}>>>`, ...lines, `<<<END ${name} ${NONCE}>>>`].join('\n');
  return userTurn(quote, resume, jobDescription);
}
function userTurn(quote, resume, jobDescription) {
  const cv = resume.split('\n').map((line, index) => `${index + 1}| ${line}`);
  return [quote('CV', cv), quote('JOB POST', jobDescription.split('\n').map((line) => `| ${line}`))].join('\n');
}

const agent = new Agent({ keepAlive: true, maxSockets: Infinity });

/** One request. Resolves to its times in milliseconds and what came. */
function send(url, body) {
  return new Promise((resolve) => {
    const begun = performance.now();
    const at = {};
    const since = () => performance.now() - begun;
    let text = '';
    const payload = JSON.stringify(body);
    const headers = { 'content-type': 'application/json', accept: 'text/event-stream', 'content-length': Buffer.byteLength(payload) };
    const request = httpRequest(url, { method: 'POST', agent, headers }, (response) => {
      response.setEncoding('utf8');
      response.on('data', (chunk) => {
        at.byte ??= since();
        text += chunk;
        if (at.delta === undefined && /event: delta|"parts":\[\{"text":"\{/.test(text)) at.delta = since();
      });
      response.on('end', () => resolve({ status: response.statusCode, text, ...at, end: since() }));
      response.on('error', (error) => resolve({ error: String(error), text, ...at, end: since() }));
    });
    request.on('error', (error) => resolve({ error: String(error), text, ...at, end: since() }));
    request.end(payload);
  });
}

/** What is wrong with a stream of the proxy, or null. */
function faultOf({ error, status, text }, expected) {
  if (error) return error;
  if (status !== 200) return `status ${status}`;
  const events = text
    .split('\n\n')
    .map((block) => /^event: (\w+)\ndata: (.*)$/s.exec(block))
    .filter(Boolean);
  const names = events.map(([, name]) => name);
  if (names[0] !== 'open' || names.at(-1) !== 'done') return `from ${names[0]} to ${names.at(-1)}`;
  if (!names.slice(1, -1).every((name) => name === 'delta')) return 'other events than deltas between';
  const whole = events.slice(1, -1).map(([, , data]) => JSON.parse(data).text).join('');
  return whole === expected ? null : 'events lost, changed or reordered';
}

function bareFaultOf({ error, status, text }, expected) {
  if (error) return error;
  if (status !== 200) return `status ${status}`;
  const parts = text.split('\n\n').filter((block) => block.startsWith('data: ')).flatMap((block) => JSON.parse(block.slice(6)).candidates?.[0]?.content?.parts ?? []);
  return parts.filter((part) => !part.thought).map((part) => part.text).join('') === expected ? null : 'events lost, changed or reordered';
}

const quantile = (values, q) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))];
const round = (value) => Math.round(value * 10) / 10;
const spread = (values) => ({ p50: round(quantile(values, 0.5)), p95: round(quantile(values, 0.95)), max: round(Math.max(...values)) });

const upstream = await startUpstream(PACE);
const KEY = 'bench-key';
let app;
try {
  app = await startApp({
    vars: { GEMINI_API_KEY: KEY, GEMINI_BASE_URL: upstream.url, AI_FALLBACK_PROVIDER: 'none', RATE_LIMIT_PER_IP: 1_000_000, AI_DAILY_LIMIT: 1_000_000 },
    extraRoutes: { 'bare.ts': join(import.meta.dirname, 'bare.ts') },
  });
  const proxy = {
    name: 'proxy',
    url: `${app.url}/api/cv-review/generate`,
    body: textsOf,
    fault: faultOf,
  };
  const bare = {
    name: 'bare',
    url: `${app.url}/bare`,
    body: (index) => ({
      systemInstruction: { parts: [{ text: 'x' }] },
      contents: [{ role: 'user', parts: [{ text: expectedOf(textsOf(index)) }] }],
      generationConfig: { responseMimeType: 'application/json', responseJsonSchema: { type: 'object' } },
    }),
    fault: bareFaultOf,
  };

  const expected = (index) => JSON.stringify(makeReview(expectedOf(textsOf(index))));

  /** One after another, with a provider that answers at once: what the proxy itself costs. */
  async function alone(target, count) {
    await fetch(`${upstream.url}/__control`, { method: 'POST', body: JSON.stringify({ channel: KEY, delay: 0, chunk: 4_000 }) });
    const before = upstream.channels.get(KEY).requests.length;
    const cpu = cpuOf(app.pid);
    const results = [];
    const toUpstream = [];
    for (let index = 0; index < count; index += 1) {
      const sentAt = performance.timeOrigin + performance.now();
      const result = await send(target.url, target.body(index));
      results.push({ ...result, fault: target.fault(result, expected(index)) });
      const call = upstream.channels.get(KEY).requests.at(-1);
      toUpstream.push(Math.max(0, call.at - sentAt));
    }
    upstream.channels.get(KEY).requests.splice(before);
    const faults = results.map(({ fault }) => fault).filter(Boolean);
    return { errors: faults.length, faults: faults.slice(0, 3), toUpstreamMs: spread(toUpstream), endMs: spread(results.map(({ end }) => end)), cpuMs: perRequest(cpu, count) };
  }

  async function together(target) {
    await fetch(`${upstream.url}/__control`, { method: 'POST', body: JSON.stringify({ channel: KEY, ...PACE }) });
    upstream.channels.get(KEY).requests.length = 0;
    const cpu = cpuOf(app.pid);
    const begun = performance.now();
    const results = await Promise.all(
      Array.from({ length: CONCURRENT }, async (_, index) => {
        const result = await send(target.url, target.body(index));
        return { ...result, fault: target.fault(result, expected(index)) };
      }),
    );
    const faults = results.map(({ fault }) => fault).filter(Boolean);
    return {
      errors: faults.length,
      faults: faults.slice(0, 3),
      firstEventMs: spread(results.map(({ byte }) => byte ?? Infinity)),
      firstDeltaMs: spread(results.map(({ delta }) => delta ?? Infinity)),
      endMs: spread(results.map(({ end }) => end)),
      totalMs: round(performance.now() - begun),
      cpuMs: perRequest(cpu, CONCURRENT),
    };
  }

  // Warm both, and make the channel.
  for (const target of [bare, proxy, bare, proxy]) await send(target.url, target.body(0));
  const figures = { concurrent: CONCURRENT, pace: PACE, characters: expected(0).length, alone: {}, together: {} };
  for (const target of [bare, proxy]) figures.alone[target.name] = await alone(target, ALONE);
  for (const target of [bare, proxy]) figures.together[target.name] = await together(target);

  figures.ownCpuMs = await ownCpu();

  const line = (label, bareValue, proxyValue) => {
    const added = typeof bareValue === 'number' && typeof proxyValue === 'number' ? round(proxyValue - bareValue) : '';
    const ratio = typeof bareValue === 'number' && bareValue > 0 ? `${round(proxyValue / bareValue)}x` : '';
    console.log(`${label.padEnd(44)}${String(bareValue ?? '-').padStart(10)}${String(proxyValue ?? '-').padStart(10)}${String(added).padStart(10)}${ratio.padStart(8)}`);
  };
  console.log(`\n${'milliseconds'.padEnd(44)}${'bare'.padStart(10)}${'proxy'.padStart(10)}${'added'.padStart(10)}${'ratio'.padStart(8)}`);
  for (const [part, title] of [['alone', `one at a time (${ALONE})`], ['together', `${CONCURRENT} at once, ${figures.characters} characters each`]]) {
    console.log(title);
    const { bare: b, proxy: p } = figures[part];
    line('  errors, lost or reordered events', b.errors, p.errors);
    for (const [key, label] of [['toUpstreamMs', 'until the provider is called'], ['firstEventMs', 'first event'], ['firstDeltaMs', 'first delta'], ['endMs', 'end']]) {
      if (!b[key]) continue;
      line(`  ${label}, p50`, b[key].p50, p[key].p50);
      line(`  ${label}, p95`, b[key].p95, p[key].p95);
    }
    if (p.cpuMs !== null) line('  CPU a request, with wrangler around it', b.cpuMs, p.cpuMs);
    for (const fault of [...b.faults, ...p.faults]) console.log(`  ! ${fault}`);
  }
  console.log(`\nCPU of our own code a review, without network and database: ${figures.ownCpuMs} ms (median, in Node)`);
  const file = option('json', null);
  if (file) writeFileSync(file, `${JSON.stringify(figures, null, 2)}\n`);
  if (figures.together.proxy.errors + figures.alone.proxy.errors > 0) process.exitCode = 1;
} finally {
  agent.destroy();
  await app?.close();
  await upstream.close();
}

/** Median CPU milliseconds of `computeReview`, over a stream as the stand-in sends it. */
async function ownCpu() {
  const folder = mkdtempSync(join(tmpdir(), 'cv-review-cpu-'));
  const outfile = join(folder, 'cpu.mjs');
  await build({ entryPoints: [join(import.meta.dirname, 'cpu.ts')], outfile, bundle: true, format: 'esm', platform: 'neutral', logLevel: 'error' });
  const { computeReview } = await import(pathToFileURL(outfile).href);
  rmSync(folder, { recursive: true });
  const response = await fetch(`${upstream.url}/v1beta/models/x:streamGenerateContent?alt=sse`, {
    method: 'POST',
    headers: { 'x-goog-api-key': KEY },
    body: JSON.stringify({ systemInstruction: { parts: [{ text: 'x' }] }, contents: [{ parts: [{ text: expectedOf(textsOf(1)) }] }], generationConfig: { responseMimeType: 'application/json', responseJsonSchema: { type: 'object' } } }),
  });
  const stream = new Uint8Array(await response.arrayBuffer());
  const body = JSON.stringify(textsOf(1));
  const times = [];
  for (let run = 0; run < 150; run += 1) {
    const before = process.cpuUsage();
    await computeReview(body, stream);
    const { user, system } = process.cpuUsage(before);
    if (run >= 50) times.push((user + system) / 1000);
  }
  return round(quantile(times, 0.5));
}

function cpuOf(pid) {
  try {
    return { pid, seconds: cpuSeconds(pid) };
  } catch {
    return null;
  }
}

function perRequest(before, count) {
  return before ? round(((cpuSeconds(before.pid) - before.seconds) * 1000) / count) : null;
}
