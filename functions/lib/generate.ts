// A review from request to answer, in this order: parse, feature flag, bot
// check, reservation, and only then anything that a provider charges for.

import { bucketOf, utcDay } from './client';
import { type Config, readConfig } from './config';
import type { GenerateResponse, Review, StreamEvent } from './generated/wire';
import { givenBack, quotaHeaders, type Reservation, reserve, settle } from './ledger';
import { newLine, record } from './log';
import { askProviders, type Listener, type Outcome } from './orchestrator';
import type { Context } from './platform';
import { asProblem, Problem } from './problem';
import { buildPrompt, type Prompt } from './prompt';
import { eventStream, json, problemReply } from './reply';
import { readRequest } from './request';
import { encodeEvent, encodeHeartbeat } from './streams';
import { checkPerson } from './turnstile';

// Often, because a write is how a closed connection is noticed where nothing
// else tells: a provider that is silent must not go on for a client who is gone.
const HEARTBEAT_MS = 800;
const FIRST_PAD_BYTES = 1_024;

interface Job {
  context: Context;
  requestId: string;
  config: Config;
  prompt: Prompt;
  reservation: Reservation;
  startedAt: number;
}

export async function generate(context: Context, requestId: string): Promise<Response> {
  const startedAt = Date.now();
  const { request, env } = context;
  const config = readConfig(env);
  const { resume, jobDescription, turnstileToken } = await readRequest(request);
  if (!config.feature) throw new Problem('FEATURE_DISABLED');
  if (!config.providers.some((provider) => provider.configured)) {
    throw new Problem('AI_UNAVAILABLE', { sentence: 'The AI review is not set up here: no provider has a key. Everything on your device goes on working.' });
  }
  await checkPerson(config.turnstile, turnstileToken);
  const bucket = await bucketOf(request, utcDay(startedAt), config.bucketSecret);
  const reservation = await reserve(env.DB, config, bucket, startedAt);
  const job: Job = { context, requestId, config, prompt: buildPrompt(resume, jobDescription), reservation, startedAt };
  if (reservation.usable.length === 0) return whole(job);
  return request.headers.get('accept')?.includes('text/event-stream') ? stream(job) : whole(job);
}

/** Returns at once; what happens then is told in events. */
function stream(job: Job): Response {
  const { context, reservation, requestId } = job;
  const closed = new AbortController();
  const left = AbortSignal.any([context.request.signal, closed.signal]);
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const write = (bytes: Uint8Array): void => {
        if (!left.aborted) controller.enqueue(bytes);
      };
      const tell = (event: StreamEvent): void => write(encodeEvent(event));
      write(encodeHeartbeat(FIRST_PAD_BYTES));
      tell({ event: 'open', data: { requestId, limit: reservation.limit, remaining: reservation.remaining } });
      const heartbeat = setInterval(() => write(encodeHeartbeat()), HEARTBEAT_MS);
      const work = async (): Promise<void> => {
        try {
          const outcome = await ask(job, left, {
            delta: (text) => tell({ event: 'delta', data: { text } }),
            restart: () => tell({ event: 'restart', data: {} }),
          });
          tell(lastEvent(job, outcome));
        } catch (thrown) {
          tell(errorEvent(asProblem(thrown)));
        } finally {
          clearInterval(heartbeat);
          if (!left.aborted) controller.close();
        }
      };
      context.waitUntil(work());
    },
    cancel: () => closed.abort(),
  });
  const { limit, remaining, resetAt } = reservation;
  return eventStream(body, quotaHeaders(limit, remaining, resetAt));
}

/** Waits for the end; the status says how it went. */
async function whole(job: Job): Promise<Response> {
  const { reservation, startedAt, requestId } = job;
  const outcome = await ask(job, job.context.request.signal, { delta: () => undefined, restart: () => undefined });
  const remaining = reservation.remaining + (givenBack(outcome) ? 1 : 0);
  const headers = quotaHeaders(reservation.limit, remaining, reservation.resetAt);
  if (!outcome.answer) return problemReply(problemOf(outcome, headers), requestId);
  const { text, usage, config } = outcome.answer;
  const review = JSON.parse(text) as Review;
  const body: GenerateResponse = { review, provider: config.name, model: config.model, ms: Date.now() - startedAt, usage, requestId };
  return json(200, body, headers);
}

/** Asks, and sees to it that the books are kept whatever the answer is. */
async function ask(job: Job, left: AbortSignal, listener: Listener): Promise<Outcome> {
  const { context, config, reservation, prompt, requestId, startedAt } = job;
  const outcome = await askProviders(reservation.usable, prompt, config.timeouts, left, listener);
  const from = outcome.answer?.config ?? outcome.last;
  const line = newLine(requestId, {
    type: outcome.answer ? 'success' : 'error',
    provider: from?.name ?? null,
    model: from?.model ?? null,
    errorCode: outcome.code,
    generationTimeMs: Date.now() - startedAt,
    firstByteMs: outcome.firstByteMs,
    attempts: outcome.attempts,
    remaining: reservation.remaining + (givenBack(outcome) ? 1 : 0),
  });
  context.waitUntil(Promise.all([record(context.env, line), keepBooks(job, outcome)]));
  return outcome;
}

async function keepBooks({ context, config, reservation, requestId }: Job, outcome: Outcome): Promise<void> {
  try {
    for (const { name, model } of await settle(context.env.DB, config, reservation, outcome, Date.now())) {
      await record(context.env, newLine(requestId, { type: 'error', provider: name, model, errorCode: 'QUOTA_NEAR' }));
    }
  } catch (thrown) {
    await record(context.env, newLine(requestId, { type: 'error', errorCode: asProblem(thrown).code }));
  }
}

function lastEvent({ startedAt }: Job, outcome: Outcome): StreamEvent {
  if (!outcome.answer) return errorEvent(problemOf(outcome));
  const { usage, config } = outcome.answer;
  return { event: 'done', data: { provider: config.name, model: config.model, ms: Date.now() - startedAt, usage } };
}

function errorEvent({ code, message, retryable, retryAfter }: Problem): StreamEvent {
  return { event: 'error', data: { code, message, retryable, ...(retryAfter === undefined ? {} : { retryAfter }) } };
}

function problemOf(outcome: Outcome, headers: Record<string, string> = {}): Problem {
  const code = outcome.code === null || outcome.code === 'CLIENT_LEFT' ? 'AI_UNAVAILABLE' : outcome.code;
  const retryAfter = code === 'AI_UNAVAILABLE' ? (outcome.retryAfterMs ?? 30_000) / 1000 : undefined;
  return new Problem(code, { headers, retryAfter });
}
