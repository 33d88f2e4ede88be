// `npm test`: everything, from a fresh clone. Each part is one step; the first
// that fails ends the run. The end-to-end tests come last, so that the run
// ends with their runner's summary.
//
//   npm test -- NAME...    only the steps whose names contain one of the words

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { Stop, must, seconds, step } from './say.mjs';
import { ensureTestTools } from './setup.mjs';
import { checkSizes } from './sizes.mjs';
import { quiet, root, toolPath } from './tools.mjs';

const WASM = ['--target', 'wasm32-unknown-unknown'];
const started = Date.now();
const only = process.argv.slice(2);

const { env: rust, chromium, chromedriver } = await ready();
const env = { ...rust, ...quiet, PATH: toolPath(), CHROMIUM: chromium, CHROMEDRIVER: chromedriver };
const at = { cwd: root, env, show: true };

const steps = {
  'format': async () => {
    // rustfmt of whichever toolchain has it: its output does not depend on the target.
    await must('The Rust code is not formatted: run `cargo fmt`.', 'cargo', ['fmt', '--check'], { cwd: root });
    await must('The TypeScript does not check.', 'tsc', ['--noEmit'], at);
  },
  'lint': async () => {
    await must('clippy has findings.', 'cargo', ['clippy', '--all-targets', '--', '-D', 'warnings'], at);
    // A second configuration: what a browser has not got is an error there.
    const wasm = { ...at, env: { ...env, CLIPPY_CONF_DIR: join(root, 'lints', 'wasm') } };
    await must('clippy has findings for wasm.', 'cargo', ['clippy', ...WASM, '--lib', '--bins', '--', '-D', 'warnings'], wasm);
  },
  'rooms natively': () => must('A native test failed.', 'cargo', ['test', '--quiet'], at),
  'browser code in Chromium': () =>
    must(
      'A browser test failed.',
      'wasm-pack',
      ['test', '--headless', '--chrome', '--chromedriver', chromedriver, '--mode', 'no-install', '--', '--test', 'browser'],
      at,
    ),
  'proxy in the Workers runtime': () => must('A test of the proxy failed.', 'vitest', ['run', '--coverage'], at),
  'Pages configuration': configGate,
  'build': () => build(rust),
  'sizes': checkSizes,
  // After the build: a deployment is tried with what was built.
  'operations against stand-ins': () =>
    must(
      'A test of the operations failed.',
      'node',
      ['--disable-warning=ExperimentalWarning', '--test', '--test-concurrency=1', '--test-reporter=spec', 'tests/ops/*.test.mjs'],
      at,
    ),
  'journeys in Chromium': () =>
    must(
      'A journey failed.',
      'node',
      ['--test', '--test-concurrency=1', '--test-reporter=spec', 'tests/e2e/*.test.mjs'],
      at,
    ),
};

/** What `wrangler pages dev` accepts a deployment may reject; this asks as a deployment does. */
async function configGate() {
  const scratch = mkdtempSync(join(tmpdir(), 'cv-review-gate-'));
  try {
    const gate = ['pages', 'functions', 'build-env', '.', '--outfile', join(scratch, 'env.json')];
    for (const name of ['', 'preview', 'production']) {
      const asked = { ...at, show: false, env: { ...env, PAGES_ENVIRONMENT: name } };
      await must(`wrangler.toml is not what Pages accepts${name && ` for ${name}`}.`, 'wrangler', gate, asked);
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function ready() {
  try {
    return await ensureTestTools();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

const chosen = Object.entries(steps).filter(([name]) => only.length === 0 || only.some((word) => name.includes(word)));
try {
  for (const [name, work] of chosen) {
    const last = name === chosen.at(-1)[0];
    if (last) {
      process.stdout.write(`- ${name} (${seconds(started)} so far)\n`);
      await work();
    } else {
      await step(name, work);
    }
  }
} catch (error) {
  process.stderr.write(`\n${error instanceof Stop ? error.message : error.stack}\n`);
  process.exitCode = 1;
}
