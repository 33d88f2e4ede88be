// The bot check. Only when its secret is set, and then nothing gets by it:
// a check that cannot be made has not been passed.

import type { Config } from './config';
import { Problem } from './problem';
import { field, parseJson } from './providers/provider';

const PATIENCE_MS = 5_000;

export async function checkPerson(turnstile: Config['turnstile'], token: string | undefined): Promise<void> {
  if (turnstile && !(token && (await passes(turnstile, token)))) throw new Problem('BOT_CHECK_FAILED');
}

async function passes({ secret, verifyUrl }: NonNullable<Config['turnstile']>, token: string): Promise<boolean> {
  // Without `remoteip`, which is optional: the address is nobody else's business.
  const body = JSON.stringify({ secret, response: token });
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body, signal: AbortSignal.timeout(PATIENCE_MS), redirect: 'manual' as const };
  try {
    const response = await fetch(verifyUrl, init);
    return response.status === 200 && field(parseJson(await response.text()), 'success') === true;
  } catch {
    return false;
  }
}
