// Who is asked, how often, and in what order, until one whole answer is there.
// The only retry loop of the proxy.

import { attempt } from './attempt';
import type { Config, ProviderConfig, ProviderName } from './config';
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
  answer: { text: string; usage: Usage } | null;
  /** Why there is no answer; 'CLIENT_LEFT' is nobody's fault. */
  code: ErrorCode | 'CLIENT_LEFT' | null;
  retryAfterMs: number | undefined;
  /** Who answered, or who was asked last. */
  last: ProviderConfig | null;
  firstByteMs: number | null;
  tallies: Tally[];
}

export async function askProviders(providers: ProviderConfig[], prompt: Prompt, timeouts: Config['timeouts'], clientLeft: AbortSignal, listener: Listener): Promise<Outcome> {
  const startedAt = Date.now();
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), timeouts.totalMs);
  const signal = AbortSignal.any([clientLeft, deadline.signal]);
  const outcome: Outcome = { answer: null, code: null, retryAfterMs: undefined, last: null, firstByteMs: null, tallies: [] };
  let unfinished = false; // deltas of a failed try are on the client's side
  let failure: Failure | undefined;
  const onDelta = (text: string): void => {
    outcome.firstByteMs ??= Date.now() - startedAt;
    unfinished = true;
    listener.delta(text);
  };
  asking: for (const [index, config] of providers.entries()) {
    const tally: Tally = { provider: config.name, requests: 0, failures: 0, refusals: 0, answered: false, kinds: [] };
    outcome.tallies.push(tally);
    outcome.last = config;
    while (tally.requests < TRIES_PER_PROVIDER) {
      if (unfinished) listener.restart();
      unfinished = false;
      tally.requests += 1;
      const tried = await attempt(config, prompt, timeouts, signal, onDelta);
      if (tried.ok) {
        tally.answered = true;
        outcome.answer = tried;
        break asking;
      }
      if (clientLeft.aborted) break asking;
      failure = tried.failure;
      tally.kinds.push(failure.kind);
      if (failure.kind === 'refused') tally.refusals += 1;
      else tally.failures += 1;
      // Deltas are on the screen already: rather start over where it works.
      const elsewhere = unfinished && index + 1 < providers.length;
      // Full jitter, and never sooner than the provider asked for.
      const wait = Math.random() * BACKOFF_MS * 2 ** tally.requests + (failure.retryAfterMs ?? 0);
      const timeLeft = startedAt + timeouts.totalMs - Date.now();
      if (elsewhere || !PASSING.includes(failure.kind) || wait > Math.min(MOST_WAIT_MS, timeLeft)) break;
      if (tally.requests < TRIES_PER_PROVIDER) await scheduler.wait(wait, { signal }).catch(() => undefined);
      if (signal.aborted) break asking;
    }
    if (signal.aborted) break;
  }
  clearTimeout(timer);
  outcome.retryAfterMs = failure?.retryAfterMs;
  if (!outcome.answer) outcome.code = clientLeft.aborted ? 'CLIENT_LEFT' : codeFor(outcome.tallies, failure, deadline.signal.aborted);
  return outcome;
}

function codeFor(tallies: Tally[], last: Failure | undefined, late: boolean): ErrorCode {
  if (late) return 'AI_TIMEOUT';
  // A refusal is about the text: sending the same text again will not help.
  if (tallies.some((tally) => tally.refusals > 0)) return 'AI_REFUSED';
  return last?.kind === 'timeout' ? 'AI_TIMEOUT' : 'AI_UNAVAILABLE';
}
