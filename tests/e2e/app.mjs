// What every journey needs: the built app with its own D1 and provider
// stand-in, and a browser whose network, console and cookies are recorded.

import { chromium, firefox, webkit } from 'playwright-core';
import { servePrivate } from '../../scripts/serve.mjs';
import { ensureBrowser } from '../../scripts/setup.mjs';
import { makeSamples } from './samples.mjs';
import { startUpstream } from '../upstream/server.mjs';

/** Without these Chromium looks for hosts of its maker at every start. */
const OFFLINE = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Chromium of this machine; or one of Playwright's own, where CV_REVIEW_BROWSER names it and it is installed. */
async function launch() {
  const own = { firefox, webkit }[process.env.CV_REVIEW_BROWSER];
  return own ? own.launch() : chromium.launch({ executablePath: (await ensureBrowser()).chromium, args: OFFLINE });
}

/** Starts the app and a browser; `close` ends both. */
export async function startApp({ ai = true, vars = {} } = {}) {
  const upstream = await startUpstream({ delay: 10, chunk: 120 });
  const keys = { GEMINI_API_KEY: 'stand-in', GEMINI_BASE_URL: upstream.url, HF_API_KEY: 'stand-in', HF_BASE_URL: upstream.url };
  const app = await servePrivate({ vars: { ...(ai ? keys : {}), RATE_LIMIT_PER_IP: '100', ...vars } });
  const browser = await launch();
  await makeSamples(browser);
  const close = async () => {
    await browser.close();
    await app.close();
    await upstream.close();
  };
  return { url: app.url, folder: app.folder, upstream, browser, log: app.log, close };
}

/**
 * A new page with nothing kept. `seen` collects what the browser did:
 * requests, console errors, CSP violations, uncaught errors.
 */
export async function newPage(app, { path = '/cv-review', viewport = { width: 1280, height: 900 }, colorScheme = 'light', javaScriptEnabled = true } = {}) {
  const context = await app.browser.newContext({ viewport, colorScheme, javaScriptEnabled, acceptDownloads: true, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const seen = { requests: [], errors: [] };
  page.on('request', (request) => seen.requests.push({ url: request.url(), method: request.method(), body: request.postData() }));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') seen.errors.push(message.text());
  });
  page.on('pageerror', (error) => seen.errors.push(String(error)));
  page.on('dialog', (dialog) => dialog.accept());
  await page.goto(app.url + path);
  return { page, context, seen };
}

export const hook = (page, id) => page.locator(`[data-testid="${id}"]`);

/** Waits until the instant review is on screen and belongs to the texts. */
export async function waitForReview(page) {
  await hook(page, 'readable-score').waitFor({ timeout: 20_000 });
}

/** Sends were any to another origin than the app's. */
export function foreignRequests(app, seen) {
  return seen.requests.filter(({ url }) => !url.startsWith(app.url) && !url.startsWith('data:') && !url.startsWith('blob:'));
}
