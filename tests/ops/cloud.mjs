// Stands in for Cloudflare and GitHub as the operator's commands see them: their
// APIs, wrangler, a web hook, and the address of production, which shows
// whichever deployment is live. Every call is kept for the tests to look at.

import { once } from 'node:events';
import { createServer, request as httpRequest } from 'node:http';
import { join } from 'node:path';

const wrangler = join(import.meta.dirname, 'wrangler.mjs');

async function listen(handler) {
  const server = createServer(handler);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { url: `http://127.0.0.1:${server.address().port}`, close };
}

async function bodyOf(request) {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}

/** Starts everything; `env` is what the commands need to come here. `d1` is the database behind `--remote`, `onDeploy` makes a deployment. */
export async function startCloud({ d1 = null, config } = {}) {
  const cloud = {
    calls: [],
    wranglerCalls: [],
    hooks: [],
    project: null,
    databases: [],
    secrets: { preview: {}, production: {} },
    domains: [],
    deployments: [],
    live: null,
    migrated: [],
    analytics: {},
    issues: [],
    github: { branches: [{ name: 'main' }], rulesets: [], environments: {}, policies: {}, labels: [], protection: {}, artifacts: [], releases: [] },
    d1,
    /** What `wrangler pages deploy` does: given the folder, resolves to the address that serves it. */
    onDeploy: null,
    failing: new Map(),
  };

  const api = await listen(async (request, response) => {
    const text = await bodyOf(request);
    const url = new URL(request.url, 'http://127.0.0.1');
    const answer = (status, value) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(value));
    };
    try {
      if (url.pathname === '/wrangler') return answer(200, await runWrangler(cloud, JSON.parse(text)));
      const body = url.pathname.endsWith('/sql') ? text : text && JSON.parse(text);
      cloud.calls.push({ method: request.method, path: url.pathname, body, authorization: request.headers.authorization });
      const broken = cloud.failing.get(`${request.method} ${url.pathname}`);
      if (broken) return answer(broken, { message: 'made to fail' });
      if (url.pathname === '/hook') {
        cloud.hooks.push(body);
        return answer(200, {});
      }
      const [, accounts, pages] = /^\/client\/v4\/accounts\/([^/]+)(\/.*)$/.exec(url.pathname) ?? [];
      if (accounts) return cloudflare(cloud, request.method, pages, url, body, answer);
      const [, path] = /^\/repos\/owner\/name(\/.*)?$/.exec(url.pathname) ?? [, null];
      if (path !== null) return github(cloud, request.method, path ?? '', url, body, answer);
      answer(404, {});
    } catch (error) {
      answer(500, { message: String(error.stack) });
    }
  });

  // Production's own address.
  const site = await listen((request, response) => {
    const live = cloud.deployments.find(({ id }) => id === cloud.live);
    if (!live) return void response.writeHead(404).end('no deployment');
    const upstream = httpRequest(`${live.address}${request.url}`, { method: request.method, headers: { ...request.headers, host: new URL(live.address).host } }, (answer) => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
    });
    upstream.on('error', () => response.writeHead(502).end());
    request.pipe(upstream);
  });

  const env = {
    ...process.env,
    STAND_IN_URL: api.url,
    CV_REVIEW_WRANGLER: wrangler,
    CLOUDFLARE_API_URL: `${api.url}/client/v4`,
    CLOUDFLARE_ACCOUNT_ID: 'account-1',
    CLOUDFLARE_API_TOKEN: 'stand-in-token',
    GITHUB_API_URL: api.url,
    GITHUB_REPOSITORY: 'owner/name',
    GITHUB_TOKEN: 'stand-in-github',
    ALERT_WEBHOOK_URL: `${api.url}/hook`,
    CV_REVIEW_URL_PRODUCTION: site.url,
    CV_REVIEW_URL_PREVIEW: site.url,
    ...(config ? { CV_REVIEW_CONFIG: config } : {}),
  };
  delete env.GITHUB_STEP_SUMMARY;
  delete env.GITHUB_OUTPUT;
  return Object.assign(cloud, { env, url: api.url, site: site.url, close: async () => Promise.all([api.close(), site.close()]) });
}

