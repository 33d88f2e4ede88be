// Who is asked, how often, and in what order, until one whole answer is there.
// The only retry loop of the proxy.

import { attempt } from './attempt';
import type { ProviderConfig, ProviderName, Timeouts } from './config';
import type { ErrorCode, Usage } from './generated/wire';
import type { Prompt } from './prompt';
import type { Failure, FailureKind } from './providers/provider';

const TRIES_PER_PROVIDER = 2;
const MOST_WAIT_MS = 10_000;
const BACKOFF_MS = 400;

// Worth asking the same provider once more. A silent provider is not: another
// wait of that length is better spent on the other one.
const PASSING: FailureKind[] = ['network', 'server', 'rate', 'invalid'];

/** What became of the calls to one provider, for the breaker and the quota watch. */
export interface Tally {
  provider: ProviderName;
  requests: number;
  failures: number;
  refusals: number;
  answered: boolean;
  kinds: FailureKind[];
}

export interface Listener {
  delta(text: string): void;
  restart(): void;
}

export interface Outcome {
  answer: { text: string; usage: Usage; config: ProviderConfig } | null;
  /** Why there is no answer; 'CLIENT_LEFT' is nobody's fault. */
  code: ErrorCode | 'CLIENT_LEFT' | null;
  retryAfterMs: number | undefined;
  last: ProviderConfig | null;
  attempts: number;
  firstByteMs: number | null;
  tallies: Tally[];
}

export async function askProviders(
  providers: ProviderConfig[],
  prompt: Prompt,
  timeouts: Timeouts,
  clientLeft: AbortSignal,
  listener: Listener,
): Promise<Outcome> {
  const startedAt = Date.now();
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), timeouts.totalMs);
  const signal = AbortSignal.any([clientLeft, deadline.signal]);
  const outcome: Outcome = { answer: null, code: null, retryAfterMs: undefined, last: null, attempts: 0, firstByteMs: null, tallies: [] };
  let unfinished = false; // deltas of a failed try are on the client's side
  let failure: Failure | undefined;

  try {
    for (const [index, config] of providers.entries()) {
      const tally: Tally = { provider: config.name, requests: 0, failures: 0, refusals: 0, answered: false, kinds: [] };
      outcome.tallies.push(tally);
      outcome.last = config;
      while (tally.requests < TRIES_PER_PROVIDER) {
        if (unfinished) listener.restart();
        unfinished = false;
        outcome.attempts += 1;
        tally.requests += 1;
        const tried = await attempt(config, prompt, timeouts, signal, (text) => {
          outcome.firstByteMs ??= Date.now() - startedAt;
          unfinished = true;
          listener.delta(text);
        });
        if (tried.ok) {
          tally.answered = true;
          outcome.answer = { text: tried.text, usage: tried.usage, config };
          return outcome;
        }
        if (clientLeft.aborted) return { ...outcome, code: 'CLIENT_LEFT' };
        failure = tried.failure;
        note(tally, failure.kind);
        if (deadline.signal.aborted) return { ...outcome, code: 'AI_TIMEOUT' };
        // Deltas are on the screen already: rather start over where it works.
        const elsewhere = unfinished && index + 1 < providers.length;
        const wait = waitBefore(tally.requests, failure);
        const timeLeft = startedAt + timeouts.totalMs - Date.now();
        if (elsewhere || !PASSING.includes(failure.kind) || wait > Math.min(MOST_WAIT_MS, timeLeft)) break;
        if (tally.requests < TRIES_PER_PROVIDER) await scheduler.wait(wait, { signal }).catch(() => undefined);
        if (clientLeft.aborted) return { ...outcome, code: 'CLIENT_LEFT' };
      }
    }
    return { ...outcome, code: codeFor(outcome.tallies, failure), retryAfterMs: failure?.retryAfterMs };
  } finally {
    clearTimeout(timer);
  }
}

function note(tally: Tally, kind: FailureKind): void {
  tally.kinds.push(kind);
  if (kind === 'refused') tally.refusals += 1;
  else tally.failures += 1;
}

/** Full jitter, and never sooner than the provider asked for. */
function waitBefore(tries: number, failure: Failure): number {
  return Math.random() * BACKOFF_MS * 2 ** tries + (failure.retryAfterMs ?? 0);
}

function codeFor(tallies: Tally[], last: Failure | undefined): ErrorCode {
  // A refusal is about the text: sending the same text again will not help.
  if (tallies.some((tally) => tally.refusals > 0)) return 'AI_REFUSED';
  return last?.kind === 'timeout' ? 'AI_TIMEOUT' : 'AI_UNAVAILABLE';
}
