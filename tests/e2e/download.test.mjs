// The download: what is read back is shown, and a loss holds the file back.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { hook, newPage, startApp } from './app.mjs';

let app;
before(async () => (app = await startApp()));
after(() => app?.close());

/**
 * Our writers lose nothing that could be asked for here, so the worker's own
 * answer is changed on its way: the check of the words did not pass.
 */
const LOSSY = `
  const post = self.postMessage.bind(self);
  self.postMessage = (data, ...rest) => {
    const bytes = data?.[0];
    if (bytes instanceof Uint8Array && data.length > 1) {
      const at = new TextDecoder('latin1').decode(bytes).indexOf('\\u0005words');
      if (at >= 0) bytes[at + 6] = 0;
    }
    post(data, ...rest);
  };
`;

test('a file that lost something is held back until the user insists', async () => {
  const { page, seen, context } = await newPage(app, { path: '/robots.txt' });
  await page.route('**/worker-start-*.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: LOSSY + (await response.text()) });
  });
  await page.goto(`${app.url}/cv-review`);
  await hook(page, 'try-example').click();
  await hook(page, 'match-score').waitFor({ timeout: 20_000 });
  let downloads = 0;
  page.on('download', () => (downloads += 1));
  await hook(page, 'download-cv').click();
  await hook(page, 'certificate').waitFor();
  assert.match(await hook(page, 'certificate').innerText(), /was not handed over/);
  assert.match(await hook(page, 'certificate').innerText(), /Not passed: \d+ of \d+ words/);
  await page.waitForTimeout(500);
  assert.equal(downloads, 0);
  assert.equal(await hook(page, 'history-item').count(), 0, 'what nobody has is not kept');

  const [download] = await Promise.all([page.waitForEvent('download'), hook(page, 'insist').click()]);
  assert.match(download.suggestedFilename(), /\.pdf$/);
  await hook(page, 'history-item').waitFor();
  assert.match(await hook(page, 'history-item').innerText(), /differs from the text/);
  assert.equal(await hook(page, 'insist').count(), 0);

  // Another text: the file that was held is let go.
  await hook(page, 'download-cv').click();
  await hook(page, 'insist').waitFor();
  await hook(page, 'cv-text').press('Control+End');
  await hook(page, 'cv-text').pressSequentially('\nx');
  await hook(page, 'insist').waitFor({ state: 'detached' });
  assert.deepEqual(seen.errors, []);
  await context.close();
});

test('a change of the country changes what is said of personal data, and is kept', async () => {
  const { page, context } = await newPage(app);
  await hook(page, 'cv-text').fill('Jo Ames\njo@example.com\n+49 30 1234567\nDate of birth: 3 May 1990\nMarital status: single\n\nExperience\nCook, Acme, Jan 2019 - Present\n- Cooked for 40 guests a day\n\nSkills\nBaking');
  await hook(page, 'country').waitFor({ timeout: 20_000 });
  const about = page.locator('[data-testid="finding"]', { hasText: /birth/i });
  await about.first().waitFor();
  await hook(page, 'country').selectOption('de');
  await about.first().waitFor({ state: 'detached' });
  await hook(page, 'country').selectOption('gb');
  await about.filter({ hasText: /United Kingdom/ }).first().waitFor();
  await page.reload();
  await hook(page, 'country').waitFor({ timeout: 20_000 });
  assert.equal(await hook(page, 'country').inputValue(), 'gb');
  await context.close();
});
