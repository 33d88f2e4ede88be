// `npm run ops -- COMMAND`: everything that is done to a running deployment.

import { Stop } from '../say.mjs';
import { callsOf } from './call.mjs';
import { placeOf } from './places.mjs';

/** Each command: the module, its function there, and what it does. */
const COMMANDS = {
  setup: ['./account.mjs', 'setup', 'an empty Cloudflare account becomes a home: project, databases, secrets, domain'],
  protect: ['./protect.mjs', 'protect', 'branch protection and environments of the GitHub repository'],
  artifact: ['./artifact.mjs', 'artifact', 'pack | verify | find: what is built once and deployed everywhere'],
  deploy: ['./deploy.mjs', 'deploy', 'bookmark, migrations, deployment, smoke tests  (--env, --from FOLDER)'],
  smoke: ['./smoke.mjs', 'smokeCommand', 'is a deployment what it should be  (--env or --url, --commit)'],
  status: ['./status.mjs', 'status', 'health of an environment in words'],
  feature: ['./switches.mjs', 'feature', 'show | on | off: the AI review, at once'],
  provider: ['./switches.mjs', 'provider', 'show | pause NAME | resume NAME'],
  limits: ['./switches.mjs', 'limits', 'show | tighten N | loosen: reviews a day of all together'],
  reports: ['./switches.mjs', 'reports', 'what people sent on purpose'],
  deployments: ['./rollback.mjs', 'deployments', 'production deployments, which one is live'],
  bookmark: ['./status.mjs', 'bookmark', 'of the database as it is now'],
  rollback: ['./rollback.mjs', 'rollback', 'deployment | database  (--to, --yes)'],
  key: ['./keys.mjs', 'key', 'replace NAME | remove NAME: a secret, read from standard input'],
  monitor: ['./monitor.mjs', 'monitor', 'the figures against their thresholds; opens and closes issues'],
  migrations: ['./migrations.mjs', 'migrationsCommand', 'do they only add'],
  secrets: ['./secrets.mjs', 'secrets', 'looks for keys in the files of this commit, its history and the build'],
  audit: ['./audit.mjs', 'audit', 'known weaknesses and licences of the dependencies'],
  sbom: ['./sbom.mjs', 'sbom', 'bill of materials, CycloneDX  (--out FILE)'],
  release: ['./release.mjs', 'release', 'patch | minor | major | X.Y.Z: version, changelog, tag, notes'],
  'launch-check': ['./launch-check.mjs', 'launchCheck', 'every item before a launch that a machine can check'],
};

const FLAGS = ['dry-run', 'yes', 'open', 'push', 'quick', 'help'];

/** Words and `--name value` options; an unknown flag with no value is a mistake that is said. */
export function parse(args) {
  const words = [];
  const options = {};
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index];
    if (!arg.startsWith('--')) words.push(arg);
    else {
      const [name, inline] = arg.slice(2).split(/=(.*)/s);
      if (FLAGS.includes(name)) options[name] = true;
      else {
        options[name] = inline ?? args[(index += 1)];
        if (options[name] === undefined) throw new Stop(`--${name} needs a value.`);
      }
    }
  }
  return { words, options };
}

export async function ops(args, { env = process.env, say } = {}) {
  const { words, options } = parse(args);
  const [name, ...rest] = words;
  const command = COMMANDS[name];
  if (!command || options.help) {
    const lines = Object.entries(COMMANDS).map(([known, [, , what]]) => `  ${known.padEnd(13)} ${what}`);
    throw new Stop(`npm run ops -- COMMAND [--env local|preview|production] [--dry-run]\n${lines.join('\n')}${name && !command ? `\n\nThere is no command "${name}".` : ''}`);
  }
  const calls = callsOf({ dry: options['dry-run'] === true, env, ...(say ? { say } : {}) });
  const [module, work] = command;
  return (await import(module))[work]({ calls, place: placeOf(options.env ?? 'local', env), words: rest, options });
}

if (import.meta.filename === process.argv[1]) {
  try {
    await ops(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${error instanceof Stop ? error.message : error.stack}\n`);
    process.exitCode = 1;
  }
}
