// Starts the page. External, because the CSP allows no inline script.
//
// - the form of index.html can be used before the app is there; the app is
//   fetched at the first sign of use, at the latest a second after the page
//   has loaded, and at once where there is something to bring back. So its
//   wasm competes with nothing that a first look needs;
// - the one Trusted Types policy: it lets through the address of our own
//   worker and nothing else;
// - a file dropped before the app is ready is kept, not opened by the browser;
// - a fault of the app is said on the page: it is a trap, which the app itself
//   can no longer say;
// - the kinds of faults are kept for this tab, without their words, for the
//   report that a person may make on /privacy; where they agreed to measuring,
//   its script is loaded;
// - a failure to load is said on the page, after one retry: a deploy may have
//   replaced the files that a cached page names.

const me = document.querySelector('script[data-wasm]');
const workerAddress = new URL(me.dataset.worker, location.origin).href;

const policy = globalThis.trustedTypes?.createPolicy('boot', {
  createScriptURL(address) {
    if (new URL(address, location.origin).href !== workerAddress) throw new TypeError('not our worker');
    return address;
  },
});

globalThis.cvReview = {
  /** A new worker; called by the app, and again when one had to be ended. */
  startWorker() {
    const address = policy ? policy.createScriptURL(workerAddress) : workerAddress;
    return new Worker(address, { type: 'module' });
  },
  /** A file that was dropped before the app was ready. */
  dropped: null,
  /** "Try an example" was pressed before the app was ready. */
  exampleAsked: false,
  /** Kinds and places of what went wrong in this tab; a message could quote a text. */
  faults: () => JSON.parse(store('sessionStorage')?.getItem('cv-review/faults') ?? '[]'),
  /** Set by the app: from then on it takes its own events. */
  mounted: false,
};

function store(name) {
  try {
    return globalThis[name];
  } catch {
    return null;
  }
}

function keepFault(error, file = '', line = 0, column = 0) {
  const where = /\/(boot|cv-review|worker|vitals)[\w-]*\.(?:js|wasm)/.exec(file)?.[1] ?? 'other';
  const kind = /^[A-Za-z]{1,40}$/.test(error?.name) ? error.name : 'Error';
  try {
    const faults = [...globalThis.cvReview.faults(), { kind, where: `${where}:${line}:${column}` }];
    store('sessionStorage')?.setItem('cv-review/faults', JSON.stringify(faults.slice(-8)));
  } catch {
    // Nothing may be kept: then there is nothing to report.
  }
}
addEventListener('error', ({ error, filename, lineno, colno }) => keepFault(error, filename, lineno, colno));
addEventListener('unhandledrejection', ({ reason }) => keepFault(reason));
if (store('localStorage')?.getItem('cv-review/measure') === 'yes') import('/vitals.js').catch(() => undefined);

const keep = (event) => {
  event.preventDefault();
  if (event.type === 'drop') globalThis.cvReview.dropped ??= event.dataTransfer?.files?.[0] ?? null;
};
addEventListener('dragover', keep);
addEventListener('drop', keep);
addEventListener('click', ({ target }) => {
  if (!globalThis.cvReview.mounted && target.closest?.('[data-testid="try-example"]')) globalThis.cvReview.exampleAsked = true;
});

// The dialog of a file may be open while the app takes the form over: what is
// chosen then goes to the input that is there now.
for (const input of document.querySelectorAll('input[type="file"]')) {
  input.addEventListener('change', () => {
    const now = document.getElementById(input.id);
    if (!now || now === input) return;
    now.files = input.files;
    now.dispatchEvent(new Event('change', { bubbles: true }));
  });
}

function fail(sentence) {
  const notice = document.getElementById('boot-problem');
  if (!notice) return;
  notice.textContent = sentence;
  notice.dataset.testid = 'problem';
  notice.hidden = false;
}

const broken = ({ error, reason }) => {
  if ((error ?? reason) instanceof WebAssembly.RuntimeError) {
    fail('Something on our side broke. Your text is saved in this browser: reload the page to go on.');
  }
};
addEventListener('error', broken);
addEventListener('unhandledrejection', broken);

async function start() {
  if (typeof WebAssembly !== 'object') {
    fail('This browser cannot run WebAssembly, which this tool is made of. Open the page in a current Firefox, Chrome, Edge or Safari.');
    return;
  }
  try {
    const wasm = fetch(me.dataset.wasm);
    wasm.catch(() => undefined); // said below, once
    const app = await import(me.dataset.js);
    await app.default({ module_or_path: wasm });
    sessionStorage.removeItem('cv-review/retried');
  } catch (error) {
    console.error(error);
    keepFault(error, '/boot.js');
    let retried = true;
    try {
      retried = sessionStorage.getItem('cv-review/retried') === 'yes';
      sessionStorage.setItem('cv-review/retried', 'yes');
    } catch {
      // Storage is forbidden: no retry, so that it cannot loop.
    }
    if (!retried) location.reload();
    else fail('The tool did not load. Check the connection and reload the page; what you typed before is kept in this browser.');
  }
}

const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'focusin', 'input', 'change', 'dragenter', 'scroll'];
function begin() {
  for (const sign of SIGNS) removeEventListener(sign, begin, true);
  if (!begun) start();
  begun = true;
}
let begun = false;
for (const sign of SIGNS) addEventListener(sign, begin, { capture: true, passive: true });

const kept = store('localStorage');
const toBringBack = kept && Object.keys(kept).some((key) => /^cv-review\/(?!measure$)/.test(key));
const withForm = ['/', '/cv-review'].includes(location.pathname);
if (toBringBack || !withForm) begin();
else if (document.readyState === 'complete') setTimeout(begin, 1_000);
else addEventListener('load', () => setTimeout(begin, 1_000));
