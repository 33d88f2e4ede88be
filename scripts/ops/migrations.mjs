// Migrations run before a deployment, while the release before it still
// answers, and stay when a deployment is rolled back. So a migration may only
// add (expand). Taking away (contract) is a migration of a later release, and
// says so in its name and its first line.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Stop } from '../say.mjs';
import { root } from '../tools.mjs';

const DESTROYS = [
  [/\bDROP\s+(TABLE|COLUMN|VIEW|INDEX|TRIGGER)\b/i, 'drops something'],
  [/\bRENAME\b/i, 'renames something'],
  [/\bDELETE\s+FROM\b/i, 'deletes rows'],
  [/\bADD\s+(COLUMN\s+)?\w+[^,;]*\bNOT\s+NULL\b(?![^,;]*\bDEFAULT\b)/i, 'adds a column that the release before cannot fill'],
  [/\bCREATE\s+TRIGGER\b/i, 'changes what the release before writes'],
];

/** What is wrong with the migrations in `folder`: sentences. `released` are the names that a release has already applied. */
export function checkMigrations(folder = join(root, 'functions', 'migrations')) {
  const names = readdirSync(folder).sort();
  const wrong = [];
  for (const [index, name] of names.entries()) {
    const sql = readFileSync(join(folder, name), 'utf8');
    const code = sql.replace(/--.*$/gm, '').replace(/'(?:[^']|'')*'/g, "''");
    const number = /^(\d{4})_[a-z0-9_]+\.sql$/.exec(name)?.[1];
    if (Number(number) !== index + 1) wrong.push(`${name}: the name should start with ${String(index + 1).padStart(4, '0')}_ and end in .sql`);
    const contract = /_contract\.sql$/.test(name);
    const found = DESTROYS.filter(([pattern]) => pattern.test(code)).map(([, says]) => says);
    if (found.length > 0 && !contract) wrong.push(`${name}: ${found.join(', ')}. Only add here; take away in a later release, in a file that ends in _contract.sql`);
    if (contract && !/^-- contract: unused since \d+\.\d+\.\d+/m.test(sql)) wrong.push(`${name}: say since which release nothing uses it: -- contract: unused since 1.2.3`);
  }
  return wrong;
}

export function migrationsCommand({ calls }) {
  const wrong = checkMigrations();
  if (wrong.length > 0) throw new Stop(wrong.join('\n'));
  calls.say('Every migration only adds.');
}
