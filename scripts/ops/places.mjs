// The two environments, and a developer's own machine, as wrangler.toml says:
// which database, which branch, which address.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Stop } from '../say.mjs';
import { root } from '../tools.mjs';

const file = () => process.env.CV_REVIEW_CONFIG || join(root, 'wrangler.toml');
/** The branch of Pages that an environment is deployed to. */
const BRANCHES = { preview: 'develop', production: 'main' };
const NO_ID = /^0{8}-/;

/** The part of the configuration that belongs to `name`. */
function section(toml, name) {
  const from = name === 'local' ? 0 : toml.indexOf(`[env.${name}]`);
  if (from < 0) throw new Stop(`wrangler.toml has no [env.${name}].`);
  const rest = toml.slice(from);
  const next = rest.slice(1).search(/^\[env\.\w+\]$/m);
  return { from, text: next < 0 ? rest : rest.slice(0, next + 1) };
}

const value = (text, key) => new RegExp(`^${key} = "([^"]*)"`, 'm').exec(text)?.[1];

/** Names and addresses of an environment: `local`, `preview` or `production`. */
export function placeOf(name, env = process.env) {
  if (!['local', 'preview', 'production'].includes(name)) throw new Stop(`There is no environment "${name}". Use --env local, preview or production.`);
  const toml = readFileSync(file(), 'utf8');
  const { text } = section(toml, name);
  const project = value(toml, 'name');
  const usual = { local: `http://127.0.0.1:${env.PORT ?? 8788}`, preview: `https://develop.${project}.pages.dev`, production: `https://${project}.pages.dev` };
  return {
    name,
    project,
    branch: BRANCHES[name] ?? null,
    database: value(text, 'database_name'),
    databaseId: value(text, 'database_id'),
    dataset: value(text, 'dataset'),
    compatibilityDate: value(text, 'compatibility_date'),
    vars: Object.fromEntries([...text.matchAll(/^([A-Z][A-Z0-9_]+) = "([^"]*)"$/gm)].map(([, key, is]) => [key, is])),
    url: (env[`CV_REVIEW_URL_${name.toUpperCase()}`] || usual[name]).replace(/\/$/, ''),
    /** How wrangler is told which database is meant. */
    d1: name === 'local' ? ['--local'] : ['--env', name, '--remote'],
  };
}

export const hasDatabase = (place) => place.databaseId !== undefined && !NO_ID.test(place.databaseId);

/** Writes the id of an environment's database; true when the file changed. */
export function keepDatabaseId(name, id) {
  const toml = readFileSync(file(), 'utf8');
  const { from, text } = section(toml, name);
  const changed = text
    .replace(/^(database_id = ")[^"]*"/m, `$1${id}"`)
    .replace(/^# Replace by the id that .*\n/m, '');
  if (changed === text) return false;
  writeFileSync(file(), toml.slice(0, from) + changed + toml.slice(from + text.length));
  return true;
}

/** One statement or more on an environment's database; resolves to the rows of each, or null in a dry run. */
export async function query(calls, place, sql, { changes = false } = {}) {
  const out = await calls.wrangler(['d1', 'execute', 'DB', ...place.d1, '--json', '--yes', '--command', sql], { changes });
  if (out === null) return null;
  try {
    return JSON.parse(out.slice(out.indexOf('['))).map(({ results }) => results);
  } catch {
    throw new Stop(`wrangler answered something that is no list of results:\n${out.slice(0, 400)}`);
  }
}
