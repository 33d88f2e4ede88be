// An answer while it arrives: counts, a new start, a break, the rest, a reload.

import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { hook, newPage, startApp } from './app.mjs';
import { edit, example, remaining, standIn } from './review.mjs';

let app;
before(async () => (app = await startApp()));
after(() => app?.close());
beforeEach(() => standIn(app));

const arrivals = (page) => hook(page, 'arrivals').innerText();
const request = (page) => hook(page, 'request-review').click();

test('tabs fill as items arrive, and the counts are of what is here', async () => {
  await standIn(app, { delay: 40, chunk: 60 });
  const { page, seen, context } = await newPage(app);
  await example(page);
  await request(page);
  await page.getByText('Waiting for the first words of the answer.').waitFor();
  await hook(page, 'edit').first().waitFor({ timeout: 20_000 });
  assert.match(await arrivals(page), /Interview: to come/);
  await page.getByRole('tab', { name: /^Interview \(\d of 10\)/ }).waitFor({ timeout: 20_000 });
  assert.match(await arrivals(page), /Line edits: \d+, all here/);
  assert.match(await arrivals(page), /Interview: \d+ of 10 so far/);
  await hook(page, 'tab-interview').click();
  const [shown, said] = await page.evaluate(() => [
    document.querySelectorAll('[data-testid="question"]').length,
    Number(/\((\d+)/.exec(document.querySelector('[data-testid="tab-interview"]').textContent)[1]),
  ]);
  assert.equal(shown, said);
  assert.equal(await page.locator('progress, [role="progressbar"]').count(), 0);
  await page.getByText(/^Complete\. Written by/).waitFor({ timeout: 30_000 });
  await page.getByRole('tab', { name: 'Interview (10)' }).waitFor();
  assert.deepEqual(seen.errors, []);
  await context.close();
});

test('when the service starts over, decisions about the first attempt do not pass to the second', async () => {
  // The first provider breaks off after its first edits; the second is slow to begin.
  await standIn(app, { queue: ['pause-cut'], delay: 10, chunk: 120 });
  const { page, seen, context } = await newPage(app);
  await example(page);
  await request(page);
  await hook(page, 'edit').first().waitFor({ timeout: 20_000 });
  await edit(page, 0).getByRole('button', { name: /accept/i }).click();
  await page.locator('#edit-0[data-decision="accepted"]').waitFor();
  await page.getByText(/^Complete\. Written by/).waitFor({ timeout: 40_000 });
  assert.equal(await edit(page, 0).getAttribute('data-decision'), 'pending');
  assert.deepEqual(seen.errors, []);
  await context.close();
});

test('a broken answer keeps what is whole, and the rest can be asked for', async () => {
  const { page, seen, context } = await newPage(app);
  await example(page);
  await standIn(app, { forever: 'end-late' });
  await request(page);
  await hook(page, 'rest').waitFor({ timeout: 40_000 });
  const edits = await hook(page, 'edit').count();
  assert.ok(edits >= 4);
  assert.match(await hook(page, 'rest').innerText(), /of 10 interview questions/);
  await edit(page, 0).getByRole('button', { name: /accept/i }).click();
  const first = await edit(page, 0).locator('.diff').innerText();

  await standIn(app);
  await hook(page, 'request-rest').click();
  await page.getByText(/^Complete\. Written by/).waitFor({ timeout: 30_000 });
  assert.equal(await hook(page, 'edit').count(), edits, 'the edits are those of the first answer');
  assert.equal(await edit(page, 0).getAttribute('data-decision'), 'accepted');
  assert.equal(await edit(page, 0).locator('.diff').innerText(), first);
  await hook(page, 'tab-interview').click();
  assert.equal(await hook(page, 'question').count(), 10);
  const questions = await hook(page, 'question').locator('.question-text').allInnerTexts();
  assert.equal(new Set(questions).size, 10, 'none twice');
  await hook(page, 'tab-letter').click();
  assert.match(await page.locator('#letter-text').inputValue(), /Mara Lindqvist/);
  assert.equal(await hook(page, 'rest').count(), 0);
  assert.deepEqual(seen.errors.filter((error) => !/50[34]/.test(error)), []);
  await context.close();
});

test('a reload in the middle keeps the input, says what happened, and offers the rest', async () => {
  await standIn(app, { delay: 60, chunk: 60 });
  const { page, seen, context } = await newPage(app);
  await example(page);
  const cv = await hook(page, 'cv-text').inputValue();
  await request(page);
  // The first part is whole once the questions begin.
  await page.getByRole('tab', { name: /^Interview \(\d of 10\)/ }).waitFor({ timeout: 30_000 });
  await page.waitForTimeout(150);
  await page.reload();
  await page.getByText(/The page was left or reloaded while the AI review was arriving/).waitFor({ timeout: 20_000 });
  assert.equal(await hook(page, 'cv-text').inputValue(), cv);
  assert.ok((await hook(page, 'edit').count()) >= 4, 'what had come whole is back');
  await standIn(app);
  await hook(page, 'request-rest').click();
  await page.getByText(/^Complete\. Written by/).waitFor({ timeout: 30_000 });
  // Said once.
  await page.reload();
  await hook(page, 'readable-score').waitFor();
  assert.equal(await page.getByText(/The page was left or reloaded/).count(), 0);
  assert.deepEqual(seen.errors, []);
  await context.close();
});

test('both providers down: says so and when to try again; the review on screen and the day stay', async () => {
  const { page, context } = await newPage(app);
  await example(page);
  await request(page);
  await page.getByText(/^Complete\. Written by/).waitFor({ timeout: 30_000 });
  const before = await remaining(app);
  const edits = await hook(page, 'edit').count();
  await standIn(app, { forever: '503' });
  await request(page);
  const problem = page.locator('main [data-testid="problem"]').first();
  await problem.waitFor({ timeout: 40_000 });
  assert.match(await problem.innerText(), /try again/i);
  assert.equal(await remaining(app), before);
  assert.equal(await hook(page, 'edit').count(), edits);
  assert.ok(await hook(page, 'match-score').isVisible());
  await page.getByText(`${before} of 100 reviews left today.`).waitFor();
  await context.close();
});

test('stopped in the middle: what had come stays, and the rest is offered', async () => {
  await standIn(app, { delay: 60, chunk: 60 });
  const { page, context } = await newPage(app);
  await example(page);
  await request(page);
  await hook(page, 'edit').first().waitFor({ timeout: 20_000 });
  await hook(page, 'stop-review').click();
  await page.getByText(/^Stopped\./).waitFor();
  await hook(page, 'rest').waitFor();
  assert.ok(await hook(page, 'match-score').isVisible());
  await context.close();
});
