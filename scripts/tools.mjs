// Which tools the project needs, at which versions, and where they are kept:
// once a version in the user's cache folder, so that a fresh clone finds them.

import { existsSync } from 'node:fs';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '..');

const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
export const toolsDir = join(cache, 'cv-review', 'tools');

/** The version of a crate that Cargo.lock pins. */
function locked(crate) {
  const lock = readFileSync(join(root, 'Cargo.lock'), 'utf8');
  const found = lock.match(new RegExp(`name = "${crate}"\\nversion = "([^"]+)"`));
  if (!found) throw new Error(`${crate} is not in Cargo.lock`);
  return found[1];
}

/**
 * The cargo tools. `locked: false` where the published lock file names a
 * crate version that registries no longer serve.
 */
export const cargoTools = {
  trunk: {
    version: '0.21.14', // newer ones need rustc 1.96.1
    args: ['--no-default-features', '--features', 'rustls'], // without the update check
    locked: true,
  },
  'wasm-bindgen-cli': { version: locked('wasm-bindgen'), args: [], locked: false, bin: 'wasm-bindgen' },
  'wasm-pack': { version: '0.15.1', args: [], locked: true },
};

export function toolHome(name) {
  return join(toolsDir, `${name}-${cargoTools[name].version}`);
}

export function toolInstalled(name) {
  return existsSync(join(toolHome(name), 'bin', cargoTools[name].bin ?? name));
}

/** Switches off every call home that the tools would make by themselves. */
export const quiet = {
  WRANGLER_SEND_METRICS: 'false',
  DO_NOT_TRACK: '1',
  WRANGLER_SEND_ERROR_REPORTS: 'false',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  WRANGLER_HIDE_BANNER: 'true',
};

/**
 * PATH with our tools and npm's binaries first; among the latter is Node 22,
 * which wrangler needs while a system may have Node 20.
 */
export function toolPath() {
  const own = Object.keys(cargoTools).map((name) => join(toolHome(name), 'bin'));
  return [...own, join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
}
