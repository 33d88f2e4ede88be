// The standard library compiled with the app, for a smaller download: without
// the machinery that formats a panic (a panic is a trap; boot.js and the
// bridge to the worker turn it into a sentence, and no panic message can hold
// words of a CV), without Debug formatting, and by the algorithms that favour
// size. It takes the page's wasm from 128 to 113 KB brotli.
//
// The switches are unstable ones of a stable compiler, so they are asked for
// before they are used; where this Rust lacks them, or the library's sources
// cannot be had, the shipped library does and the build says so.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './say.mjs';
import { root } from './tools.mjs';

const TARGET = 'wasm32-unknown-unknown';
const FLAGS = '-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none';

/**
 * `{ env }` for cargo, or `{ env: null, why }` when the shipped standard
 * library has to do.
 */
export async function leanStd(rust) {
  const env = {
    ...rust,
    RUSTC_BOOTSTRAP: '1',
    RUSTFLAGS: FLAGS,
    CARGO_UNSTABLE_BUILD_STD: 'std,panic_abort',
    CARGO_UNSTABLE_BUILD_STD_FEATURES: 'optimize_for_size',
  };
  const asked = await run('rustc', [...FLAGS.split(' '), '--target', TARGET, '--print', 'cfg'], { env });
  if (asked.code !== 0) return { env: null, why: 'this Rust has not the switches for it' };
  if (!(await hasSources(rust))) await run('rustup', ['component', 'add', 'rust-src'], { env: rust });
  if (!(await hasSources(rust))) return { env: null, why: 'its sources (rust-src) could not be had' };
  // What the library itself depends on; the build is offline.
  const fetched = await run('cargo', ['fetch', '--target', TARGET], { cwd: root, env });
  if (fetched.code !== 0) return { env: null, why: 'what it depends on could not be fetched' };
  return { env };
}

async function hasSources(env) {
  const { code, out } = await run('rustc', ['--print', 'sysroot'], { env });
  return code === 0 && existsSync(join(out.trim(), 'lib', 'rustlib', 'src', 'rust', 'library', 'Cargo.lock'));
}
