// What is kept in the browser: older versions, files in and out, two tabs, a
// storage that is full or forbidden.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { hook, newPage, startApp, waitForReview } from './app.mjs';
import { root } from '../../scripts/tools.mjs';

let app;
let folder;
before(async () => {
  app = await startApp();
  folder = mkdtempSync(join(tmpdir(), 'cv-review-kept-'));
});
after(async () => {
  await app?.close();
  rmSync(folder, { recursive: true, force: true });
});

const old = (name) => readFileSync(join(root, 'tests', 'pipeline', 'store', name), 'utf8');

async function example(page) {
  await hook(page, 'try-example').click();
  await hook(page, 'match-score').waitFor({ timeout: 20_000 });
}

async function keep(page) {
  await page.getByRole('button', { name: 'Keep this review' }).click();
  await hook(page, 'history-item').first().waitFor();
}

/** A second tab of the same browser. */
async function secondTab(context) {
  const page = await context.newPage();
  page.on('dialog', (dialog) => dialog.accept());
  await page.goto(`${app.url}/cv-review`);
  await hook(page, 'history').waitFor();
  return page;
}

const texts = async (page) => [await hook(page, 'cv-text').inputValue(), await hook(page, 'post-text').inputValue()];

test('what version 1 kept is there, opens, and is kept as version 2', async () => {
  const { page, seen, context } = await newPage(app, { path: '/robots.txt' });
  await page.evaluate(([history, draft]) => {
    localStorage.setItem('cv-review/history', JSON.stringify(history));
    localStorage.setItem('cv-review/draft', JSON.stringify(draft));
  }, [old('history-1.txt'), old('draft-1.txt')]);
  await page.goto(`${app.url}/cv-review`);
  await hook(page, 'history-item').nth(1).waitFor({ timeout: 20_000 });
  assert.deepEqual(await texts(page), ['Żaneta', 'C++ 東京']);
  await page.waitForFunction(() => localStorage.getItem('cv-review/history') === null);
  const stored = await page.evaluate(() => [localStorage.getItem('cv-review/reviews'), localStorage.getItem('cv-review/draft')].map((text) => text.slice(1, 3)));
  assert.deepEqual(stored, ['2 ', '2 ']);
  await page.reload();
  await page.getByRole('button', { name: 'Open the review of Mara Lindqvist' }).click();
  await hook(page, 'edit').first().waitFor({ timeout: 20_000 });
  assert.match(await hook(page, 'cv-text').inputValue(), /Żaneta Clinic/);
  assert.equal(await hook(page, 'history-item').count(), 2, 'only opened, not kept once more');
  assert.deepEqual(seen.errors, []);
  await context.close();
});

test('kept data that cannot be read is set aside, an earlier one too', async () => {
  const { page, context } = await newPage(app);
  await hook(page, 'history').waitFor();
  for (const [key, value] of [['cv-review/history', '1 damaged'], ['cv-review/reviews', '9 of a newer version'], ['cv-review/reviews', '9 of an even newer one']]) {
    await page.evaluate(([key, value]) => localStorage.setItem(key, JSON.stringify(value)), [key, value]);
    await page.reload();
    await page.locator('main [data-testid="problem"]', { hasText: /set aside/ }).waitFor({ timeout: 20_000 });
  }
  const aside = await page.evaluate(() => Object.entries(localStorage).filter(([key]) => key.includes('set-aside')).map(([, value]) => JSON.parse(value)));
  assert.deepEqual(aside.sort(), ['1 damaged', '9 of a newer version', '9 of an even newer one']);
  await context.close();
});

test('the history goes out as a file and comes back in another browser', async () => {
  const first = await newPage(app);
  await example(first.page);
  await keep(first.page);
  const [download] = await Promise.all([first.page.waitForEvent('download'), hook(first.page, 'export-history').click()]);
  assert.match(download.suggestedFilename(), /^cv-review-history-\d{4}-\d\d-\d\d\.json$/);
  const file = join(folder, 'history.json');
  await download.saveAs(file);
  const texts_ = await texts(first.page);
  await first.context.close();

  const { page, seen, context } = await newPage(app);
  await hook(page, 'import-history').setInputFiles(file);
  await hook(page, 'history-item').waitFor({ timeout: 20_000 });
  await page.getByRole('button', { name: /^Open the review of/ }).click();
  await waitForReview(page);
  assert.deepEqual(await texts(page), texts_);
  // Once more: the same review is not there twice.
  await hook(page, 'import-history').setInputFiles(file);
  await page.getByText('Read 1 review from the file').waitFor();
  assert.equal(await hook(page, 'history-item').count(), 1);
  assert.deepEqual(seen.errors, []);
  await context.close();
});

test('a file that is not ours is refused with a sentence and changes nothing', async () => {
  const { page, seen, context } = await newPage(app);
  await example(page);
  await keep(page);
  const kept = await page.evaluate(() => localStorage.getItem('cv-review/reviews'));
  const huge = { app: 'cv-review', version: 2, reviews: [{ title: '<img src=x onerror=alert(1)>' }] };
  const cases = [
    ['no.json', 'not json', /not exported by this tool/],
    ['newer.json', JSON.stringify({ app: 'cv-review', version: 99, reviews: [] }), /newer version/],
    ['broken.json', JSON.stringify(huge), /damaged/],
    ['big.json', ' '.repeat(6_000_000), /too large/],
  ];
  for (const [name, content, expected] of cases) {
    writeFileSync(join(folder, name), content);
    await hook(page, 'import-history').setInputFiles(join(folder, name));
    await page.locator('main [data-testid="problem"]', { hasText: expected }).waitFor();
  }
  assert.equal(await page.evaluate(() => localStorage.getItem('cv-review/reviews')), kept);
  assert.equal(await hook(page, 'history-item').count(), 1);
  assert.deepEqual(seen.errors, []);
  await context.close();
});

