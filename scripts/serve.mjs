// The built app with its functions and a local D1, through `wrangler pages
// dev`: from this folder for `npm start`, from a private copy for tests, so
// that neither a developer's .dev.vars nor their database matter there.

import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Stop, must } from './say.mjs';
import { quiet, root, toolPath } from './tools.mjs';

const READY_WITHIN_MS = 90_000;
const environment = () => ({ ...process.env, ...quiet, CI: '1', PATH: toolPath() });
// By its own path: in a private copy there is no script of npm's around it.
const wrangler = join(root, 'node_modules', 'wrangler', 'bin', 'wrangler.js');

/** True when nothing listens on the port. */
export function portIsFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

/** A port that the system gives out. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** The variables of `.dev.vars`, as far as they say what is on. */
export function devVars() {
  const file = join(root, '.dev.vars');
  if (!existsSync(file)) return {};
  const lines = readFileSync(file, 'utf8').split('\n');
  return Object.fromEntries(
    lines
      .map((line) => line.match(/^\s*([A-Z0-9_]+)\s*=\s*"?([^"#]*?)"?\s*(?:#.*)?$/))
      .filter(Boolean)
      .map(([, name, value]) => [name, value]),
  );
}

/**
 * A folder with the app, `vars` as its variables and a database of its own.
 * `extraRoutes` are files to put among the functions ({'bare.ts': path}).
 */
export function privateCopy({ vars = {}, extraRoutes = {} } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'cv-review-app-'));
  for (const name of ['functions', 'wrangler.toml', 'package.json']) cpSync(join(root, name), join(folder, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const dist = join(folder, 'dist');
  if (existsSync(join(root, 'dist', 'index.html'))) cpSync(join(root, 'dist'), dist, { recursive: true });
  else {
    mkdirSync(dist);
    writeFileSync(join(dist, 'index.html'), '<!doctype html><title>CV Review</title><p>The page is not built here.');
  }
  for (const [name, file] of Object.entries(extraRoutes)) cpSync(file, join(folder, 'functions', name));
  const include = ['/api/*', ...Object.keys(extraRoutes).map((name) => `/${name.replace(/\.ts$/, '')}`)];
  writeFileSync(join(dist, '_routes.json'), JSON.stringify({ version: 1, include, exclude: [] }));
  const lines = Object.entries(vars).map(([name, value]) => `${name}=${JSON.stringify(String(value))}\n`);
  writeFileSync(join(folder, '.dev.vars'), lines.join(''));
  return folder;
}

/** Brings the local D1 of a folder to the newest migration. */
export function migrate(folder) {
  return must(
    'The local database could not be migrated. Delete the folder .wrangler and try again.',
    'node',
    [wrangler, 'd1', 'migrations', 'apply', 'DB', '--local'],
    { cwd: folder, env: environment() },
  );
}

/**
 * Serves a folder. Resolves once the app answers, to `{ url, pid, ended, log,
 * stop }`; `stop` ends everything that was started.
 */
export async function serve({ folder, port }) {
  const args = ['pages', 'dev', '--ip', '127.0.0.1', '--port', String(port), '--inspector-port', String(await freePort())];
  // A group of its own: wrangler has children, and they end with it.
  const child = spawn('node', [wrangler, ...args], { cwd: folder, detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: environment() });
  let out = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (out = (out + chunk).slice(-500_000)));
  let gone = false;
  const ended = new Promise((resolve) => child.once('exit', () => resolve((gone = true))));
  const kill = (signal) => {
    try {
      process.kill(-child.pid, signal);
    } catch {
      // The whole group has ended.
    }
  };
  // Also when the one who started it is cut short.
  const last = () => kill('SIGKILL');
  process.once('exit', last);
  const stop = async () => {
    process.off('exit', last);
    kill('SIGTERM');
    const late = setTimeout(() => kill('SIGKILL'), 5_000);
    await ended;
    clearTimeout(late);
    kill('SIGKILL');
  };

  const url = `http://127.0.0.1:${port}`;
  for (const until = Date.now() + READY_WITHIN_MS; ; await sleep(100)) {
    const health = await fetch(`${url}/api/health`).then((response) => response.json(), () => null);
    if (health?.database === 'ok') return { url, pid: child.pid, ended, log: () => out, stop };
    if (gone || Date.now() > until) {
      await stop();
      throw new Stop(`The app did not start on port ${port}.\n${out.trim().split('\n').slice(-15).join('\n')}`);
    }
  }
}

/** A private copy, migrated and served on a free port: as `serve`, with its `folder`; `close` leaves nothing behind. */
export async function servePrivate({ port, ...copy } = {}) {
  const folder = privateCopy(copy);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  try {
    await migrate(folder);
    const app = await serve({ folder, port: port ?? (await freePort()) });
    const close = async () => {
      await app.stop();
      process.off('exit', remove);
      remove();
    };
    return { ...app, folder, close };
  } catch (error) {
    remove();
    throw error;
  }
}
