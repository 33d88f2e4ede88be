// One function a measure. Each opens a page of its own and closes it.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { hook, newPage } from '../../tests/e2e/app.mjs';
import { SAMPLES } from '../../tests/e2e/samples.mjs';

const sorted = (values) => values.toSorted((a, b) => a - b);
const quantile = (values, part) => sorted(values)[Math.min(values.length - 1, Math.floor(values.length * part))];
const spread = (values) => ({ median: quantile(values, 0.5), p95: quantile(values, 0.95), runs: values.length });

/** What a browser with nothing cached downloads: for the form, and with the app. */
export async function firstVisit(app) {
  const context = await app.browser.newContext();
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  const requests = new Map();
  devtools.on('Network.requestWillBeSent', ({ requestId, request }) => requests.set(requestId, { url: request.url, bytes: 0 }));
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (requests.has(requestId)) requests.get(requestId).bytes = encodedDataLength;
  });
  // The worker starts when the app is idle; it is not what a visit waits for.
  const sum = () => [...requests.values()].filter(({ url }) => !url.includes('/worker')).reduce((total, { bytes }) => total + bytes, 0);
  await page.goto(`${app.url}/cv-review`);
  const form = sum();
  await hook(page, 'cv-text').focus();
  await page.waitForFunction(() => globalThis.cvReview?.mounted);
  const withApp = sum();
  await page.waitForTimeout(500);
  await context.close();
  return {
    form,
    bytes: withApp,
    requests: requests.size,
    foreign: [...requests.values()].filter(({ url }) => !url.startsWith(app.url)).length,
  };
}

/** A two-page CV of an invented person, printed by Chromium once. */
async function twoPages(app) {
  const file = join(SAMPLES, 'two-pages.pdf');
  if (existsSync(file)) return file;
  const role = (at) => `<h3>Site manager, Hartwell Building ${at} <span>0${(at % 9) + 1}/20${10 + at} – 0${(at % 9) + 1}/20${11 + at}</span></h3><ul>${Array.from({ length: 5 }, (_, line) => `<li>Planned and ran phase ${line + 1} of ${at + 2} housing sites with ${10 + at + line} people, on time and ${line + 2} % under budget</li>`).join('')}</ul>`;
  const html = `<!doctype html><meta charset="utf-8"><style>body{font:11pt/1.4 sans-serif}h3 span{float:right}</style><h1>Odile Farrant</h1><p>odile.farrant@example.org · +44 7700 900123 · Leeds</p><h2>Profile</h2><p>Site manager who brings housing sites in on time.</p><h2>Experience</h2>${Array.from({ length: 9 }, (_, at) => role(9 - at)).join('')}<h2>Education</h2><p>BSc Construction Management, University of Leeds, 2006 – 2009</p><h2>Skills</h2><p>Planning, SMSTS, CSCS, MS Project, Budgets, First aid</p>`;
  const page = await app.browser.newPage();
  await page.setContent(html);
  await page.pdf({ path: file, format: 'A4', margin: { top: '15mm', bottom: '15mm', left: '15mm', right: '15mm' } });
  await page.close();
  return file;
}

export const drops = {
  /** From the moment the file is given until its findings are painted; the worker is warm. */
  async ours(app, _file, runs) {
    const file = await twoPages(app);
    const { page, context } = await newPage(app);
    await hook(page, 'try-example').click();
    await hook(page, 'match-score').waitFor({ timeout: 20_000 });
    const times = [];
    for (let run = 0; run <= runs; run += 1) {
      await page.reload();
      await hook(page, 'readable-score').waitFor({ timeout: 20_000 });
      await page.waitForTimeout(400);
      await page.evaluate(() => {
        // The input event is where the app learns of the file.
        document.getElementById('cv-file').addEventListener('change', () => (globalThis.given = performance.now()), { capture: true, once: true });
        const watch = new MutationObserver(() => {
          if (!document.querySelector('[data-testid="machine-text"]')?.textContent.includes('Farrant')) return;
          watch.disconnect();
          requestAnimationFrame(() => setTimeout(() => (globalThis.painted = performance.now())));
        });
        watch.observe(document.body, { childList: true, subtree: true, characterData: true });
      });
      await hook(page, 'cv-file').setInputFiles(file);
      await page.waitForFunction(() => globalThis.painted, null, { timeout: 20_000 });
      const took = await page.evaluate(() => globalThis.painted - globalThis.given);
      if (run > 0) times.push(took);
      // Back to the other text, so that the next drop changes the screen.
      await hook(page, 'try-example').click();
      await page.waitForFunction(() => !document.querySelector('[data-testid="machine-text"]')?.textContent.includes('Farrant'));
    }
    await context.close();
    return spread(times);
  },

  /** pdf.js alone: file to text, nothing judged and nothing drawn. */
  async pdfjs(browser, url, file, runs) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(url);
    await page.waitForFunction(() => globalThis.ready, null, { timeout: 20_000 });
    const times = [];
    for (let run = 0; run <= runs; run += 1) {
      await page.evaluate(() => (globalThis.took = null));
      await page.locator('#file').setInputFiles([]);
      await page.locator('#file').setInputFiles(file);
      await page.waitForFunction(() => globalThis.took, null, { timeout: 20_000 });
      if (run > 0) times.push(await page.evaluate(() => globalThis.took.ms));
    }
    await context.close();
    return spread(times);
  },
};

