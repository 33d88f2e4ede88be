// When a figure is a reason to act. Pure: figures in, verdicts out.

/** Fewer than this say nothing about a share or a percentile. */
const FEW = 5;
const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;

export const RULES = {
  errors: { what: 'error rate', threshold: 'more than 10 % of reviews failed by our fault within 5 minutes', critical: true, runbook: 'providers-down' },
  generation: { what: 'p95 generation time', threshold: 'more than 75 s within 15 minutes', critical: false, runbook: 'providers-down' },
  timeouts: { what: 'AI_TIMEOUT', threshold: 'more than 5 within 10 minutes', critical: false, runbook: 'providers-down' },
  quota: { what: 'quota of a provider', threshold: 'more than 80 % of a day used', critical: false, runbook: 'quota-gone' },
  refusals: { what: 'rate-limit refusals', threshold: 'more than 10 within an hour', critical: false, runbook: 'rate-limiter-abused' },
  uptime: { what: 'uptime', threshold: 'less than 99.9 % of the checks of 30 days', critical: false, runbook: 'database-down' },
  down: { what: 'the service is down', threshold: '/api/health says down or does not answer', critical: true, runbook: 'database-down' },
  vitals: { what: 'speed at visitors', threshold: 'p75 over 2.5 s LCP, 200 ms INP or 0.1 CLS within a day', critical: false, runbook: 'bad-deploy' },
  faults: { what: 'faults at visitors', threshold: 'more than 20 within an hour', critical: false, runbook: 'bad-deploy' },
};

const GOOD = { LCP: 2_500, INP: 200, CLS: 0.1 };

/** `{ rule, says, crossed }` for every rule; `crossed` is null where there is no data, which neither opens nor closes anything. */
export function judge(figures) {
  const verdicts = [];
  const say = (rule, crossed, says) => verdicts.push({ rule, crossed, says });
  const over = (rule, value, bound, unit) => say(rule, value === null ? null : value > bound, value === null ? 'no answer from Analytics Engine' : `${value} ${unit}`);

  const { failures, successes } = figures;
  if (failures === null || successes === null) say('errors', null, 'no answer from Analytics Engine');
  else {
    const all = failures + successes;
    const share = all === 0 ? 0 : failures / all;
    // With a handful of reviews one failure is 20 %: then all of them have to fail.
    say('errors', all < FEW ? all >= 2 && failures === all : share > 0.1, `${failures} of ${all} in 5 minutes, ${(share * 100).toFixed(1)} %`);
  }

  const { count, value } = figures.generation;
  if (count === null) say('generation', null, 'no answer from Analytics Engine');
  else if (value === null || count < FEW) say('generation', false, `${count} reviews in 15 minutes, too few to say`);
  else say('generation', value > 75_000, `${seconds(value)} over ${count} reviews`);

  over('timeouts', figures.timeouts, 5, 'in 10 minutes');

  const watched = (figures.health?.providers ?? []).filter(({ today }) => today?.quota);
  const shares = watched.map(({ provider, today }) => ({ provider, share: today.requests / today.quota }));
  const worst = shares.sort((a, b) => b.share - a.share)[0];
  if (figures.health === null) say('quota', null, 'no health');
  else say('quota', worst !== undefined && worst.share > 0.8, worst ? `${worst.provider} at ${(worst.share * 100).toFixed(0)} %` : 'no quota is set (AI_DAILY_QUOTA_GEMINI, AI_DAILY_QUOTA_HUGGINGFACE)');

  over('refusals', figures.refusals, 10, 'in an hour');

  const days = Object.values(figures.checks ?? {});
  const total = days.reduce((sum, day) => sum + day.total, 0);
  const failed = days.reduce((sum, day) => sum + day.failed, 0);
  // 99.9 % of 300 checks allows none to fail: the figure means something from 1,000 on.
  if (total < 1_000) say('uptime', failed > 1, `${total - failed} of ${total} checks, over ${days.length} days; counts fully from 1,000 checks on`);
  else say('uptime', failed / total > 0.001, `${((1 - failed / total) * 100).toFixed(3)} % of ${total} checks over ${days.length} days`);

  const health = figures.health;
  say('down', !figures.up, health ? `health is ${health.status}, database ${health.database}` : 'no answer from /api/health');

  const measured = Object.entries(figures.vitals).filter(([, { count: n, value: is }]) => n >= 20 && is !== null);
  const slow = measured.filter(([name, { value: is }]) => is > GOOD[name]);
  const shown = measured.map(([name, { value: is }]) => `${name} ${name === 'CLS' ? is.toFixed(3) : seconds(is)}`).join(', ');
  if (Object.values(figures.vitals).every(({ count: n }) => n === null)) say('vitals', null, 'no answer from Analytics Engine');
  else say('vitals', slow.length > 0, shown || 'fewer than 20 reports in a day');

  over('faults', figures.faults, 20, 'in an hour');
  return verdicts;
}
