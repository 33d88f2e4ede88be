// The first tab of the AI review: the CV with its edits in place, decided by
// mouse and by keyboard, weighed, and remembered.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { hook, newPage, startApp } from './app.mjs';
import { askAndWait, edit, example } from './review.mjs';

let app;
before(async () => (app = await startApp()));
after(() => app?.close());

const flaggedEdit = (page) => page.locator('[data-testid="edit"][data-guard="flagged"]').first();

test('the whole CV is there, line by line, with the edits in their places', async () => {
  const { page, seen, context } = await newPage(app);
  await example(page);
  await askAndWait(page);
  const lines = (await hook(page, 'cv-text').inputValue()).split('\n');
  const numbers = await page.locator('.paper [id^="cv-line-"]').evaluateAll((all) => all.map((line) => Number(line.id.slice(8))));
  assert.deepEqual([...numbers].sort((a, b) => a - b), lines.map((_, at) => at + 1), 'every line once');
  assert.deepEqual(numbers, [...numbers].sort((a, b) => a - b), 'in order');
  // What goes and what stays make up the line as it is.
  const rows = await hook(page, 'edit').evaluateAll((all) =>
    all.map((row) => ({
      line: Number(row.querySelector('[id^="cv-line-"]').id.slice(8)),
      before: [...row.querySelectorAll('.diff > *')].filter((piece) => piece.localName !== 'ins').map((piece) => piece.textContent).join(''),
    })),
  );
  assert.ok(rows.length >= 4);
  for (const { line, before } of rows) assert.equal(before, lines[line - 1]);

  await page.getByLabel('Only the changed lines').check();
  assert.equal(await page.locator('.paper .line:visible').count(), 0);
  assert.equal(await page.locator('[data-testid="edit"]:visible').count(), rows.length);
  assert.deepEqual(seen.errors, []);
  await context.close();
});

test('a flagged edit is off until the user says that it is true, and that is remembered', async () => {
  const { page, seen, context } = await newPage(app);
  await example(page);
  await askAndWait(page);
  const flagged = flaggedEdit(page);
  const id = await flagged.getAttribute('id');
  assert.match(await flagged.innerText(), /Off until you say that it is true/);
  const words = await flagged.locator('.flags mark').allInnerTexts();
  await flagged.getByRole('button', { name: 'It is true: accept' }).click();
  await page.locator(`#${id}[data-decision="accepted"]`).waitFor();
  assert.match(await flagged.innerText(), /You said it is true/);
  // What was confirmed is the first thing to be ready for.
  await hook(page, 'defend').getByText(words[0], { exact: true }).first().waitFor();

  await flagged.getByRole('button', { name: 'Undo' }).click();
  await flagged.getByRole('button', { name: 'Accept', exact: true }).waitFor();
  await flagged.getByRole('button', { name: 'Accept', exact: true }).click();

  await page.reload();
  await hook(page, 'history-item').getByRole('button', { name: 'Open' }).click();
  await page.locator(`#${id}[data-decision="accepted"]`).waitFor({ timeout: 20_000 });
  assert.match(await page.locator(`#${id}`).innerText(), /You said it is true/);
  assert.deepEqual(seen.errors, []);
  await context.close();
});

test('traced claims lead to their line', async () => {
  const { page, seen, context } = await newPage(app);
  await example(page);
  await askAndWait(page);
  const link = page.locator('[data-testid="edit"][data-guard="traced"] .traced .line-link').first();
  const line = Number((await link.innerText()).replace(/\D/g, ''));
  await link.click();
  await page.waitForFunction((id) => document.activeElement?.id === id, `cv-line-${line}`);
  assert.deepEqual(seen.errors, []);
  await context.close();
});

