// The instant review on screen: what the machine reads beside what a person
// sees, the numbers with their parts, what a change does, and all of it on
// paper.

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { hook, newPage, startApp, waitForReview } from './app.mjs';
import { root } from '../../scripts/tools.mjs';
import { SAMPLES, pdfText } from './samples.mjs';

let app;
before(async () => (app = await startApp()));
after(() => app?.close());

const sample = (name) => join(root, 'tests', 'pipeline', 'samples', name);

async function open(page, file) {
  await hook(page, 'cv-file').setInputFiles(file);
  await waitForReview(page);
}

async function example(page) {
  await hook(page, 'try-example').click();
  await hook(page, 'match-score').waitFor({ timeout: 20_000 });
}

/** The lines that are marked, in the text and on the page. */
const marked = (page) =>
  page.evaluate(() => {
    const lines = (selector) => [...document.querySelectorAll(selector)].map((element) => element.dataset.line);
    return { text: lines('.machine-text [data-lit]'), page: lines('.paper-page [data-lit]') };
  });

test('a line pointed at on one side is marked on the other, and nothing is drawn anew', async () => {
  const { page, seen, context } = await newPage(app);
  await open(page, sample('chromium-sidebar-en.pdf'));
  const lines = await page.locator('.machine-text li[data-line]').count();
  assert.equal(await page.locator('.paper-page [data-line]').count(), lines, 'every line is on the page');

  await page.evaluate(() => {
    window.drawn = 0;
    new MutationObserver((changes) => (window.drawn += changes.length)).observe(document.getElementById('app'), { childList: true, characterData: true, subtree: true });
  });
  await page.locator('#line-3').hover();
  assert.deepEqual(await marked(page), { text: ['3'], page: ['3'] });
  await page.locator('.paper-page [data-line="7"] .area').hover({ force: true });
  assert.deepEqual(await marked(page), { text: ['7'], page: ['7'] });
  // The last line is out of sight in its pane; the pane goes there, the page stays.
  const last = String(lines - 1);
  await page.locator('.paper-page').last().scrollIntoViewIfNeeded();
  const at = await page.evaluate(() => scrollY);
  await page.evaluate((line) => {
    const from = document.querySelector(`.paper-page [data-line="${line}"] .area`);
    from.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
  }, last);
  assert.deepEqual(await marked(page), { text: [last], page: [last] });
  const inSight = await page.evaluate((line) => {
    const [pane, own] = [document.querySelector('.machine-text'), document.getElementById(`line-${line}`)].map((element) => element.getBoundingClientRect());
    return own.top >= pane.top - 1 && own.bottom <= pane.bottom + 1;
  }, last);
  assert.ok(inSight, 'the pane scrolled to the twin');
  assert.equal(await page.evaluate(() => scrollY), at, 'the page did not scroll');
  assert.equal(await page.evaluate(() => window.drawn), 0);
  assert.deepEqual(seen.errors, []);
  await context.close();
});

test('with the keyboard alone the text is one tab stop, and arrows go through its lines', async () => {
  const { page, context } = await newPage(app);
  await open(page, sample('chromium-sidebar-en.pdf'));
  assert.equal(await page.locator('.machine-text [tabindex="0"]').count(), 1);
  await page.locator('#line-0').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'line-2');
  assert.deepEqual(await marked(page), { text: ['2'], page: ['2'] });
  await page.keyboard.press('End');
  const lines = await page.locator('.machine-text li[data-line]').count();
  assert.deepEqual((await marked(page)).page, [String(lines - 1)]);
  await page.keyboard.press('Home');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'line-0');
  assert.equal(await page.locator('.paper-pages').getAttribute('aria-hidden'), 'true');
  await context.close();
});

test('warnings stand at their lines', async () => {
  const { page, context } = await newPage(app);
  await open(page, sample('chromium-sidebar-en.pdf'));
  const column = page.locator('.machine-text li:has(.note)', { hasText: 'second column' });
  assert.equal(await column.count(), 1, 'said once, where it begins');
  assert.ok((await page.locator('.machine-text li.warned').count()) > 1, 'every line of it has the bar');

  await open(page, sample('hidden-words-en.pdf'));
  const hidden = page.locator('.machine-text .note', { hasText: 'a person does not see' });
  await hidden.first().waitFor();
  assert.ok((await hidden.first().locator('q').innerText()).length > 0, 'it quotes the words');
  assert.ok((await page.locator('.paper-page .ghost').count()) > 0, 'the page shows where they are');
  await context.close();
});

test('an edited text says that the page is no longer drawn', async () => {
  const { page, context } = await newPage(app);
  await open(page, join(SAMPLES, 'cv.pdf'));
  assert.equal(await page.locator('.paper-page').count(), 1);
  await hook(page, 'cv-text').press('End');
  await hook(page, 'cv-text').pressSequentially(' x');
  await page.getByText('its page is not drawn beside it any more').waitFor();
  assert.equal(await page.locator('.paper-page').count(), 0);
  await context.close();
});

