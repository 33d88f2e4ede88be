// The whole journey on a real CV: put in, see, ask, accept, download, and the
// downloaded file read by somebody else's reader.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { foreignRequests, hook, newPage, startApp, waitForReview } from './app.mjs';
import { root } from '../../scripts/tools.mjs';
import { SAMPLES, pdfText, words } from './samples.mjs';

let app;
before(async () => (app = await startApp()));
after(() => app?.close());

/** Fills the page with the example and waits for its numbers. */
async function example(page) {
  await hook(page, 'try-example').click();
  await hook(page, 'match-score').waitFor({ timeout: 20_000 });
}

/** Asks for the AI review and waits until it is complete. */
async function askAndWait(page) {
  await hook(page, 'request-review').click();
  await page.getByText(/^Complete\. Written by/).waitFor({ timeout: 30_000 });
}

test('a PDF that names an encoding and holds no table is read with ours', async () => {
  const { page, seen, context } = await newPage(app);
  const asked = [];
  page.context().on('request', (request) => request.url().includes('/cmaps/') && asked.push(new URL(request.url()).pathname));
  await hook(page, 'cv-file').setInputFiles(join(root, 'tests', 'pipeline', 'samples', 'named-encoding-ja.pdf'));
  await page.waitForFunction(() => document.getElementById('cv-text').value.includes('経理担当として決算業務を行う'), null, { timeout: 20_000 });
  assert.deepEqual(asked.sort(), ['/cmaps/90ms-RKSJ-H.txt', '/cmaps/Adobe-Japan1-UCS2.txt']);
  assert.deepEqual(foreignRequests(app, seen), []);
  await context.close();
});

test('a table that cannot be loaded is not the fault of the file, and the next try reads it', async () => {
  const { page, context } = await newPage(app);
  const file = join(root, 'tests', 'pipeline', 'samples', 'named-encoding-ja.pdf');
  await context.route('**/cmaps/**', (route) => route.abort());
  await hook(page, 'cv-file').setInputFiles(file);
  await page.getByText('needs a table of characters that could not be loaded').waitFor({ timeout: 20_000 });
  await context.unroute('**/cmaps/**');
  await hook(page, 'cv-file').setInputFiles([]);
  await hook(page, 'cv-file').setInputFiles(file);
  await page.waitForFunction(() => document.getElementById('cv-text').value.includes('経理担当'), null, { timeout: 20_000 });
  await context.close();
});

test('from a dropped PDF to the downloaded PDF', async () => {
  const { page, seen, context } = await newPage(app);
  await hook(page, 'cv-file').setInputFiles(join(SAMPLES, 'cv.pdf'));
  await waitForReview(page);

  const truth = JSON.parse(readFileSync(join(SAMPLES, 'cv.json'), 'utf8'));
  const machine = await hook(page, 'machine-text').innerText();
  for (const line of truth.lines) assert.ok(machine.includes(line), `the machine text has "${line}"`);
  for (const value of [truth.name, truth.email]) await page.locator('.fields').getByText(value, { exact: true }).first().waitFor();

  await hook(page, 'post-text').fill(truth.post);
  await hook(page, 'match-score').waitFor({ timeout: 20_000 });
  assert.ok((await hook(page, 'requirement').count()) >= 3);
  const score = Number(await hook(page, 'readable-score').innerText());
  assert.ok(score > 0 && score <= 100, `readable is ${score}`);

  // Until the click nothing of the CV was on the network.
  assert.ok(seen.requests.every(({ method }) => method === 'GET'));

  await askAndWait(page);
  assert.ok((await hook(page, 'edit').count()) >= 1);

  const [download] = await Promise.all([page.waitForEvent('download'), hook(page, 'download-cv').click()]);
  assert.match(download.suggestedFilename(), /\.pdf$/);
  await hook(page, 'certificate').waitFor();
  assert.match(await hook(page, 'certificate').innerText(), /says what you approved/);
  const text = pdfText(await download.path());
  const approved = await hook(page, 'cv-text').inputValue();
  assert.deepEqual(words(text), words(approved));

  assert.deepEqual(foreignRequests(app, seen), []);
  assert.deepEqual(seen.errors, []);
  assert.deepEqual(await context.cookies(), []);
  await context.close();
});

test('a DOCX reads like its text', async () => {
  const { page, seen, context } = await newPage(app);
  await hook(page, 'cv-file').setInputFiles(join(SAMPLES, 'cv.docx'));
  await waitForReview(page);
  const truth = JSON.parse(readFileSync(join(SAMPLES, 'cv.json'), 'utf8'));
  const text = await hook(page, 'cv-text').inputValue();
  for (const line of truth.lines) assert.ok(text.includes(line), `the text has "${line}"`);
  assert.deepEqual(seen.errors, []);
  await context.close();
});

