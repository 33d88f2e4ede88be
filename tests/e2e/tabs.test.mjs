// The other tabs of the AI review: practice, ticks, the guarded letter, and
// what can be copied and shared. All of it is there again from the history.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { hook, newPage, startApp } from './app.mjs';
import { askAndWait, example } from './review.mjs';

let app;
before(async () => (app = await startApp()));
after(() => app?.close());

/** A page with a complete review, on the tab. */
async function reviewed(tab) {
  const opened = await newPage(app);
  await opened.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await example(opened.page);
  await askAndWait(opened.page);
  await hook(opened.page, tab).click();
  return opened;
}

async function reopen(page, tab) {
  await page.reload();
  await hook(page, 'history-item').getByRole('button', { name: 'Open' }).click();
  // The panel of the tab, whatever was kept of it.
  await hook(page, tab).click();
  await page.locator('.tab-panel').waitFor();
}

test('ten questions with their lines, notes and blanks', async () => {
  const { page, seen, context } = await reviewed('tab-interview');
  assert.equal(await hook(page, 'question').count(), 10);
  const first = hook(page, 'question').first();
  await first.locator('summary').first().click();
  for (const name of ['Situation', 'Action', 'Result']) await first.getByText(name, { exact: true }).waitFor();
  const quoted = await first.locator('q').first().innerText();
  const link = first.locator('.line-link').first();
  const line = Number((await link.innerText()).replace(/\D/g, ''));
  assert.equal((await hook(page, 'cv-text').inputValue()).split('\n')[line - 1].trim(), quoted);
  await link.click();
  await page.waitForFunction((id) => document.activeElement?.id === id, `cv-line-${line}`);
  assert.equal(await hook(page, 'tab-resume').getAttribute('aria-selected'), 'true');
  assert.deepEqual(seen.errors, []);
  await context.close();
});

test('a practice answer is looked at on the device and kept', async () => {
  const { page, seen, context } = await reviewed('tab-interview');
  const posts = () => seen.requests.filter(({ method }) => method === 'POST').length;
  const asked = posts();
  await hook(page, 'practice-mode').check();
  const second = hook(page, 'question').nth(1);
  await second.locator('summary').first().click();
  await page.locator('#practice-1').fill('I called the drivers and moved two early runs.');
  await second.locator('[data-testid="star-parts"]').waitFor();
  const present = (part) => second.locator(`[data-part="${part}"]`).getAttribute('data-present');
  assert.equal(await present('action'), 'true');
  assert.equal(await present('result'), 'false');
  await page.locator('#practice-1').pressSequentially(' As a result, late deliveries fell from 9% to 4%.');
  await second.locator('[data-part="result"][data-present="true"]').waitFor();
  assert.equal(posts(), asked, 'nothing was sent');
  await page.getByText('1 of 10 practised.').waitFor();
  await page.waitForTimeout(600);

  await reopen(page, 'tab-interview');
  await hook(page, 'practice-mode').check();
  await hook(page, 'question').nth(1).locator('summary').first().click();
  assert.match(await page.locator('#practice-1').inputValue(), /fell from 9% to 4%/);
  await hook(page, 'question').nth(1).locator('[data-part="result"][data-present="true"]').waitFor();
  assert.deepEqual(seen.errors, []);
  await context.close();
});

test('scenarios with concept, implementation, trade-offs and difficulty', async () => {
  const { page, seen, context } = await reviewed('tab-technical');
  const count = await hook(page, 'scenario').count();
  assert.ok(count >= 5 && count <= 7, `${count}`);
  const first = hook(page, 'scenario').first();
  assert.match(await first.innerText(), /Difficulty: (Easy|Medium|Hard)/);
  await first.locator('summary').click();
  for (const part of ['What it is about', 'How to go about it', 'Trade-offs']) await first.getByText(part, { exact: true }).waitFor();
  assert.deepEqual(seen.errors, []);
  await context.close();
});

test('gaps: must before nice, ticked off, kept', async () => {
  const { page, seen, context } = await reviewed('tab-gaps');
  const headings = await page.locator('.gaps h3').allInnerTexts();
  assert.deepEqual(headings, ['Must have', 'Nice to have'].filter((heading) => headings.includes(heading)));
  assert.ok((await hook(page, 'gap').count()) >= 2);
  await hook(page, 'gap').nth(1).getByRole('checkbox').check();
  await page.locator('[data-testid="gap"][data-done="true"]').waitFor();
  await page.waitForTimeout(100);
  await reopen(page, 'tab-gaps');
  await hook(page, 'gap').first().waitFor();
  assert.deepEqual(await hook(page, 'gap').evaluateAll((all) => all.map((gap) => gap.dataset.done)).then((all) => all.slice(0, 2)), ['false', 'true']);
  assert.deepEqual(seen.errors, []);
  await context.close();
});

test('the letter is guarded while it is written', async () => {
  const { page, seen, context } = await reviewed('tab-letter');
  const guard = hook(page, 'letter-guard');
  await guard.waitFor();
  const box = page.locator('#letter-text');
  await box.press('Control+End');
  await page.keyboard.type('\n\nI led 4,000 people at Zanzibar Rocketry.');
  await guard.locator('.flags').getByText('4,000', { exact: false }).first().waitFor();
  const flags = guard.locator('.flags li');
  const before = await flags.count();
  await flags.first().getByRole('button', { name: 'It is true' }).click();
  await guard.getByText('You said it is true.').waitFor();
  assert.equal(await flags.count(), before, 'a flag stays to be seen');
  const text = await box.inputValue();
  await page.waitForTimeout(600);

  await reopen(page, 'tab-letter');
  assert.equal(await box.inputValue(), text);
  await guard.getByText('You said it is true.').waitFor();
  // Taken out, the flags go.
  await box.fill(text.replace(/\n\nI led.*$/, ''));
  await page.waitForFunction(() => !document.querySelector('[data-testid="letter-guard"]').innerText.includes('Zanzibar'));
  assert.deepEqual(seen.errors, []);
  await context.close();
});

test('copying gives plain and rich text; sharing gives a link and nothing else', async () => {
  const { page, seen, context } = await reviewed('tab-letter');
  await page.locator('#letter-text').fill('Dear <team> & co,\n\nSecond paragraph.');
  await hook(page, 'copy-part').click();
  await page.getByText('Copied.').waitFor();
  const copied = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const of = async (type) => (await item.getType(type)).text();
    return { plain: await of('text/plain'), html: await of('text/html') };
  });
  assert.equal(copied.plain.trim(), 'Dear <team> & co,\n\nSecond paragraph.');
  assert.match(copied.html, /<p>Dear &lt;team&gt; &amp; co,<\/p><p>Second paragraph\.<\/p>/);

  await hook(page, 'tab-resume').click();
  await hook(page, 'copy-part').click();
  await page.getByText('Copied.').waitFor();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /Mara Lindqvist/);

  await page.evaluate(() => Object.defineProperty(navigator, 'share', { configurable: true, value: undefined }));
  await hook(page, 'share').click();
  await page.getByText(/The link to this tool is copied/).waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), `${app.url}/cv-review`);
  const shared = await page.evaluate(() => {
    const asked = [];
    Object.defineProperty(navigator, 'share', { configurable: true, value: (content) => (asked.push(content), Promise.resolve()) });
    document.querySelector('[data-testid="share"]').click();
    return asked;
  });
  assert.deepEqual(shared, [{ title: 'CV Review', url: `${app.url}/cv-review` }]);
  assert.deepEqual(seen.errors, []);
  await context.close();
});
