// The ways back: another deployment, another state of the database. (The third,
// switching the review off, is in switches.mjs and is the quickest.)

import { Stop } from '../say.mjs';
import { smokeCommand } from './smoke.mjs';

/** Production deployments that were built, newest first, with which one is live. */
export async function productionDeployments(calls, place) {
  const [project, listed] = [
    await calls.cloudflare(`/pages/projects/${place.project}`),
    await calls.cloudflare(`/pages/projects/${place.project}/deployments?env=production&per_page=25`),
  ];
  const live = project?.canonical_deployment?.id;
  return (listed ?? [])
    .filter(({ latest_stage: stage }) => stage?.status === 'success')
    .map((one) => ({ id: one.id, url: one.url, at: one.created_on, commit: one.deployment_trigger?.metadata?.commit_hash ?? '', live: one.id === live }));
}

/** `deployments --env production`: what can be gone back to. */
export async function deployments({ calls, place }) {
  const found = await productionDeployments(calls, place);
  for (const { id, at, commit, live, url } of found) calls.say(`${live ? 'live ' : '     '} ${id}  ${at}  commit ${commit.slice(0, 8) || 'unknown'}  ${url}`);
  if (found.length === 0) calls.say('No production deployment yet.');
}

/** `rollback deployment|database --env NAME [--to ID]`. */
export async function rollback({ calls, place, words: [what], options }) {
  if (what === 'deployment') return rollbackDeployment({ calls, place, options });
  if (what === 'database') return rollbackDatabase({ calls, place, options });
  throw new Stop('Say `rollback deployment` or `rollback database`. To switch the AI review off at once: `feature off`.');
}

async function rollbackDeployment({ calls, place, options }) {
  if (place.name !== 'production') throw new Stop('Only production can be rolled back by the API; deploy an older artifact to staging instead.');
  const found = await productionDeployments(calls, place);
  const live = found.findIndex((one) => one.live);
  const target = options.to ? found.find(({ id }) => id === options.to) : found[live + 1];
  if (!target) throw new Stop(options.to ? `No production deployment is called ${options.to}. \`npm run ops -- deployments --env production\` lists them.` : 'There is no deployment before the one that is live.');
  if (target.live) {
    calls.say(`Deployment ${target.id} is live already: nothing to do.`);
    return;
  }
  await calls.cloudflare(`/pages/projects/${place.project}/deployments/${target.id}/rollback`, { method: 'POST' });
  if (calls.dry) return;
  calls.say(`Back at deployment ${target.id}, commit ${target.commit.slice(0, 8)}.`);
  await smokeCommand({ calls, place, options: { tries: options.tries ?? 6, ...(target.commit ? { commit: target.commit } : {}) } });
}

/** A bookmark, or a time such as 2026-11-25T10:00:00Z. What was written since is lost, so it is asked for twice: the API by name, and `--yes`. */
async function rollbackDatabase({ calls, place, options }) {
  if (place.name === 'local') throw new Stop('A local database has no bookmarks. Delete the folder .wrangler and run `npm start`.');
  if (!options.to) throw new Stop('Say where to: --to BOOKMARK (a deployment prints it) or --to 2026-11-25T10:00:00Z.');
  if (!calls.dry && !options.yes) throw new Stop('This loses what was written since. Look at it with --dry-run, then say it again with --yes.');
  const to = /^\d{4}-\d\d-\d\dT/.test(options.to) ? ['--timestamp', options.to] : ['--bookmark', options.to];
  const out = await calls.wrangler(['d1', 'time-travel', 'restore', 'DB', '--env', place.name, ...to, '--json'], { changes: true });
  if (calls.dry) return;
  const previous = /"previous_bookmark":\s*"([0-9a-f-]+)"/.exec(out ?? '')?.[1];
  calls.say(`The database of ${place.name} is as it was at ${options.to}.${previous ? ` To undo this: npm run ops -- rollback database --env ${place.name} --to ${previous} --yes` : ''}`);
}
