// The app, served here as production behind the stand-ins, and what the tests
// of incidents do to it.

import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepDatabaseId } from '../../scripts/ops/places.mjs';
import { pack } from '../../scripts/ops/artifact.mjs';
import { servePrivate } from '../../scripts/serve.mjs';
import { root } from '../../scripts/tools.mjs';
import { startUpstream } from '../upstream/server.mjs';
import { deployed, startCloud } from './cloud.mjs';
import { LocalD1 } from './database.mjs';

export const BODY = JSON.stringify({ resume: '[NAME]\n- Responsible for the night shift of 12 people\n- Trained colleagues in safe loading', jobDescription: 'Shift lead with SAP EWM and Lean' });

/** Production: the built app, a provider stand-in, Cloudflare and GitHub stand-ins, and an artifact of this commit. */
export async function startProduction() {
  if (!existsSync(join(root, 'dist', 'index.html'))) throw new Error('dist/ is not there: run `npm run build` first');
  const folder = mkdtempSync(join(tmpdir(), 'cv-review-production-'));
  const config = join(folder, 'wrangler.toml');
  cpSync(join(root, 'wrangler.toml'), config);
  const upstream = await startUpstream();
  const vars = { GEMINI_API_KEY: 'incident-gemini', GEMINI_BASE_URL: upstream.url, HF_API_KEY: 'incident-hf', HF_BASE_URL: upstream.url, RATE_LIMIT_PER_IP: '10', AI_DAILY_LIMIT: '1000' };
  const app = await servePrivate({ vars });
  const d1 = new LocalD1(app.folder);
  const cloud = await startCloud({ d1, config });
  process.env.CV_REVIEW_CONFIG = config;
  for (const [name, value] of Object.entries(cloud.env)) process.env[name] = value;
  for (const name of ['preview', 'production']) keepDatabaseId(name, '33333333-2222-4333-8444-555555555555');
  cloud.project = { name: 'cv-review', deployment_configs: { preview: {}, production: {} } };
  const artifact = join(folder, 'artifact');
  await pack({ out: artifact });

  // Each is one more way to serve the app; they share its database as deployments do.
  const served = [];
  let addresses = 0;
  const production = {
    app,
    cloud,
    d1,
    upstream,
    folder,
    artifact,
    url: cloud.site,
    /** Serves the pages of a folder in front of the functions of the app, under a commit of its own. */
    async serveDeployment(dist, commit) {
      const { startDeployment } = await import('./deployment.mjs');
      const one = await startDeployment({ dist, api: app.url, commit });
      served.push(one);
      return one.url;
    },
    /** One request for a review, from an address that no other has unless it is given. */
    ask: (from = `198.51.100.${(addresses += 1)}`) => fetch(`${cloud.site}/api/cv-review/generate`, { method: 'POST', body: BODY, headers: { 'content-type': 'application/json', 'cf-connecting-ip': from } }),
    faults: (key, settings) => fetch(`${upstream.url}/__control`, { method: 'POST', body: JSON.stringify({ channel: key, ...settings }) }),
    health: async () => (await fetch(`${cloud.site}/api/health`)).json(),
    /** A copy of the artifact with something changed in its pages, packed as if it had been built so. */
    async spoiledArtifact(change) {
      const from = join(folder, 'spoiled');
      rmSync(from, { recursive: true, force: true });
      mkdirSync(from);
      cpSync(join(root, 'dist'), join(from, 'dist'), { recursive: true });
      change(join(from, 'dist'));
      const out = join(folder, 'spoiled-artifact');
      process.env.CV_REVIEW_COMMIT = 'bad0'.repeat(10);
      try {
        await pack({ out, dist: join(from, 'dist') });
      } finally {
        delete process.env.CV_REVIEW_COMMIT;
      }
      return out;
    },
    async close() {
      d1.close();
      for (const one of served) await one.close();
      await app.close();
      await cloud.close();
      await upstream.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  cloud.onDeploy = async (dist) => {
    const last = cloud.wranglerCalls.at(-1).args;
    return production.serveDeployment(dist, last[last.indexOf('--commit-hash') + 1]);
  };
  const { commit } = JSON.parse(readFileSync(join(artifact, 'artifact.json'), 'utf8'));
  deployed(cloud, await production.serveDeployment(join(root, 'dist'), commit), commit);
  return production;
}

/** The name of the page's wasm in a folder of pages. */
export const wasmOf = (dist) => readdirSync(dist).find((name) => /^cv-review-.*_bg\.wasm$/.test(name));
export const write = writeFileSync;