/** A deployment that answers at `address`. */
export function deployed(cloud, address, commit) {
  const id = `deployment-${cloud.deployments.length + 1}`;
  cloud.deployments.unshift({ id, address, commit, at: new Date().toISOString(), status: 'success' });
  cloud.live = id;
  return id;
}

const shown = ({ id, address, commit, at, status }) => ({ id, url: address, created_on: at, latest_stage: { name: 'deploy', status }, deployment_trigger: { metadata: { commit_hash: commit } } });

function cloudflare(cloud, method, path, url, body, answer) {
  const ok = (result) => answer(200, { success: true, result });
  if (path === '/analytics_engine/sql') {
    const found = Object.entries(cloud.analytics).find(([part]) => body.includes(part));
    return found ? answer(200, found[1]) : answer(200, { meta: [], data: [], rows: 0 });
  }
  const [, project, rest = ''] = /^\/pages\/projects\/([^/]+)(\/.*)?$/.exec(path) ?? [];
  if (!project || !cloud.project) return answer(404, { success: false, errors: [{ code: 8000007 }] });
  if (rest === '' && method === 'GET') return ok({ ...cloud.project, canonical_deployment: cloud.live && { id: cloud.live } });
  if (rest === '' && method === 'PATCH') {
    for (const [name, settings] of Object.entries(body.deployment_configs ?? {})) Object.assign((cloud.project.deployment_configs[name] ??= {}), settings);
    return ok(cloud.project);
  }
  if (rest === '/deployments') return ok(cloud.deployments.map(shown));
  if (rest === '/domains' && method === 'GET') return ok(cloud.domains);
  if (rest === '/domains') {
    cloud.domains.push({ name: body.name, status: 'pending' });
    return ok(cloud.domains.at(-1));
  }
  const [, target] = /^\/deployments\/([^/]+)\/rollback$/.exec(rest) ?? [];
  if (target && method === 'POST' && cloud.deployments.some(({ id }) => id === target)) {
    cloud.live = target;
    return ok(shown(cloud.deployments.find(({ id }) => id === target)));
  }
  return answer(404, { success: false });
}

function github(cloud, method, path, url, body, answer) {
  const { github: hub } = cloud;
  if (path === '/issues' && method === 'GET') return answer(200, cloud.issues.filter(({ state }) => state === 'open'));
  if (path === '/issues') {
    const issue = { number: cloud.issues.length + 1, state: 'open', comments: [], html_url: `https://example.invalid/${cloud.issues.length + 1}`, ...body };
    cloud.issues.push(issue);
    return answer(201, issue);
  }
  const [, number, comments] = /^\/issues\/(\d+)(\/comments)?$/.exec(path) ?? [];
  const issue = cloud.issues.find((one) => one.number === Number(number));
  if (issue && comments) return answer(201, issue.comments.push(body.body));
  if (issue) return answer(200, Object.assign(issue, body));
  if (path === '/branches') return answer(200, hub.branches);
  if (path === '/git/ref/heads/main') return answer(200, { object: { sha: 'a'.repeat(40) } });
  if (path === '/git/refs') return answer(201, hub.branches.push({ name: body.ref.replace('refs/heads/', '') }));
  const [, branch] = /^\/branches\/([^/]+)\/protection$/.exec(path) ?? [];
  if (branch) return answer(200, (hub.protection[branch] = body));
  if (path === '/rulesets' && method === 'GET') return answer(200, hub.rulesets);
  if (path === '/rulesets') return answer(201, hub.rulesets.push({ id: hub.rulesets.length + 1, ...body }));
  if (path.startsWith('/rulesets/')) return answer(200, Object.assign(hub.rulesets.find(({ id }) => id === Number(path.slice(10))), body));
  const [, environment, policies] = /^\/environments\/([^/]+)(\/deployment-branch-policies)?$/.exec(path) ?? [];
  if (environment && policies && method === 'GET') return answer(200, { branch_policies: (hub.policies[environment] ??= []) });
  if (environment && policies) return answer(200, (hub.policies[environment] ??= []).push(body));
  if (environment) return answer(200, (hub.environments[environment] = body));
  if (path.startsWith('/collaborators/')) return answer(200, { permission: 'admin', user: { id: 42 } });
  if (path === '/labels' && method === 'GET') return answer(200, hub.labels);
  if (path === '/labels') return answer(201, hub.labels.push(body));
  if (path === '/actions/artifacts') return answer(200, { artifacts: hub.artifacts.filter(({ name }) => name === url.searchParams.get('name')) });
  if (path === '/releases') return answer(201, hub.releases.push(body));
  if (path === '' && method === 'PATCH') return answer(200, (hub.repository = body));
  return answer(404, { message: `the stand-in has no ${method} ${path}` });
}

