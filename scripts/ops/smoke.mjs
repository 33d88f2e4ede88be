// Whether a deployment does what it should, asked from outside: the same
// questions on this machine, on staging and on production.

import { Stop } from '../say.mjs';

const PAGE_HEADERS = {
  'content-security-policy': /default-src 'none'.*script-src 'self' 'wasm-unsafe-eval'.*require-trusted-types-for 'script'/,
  'strict-transport-security': /max-age=63072000/,
  'x-content-type-options': /^nosniff$/,
  'referrer-policy': /^no-referrer$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-embedder-policy': /^require-corp$/,
  'permissions-policy': /camera=\(\)/,
};
const API_HEADERS = {
  'content-security-policy': /default-src 'none'/,
  'cache-control': /no-store/,
  'x-content-type-options': /^nosniff$/,
  'strict-transport-security': /max-age=63072000/,
};

/** Every question with what was wrong about its answer, or null. */
export async function smoke(calls, url, { commit } = {}) {
  const results = [];
  const ask = async (what, work) => results.push({ what, wrong: await work().catch((error) => error.message) });
  const get = (path, options) => calls.site(`${url}${path}`, options);
  const type = ({ headers }) => headers.get('content-type')?.split(';')[0] ?? 'none';
  const missing = ({ headers }, wanted) => Object.entries(wanted).filter(([name, pattern]) => !pattern.test(headers.get(name) ?? '')).map(([name]) => `no good ${name}`).join(', ') || null;

  const page = await get('/cv-review');
  await ask('/cv-review is the page', async () => {
    if (page.status !== 200 || type(page) !== 'text/html') return `status ${page.status}, type ${type(page)}`;
    return page.text.includes('id="cv-file"') ? null : 'the form is not in it';
  });
  await ask('the security headers of the page', async () => missing(page, PAGE_HEADERS));
  await ask('every file that the page names', async () => {
    const names = [...page.text.matchAll(/(?:data-(?:js|wasm|worker)|src|href)="(\/[^"]+\.(?:js|css|wasm|svg|woff2))"/g)].map(([, name]) => name);
    if (!names.some((name) => name.endsWith('.wasm'))) return 'it names no wasm';
    const wanted = { js: /javascript$/, css: /^text\/css$/, wasm: /^application\/wasm$/, svg: /^image\/svg/, woff2: /^font\/woff2$/ };
    for (const name of new Set(names)) {
      const file = await get(name);
      // Pages answers an unknown address with the page itself and status 200.
      if (file.status !== 200 || !wanted[name.split('.').pop()].test(type(file))) return `${name}: status ${file.status}, type ${type(file)}`;
    }
    return null;
  });
  await ask("the worker's wasm", async () => {
    const start = /data-worker="([^"]+)"/.exec(page.text)?.[1];
    if (!start) return 'the page names no worker';
    const name = /\/[\w-]+_bg\.wasm/.exec((await get(start)).text)?.[0];
    if (!name) return `${start} names no wasm`;
    const file = await get(name);
    return file.status === 200 && type(file) === 'application/wasm' ? null : `${name}: status ${file.status}, type ${type(file)}`;
  });
  await ask('a deep link is the page too', async () => {
    const deep = await get('/status');
    return deep.status === 200 && deep.text.includes('id="app"') ? null : `status ${deep.status}`;
  });
  for (const path of ['/privacy', '/how-it-works']) {
    await ask(`${path} is a page of text`, async () => {
      const text = await get(path);
      return text.status === 200 && text.text.includes('class="prose"') ? null : `status ${text.status}`;
    });
  }
  const health = await get('/api/health');
  await ask('/api/health answers', async () => {
    const body = JSON.parse(health.text);
    // Providers that are down are not the deployment's doing; a database that it cannot reach is.
    if (![200, 503].includes(health.status) || body.database !== 'ok') return `status ${health.status}, ${body.status}, database ${body.database}`;
    if (commit && !body.version.endsWith(`+${commit.slice(0, 8)}`)) return `it is version ${body.version}, not of commit ${commit.slice(0, 8)}`;
    return null;
  });
  await ask('the headers of the API', async () => missing(health, API_HEADERS));
  await ask('an unknown API path is 404 in JSON', async () => {
    const none = await get('/api/nothing');
    return none.status === 404 && type(none) === 'application/json' ? null : `status ${none.status}, type ${type(none)}`;
  });
  await ask('a review may not be asked for with GET', async () => {
    const { status } = await get('/api/cv-review/generate');
    return status === 405 ? null : `status ${status}`;
  });
  await ask('an empty review is refused with a sentence', async () => {
    const empty = await get('/api/cv-review/generate', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
    return empty.status === 400 && JSON.parse(empty.text).code === 'INVALID_INPUT' ? null : `status ${empty.status}`;
  });
  await ask('another site may not ask', async () => {
    const foreign = await get('/api/cv-review/generate', { method: 'POST', headers: { 'content-type': 'application/json', origin: 'https://evil.example' }, body: '{}' });
    return foreign.status === 403 ? null : `status ${foreign.status}`;
  });
  return results;
}

/** `smoke [--url URL] [--commit SHA] [--tries N]`: a new deployment needs some seconds to be everywhere. */
export async function smokeCommand({ calls, place, options }) {
  const url = (options.url ?? place.url).replace(/\/$/, '');
  const tries = Number(options.tries ?? 1);
  for (let left = tries; ; left -= 1) {
    const results = await smoke(calls, url, { commit: options.commit });
    const failed = results.filter(({ wrong }) => wrong);
    if (failed.length === 0 || left <= 1) {
      for (const { what, wrong } of results) calls.say(`  ${wrong ? 'FAILED' : 'ok    '}  ${what}${wrong ? `: ${wrong}` : ''}`);
      if (failed.length > 0) throw new Stop(`${failed.length} of ${results.length} checks failed at ${url}.`);
      return;
    }
    calls.say(`  ${failed.length} checks not there yet, once more in 5 s`);
    await new Promise((resolve) => setTimeout(resolve, 5_000));
  }
}