/** About 10,000 characters each, of an invented person and employer. */
export const EXAMPLE = (() => {
  const lines = Array.from({ length: 118 }, (_, at) => `- Kept line ${at} of the plant running with a team of ${at + 3} fitters and electricians`);
  const cv = ['Teodor Brandvik', 'teodor.brandvik@example.org | +47 912 34 567', '', 'Experience', 'Maintenance engineer, Nordvik Paper, 2015 - 2024', ...lines, '', 'Skills', 'Hydraulics, PLC, Welding'].join('\n');
  const about = Array.from({ length: 70 }, (_, at) => `Our mill ${at} stands by the river and has made paper and board for customers in ${at + 3} countries since 19${10 + at}.`);
  const asks = Array.from({ length: 12 }, (_, at) => `- Experience with ${['hydraulics', 'welding', 'bearings', 'pumps', 'conveyors', 'steam boilers'][at % 6]} and safe work on line ${at}`);
  const post = ['Maintenance engineer', 'You must have:', '- Docker', '- PLC programming', ...asks, '', 'About us', ...about].join('\n');
  return { cv: cv.slice(0, 9_990), post: post.slice(0, 9_990) };
})();

async function longTexts(app) {
  const opened = await newPage(app);
  await hook(opened.page, 'post-text').fill(EXAMPLE.post);
  await hook(opened.page, 'cv-text').fill(EXAMPLE.cv);
  await hook(opened.page, 'match-score').waitFor({ timeout: 30_000 });
  await opened.page.waitForTimeout(1_500);
  return opened;
}

/** The last letter of a skill is typed and taken away: each changes the number. */
export async function keystrokes(app, runs) {
  const { page, context } = await longTexts(app);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Performance.enable');
  const busy = async () => (await devtools.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  const box = hook(page, 'cv-text');
  await box.focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(', Docke');
  await page.waitForTimeout(1_500);
  const times = [];
  const main = [];
  for (let run = 0; run < runs * 2; run += 1) {
    await page.evaluate(() => {
      const score = document.querySelector('[data-testid="match-score"]');
      const before = score.textContent;
      globalThis.changed = null;
      document.getElementById('cv-text').addEventListener('input', () => (globalThis.typed = performance.now()), { capture: true, once: true });
      const watch = new MutationObserver(() => {
        if (document.querySelector('[data-testid="match-score"]').textContent === before) return;
        watch.disconnect();
        globalThis.changed = performance.now();
      });
      watch.observe(document.body, { childList: true, subtree: true, characterData: true });
    });
    const busyBefore = await busy();
    await page.keyboard.press(run % 2 === 0 ? 'r' : 'Backspace');
    await page.waitForFunction(() => globalThis.changed, null, { timeout: 20_000 });
    times.push(await page.evaluate(() => globalThis.changed - globalThis.typed));
    main.push((await busy()) - busyBefore);
    await page.waitForTimeout(700);
  }
  await context.close();
  return { ...spread(times), busyMedian: quantile(main, 0.5), busyP95: quantile(main, 0.95) };
}

/** As a person pastes: one event; Playwright's `fill` gives one for every line. */
async function paste(page, id, text) {
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await hook(page, id).focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+V');
}

/** The longest task on the page's thread, and what the user was doing. */
export async function ownedTasks(app, file) {
  const { page, context } = await newPage(app);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(() => {
    globalThis.tasks = [];
    new PerformanceObserver((list) => globalThis.tasks.push(...list.getEntries().map(({ duration }) => ({ duration, during: globalThis.doing })))).observe({ type: 'longtask', buffered: true });
  });
  const during = async (name, work) => {
    await page.evaluate((doing) => (globalThis.doing = doing), name);
    await work();
    await page.waitForTimeout(400);
  };
  await during('dropping a file', async () => {
    await hook(page, 'cv-file').setInputFiles(file);
    await hook(page, 'readable-score').waitFor({ timeout: 20_000 });
  });
  await during('pasting 10,000 characters', async () => {
    await paste(page, 'post-text', EXAMPLE.post);
    await hook(page, 'match-score').waitFor({ timeout: 20_000 });
    await paste(page, 'cv-text', EXAMPLE.cv);
    await page.waitForTimeout(1_000);
  });
  await during('typing', () => page.locator('#cv-text').pressSequentially('and more of it', { delay: 60 }));
  await during('the AI review', async () => {
    await hook(page, 'request-review').click();
    await page.getByText(/^Complete\. Written by/).waitFor({ timeout: 60_000 });
  });
  await during('the tabs', async () => {
    for (const tab of ['tab-interview', 'tab-technical', 'tab-gaps', 'tab-letter', 'tab-resume']) await hook(page, tab).click();
  });
  await during('a download', async () => {
    await Promise.all([page.waitForEvent('download'), hook(page, 'download-cv').click()]);
  });
  const tasks = await page.evaluate(() => globalThis.tasks);
  await context.close();
  // The browser reports tasks from 50 ms; shorter ones are fine.
  const longest = tasks.toSorted((a, b) => b.duration - a.duration)[0];
  return longest ? { ms: longest.duration, during: `${longest.during}; ${tasks.length} over 50 ms` } : { ms: 50, during: 'none over 50 ms' };
}

/** Bytes of the page and its worker after each of ten reviews in a row. */
export async function memory(app, texts) {
  const { page, context } = await newPage(app);
  const after = [];
  for (let run = 0; run < 10; run += 1) {
    await hook(page, 'post-text').fill(texts.post);
    await hook(page, 'cv-text').fill(`${texts.cv.slice(0, -20)}\nReview ${run}`);
    await hook(page, 'match-score').waitFor({ timeout: 20_000 });
    await page.waitForTimeout(800);
    const { bytes } = await page.evaluate(() => performance.measureUserAgentSpecificMemory());
    after.push(bytes);
  }
  await context.close();
  return after;
}
