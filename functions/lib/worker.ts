// The same functions as a plain Worker, with the page as its assets: what the
// tests drive, and the way out of Pages (scripts/ops/worker/wrangler.jsonc).

import * as missing from '../api/[[path]]';
import * as middleware from '../api/_middleware';
import * as generate from '../api/cv-review/generate';
import * as diagnostic from '../api/diagnostic';
import * as health from '../api/health';
import * as vitals from '../api/vitals';
import type { Context, Env } from './platform';

const ROUTES: Record<string, (context: Context) => Promise<Response>> = {
  '/api/health': health.onRequest,
  '/api/cv-review/generate': generate.onRequest,
  '/api/vitals': vitals.onRequest,
  '/api/diagnostic': diagnostic.onRequest,
};

export function dispatch(request: Request, env: Env, waitUntil: (work: Promise<unknown>) => void): Promise<Response> {
  const route = ROUTES[new URL(request.url).pathname] ?? missing.onRequest;
  const context: Context = { request, env, data: {}, waitUntil, next: async () => route(context) };
  return middleware.onRequest(context);
}

export default {
  fetch: (request: Request, env: Env, execution: { waitUntil(work: Promise<unknown>): void }): Promise<Response> =>
    dispatch(request, env, (work) => execution.waitUntil(work)),
};