test('the overview comes first, with parts that add up and three things to do', async () => {
  const { page, context } = await newPage(app);
  await example(page);
  const order = await page.evaluate(() => [...document.querySelectorAll('main > section h2, main > section .head h2')].map((heading) => heading.id));
  const places = ['overview-heading', 'findings-heading', 'requirements-heading', 'machine-heading'].map((id) => order.indexOf(id));
  assert.deepEqual(places, [...places].sort((a, b) => a - b));

  for (const [name, id] of [['Readable', 'readable-score'], ['Match', 'match-score']]) {
    const dial = page.locator('.dial', { has: page.getByRole('heading', { name, exact: true }) });
    const points = await dial.locator('.parts td').evaluateAll((cells) => cells.map((cell) => Number(cell.textContent.split(' of ')[0])));
    const sum = Math.round(points.reduce((a, b) => a + b, 0));
    const ceilings = await dial.locator('.ceilings strong').evaluateAll((limits) => limits.map((limit) => Number(limit.textContent.match(/\d+/)[0])));
    const shown = Number(await hook(page, id).innerText());
    assert.ok(Math.abs(Math.min(sum, ...ceilings) - shown) <= 1, `${name}: parts ${sum}, ceilings ${ceilings}, shown ${shown}`);
  }
  const first = hook(page, 'first').locator('li');
  assert.equal(await first.count(), 3);
  for (const gain of await first.locator('.gain').allInnerTexts()) {
    const [, by, from, to] = gain.match(/^\+(\d+) (?:Match|Readable), from (\d+) to (\d+)/).map(Number);
    assert.equal(to - from, by);
  }
  await context.close();
});

test('a typed change says what it did: on screen at once, aloud when typing pauses', async () => {
  const { page, seen, context } = await newPage(app);
  const post = 'We are looking for a developer.\n\nRequirements:\n- Kubernetes\n- Python\n';
  const cv = 'Jo Ames\njo@example.com\n\nExperience\nDeveloper, Acme, Jan 2019 - Present\n- Wrote services in Python\n';
  await hook(page, 'post-text').fill(post);
  await hook(page, 'cv-text').fill(cv);
  await hook(page, 'match-score').waitFor({ timeout: 20_000 });
  const before = Number(await hook(page, 'match-score').innerText());
  await page.waitForTimeout(1600);
  assert.equal(await hook(page, 'changes').count(), 0, 'nothing to compare with yet');

  // The numbers never leave the screen while the new ones are made.
  await page.evaluate(() => {
    window.gone = 0;
    window.aloud = [];
    new MutationObserver(() => (window.gone += document.querySelector('[data-testid="match-score"]') ? 0 : 1)).observe(document.querySelector('main'), { childList: true, subtree: true });
    const spoken = document.querySelector('[data-testid="spoken-change"]');
    new MutationObserver(() => spoken.textContent && window.aloud.push(spoken.textContent)).observe(spoken, { childList: true, characterData: true, subtree: true });
  });
  await hook(page, 'cv-text').press('Control+End');
  await hook(page, 'cv-text').pressSequentially('- Ran clusters with Kubernetes', { delay: 30 });
  await hook(page, 'changes').waitFor();
  await page.waitForFunction((old) => Number(document.querySelector('[data-testid="match-score"]').innerText) > old, before);
  const now = Number(await hook(page, 'match-score').innerText());
  const sentence = await hook(page, 'changes').innerText();
  assert.ok(sentence.startsWith(`+${now - before} Match: “Kubernetes” now shown in a dated role`), sentence);
  assert.deepEqual(await page.evaluate(() => window.aloud), [], 'not at every key');
  await page.waitForFunction(() => window.aloud.length > 0, null, { timeout: 5_000 });
  assert.equal(await page.evaluate(() => window.gone), 0);
  assert.equal((await page.evaluate(() => window.aloud)).length, 1, 'once');

  // The next spell of typing is compared with this moment.
  await hook(page, 'cv-text').press('Control+End');
  await hook(page, 'cv-text').pressSequentially(' daily');
  await page.waitForFunction(() => document.querySelector('[data-testid="changes"]') === null);
  assert.deepEqual(seen.errors, []);
  await context.close();
});

test('the requirement table says its levels in words and leads to the lines', async () => {
  const { page, context } = await newPage(app);
  await example(page);
  const table = page.getByRole('table').filter({ has: page.getByRole('columnheader', { name: 'Evidence' }) });
  const words = { shown: /^Shown in a dated role/, listed: /^Listed only/, related: /^Related: \S/, missing: /^Not found/ };
  const rows = hook(page, 'requirement');
  assert.equal(await table.getByRole('row').count(), (await rows.count()) + (await table.locator('.group').count()) + 1);
  for (const row of await rows.all()) {
    const evidence = await row.getAttribute('data-evidence');
    assert.match(await row.locator('.level').innerText(), words[evidence]);
    assert.equal(await row.locator('.level .icon').count(), 1, 'a shape beside the colour');
    if (evidence !== 'missing') assert.ok((await row.locator('mark').count()) > 0, 'the words of the CV');
  }
  const link = rows.locator('a[href^="#line-"]').first();
  const [words_, target] = [await link.innerText(), await link.getAttribute('href')];
  await link.click();
  assert.ok((await page.locator(target).innerText()).includes(words_));
  await context.close();
});

test('on paper: every finding and requirement, no button', async () => {
  const { page, context } = await newPage(app);
  await example(page);
  const texts = await page.locator('[data-testid="finding"] .sentence, [data-testid="requirement"] .ask-text, .parts th[scope=row]').allTextContents();
  // A part that the user closed is on paper too, and closed again after it.
  await page.locator('details.outgoing > summary').click();
  const open_ = await page.locator('main details[open]').count();
  assert.ok(open_ < (await page.locator('main details').count()), 'something is closed before');
  const path = join(SAMPLES, 'printed.pdf');
  writeFileSync(path, await page.pdf({ format: 'A4', margin: { top: '15mm', bottom: '15mm', left: '15mm', right: '15mm' } }));
  const plain = (text) => text.replace(/\s+/g, '').replace(/-/g, '');
  const printed = plain(pdfText(path));
  for (const text of texts) assert.ok(printed.includes(plain(text)), `on paper: ${text}`);
  assert.ok(!printed.includes(plain('Delete everything')) && !printed.includes(plain('Print this review')));
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('button:visible').count(), 0);
  assert.equal(await page.locator('main details[open]').count(), open_, 'after printing all is as it was');
  await context.close();
});
