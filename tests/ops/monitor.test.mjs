// The monitor: recorded answers of Analytics Engine, a health that goes wrong,
// and what becomes of it: issues opened once and closed, a web hook told.

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { questions } from '../../scripts/ops/figures.mjs';
import { ops } from '../../scripts/ops/ops.mjs';
import { judge, RULES } from '../../scripts/ops/thresholds.mjs';
import { root } from '../../scripts/tools.mjs';
import { deployed, startCloud } from './cloud.mjs';

/** As the SQL API answers with FORMAT JSON: counts come as text. */
const answer = (row) => ({ meta: Object.keys(row).map((name) => ({ name, type: 'Float64' })), data: [row], rows: 1, rows_before_limit_at_least: 1 });
const NOTHING = answer({ n: null });

const HEALTH = {
  status: 'ok',
  database: 'ok',
  feature: true,
  providers: [{ provider: 'gemini', role: 'primary', model: 'm', configured: true, healthy: true, lastError: null, lastCheckedAt: null, failureCount: 0, today: { requests: 700, failures: 0, refusals: 0, quota: 1000, nearQuota: false } }],
  quota: null,
  turnstileSiteKey: null,
  version: '0.1.0+1a2b3c4d',
};

let health = HEALTH;
let site;
let cloud;
let folder;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cv-review-monitor-'));
  site = createServer((_, response) => {
    if (health === null) return response.destroy();
    response.writeHead(health.status === 'down' ? 503 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(health));
  });
  await new Promise((resolve) => site.listen(0, '127.0.0.1', resolve));
});
after(() => {
  site.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async (t) => {
  health = HEALTH;
  cloud = await startCloud();
  deployed(cloud, `http://127.0.0.1:${site.address().port}`, 'c'.repeat(40));
  t.after(() => cloud.close());
});

/** Answers by the part of the question that tells it from the others. */
function recorded({ failures = 0, successes = 100, p95 = 30_000, timeouts = 0, refusals = 0 } = {}) {
  cloud.analytics = {
    "IN ('AI_UNAVAILABLE'": answer({ n: String(failures) }),
    'quantileExactWeighted(0.95)': answer({ n: String(successes * 3), p95 }),
    "blob4 = 'AI_TIMEOUT'": answer({ n: String(timeouts) }),
    "blob4 = 'RATE_LIMITED'": answer({ n: String(refusals) }),
    "blob1 = 'success' AND": answer({ n: String(successes) }),
    "blob1 = 'fault'": NOTHING,
    "blob3 = 'LCP'": answer({ n: '40', p75: 1200 }),
    "blob3 = 'INP'": answer({ n: '40', p75: 90 }),
    "blob3 = 'CLS'": answer({ n: '40', p75: 0.01 }),
  };
}

async function look(options = [], env = {}) {
  const lines = [];
  const failed = await ops(['monitor', '--env', 'production', ...options], { env: { ...cloud.env, ...env }, say: (line) => lines.push(line) }).then(() => null, (error) => error.message);
  return { said: lines.join('\n'), failed };
}

const open = () => cloud.issues.filter(({ state }) => state === 'open').map(({ title }) => title);

test('all is well: nothing is opened', async () => {
  recorded();
  const { said, failed } = await look();
  assert.equal(failed, null);
  assert.deepEqual([open(), cloud.hooks], [[], []]);
  for (const { what } of Object.values(RULES)) assert.ok(said.includes(what), what);
  assert.ok(!said.includes('no data') && !said.includes('CROSSED'), said);
});

const CROSSINGS = [
  ['error rate', { failures: 12, successes: 100 }, true],
  ['p95 generation time', { p95: 75_001 }, false],
  ['AI_TIMEOUT', { timeouts: 6 }, false],
  ['rate-limit refusals', { refusals: 11 }, false],
];
for (const [what, figures, critical] of CROSSINGS) {
  test(`${what}: opened once, told once, closed when it is back`, async () => {
    recorded(figures);
    for (let run = 0; run < 3; run += 1) {
      const { failed } = await look();
      assert.equal(failed !== null, critical, 'a critical one fails the job');
    }
    assert.deepEqual(open(), [`[production] ${what}`]);
    assert.equal(cloud.hooks.length, 1);
    assert.match(cloud.hooks[0].text, critical ? /^CRITICAL / : /^Warning /);
    assert.match(cloud.issues[0].body, /docs\/runbooks\/[a-z-]+\.md/);
    assert.deepEqual(cloud.issues[0].labels, ['alert']);
    recorded();
    await look();
    assert.deepEqual(open(), []);
    assert.equal(cloud.issues[0].comments.length, 1);
    assert.match(cloud.hooks[1].text, /^Back to normal/);
    assert.equal(cloud.hooks.length, 2);
  });
}

test('just at the threshold nothing happens', async () => {
  recorded({ failures: 10, successes: 90, p95: 75_000, timeouts: 5, refusals: 10 });
  assert.equal((await look()).failed, null);
  assert.deepEqual(open(), []);
});

test('the service down, and a provider near its quota', async () => {
  recorded();
  health = { ...HEALTH, status: 'down', database: 'down' };
  assert.match((await look()).failed, /the service is down/);
  health = { ...HEALTH, providers: [{ ...HEALTH.providers[0], today: { ...HEALTH.providers[0].today, requests: 801 } }] };
  assert.equal((await look()).failed, null);
  assert.deepEqual(open(), ['[production] quota of a provider']);
  health = null;
  assert.match((await look()).failed, /no answer from \/api\/health/);
});

test('no answer is no data: nothing is opened, and nothing that is open is closed', async () => {
  recorded({ timeouts: 9 });
  await look();
  assert.deepEqual(open(), ['[production] AI_TIMEOUT']);
  cloud.failing.set('POST /client/v4/accounts/account-1/analytics_engine/sql', 500);
  const { said } = await look();
  assert.match(said, /no data/);
  assert.deepEqual(open(), ['[production] AI_TIMEOUT']);
});

test('a web hook that fails does not hide the alert, and its address is in no line', async () => {
  recorded({ refusals: 50 });
  cloud.failing.set('POST /hook', 500);
  const { said } = await look([], { ALERT_WEBHOOK_URL: `${cloud.url}/hook` });
  assert.deepEqual(open(), ['[production] rate-limit refusals']);
  assert.match(said, /The web hook did not take it/);
});

test('a dry run opens nothing and tells nobody', async () => {
  recorded({ timeouts: 9 });
  const { said } = await look(['--dry-run']);
  assert.match(said, /would call: POST \/repos\/\{repository\}\/issues/);
  assert.deepEqual([cloud.issues, cloud.hooks], [[], []]);
});

test('uptime is counted over the runs, and half a file starts again', async () => {
  recorded();
  const state = join(folder, 'state.json');
  const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  writeFileSync(state, JSON.stringify({ checks: { '2020-01-01': { total: 5, failed: 5 }, [yesterday]: { total: 2_000, failed: 1 } } }));
  assert.match((await look(['--state', state])).said, /ok {5} {2}uptime: 99\.950 % of 2001 checks over 2 days/);
  health = { ...HEALTH, status: 'down' };
  await look(['--state', state]);
  await look(['--state', state]);
  assert.ok(open().includes('[production] uptime'), '3 of 2,003 is less than 99.9 %');
  assert.ok(!('2020-01-01' in JSON.parse(readFileSync(state, 'utf8')).checks), 'older than 30 days is gone');
  writeFileSync(state, '{"chec');
  health = HEALTH;
  await look(['--state', state]);
  assert.equal(Object.values(JSON.parse(readFileSync(state, 'utf8')).checks)[0].total, 1);
});

test('a handful of reviews: one failure is no error rate, all of them failing is', () => {
  const figures = { failures: 1, successes: 3, generation: { count: 3, value: 90_000 }, timeouts: 0, refusals: 0, vitals: { LCP: { count: 3, value: 9_000 } }, faults: 0, health: HEALTH, up: true, checks: {} };
  const crossed = (more) => judge({ ...figures, ...more }).filter((one) => one.crossed).map(({ rule }) => rule);
  assert.deepEqual(crossed({}), []);
  assert.deepEqual(crossed({ failures: 2, successes: 0 }), ['errors']);
  assert.deepEqual(crossed({ vitals: { LCP: { count: 20, value: 2_501 } } }), ['vitals']);
  assert.deepEqual(crossed({ faults: 21 }), ['faults']);
});

test('every question asks the columns that the log writes, in the dialect that the engine has', () => {
  const log = readFileSync(join(root, 'functions', 'lib', 'log.ts'), 'utf8');
  assert.match(log, /blobs: \[line\.type, line\.provider \?\? '', line\.model \?\? '', line\.errorCode \?\? ''\]/);
  assert.match(log, /doubles: \[line\.generationTimeMs/);
  for (const sql of Object.values(questions('cv_review_production'))) {
    assert.match(sql, /^SELECT SUM\(_sample_interval\) AS n(, quantileExactWeighted\(0\.\d+\)\(double1, _sample_interval\) AS p\d\d)? FROM cv_review_production WHERE .* AND timestamp > NOW\(\) - INTERVAL '\d+' (MINUTE|DAY) FORMAT JSON$/);
  }
});

test('every rule points to a runbook that is there', () => {
  for (const { runbook } of Object.values(RULES)) assert.ok(readFileSync(join(root, 'docs', 'runbooks', `${runbook}.md`), 'utf8').startsWith('# '));
});
