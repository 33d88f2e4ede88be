// A release: one version, said in package.json and followed everywhere, with
// what changed in CHANGELOG.md. `release patch|minor|major|X.Y.Z` prepares it
// on develop; once production runs it, `release tag` tags the commit.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Stop, must, run } from '../say.mjs';
import { root } from '../tools.mjs';
import { git } from './artifact.mjs';

const SEMVER = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/;

/** Each file with the version in it, and where. */
const PLACES = {
  'package.json': /("version": ")[^"]+(")/,
  'package-lock.json': /^(\{\s+"name": "cv-review",\s+"version": ")[^"]+("[\s\S]*?"packages": \{\s+"": \{\s+"name": "cv-review",\s+"version": ")[^"]+(")/,
  'Cargo.toml': /^(\[package\][\s\S]*?\nversion = ")[^"]+(")/m,
  'Cargo.lock': /(name = "cv-review"\nversion = ")[^"]+(")/,
};

export function versionsIn(folder = root) {
  return Object.fromEntries(Object.entries(PLACES).map(([name, pattern]) => {
    const found = pattern.exec(readFileSync(join(folder, name), 'utf8'))?.[0];
    if (!found) throw new Stop(`${name} has no version where it should be.`);
    const versions = [...found.matchAll(/(?:"version": |\nversion = )"([^"]+)"|^"version": "([^"]+)"/g)].map(([, a, b]) => a ?? b);
    if (new Set(versions).size > 1) throw new Stop(`${name} says two versions: ${versions.join(' and ')}.`);
    return [name, versions[0]];
  }));
}

/** The section of CHANGELOG.md called `name`: its date and its lines. */
export function section(changelog, name) {
  const start = new RegExp(`^## ${name.replaceAll('.', '\\.')}(?: - (\\d{4}-\\d\\d-\\d\\d))?$`, 'm').exec(changelog);
  if (!start) return null;
  const rest = changelog.slice(start.index + start[0].length);
  const next = rest.search(/^## /m);
  return { date: start[1] ?? null, text: (next < 0 ? rest : rest.slice(0, next)).trim() };
}

/** What is wrong with versions and changelog: sentences. */
export function checkRelease(folder = root) {
  const wrong = [];
  const versions = versionsIn(folder);
  const [version] = Object.values(versions);
  for (const [name, says] of Object.entries(versions)) if (says !== version) wrong.push(`${name} says ${says}, package.json says ${version}`);
  if (!SEMVER.test(version)) wrong.push(`${version} is no semantic version`);
  const changelog = readFileSync(join(folder, 'CHANGELOG.md'), 'utf8');
  if (!/^## Unreleased$/m.test(changelog)) wrong.push('CHANGELOG.md has no "## Unreleased"');
  const released = [...changelog.matchAll(/^## (\S+)(?: - .*)?$/gm)].map(([, name]) => name).filter((name) => name !== 'Unreleased');
  const ordered = released.toSorted((a, b) => compare(b, a));
  if (released.join() !== ordered.join() || new Set(released).size !== released.length) wrong.push('CHANGELOG.md has its releases not newest first, or one twice');
  for (const name of released) {
    const part = section(changelog, name);
    if (!SEMVER.test(name) || !part?.date) wrong.push(`CHANGELOG.md: "${name}" should be written "## X.Y.Z - YYYY-MM-DD"`);
    else if (!/^- \S/m.test(part.text)) wrong.push(`CHANGELOG.md says nothing about ${name}`);
  }
  if (released.length > 0 && released[0] !== version) wrong.push(`CHANGELOG.md was last at ${released[0]}, package.json is at ${version}`);
  return wrong;
}

function compare(a, b) {
  const [left, right] = [a, b].map((text) => text.split('.').map(Number));
  return left[0] - right[0] || left[1] - right[1] || left[2] - right[2];
}

export function nextVersion(version, wanted) {
  const [major, minor, patch] = SEMVER.exec(version).slice(1).map(Number);
  const known = { major: `${major + 1}.0.0`, minor: `${major}.${minor + 1}.0`, patch: `${major}.${minor}.${patch + 1}` };
  const next = known[wanted] ?? wanted;
  if (!SEMVER.test(next ?? '')) throw new Stop('Say `release patch`, `minor`, `major`, or a version such as 1.4.0.');
  if (compare(next, version) <= 0) throw new Stop(`${next} is not newer than ${version}.`);
  return next;
}

/** Writes `version` everywhere and closes the section Unreleased. */
export function writeRelease(folder, version, date) {
  const changelog = readFileSync(join(folder, 'CHANGELOG.md'), 'utf8');
  const open = section(changelog, 'Unreleased');
  if (!open || !/^- \S/m.test(open.text)) throw new Stop('CHANGELOG.md has nothing under "## Unreleased". Say there what changed, for a person who uses it.');
  for (const [name, pattern] of Object.entries(PLACES)) {
    const file = join(folder, name);
    // The lock of npm says it twice.
    const parts = name === 'package-lock.json' ? 3 : 2;
    writeFileSync(file, readFileSync(file, 'utf8').replace(pattern, (_, ...groups) => groups.slice(0, parts).join(version)));
  }
  writeFileSync(join(folder, 'CHANGELOG.md'), changelog.replace(/^## Unreleased$/m, `## Unreleased\n\n## ${version} - ${date}`));
}

export async function release({ calls, words: [what], options }) {
  const folder = options.in ?? root;
  if (what === 'check') {
    const wrong = checkRelease(folder);
    if (wrong.length > 0) throw new Stop(wrong.join('\n'));
    return calls.say(`Version ${versionsIn(folder)['package.json']}; versions and changelog agree.`);
  }
  if (what === 'notes') return calls.say(notesOf(folder));
  if (what === 'tag') return tag({ calls, folder, options });
  const wrong = checkRelease(folder);
  if (wrong.length > 0) throw new Stop(wrong.join('\n'));
  const version = nextVersion(versionsIn(folder)['package.json'], what);
  const dirty = await git(['status', '--porcelain'], folder);
  if (dirty && !calls.dry) throw new Stop(`There are changes that are not committed:\n${dirty}`);
  const date = new Date().toISOString().slice(0, 10);
  if (calls.dry) return calls.say(`Would write ${version} into ${Object.keys(PLACES).join(', ')}, date the changelog ${date}, and commit "Release ${version}".`);
  writeRelease(folder, version, date);
  await must('git could not commit.', 'git', ['commit', '-am', `Release ${version}`], { cwd: folder });
  calls.say(`Release ${version} is committed. Push it to develop, try it on staging, merge develop into main; when production runs it, the delivery tags it.`);
}

/** What changed in this version, for the release page. */
function notesOf(folder) {
  const version = versionsIn(folder)['package.json'];
  const part = section(readFileSync(join(folder, 'CHANGELOG.md'), 'utf8'), version);
  if (!part) throw new Stop(`CHANGELOG.md has no section for ${version}: it is not released yet. Run \`npm run release -- minor\` first.`);
  return part.text;
}

/** Tags the commit and makes the release page; says so when the version has its tag already. */
async function tag({ calls, folder }) {
  const version = versionsIn(folder)['package.json'];
  const name = `v${version}`;
  if ((await run('git', ['rev-parse', '--verify', '--quiet', `refs/tags/${name}`], { cwd: folder })).code === 0) return calls.say(`${name} is tagged already.`);
  if (!section(readFileSync(join(folder, 'CHANGELOG.md'), 'utf8'), version)) return calls.say(`${version} has no section in CHANGELOG.md: not a release, so no tag.`);
  const body = notesOf(folder);
  const commit = await git(['rev-parse', 'HEAD'], folder);
  await calls.github('/releases', { method: 'POST', body: { tag_name: name, target_commitish: commit, name: `CV Review ${version}`, body } });
  calls.say(calls.dry ? `Would tag ${commit.slice(0, 8)} as ${name}.` : `${name} is tagged at ${commit.slice(0, 8)}.`);
}
