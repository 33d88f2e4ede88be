// Every runbook, as someone follows it at night: a fault is made on this
// machine, the commands that stand there are run in their order, and the
// service is as it should be. Nothing is left out: a command in a runbook that
// no test ran is a failure.

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { run } from '../../scripts/say.mjs';
import { root, toolPath } from '../../scripts/tools.mjs';
import { startProduction, wasmOf } from './incidents.mjs';

let site;
before(async () => (site = await startProduction()));
after(() => site?.close());
// Each incident begins on a good day.
beforeEach(async () => {
  for (const key of ['incident-gemini', 'incident-hf']) await site.faults(key, { forever: 'ok' });
  site.d1.run('DELETE FROM AIProviderStatus; DELETE FROM RateLimit');
});

const folder = join(root, 'docs', 'runbooks');
const commandsOf = (name) => [...readFileSync(join(folder, `${name}.md`), 'utf8').matchAll(/^```sh\n([\s\S]*?)^```$/gm)].flatMap(([, block]) => block.trim().split('\n'));
const followed = new Map();

/** Runs the next command of a runbook, as a shell would; `words` replace what a person fills in. */
async function next(name, words = {}) {
  const commands = commandsOf(name);
  const at = followed.get(name) ?? 0;
  followed.set(name, at + 1);
  let command = commands[at];
  for (const [word, value] of Object.entries(words)) command = command.replaceAll(word, value);
  // Without npm in between, and with the stand-in where wrangler is named: both only cost time here.
  const shown = command.replace(/^npm run ops -- /, 'node scripts/ops/ops.mjs ').replace(/^npx wrangler /, `node ${site.cloud.env.CV_REVIEW_WRANGLER} `);
  const { code, out } = await run('bash', ['-c', shown], { cwd: root, env: { ...site.cloud.env, CV_REVIEW_CONFIG: process.env.CV_REVIEW_CONFIG, PATH: toolPath() } });
  return { command: commands[at], code, out };
}

async function good(name, words) {
  const result = await next(name, words);
  assert.equal(result.code, 0, `${result.command}\n${result.out}`);
  return result;
}

const codeOf = async (response) => ({ status: response.status, ...(await response.json()) });

test('all providers down', async () => {
  for (const key of ['incident-gemini', 'incident-hf']) await site.faults(key, { forever: '500' });
  for (let tries = 0; tries < 4; tries += 1) await site.ask();
  assert.equal((await site.health()).status, 'down');
  const status = await next('providers-down');
  assert.equal(status.code, 1);
  assert.match(status.out, /primary gemini: failing \(server\)[\s\S]*fallback huggingface: failing \(server\)/);
  assert.match((await good('providers-down')).out, /gemini: not asked, last failure server/);
  await good('providers-down'); // pause
  await good('providers-down'); // off
  const refused = await codeOf(await site.ask());
  assert.deepEqual([refused.status, refused.code], [503, 'FEATURE_DISABLED']);
  assert.match(refused.error, /^AI review temporarily unavailable\. Check back soon!/);
  for (const key of ['incident-gemini', 'incident-hf']) await site.faults(key, { forever: 'ok' });
  await good('providers-down'); // resume
  await good('providers-down'); // on
  assert.equal((await site.ask()).status, 200);
  assert.equal((await good('providers-down')).code, 0);
});

test('the rate limiter is abused', async () => {
  const from = '203.0.113.9';
  const answers = await Promise.all(Array.from({ length: 40 }, () => site.ask(from)));
  assert.equal(answers.filter(({ status }) => status === 200).length, 10);
  assert.match((await good('rate-limiter-abused')).out, /client [0-9a-f]{8}: 10 used/);
  const before = site.upstream.channels.get('incident-gemini').calls;
  site.d1.run("UPDATE RateLimit SET used = 25 WHERE bucket = 'all'");
  await good('rate-limiter-abused'); // tighten
  assert.deepEqual((await codeOf(await site.ask())).code, 'AI_UNAVAILABLE');
  await good('rate-limiter-abused'); // off
  assert.deepEqual((await codeOf(await site.ask())).code, 'FEATURE_DISABLED');
  assert.equal(site.upstream.channels.get('incident-gemini').calls, before, 'nothing was spent');
  await good('rate-limiter-abused'); // on
  await good('rate-limiter-abused'); // loosen
  assert.equal((await site.ask()).status, 200);
  assert.match((await good('rate-limiter-abused')).out, /from the environment/);
});

test('an injection or a script is reported', async () => {
  const report = { release: '0.1.0', page: '/privacy', at: new Date().toISOString(), browser: 'Mozilla/5.0', language: 'en', screen: '390x844@3', online: true, webAssembly: true, trustedTypes: true, storage: true, kept: { draft: 1, history: 0 }, service: 'ok', faults: [{ kind: 'TypeError', where: 'boot:1:1' }] };
  const sent = await fetch(`${site.url}/api/diagnostic`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(report) });
  assert.equal(sent.status, 201);
  const { id } = await sent.json();
  assert.match((await good('injection-report')).out, /ok {6}the security headers of the page/);
  await good('injection-report');
  assert.match((await good('injection-report')).out, new RegExp(`${id} .* TypeError at boot:1:1`));
  await good('injection-report'); // off
  assert.equal((await site.ask()).status, 503);
  // The page itself goes on.
  assert.equal((await fetch(`${site.url}/cv-review`)).status, 200);
  await good('injection-report'); // on
  await good('injection-report'); // smoke
});

