// Releases, migrations, the search for keys and the bill of materials: on
// small repositories made for it.

import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { checkMigrations } from '../../scripts/ops/migrations.mjs';
import { ops } from '../../scripts/ops/ops.mjs';
import { checkRelease, nextVersion, section, versionsIn } from '../../scripts/ops/release.mjs';
import { makeSbom } from '../../scripts/ops/sbom.mjs';
import { inBuild, inCommit, inHistory, keysIn } from '../../scripts/ops/secrets.mjs';
import { must } from '../../scripts/say.mjs';
import { root } from '../../scripts/tools.mjs';
import { startCloud } from './cloud.mjs';

let folder;
before(() => (folder = mkdtempSync(join(tmpdir(), 'cv-review-release-'))));
after(() => rmSync(folder, { recursive: true, force: true }));

const git = (cwd, ...args) => must('git', 'git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.invalid', ...args], { cwd });

async function repository(name, changelog) {
  const at = join(folder, name);
  mkdirSync(at);
  for (const file of ['package.json', 'package-lock.json', 'Cargo.toml', 'Cargo.lock']) cpSync(join(root, file), join(at, file));
  writeFileSync(join(at, 'CHANGELOG.md'), changelog);
  await git(at, 'init', '-q', '-b', 'develop');
  for (const [key, value] of [['user.name', 'Test'], ['user.email', 'test@example.invalid']]) await git(at, 'config', key, value);
  await git(at, 'add', '-A');
  await git(at, 'commit', '-qm', 'first');
  return at;
}

async function say(args, env = process.env) {
  const lines = [];
  await ops(args, { env, say: (line) => lines.push(line) });
  return lines.join('\n');
}

test('this repository is ready to be released', () => assert.deepEqual(checkRelease(), []));

test('a release writes one version everywhere, dates the changelog, and is tagged with its notes', async (t) => {
  const at = await repository('good', '# Changelog\n\n## Unreleased\n\n- Reads a file.\n');
  const now = versionsIn(at)['package.json'];
  const next = nextVersion(now, 'minor');
  await say(['release', 'minor', '--in', at, '--dry-run']);
  assert.equal(versionsIn(at)['package.json'], now, 'a dry run writes nothing');
  await say(['release', 'minor', '--in', at]);
  assert.deepEqual([...new Set(Object.values(versionsIn(at)))], [next]);
  assert.deepEqual(checkRelease(at), []);
  const changelog = readFileSync(join(at, 'CHANGELOG.md'), 'utf8');
  assert.equal(section(changelog, next).text, '- Reads a file.');
  assert.equal(section(changelog, 'Unreleased').text, '');
  // Nothing else in the locks was touched.
  const diff = await must('git', 'git', ['diff', '--stat', 'HEAD~1'], { cwd: at });
  assert.match(diff, /package-lock\.json +\| 4 /);
  assert.match(diff, /Cargo\.lock +\| 2 /);
  const cloud = await startCloud();
  t.after(() => cloud.close());
  assert.match(await say(['release', 'tag', '--in', at], cloud.env), new RegExp(`v${next.replaceAll('.', '\\.')} is tagged`));
  assert.deepEqual(cloud.github.releases.map(({ tag_name: tag, body }) => [tag, body]), [[`v${next}`, '- Reads a file.']]);
  await git(at, 'tag', `v${next}`);
  await say(['release', 'tag', '--in', at], cloud.env);
  assert.equal(cloud.github.releases.length, 1, 'not twice');
});

test('what stands in the way of a release is said', async () => {
  const empty = await repository('empty', '# Changelog\n\n## Unreleased\n');
  await assert.rejects(say(['release', 'patch', '--in', empty]), /has nothing under/);
  const dirty = await repository('dirty', '# Changelog\n\n## Unreleased\n\n- A thing.\n');
  writeFileSync(join(dirty, 'CHANGELOG.md'), '# Changelog\n\n## Unreleased\n\n- Another.\n');
  await assert.rejects(say(['release', 'patch', '--in', dirty]), /not committed/);
  const odd = await repository('odd', '# Changelog\n\n## 9.9.9\n\n- No date.\n');
  assert.deepEqual(checkRelease(odd).length, 3);
  writeFileSync(join(odd, 'Cargo.toml'), readFileSync(join(odd, 'Cargo.toml'), 'utf8').replace(/^version = ".*"/m, 'version = "7.7.7"'));
  assert.ok(checkRelease(odd).some((sentence) => sentence.startsWith('Cargo.toml says 7.7.7')));
  for (const wrong of ['0.0.1', '1.2', 'v2.0.0', '01.2.3', 'latest']) assert.throws(() => nextVersion('1.0.0', wrong), wrong);
  assert.deepEqual(['patch', 'minor', 'major', '3.0.0'].map((what) => nextVersion('1.9.9', what)), ['1.9.10', '1.10.0', '2.0.0', '3.0.0']);
});

