// Bad input and a service that is off, down or used up: each a sentence that
// says what to do, and nothing typed is lost.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { hook, newPage, startApp, waitForReview } from './app.mjs';
import { SAMPLES } from './samples.mjs';

let app;
let folder;
before(async () => {
  app = await startApp();
  folder = mkdtempSync(join(tmpdir(), 'cv-review-files-'));
});
after(async () => {
  await app?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Drops bytes under a name and returns the sentence on the page. */
async function sentenceFor(page, name, bytes) {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  await hook(page, 'cv-file').setInputFiles(path);
  return problem(page);
}

async function problem(page) {
  const shown = page.locator('main [data-testid="problem"]').first();
  await shown.waitFor({ timeout: 15_000 });
  return (await shown.innerText()).trim();
}

test('files that cannot be read say why and what to do', async () => {
  const { page, seen, context } = await newPage(app);
  await hook(page, 'cv-text').fill('Typed before');
  const cases = [
    ['empty.pdf', Buffer.alloc(0), /empty/i],
    ['movie.mp4', Buffer.from([0, 0, 0, 24, 0x66, 0x74, 0x79, 0x70, 0, 1, 2, 3]), /not read here/i],
    ['old.doc', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), /\.docx or PDF/],
    ['big.pdf', Buffer.alloc(25 * 1024 * 1024, 0x20), /25 MB/],
    ['broken.pdf', Buffer.from('%PDF-1.7\nnot really'), /./],
    ['picture.png', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), /picture/],
  ];
  for (const [name, bytes, expected] of cases) {
    const sentence = await sentenceFor(page, name, bytes);
    assert.match(sentence, expected, name);
    assert.match(sentence, /[.!]$/, name);
    assert.equal(await hook(page, 'cv-text').inputValue(), 'Typed before', `${name} took the text away`);
    await hook(page, 'cv-text').fill('Typed before ');
    await hook(page, 'cv-text').fill('Typed before');
  }
  assert.deepEqual(seen.errors, []);
  await context.close();
});

test('a scanned and a locked PDF say what to do', async () => {
  const { page, context } = await newPage(app);
  await hook(page, 'cv-file').setInputFiles(join(SAMPLES, 'scanned.pdf'));
  assert.match(await problem(page), /picture|scan/i);
  await hook(page, 'cv-text').fill('x');
  await hook(page, 'cv-file').setInputFiles(join(SAMPLES, 'locked.pdf'));
  await page.getByText(/password/i).first().waitFor();
  await context.close();
});

test('one character too many is said, kept, and does not stop the instant review', async () => {
  const { page, context } = await newPage(app);
  const text = `Jo Ames\njo@example.com\n\nExperience\n${'Baked bread every day. '.repeat(500)}`.slice(0, 10_001);
  await hook(page, 'cv-text').fill(text);
  assert.match(await problem(page), /1 character more than the limit of 10,000/);
  await waitForReview(page);
  await page.reload();
  await waitForReview(page);
  assert.equal((await hook(page, 'cv-text').inputValue()).length, 10_001);
  await context.close();
});

test('a provider that fails says so; the instant review stays; the day is not used up', async () => {
  const { page, context } = await newPage(app);
  await hook(page, 'try-example').click();
  await hook(page, 'match-score').waitFor();
  const remaining = async () => (await (await fetch(`${app.url}/api/health`)).json()).quota.remaining;
  const before = await remaining();
  await fetch(`${app.upstream.url}/__control`, { method: 'POST', body: JSON.stringify({ channel: 'stand-in', forever: '401' }) });
  await hook(page, 'request-review').click();
  assert.match(await problem(page), /./);
  assert.ok(await hook(page, 'match-score').isVisible());
  assert.equal(await remaining(), before);
  await fetch(`${app.upstream.url}/__control?channel=stand-in`, { method: 'DELETE' });
  await context.close();
});

test('offline: the message says so and the download still works', async () => {
  const { page, context } = await newPage(app);
  await hook(page, 'try-example').click();
  await hook(page, 'match-score').waitFor();
  // Once, so that the fonts are there: they come from our own origin.
  await Promise.all([page.waitForEvent('download'), hook(page, 'download-cv').click()]);
  await context.setOffline(true);
  await hook(page, 'request-review').click();
  assert.match(await problem(page), /could not be reached/);
  await Promise.all([page.waitForEvent('download'), hook(page, 'download-cv').click()]);
  await context.close();
});

test('storage that holds damaged data is set aside, not overwritten', async () => {
  const { page, context } = await newPage(app);
  await hook(page, 'history').waitFor();
  await page.evaluate(() => localStorage.setItem('cv-review/draft', '{"version":99,"value":{"cv":"precious"}}'));
  await page.reload();
  assert.match(await problem(page), /set aside/);
  assert.ok(await page.evaluate(() => localStorage.getItem('cv-review/draft.set-aside').includes('precious')));
  await context.close();
});
