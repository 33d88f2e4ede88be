// The three documents, once: ours gets the text or the review, the peers the
// same words as blocks. `words` is what every file must read back as.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const samples = join(import.meta.dirname, '..', '..', 'tests', 'pipeline', 'export', 'samples');

/** A CV as blocks by the plain form of its lines, with the bold that our template gives it. */
function cvBlocks(text) {
  const blocks = [];
  let blank = true;
  let section = '';
  for (const line of text.split('\n')) {
    const bare = line.trim();
    if (bare === '') { blank = true; continue; }
    const push = (style, text, label) => blocks.push({ style, text, label });
    const colon = bare.indexOf(': ');
    const comma = bare.indexOf(', ');
    if (blocks.length === 0) push('name', bare);
    else if (/^[-•] /.test(bare)) push('item', bare.slice(2));
    else if (blank && bare.length < 32 && !/\d/.test(bare)) push('heading', (section = bare));
    else if (/Skills/.test(section) && colon > 0) push('paragraph', bare.slice(colon + 1), bare.slice(0, colon + 1));
    else if (/Experience|Education/.test(section) && /\d{4}/.test(bare) && comma > 0) push('paragraph', bare.slice(comma), bare.slice(0, comma));
    else push('paragraph', bare);
    blank = false;
  }
  return blocks;
}

const cv = (name) => {
  const text = readFileSync(join(samples, `${name}.txt`), 'utf8');
  return { text, blocks: cvBlocks(text) };
};

const VOCABULARY = (
  'settlement batch service event reconciliation error finance month nightly queue latency ledger payment customer audit team report release owner incident ' +
  'budget forecast supplier warehouse driver route patient ward shift handover training lesson pupil invoice contract tender site crew safety permit material ' +
  'quality delay risk plan review draft figure sample survey measure result change decision meeting question answer reason example practice schedule deadline ' +
  'moved built wrote led agreed measured replaced reduced trained hired checked closed opened repaired planned taught served cooked welded counted sold wired ' +
  'before after while because until although slowly quickly together alone again twice early late often never always nearly about within across under between ' +
  'small large quiet clear public private local shared weekly yearly former senior junior second third whole single broken careful honest useful simple strong'
).split(' ');

/** Numbers by a fixed rule. */
const drawer = (seed) => {
  let state = seed;
  return (below) => (state = (state * 1103515245 + 12345) % 2147483648) % 65536 % below;
};

function sentence(draw) {
  const words = Array.from({ length: 14 + draw(12) }, () => VOCABULARY[draw(VOCABULARY.length)]);
  const text = `${words.join(' ')} ${draw(900) + 10}.`;
  return text[0].toUpperCase() + text.slice(1);
}

/** A review of twelve pages, of words drawn by a fixed rule: as hard to pack as prose. */
function review() {
  const draw = drawer(7);
  const some = (count) => Array.from({ length: count }, () => sentence(draw)).join(' ');
  return {
    edits: [],
    keywords: { matched: [], missing: [] },
    interview: Array.from({ length: 10 }, (_, i) => ({
      question: `Tell me about time ${i} when a system that you owned failed in production. What did you do first, and why?`,
      competency: `Ownership under pressure, part ${i}`,
      recruiter_perspective: some(3),
      evidence_lines: [],
      situation: some(4),
      action: some(5),
      result: some(3),
    })),
    technical: Array.from({ length: 7 }, (_, i) => ({
      scenario: `Scenario ${i}: authorisations must answer within 100 ms while one of three upstream services is slow.`,
      concept: some(3),
      implementation: some(8),
      trade_offs: some(5),
      difficulty: 'hard',
      code: null,
    })),
    gaps: [],
    cover_letter: Array.from({ length: 5 }, (_, i) => some(4)).join('\n\n'),
  };
}

/** The same words as the report has, in its order. */
function reportBlocks(name, review) {
  const blocks = [{ style: 'name', text: 'CV review' }, { style: 'paragraph', text: name }];
  const add = (style, text, label) => blocks.push({ style, text, label });
  // The contents page, whose numbers each library would have to know.
  add('heading', 'Interview: questions to prepare');
  review.interview.forEach((q, i) => {
    add('entry', `${i + 1}. ${q.question}`);
    add('paragraph', q.competency, 'Competency: ');
    add('paragraph', q.recruiter_perspective, 'What the recruiter wants to know: ');
    add('paragraph', q.situation, 'Situation: ');
    add('paragraph', q.action, 'Action: ');
    add('paragraph', q.result, 'Result: ');
  });
  add('heading', 'Technical scenarios');
  review.technical.forEach((q, i) => {
    add('entry', `${i + 1}. ${q.scenario}`);
    add('paragraph', q.difficulty, 'Difficulty: ');
    add('paragraph', q.concept, 'Concept: ');
    add('paragraph', q.implementation, 'Implementation: ');
    add('paragraph', q.trade_offs, 'Trade-offs: ');
  });
  add('heading', 'Cover letter');
  review.cover_letter.split('\n\n').forEach((text) => add('paragraph', text));
  return blocks;
}

const words = (blocks) => blocks.flatMap(({ label = '', text }) => (label + text).split(/\s+/).filter(Boolean));

export function documents() {
  const one = cv('engineer');
  // Three pages: the professor's CV with a list of talks.
  const draw = drawer(3);
  const talks = Array.from({ length: 24 }, () => `- ${sentence(draw)}`).join('\n');
  const text = `${cv('professor').text.trimEnd()}\n\nTalks\n${talks}\n`;
  const three = { text, blocks: cvBlocks(text) };
  const name = 'Mara Lindqvist';
  const made = review();
  const report = reportBlocks(name, made);
  return [
    { id: 'cv-1', label: 'CV, 1 page', kind: 'cv', ...one, words: words(one.blocks), untagged: 23_000, tagged: 30_000 },
    { id: 'cv-3', label: 'CV, 3 pages', kind: 'cv', ...three, words: words(three.blocks) },
    { id: 'report-12', label: 'report, 12 pages', kind: 'report', name, review: JSON.stringify(made), blocks: report, words: words(report), untagged: 60_000, tagged: 75_000 },
  ];
}