test('migrations only add', () => {
  assert.deepEqual(checkMigrations(), []);
  const at = join(folder, 'migrations');
  mkdirSync(at);
  const first = (sql) => {
    writeFileSync(join(at, '0001_first.sql'), sql);
    return checkMigrations(at);
  };
  for (const sql of ['DROP TABLE A;', 'ALTER TABLE A RENAME TO B;', 'ALTER TABLE A DROP COLUMN b;', 'DELETE FROM A;', 'ALTER TABLE A ADD COLUMN b TEXT NOT NULL;', 'CREATE TRIGGER t AFTER INSERT ON A BEGIN SELECT 1; END;']) assert.equal(first(sql).length, 1, sql);
  for (const sql of ["-- DROP TABLE A\nINSERT INTO A VALUES ('DROP TABLE B');", 'ALTER TABLE A ADD COLUMN b TEXT;', "ALTER TABLE A ADD b TEXT NOT NULL DEFAULT '';", 'CREATE INDEX i ON A (b);']) assert.deepEqual(first(sql), [], sql);
  writeFileSync(join(at, '0003_gap.sql'), 'SELECT 1;');
  assert.match(checkMigrations(at)[0], /should start with 0002_/);
  rmSync(join(at, '0003_gap.sql'));
  writeFileSync(join(at, '0002_old_contract.sql'), 'DROP TABLE A;');
  assert.match(checkMigrations(at)[0], /say since which release/);
  writeFileSync(join(at, '0002_old_contract.sql'), '-- contract: unused since 1.4.0\nDROP TABLE A;');
  assert.deepEqual(checkMigrations(at), []);
});

// Put together here, so that this file holds none.
const random = (length) => Array.from({ length }, (_, index) => 'aB3dE5gH7jK9mN1pQ2rS4tU6vW8xY0zC'[(index * 7 + 3) % 32]).join('');
const KEYS = { google: `AIza${random(35)}`, huggingface: `hf_${random(34)}`, github: `ghp_${random(36)}`, private: `-----BEGIN ${'PRIVATE'} KEY-----`, named: `GEMINI_API_KEY = "${random(32)}"` };

test('keys are found, in a commit, in what was once committed, in a build; and what is none is left alone', async () => {
  for (const [name, key] of Object.entries(KEYS)) assert.equal(keysIn(`x ${key} y`).length, 1, name);
  for (const fine of ['GEMINI_API_KEY=', 'GEMINI_API_KEY = "your-key-goes-here-please"', 'token: "stand-in-token-of-tests"', '"integrity": "sha512-abc"', `const hash = "${'0123456789abcdef'.repeat(4)}"`]) assert.deepEqual(keysIn(fine), [], fine);
  const at = join(folder, 'keys');
  mkdirSync(join(at, 'dist'), { recursive: true });
  await git(at, 'init', '-q');
  writeFileSync(join(at, 'a.txt'), KEYS.google);
  writeFileSync(join(at, 'dist', 'page.wasm'), Buffer.concat([Buffer.from([0, 97, 115, 109]), Buffer.from(` ${KEYS.huggingface} `)]));
  writeFileSync(join(at, '.gitignore'), 'dist\n');
  await git(at, 'add', '-A');
  await git(at, 'commit', '-qm', 'a key');
  assert.deepEqual(await inCommit(at), ['a.txt:1: a Google API key']);
  assert.deepEqual(inBuild(join(at, 'dist')), ['page.wasm:1: a Hugging Face token']);
  rmSync(join(at, 'a.txt'));
  await git(at, 'commit', '-qam', 'gone');
  assert.deepEqual(await inCommit(at), []);
  const [found, ...more] = await inHistory(at);
  assert.match(found, /^[0-9a-f]+ a\.txt: a Google API key$/);
  assert.deepEqual(more, []);
  assert.ok(!found.includes(KEYS.google));
});

test('no key is in the files of this repository', async () => assert.deepEqual(await inCommit(), []));

test('the bill of materials names what is in the build, with hashes, and no test-only crate', async () => {
  const { components } = await makeSbom();
  const names = new Set(components.map(({ name }) => name));
  for (const name of ['yew', 'wasm-bindgen', 'pdf-writer', 'ammonia', 'wrangler', 'web-vitals']) assert.ok(names.has(name), name);
  assert.equal(new Set(components.map((one) => one['bom-ref'])).size, components.length);
  for (const one of components) {
    assert.match(one.purl, /^pkg:(cargo|npm)\/.+@\d/);
    if (one.purl.startsWith('pkg:cargo')) assert.match(one.hashes?.[0].content ?? '', /^[0-9a-f]{64}$/, one.name);
  }
  assert.equal(names.has('cv-review'), false);
});
