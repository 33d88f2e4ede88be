// Answers and their headers. `_headers` does not reach functions, so every
// answer of ours is closed up here.

import type { ErrorBody } from './generated/wire';
import type { Problem } from './problem';

const CLOSED: Record<string, string> = {
  // no-transform also keeps anything between us and the page from buffering a
  // stream in order to compress it.
  'cache-control': 'no-store, no-transform',
  'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), interest-cohort=()',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=63072000; includeSubDomains; preload',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'x-robots-tag': 'noindex',
};

export function json(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  });
}

export function eventStream(body: ReadableStream<Uint8Array>, headers: Record<string, string>): Response {
  return new Response(body, {
    headers: { 'content-type': 'text/event-stream; charset=utf-8', ...headers },
  });
}

export function problemReply(problem: Problem, requestId: string): Response {
  const body: ErrorBody = { error: problem.message, code: problem.code, retryable: problem.retryable, requestId };
  const headers = { ...problem.headers };
  if (problem.retryAfter !== undefined) {
    body.retryAfter = problem.retryAfter;
    headers['retry-after'] = String(problem.retryAfter);
  }
  return json(problem.status, body, headers);
}

/** Puts the headers that every answer has on `response`. */
export function closeUp(response: Response, requestId: string): Response {
  for (const [name, value] of Object.entries(CLOSED)) response.headers.set(name, value);
  response.headers.set('x-request-id', requestId);
  return response;
}
