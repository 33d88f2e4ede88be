// The AI review switched off in the database, as an operator does it, and on
// again: the page says so, everything on the device goes on, nothing is sent
// to a provider.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { LocalD1 } from '../ops/database.mjs';
import { hook, newPage, startApp } from './app.mjs';

let app;
let d1;
before(async () => {
  app = await startApp();
  d1 = new LocalD1(app.folder);
});
after(async () => {
  d1?.close();
  await app?.close();
});

test('off: the page says so and keeps working on the device; on: the review is there', async () => {
  d1.run("UPDATE Settings SET value = 'off' WHERE name = 'feature'");
  const { page, context } = await newPage(app);
  await hook(page, 'try-example').click();
  await hook(page, 'match-score').waitFor();
  await hook(page, 'request-review').click();
  await page.getByText('AI review temporarily unavailable. Check back soon!').waitFor({ timeout: 20_000 });
  assert.ok(await hook(page, 'match-score').isVisible());
  assert.equal(app.upstream.channels.get('stand-in')?.calls ?? 0, 0);
  d1.run("UPDATE Settings SET value = 'on' WHERE name = 'feature'");
  await hook(page, 'request-review').click();
  await page.getByText(/^Complete\./).waitFor({ timeout: 30_000 });
  await context.close();
});
