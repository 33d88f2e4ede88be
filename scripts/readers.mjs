// Other people's readers, with which the export tests read our files back:
// poppler, MuPDF and qpdf. `ensureReaders` installs what is missing and gives
// the environment in which a missing reader fails a test instead of being
// reported as skipped.

import { aptInstall } from './rust.mjs';
import { main, run, step } from './say.mjs';

const READERS = { pdftotext: 'poppler-utils', pdfinfo: 'poppler-utils', pdffonts: 'poppler-utils', mutool: 'mupdf-tools', qpdf: 'qpdf' };

export async function ensureReaders() {
  const missing = new Set();
  for (const [program, debianPackage] of Object.entries(READERS)) {
    if ((await run('which', [program])).code !== 0) missing.add(debianPackage);
  }
  if (missing.size > 0) await step(`PDF readers for the tests: ${[...missing].join(', ')}`, () => aptInstall([...missing]));
  return { CV_REVIEW_READERS: 'required' };
}

if (import.meta.filename === process.argv[1]) await main(ensureReaders);
