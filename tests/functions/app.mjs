// Serves the app with its functions as wrangler does, with a D1 and variables of
// its own, so that neither a developer's .dev.vars nor their database matter.
// For the tests and the benchmark of the proxy.

import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { quiet, root, toolPath } from '../../scripts/tools.mjs';

const READY_WITHIN_MS = 90_000;

/**
 * Starts the app on a free port of 127.0.0.1. `vars` are its variables,
 * `extraRoutes` files to put among the functions ({'bare.ts': path}).
 * Resolves to `{ url, pid, log, close }`.
 */
export async function startApp({ vars = {}, extraRoutes = {} } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'cv-review-app-'));
  for (const name of ['functions', 'wrangler.toml', 'package.json']) cpSync(join(root, name), join(folder, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  if (existsSync(join(root, 'dist', 'index.html'))) cpSync(join(root, 'dist'), join(folder, 'dist'), { recursive: true });
  else {
    mkdirSync(join(folder, 'dist'));
    writeFileSync(join(folder, 'dist', 'index.html'), '<!doctype html><title>CV Review</title><p>The page is not built here.');
  }
  for (const [name, file] of Object.entries(extraRoutes)) cpSync(file, join(folder, 'functions', name));
  const include = ['/api/*', ...Object.keys(extraRoutes).map((name) => `/${name.replace(/\.ts$/, '')}`)];
  writeFileSync(join(folder, 'dist', '_routes.json'), JSON.stringify({ version: 1, include, exclude: [] }));
  writeFileSync(join(folder, '.dev.vars'), Object.entries(vars).map(([name, value]) => `${name}=${JSON.stringify(String(value))}\n`).join(''));

  const env = { ...process.env, ...quiet, CI: '1', PATH: toolPath() };
  const wrangler = (args) => spawn('node', [join(root, 'node_modules', 'wrangler', 'bin', 'wrangler.js'), ...args], { cwd: folder, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const migrate = wrangler(['d1', 'migrations', 'apply', 'DB', '--local']);
  const migrated = await ended(migrate);
  if (migrated.code !== 0) throw new Error(`The local database could not be made.\n${migrated.out}`);

  const port = await freePort();
  const child = wrangler(['pages', 'dev', '--ip', '127.0.0.1', '--port', String(port), '--inspector-port', String(await freePort())]);
  const state = { out: '', gone: false };
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (state.out += chunk));
  const exited = new Promise((resolve) => child.once('exit', () => resolve((state.gone = true))));
  // Wrangler has children of its own: the whole group goes, also when a test run is cut short.
  const stop = () => state.gone || process.kill(-child.pid, 'SIGTERM');
  process.once('exit', stop);
  const close = async () => {
    process.off('exit', stop);
    stop();
    const patience = setTimeout(() => !state.gone && process.kill(-child.pid, 'SIGKILL'), 5_000);
    await exited;
    clearTimeout(patience);
    rmSync(folder, { recursive: true, force: true });
  };
  const url = `http://127.0.0.1:${port}`;
  for (const until = Date.now() + READY_WITHIN_MS; ; await sleep(100)) {
    const ready = await fetch(`${url}/api/health`).then((response) => response.json(), () => null);
    if (ready?.database === 'ok') break;
    if (state.gone || Date.now() > until) {
      await close();
      throw new Error(`The app could not be served.\n${state.out}`);
    }
  }
  return { url, pid: child.pid, log: () => state.out, close };
}

async function ended(child) {
  let out = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (out += chunk));
  const code = await new Promise((resolve) => child.once('exit', resolve));
  return { code, out };
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** CPU seconds that `pid` and all its descendants have used so far (Linux). */
export function cpuSeconds(pid) {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
  const [, rest = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
  const fields = rest.split(' ');
  const own = (Number(fields[11]) + Number(fields[12])) / 100;
  return children.reduce((sum, child) => sum + cpuSeconds(child), own);
}
