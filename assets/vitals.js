// Loaded only where the person agreed (the switch is on /privacy): three
// figures of how the page felt and the kinds of faults, sent once when the page
// is left. No text, no address, no identifier. Bundled by scripts/vitals.mjs.

import { onCLS, onINP, onLCP } from 'web-vitals';

const PAGES = ['/cv-review', '/how-it-works', '/privacy', '/status'];
const vitals = new Map();
const keep = ({ name, value }) => vitals.set(name, Math.round(value * 10_000) / 10_000);
// As they stand, not only once they are final: leaving may be sudden.
for (const on of [onLCP, onINP, onCLS]) on(keep, { reportAllChanges: true });

let sent = false;
function send() {
  if (document.visibilityState !== 'hidden' || sent || vitals.size === 0) return;
  sent = true;
  const page = PAGES.includes(location.pathname) ? location.pathname : '/';
  const body = JSON.stringify({
    page,
    vitals: [...vitals].map(([name, value]) => ({ name, value })),
    faults: globalThis.cvReview?.faults?.() ?? [],
  });
  fetch('/api/vitals', { method: 'POST', headers: { 'content-type': 'application/json' }, body, keepalive: true }).catch(() => undefined);
}
addEventListener('visibilitychange', send);
addEventListener('pagehide', send);
