// The three documents, once: ours gets the text or the review, the peers the
// same words as blocks. `words` is what every file must read back as.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const samples = join(import.meta.dirname, '..', '..', 'tests', 'pipeline', 'export', 'samples');

/** A CV as blocks by the plain form of its lines: name, contact, headings, items. */
function cvBlocks(text) {
  const blocks = [];
  let blank = true;
  for (const line of text.split('\n')) {
    const bare = line.trim();
    if (bare === '') { blank = true; continue; }
    const item = bare.startsWith('- ');
    const style = blocks.length === 0 ? 'name' : item ? 'item' : blank && bare.length < 32 && !/\d/.test(bare) ? 'heading' : 'paragraph';
    blocks.push({ style, text: item ? bare.slice(2) : bare });
    blank = false;
  }
  return blocks;
}

const cv = (name) => {
  const text = readFileSync(join(samples, `${name}.txt`), 'utf8');
  return { text, blocks: cvBlocks(text) };
};

/** A review of twelve pages. Every sentence has a number of its own, so that a lost one is seen. */
function review() {
  const sentence = (n) =>
    `Nightly batches for settlement failed about ${n} times a week and nobody owned the reconciliation that followed, so finance found the errors days later and asked for a better way.`;
  const some = (from, count) => Array.from({ length: count }, (_, i) => sentence(from + i)).join(' ');
  return {
    edits: [],
    keywords: { matched: [], missing: [] },
    interview: Array.from({ length: 10 }, (_, i) => ({
      question: `Tell me about time ${i} when a system that you owned failed in production. What did you do first, and why?`,
      competency: `Ownership under pressure, part ${i}`,
      recruiter_perspective: some(1000 + 10 * i, 2),
      evidence_lines: [],
      situation: some(2000 + 10 * i, 3),
      action: some(3000 + 10 * i, 4),
      result: some(4000 + 10 * i, 2),
    })),
    technical: Array.from({ length: 7 }, (_, i) => ({
      scenario: `Scenario ${i}: authorisations must answer within 100 ms while one of three upstream services is slow.`,
      concept: some(5000 + 10 * i, 2),
      implementation: some(6000 + 10 * i, 7),
      trade_offs: some(7000 + 10 * i, 4),
      difficulty: 'hard',
      code: null,
    })),
    gaps: [],
    cover_letter: Array.from({ length: 5 }, (_, i) => some(8000 + 10 * i, 3)).join('\n\n'),
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
  const three = cv('professor');
  // Three pages: the professor's list of publications once more.
  const name = 'Mara Lindqvist';
  const made = review();
  const report = reportBlocks(name, made);
  return [
    { id: 'cv-1', label: 'CV, 1 page', kind: 'cv', ...one, words: words(one.blocks), untagged: 23_000, tagged: 30_000 },
    { id: 'cv-3', label: 'CV, 3 pages', kind: 'cv', ...three, words: words(three.blocks) },
    { id: 'report-12', label: 'report, 12 pages', kind: 'report', name, review: JSON.stringify(made), blocks: report, words: words(report), untagged: 60_000, tagged: 75_000 },
  ];
}
