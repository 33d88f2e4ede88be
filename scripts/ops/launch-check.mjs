// `npm run launch-check`: everything before a launch that a machine can check,
// each with what it found, and what is left to people.
//
//   npm run launch-check -- --quick        without what takes minutes
//   npm run launch-check -- WORD...        only items whose names contain a word

import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Stop, must, run, seconds } from '../say.mjs';
import { servePrivate } from '../serve.mjs';
import { checkSizes } from '../sizes.mjs';
import { quiet, root, toolPath } from '../tools.mjs';
import { nativeCoverage } from './coverage.mjs';
import { checkMigrations } from './migrations.mjs';
import { checkRelease, versionsIn } from './release.mjs';
import { inBuild, inCommit, inHistory } from './secrets.mjs';
import { smoke } from './smoke.mjs';

const LEAST = 85;
const wrangler = join(root, 'node_modules', 'wrangler', 'bin', 'wrangler.js');
const env = { ...quiet, CI: '1', PATH: toolPath() };
const expect = (holds, sentence) => {
  if (!holds) throw new Stop(sentence);
};

/** Left to people: no machine here can know it. */
const PEOPLE = [
  'Keys: the Gemini key is of a paid plan; a data-processing agreement with Google and Hugging Face is signed',
  'Account: `npm run ops -- setup` was run; fail-closed shows in the dashboard; the domain has its certificate',
  'Repository: `npm run ops -- protect` was run; someone other than the author approves production',
  'Alerts: ALERT_WEBHOOK_URL is set and a test message arrived; MONITOR is "on"',
  'Drill: a rollback of a deployment and of the database was done on the real account (docs/deployment.md)',
  'Reading: one person reads the privacy page and the sentences of the mask and the guard once through',
  'By hand: a phone with a screen reader (VoiceOver, TalkBack), Safari and Firefox',
  'Content: ten real reviews with each provider read by someone who knows the trade',
];

