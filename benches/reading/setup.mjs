// What the benchmark needs beside the project's own tools: Debian packages,
// a Python environment and npm packages, each only when it is missing.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aptInstall } from '../../scripts/rust.mjs';
import { must, run, step } from '../../scripts/say.mjs';
import { ensureBrowser } from '../../scripts/setup.mjs';
import { root } from '../../scripts/tools.mjs';

const here = import.meta.dirname;
/** Everything that is made; git does not see it. */
export const cache = join(root, 'target', 'reading');

const PROGRAMS = { pdftotext: 'poppler-utils', mutool: 'mupdf-tools', qpdf: 'qpdf', gs: 'ghostscript', weasyprint: 'weasyprint', soffice: 'libreoffice-writer-nogui', pdflatex: 'texlive-latex-recommended' };
const FILES = {
  '/usr/share/texlive/texmf-dist/tex/latex/moderncv/moderncv.cls': 'texlive-latex-extra',
  '/usr/share/texmf/tex/latex/lm/lmodern.sty': 'lmodern',
  '/usr/share/texlive/texmf-dist/fonts/tfm/adobe/times/ptmr8t.tfm': 'texlive-fonts-recommended',
  '/usr/share/fonts/truetype/noto/NotoSansHebrew-Regular.ttf': 'fonts-noto-core',
  '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc': 'fonts-noto-cjk',
  '/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf': 'fonts-liberation',
  '/usr/lib/python3/dist-packages/../../python3.11/venv/__init__.py': 'python3-venv',
};

export async function ensureTools() {
  const { chromium } = await ensureBrowser();
  await debian();
  const python = await pythonEnvironment();
  await npmPackages();
  await step('our reader and writer', () => must('The examples did not compile.', 'cargo', ['build', '--example', 'read', '--example', 'export'], { cwd: root, show: false }));
  const built = (name) => join(root, 'target', 'debug', 'examples', name);
  return {
    chromium,
    python,
    read: built('read'),
    export: built('export'),
    icons: join(here, 'node_modules', '@fortawesome', 'fontawesome-free', 'webfonts', 'fa-solid-900.woff2'),
    babel: await babelLanguages(),
    fonts: () => [],
  };
}

async function debian() {
  const missing = new Set();
  for (const [program, wanted] of Object.entries(PROGRAMS)) {
    if ((await run('which', [program])).code !== 0) missing.add(wanted);
  }
  for (const [file, wanted] of Object.entries(FILES)) if (!existsSync(file)) missing.add(wanted);
  if (missing.size > 0) await step(`producers and peers: ${[...missing].join(', ')}`, () => aptInstall([...missing]));
}

async function pythonEnvironment() {
  const home = join(cache, 'python');
  const python = join(home, 'bin', 'python');
  const wanted = readFileSync(join(here, 'requirements.txt'), 'utf8');
  const stamp = join(home, 'installed.txt');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return python;
  await step('Typst and PDFium from PyPI', async () => {
    await must('Python could not make an environment.', 'python3', ['-m', 'venv', home]);
    await must('pip could not install requirements.txt. Is the network up?', python, ['-m', 'pip', 'install', '-q', '-r', join(here, 'requirements.txt')]);
    writeFileSync(stamp, wanted);
  });
  return python;
}

async function npmPackages() {
  const lock = createHash('sha256').update(readFileSync(join(here, 'package-lock.json'))).digest('hex');
  mkdirSync(cache, { recursive: true });
  const stamp = join(here, 'node_modules', '.stamp');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  await step('pdf.js and an icon font from npm', async () => {
    await must('npm could not install the packages of the benchmark. Is the network up?', 'npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: here });
    writeFileSync(stamp, lock);
  });
}

/** The languages that babel can set here; others are set without hyphenation. */
async function babelLanguages() {
  const files = { en: 'english.ldf', de: 'ngerman.ldf', fr: 'french.ldf', es: 'spanish.ldf', pt: 'portuguese.ldf', it: 'italian.ldf', nl: 'dutch.ldf', pl: 'polish.ldf' };
  const found = new Set();
  for (const [language, file] of Object.entries(files)) {
    if ((await run('kpsewhich', [file])).code === 0) found.add(language);
  }
  return (language) => found.has(language);
}
