// The static shell: the form is there before any wasm, and is the very form
// that the app draws.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
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
  // Compared as markup with the attributes that only an app can set left out.
  const markup = (page) =>
    page.evaluate(() => {
      const copy = document.getElementById('app').cloneNode(true);
      for (const element of copy.querySelectorAll('*')) {
        for (const name of ['value', 'class']) if (element.getAttribute(name) === '') element.removeAttribute(name);
      }
      return copy.innerHTML.replace(/<!--.*?-->/g, '').replace(/>\s+</g, '><').trim();
    });
  const plain = await newPage(app, { javaScriptEnabled: false });
  const live = await newPage(app);
  await live.page.waitForSelector('[data-testid="history"]');
  const shell = await plain.page.content();
  const drawn = await markup(live.page);
  const inShell = shell.slice(shell.indexOf('<div id="app">') + '<div id="app">'.length, shell.indexOf('</footer></div>') + '</footer>'.length);
  const upTo = '<section class="history"';
  assert.ok(drawn.includes(upTo));
  const cut = drawn.slice(0, drawn.indexOf(upTo)) + drawn.slice(drawn.indexOf('</main>'));
  assert.equal(cut, inShell);
  await plain.context.close();
  await live.context.close();
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
    for (const attempt of [() => new Worker('/boot.js'), () => (document.body.innerHTML = '<b>x</b>'), () => (0, eval)('1')]) {
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
