// A delivery: what was built once goes to staging and production unchanged or
// not at all; what fails says the way back.

import assert from 'node:assert/strict';
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { verify } from '../../scripts/ops/artifact.mjs';
import { ops } from '../../scripts/ops/ops.mjs';
import { run } from '../../scripts/say.mjs';
import { root, toolPath } from '../../scripts/tools.mjs';
import { startProduction } from './incidents.mjs';

let site;
before(async () => (site = await startProduction()));
after(() => site?.close());
beforeEach(() => {
  site.cloud.failing.clear();
  site.cloud.wranglerCalls.length = 0;
});

async function say(args, more = {}) {
  const lines = [];
  const failed = await ops(args, { env: { ...site.cloud.env, ...more }, say: (line) => lines.push(line) }).then(() => null, (error) => error.message);
  return { said: lines.join('\n'), failed };
}
const commands = () => site.cloud.wranglerCalls.map(({ args }) => args.slice(0, 3).join(' '));
const deploy = (...more) => say(['deploy', '--from', site.artifact, '--tries', '2', ...more]);

test('bookmark, then migrations, then the deployment, then the smoke tests', async () => {
  for (const name of ['preview', 'production']) {
    site.cloud.wranglerCalls.length = 0;
    const { said, failed } = await deploy('--env', name);
    assert.equal(failed, null, failed ?? '');
    assert.deepEqual(commands(), ['d1 time-travel info', 'd1 migrations apply', 'pages deploy dist']);
    const { args } = site.cloud.wranglerCalls.at(-1);
    assert.equal(args[args.indexOf('--branch') + 1], { preview: 'develop', production: 'main' }[name]);
    assert.match(said, /13 checks|ok {6}\/api\/health answers/);
    assert.match(said, /^Done: /m);
  }
});

test('a dry run looks and deploys nothing', async () => {
  const { said, failed } = await deploy('--env', 'production', '--dry-run');
  assert.equal(failed, null);
  assert.deepEqual(commands(), ['d1 time-travel info']);
  assert.match(said, /would call: wrangler d1 migrations apply[\s\S]*would call: wrangler pages deploy dist/);
});

test('a file that was changed after the build stops everything', async () => {
  const page = join(site.artifact, 'dist', 'index.html');
  const whole = readFileSync(page);
  appendFileSync(page, ' ');
  assert.match((await deploy('--env', 'production')).failed, /not what was built: dist\/index\.html/);
  writeFileSync(page, whole);
  writeFileSync(join(site.artifact, 'functions', 'extra.ts'), 'export const onRequest = 1;');
  assert.match((await deploy('--env', 'production')).failed, /functions\/extra\.ts/);
  assert.deepEqual(commands(), []);
  rmSync(join(site.artifact, 'functions', 'extra.ts'));
  assert.ok(verify(site.artifact).commit);
});

test('migrations that fail: nothing is deployed, and the way back is said', async () => {
  site.cloud.failing.set('d1 migrations apply', true);
  const before = site.cloud.live;
  const { failed } = await deploy('--env', 'production');
  assert.match(failed, /The migrations failed\.[\s\S]*rollback database --env production --to [0-9a-f-]+/);
  assert.equal(site.cloud.live, before);
  assert.ok(!commands().includes('pages deploy dist'));
});

test('the way back is also in the summary of the run', async () => {
  const file = join(site.folder, 'summary.md');
  site.cloud.failing.set('pages deploy', true);
  process.env.GITHUB_STEP_SUMMARY = file;
  try {
    assert.match((await deploy('--env', 'preview')).failed, /The deployment failed/);
  } finally {
    delete process.env.GITHUB_STEP_SUMMARY;
  }
  assert.match(readFileSync(file, 'utf8'), /rollback database --env preview/);
});

test('production gets the artifact that staging was tried with, when the files are the same', async () => {
  const tree = 'f'.repeat(40);
  const artifact = (run, branch, more = {}) => ({ name: `artifact-${tree}`, expired: false, created_at: `2026-11-2${run}T00:00:00Z`, workflow_run: { id: run, head_branch: branch }, ...more });
  assert.match((await say(['artifact', 'find', '--tree', tree])).said, /run=$/);
  site.cloud.github.artifacts = [artifact(1, 'develop'), artifact(3, 'feature/evil'), artifact(2, 'develop'), artifact(4, 'develop', { expired: true }), { ...artifact(5, 'develop'), name: 'artifact-other' }];
  assert.match((await say(['artifact', 'find', '--tree', tree])).said, /run=2$/, 'the newest that is there, of a branch that is ours');
});

test('real wrangler knows the options that matter most', async () => {
  const used = {
    'pages deploy': ['--project-name', '--branch', '--commit-hash', '--commit-message', '--commit-dirty'],
    'pages project create': ['--production-branch', '--compatibility-date', '--compatibility-flags'],
    'd1 migrations apply': ['--remote', '--env'],
    'd1 execute': ['--remote', '--env', '--json', '--yes', '--command'],
    'd1 time-travel restore': ['--bookmark', '--timestamp', '--json', '--env'],
  };
  const wrangler = join(root, 'node_modules', 'wrangler', 'bin', 'wrangler.js');
  await Promise.all(Object.entries(used).map(async ([command, options]) => {
    const { code, out } = await run('node', [wrangler, ...command.split(' '), '--help'], { cwd: root, env: { CI: '1', WRANGLER_SEND_METRICS: 'false', PATH: toolPath() } });
    assert.equal(code, 0, out);
    for (const option of options) assert.ok(out.includes(option), `wrangler ${command} has no ${option}`);
  }));
});
