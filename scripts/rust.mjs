// Finds or makes a Rust toolchain that compiles to wasm32: what is there,
// then rustup, then Debian's rustc-web with the standard library built from
// its sources. Says which one it used.

import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, copyFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Stop, must, run, step } from './say.mjs';

const TARGET = 'wasm32-unknown-unknown';
const LINKED = 'web'; // the name under which rustup knows Debian's toolchain

async function sysroot(env) {
  const { code, out } = await run('rustc', ['--print', 'sysroot'], { env });
  return code === 0 ? out.trim() : null;
}

/** True when this toolchain has a standard library for wasm32. */
async function hasTarget(env) {
  const home = await sysroot(env);
  if (!home) return false;
  const lib = join(home, 'lib', 'rustlib', TARGET, 'lib');
  return existsSync(lib) && readdirSync(lib).some((file) => /^libstd-.*\.rlib$/.test(file));
}

/**
 * The environment variables with which cargo compiles to wasm32, or null when
 * no toolchain here can.
 */
export async function rustEnv() {
  if (process.env.RUSTUP_TOOLCHAIN) return (await hasTarget({})) ? {} : null;
  if (await hasTarget({})) return {};
  const web = { RUSTUP_TOOLCHAIN: LINKED };
  if (await hasTarget(web)) return web;
  return null;
}

export async function ensureRust() {
  if ((await run('cargo', ['--version'])).code !== 0) {
    throw new Stop('Rust is missing: cargo was not found. Install Rust (rustup is the usual way), then run this again.');
  }
  const found = await rustEnv();
  if (found) return { env: found, how: describe(found) };

  const added = await step(`Rust: adding ${TARGET} with rustup`, () => run('rustup', ['target', 'add', TARGET]));
  if (added.code === 0 && (await hasTarget({}))) return { env: {}, how: 'rustup target' };

  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) {
    throw new Stop(
      `Rust has no ${TARGET} standard library here and rustup could not fetch it.\n` +
        `Connect to the network and run \`rustup target add ${TARGET}\`, or run this as root on Debian 12.`,
    );
  }
  await step("Rust: rustup cannot fetch it; using Debian's rustc-web and its sources", debianToolchain);
  const env = await rustEnv();
  if (!env) throw new Stop(`The wasm32 standard library was built but rustc does not find it. Run with RUSTUP_TOOLCHAIN unset.`);
  return { env, how: describe(env) };
}

function describe(env) {
  return env.RUSTUP_TOOLCHAIN ? "Debian's rustc-web with a standard library built here" : 'the installed toolchain';
}

async function debianToolchain() {
  const packages = ['rustc-web', 'cargo-web', 'rust-web-src', 'rust-web-llvm', 'rust-web-clippy', 'lld-22'];
  await aptInstall(packages);
  await must('rustup could not link the Debian toolchain.', 'rustup', ['toolchain', 'link', LINKED, '/usr']);

  const sources = readdirSync('/usr/src').find((name) => /^rustc-\d/.test(name));
  if (!sources) throw new Stop('rust-web-src is installed but /usr/src has no rustc sources.');
  // A scratch copy: the installed sources stay as the package manager left them.
  const scratch = mkdtempSync(join(tmpdir(), 'cv-review-std-'));
  try {
    cpSync(join('/usr/src', sources, 'library'), join(scratch, 'library'), { recursive: true, dereference: true });
    await must(
      'The standard library for wasm32 did not compile.',
      'cargo',
      ['build', '--release', '-p', 'sysroot', '--target', TARGET, '--features', 'panic-unwind'],
      {
        cwd: join(scratch, 'library'),
        env: {
          RUSTUP_TOOLCHAIN: LINKED,
          RUSTC_BOOTSTRAP: '1',
          RUSTFLAGS: '-Zforce-unstable-if-unmarked -Cembed-bitcode=yes',
          CARGO_TARGET_DIR: join(scratch, 'target'),
        },
      },
    );
    const from = join(scratch, 'target', TARGET, 'release', 'deps');
    const to = join(await sysroot({ RUSTUP_TOOLCHAIN: LINKED }), 'lib', 'rustlib', TARGET, 'lib');
    mkdirSync(to, { recursive: true });
    for (const file of readdirSync(from).filter((name) => name.endsWith('.rlib'))) {
      copyFileSync(join(from, file), join(to, file));
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Installs Debian packages as root; a sentence where that is impossible. */
export async function aptInstall(packages) {
  const wanted = packages.join(' ');
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) {
    throw new Stop(`Missing system packages: ${wanted}. Install them with your package manager, then run this again.`);
  }
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  // Another installation may be running; it is waited for.
  const install = ['-o', 'DPkg::Lock::Timeout=600', 'install', '-y', '--no-install-recommends', ...packages];
  if ((await run('apt-get', install, { env })).code === 0) return;
  await must('The list of Debian packages could not be fetched. Is the network up?', 'apt-get', ['update'], { env });
  await must(`Debian could not install ${wanted}.`, 'apt-get', install, { env });
}
