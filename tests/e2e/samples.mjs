// Files for the journeys, of an invented person, made by real producers when
// they are first needed: Chromium prints the PDF, qpdf locks it, and a picture
// of the page, printed, is the scan.

import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../../scripts/tools.mjs';

const source = join(import.meta.dirname, 'samples');
export const SAMPLES = join(root, 'tests', 'results', 'samples');

export async function makeSamples(browser) {
  mkdirSync(SAMPLES, { recursive: true });
  copyFileSync(join(source, 'cv.json'), join(SAMPLES, 'cv.json'));
  copyFileSync(join(source, 'cv.docx'), join(SAMPLES, 'cv.docx'));
  if (['cv.pdf', 'scanned.pdf', 'locked.pdf'].every((name) => existsSync(join(SAMPLES, name)))) return;
  const page = await browser.newPage({ viewport: { width: 794, height: 1123 } });
  await page.goto(pathToFileURL(join(source, 'cv.html')).href);
  await page.pdf({ path: join(SAMPLES, 'cv.pdf'), format: 'A4', margin: { top: '18mm', bottom: '18mm', left: '18mm', right: '18mm' } });
  const picture = (await page.screenshot()).toString('base64');
  await page.setContent(`<img width="700" src="data:image/png;base64,${picture}">`);
  await page.pdf({ path: join(SAMPLES, 'scanned.pdf'), format: 'A4' });
  await page.close();
  execFileSync('qpdf', ['--encrypt', 'secret', 'owner', '256', '--', join(SAMPLES, 'cv.pdf'), join(SAMPLES, 'locked.pdf')]);
}

/** The text of a PDF as poppler reads it. */
export function pdfText(path) {
  return execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' });
}

/** The words of a text, bullets and page numbers left out. */
export function words(text) {
  return text.split(/\s+/).filter((word) => word && !/^[•·▪◦‣–—-]$/.test(word));
}
