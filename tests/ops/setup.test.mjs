// Setting up an account and a repository, against stand-ins: from nothing, in
// a dry run, twice, and after being cut short.

import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { ops } from '../../scripts/ops/ops.mjs';
import { rules } from '../../scripts/ops/protect.mjs';
import { root } from '../../scripts/tools.mjs';
import { startCloud } from './cloud.mjs';

const SECRET = 'AIza-not-a-key-but-secret';
let folder;
let config;
let cloud;
before(() => (folder = mkdtempSync(join(tmpdir(), 'cv-review-ops-'))));
after(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(async (t) => {
  config = join(folder, `wrangler-${Math.random().toString(36).slice(2)}.toml`);
  cpSync(join(root, 'wrangler.toml'), config);
  cloud = await startCloud({ config });
  process.env.CV_REVIEW_CONFIG = config;
  process.env.STAND_IN_URL = cloud.url;
  t.after(() => {
    delete process.env.CV_REVIEW_CONFIG;
    return cloud.close();
  });
});

async function say(args, more = {}) {
  const lines = [];
  await ops(args, { env: { ...cloud.env, ...more }, say: (line) => lines.push(line) });
  return lines.join('\n');
}

test('an empty account becomes a home, a second run changes nothing', async () => {
  const secrets = { CV_REVIEW_SECRET_PRODUCTION_GEMINI_API_KEY: SECRET, CV_REVIEW_SECRET_PREVIEW_HF_API_KEY: 'hf-of-staging' };
  const said = await say(['setup', '--domain', 'cv.example.org'], secrets);
  assert.deepEqual(cloud.databases.map(({ name }) => name), ['cv-review-preview', 'cv-review-production']);
  const toml = readFileSync(config, 'utf8');
  for (const { uuid } of cloud.databases) assert.ok(toml.includes(`database_id = "${uuid}"`), toml);
  assert.match(toml, /database_id = "00000000-0000-4000-8000-000000000000"/, 'the local one is left alone');
  assert.deepEqual(cloud.migrated, ['preview', 'production']);
  assert.deepEqual(cloud.secrets, { preview: { HF_API_KEY: 'hf-of-staging' }, production: { GEMINI_API_KEY: SECRET } });
  assert.equal(cloud.project.deployment_configs.production.fail_open, false);
  assert.equal(cloud.project.deployment_configs.preview.fail_open, false);
  assert.deepEqual(cloud.domains.map(({ name }) => name), ['cv.example.org']);
  assert.ok(!said.includes(SECRET), 'a secret is never printed');
  assert.ok(!JSON.stringify(cloud.wranglerCalls.map(({ args }) => args)).includes(SECRET), 'nor put on a command line');

  const changing = () => cloud.wranglerCalls.filter(({ args }) => /create|put/.test(args.join(' '))).length + cloud.calls.filter(({ method }) => method !== 'GET').length;
  const [before, configBefore] = [changing(), readFileSync(config, 'utf8')];
  await say(['setup', '--domain', 'cv.example.org'], secrets);
  assert.equal(changing(), before);
  assert.equal(readFileSync(config, 'utf8'), configBefore);
});

test('a dry run prints every call and makes none that changes', async () => {
  const said = await say(['setup', '--domain', 'cv.example.org', '--dry-run'], { CV_REVIEW_SECRET_PRODUCTION_GEMINI_API_KEY: SECRET });
  for (const call of ['pages project create cv-review', 'd1 create cv-review-preview', 'd1 create cv-review-production', 'd1 migrations apply DB --env production --remote', 'pages secret put GEMINI_API_KEY', 'PATCH', '/domains']) assert.ok(said.includes(call), call);
  assert.ok(!said.includes(SECRET));
  assert.equal(cloud.project, null);
  assert.deepEqual([cloud.databases, cloud.domains, cloud.migrated], [[], [], []]);
  assert.equal(readFileSync(config, 'utf8'), readFileSync(join(root, 'wrangler.toml'), 'utf8'));
});

test('a dry run needs no account at all', async () => {
  const said = await say(['setup', '--dry-run'], { CLOUDFLARE_API_TOKEN: '', CLOUDFLARE_ACCOUNT_ID: '' });
  assert.match(said, /would call: wrangler d1 create cv-review-production/);
});

test('cut short after the first database it goes on where it was', async () => {
  cloud.failing.set('d1 create cv-review-production', true);
  await assert.rejects(say(['setup']), /wrangler could not do this/);
  cloud.failing.clear();
  await say(['setup']);
  assert.deepEqual(cloud.databases.map(({ name }) => name), ['cv-review-preview', 'cv-review-production']);
});

test('a refusal stops it with a sentence', async () => {
  await assert.rejects(say(['setup'], { CLOUDFLARE_ACCOUNT_ID: '' }), /CLOUDFLARE_ACCOUNT_ID is not set/);
  await assert.rejects(say(['key', 'replace', 'NOTHING', '--env', 'production']), /Say `key replace NAME`/);
});

test('the rules of the repository, applied and applied again', async () => {
  await say(['protect']);
  const { github } = cloud;
  assert.deepEqual(Object.keys(github.protection).sort(), ['develop', 'main']);
  assert.deepEqual(github.protection.main, rules().branches.main);
  assert.equal(github.protection.main.allow_force_pushes, false);
  assert.deepEqual(github.environments.production.reviewers, [{ type: 'User', id: 42 }]);
  assert.deepEqual(github.environments.staging.reviewers, []);
  assert.deepEqual(github.policies.production, [{ name: 'main' }]);
  assert.ok(github.branches.some(({ name }) => name === 'develop'));
  const once = JSON.stringify([github.rulesets, github.policies, github.labels, github.branches]);
  await say(['protect']);
  assert.equal(JSON.stringify([github.rulesets, github.policies, github.labels, github.branches]), once);
});

test('a dry run of the rules changes nothing', async () => {
  const said = await say(['protect', '--dry-run']);
  assert.match(said, /would call: PUT \/repos\/\{repository\}\/branches\/main\/protection/);
  assert.deepEqual(cloud.github.protection, {});
});
