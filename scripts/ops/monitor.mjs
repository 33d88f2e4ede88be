// `monitor --env production`: reads the figures of the last minutes, compares
// them with their thresholds, opens an issue when one is crossed and closes it
// when it is back, and tells a web hook of every change. Run by a schedule.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { Stop } from '../say.mjs';
import { readFigures } from './figures.mjs';
import { judge, RULES } from './thresholds.mjs';

const LABEL = 'alert';
const DAYS_KEPT = 30;
const today = (now) => new Date(now).toISOString().slice(0, 10);

/** What is kept between two runs: how often the service was up, by day. */
function readState(file) {
  if (!file || !existsSync(file)) return { checks: {} };
  try {
    const state = JSON.parse(readFileSync(file, 'utf8'));
    return state?.checks ? state : { checks: {} };
  } catch {
    // Half a file of a run that was ended: the count starts again.
    return { checks: {} };
  }
}

function count(state, up, now) {
  const day = today(now);
  const { total, failed } = state.checks[day] ?? { total: 0, failed: 0 };
  state.checks[day] = { total: total + 1, failed: failed + (up ? 0 : 1) };
  const oldest = today(now - DAYS_KEPT * 86_400_000);
  for (const kept of Object.keys(state.checks)) if (kept < oldest) delete state.checks[kept];
}

export async function monitor({ calls, place, options }) {
  const now = Date.now();
  const state = readState(options.state);
  const figures = await readFigures(calls, place, state);
  count(state, figures.up, now);
  figures.checks = state.checks;
  const verdicts = judge(figures);
  for (const { rule, says, crossed } of verdicts) calls.say(`  ${crossed === null ? 'no data' : crossed ? 'CROSSED' : 'ok     '}  ${RULES[rule].what}: ${says}`);
  if (options.state && !calls.dry) writeFileSync(options.state, JSON.stringify(state));
  const changes = calls.env.GITHUB_TOKEN ? await keepIssues(calls, place, verdicts) : [];
  const hook = calls.env.ALERT_WEBHOOK_URL;
  for (const text of changes) {
    calls.say(text);
    // Slack, Mattermost and most mail gateways take this form.
    if (hook) await calls.hook(hook, { text }).catch((error) => calls.say(`The web hook did not take it: ${error.message}`));
  }
  const critical = verdicts.filter(({ rule, crossed }) => crossed && RULES[rule].critical);
  if (critical.length > 0) throw new Stop(`Critical in ${place.name}: ${critical.map(({ rule, says }) => `${RULES[rule].what} (${says})`).join('; ')}`);
}

/** One open issue a rule that is crossed; resolves to what changed, as sentences. */
async function keepIssues(calls, place, verdicts) {
  const open = (await calls.github(`/issues?state=open&labels=${LABEL}&per_page=100`)) ?? [];
  const changes = [];
  for (const { rule, says, crossed } of verdicts) {
    const title = `[${place.name}] ${RULES[rule].what}`;
    const issue = open.find((one) => one.title === title);
    if (crossed && !issue) {
      const body = `${says}\n\nThreshold: ${RULES[rule].threshold}.\nWhat to do: docs/runbooks/${RULES[rule].runbook}.md\n\nOpened by the monitor, which closes it when the figure is back.`;
      const made = await calls.github('/issues', { method: 'POST', body: { title, body, labels: [LABEL] } });
      changes.push(`${RULES[rule].critical ? 'CRITICAL' : 'Warning'} ${title}: ${says}${made?.html_url ? ` ${made.html_url}` : ''}`);
    } else if (crossed === false && issue) {
      await calls.github(`/issues/${issue.number}/comments`, { method: 'POST', body: { body: `Back: ${says}` } });
      await calls.github(`/issues/${issue.number}`, { method: 'PATCH', body: { state: 'closed', state_reason: 'completed' } });
      changes.push(`Back to normal ${title}: ${says}`);
    }
  }
  return changes;
}
