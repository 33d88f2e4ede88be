// The built app with its functions and a local D1, through `wrangler pages dev`.

import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Stop, must } from './say.mjs';
import { quiet, root, toolPath } from './tools.mjs';

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
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** Brings the local D1 in `state` to the newest migration. */
export function migrate(state) {
  return must(
    'The local database could not be migrated. Delete the folder .wrangler and try again.',
    'wrangler',
    ['d1', 'migrations', 'apply', 'DB', '--local', '--persist-to', state],
    { cwd: root, env: { ...quiet, CI: '1', PATH: toolPath() } },
  );
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
 * Starts the app. Resolves to `{ url, stop, log }` once it answers; `stop`
 * ends everything it started.
 */
export async function serve({ port, state, bindings = {}, show = false }) {
  const args = ['pages', 'dev', 'dist', '--ip', '127.0.0.1', '--port', String(port), '--inspector-port', '0', '--persist-to', state];
  for (const [name, value] of Object.entries(bindings)) args.push('--binding', `${name}=${value}`);
  const child = spawn('wrangler', args, {
    cwd: root,
    // A group of its own, so that its helpers end with it.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...quiet, CI: '1', PATH: toolPath() },
  });
  let log = '';
  const keep = (chunk) => {
    log = (log + chunk).slice(-200_000);
    if (show) process.stdout.write(chunk);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const ended = new Promise((resolve) => child.once('exit', resolve));

  const stop = async () => {
    const kill = (signal) => {
      try {
        process.kill(-child.pid, signal);
      } catch {
        // It has ended by itself.
      }
    };
    kill('SIGTERM');
    const late = setTimeout(() => kill('SIGKILL'), 3000);
    await ended;
    clearTimeout(late);
    kill('SIGKILL');
  };

  const url = `http://127.0.0.1:${port}`;
  const until = Date.now() + 60_000;
  while (Date.now() < until) {
    if (child.exitCode !== null) break;
    const up = await fetch(`${url}/api/health`).then((response) => response.json(), () => null);
    if (up) return { url, stop, ended, log: () => log };
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  await stop();
  throw new Stop(`The app did not start on port ${port}.\n${log.trim().split('\n').slice(-15).join('\n')}`);
}
