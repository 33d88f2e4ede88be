// The AI review off or used up: everything else works, and the page says why
// and when to try again.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { hook, newPage, startApp } from './app.mjs';

let app;
let limited;
before(async () => {
  app = await startApp({ ai: false });
  limited = await startApp({ vars: { RATE_LIMIT_PER_IP: '1' } });
});
after(async () => {
  await app?.close();
  await limited?.close();
});

test('without keys the instant review and the download work, and the AI review says why not', async () => {
  const { page, context } = await newPage(app);
  await hook(page, 'try-example').click();
  await hook(page, 'match-score').waitFor();
  await hook(page, 'request-review').click();
  const problem = page.locator('main [data-testid="problem"]');
  await problem.waitFor();
  assert.match(await problem.innerText(), /\S+.*\./);
  await Promise.all([page.waitForEvent('download'), hook(page, 'download-cv').click()]);
  await context.close();
});

test('the day used up: the page says when to come back, and the first review stays', async () => {
  const { page, context } = await newPage(limited);
  await hook(page, 'try-example').click();
  await hook(page, 'match-score').waitFor();
  await hook(page, 'request-review').click();
  await page.getByText(/^Complete\./).waitFor({ timeout: 30_000 });
  await hook(page, 'download-cv').waitFor();
  await hook(page, 'request-review').click();
  const problem = page.locator('main [data-testid="problem"]');
  await problem.waitFor();
  assert.match(await problem.innerText(), /tomorrow|midnight|UTC|hour/i);
  assert.ok(await hook(page, 'match-score').isVisible());
  assert.ok((await hook(page, 'edit').count()) > 0, 'the first review is still on screen');
  assert.equal(await hook(page, 'history-item').count(), 1);
  await context.close();
});
