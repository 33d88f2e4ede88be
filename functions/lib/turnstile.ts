// The bot check. Only when its secret is set, and then nothing gets by it:
// a check that cannot be made has not been passed.

import type { Config } from './config';
import { Problem } from './problem';
import { field, parseJson } from './providers/provider';

const PATIENCE_MS = 5_000;

export async function checkPerson(turnstile: Config['turnstile'], token: string | undefined): Promise<void> {
  if (!turnstile) return;
  if (!token || !(await passes(turnstile, token))) throw new Problem('BOT_CHECK_FAILED');
}

async function passes({ secret, verifyUrl }: NonNullable<Config['turnstile']>, token: string): Promise<boolean> {
  try {
    // Without `remoteip`, which is optional: the address is nobody else's business.
    const response = await fetch(verifyUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ secret, response: token }),
      signal: AbortSignal.timeout(PATIENCE_MS),
      redirect: 'manual',
    });
    return response.status === 200 && field(parseJson(await response.text()), 'success') === true;
  } catch {
    return false;
  }
}
