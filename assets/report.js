// On /privacy: the switch for measuring, and the report that a person may send
// when something went wrong. The report is shown in full before it can be sent;
// it holds sizes, never a text.

const MEASURE = 'cv-review/measure';

function kept(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

const box = document.getElementById('measure');
box.checked = kept(MEASURE) === 'yes';
box.disabled = false;
box.addEventListener('change', () => {
  const said = document.getElementById('measure-state');
  try {
    if (box.checked) localStorage.setItem(MEASURE, 'yes');
    else localStorage.removeItem(MEASURE);
    said.textContent = box.checked ? 'Thank you. From the next page on, the figures above are sent when you leave it.' : 'Nothing is sent.';
  } catch {
    box.checked = false;
    said.textContent = 'This browser keeps nothing for this site, so nothing is sent.';
  }
});

/** How much is kept in this browser, in characters; what it says is not looked at. */
const sizes = () => ({ draft: kept('cv-review/draft')?.length ?? 0, history: kept('cv-review/history')?.length ?? 0 });

function faults() {
  try {
    const list = JSON.parse(sessionStorage.getItem('cv-review/faults') ?? '[]');
    return Array.isArray(list) ? list.slice(-8) : [];
  } catch {
    return [];
  }
}

function storageWorks() {
  try {
    localStorage.setItem('cv-review/probe', '1');
    localStorage.removeItem('cv-review/probe');
    return true;
  } catch {
    return false;
  }
}

async function makeReport() {
  const service = await fetch('/api/health', { cache: 'no-store' }).then((answer) => answer.json()).then(({ status }) => status, () => 'unreachable');
  return {
    release: document.getElementById('release')?.dataset.release || 'unknown',
    page: '/privacy',
    at: new Date().toISOString(),
    browser: navigator.userAgent.replace(/[^\x20-\x7e]/g, '?').slice(0, 300) || 'unknown',
    language: /^[A-Za-z0-9-]{1,35}$/.test(navigator.language) ? navigator.language : 'unknown',
    screen: `${innerWidth}x${innerHeight}@${Math.round(devicePixelRatio * 100) / 100}`,
    online: navigator.onLine,
    webAssembly: typeof WebAssembly === 'object',
    trustedTypes: typeof trustedTypes === 'object',
    storage: storageWorks(),
    kept: sizes(),
    service,
    faults: faults(),
  };
}

const make = document.getElementById('make-report');
const shown = document.getElementById('report');
const send = document.getElementById('send-report');
const state = document.getElementById('report-state');
let report = null;

make.disabled = false;
make.addEventListener('click', async () => {
  report = await makeReport();
  shown.textContent = JSON.stringify(report, null, 2);
  shown.hidden = false;
  send.hidden = false;
  state.textContent = 'This is all of it. Nothing was sent yet.';
});

send.addEventListener('click', async () => {
  send.hidden = true;
  try {
    const answer = await fetch('/api/diagnostic', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(report) });
    const body = await answer.json();
    state.textContent = answer.ok ? `Sent. Its name is ${body.id}: quote it when you write to us.` : body.error;
    send.hidden = answer.ok;
  } catch {
    state.textContent = 'It could not be sent: no connection. You can copy the text above instead.';
    send.hidden = false;
  }
});
