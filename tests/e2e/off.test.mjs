// Without any key: everything but the AI review works, and it says so.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { hook, newPage, startApp } from './app.mjs';

let app;
before(async () => (app = await startApp({ ai: false })));
after(() => app?.close());

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
