// Fields against labels, in the conventions of the sample CVs: F1 over all
// files for lists, exact for names, longest common sequence for sections.

import { compact, fold } from './text.mjs';

function commonLength(a, b, equal) {
  let previous = new Array(b.length + 1).fill(0);
  for (const x of a) {
    const row = [0];
    b.forEach((y, index) => row.push(equal(x, y) ? previous[index] + 1 : Math.max(previous[index + 1], row[index])));
    previous = row;
  }
  return previous[b.length];
}

function alike(label, found) {
  if (!label) return 1;
  if (!found) return 0;
  const [a, b] = [fold(label), fold(found)];
  if (a === b) return 1;
  return (2 * commonLength([...a], [...b], (x, y) => x === y)) / (a.length + b.length);
}

const counts = (label, found) => {
  const [a, b] = [new Set(label), new Set(found)];
  const both = [...a].filter((value) => b.has(value)).length;
  return { both, missed: a.size - both, wrong: b.size - both };
};

const digits = (text) => text.normalize('NFKC').replace(/\D/g, '');

/** Labelled dates and how many of them are right; a lone date may be either. */
function dates(label, found) {
  const { start, end } = label;
  return { of: 2, right: Number(start === found.start) + Number(end === found.end) };
}

/** Entries are right when both texts are alike and every date is equal. */
function entries(labels, found, first, second) {
  const pairs = [];
  labels.forEach((label, i) =>
    found.forEach((entry, j) => {
      const [a, b] = [alike(label[first], entry[first]), alike(label[second], entry[second])];
      const date = dates(label, entry);
      pairs.push({ i, j, mean: (a + b) / 2, right: Math.min(a, b) >= 0.8 && date.of === date.right, date });
    }),
  );
  const pairUp = (candidates) => {
    const [seen, taken, chosen] = [new Set(), new Set(), []];
    for (const pair of candidates) {
      if (seen.has(pair.i) || taken.has(pair.j)) continue;
      seen.add(pair.i);
      taken.add(pair.j);
      chosen.push(pair);
    }
    return chosen;
  };
  const right = pairUp(pairs.filter((pair) => pair.right)).length;
  const loose = pairUp(pairs.filter((pair) => pair.mean >= 0.6).sort((a, b) => b.mean - a.mean));
  return {
    entries: { both: right, missed: labels.length - right, wrong: found.length - right },
    dates: { of: loose.reduce((sum, pair) => sum + pair.date.of, 0), right: loose.reduce((sum, pair) => sum + pair.date.right, 0) },
  };
}

export function fields(label, found) {
  const list = (key) => found[key] ?? [];
  const experience = entries(label.experience, list('experience'), 'title', 'employer');
  const kinds = list('sections').map((section) => section.kind);
  const sequence = (labelled) => (2 * commonLength(labelled, kinds, (a, b) => a === b)) / Math.max(1, labelled.length + kinds.length);
  return {
    name: Number(compact(label.name) === compact(found.name ?? '')),
    emails: counts(label.emails.map(compact), list('emails').map(compact)),
    phones: counts(label.phones.map(digits), list('phones').map(digits)),
    sections: Math.max(...[label.sections.map((section) => section.kind), ...label.other_sections].map(sequence)),
    experience: experience.entries,
    dates: experience.dates,
    education: entries(label.education, list('education'), 'degree', 'institution').entries,
    skills: counts(label.skills.map(fold), list('skills').map(fold)),
  };
}

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
const f1 = (all) => {
  const [both, missed, wrong] = ['both', 'missed', 'wrong'].map((key) => all.reduce((sum, one) => sum + one[key], 0));
  return both + missed + wrong === 0 ? 1 : (2 * both) / (2 * both + missed + wrong);
};

/** Over some files. */
export function summary(scores) {
  const of = (key) => scores.map((score) => score[key]);
  const [right, all] = ['right', 'of'].map((key) => of('dates').reduce((sum, one) => sum + one[key], 0));
  return {
    name: mean(of('name')), emails: f1(of('emails')), phones: f1(of('phones')), sections: mean(of('sections')),
    experience: f1(of('experience')), dates: all === 0 ? 1 : right / all, education: f1(of('education')), skills: f1(of('skills')),
  };
}
