// The move to Workers, tried: the same functions and pages as a plain Worker,
// asked the same questions as a deployment on Pages, and for a review.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { ops } from '../../scripts/ops/ops.mjs';
import { must } from '../../scripts/say.mjs';
import { freePort } from '../../scripts/serve.mjs';
import { quiet, root, toolPath } from '../../scripts/tools.mjs';
import { startUpstream } from '../upstream/server.mjs';
import { BODY } from './incidents.mjs';

const CONFIG = 'scripts/ops/worker/wrangler.jsonc';
const wrangler = join(root, 'node_modules', 'wrangler', 'bin', 'wrangler.js');
const env = { ...process.env, ...quiet, CI: '1', PATH: toolPath() };
let folder;
let upstream;
let child;
let url;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cv-review-worker-'));
  for (const name of ['functions', 'dist', 'package.json', 'scripts/ops/worker']) cpSync(join(root, name), join(folder, name), { recursive: true });
  upstream = await startUpstream();
  const vars = { GEMINI_API_KEY: 'worker-gemini', GEMINI_BASE_URL: upstream.url, HF_API_KEY: 'worker-hf', HF_BASE_URL: upstream.url, COMMIT_SHA: 'abcdef0123456789' };
  writeFileSync(join(folder, 'scripts/ops/worker/.dev.vars'), Object.entries(vars).map(([name, value]) => `${name}=${value}\n`).join(''));
  await must('The database of the Worker could not be migrated.', 'node', [wrangler, 'd1', 'migrations', 'apply', 'DB', '--local', '-c', CONFIG, '--persist-to', join(folder, 'state')], { cwd: folder, env });
  const port = await freePort();
  child = spawn('node', [wrangler, 'dev', '-c', CONFIG, '--ip', '127.0.0.1', '--port', String(port), '--inspector-port', String(await freePort()), '--persist-to', join(folder, 'state')], { cwd: folder, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (out += chunk));
  url = `http://127.0.0.1:${port}`;
  for (const until = Date.now() + 90_000; ; await sleep(200)) {
    const health = await fetch(`${url}/api/health`).then((response) => response.json(), () => null);
    if (health?.database === 'ok') return;
    if (Date.now() > until) throw new Error(`The Worker did not start.\n${out.slice(-2000)}`);
  }
});
after(async () => {
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended.
  }
  await upstream?.close();
  rmSync(folder, { recursive: true, force: true });
});

test('all that is asked of a deployment holds', async () => {
  const lines = [];
  await ops(['smoke', '--url', url, '--commit', 'abcdef0123456789'], { say: (line) => lines.push(line) }).catch((error) => assert.fail(`${error.message}\n${lines.join('\n')}`));
});

test('a review streams, event by event', async () => {
  const response = await fetch(`${url}/api/cv-review/generate`, { method: 'POST', body: BODY, headers: { 'content-type': 'application/json', accept: 'text/event-stream' } });
  assert.equal(response.status, 200);
  const text = await response.text();
  assert.match(text, /event: open\n[\s\S]*event: delta\n[\s\S]*event: done\n/);
});

test('exactly ten of 40 at once pass', async () => {
  const ask = () => fetch(`${url}/api/cv-review/generate`, { method: 'POST', body: BODY, headers: { 'content-type': 'application/json', 'cf-connecting-ip': '203.0.113.77' } });
  const statuses = (await Promise.all(Array.from({ length: 40 }, ask))).map(({ status }) => status);
  assert.deepEqual([statuses.filter((status) => status === 200).length, statuses.filter((status) => status === 429).length], [10, 30]);
});
