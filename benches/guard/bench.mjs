// How many planted inventions the guard catches and how many honest rewordings
// it accuses, by kind, on the sets of tests/pipeline/guard, beside two plain
// rules in the same run: flag every word that the CV does not have, and flag
// only numbers that it does not have.
//
//   node benches/guard/bench.mjs [--json FILE] [--show]
//
// `caught` asks that a flag touches the invented words. `--show` prints what
// was missed and accused, but not of the sixth set, which stays unseen.

import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cases } from './cases.mjs';
import { everyWord, onlyNumbers } from './peers.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const option = (name) => {
  const index = process.argv.indexOf(`--${name}`);
  return index < 0 ? undefined : process.argv[index + 1];
};

/** The flags of the real guard, by case. */
function guard(all) {
  const input = all.map(({ id, cv, original, edit }) => JSON.stringify({ id, cv, original_lines: original, edit })).join('\n');
  const began = performance.now();
  const run = spawnSync('cargo', ['run', '--quiet', '--example', 'guard'], { cwd: root, input, encoding: 'utf8', maxBuffer: 1 << 26 });
  if (run.status !== 0) throw new Error(`The guard example ended with ${run.status}: ${run.stderr}`);
  const flags = new Map();
  for (const line of run.stdout.split('\n').filter(Boolean)) {
    const { id, flags: found } = JSON.parse(line);
    flags.set(id, found);
  }
  return { flags, seconds: (performance.now() - began) / 1000 };
}

/** Whether one of these words stands where something was planted. */
function touches({ edit, planted }, words) {
  return words.some((word) => {
    for (let at = edit.indexOf(word); at >= 0 && word; at = edit.indexOf(word, at + 1)) {
      if (planted.places.some(([from, to]) => at < to && from < at + word.length)) return true;
    }
    return false;
  });
}

const share = (part, all) => (all ? (100 * part) / all : 0);

function judge(all, flagsOf) {
  const result = { planted: 0, caught: 0, honest: 0, accused: 0, kinds: {}, wrong: [] };
  for (const one of all) {
    const words = flagsOf(one);
    if (one.planted) {
      const caught = touches(one, words);
      result.planted += 1;
      result.caught += Number(caught);
      const kind = (result.kinds[one.planted.kind] ??= { planted: 0, caught: 0 });
      kind.planted += 1;
      kind.caught += Number(caught);
      if (!caught) result.wrong.push({ ...one, words });
    } else {
      result.honest += 1;
      result.accused += Number(words.length > 0);
      if (words.length) result.wrong.push({ ...one, words });
    }
  }
  return result;
}

const all = cases(join(root, 'tests/pipeline/guard'));
const { flags, seconds } = guard(all);
const judges = {
  guard: (one) => flags.get(one.id).map((flag) => flag.words),
  'every unknown word': everyWord,
  'numbers only': onlyNumbers,
};
const sets = { 'third set': 'third', 'second set': 'fresh', 'first set': 'first' };
const halves = { 'odd half': false, 'even half': true };
const groups = {
  'sixth set (unseen)': ['sixth', true],
  'fifth set': ['fifth', false],
  'fourth set': ['fourth', true],
  ...Object.fromEntries(
    Object.entries(sets).flatMap(([name, set]) => Object.entries(halves).map(([half, even]) => [`${name}, ${half}`, [set, even]])),
  ),
};
const figures = { date: new Date().toISOString(), cases: all.length, seconds: Number(seconds.toFixed(2)), groups: {} };
for (const [name, [set, even]] of Object.entries(groups)) {
  const some = all.filter((one) => one.set === set && one.even === even);
  const blind = set === 'sixth';
  console.log(`\n${name}: ${some.filter((one) => one.planted).length} inventions, ${some.filter((one) => !one.planted).length} honest rewordings`);
  console.log(`  ${'judge'.padEnd(20)} ${'caught'.padStart(8)} ${'accused'.padStart(8)}`);
  figures.groups[name] = {};
  for (const [who, flagsOf] of Object.entries(judges)) {
    const { wrong, ...result } = judge(some, flagsOf);
    figures.groups[name][who] = result;
    console.log(`  ${who.padEnd(20)} ${share(result.caught, result.planted).toFixed(1).padStart(6)} % ${share(result.accused, result.honest).toFixed(1).padStart(6)} %`);
    if (who !== 'guard') continue;
    const kinds = Object.entries(result.kinds).map(([kind, { caught, planted }]) => `${kind} ${caught}/${planted}`);
    if (process.argv.includes('--show') && !blind) {
      for (const one of wrong) console.log(`    ${one.planted ? `MISSED ${one.planted.kind}` : 'ACCUSED'} ${one.file}: ${JSON.stringify(one.original.join(' / '))}\n        -> ${JSON.stringify(one.marked)}  ${JSON.stringify(flags.get(one.id).map((flag) => `${flag.kind}: ${flag.words}`))}`);
    }
    console.log(`    by kind: ${kinds.join(', ')}`);
  }
}
const file = option('json');
if (file) writeFileSync(file, `${JSON.stringify(figures, null, 2)}\n`);
