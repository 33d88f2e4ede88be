// What is built once and then deployed everywhere: the pages, the functions as
// one Worker, the migrations and the configuration, with a list of their
// hashes and the commit that they were built from. Nothing is built again on
// the way from staging to production.

import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Stop, must } from '../say.mjs';
import { quiet, root, toolPath } from '../tools.mjs';

const LIST = 'artifact.json';
/** Beside dist/: what a deployment reads. */
const CARRIED = ['wrangler.toml', 'package.json', 'functions'];

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((name) => name !== LIST)
    .sort();
}

const hashOf = (file) => createHash('sha256').update(readFileSync(file)).digest('hex');

export async function git(args, cwd = root) {
  return (await must('git could not answer.', 'git', args, { cwd })).trim();
}

/** `artifact pack --out FOLDER`: from dist/ and the sources of this commit. */
export async function pack({ out, from = root, dist = join(from, 'dist') }) {
  if (!existsSync(join(dist, 'index.html'))) throw new Stop('dist/ is not there. Run `npm run build` first.');
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  cpSync(dist, join(out, 'dist'), { recursive: true });
  for (const name of CARRIED) cpSync(join(from, name), join(out, name), { recursive: true });
  // That the functions compile is known before anything is deployed.
  const bundle = ['pages', 'functions', 'build', 'functions', '--project-directory', '.', '--outdir', 'worker', '--compatibility-date', readDate(out)];
  await must('The functions did not compile.', 'node', [join(root, 'node_modules/wrangler/bin/wrangler.js'), ...bundle], { cwd: out, env: { ...quiet, CI: '1', PATH: toolPath() } });
  rmSync(join(out, '.wrangler'), { recursive: true, force: true });
  const { version } = JSON.parse(readFileSync(join(out, 'package.json'), 'utf8'));
  const list = {
    version,
    commit: process.env.CV_REVIEW_COMMIT || (await git(['rev-parse', 'HEAD'], from)),
    tree: await git(['rev-parse', 'HEAD^{tree}'], from),
    files: Object.fromEntries(filesBelow(out).map((name) => [name, hashOf(join(out, name))])),
  };
  writeFileSync(join(out, LIST), `${JSON.stringify(list, null, 1)}\n`);
  return list;
}

const readDate = (folder) => /^compatibility_date = "(.+)"/m.exec(readFileSync(join(folder, 'wrangler.toml'), 'utf8'))[1];

/** The list of an artifact whose every file is as it was packed. */
export function verify(folder) {
  if (!existsSync(join(folder, LIST))) throw new Stop(`${folder} holds no ${LIST}: it is not an artifact. Make one with \`npm run ops -- artifact pack --out ${folder}\`.`);
  const list = JSON.parse(readFileSync(join(folder, LIST), 'utf8'));
  const found = filesBelow(folder);
  const wrong = [
    ...Object.entries(list.files).filter(([name, hash]) => !existsSync(join(folder, name)) || hashOf(join(folder, name)) !== hash).map(([name]) => name),
    ...found.filter((name) => !(name in list.files)),
  ];
  if (wrong.length > 0) throw new Stop(`The artifact is not what was built: ${wrong.slice(0, 5).join(', ')}${wrong.length > 5 ? ` and ${wrong.length - 5} more` : ''}. Do not deploy it; build it again.`);
  return list;
}

/** `artifact pack|verify|find`. */
export async function artifact({ calls, words: [what], options }) {
  if (what === 'pack') {
    const list = await pack({ out: options.out ?? join(root, 'target', 'artifact') });
    calls.say(`Packed ${Object.keys(list.files).length} files: version ${list.version}, commit ${list.commit.slice(0, 8)}.`);
  } else if (what === 'verify') {
    const list = verify(options.from ?? join(root, 'target', 'artifact'));
    calls.say(`All ${Object.keys(list.files).length} files are as they were packed: version ${list.version}, commit ${list.commit.slice(0, 8)}.`);
  } else if (what === 'find') await find({ calls, options });
  else throw new Stop('Say `artifact pack --out FOLDER`, `artifact verify --from FOLDER` or `artifact find --tree TREE`.');
}

/**
 * The run that has an artifact of this very tree of files, so that production
 * gets what staging was tried with. Prints `run=ID` for GITHUB_OUTPUT, or
 * `run=` when it has to be built.
 */
async function find({ calls, options }) {
  const tree = options.tree ?? (await git(['rev-parse', 'HEAD^{tree}']));
  const { artifacts = [] } = (await calls.github(`/actions/artifacts?name=artifact-${tree}`)) ?? {};
  const [newest] = artifacts
    .filter(({ expired, workflow_run: run }) => !expired && ['develop', 'main'].includes(run?.head_branch))
    .sort((a, b) => b.created_at.localeCompare(a.created_at));
  const lines = `tree=${tree}\nrun=${newest?.workflow_run.id ?? ''}\n`;
  if (process.env.GITHUB_OUTPUT) writeFileSync(process.env.GITHUB_OUTPUT, lines, { flag: 'a' });
  calls.say(lines.trim());
}
