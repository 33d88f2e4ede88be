// How well CVs are read, beside other readers, on files that the repository
// makes itself (make/).
//
//   npm run bench:reading [-- --json FILE] [--files] [--fresh] [--no-times]
//
// `--files` lists the files that our reader gets worst, of the part that may
// be looked at; the held part is only ever reported as a whole.

import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { main, run, step } from '../../scripts/say.mjs';
import { root } from '../../scripts/tools.mjs';
import { makeSet, set } from './make/index.mjs';
import { times } from './page/times.mjs';
import { cache, ensureTools } from './setup.mjs';
import { fieldsOf, ours, peers } from './readers/index.mjs';
import { fields, summary } from './score/fields.mjs';
import { order } from './score/order.mjs';
import { print } from './score/table.mjs';
import { bag, shared } from './score/text.mjs';

const option = (name) => process.argv.includes(`--${name}`);
const mean = (values) => (values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length);

/** The sample CVs with their own scorer, where they lie beside the repository. */
async function sharedCorpus(tools) {
  const corpus = join(root, '..', 'shared', 'corpus');
  if (!existsSync(join(corpus, 'score.py'))) return;
  const files = readdirSync(join(corpus, 'files')).map((name) => join(corpus, 'files', name));
  await ours(tools, files, 'shared');
  const { out } = await run('python3', [join(corpus, 'score.py'), join(cache, 'read', 'shared')]);
  process.stdout.write(`\nThe sample CVs, by their own scorer\n${out}`);
}

/** One reader's text of one file. */
function judge(label, text, reference) {
  const found = bag(text);
  const printed = shared(bag(label.words.join('\n')), found);
  const poppler = reference === undefined ? null : shared(bag(reference), found);
  return { printed, poppler, ...order(label, text) };
}

const rate = (scores, key, of) => {
  const some = scores.filter((score) => score[key]);
  const [both, all] = [some.reduce((sum, score) => sum + score[key].both, 0), some.reduce((sum, score) => sum + score[key][of], 0)];
  return all === 0 ? null : both / all;
};

function texts(scores) {
  return {
    files: scores.length,
    recall: rate(scores, 'poppler', 'reference'), precision: rate(scores, 'poppler', 'found'),
    printed: rate(scores, 'printed', 'reference'), extra: rate(scores, 'printed', 'found'),
    order: mean(scores.map((score) => score.order)), next: mean(scores.map((score) => score.next)),
    whole: mean(scores.map((score) => score.whole)), dated: mean(scores.map((score) => score.dated)),
  };
}

await main(async () => {
  const tools = await ensureTools();
  const labels = await makeSet(tools);
  const path = (label) => join(set, 'files', label.file);
  const pdfs = labels.filter((label) => label.file.endsWith('.pdf'));

  const found = await step('our reader', () => ours(tools, labels.map(path)));
  const read = { ours: new Map([...found].map(([file, object]) => [file, object.text])) };
  for (const [name, reader] of Object.entries(peers)) read[name] = await step(name, () => reader(tools, pdfs.map(path)));
  const throughPdfjs = await fieldsOf(tools, read['pdf.js'], 'pdfjs');

  const scores = {};
  for (const [name, byFile] of Object.entries(read)) {
    scores[name] = new Map(labels.filter((label) => byFile.has(label.file)).map((label) => [label.file, judge(label, byFile.get(label.file), name === 'poppler' ? undefined : read.poppler.get(label.file))]));
  }
  const fieldScores = {
    ours: new Map(labels.map((label) => [label.file, fields(label, found.get(label.file))])),
    'pdf.js': new Map(pdfs.map((label) => [label.file, fields(label, throughPdfjs.get(label.file))])),
  };

  const result = { groups: {}, fields: {} };
  const group = (title, members) => {
    const rows = Object.entries(scores).map(([name, byFile]) => [name, texts(members.filter((label) => byFile.has(label.file)).map((label) => byFile.get(label.file)))]).filter(([, row]) => row.files > 0);
    result.groups[title] = Object.fromEntries(rows);
    result.fields[title] = Object.fromEntries(Object.entries(fieldScores).map(([name, byFile]) => [name, summary(members.filter((label) => byFile.has(label.file)).map((label) => byFile.get(label.file)))]));
  };
  const parts = { 'tuned on': pdfs.filter((label) => !label.held), 'held out': pdfs.filter((label) => label.held) };
  for (const [title, members] of Object.entries(parts)) group(`PDF, ${title}`, members);
  const right = (label) => Math.min(...['reference', 'found'].map((of) => scores.poppler.get(label.file).printed.both / Math.max(1, scores.poppler.get(label.file).printed[of]))) >= 0.99;
  group('PDF that poppler itself reads as printed', pdfs.filter(right));
  group('DOCX, tuned on', labels.filter((label) => !label.held && !pdfs.includes(label)));
  group('DOCX, held out', labels.filter((label) => label.held && !pdfs.includes(label)));
  for (const key of ['layout', 'language', 'producer']) {
    for (const value of [...new Set(pdfs.map((label) => label[key]))].sort()) group(`PDF, ${key} ${value}`, pdfs.filter((label) => label[key] === value));
  }
  if (!option('no-times')) result.times = await step('times in Chromium', () => times(tools, pdfs.map(path)));
  print(result);
  await sharedCorpus(tools);

  if (option('files')) {
    const worst = labels.filter((label) => !label.held).map((label) => {
      const score = scores.ours.get(label.file);
      const lost = score.printed.reference - score.printed.both + score.printed.found - score.printed.both;
      return { file: label.file, order: score.order, next: score.next, whole: score.whole, dated: score.dated, lost };
    });
    worst.sort((a, b) => a.order + a.next + a.whole + a.dated - a.lost / 50 - (b.order + b.next + b.whole + b.dated - b.lost / 50));
    console.table(worst.slice(0, 60).map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, typeof value === 'number' ? Math.round(value * 1000) / 1000 : value]))));
  }
  const at = process.argv.indexOf('--json');
  if (at > 0) writeFileSync(process.argv[at + 1], `${JSON.stringify(result, null, 1)}\n`);
});
