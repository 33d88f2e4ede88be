// What a page tells about itself: nothing before the person agrees, figures
// without content after that, and a report only as it was shown.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { foreignRequests, hook, newPage, startApp } from './app.mjs';

const SECRET = 'Zenobia Quillfeather led the night shift';
let app;
before(async () => (app = await startApp()));
after(() => app?.close());

const told = (seen) => seen.requests.filter(({ url }) => /\/(vitals\.js|api\/(vitals|diagnostic))/.test(url));

async function agree(page) {
  await page.goto(`${app.url}/privacy`);
  await page.locator('#measure:enabled').check();
  await page.getByText('Thank you.').waitFor();
}

test('before anyone agrees nothing is loaded and nothing is sent', async () => {
  const { page, context, seen } = await newPage(app);
  await hook(page, 'try-example').click();
  await hook(page, 'match-score').waitFor();
  await page.goto(`${app.url}/privacy`);
  assert.equal(await page.locator('#measure:enabled').isChecked(), false);
  assert.deepEqual(told(seen), []);
  await context.close();
});

test('who agreed sends figures when leaving, no text, and can take it back', async () => {
  const { page, context, seen } = await newPage(app);
  await agree(page);
  await page.goto(`${app.url}/cv-review`);
  await hook(page, 'cv-text').fill(SECRET);
  await page.waitForTimeout(500);
  const sent = page.waitForRequest((request) => request.url().endsWith('/api/vitals'), { timeout: 10_000 });
  // As when the tab is left, but with the page still there to be looked at.
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden' });
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  });
  const body = (await sent).postDataJSON();
  assert.equal((await (await sent).response()).status(), 204);
  assert.equal(body.page, '/cv-review');
  const names = body.vitals.map(({ name }) => name);
  assert.ok(names.includes('LCP') && names.includes('CLS'), names.join());
  for (const { value } of body.vitals) assert.ok(value >= 0 && value < 60_000);
  assert.ok(!JSON.stringify(seen.requests.filter(({ url }) => url.includes('/api/'))).includes('Zenobia'));
  await page.goto(`${app.url}/privacy`);
  await page.locator('#measure:enabled').uncheck();
  await page.getByText('Nothing is sent.').waitFor();
  const before = told(seen).length;
  await page.goto(`${app.url}/cv-review`);
  await hook(page, 'history').waitFor();
  await page.goto(`${app.url}/how-it-works`);
  assert.equal(told(seen).length, before);
  assert.deepEqual(foreignRequests(app, seen), []);
  await context.close();
});

test('the report is sent as it was shown, with the kind of a fault and no text', async () => {
  const { page, context, seen } = await newPage(app);
  await hook(page, 'cv-text').fill(SECRET);
  await hook(page, 'history').waitFor();
  await page.waitForTimeout(1_500); // the draft is kept
  await page.evaluate((text) => setTimeout(() => { throw new RangeError(text); }), SECRET);
  await page.waitForFunction(() => sessionStorage.getItem('cv-review/faults'));
  await page.goto(`${app.url}/privacy`);
  await page.locator('#make-report:enabled').click();
  await page.locator('#report').waitFor();
  const shown = await page.locator('#report').innerText();
  assert.deepEqual(told(seen), [], 'nothing is sent by looking');
  assert.ok(!shown.includes('Zenobia'), shown);
  const report = JSON.parse(shown);
  assert.equal(report.faults.at(-1).kind, 'RangeError');
  assert.ok(report.kept.draft > SECRET.length);
  assert.equal(report.service, 'ok');
  const sent = page.waitForRequest((request) => request.url().endsWith('/api/diagnostic'));
  await page.locator('#send-report').click();
  assert.deepEqual((await sent).postDataJSON(), report);
  const state = page.getByText(/^Sent\. Its name is \d{4}-\d\d-\d\d-[0-9a-f]{8}/);
  await state.waitFor();
  await context.close();
});

test('every page says which release it is, as /api/health does', async () => {
  const { version } = await (await fetch(`${app.url}/api/health`)).json();
  const { page, context } = await newPage(app);
  for (const path of ['/cv-review', '/status', '/privacy', '/how-it-works']) {
    await page.goto(app.url + path);
    const text = await page.locator('#release').innerText();
    assert.match(text, /^Version \d+\.\d+\.\d+(, commit [0-9a-f]{8})?$/);
    assert.equal(text.split(/[ ,]/)[1], version.split('+')[0]);
  }
  await context.close();
});
