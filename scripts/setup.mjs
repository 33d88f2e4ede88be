// Everything that building, serving and testing need beside Node and Rust.
// Each part is looked for first; a second run takes a second or two.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { ensureReaders } from './readers.mjs';
import { aptInstall, ensureRust } from './rust.mjs';
import { Stop, main, must, run, step } from './say.mjs';
import { cargoTools, root, toolHome, toolInstalled, toolsDir } from './tools.mjs';

/** npm's packages, when they are not those of package-lock.json. */
async function npmPackages() {
  const lock = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
  const stamp = join(root, 'node_modules', '.cv-review-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  await step('npm packages', async () => {
    await must(
      'npm could not install the packages of package-lock.json. Is the network up?',
      'npm',
      ['ci', '--ignore-scripts', '--no-audit', '--no-fund'],
      { cwd: root },
    );
    writeFileSync(stamp, lock);
  });
}

async function cargoTool(name) {
  if (toolInstalled(name)) return;
  const { version, args, locked } = cargoTools[name];
  await step(`${name} ${version} (compiled once, kept in the user's cache)`, async () => {
    mkdirSync(toolsDir, { recursive: true });
    const place = ['--root', toolHome(name)];
    // A prebuilt binary where the user has cargo-binstall and it finds one.
    if ((await run('cargo', ['binstall', '-V'])).code === 0) {
      const quick = await run('cargo', ['binstall', '-y', ...place, `${name}@${version}`]);
      if (quick.code === 0 && toolInstalled(name)) return;
    }
    const env = { CARGO_TARGET_DIR: join(toolsDir, 'build') };
    await must(
      `cargo could not install ${name} ${version}. Is the network up?`,
      'cargo',
      ['install', '--force', name, '--version', version, ...(locked ? ['--locked'] : []), ...args, ...place],
      { env },
    );
  });
}

const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome'];

async function which(names) {
  for (const name of names) {
    const { code, out } = await run('which', [name]);
    if (code === 0) return out.trim();
  }
  return null;
}

/** Chromium and its driver: `{ chromium, chromedriver }` as paths. */
export async function ensureBrowser() {
  let chromium = process.env.CHROMIUM || (await which(BROWSERS));
  // GitHub's runners keep the driver in a folder that they name.
  const named = process.env.CHROMEWEBDRIVER && join(process.env.CHROMEWEBDRIVER, 'chromedriver');
  let chromedriver = process.env.CHROMEDRIVER || named || (await which(['chromedriver']));
  if (!chromium || !chromedriver) {
    await step('Chromium and its driver', () => aptInstall(['chromium', 'chromium-driver']));
    chromium = await which(BROWSERS);
    chromedriver = await which(['chromedriver']);
  }
  if (!chromium || !chromedriver) throw new Stop('Chromium or chromedriver is missing. Install both, or set CHROMIUM and CHROMEDRIVER.');
  return { chromium, chromedriver };
}

/** What `npm start` needs. Returns the environment for cargo. */
export async function ensureBuildTools() {
  await npmPackages();
  const { env, how } = await ensureRust();
  process.stdout.write(`  Rust for wasm32: ${how}\n`);
  await cargoTool('trunk');
  await cargoTool('wasm-bindgen-cli');
  return env;
}

/** What `npm test` needs on top. */
export async function ensureTestTools() {
  const env = { ...(await ensureBuildTools()), ...(await ensureReaders()) };
  await cargoTool('wasm-pack');
  return { env, ...(await ensureBrowser()) };
}

if (import.meta.filename === process.argv[1]) await main(ensureTestTools);
