// What the journeys of the AI review share.

import { hook } from './app.mjs';

/** Fills the page with the example and waits for its numbers. */
export async function example(page) {
  await hook(page, 'try-example').click();
  await hook(page, 'match-score').waitFor({ timeout: 20_000 });
  await hook(page, 'outgoing-text').waitFor();
}

/** Asks for the AI review and waits until it is complete. */
export async function askAndWait(page) {
  await hook(page, 'request-review').click();
  await page.getByText(/^Complete\. Written by/).waitFor({ timeout: 30_000 });
}

/** Tells the provider stand-in what to do next. */
export async function standIn(app, settings) {
  const url = `${app.upstream.url}/__control?channel=stand-in`;
  await fetch(url, { method: 'DELETE' });
  if (settings) await fetch(url, { method: 'POST', body: JSON.stringify({ channel: 'stand-in', ...settings }) });
}

/** The edit at a place, as a locator. */
export const edit = (page, index) => page.locator(`#edit-${index}`);

/** Reviews of this client that are left today. */
export async function remaining(app) {
  return (await (await fetch(`${app.url}/api/health`)).json()).quota.remaining;
}
