// Axe on what is on screen, and what axe does not look at: sizes of what is
// pressed, and scrolling sideways.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export async function check(page, name) {
  // The CSP lets no script in from the page's side; the debugger's side may.
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: axe });
  const { result } = await session.send('Runtime.evaluate', {
    expression: `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], rules: { 'target-size': { enabled: true } } })
      .then((found) => JSON.stringify(found.violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.target.join(' ')).slice(0, 4).join(', '))))`,
    awaitPromise: true,
    returnByValue: true,
  });
  assert.deepEqual(JSON.parse(result.value), [], name);
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('button, select, summary, textarea, .drop, .switch')]
      .filter((element) => element.offsetParent && (element.getBoundingClientRect().height < 44 || element.getBoundingClientRect().width < 44))
      .map((element) => element.outerHTML.slice(0, 80)),
  );
  assert.deepEqual(small, [], `${name}: smaller than 44 px`);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.equal(wide, 0, `${name}: scrolls sideways`);
}
