// What a provider is to the rest of the proxy: how to ask, what its records
// mean, what its errors mean. Pure mapping, no network and no clock.

import type { ProviderConfig } from '../config';
import type { Usage } from '../generated/wire';
import type { Prompt } from '../prompt';

export type FailureKind =
  | 'network' // no connection, or it broke before an answer
  | 'server' // 5xx, or a redirect, which is never followed: it would take the key along
  | 'timeout' // nothing came, or it stopped coming
  | 'invalid' // a 200 that is empty, cut, not JSON or not of our schema
  | 'truncated' // the model ran into its output limit
  | 'refused' // safety and the like
  | 'rate' // too many a minute
  | 'quota' // too many a day
  | 'credit' // the money is gone
  | 'auth' // the key is not accepted
  | 'gone' // there is no such model
  | 'request'; // 400: our request, not their health

export interface Failure {
  kind: FailureKind;
  /** Milliseconds that the provider asks us to wait. */
  retryAfterMs?: number | undefined;
}

export type ProviderEvent =
  | { type: 'delta'; text: string }
  | { type: 'usage'; usage: Usage }
  | { type: 'done' } // the model finished its answer
  | { type: 'end' } // nothing more will come
  | { type: 'error'; failure: Failure };

export interface HttpRequest {
  url: string;
  headers: Record<string, string>;
  body: string;
}

export interface Adapter {
  request(config: ProviderConfig, prompt: Prompt): HttpRequest;
  /** What one event of the answer's stream means. */
  read(data: string): ProviderEvent[];
  /** What an answer that is not 200 means. */
  failure(status: number, retryAfter: string | null, body: string): Failure;
}

export const MOST_OUTPUT_TOKENS = 16_384;

type Json = Record<string, unknown>;

/** A field of something foreign: never throws, whatever it is. */
export function field(value: unknown, ...path: (string | number)[]): unknown {
  return path.reduce<unknown>(
    (inner, name) => (typeof inner === 'object' && inner !== null ? (inner as Json)[name] : undefined),
    value,
  );
}

export function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

export function count(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? Math.floor(value) : 0;
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What a status means where the body does not say more. */
export function failureOfStatus(status: number): FailureKind {
  if (status === 401 || status === 403) return 'auth';
  if (status === 402) return 'credit';
  if (status === 404 || status === 410) return 'gone';
  if (status === 429) return 'rate';
  if (status === 408 || status < 400 || status >= 500) return 'server';
  return 'request';
}

/** A `Retry-After`: seconds or a date. */
export function retryAfterMs(header: string | null): number | undefined {
  if (!header) return undefined;
  if (/^\s*\d+(\.\d+)?\s*$/.test(header)) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, at - Date.now());
}
