// From an empty Cloudflare account to a place where a deployment can go: the
// project, a database for staging and one for production, secrets, failing
// closed, a domain. Every step looks first and does nothing when it is done, so
// a run that was cut short is simply started again.

import { createInterface } from 'node:readline/promises';
import { Stop } from '../say.mjs';
import { putKey, SECRETS } from './keys.mjs';
import { hasDatabase, keepDatabaseId, placeOf } from './places.mjs';

const ENVIRONMENTS = ['preview', 'production'];

/**
 * `setup [--domain NAME] [--yes]`: asks for secrets on the terminal, or takes
 * them from variables named like CV_REVIEW_SECRET_PRODUCTION_GEMINI_API_KEY.
 */
export async function setup({ calls, options }) {
  const { project } = placeOf('production');
  calls.say(calls.dry ? 'Dry run: what would be called, in order. Nothing is changed.' : 'Each step looks first; nothing is done twice.');
  await look(calls, 'an account and a token for it', () => calls.wrangler(['whoami']));

  heading(calls, 1, 'The Pages project');
  const known = await look(calls, 'the project', () => calls.cloudflare(`/pages/projects/${project}`));
  if (known) calls.say(`  is there: ${known.subdomain ?? project}`);
  else await calls.wrangler(['pages', 'project', 'create', project, '--production-branch', 'main', '--compatibility-date', placeOf('production').compatibilityDate, '--compatibility-flags', 'enable_request_signal'], { changes: true });

  heading(calls, 2, 'A database for staging and one for production');
  const databases = (await look(calls, 'the databases', async () => listOf(await calls.wrangler(['d1', 'list', '--json'])))) ?? [];
  for (const name of ENVIRONMENTS) {
    const { database } = placeOf(name);
    const found = databases.find((one) => one.name === database);
    const id = found?.uuid ?? (await create(calls, database));
    if (id && keepDatabaseId(name, id)) calls.say(`  ${database}: its id is now in wrangler.toml. Commit that file.`);
    else if (id) calls.say(`  ${database}: is there, and wrangler.toml knows it.`);
    else calls.say(`  would write the id of ${database} into wrangler.toml`);
  }

  heading(calls, 3, 'Migrations');
  for (const name of ENVIRONMENTS) {
    if (!calls.dry && !hasDatabase(placeOf(name))) throw new Stop(`wrangler.toml has no id for the database of ${name}. Run this again.`);
    await calls.wrangler(['d1', 'migrations', 'apply', 'DB', '--env', name, '--remote'], { changes: true });
  }

  heading(calls, 4, 'Secrets');
  for (const name of ENVIRONMENTS) await secretsOf(calls, placeOf(name), options);

  heading(calls, 5, 'Failing closed');
  // Past the plan's requests Pages can answer functions with static files: the
  // API would then be the page with status 200. Closed, it is an error.
  const open = known && ENVIRONMENTS.filter((name) => known.deployment_configs?.[name]?.fail_open !== false);
  if (known && open.length === 0) calls.say('  is so already.');
  else {
    // The hash says that we know of the settings that wrangler.toml made.
    const closed = (name) => ({ fail_open: false, ...(known?.deployment_configs?.[name]?.wrangler_config_hash ? { wrangler_config_hash: known.deployment_configs[name].wrangler_config_hash } : {}) });
    await calls.cloudflare(`/pages/projects/${project}`, { method: 'PATCH', body: { deployment_configs: { preview: closed('preview'), production: closed('production') } } });
  }

  heading(calls, 6, 'Domain');
  if (!options.domain) calls.say(`  none given (--domain cv.example.org): the address is https://${project}.pages.dev`);
  else {
    const domains = (await look(calls, 'the domains', () => calls.cloudflare(`/pages/projects/${project}/domains`))) ?? [];
    const there = domains.find(({ name }) => name === options.domain);
    if (there) calls.say(`  ${there.name}: ${there.status}`);
    else await calls.cloudflare(`/pages/projects/${project}/domains`, { method: 'POST', body: { name: options.domain } });
  }
  calls.say('\nNext: commit wrangler.toml, run `npm run ops -- protect`, push develop; docs/deployment.md goes on from there.');
}

const heading = (calls, number, text) => calls.say(`\n${number}. ${text}`);

/** Reads. What is not there yet is null; in a dry run so is what cannot be asked. */
async function look(calls, what, read) {
  try {
    return await read();
  } catch (error) {
    if (error.status === 404) return null;
    if (!calls.dry) throw error;
    calls.say(`  (${what}: cannot be asked now, so taken as missing)`);
    return null;
  }
}

function listOf(out) {
  try {
    return JSON.parse(out.slice(out.indexOf('[')));
  } catch {
    throw new Stop(`wrangler gave no list of databases:\n${out}`);
  }
}

async function create(calls, database) {
  const out = await calls.wrangler(['d1', 'create', database], { changes: true });
  if (out === null) return null;
  const id = /"?database_id"?\s*[=:]\s*"([0-9a-f-]{36})"/.exec(out)?.[1];
  if (!id) throw new Stop(`wrangler made ${database} but did not say its id. Run this again: it will find it.\n${out}`);
  return id;
}

async function secretsOf(calls, place, options) {
  const out = await look(calls, 'the secrets', () => calls.wrangler(['pages', 'secret', 'list', '--project-name', place.project, '--env', place.name]));
  const there = new Set([...(out ?? '').matchAll(/^\s*-\s*([A-Z0-9_]+):/gm)].map(([, name]) => name));
  for (const [name, why] of Object.entries(SECRETS)) {
    if (there.has(name)) {
      calls.say(`  ${place.name} ${name}: is set (\`npm run ops -- key replace ${name} --env ${place.name}\` changes it)`);
      continue;
    }
    const value = calls.env[`CV_REVIEW_SECRET_${place.name.toUpperCase()}_${name}`] ?? (await ask(calls, place, name, why, options));
    if (value) await putKey(calls, place, name, value);
    else if (calls.dry) calls.say(`  ${place.name} ${name}: would be asked for. ${why}`);
    else calls.say(`  ${place.name} ${name}: left out. ${why}`);
  }
}

/** On a terminal, without showing what is typed; elsewhere nothing is asked. */
async function ask(calls, place, name, why, options) {
  if (calls.dry || options.yes || !process.stdin.isTTY) return '';
  const reader = createInterface({ input: process.stdin, output: process.stdout, terminal: true });
  process.stdout.write(`  ${place.name} ${name}: ${why}\n  paste it, or press Enter to leave it out: `);
  reader._writeToOutput = () => undefined;
  const value = await reader.question('');
  reader.close();
  process.stdout.write('\n');
  return value.trim();
}
