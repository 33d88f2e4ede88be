// Prints the invented persons of this folder in the layouts of well-known CV
// templates, with the labels that a careful person would give.
//
//     node tests/pipeline/structure/people/print.mjs OUT
//
// writes OUT/<person>.<layout>.pdf (Chromium), the same as .json (labels in
// the schema of the sample CVs) and OUT/<person>.text.txt with its labels.

import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { layouts } from './layouts.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const run = promisify(execFile);

/** The persons of a file; its format is in README.md. */
function people(file) {
  const all = [];
  for (const line of readFileSync(join(here, file), 'utf8').split('\n')) {
    const [mark, rest] = [line.split(' ')[0], line.slice(line.indexOf(' ') + 1).trim()];
    const cells = rest.split('|').map((cell) => cell.trim());
    const person = all.at(-1);
    const section = person?.sections.at(-1);
    if (mark === '===') {
      const [id, half] = rest.split(' ');
      all.push({ id, half, language: id.split('-')[0], emails: [], phones: [], links: [], sections: [] });
    } else if (mark === 'N') person.name = rest;
    else if (mark === 'H') person.headline = line.trim() === 'H' ? '' : rest;
    else if (mark === 'E') person.emails.push(rest);
    else if (mark === 'P') person.phones.push(rest);
    else if (mark === 'L') person.links.push(rest);
    else if (mark === 'A') person.location = rest;
    else if (mark === 'S') person.sections.push({ kind: cells[0], heading: cells[1], entries: [], items: [], paragraphs: [], groups: [] });
    else if (mark === '@') {
      const [title, employer, city, dates, start, end] = cells;
      section.entries.push({ lang: person.language, title, employer, city, dates, start: start || null, end: end || null, bullets: [], notes: [] });
    } else if (mark === '-') (section.entries.at(-1)?.bullets ?? section.items).push(rest);
    else if (mark === '~') section.entries.at(-1).notes.push(rest);
    else if (mark === ':') section.paragraphs.push(rest);
    else if (mark === '*') {
      const label = section.kind === 'skills' && /^([^:]{2,30}): (.*)$/.exec(rest);
      section.groups.push({ label: label ? label[1] : '', items: (label ? label[2] : rest).split(/, |、/) });
    }
  }
  return all;
}

function labels(person, layout, file) {
  const sections = layout.order ? layout.order(person) : person.sections;
  const of = (kind) => person.sections.filter((section) => section.kind === kind).flatMap((section) => section.entries);
  return {
    file,
    language: person.language,
    layout: layout.kind,
    has_text_layer: true,
    half: person.half,
    name: person.name,
    emails: person.emails,
    phones: person.phones,
    links: person.links,
    location: person.location,
    sections: sections.map(({ heading, kind }) => ({ heading, kind })),
    experience: of('experience').map(({ title, employer, start, end, bullets }) => ({ title, employer, start, end, bullets: bullets.length })),
    education: of('education').map(({ title, employer, start, end }) => ({ degree: title, institution: employer, start, end })),
    skills: person.sections.filter((section) => section.kind === 'skills').flatMap((section) => section.groups).flatMap((group) => group.items),
    reading_order_probe: [],
  };
}

const out = resolve(process.argv[2] ?? 'set');
mkdirSync(out, { recursive: true });
const jobs = [];
const chosen = process.argv.slice(3).filter((word) => word !== '--all');
const everything = process.argv.includes('--all');
let turn = { tune: 0, report: 0 };
for (const file of readdirSync(here).filter((name) => name.endsWith('.txt')).sort()) {
  for (const person of people(file)) {
    const fitting = layouts.filter((layout) => layout.half === person.half && (everything || !layout.extra) && (!layout.fits || layout.fits(person)));
    for (let copy = 0; copy < (everything ? fitting.length : 2); copy++) {
      const layout = fitting[turn[person.half]++ % fitting.length];
      const name = `${person.id}.${layout.name}.${layout.text ? 'txt' : 'pdf'}`;
      if (chosen.length && !chosen.some((word) => name.includes(word))) continue;
      writeFileSync(join(out, `${name}.json`), JSON.stringify(labels(person, layout, name), null, 1));
      if (layout.text) writeFileSync(join(out, name), layout.text(person));
      else jobs.push({ name, html: layout.html(person) });
    }
  }
}

async function print({ name, html }) {
  const page = join(out, `${name}.html`);
  writeFileSync(page, html);
  await run('chromium', [
    '--headless=new', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer',
    `--user-data-dir=${join(out, 'profile')}-${name}`,
    `--print-to-pdf=${join(out, name)}`, `file://${page}`,
  ]);
}
for (let at = 0; at < jobs.length; at += 3) await Promise.all(jobs.slice(at, at + 3).map(print));
process.stdout.write(`${jobs.length} printed\n`);
