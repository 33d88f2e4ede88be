// What the scripts say while they work: one line a step with its time, and
// one clear sentence when something cannot go on.

import { spawn } from 'node:child_process';

const started = Date.now();

/** Seconds since `since`, as a person reads them. */
export function seconds(since) {
  const s = (Date.now() - since) / 1000;
  if (s < 60) return `${s.toFixed(1)} s`;
  return `${Math.floor(s / 60)} min ${Math.round(s % 60)} s`;
}

/** A failure with a sentence that says what to do next. */
export class Stop extends Error {}

/** Runs one named step and prints how long it took. */
export async function step(name, work) {
  const at = Date.now();
  process.stdout.write(`- ${name}\n`);
  const result = await work();
  process.stdout.write(`  done: ${name} (${seconds(at)})\n`);
  return result;
}

/** Prints the total and leaves; a `Stop` prints only its sentence. */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    const text = error instanceof Stop ? error.message : (error.stack ?? String(error));
    process.stderr.write(`\n${text}\n`);
    process.exitCode = 1;
  } finally {
    process.stdout.write(`total ${seconds(started)}\n`);
  }
}

/**
 * Runs a program to its end. Resolves to `{ code, out, text }`, where `text` is
 * standard output alone; with `show` the output goes to the terminal as it comes, otherwise the output is kept and
 * shown only by whoever decides that it failed.
 */
export function run(program, args, { cwd, env, show = false, input } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: [input === undefined ? 'ignore' : 'pipe', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    });
    let out = '';
    let text = '';
    child.stdout?.on('data', (chunk) => (text += chunk));
    child.stdout?.on('data', (chunk) => (out += chunk));
    child.stderr?.on('data', (chunk) => (out += chunk));
    child.on('error', (error) => resolve({ code: -1, out: String(error.message), text }));
    child.on('close', (code) => resolve({ code: code ?? -1, out, text }));
    if (input !== undefined) child.stdin.end(input);
  });
}

/** Like `run`, but a failure stops everything with `sentence` and the last lines. */
export async function must(sentence, program, args, options = {}) {
  const { code, out } = await run(program, args, options);
  if (code === 0) return out;
  const tail = out.trim().split('\n').slice(-25).join('\n');
  throw new Stop(`${sentence}\n  command: ${program} ${args.join(' ')}\n${tail}`);
}
