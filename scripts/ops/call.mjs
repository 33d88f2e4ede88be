// Every call that the operator's commands make to the outside: wrangler, the
// Cloudflare API, the GitHub API, a web hook, a site. Each is printed before it
// is made. In a dry run a call that would change something is only printed.

import { Stop, run } from '../say.mjs';
import { quiet, root, toolPath } from '../tools.mjs';

const PATIENCE_MS = 30_000;

/** Where the services are; tests point these at this machine. */
const places = (env) => ({
  wrangler: env.CV_REVIEW_WRANGLER || `${root}/node_modules/wrangler/bin/wrangler.js`,
  cloudflare: env.CLOUDFLARE_API_URL || 'https://api.cloudflare.com/client/v4',
  github: env.GITHUB_API_URL || 'https://api.github.com',
});

/** The calls, as one value: `dry` prints what would change and does not do it. */
export function callsOf({ dry = false, env = process.env, say = (line) => process.stdout.write(`${line}\n`) } = {}) {
  const at = places(env);
  const made = [];
  const announce = (line, changes) => {
    made.push(line);
    say(`  ${dry && changes ? 'would call' : 'call'}: ${line}`);
    return dry && changes;
  };

  /** Runs wrangler; resolves to what it printed, or null in a dry run. `secret` goes in by its standard input and is never printed. */
  async function wrangler(args, { changes = false, secret, cwd = root } = {}) {
    const shown = args.map((arg) => (/[\s"'$]/.test(arg) ? JSON.stringify(arg) : arg)).join(' ');
    if (announce(`wrangler ${shown}${secret === undefined ? '' : ' (the value goes in by standard input)'}`, changes)) return null;
    const own = { ...quiet, CI: '1', PATH: toolPath() };
    const { code, out, text } = await run('node', [at.wrangler, ...args], { cwd, env: own, ...(secret === undefined ? {} : { input: secret }) });
    if (code !== 0) throw new Stop(`wrangler could not do this:\n  wrangler ${shown}\n${lastLines(out)}`);
    return text;
  }

  async function http(name, url, { method = 'GET', body, headers = {}, changes = method !== 'GET', raw = false } = {}) {
    if (announce(`${method} ${name}${typeof body === 'string' || body === undefined ? '' : ` ${JSON.stringify(body)}`}`, changes)) return null;
    let response;
    try {
      response = await fetch(url, {
        method,
        headers: { 'user-agent': 'cv-review-ops', ...(body === undefined || typeof body === 'string' ? {} : { 'content-type': 'application/json' }), ...headers },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
        signal: AbortSignal.timeout(PATIENCE_MS),
        redirect: 'manual',
      });
    } catch (error) {
      throw new Stop(`No answer from ${new URL(url).origin}: ${error.cause?.code ?? error.message}. Is the address right and the network up?`);
    }
    const text = await response.text();
    if (!response.ok) throw Object.assign(new Stop(`${method} ${name} answered ${response.status}: ${text.slice(0, 400)}`), { status: response.status });
    return raw ? text : parse(text);
  }

  const account = () => need(env, 'CLOUDFLARE_ACCOUNT_ID', 'The dashboard shows it on the right of the account page.');

  return {
    dry,
    env,
    say,
    made,
    wrangler,
    /** The Cloudflare API below this account. */
    cloudflare: async (path, options = {}) => {
      const name = `/accounts/{account}${path}`;
      // What a dry run does not do needs no rights either.
      if (dry && (options.changes ?? (options.method ?? 'GET') !== 'GET')) return http(name, '', options);
      const token = need(env, 'CLOUDFLARE_API_TOKEN', 'Make one as docs/deployment.md says.');
      const answer = await http(name, `${at.cloudflare}/accounts/${account()}${path}`, { ...options, headers: { authorization: `Bearer ${token}`, ...options.headers } });
      return answer && typeof answer === 'object' && 'result' in answer ? answer.result : answer;
    },
    /** The GitHub API below this repository. */
    github: async (path, options = {}) => {
      if (dry && (options.method ?? 'GET') !== 'GET') return http(`/repos/{repository}${path}`, '', options);
      const repository = need(env, 'GITHUB_REPOSITORY', 'Write it as owner/name.');
      const token = need(env, 'GITHUB_TOKEN', 'In a workflow it is there; elsewhere `gh auth token` prints one.');
      const headers = { authorization: `Bearer ${token}`, accept: 'application/vnd.github+json', 'x-github-api-version': '2022-11-28' };
      return http(`/repos/${repository}${path}`, `${at.github}/repos/${repository}${path}`, { ...options, headers: { ...headers, ...options.headers } });
    },
    /** A web hook: its address is a secret, so only that it is called is printed. */
    hook: (url, body) => http('the web hook', url, { method: 'POST', body, raw: true }),
    /** What a site answers, whatever the status: `{ status, headers, text }`. */
    site: async (url, options = {}) => {
      const answer = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS), ...options }).catch((error) => ({ failed: error.cause?.code ?? error.message }));
      if (answer.failed) return { status: 0, headers: new Headers(), text: String(answer.failed) };
      return { status: answer.status, headers: answer.headers, text: await answer.text() };
    },
  };
}

/** A variable that a call cannot do without. */
export function need(env, name, hint) {
  if (!env[name]) throw new Stop(`${name} is not set. ${hint}`);
  return env[name];
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const lastLines = (out) => out.trim().split('\n').slice(-15).join('\n');
