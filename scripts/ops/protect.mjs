// The rules of the repository, from github.json beside this file: who may
// push where, which checks must pass, who approves production.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Stop } from '../say.mjs';

export function rules() {
  return JSON.parse(readFileSync(join(import.meta.dirname, 'github.json'), 'utf8'));
}

/** `protect [--reviewer LOGIN] [--dry-run]`: makes the repository as github.json says; safe to run again. */
export async function protect({ calls, options }) {
  const { repository, branches, rulesets, environments, labels } = rules();
  calls.say('1. The repository');
  await calls.github('', { method: 'PATCH', body: repository });
  calls.say('2. The branch develop');
  const existing = await quietly(calls, () => calls.github('/branches?per_page=100'));
  if (!existing?.some(({ name }) => name === 'develop')) {
    const head = await quietly(calls, () => calls.github('/git/ref/heads/main'));
    await calls.github('/git/refs', { method: 'POST', body: { ref: 'refs/heads/develop', sha: head?.object?.sha ?? '(the commit of main)' } });
  } else calls.say('  is there.');
  calls.say('3. Protected branches');
  for (const [branch, rule] of Object.entries(branches)) await calls.github(`/branches/${branch}/protection`, { method: 'PUT', body: rule });
  calls.say('4. Names of branches');
  const known = (await quietly(calls, () => calls.github('/rulesets'))) ?? [];
  for (const ruleset of rulesets) {
    const same = known.find(({ name }) => name === ruleset.name);
    await calls.github(same ? `/rulesets/${same.id}` : '/rulesets', { method: same ? 'PUT' : 'POST', body: ruleset });
  }
  calls.say('5. Environments');
  for (const [name, { approval, branches: allowed, ...settings }] of Object.entries(environments)) {
    const reviewers = approval ? [await reviewer(calls, options)] : [];
    await calls.github(`/environments/${name}`, { method: 'PUT', body: { ...settings, reviewers } });
    const there = (await quietly(calls, () => calls.github(`/environments/${name}/deployment-branch-policies`)))?.branch_policies ?? [];
    for (const branch of allowed.filter((wanted) => !there.some((policy) => policy.name === wanted))) {
      await calls.github(`/environments/${name}/deployment-branch-policies`, { method: 'POST', body: { name: branch } });
    }
  }
  calls.say('6. Labels');
  const used = (await quietly(calls, () => calls.github('/labels?per_page=100'))) ?? [];
  for (const label of labels.filter(({ name }) => !used.some((one) => one.name === name))) await calls.github('/labels', { method: 'POST', body: label });
  calls.say(`\nLeft to an owner, since a script should not hold them: in Settings > Environments put CLOUDFLARE_API_TOKEN and CLOUDFLARE_ACCOUNT_ID into staging, production and monitoring (docs/deployment.md says with which rights).`);
}

/** Who approves production: a person's id, as the API wants it. */
async function reviewer(calls, options) {
  const login = options.reviewer ?? calls.env.GITHUB_REPOSITORY?.split('/')[0];
  if (!login) throw new Stop('Say who approves production: --reviewer LOGIN.');
  const user = await quietly(calls, () => calls.github(`/collaborators/${login}/permission`));
  if (!user && !calls.dry) throw new Stop(`${login} has no rights in this repository. Name someone who has: --reviewer LOGIN.`);
  return { type: 'User', id: user?.user?.id ?? 0 };
}

/** A reading call: what is not there is null, and in a dry run so is what cannot be asked. */
async function quietly(calls, read) {
  try {
    return await read();
  } catch (error) {
    if (error.status === 404 || calls.dry) return null;
    throw error;
  }
}
