// What an operator can change at once, without a deployment: rows in D1 that
// the proxy reads with every review.

import { Stop } from '../say.mjs';
import { query } from './places.mjs';

const PROVIDERS = ['gemini', 'huggingface'];
/** An hour for `pause` unless told; a breaker closes by itself when its pause is over. */
const DAY = "strftime('%Y-%m-%d', 'now')";
const NOW = "CAST(strftime('%s', 'now') AS INTEGER) * 1000";

/** `feature show|on|off`: the AI review for everyone. The page says so and keeps working on the device. */
export async function feature({ calls, place, words: [what = 'show'] }) {
  if (!['show', 'on', 'off'].includes(what)) throw new Stop('Say `feature show`, `feature on` or `feature off`.');
  if (what !== 'show') {
    await query(calls, place, `INSERT INTO Settings (name, value) VALUES ('feature', '${what}') ON CONFLICT (name) DO UPDATE SET value = '${what}'`, { changes: true });
  }
  const rows = await query(calls, place, "SELECT value FROM Settings WHERE name = 'feature'");
  const inD1 = rows?.[0]?.[0]?.value ?? 'on';
  const inEnvironment = place.vars.FEATURE_CV_REVIEW ?? 'true';
  calls.say(`AI review in ${place.name}: ${inD1} in D1, FEATURE_CV_REVIEW is "${inEnvironment}" in wrangler.toml. It runs when both say so.`);
  if (what !== 'show') calls.say('To switch it by the environment instead: set FEATURE_CV_REVIEW in wrangler.toml and deploy.');
}

/** `provider show`, `provider pause NAME`, `provider resume NAME`: who is asked. */
export async function provider({ calls, place, words: [what = 'show', name] }) {
  if (what !== 'show' && !PROVIDERS.includes(name)) throw new Stop(`Say \`provider ${what}\` and one of ${PROVIDERS.join(', ')}.`);
  if (what === 'pause') {
    // The breaker's own row, with a kind whose pause is the longest: three hours.
    await query(calls, place, `INSERT INTO AIProviderStatus (provider, isHealthy, lastError, lastCheckedAt, failureCount, createdAt, updatedAt) VALUES ('${name}', 0, 'credit', ${NOW}, 1, ${NOW}, ${NOW}) ON CONFLICT (provider) DO UPDATE SET isHealthy = 0, lastError = 'credit', lastCheckedAt = ${NOW}, updatedAt = ${NOW}`, { changes: true });
  } else if (what === 'resume') {
    await query(calls, place, `UPDATE AIProviderStatus SET isHealthy = 1, lastError = NULL, failureCount = 0, updatedAt = ${NOW} WHERE provider = '${name}'`, { changes: true });
  } else if (what !== 'show') throw new Stop('Say `provider show`, `provider pause NAME` or `provider resume NAME`.');
  const [status, usage] = (await query(calls, place, `SELECT provider, isHealthy, lastError, failureCount, datetime(lastCheckedAt / 1000, 'unixepoch') AS lastChecked FROM AIProviderStatus; SELECT provider, requests, failures, refusals FROM ProviderUsage WHERE day = ${DAY}`)) ?? [[], []];
  for (const row of status) calls.say(`${row.provider}: ${row.isHealthy ? 'asked' : `not asked, last failure ${row.lastError}`}, ${row.failureCount} failures in a row, last change ${row.lastChecked}`);
  for (const row of usage) calls.say(`${row.provider} today: ${row.requests} calls, ${row.failures} failed, ${row.refusals} refused`);
  if (status.length + usage.length === 0) calls.say('No provider was asked yet.');
}

/** `limits show`, `limits tighten N`, `limits loosen`: reviews of all people together in a UTC day. */
export async function limits({ calls, place, words: [what = 'show', number] }) {
  if (what === 'tighten') {
    if (!/^\d{1,7}$/.test(number ?? '')) throw new Stop('Say `limits tighten` and a whole number, such as 100.');
    await query(calls, place, `INSERT INTO Settings (name, value) VALUES ('dailyLimit', '${number}') ON CONFLICT (name) DO UPDATE SET value = '${number}'`, { changes: true });
  } else if (what === 'loosen') await query(calls, place, "DELETE FROM Settings WHERE name = 'dailyLimit'", { changes: true });
  else if (what !== 'show') throw new Stop('Say `limits show`, `limits tighten N` or `limits loosen`.');
  const found = await query(calls, place, `SELECT COUNT(*) AS clients, COALESCE(SUM(used), 0) AS used, COALESCE(SUM(attempts), 0) AS attempts FROM RateLimit WHERE day = ${DAY} AND bucket <> 'all'; SELECT substr(bucket, 1, 8) AS bucket, used, attempts FROM RateLimit WHERE day = ${DAY} AND bucket <> 'all' ORDER BY attempts DESC LIMIT 10; SELECT value FROM Settings WHERE name = 'dailyLimit'`);
  if (!found) return;
  const [[all], top, [tightened]] = found;
  calls.say(`${place.name} today: ${all.clients} clients, ${all.used} reviews used, ${all.attempts} attempts.`);
  calls.say(`Bound of the day: ${tightened ? `${tightened.value}, tightened in D1` : `${place.vars.AI_DAILY_LIMIT ?? '1000 (the default)'}, from the environment`}.`);
  for (const { bucket, used, attempts } of top) calls.say(`  client ${bucket}: ${used} used, ${attempts} attempts`);
}

/** `reports`: what people sent on purpose, newest first; `reports NAME` one of them. */
export async function reports({ calls, place, words: [id] }) {
  if (id && !/^[0-9a-f-]{10,40}$/.test(id)) throw new Stop('A report is named like 2026-11-25-1a2b3c4d.');
  const rows = await query(calls, place, id ? `SELECT id, report FROM Diagnostic WHERE id = '${id}'` : 'SELECT id, report FROM Diagnostic ORDER BY createdAt DESC LIMIT 20');
  for (const row of rows?.[0] ?? []) {
    const report = JSON.parse(row.report);
    const faults = report.faults.map(({ kind, where }) => `${kind} at ${where}`).join(', ');
    calls.say(id ? JSON.stringify(report, null, 2) : `${row.id}  ${report.release}  ${report.page}  ${faults || 'no fault'}  ${report.browser}`);
  }
  if (!rows?.[0]?.length) calls.say('No report.');
}
