// Looks for keys where none may be: in every file of this commit, in its
// history, in the build. Knows the forms of the keys that this project has to
// do with, and long random words beside a name that says "secret".

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Stop, must } from '../say.mjs';
import { root } from '../tools.mjs';

const FORMS = {
  'a Google API key': /\bAIza[0-9A-Za-z_-]{35}\b/,
  'a Hugging Face token': /\bhf_[A-Za-z0-9]{34,}\b/,
  'a Cloudflare token': /\b(?:CLOUDFLARE|CF)_API_(?:TOKEN|KEY)["']?\s*[:=]\s*["']?[A-Za-z0-9_-]{37,}/,
  'a GitHub token': /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{60,})\b/,
  'a Slack web hook': /https:\/\/hooks\.slack\.com\/services\/T[A-Z0-9]+\/B[A-Z0-9]+\/[A-Za-z0-9]{20,}/,
  'a Sentry address with its key': /https:\/\/[0-9a-f]{32}@[a-z0-9.-]+\/\d+/,
  'a Turnstile secret': /\b0x4AAAAAAA[A-Za-z0-9_-]{24,}\b/,
  'an AWS key': /\bAKIA[0-9A-Z]{16}\b/,
  'an OpenAI key': /\bsk-(?:proj-)?[A-Za-z0-9_-]{40,}\b/,
  'a private key': /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/,
};
const NAMED = /\b(?:GEMINI_API_KEY|HF_API_KEY|RATE_LIMIT_SECRET|TURNSTILE_SECRET_KEY|SENTRY_DSN|api[_-]?key|secret|token|passwor[dt])["']?\s*[:=]\s*["']([A-Za-z0-9_/+=-]{20,})["']/gi;
const MOST_BYTES = 5_000_000;

/** Bits a character: a word of a language has about 3, a random key more than 4. */
function randomness(text) {
  const counts = {};
  for (const char of text) counts[char] = (counts[char] ?? 0) + 1;
  return -Object.values(counts).reduce((sum, n) => sum + (n / text.length) * Math.log2(n / text.length), 0);
}

/** `{ what, line }` for each key in `text`; the key itself is in no message. */
export function keysIn(text) {
  const found = [];
  for (const [index, line] of text.split('\n').entries()) {
    for (const [what, form] of Object.entries(FORMS)) if (form.test(line)) found.push({ what, line: index + 1 });
    for (const [, value] of line.slice(0, 20_000).matchAll(NAMED)) {
      if (randomness(value) > 4 && /\d/.test(value)) found.push({ what: 'a random word beside the name of a secret', line: index + 1 });
    }
  }
  return found;
}

function inFile(name, bytes) {
  // Binary files are looked at too, as the characters they hold: a key in a wasm is a key.
  return keysIn(bytes.toString('latin1')).map(({ what, line }) => `${name}:${line}: ${what}`);
}

/** What is in the files of `folder` that git knows. */
export async function inCommit(folder = root) {
  const names = (await must('git could not list the files.', 'git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: folder })).split('\0').filter(Boolean);
  return names.filter((name) => existsSync(join(folder, name))).flatMap((name) => {
    const bytes = readFileSync(join(folder, name));
    return bytes.length > MOST_BYTES ? [] : inFile(name, bytes);
  });
}

/** What is in a folder that was built; also the values of this machine's own `.dev.vars`. */
export function inBuild(folder = join(root, 'dist')) {
  if (!existsSync(folder)) return [];
  const own = existsSync(join(root, '.dev.vars')) ? [...readFileSync(join(root, '.dev.vars'), 'utf8').matchAll(/^(?:[A-Z_]*(?:KEY|SECRET|DSN))\s*=\s*"?([^"\s#]{8,})/gm)].map(([, value]) => value) : [];
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).flatMap((entry) => {
    const name = join(entry.parentPath, entry.name);
    const bytes = readFileSync(name);
    const mine = own.some((value) => bytes.includes(value)) ? [`${name}: a value of .dev.vars`] : [];
    return [...inFile(name.slice(folder.length + 1), bytes), ...mine];
  });
}

/** What was added by any commit, as lines of `git log -p`. */
export async function inHistory(folder = root, range = ['--all']) {
  const log = await must('git could not show the history.', 'git', ['log', '-p', '--no-textconv', '--unified=0', '--format=commit %h', ...range, '--', '.', ':!*.lock', ':!package-lock.json'], { cwd: folder });
  const found = [];
  let [commit, file] = ['', ''];
  for (const line of log.split('\n')) {
    if (line.startsWith('commit ')) commit = line.slice(7);
    else if (line.startsWith('+++ ')) file = line.slice(6);
    else if (line.startsWith('+')) for (const { what } of keysIn(line.slice(1))) found.push(`${commit} ${file}: ${what}`);
  }
  return found;
}

/** `secrets`: exits with 1 when there is one. */
export async function secrets({ calls }) {
  const found = [...(await inCommit()), ...inBuild(), ...(await inHistory())];
  if (found.length > 0) throw new Stop(`${[...new Set(found)].join('\n')}\nReplace that key at its provider first (docs/runbooks/leaked-key.md); then take it out.`);
  calls.say('No key in the files, the history or the build.');
}
