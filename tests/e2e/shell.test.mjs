// The static shell: the form is there before any wasm, and is the very form
// that the app draws.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { SAMPLES } from './samples.mjs';
import { foreignRequests, hook, newPage, startApp } from './app.mjs';

let app;
before(async () => (app = await startApp()));
after(() => app?.close());

test('the form is on screen without any script', async () => {
  const { page, context } = await newPage(app, { javaScriptEnabled: false });
  for (const id of ['cv-file', 'cv-text', 'post-text', 'try-example']) assert.equal(await hook(page, id).count(), 1, id);
  assert.ok(await hook(page, 'cv-text').isVisible());
  assert.match(await page.locator('noscript').textContent(), /needs JavaScript/);
  await context.close();
});

test('the app draws what the shell holds', async () => {
  const live = await newPage(app);
  await hook(live.page, 'history').waitFor();
  const drawn = await live.page.evaluate(() => document.getElementById('app').outerHTML);
  const shell = await (await fetch(`${app.url}/cv-review`)).text();
  // Compared on a page of its own: the app's policy lets no HTML be parsed.
  const blank = await live.context.newPage();
  const [expected, actual] = await blank.evaluate(
    (pages) =>
      pages.map((html) => {
        const root = new DOMParser().parseFromString(html, 'text/html').getElementById('app');
        // What only the app has.
        root.querySelector('[data-testid="history"]')?.remove();
        const lines = [];
        const walk = (node, depth) => {
          const indent = ' '.repeat(depth);
          if (node.nodeType === Node.TEXT_NODE) lines.push(indent + node.data);
          if (node.nodeType !== Node.ELEMENT_NODE) return;
          const attributes = [...node.attributes].filter(({ name, value }) => value !== '' && name !== 'value');
          lines.push(`${indent}${node.localName} ${attributes.map(({ name, value }) => `${name}=${value}`).sort().join(' ')}`);
          node.normalize();
          node.childNodes.forEach((child) => walk(child, depth + 1));
        };
        walk(root, 0);
        return lines;
      }),
    [shell, drawn],
  );
  assert.deepEqual(actual, expected);
  await live.context.close();
});

test('what is done before the app is ready is not lost', async () => {
  const slow = async ({ page }) => {
    await page.route('**/cv-review-*_bg.wasm', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1200));
      await route.continue();
    });
    await page.goto(`${app.url}/cv-review`, { waitUntil: 'domcontentloaded' });
  };
  const typing = await newPage(app, { path: '/robots.txt' });
  await slow(typing);
  await hook(typing.page, 'cv-text').click();
  await typing.page.keyboard.type('Typed very early');
  await hook(typing.page, 'history').waitFor();
  await typing.page.keyboard.type(', and on');
  assert.equal(await hook(typing.page, 'cv-text').inputValue(), 'Typed very early, and on');
  await typing.context.close();

  const asking = await newPage(app, { path: '/robots.txt' });
  await slow(asking);
  await hook(asking.page, 'try-example').click();
  await hook(asking.page, 'match-score').waitFor({ timeout: 20_000 });
  await asking.context.close();

  const choosing = await newPage(app, { path: '/robots.txt' });
  await slow(choosing);
  await hook(choosing.page, 'cv-file').setInputFiles(join(SAMPLES, 'cv.pdf'));
  await hook(choosing.page, 'readable-score').waitFor({ timeout: 20_000 });
  await choosing.context.close();
});

test('a file chosen in a dialog that was open while the app took over is read', async () => {
  const { page, context } = await newPage(app);
  const before = await page.$('#cv-file');
  await hook(page, 'history').waitFor();
  assert.equal(await before.evaluate((input) => input.isConnected), false, 'the app drew an input of its own');
  await before.setInputFiles(join(SAMPLES, 'cv.pdf'));
  await hook(page, 'readable-score').waitFor({ timeout: 20_000 });
  await context.close();
});

test('the app is fetched at the first sign of use, not before', async () => {
  const context = await app.browser.newContext();
  const page = await context.newPage();
  const fetched = [];
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
  await page.goto(`${app.url}/cv-review`);
  assert.deepEqual(fetched.filter((path) => /wasm|cv-review-|worker/.test(path)), []);
  await hook(page, 'cv-text').press('a');
  await hook(page, 'history').waitFor();
  assert.equal(await hook(page, 'cv-text').inputValue(), 'a');
  await context.close();
});

test('the worker loads after the page, and nothing comes from elsewhere', async () => {
  const { page, seen, context } = await newPage(app);
  await page.waitForRequest((request) => request.url().endsWith('_bg.wasm') && request.url().includes('/worker-'));
  await page.waitForTimeout(500);
  assert.deepEqual(foreignRequests(app, seen), []);
  assert.deepEqual(seen.errors, []);
  assert.deepEqual(await context.cookies(), []);
  await context.close();
});

test('every page of the site has its headers', async () => {
  for (const path of ['/', '/cv-review', '/privacy', '/how-it-works', '/status', '/boot.js']) {
    const response = await fetch(app.url + path);
    assert.equal(response.status, 200, path);
    const policy = response.headers.get('content-security-policy');
    assert.match(policy, /default-src 'none'/, path);
    assert.match(policy, /require-trusted-types-for 'script'/, path);
    assert.equal(response.headers.get('x-content-type-options'), 'nosniff', path);
    assert.equal(response.headers.get('referrer-policy'), 'no-referrer', path);
  }
});

test('the policy lets no other worker and no inline script in', async () => {
  const { page, context } = await newPage(app);
  await hook(page, 'history').waitFor();
  const refused = await page.evaluate(() => {
    const outcomes = [];
    for (const attempt of [() => new Worker('/boot.js'), () => (document.body.innerHTML = '<b>x</b>'), () => (document.createElement('script').text = '1')]) {
      try {
        attempt();
        outcomes.push('went through');
      } catch (error) {
        outcomes.push(error.name);
      }
    }
    return outcomes;
  });
  assert.ok(!refused.includes('went through'), refused.join(', '));
  await context.close();
});

test('a wrong address and an unknown API route are answered as what they are', async () => {
  const { page, context } = await newPage(app, { path: '/no-such-page' });
  await page.getByRole('heading', { name: 'There is no page at this address' }).waitFor();
  await context.close();
  const unknown = await fetch(`${app.url}/api/nothing`);
  assert.equal(unknown.status, 404);
  assert.match(unknown.headers.get('content-type'), /application\/json/);
  const wrong = await fetch(`${app.url}/api/cv-review/generate`);
  assert.equal(wrong.status, 405);
  assert.equal(wrong.headers.get('allow'), 'POST');
});
