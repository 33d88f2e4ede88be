// One deployment, from an artifact: bookmark, migrations, deployment, smoke
// tests; and when it fails, exactly what brings the old state back.

import { appendFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Stop } from '../say.mjs';
import { root } from '../tools.mjs';
import { verify } from './artifact.mjs';
import { checkMigrations } from './migrations.mjs';
import { hasDatabase } from './places.mjs';
import { productionDeployments } from './rollback.mjs';
import { smokeCommand } from './smoke.mjs';

/** The bookmark of the database as it is now, or null in a dry run. */
export async function bookmarkOf(calls, place) {
  const out = await calls.wrangler(['d1', 'time-travel', 'info', 'DB', '--env', place.name, '--json']);
  const bookmark = out && /"bookmark":\s*"([0-9a-f-]+)"/.exec(out)?.[1];
  if (!bookmark) throw new Stop(`wrangler gave no bookmark:\n${out}`);
  return bookmark;
}

/** `deploy --env preview|production --from FOLDER`. */
export async function deploy({ calls, place, options }) {
  if (place.name === 'local') throw new Stop('Deploy to --env preview or --env production; on this machine `npm start` serves.');
  const from = resolve(options.from ?? join(root, 'target', 'artifact'));
  const list = verify(from);
  const wrong = checkMigrations(join(from, 'functions', 'migrations'));
  if (wrong.length > 0) throw new Stop(wrong.join('\n'));
  if (!hasDatabase(place)) throw new Stop(`wrangler.toml has no database for ${place.name} yet. Run \`npm run ops -- setup\` first.`);
  calls.say(`Version ${list.version}, commit ${list.commit.slice(0, 8)}, to ${place.name} (${place.url})`);

  const before = place.name === 'production' ? ((await productionDeployments(calls, place)).find(({ live }) => live) ?? null) : null;
  const bookmark = await bookmarkOf(calls, place);
  note(calls, `Before: database bookmark ${bookmark}${before ? `, deployment ${before.id} (commit ${before.commit.slice(0, 8)})` : ''}`);

  let stage = 'The migrations';
  try {
    await calls.wrangler(['d1', 'migrations', 'apply', 'DB', '--env', place.name, '--remote'], { changes: true, cwd: from });
    stage = 'The deployment';
    await calls.wrangler(['pages', 'deploy', 'dist', '--project-name', place.project, '--branch', place.branch, '--commit-hash', list.commit, '--commit-message', `cv-review ${list.version}`, '--commit-dirty=false'], { changes: true, cwd: from });
    stage = 'A smoke test';
    if (calls.dry) calls.say('  would run the smoke tests');
    else await smokeCommand({ calls, place, options: { commit: list.commit, tries: options.tries ?? 6 } });
  } catch (error) {
    const way = instructions({ place, before, bookmark, stage });
    note(calls, way);
    throw new Stop(`${error.message}\n\n${way}`);
  }
  note(calls, calls.dry ? 'Dry run: nothing was changed.' : `Done: ${place.url} is version ${list.version}, commit ${list.commit.slice(0, 8)}.`);
}

/** What to do now, in commands that can be pasted. */
function instructions({ place, before, bookmark, stage }) {
  const lines = [`${stage} failed. To bring ${place.name} back (docs/runbooks/bad-deploy.md):`];
  if (stage === 'A smoke test') {
    if (before) lines.push(`  npm run ops -- rollback deployment --env production --to ${before.id}`);
    else if (place.name === 'production') lines.push('  npm run ops -- feature off --env production      (there is no deployment to go back to)');
    else lines.push('  deploy the artifact of the commit before to staging: a preview cannot be rolled back by the API');
  }
  if (stage === 'The migrations') lines.push('  The release before still answers; D1 undoes the migration that failed by itself.');
  lines.push('Only if data is damaged (it loses what was written since):', `  npm run ops -- rollback database --env ${place.name} --to ${bookmark}`);
  return lines.join('\n');
}

/** Says it, and keeps it in the summary of a workflow's run. */
function note(calls, text) {
  calls.say(text);
  if (process.env.GITHUB_STEP_SUMMARY) appendFileSync(process.env.GITHUB_STEP_SUMMARY, `\`\`\`\n${text}\n\`\`\`\n`);
}