test('the example gives two numbers and findings that quote the CV', async () => {
  const { page, seen, context } = await newPage(app);
  await example(page);
  const cv = await hook(page, 'cv-text').inputValue();
  const quotes = await page.locator('[data-testid="finding"] .quotes a mark').allInnerTexts();
  assert.ok(quotes.length > 0);
  for (const quote of quotes) assert.ok(cv.includes(quote.replace(/…$/, '')), `the CV says "${quote}"`);
  const kinds = await hook(page, 'requirement').evaluateAll((rows) => new Set(rows.map((row) => row.dataset.evidence)).size);
  assert.ok(kinds >= 2, 'evidence differs from requirement to requirement');
  // Typing changes the numbers without a click.
  const before = await hook(page, 'match-score').innerText();
  await hook(page, 'cv-text').fill('Jo Ames\njo@example.com\n\nSkills\nGardening');
  await page.waitForFunction((old) => document.querySelector('[data-testid="match-score"]')?.innerText !== old, before);
  assert.deepEqual(seen.errors, []);
  await context.close();
});

test('what is sent is masked, shown beforehand, and put back in the answer', async () => {
  const { page, seen, context } = await newPage(app);
  await example(page);
  await hook(page, 'outgoing-text').waitFor();
  const shown = await hook(page, 'outgoing-text').innerText();
  const secrets = ['Mara', 'Lindqvist', 'mara.lindqvist@example.com', '7946 0123', 'linkedin.com/in/mara'];
  for (const secret of secrets) assert.ok(!shown.includes(secret), `the outgoing text has ${secret}`);
  assert.ok(seen.requests.every(({ method }) => method === 'GET'));

  await askAndWait(page);
  const posts = seen.requests.filter(({ method }) => method === 'POST');
  assert.equal(posts.length, 1);
  assert.equal(JSON.parse(posts[0].body).resume, shown);
  for (const secret of secrets) assert.ok(!posts[0].body.includes(secret));

  await hook(page, 'tab-letter').click();
  assert.match(await page.locator('#letter-text').inputValue(), /Mara Lindqvist/);
  assert.deepEqual(seen.errors, []);
  await context.close();
});

test('edits are the user\'s: flagged ones stay off, accepted ones are in the file', async () => {
  const { page, seen, context } = await newPage(app);
  await example(page);
  await askAndWait(page);
  const flagged = page.locator('[data-testid="edit"][data-guard="flagged"]');
  assert.ok((await flagged.count()) >= 1, 'the stand-in invents a number, and it is flagged');

  await page.getByRole('button', { name: 'Accept all that are traced' }).click();
  assert.equal(await page.locator('[data-testid="edit"][data-guard="flagged"][data-decision="accepted"]').count(), 0);
  const traced = page.locator('[data-testid="edit"][data-guard="traced"][data-decision="accepted"]').first();
  const added = (await traced.locator('ins').allInnerTexts()).join(' ').trim();
  assert.ok(added.length > 0);

  const [download] = await Promise.all([page.waitForEvent('download'), hook(page, 'download-cv').click()]);
  const inFile = words(pdfText(await download.path())).join(' ');
  const word = words(added).sort((a, b) => b.length - a.length)[0];
  assert.ok(inFile.includes(word), `the file has the accepted word "${word}"`);
  const invented = (await flagged.first().locator('.flags mark').first().innerText()).trim();
  const cv = words(await hook(page, 'cv-text').inputValue());
  if (!cv.includes(invented)) assert.ok(!words(inFile).includes(invented), `the file has the flagged "${invented}"`);

  // Undo takes it back.
  await traced.getByRole('button', { name: 'Undo' }).click();
  assert.deepEqual(seen.errors, []);
  await context.close();
});

test('every tab fills, and the review downloads as a PDF', async () => {
  const { page, seen, context } = await newPage(app);
  await example(page);
  await askAndWait(page);
  await hook(page, 'tab-resume').focus();
  await page.keyboard.press('ArrowRight');
  assert.equal(await hook(page, 'tab-interview').getAttribute('aria-selected'), 'true');
  assert.equal(await page.locator('.roadmap > li').count(), 10);
  await page.keyboard.press('ArrowRight');
  const technical = await page.locator('.tab-panel .card').count();
  assert.ok(technical >= 5 && technical <= 7, `${technical} technical questions`);
  await page.keyboard.press('ArrowRight');
  assert.ok((await page.locator('.tab-panel .card').count()) >= 1);
  const [download] = await Promise.all([page.waitForEvent('download'), hook(page, 'download-review').click()]);
  assert.match(pdfText(await download.path()), /Mara Lindqvist/);
  assert.deepEqual(seen.errors, []);
  await context.close();
});

