// Makes the set: the files, and a label file for each. Made again, by producer, when what
// makes it has changed; `--fresh` makes it again anyway.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { main, step } from '../../../scripts/say.mjs';
import { cache, ensureTools } from '../setup.mjs';
import { labels, page } from './page.mjs';
import { person } from './person.mjs';
import { plan } from './plan.mjs';
import { producers } from './producers.mjs';
import { styleOf } from './styles.mjs';

export const set = join(cache, 'set');

/** Resolves to the labels of every file that could be made. */
export async function makeSet(tools) {
  if (process.argv.includes('--fresh')) rmSync(set, { recursive: true, force: true });
  for (const folder of ['files', 'stamps']) mkdirSync(join(set, folder), { recursive: true });
  await makeFiles(tools);
  return readdirSync(join(set, 'labels')).sort().map((name) => JSON.parse(readFileSync(join(set, 'labels', name), 'utf8')));
}

async function makeFiles(tools) {
  const out = join(set, 'files');
  const jobs = plan().map((entry) => {
    const look = styleOf(entry.style);
    return { ...entry, look, page: page(person(entry.language, entry.seed, entry.held), look) };
  });
  for (const [producer, make] of Object.entries(producers)) {
    const mine = jobs.filter((job) => job.producer === producer && (!job.from || existsSync(join(out, job.from))));
    const stamp = join(set, 'stamps', producer);
    const wanted = fingerprint(producer, mine);
    if (mine.length === 0 || (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted)) continue;
    for (const name of readdirSync(out)) if (mine.some((job) => job.file === name)) rmSync(join(out, name));
    const failed = await step(`${mine.length} files with ${producer}`, () => make(mine, out, tools));
    for (const failure of failed) process.stdout.write(`  left out: ${failure}\n`);
    writeFileSync(stamp, wanted);
  }
  for (const name of readdirSync(out)) if (!jobs.some((job) => job.file === name)) rmSync(join(out, name));
  for (const folder of ['labels', 'tune', 'held']) {
    rmSync(join(set, folder), { recursive: true, force: true });
    mkdirSync(join(set, folder));
  }
  for (const job of jobs.filter((job) => existsSync(join(out, job.file)))) {
    const label = labels(job.file, job.page, job.look, { producer: job.producer, style: job.style });
    const text = `${JSON.stringify(label, null, 1)}\n`;
    writeFileSync(join(set, 'labels', `${job.file}.json`), text);
    // Two folders in the shape that other scorers want.
    writeFileSync(join(set, label.held ? 'held' : 'tune', `${job.file}.json`), text);
  }
}

const MARKUP = { chromium: 'html', weasyprint: 'html', typst: 'typst', pdflatex: 'latex', libreoffice: 'office', 'libreoffice-docx': 'office', own: 'own', 'own-docx': 'own' };

/** One value for all that the files of a producer are made of. */
function fingerprint(producer, jobs) {
  const hash = createHash('sha256').update(JSON.stringify(jobs));
  const sources = [...new Set(Object.values(MARKUP))].filter((name) => !(producer in MARKUP) || MARKUP[producer] === name);
  for (const name of [...sources, 'producers']) hash.update(readFileSync(join(import.meta.dirname, `${name}.mjs`)));
  return hash.digest('hex');
}

if (import.meta.filename === process.argv[1]) await main(async () => makeSet(await ensureTools()));
