// Builds the page and the worker into dist/, unless dist/ is already made of
// just these sources.

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { leanStd } from './lean.mjs';
import { stampRelease } from './release.mjs';
import { main, must, step } from './say.mjs';
import { ensureBuildTools } from './setup.mjs';
import { root, toolPath } from './tools.mjs';

const SOURCES = ['src', 'assets', 'Cargo.toml', 'Cargo.lock', 'Trunk.toml', 'index.html', 'package.json', 'scripts/styles.mjs', 'scripts/vitals.mjs', 'scripts/finish.mjs', 'scripts/lean.mjs'];
const STAMP = join(root, 'target', 'dist.stamp');

/** One value for all that dist/ is made of. */
function fingerprint() {
  const hash = createHash('sha256');
  const add = (path) => {
    const full = join(root, path);
    if (statSync(full).isDirectory()) {
      for (const name of readdirSync(full).sort()) add(join(path, name));
    } else {
      hash.update(path).update('\0').update(readFileSync(full)).update('\0');
    }
  };
  SOURCES.forEach(add);
  return hash.digest('hex');
}

/** What the last build was made of, and whether its standard library is the lean one. */
export function lastBuild() {
  if (!existsSync(join(root, 'dist', 'index.html')) || !existsSync(STAMP)) return {};
  try {
    return JSON.parse(readFileSync(STAMP, 'utf8'));
  } catch {
    return {};
  }
}

export async function build(env) {
  await buildPages(env);
  stampRelease(join(root, 'dist'));
}

async function buildPages(env) {
  const sources = fingerprint();
  if (lastBuild().sources === sources) {
    process.stdout.write('- page and worker: up to date\n');
    return;
  }
  const lean = await leanStd(env);
  const library = lean.env ? 'with a lean standard library' : `with the shipped standard library, since ${lean.why}`;
  await step(`page and worker, ${library} (Rust to WebAssembly; the first time takes minutes)`, () =>
    must('The page did not build.', 'trunk', ['build', '--release', '--offline'], {
      cwd: root,
      // Trunk reads NO_COLOR as a boolean.
      env: { ...(lean.env ?? env), PATH: toolPath(), NO_COLOR: 'true' },
    }),
  );
  writeFileSync(STAMP, JSON.stringify({ sources, lean: lean.env !== null }));
}

if (import.meta.filename === process.argv[1]) await main(async () => build(await ensureBuildTools()));
