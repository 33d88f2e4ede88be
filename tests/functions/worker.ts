// The same functions as a plain Worker: what the tests drive, and the way out
// of Pages should one ever want it (add an `assets` binding for the page).

import * as missing from '../../functions/api/[[path]]';
import * as middleware from '../../functions/api/_middleware';
import * as generate from '../../functions/api/cv-review/generate';
import * as health from '../../functions/api/health';
import type { Context, Env } from '../../functions/lib/platform';

const ROUTES: Record<string, (context: Context) => Promise<Response>> = {
  '/api/health': health.onRequest,
  '/api/cv-review/generate': generate.onRequest,
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