test('the two numbers are those of the accepted text', async () => {
  const { page, seen, context } = await newPage(app);
  await example(page);
  await askAndWait(page);
  await hook(page, 'standing').waitFor();
  const numbers = () => hook(page, 'standing').locator('dd strong').allInnerTexts();
  const [readable, match] = [await hook(page, 'readable-score').innerText(), await hook(page, 'match-score').innerText()];
  assert.deepEqual(await numbers(), [readable, match], 'nothing accepted, nothing changed');

  // In the user's own words: the one thing the post asks for and the CV lacks.
  const row = edit(page, 0);
  await row.getByRole('button', { name: 'Edit' }).click();
  await row.locator('textarea').fill('Drive to all sites with a full UK driving licence; hold the Transport Manager CPC');
  await row.getByRole('button', { name: 'Use my words' }).click();
  await page.locator('#edit-0[data-decision="accepted"]').waitFor();
  await page.waitForFunction((old) => document.querySelectorAll('[data-testid="standing"] dd strong')[1].innerText !== old, match);
  const after = await numbers();
  assert.ok(Number(after[1]) > Number(match), `Match went from ${match} to ${after[1]}`);
  assert.equal(await hook(page, 'match-score').innerText(), match, 'the dial above is still about the CV as it is');

  // The same numbers as the instant review of that text.
  await hook(page, 'copy-part').waitFor();
  await row.getByRole('button', { name: 'Undo' }).click();
  await page.waitForFunction((old) => document.querySelectorAll('[data-testid="standing"] dd strong')[1].innerText === old, match);
  assert.deepEqual(seen.errors, []);
  await context.close();
});

test('keywords are told apart by words and by shape', async () => {
  const { page, context } = await newPage(app);
  await example(page);
  await askAndWait(page);
  await hook(page, 'keywords').waitFor();
  const groups = await hook(page, 'keywords').locator('dt').allInnerTexts();
  assert.ok(groups.length >= 2, groups.join(', '));
  const shapes = await hook(page, 'keywords').locator('dd').evaluateAll((all) =>
    all.map((group) => getComputedStyle(group.querySelector('.keyword')).textDecorationStyle),
  );
  assert.equal(new Set(shapes).size, shapes.length, `each group has a shape of its own: ${shapes.join(', ')}`);
  assert.ok((await page.locator('.paper .keyword').count()) > 0, 'and they are marked in the CV');
  await context.close();
});

test('edits by keyboard: next, accept, undo, reject, and typing is not a command', async () => {
  const { page, seen, context } = await newPage(app);
  await example(page);
  await askAndWait(page);
  await edit(page, 0).getByRole('button', { name: 'Edit' }).focus();
  const focused = () => page.evaluate(() => document.activeElement?.id);
  await page.keyboard.press('j');
  assert.equal(await focused(), 'edit-1');
  await page.keyboard.press('k');
  assert.equal(await focused(), 'edit-0');
  await page.keyboard.press('a');
  await page.locator('#edit-0[data-decision="accepted"]').waitFor();
  await page.keyboard.press('z');
  await page.locator('#edit-0[data-decision="pending"]').waitFor();
  await page.keyboard.press('x');
  await page.locator('#edit-0[data-decision="rejected"]').waitFor();

  // What is flagged asks first.
  const flagged = (await flaggedEdit(page).getAttribute('id')).slice(5);
  await page.locator(`#edit-${flagged}`).focus();
  await page.keyboard.press('a');
  assert.equal(await focused(), `accept-${flagged}`);
  assert.equal(await edit(page, flagged).getAttribute('data-decision'), 'pending');

  await edit(page, 1).getByRole('button', { name: 'Edit' }).click();
  const box = edit(page, 1).locator('textarea');
  await box.focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('jaxz kept');
  assert.equal(await box.inputValue(), 'jaxz kept');
  assert.equal(await edit(page, 1).getAttribute('data-decision'), 'pending');
  assert.deepEqual(seen.errors, []);
  await context.close();
});

test('a changed CV says that the edits no longer fit', async () => {
  const { page, context } = await newPage(app);
  await example(page);
  await askAndWait(page);
  await hook(page, 'cv-text').press('Control+End');
  await page.keyboard.type(' and more');
  await page.getByText(/You changed the CV since these edits were made/).waitFor();
  assert.equal(await hook(page, 'accept-edit').count(), 0);
  await context.close();
});
