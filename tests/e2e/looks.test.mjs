// The AI review in every state that only it has, on a desk and on a phone, in
// light and dark: axe finds nothing. Screenshots go to tests/results/.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { root } from '../../scripts/tools.mjs';
import { hook, newPage, startApp } from './app.mjs';
import { check } from './axe.mjs';
import { askAndWait, edit, example, standIn } from './review.mjs';

const shots = join(root, 'tests', 'results');

let app;
before(async () => {
  app = await startApp();
  mkdirSync(shots, { recursive: true });
});
after(() => app?.close());

const open = (page) => page.locator('[data-testid="question"]').first().locator('summary').first().click();

/** What is looked at, in the order of one visit. */
const STATES = {
  'review-edits': async (page) => {
    await askAndWait(page);
    await hook(page, 'keywords').waitFor();
  },
  'review-decided': async (page) => {
    await page.locator('[data-testid="edit"][data-guard="flagged"]').first().getByRole('button', { name: /It is true/ }).click();
    await edit(page, 0).getByRole('button', { name: /Accept/ }).click();
    await edit(page, 1).getByRole('button', { name: 'Reject' }).click();
    await edit(page, 3).getByRole('button', { name: 'Edit' }).click();
    await hook(page, 'defend').waitFor();
  },
  'review-interview': async (page) => {
    await hook(page, 'tab-interview').click();
    await open(page);
  },
  'review-practice': async (page) => {
    await hook(page, 'practice-mode').check();
    await page.locator('#practice-0').fill('When the depot moved I had to plan 14 stores anew. I called every driver and moved two runs.');
    await hook(page, 'star-parts').waitFor();
  },
  'review-technical': async (page) => {
    await hook(page, 'tab-technical').click();
    await hook(page, 'scenario').first().locator('summary').click();
  },
  'review-gaps': async (page) => {
    await hook(page, 'tab-gaps').click();
    await hook(page, 'gap').first().getByRole('checkbox').check();
  },
  'review-letter': async (page) => {
    await hook(page, 'tab-letter').click();
    await page.locator('#letter-text').press('Control+End');
    await page.keyboard.type('\n\nI led 4,000 people at Zanzibar Rocketry.');
    await hook(page, 'letter-guard').locator('.flags').getByText('4,000', { exact: false }).first().waitFor();
  },
  'review-partial': async (page) => {
    await standIn(app, { forever: 'end-late' });
    await hook(page, 'request-review').click();
    await hook(page, 'rest').waitFor({ timeout: 40_000 });
    await standIn(app);
  },
  'review-arriving': async (page) => {
    await standIn(app, { delay: 60, chunk: 60 });
    await hook(page, 'request-rest').click();
    await hook(page, 'arrivals').waitFor();
    await page.waitForTimeout(2_500);
  },
};

for (const colorScheme of ['light', 'dark']) {
  for (const [device, viewport] of [['desk', { width: 1280, height: 900 }], ['phone', { width: 375, height: 812 }]]) {
    test(`every state of the AI review: ${device}, ${colorScheme}`, async () => {
      await standIn(app);
      const { page, context } = await newPage(app, { viewport, colorScheme });
      await example(page);
      for (const [state, go] of Object.entries(STATES)) {
        await go(page);
        const place = ['review-partial', 'review-arriving'].includes(state) ? '.ask-ai' : '.ai-review';
        await page.locator(place).screenshot({ path: join(shots, `${state}-${device}-${colorScheme}.png`) });
        await check(page, `${state}, ${device}, ${colorScheme}`);
      }
      await context.close();
    });
  }
}