/** What each command of wrangler that we use does; anything else is an error, as a typing slip would be. */
async function runWrangler(cloud, { args, cwd, input }) {
  cloud.wranglerCalls.push({ args, cwd, input });
  const line = args.join(' ');
  const option = (name) => args[args.indexOf(name) + 1];
  const done = (out = '') => ({ code: 0, out });
  const fail = (out) => ({ code: 1, out });
  const broken = [...cloud.failing].find(([part]) => line.startsWith(part));
  if (broken) return fail('✘ [ERROR] made to fail');
  if (line === 'whoami') return done('You are logged in.');
  if (line.startsWith('pages project create ')) {
    cloud.project = { name: args[3], subdomain: `${args[3]}.pages.dev`, deployment_configs: { preview: { fail_open: true }, production: { fail_open: true } } };
    return done(`✨ Successfully created the '${args[3]}' project.`);
  }
  if (line === 'd1 list --json') return done(JSON.stringify(cloud.databases));
  if (line.startsWith('d1 create ')) {
    if (cloud.databases.some(({ name }) => name === args[2])) return fail('A database with that name already exists');
    const uuid = `1111111${cloud.databases.length}-2222-4333-8444-555555555555`;
    cloud.databases.push({ uuid, name: args[2] });
    return done(`✅ Successfully created DB '${args[2]}'\n\n[[d1_databases]]\nbinding = "DB"\ndatabase_name = "${args[2]}"\ndatabase_id = "${uuid}"`);
  }
  if (line.startsWith('d1 migrations apply DB --env ') && args.includes('--remote')) return done(cloud.migrated.push(option('--env')) && '✅');
  if (line.startsWith('pages secret list')) return done(`The "${option('--env')}" environment has access to the following secrets:\n${Object.keys(cloud.secrets[option('--env')]).map((name) => `  - ${name}: Value Encrypted`).join('\n')}`);
  if (line.startsWith('pages secret put ')) return done((cloud.secrets[option('--env')][args[3]] = input) && '✨ Success!');
  if (line.startsWith('pages secret delete ')) return done(String(delete cloud.secrets[option('--env')][args[3]]));
  if (line.startsWith('d1 time-travel info DB')) return done(JSON.stringify({ bookmark: cloud.d1.bookmark() }, null, 2));
  if (line.startsWith('d1 time-travel restore DB') && args.includes('--bookmark')) {
    if (!cloud.d1.bookmarks.has(option('--bookmark'))) return fail('no such bookmark');
    return done(JSON.stringify({ bookmark: option('--bookmark'), previous_bookmark: cloud.d1.restore(option('--bookmark')) }, null, 2));
  }
  if (line.startsWith('d1 execute DB') && args.includes('--command')) return done(JSON.stringify(cloud.d1.run(option('--command')), null, 2));
  if (line.startsWith('pages deploy ')) {
    deployed(cloud, await cloud.onDeploy(join(cwd, args[2])), option('--commit-hash'));
    return done('✨ Deployment complete!');
  }
  return fail(`Unknown arguments: ${line}`);
}