test('a reload keeps the texts, and "Delete everything" leaves nothing', async () => {
  const { page, context } = await newPage(app);
  await example(page);
  await hook(page, 'cv-text').press('End');
  await page.keyboard.type(' One more word.');
  const cv = await hook(page, 'cv-text').inputValue();
  await askAndWait(page);
  await page.reload();
  await waitForReview(page);
  assert.equal(await hook(page, 'cv-text').inputValue(), cv);
  assert.equal(await hook(page, 'history-item').count(), 1);

  await hook(page, 'history-item').getByRole('button', { name: 'Open' }).click();
  await hook(page, 'edit').first().waitFor();

  await hook(page, 'delete-everything').click();
  await page.waitForFunction(() => document.querySelector('[data-testid="cv-text"]').value === '');
  await page.waitForTimeout(300);
  const kept = await page.evaluate(() => Object.entries(localStorage).filter(([, value]) => /Lindqvist|Logistics/.test(value)).length);
  assert.equal(kept, 0);
  assert.equal(await hook(page, 'history-item').count(), 0);
  await context.close();
});

test('a session that stores nothing stores nothing', async () => {
  const { page, context } = await newPage(app);
  await page.getByLabel('Store nothing in this session').check();
  await example(page);
  await page.waitForTimeout(300);
  assert.equal(await page.evaluate(() => JSON.stringify(localStorage).includes('Lindqvist')), false);
  await context.close();
});

test('a stopped review keeps what had arrived and ends at the provider', async () => {
  const control = (method, body) => fetch(`${app.upstream.url}/__control?channel=stand-in`, { method, body: body && JSON.stringify(body) });
  await control('DELETE');
  await control('POST', { channel: 'stand-in', delay: 120, chunk: 60 });
  const { page, seen, context } = await newPage(app);
  await example(page);
  await hook(page, 'request-review').click();
  await hook(page, 'edit').first().waitFor({ timeout: 20_000 });
  await hook(page, 'stop-review').click();
  await page.getByText(/^Stopped\./).waitFor();
  const arrived = await hook(page, 'edit').count();
  assert.ok(arrived >= 1);
  await page.waitForTimeout(1500);
  assert.equal(await hook(page, 'edit').count(), arrived, 'nothing more arrives');
  const { requests } = await (await control('GET')).json();
  assert.equal(requests.at(-1).ended, 'closed by client');
  await hook(page, 'request-review').waitFor();
  assert.deepEqual(seen.errors, []);
  await control('DELETE');
  await context.close();
});

test('a job post pasted as rich text keeps its list and loses its scripts', async () => {
  const { page, seen, context } = await newPage(app);
  await hook(page, 'history').waitFor();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', 'plain');
    data.setData(
      'text/html',
      '<h2>What you need</h2><ul><li>Excel</li><li>SAP <b>skills</b></li></ul><script>alert(1)</script><img src=x onerror=alert(2)><p style="color:red">Shifts</p>',
    );
    const paste = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    document.getElementById('post-text').dispatchEvent(paste);
  });
  await page.waitForFunction(() => document.getElementById('post-text').value !== '');
  const text = await hook(page, 'post-text').inputValue();
  assert.match(text, /What you need/);
  assert.match(text, /^[-•*] Excel$/m);
  assert.match(text, /^[-•*] SAP skills$/m);
  assert.match(text, /Shifts/);
  assert.doesNotMatch(text, /alert|script|style|</);
  assert.deepEqual(seen.errors, []);
  await context.close();
});

test('the report has the numbers of the screen, which are about the file', async () => {
  const { page, seen, context } = await newPage(app);
  await hook(page, 'cv-file').setInputFiles(join(root, 'tests', 'pipeline', 'samples', 'chromium-sidebar-en.pdf'));
  await waitForReview(page);
  const readable = await hook(page, 'readable-score').innerText();
  const [download] = await Promise.all([page.waitForEvent('download'), hook(page, 'download-review').click()]);
  assert.equal(pdfText(await download.path()).match(/(\d+) of 100/)?.[1], readable);

  // The same words without the file read better: the columns are gone.
  const text = await hook(page, 'cv-text').inputValue();
  await page.getByRole('button', { name: 'Clear the CV' }).click();
  await hook(page, 'cv-text').fill(text);
  await page.waitForFunction((old) => (document.querySelector('[data-testid="readable-score"]')?.innerText ?? old) !== old, readable);
  assert.deepEqual(seen.errors, []);
  await context.close();
});

test('nothing can be sent before it is on screen', async () => {
  const { page, context } = await newPage(app);
  await example(page);
  await hook(page, 'outgoing-text').waitFor();
  // In one task of the page: the text changes, and the button is looked at once
  // the page has drawn that.
  const [disabled, shown] = await page.evaluate(async () => {
    const box = document.getElementById('cv-text');
    box.value += '\nNew words';
    box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await Promise.resolve();
    const found = (id) => document.querySelector(`[data-testid="${id}"]`);
    return [found('request-review').disabled, found('outgoing-text')?.textContent.includes('New words') ?? false];
  });
  assert.ok(disabled || shown, 'the button works while the old text is shown');
  await page.waitForFunction(() => document.querySelector('[data-testid="outgoing-text"]')?.textContent.includes('New words'));
  assert.equal(await hook(page, 'request-review').isDisabled(), false);
  await context.close();
});
