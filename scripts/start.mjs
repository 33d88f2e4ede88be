// `npm start`: sets up, builds, migrates and serves.
//
//   PORT=8788 npm start                  another port (default 8788)
//   npm start -- --stand-in              with a provider stand-in instead of AI keys

import { build } from './build.mjs';
import { Stop, main, step } from './say.mjs';
import { devVars, migrate, portIsFree, serve, servePrivate } from './serve.mjs';
import { ensureBuildTools } from './setup.mjs';
import { root } from './tools.mjs';

const standIn = process.argv.includes('--stand-in');
const port = Number(process.env.PORT ?? 8788);

/** The provider stand-in and the variables that point the app at it. */
async function startStandIn() {
  const { startUpstream } = await import('../tests/upstream/server.mjs');
  const upstream = await startUpstream({ delay: 25, chunk: 120 });
  const vars = {
    GEMINI_API_KEY: 'stand-in',
    GEMINI_BASE_URL: upstream.url,
    HF_API_KEY: 'stand-in',
    HF_BASE_URL: upstream.url,
    RATE_LIMIT_PER_IP: '1000',
  };
  return { upstream, vars };
}

/** Serves until Ctrl-C; a stand-in runs from a copy that does not see .dev.vars. */
async function start() {
  if (!standIn) {
    await step('local D1', () => migrate(root));
    const app = await step('serving', () => serve({ folder: root, port }));
    return { ...app, close: app.stop };
  }
  const { upstream, vars } = await startStandIn();
  const app = await step('serving, with the stand-in', () => servePrivate({ vars, port }));
  const close = async () => {
    await app.close();
    await upstream.close();
  };
  return { ...app, close };
}

function onOrOff() {
  if (standIn) return 'AI review: on, with the stand-in (it answers canned text; nothing leaves this machine)';
  const vars = devVars();
  const found = ['GEMINI_API_KEY', 'HF_API_KEY', 'HF_BASE_URL', 'GEMINI_BASE_URL'].filter((name) => vars[name]);
  if (found.length > 0) return `AI review: on (${found.join(', ')} found in .dev.vars)`;
  return 'AI review: off, no key found. Copy .dev.vars.example to .dev.vars and put one in, or try `npm start -- --stand-in`.';
}

/** Resolves at Ctrl-C once the app runs; before that Ctrl-C ends everything at once. */
function untilStopped() {
  return new Promise((resolve) => {
    for (const signal of SIGNALS) {
      process.off(signal, leave);
      process.once(signal, resolve);
    }
    // Whoever started this (npm, a terminal) may be gone without a word.
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && resolve(), 1_000).unref();
  });
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
// Leaving runs the clean-up of what has been started so far.
const leave = () => process.exit(130);
for (const signal of SIGNALS) process.on(signal, leave);

await main(async () => {
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new Stop(`PORT is "${process.env.PORT}", which is not a port. Use a number from 1 to 65535.`);
  if (!(await portIsFree(port))) throw new Stop(`Port ${port} is in use. Stop what uses it, or choose another: PORT=${port + 1} npm start`);

  const env = await ensureBuildTools();
  await build(env);
  const app = await start();
  process.stdout.write(`\nCV Review: ${app.url}/cv-review\n${onOrOff()}\nInstant review and downloads: on\nCtrl-C stops it.\n\n`);
  await Promise.race([app.ended, untilStopped()]);
  await app.close();
});
