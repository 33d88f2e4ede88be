// Axe on every screen, sizes of what is pressed, and a walk with the keyboard
// alone. Screenshots of every screen go to tests/results/.

import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { root } from '../../scripts/tools.mjs';
import { hook, newPage, startApp } from './app.mjs';
import { check } from './axe.mjs';

const shots = join(root, 'tests', 'results');

let app;
before(async () => {
  app = await startApp();
  mkdirSync(shots, { recursive: true });
});
after(() => app?.close());

const SCREENS = {
  empty: async () => {},
  reviewed: async (page) => {
    await hook(page, 'try-example').click();
    await hook(page, 'match-score').waitFor({ timeout: 20_000 });
    await hook(page, 'outgoing-text').waitFor();
  },
  asked: async (page) => {
    await SCREENS.reviewed(page);
    await hook(page, 'request-review').click();
    await page.getByText(/^Complete\./).waitFor({ timeout: 30_000 });
    const [download] = await Promise.all([page.waitForEvent('download'), hook(page, 'download-cv').click()]);
    await download.path();
    await hook(page, 'certificate').waitFor();
  },
  file: async (page) => {
    await hook(page, 'cv-file').setInputFiles(join(root, 'tests', 'pipeline', 'samples', 'chromium-sidebar-en.pdf'));
    await hook(page, 'readable-score').waitFor({ timeout: 20_000 });
    await page.locator('#line-4').focus();
  },
  hidden: async (page) => {
    await hook(page, 'cv-file').setInputFiles(join(root, 'tests', 'pipeline', 'samples', 'hidden-words-en.pdf'));
    await hook(page, 'readable-score').waitFor({ timeout: 20_000 });
  },
  beside: async (page) => {
    await SCREENS.reviewed(page);
    await page.getByRole('button', { name: 'Keep this review' }).click();
    await hook(page, 'history-item').waitFor();
    const other = await page.context().newPage();
    await other.goto(page.url());
    await hook(other, 'cv-text').fill('Written in another tab');
    await hook(page, 'other-tab').waitFor();
    await other.close();
  },
  problem: async (page) => {
    await hook(page, 'cv-text').fill('word '.repeat(2001).trim());
    await page.locator('main [data-testid="problem"]').first().waitFor();
  },
};

for (const colorScheme of ['light', 'dark']) {
  for (const [device, viewport] of [['desk', { width: 1280, height: 900 }], ['phone', { width: 375, height: 812 }]]) {
    test(`axe finds nothing: ${device}, ${colorScheme}`, async () => {
      for (const [screen, go] of Object.entries(SCREENS)) {
        const { page, context } = await newPage(app, { viewport, colorScheme });
        await hook(page, 'history').waitFor();
        await go(page);
        await page.screenshot({ path: join(shots, `${screen}-${device}-${colorScheme}.png`), fullPage: true });
        await check(page, `${screen}, ${device}, ${colorScheme}`);
        if (screen === 'asked') {
          for (const tab of ['interview', 'technical', 'gaps', 'letter']) {
            await hook(page, `tab-${tab}`).click();
            await check(page, `${tab}, ${device}, ${colorScheme}`);
          }
        }
        await context.close();
      }
      for (const path of ['/privacy', '/how-it-works', '/status', '/nowhere']) {
        const { page, context } = await newPage(app, { path, viewport, colorScheme });
        await page.locator('main h1').waitFor();
        await page.waitForTimeout(400);
        await page.screenshot({ path: join(shots, `${path.slice(1)}-${device}-${colorScheme}.png`), fullPage: true });
        await check(page, `${path}, ${device}, ${colorScheme}`);
        await context.close();
      }
    });
  }
}

test('with the keyboard alone: example, review, accept an edit, download', async () => {
  const { page, context } = await newPage(app);
  await hook(page, 'history').waitFor();

  /** Presses Tab until the hook has the focus. */
  const tabTo = async (id) => {
    for (let presses = 0; presses < 200; presses += 1) {
      if (await page.evaluate((wanted) => document.activeElement?.dataset.testid === wanted, id)) return;
      await page.keyboard.press('Tab');
    }
    assert.fail(`Tab never reached ${id}`);
  };
  await tabTo('try-example');
  await page.keyboard.press('Enter');
  await hook(page, 'match-score').waitFor({ timeout: 20_000 });
  await tabTo('request-review');
  await page.keyboard.press('Enter');
  await page.getByText(/^Complete\./).waitFor({ timeout: 30_000 });
  await tabTo('accept-edit');
  await page.keyboard.press('Enter');
  await page.locator('[data-testid="edit"][data-decision="accepted"]').first().waitFor();
  await tabTo('download-cv');
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  assert.match(download.suggestedFilename(), /\.pdf$/);
  await context.close();
});
