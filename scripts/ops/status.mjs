// How an environment is doing, in words.

import { Stop } from '../say.mjs';
import { bookmarkOf } from './deploy.mjs';

/** `status --env NAME`: exits with 1 when the service is down. */
export async function status({ calls, place, options }) {
  const url = options.url ?? place.url;
  const { status: code, text } = await calls.site(`${url}/api/health`);
  const health = bodyOf(text);
  if (!health) throw new Stop(`${url}/api/health gave no health: status ${code}. ${code === 0 ? text : 'Is the deployment there?'}`);
  calls.say(`${url}: ${health.status}, version ${health.version}, database ${health.database}, AI review ${health.feature ? 'on' : 'off'}`);
  for (const { provider, role, configured, healthy, lastError, today } of health.providers) {
    const state = !configured ? 'no key' : healthy ? 'healthy' : `failing (${lastError})`;
    calls.say(`  ${role} ${provider}: ${state}; today ${today.requests} calls, ${today.failures} failed${today.nearQuota ? ', near its quota' : ''}`);
  }
  if (health.status === 'down') throw new Stop('The AI review is down; everything on the device goes on working.');
}

/** `bookmark --env NAME`. */
export async function bookmark({ calls, place }) {
  calls.say(await bookmarkOf(calls, place));
}

export function bodyOf(text) {
  try {
    const body = JSON.parse(text);
    return body && typeof body === 'object' && 'status' in body ? body : null;
  } catch {
    return null;
  }
}