const items = {
  'one version, changelog': async () => {
    const wrong = checkRelease();
    expect(wrong.length === 0, wrong.join('; '));
    return versionsIn()['package.json'];
  },
  'migrations only add': async () => {
    const wrong = checkMigrations();
    expect(wrong.length === 0, wrong.join('; '));
    return `${readdirSync(join(root, 'functions', 'migrations')).length} files`;
  },
  'migrations from empty and from the last release': migrationsApply,
  'no key in files, history, build': async () => {
    const found = [...(await inCommit()), ...(await inHistory()), ...inBuild()];
    expect(found.length === 0, found.slice(0, 3).join('; '));
    return existsSync(join(root, 'dist')) ? 'none' : 'none (no build here)';
  },
  'configuration as Pages accepts it': async () => {
    const scratch = mkdtempSync(join(tmpdir(), 'cv-review-launch-'));
    try {
      for (const name of ['preview', 'production']) await must(`wrangler.toml is not what Pages accepts for ${name}.`, 'node', [wrangler, 'pages', 'functions', 'build-env', '.', '--outfile', join(scratch, 'env.json')], { cwd: root, env: { ...env, PAGES_ENVIRONMENT: name } });
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
    return 'preview, production';
  },
  'bundle budget': async () => {
    built();
    const said = [];
    const { write } = process.stdout;
    process.stdout.write = (text) => said.push(text);
    try {
      checkSizes();
    } finally {
      process.stdout.write = write;
    }
    return said.join('').split('\n').filter((line) => line.includes('limit')).map((line) => line.trim().replace(/ {2,}/g, ' ')).join('; ');
  },
  'headers, routes, types (smoke)': () =>
    withApp({}, async ({ url, calls }) => {
      const results = await smoke(calls, url);
      const failed = results.filter(({ wrong }) => wrong);
      expect(failed.length === 0, failed.map(({ what, wrong }) => `${what}: ${wrong}`).join('; '));
      return `${results.length} checks`;
    }),
  'the 11th request is refused': () =>
    withApp({}, async ({ ask }) => {
      const statuses = [];
      for (let count = 0; count < 11; count += 1) statuses.push((await ask({ 'cf-connecting-ip': '198.51.100.1' })).status);
      expect(statuses.slice(0, 10).every((status) => status === 200) && statuses[10] === 429, `statuses ${statuses.join(' ')}`);
      return '10 pass, then 429';
    }),
  '100 concurrent users': () =>
    withApp({ pace: { delay: 20, chunk: 200 } }, async ({ ask }) => {
      const begun = Date.now();
      const wrong = (await Promise.all(Array.from({ length: 100 }, async (_, index) => {
        const response = await ask({ accept: 'text/event-stream', 'cf-connecting-ip': `198.51.${index >> 8}.${index & 255}` });
        const text = await response.text();
        const fine = response.status === 200 && /^event: open$/m.test(text) && /^event: done$/m.test(text) && !/^event: error$/m.test(text);
        return fine ? null : `status ${response.status}`;
      }))).filter(Boolean);
      expect(wrong.length === 0, `${wrong.length} of 100 went wrong: ${wrong[0]}`);
      return `0 errors in ${seconds(begun)}`;
    }),
  'coverage of the functions': async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cv-review-coverage-'));
    try {
      const { code, out } = await run('vitest', ['run', '--coverage', '--coverage.reporter=json-summary', `--coverage.reportsDirectory=${folder}`], { cwd: root, env: { ...env, CI: '' } });
      expect(code === 0, `the tests of the functions failed: ${out.trim().split('\n').slice(-6).join(' ')}`);
      const { total } = JSON.parse(readFileSync(join(folder, 'coverage-summary.json'), 'utf8'));
      for (const kind of ['statements', 'branches', 'functions', 'lines']) expect(total[kind].pct >= LEAST, `${kind} ${total[kind].pct} %`);
      return `${total.lines.pct} % of lines, ${total.branches.pct} % of branches`;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  'coverage of the native code': async () => {
    const { lines, functions } = await nativeCoverage();
    expect(lines >= LEAST, `${lines.toFixed(1)} % of lines, less than ${LEAST} %`);
    return `${lines.toFixed(1)} % of lines, ${functions.toFixed(1)} % of functions`;
  },
  'accessibility: axe finds nothing': () => journeys(['tests/e2e/access.test.mjs']),
  'journeys in the browsers present': () => journeys(readdirSync(join(root, 'tests', 'e2e')).filter((name) => name.endsWith('.test.mjs')).map((name) => `tests/e2e/${name}`)),
  'known weaknesses of dependencies': async () => {
    const { code, out } = await run('npm', ['audit', '--audit-level=high'], { cwd: root });
    if (/ENOTFOUND|ECONN|not implemented|404|endpoint/i.test(out) && code !== 0) return { skipped: 'the registry here answers no audit; the weekly workflow does it' };
    expect(code === 0, out.trim().split('\n').slice(-3).join(' '));
    return 'none of high severity (npm); Rust by cargo-deny in the weekly workflow';
  },
};
const LONG = ['coverage of the functions', 'coverage of the native code', 'journeys in the browsers present', 'accessibility: axe finds nothing'];

function built() {
  expect(existsSync(join(root, 'dist', 'index.html')), 'dist/ is not there: run `npm run build`');
}

/** The built app with a provider stand-in, for one item. */
async function withApp({ pace = {} }, work) {
  built();
  const { startUpstream } = await import('../../tests/upstream/server.mjs');
  const { callsOf } = await import('./call.mjs');
  const upstream = await startUpstream(pace);
  const vars = { GEMINI_API_KEY: 'launch', GEMINI_BASE_URL: upstream.url, HF_API_KEY: 'launch', HF_BASE_URL: upstream.url };
  const app = await servePrivate({ vars });
  const body = JSON.stringify({ resume: '[NAME]\n- Responsible for the night shift of 12 people', jobDescription: 'Shift lead with SAP EWM' });
  const ask = (headers) => fetch(`${app.url}/api/cv-review/generate`, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
  try {
    return await work({ url: app.url, ask, calls: callsOf({ say: () => undefined }) });
  } finally {
    await app.close();
    await upstream.close();
  }
}

/** On an empty database, and on one as the last release (or the first migration) left it, with a row that has to stay. */
async function migrationsApply() {
  const all = readdirSync(join(root, 'functions', 'migrations')).sort();
  const tags = (await must('git could not answer.', 'git', ['tag', '--list', 'v*', '--sort=-v:refname'], { cwd: root })).trim().split('\n').filter(Boolean);
  const released = tags[0] ? (await must('git could not answer.', 'git', ['ls-tree', '--name-only', tags[0], 'functions/migrations/'], { cwd: root })).trim().split('\n').map((name) => name.split('/').pop()) : [all[0]];
  for (const before of [[], released]) {
    const folder = mkdtempSync(join(tmpdir(), 'cv-review-migrations-'));
    const wranglerIn = (args) => must('A migration does not apply.', 'node', [wrangler, 'd1', ...args, '--local'], { cwd: folder, env });
    try {
      cpSync(join(root, 'wrangler.toml'), join(folder, 'wrangler.toml'));
      mkdirSync(join(folder, 'functions', 'migrations'), { recursive: true });
      const put = (names) => names.forEach((name) => writeFileSync(join(folder, 'functions', 'migrations', name), readFileSync(join(root, 'functions', 'migrations', name))));
      if (before.length > 0) {
        put(before);
        await wranglerIn(['migrations', 'apply', 'DB']);
        await wranglerIn(['execute', 'DB', '--command', "INSERT INTO RateLimit VALUES ('2026-01-01', 'kept', 3, 4)"]);
      }
      put(all);
      await wranglerIn(['migrations', 'apply', 'DB']);
      const out = await wranglerIn(['execute', 'DB', '--json', '--command', "SELECT (SELECT COUNT(*) FROM RateLimit WHERE bucket = 'kept' AND used = 3) AS kept, (SELECT COUNT(*) FROM d1_migrations) AS applied"]);
      const [{ results: [row] }] = JSON.parse(out.slice(out.indexOf('[')));
      expect(row.applied === all.length && row.kept === (before.length > 0 ? 1 : 0), `applied ${row.applied} of ${all.length}, rows kept ${row.kept}`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return tags[0] ? `empty, ${tags[0]}` : `empty, ${all[0]} (no release is tagged yet)`;
}

async function journeys(files) {
  built();
  const { code, out } = await run('node', ['--test', '--test-concurrency=1', '--test-reporter=tap', ...files], { cwd: root, env });
  const [passed, failed] = ['pass', 'fail'].map((word) => Number(new RegExp(`^# ${word} (\\d+)`, 'm').exec(out)?.[1] ?? 0));
  expect(code === 0 && passed > 0, `${failed} of ${passed + failed} failed: ${[...out.matchAll(/^not ok \d+ - (.*)/gm)].map(([, name]) => name).slice(0, 3).join('; ')}`);
  return `${passed} passed, in ${process.env.CV_REVIEW_BROWSER ?? 'Chromium'}`;
}

export async function launchCheck({ calls, words, options }) {
  const chosen = Object.entries(items).filter(([name]) => (words.length === 0 || words.some((word) => name.includes(word))) && !(options.quick && LONG.includes(name)));
  const rows = [];
  for (const [name, work] of chosen) {
    const begun = Date.now();
    const row = await Promise.resolve().then(work).then(
      (found) => (found?.skipped ? { mark: 'skipped', found: found.skipped } : { mark: 'ok', found }),
      (error) => ({ mark: 'FAILED', found: error.message.split('\n').slice(0, 3).join(' ') }),
    );
    rows.push({ name, ...row });
    calls.say(`${row.mark.padEnd(8)} ${name.padEnd(48)} ${row.found ?? ''} (${seconds(begun)})`);
  }
  if (options.quick) for (const name of LONG) calls.say(`skipped  ${name.padEnd(48)} --quick`);
  calls.say('\nLeft to people:');
  for (const line of PEOPLE) calls.say(`  [ ] ${line}`);
  const failed = rows.filter(({ mark }) => mark === 'FAILED');
  calls.say(`\n${rows.filter(({ mark }) => mark === 'ok').length} ok, ${failed.length} failed, ${rows.filter(({ mark }) => mark === 'skipped').length + (options.quick ? LONG.length : 0)} skipped`);
  if (failed.length > 0) throw new Stop(`Not ready: ${failed.map(({ name }) => name).join(', ')}.`);
}
