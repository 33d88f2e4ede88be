// Secrets of a deployment. A value comes by standard input or a variable, goes
// to wrangler by standard input, and is never printed or put on a command line.

import { readFileSync } from 'node:fs';
import { Stop } from '../say.mjs';
import { query } from './places.mjs';

/** What there is, and what it is for. */
export const SECRETS = {
  GEMINI_API_KEY: "Google Gemini; a paid key, since the unpaid tier may not be given people's data.",
  HF_API_KEY: "Hugging Face's router, asked when Gemini fails.",
  RATE_LIMIT_SECRET: 'Any 32 random characters; keeps the limits when a provider key is replaced.',
  TURNSTILE_SECRET_KEY: 'Cloudflare Turnstile; with it every review needs a passed check.',
  SENTRY_DSN: 'Where errors are reported; kinds and times only.',
};
const PROVIDER_OF = { GEMINI_API_KEY: 'gemini', HF_API_KEY: 'huggingface' };

export function putKey(calls, place, name, value) {
  if (!(name in SECRETS)) throw new Stop(`There is no secret ${name}. There are ${Object.keys(SECRETS).join(', ')}.`);
  return calls.wrangler(['pages', 'secret', 'put', name, '--project-name', place.project, '--env', place.name], { changes: true, secret: value });
}

/** `key replace NAME --env NAME < file` or `key remove NAME --env NAME`. */
export async function key({ calls, place, words: [what, name] }) {
  if (!['replace', 'remove'].includes(what) || !(name in SECRETS)) throw new Stop(`Say \`key replace NAME\` or \`key remove NAME\`, with one of ${Object.keys(SECRETS).join(', ')}.`);
  if (place.name === 'local') throw new Stop('On this machine keys are lines of .dev.vars.');
  if (what === 'remove') await calls.wrangler(['pages', 'secret', 'delete', name, '--project-name', place.project, '--env', place.name], { changes: true, secret: 'y\n' });
  else {
    const value = calls.dry ? 'the-new-value' : readFileSync(0, 'utf8').trim();
    if (!/^\S{8,4096}$/.test(value)) throw new Stop('The new value comes by standard input, and is one word of at least 8 characters.');
    await putKey(calls, place, name, value);
    // The breaker remembers that the old key failed.
    const provider = PROVIDER_OF[name];
    if (provider) await query(calls, place, `UPDATE AIProviderStatus SET isHealthy = 1, lastError = NULL, failureCount = 0 WHERE provider = '${provider}'`, { changes: true });
  }
  calls.say(`Pages uses it from the next deployment on. Deploy now what is live: npm run ops -- deploy --env ${place.name} --from target/artifact`);
}
