// The programs that set the pages. Each takes what the plan gave it and leaves
// its files in `out`; a page that cannot be set is named and left out.

import { execFile } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import { root } from '../../../scripts/tools.mjs';
import { html, scatter } from './html.mjs';
import { latex } from './latex.mjs';
import { office } from './office.mjs';
import { markdown } from './own.mjs';
import { typst } from './typst.mjs';

const exec = promisify(execFile);
const run = (program, args, options = {}) => exec(program, args, { maxBuffer: 1 << 26, timeout: 120_000, ...options });

/** Two at a time. */
async function each(jobs, work) {
  const failed = [];
  const queue = [...jobs];
  const worker = async () => {
    for (let job = queue.shift(); job; job = queue.shift()) {
      try {
        await work(job);
      } catch (error) {
        failed.push(`${job.file}: ${String(error.stdout || error.stderr || error.message).split('\n').filter((line) => /^!|rror/.test(line))[0] ?? error.message}`);
      }
    }
  };
  await Promise.all([worker(), worker()]);
  return failed;
}

async function inScratch(work) {
  const scratch = mkdtempSync(join(tmpdir(), 'reading-'));
  try {
    return await work(scratch);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** `tools`: `{ chromium, python, icons, babel }`, see setup.mjs. */
export const producers = {
  chromium: (jobs, out, tools) =>
    inScratch(async (scratch) => {
      const browser = await chromium.launch({ executablePath: tools.chromium, args: ['--no-sandbox'] });
      try {
        return await each(jobs, async (job) => {
          const source = join(scratch, `${job.file}.html`);
          writeFileSync(source, html(job.page, job.look, pathToFileURL(tools.icons).href));
          const tab = await browser.newPage({ viewport: { width: 794, height: 1123 } });
          await tab.goto(pathToFileURL(source).href);
          await tab.evaluate(() => document.fonts.ready.then(() => true));
          if (job.look.columns === 'canvas') await tab.evaluate(scatter, job.seed);
          await tab.pdf({ path: join(out, job.file), preferCSSPageSize: true, printBackground: true, tagged: job.seed % 2 === 0 });
          await tab.close();
        });
      } finally {
        await browser.close();
      }
    }),

  weasyprint: (jobs, out, tools) =>
    inScratch((scratch) =>
      each(jobs, async (job) => {
        const source = join(scratch, `${job.file}.html`);
        writeFileSync(source, html(job.page, job.look, pathToFileURL(tools.icons).href));
        await run('weasyprint', ['-q', source, join(out, job.file)]);
      }),
    ),

  typst: (jobs, out, tools) =>
    inScratch(async (scratch) => {
      for (const job of jobs) writeFileSync(join(scratch, `${job.file}.typ`), typst(job.page, job.look));
      const { stdout } = await run(tools.python, [join(import.meta.dirname, 'typst_all.py'), scratch, out]);
      return stdout.split('\n').filter(Boolean);
    }),

  pdflatex: (jobs, out, tools) =>
    inScratch((scratch) =>
      each(jobs, async (job) => {
        const folder = join(scratch, job.file);
        mkdirSync(folder);
        const modern = job.look.layout === 'label-column' || (job.look.name === 'plain' && job.seed % 2 === 0);
        writeFileSync(join(folder, 'cv.tex'), latex(job.page, job.look, { modern, babel: tools.babel(job.language) }));
        await run('pdflatex', ['-interaction=nonstopmode', '-halt-on-error', 'cv.tex'], { cwd: folder });
        copyFileSync(join(folder, 'cv.pdf'), join(out, job.file));
      }),
    ),

  libreoffice: (jobs, out) => libreoffice(jobs, out, 'pdf'),
  'libreoffice-docx': (jobs, out) => libreoffice(jobs, out, 'docx'),
  own: (jobs, out, tools) => own(jobs, out, tools),
  'own-docx': (jobs, out, tools) => own(jobs, out, tools),

  cairo: (jobs, out) => each(jobs, (job) => run('pdftocairo', ['-pdf', join(out, job.from), join(out, job.file)])),
  ghostscript: (jobs, out) => each(jobs, (job) => run('gs', ['-q', '-dNOPAUSE', '-dBATCH', '-sDEVICE=pdfwrite', `-sOutputFile=${join(out, job.file)}`, join(out, job.from)])),
  'empty-password': (jobs, out) => each(jobs, (job) => run('qpdf', ['--encrypt', '', 'owner', '256', '--', join(out, job.from), join(out, job.file)])),
  rotated: (jobs, out) => each(jobs, (job) => run('qpdf', ['--rotate=+90', join(out, job.from), join(out, job.file)])),
  mupdf: (jobs, out) => each(jobs, (job) => run('mutool', ['clean', '-gggg', '-z', join(out, job.from), join(out, job.file)])),
};

function libreoffice(jobs, out, ending) {
  return inScratch(async (scratch) => {
    for (const job of jobs) writeFileSync(join(scratch, `${job.file}.fodt`), office(job.page, job.look));
    const made = join(scratch, 'made');
    const filter = ending === 'docx' ? 'docx:MS Word 2007 XML' : 'pdf';
    const sources = jobs.map((job) => join(scratch, `${job.file}.fodt`));
    await run('soffice', [`-env:UserInstallation=${pathToFileURL(join(scratch, 'profile')).href}`, '--headless', '--convert-to', filter, '--outdir', made, ...sources], { timeout: 600_000 });
    const missing = jobs.filter((job) => !existsSync(join(made, `${basename(job.file)}.${ending}`)));
    for (const job of jobs) if (!missing.includes(job)) {
      const from = join(made, `${job.file}.${ending}`);
      copyFileSync(from, join(out, job.file));
    }
    return missing.map((job) => `${job.file}: not converted`);
  });
}

function own(jobs, out, tools) {
  return inScratch((scratch) =>
    each(jobs, async (job) => {
      const source = join(scratch, `${job.file}.md`);
      writeFileSync(source, markdown(job.page));
      const template = ['classic', 'modern', 'compact', 'academic'][job.seed % 4];
      // It leaves with 2 when its certificate has a finding; the file is there.
      await run(tools.export, [source, join(out, job.file), '--template', template, ...tools.fonts(job.language).flatMap((font) => ['--font', font])], { cwd: root }).catch((error) => {
        if (error.code !== 2) throw error;
      });
    }),
  );
}