test('two tabs: each is told, and neither text is lost', async () => {
  const { page: one, context } = await newPage(app);
  await hook(one, 'history').waitFor();
  await hook(one, 'cv-text').fill('Mine, in the first tab');
  const two = await secondTab(context);
  assert.equal(await hook(two, 'cv-text').inputValue(), 'Mine, in the first tab');

  await hook(two, 'cv-text').fill('Theirs, in the second tab');
  await hook(one, 'other-tab').waitFor();
  // Until the choice the first tab writes nothing over the second's.
  await hook(one, 'cv-text').fill('Mine, and some more');
  await one.waitForTimeout(300);
  assert.ok(await one.evaluate(() => localStorage.getItem('cv-review/draft').includes('Theirs')));
  assert.equal(await hook(one, 'cv-text').inputValue(), 'Mine, and some more');

  await hook(one, 'take-theirs').click();
  assert.equal(await hook(one, 'cv-text').inputValue(), 'Theirs, in the second tab');
  await hook(one, 'bring-back').click();
  assert.equal(await hook(one, 'cv-text').inputValue(), 'Mine, and some more');
  // Now the second tab is told, and keeps its own.
  await hook(two, 'other-tab').waitFor();
  await hook(two, 'keep-mine').click();
  await hook(one, 'other-tab').waitFor();
  assert.ok(await one.evaluate(() => localStorage.getItem('cv-review/draft').includes('Theirs')));
  assert.equal(await hook(one, 'cv-text').inputValue(), 'Mine, and some more');
  await context.close();
});

test('two tabs: reviews of both are in the list of both, and deleting is told', async () => {
  const { page: one, context } = await newPage(app);
  await example(one);
  const two = await secondTab(context);
  await waitForReview(two);
  await keep(one);
  await hook(two, 'history-item').waitFor();
  await hook(two, 'cv-text').fill('Jo Ames\njo@example.com\n\nSkills\nGardening');
  await hook(two, 'machine-text').getByText('Gardening').waitFor();
  await two.getByRole('button', { name: 'Keep this review' }).click();
  // By locators: a tab behind another has no frames to poll in.
  await hook(one, 'history-item').nth(1).waitFor();
  await hook(one, 'keep-mine').click();
  await hook(two, 'keep-mine').click();

  await hook(two, 'delete-everything').click();
  await hook(one, 'history-item').first().waitFor({ state: 'detached' });
  assert.match(await hook(one, 'other-tab').innerText(), /deleted in another tab/);
  assert.match(await hook(one, 'cv-text').inputValue(), /Lindqvist/, 'not taken away without a word');
  await context.close();
});

test('a storage that is full or forbidden is a sentence, said once; the work goes on', async () => {
  const { page, context } = await newPage(app);
  await hook(page, 'history').waitFor();
  await page.evaluate(() => {
    let size = 1_000_000;
    while (size > 10) {
      try {
        localStorage.setItem(`another-app-${size}-${Math.random()}`, 'x'.repeat(size));
      } catch {
        size = Math.floor(size / 2);
      }
    }
  });
  await hook(page, 'cv-text').fill('Jo Ames\njo@example.com\n\nSkills\nGardening');
  const full = page.locator('main [data-testid="problem"]', { hasText: /full/ });
  await full.waitFor();
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await hook(page, 'cv-text').pressSequentially(', baking');
  await waitForReview(page);
  assert.equal(await full.count(), 0, 'not said at every key');
  await context.close();

  const none = await newPage(app, { path: '/robots.txt' });
  await none.page.addInitScript(() => Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('no', 'SecurityError'); } }));
  await none.page.goto(`${app.url}/cv-review`);
  await none.page.locator('main [data-testid="problem"]', { hasText: /does not let the page keep anything/ }).waitFor();
  await example(none.page);
  assert.deepEqual(none.seen.errors, []);
  await none.context.close();
});

test('the texts before an opened review can be brought back', async () => {
  const { page, context } = await newPage(app);
  await example(page);
  await keep(page);
  await hook(page, 'cv-text').fill('My other CV');
  await page.getByRole('button', { name: /^Open the review of/ }).click();
  assert.match(await hook(page, 'cv-text').inputValue(), /Lindqvist/);
  await hook(page, 'bring-back').click();
  assert.equal(await hook(page, 'cv-text').inputValue(), 'My other CV');
  await context.close();
});

test('the certificate of a download is kept with its review', async () => {
  const { page, context } = await newPage(app);
  await example(page);
  await Promise.all([page.waitForEvent('download'), hook(page, 'download-cv').click()]);
  await hook(page, 'certificate').waitFor();
  const said = await hook(page, 'certificate').locator('li').allInnerTexts();
  assert.ok(said.some((line) => /^(\d+) of \1 words, in order/.test(line)), said.join(' | '));
  await page.waitForFunction(() => document.querySelector('[data-testid="history-item"]')?.innerText.includes('nothing lost'));
  await page.reload();
  await page.getByRole('button', { name: /^Open the review of/ }).click();
  await hook(page, 'certificate').waitFor({ timeout: 20_000 });
  assert.deepEqual(await hook(page, 'certificate').locator('li').allInnerTexts(), said);
  await context.close();
});