test('the quota is gone', async () => {
  await site.faults('incident-gemini', { forever: '429-day' });
  assert.equal((await site.ask()).status, 200, 'the other provider answers');
  assert.match((await good('quota-gone')).out, /primary gemini: failing \(quota\)/);
  assert.match((await good('quota-gone')).out, /gemini: not asked, last failure quota/);
  await good('quota-gone');
  await good('quota-gone'); // tighten
  await site.faults('incident-gemini', { forever: 'ok' });
  await good('quota-gone'); // resume
  const { provider } = await codeOf(await site.ask());
  assert.equal(provider, 'gemini');
  await good('quota-gone'); // loosen
  assert.match((await good('quota-gone')).out, /primary gemini: healthy/);
});

test('the database is down', async () => {
  const bookmark = site.d1.bookmark();
  site.d1.run('DROP TABLE RateLimit; DROP TABLE Settings');
  assert.equal((await site.health()).database, 'down');
  assert.equal((await codeOf(await site.ask())).code, 'DATABASE_UNAVAILABLE');
  assert.equal((await fetch(`${site.url}/cv-review`)).status, 200, 'the page does not need it');
  const tables = await good('database-down');
  assert.ok(!tables.out.includes('RateLimit') && tables.out.includes('ProviderUsage'));
  assert.match((await good('database-down', { BOOKMARK: bookmark })).out, /would call: wrangler d1 time-travel restore/);
  assert.equal((await site.health()).database, 'down', 'a dry run restores nothing');
  assert.match((await good('database-down', { BOOKMARK: bookmark })).out, /To undo this: npm run ops -- rollback database/);
  assert.match((await good('database-down')).out, /database ok/);
  assert.equal((await site.ask()).status, 200);
});

test('a bad deployment', async () => {
  const spoiled = await site.spoiledArtifact((dist) => rmSync(join(dist, wasmOf(dist))));
  const { code, out } = await run('node', ['scripts/ops/ops.mjs', 'deploy', '--env', 'production', '--from', spoiled, '--tries', '1'], { cwd: root, env: { ...site.cloud.env, CV_REVIEW_CONFIG: process.env.CV_REVIEW_CONFIG, PATH: toolPath() } });
  assert.equal(code, 1, out);
  // Pages answers with the page where the wasm was: only the type tells.
  assert.match(out, /FAILED {2}every file that the page names: .*_bg\.wasm: status 200, type text\/html/);
  assert.match(out, /A smoke test failed\. To bring production back[\s\S]*npm run ops -- rollback deployment --env production --to deployment-1/);
  assert.match(out, /npm run ops -- rollback database --env production --to [0-9a-f-]+/);
  assert.match((await good('bad-deploy')).out, /live +deployment-2 [\s\S]*deployment-1/);
  await good('bad-deploy'); // dry run
  assert.equal(site.cloud.live, 'deployment-2');
  assert.match((await good('bad-deploy')).out, /Back at deployment deployment-1/);
  assert.equal(site.cloud.live, 'deployment-1');
  await good('bad-deploy');
  assert.equal((await site.ask()).status, 200);
});

test('a key is leaked', async () => {
  // As the provider ended the old key.
  await site.faults('incident-gemini', { forever: '401' });
  assert.equal((await site.ask()).status, 200, 'the other provider answers');
  await good('leaked-key'); // secrets: none here
  assert.match((await good('leaked-key')).out, /last failure auth/);
  const place = join(root, 'new-key.txt');
  const artifact = join(root, 'target', 'artifact');
  const aside = join(site.folder, 'aside');
  let moved = false;
  try {
    writeFileSync(place, 'the-new-key-of-gemini\n', { flag: 'wx' });
    mkdirSync(join(root, 'target'), { recursive: true });
    if (readdirSync(join(root, 'target')).includes('artifact')) {
      renameSync(artifact, aside);
      moved = true;
    }
    renameSync(site.artifact, artifact);
    await good('leaked-key'); // dry run
    assert.deepEqual(site.cloud.secrets.production, {});
    const replaced = await good('leaked-key');
    assert.ok(!replaced.out.includes('the-new-key-of-gemini'));
    assert.deepEqual(site.cloud.secrets.production, { GEMINI_API_KEY: 'the-new-key-of-gemini' });
    await site.faults('incident-gemini', { forever: 'ok' });
    await good('leaked-key'); // deploy
    assert.match((await good('leaked-key')).out, /primary gemini: healthy/);
    assert.equal((await codeOf(await site.ask())).provider, 'gemini');
  } finally {
    rmSync(place, { force: true });
    if (readdirSync(join(root, 'target')).includes('artifact')) renameSync(artifact, site.artifact);
    if (moved) renameSync(aside, artifact);
  }
});

test('nothing in a runbook was left out', () => {
  for (const file of readdirSync(folder).filter((name) => name !== 'README.md')) {
    const name = file.replace('.md', '');
    assert.equal(followed.get(name) ?? 0, commandsOf(name).length, `${name}: not every command was run`);
    const text = readFileSync(join(folder, file), 'utf8');
    for (const part of ['**Symptoms.**', '## Diagnosis', '## Resolution', '## Rollback']) assert.ok(text.includes(part), `${name} has no ${part}`);
  }
});
