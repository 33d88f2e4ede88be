// A review from request to answer, in this order: parse, feature flag, bot
// check, reservation, and only then anything that a provider charges for.

import { bucketOf, utcDay } from './client';
import { type Config, readConfig } from './config';
import type { DoneEvent, GenerateResponse, Review, StreamEvent } from './generated/wire';
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
  const { context, requestId } = job;
  const { limit, remaining, resetAt } = job.reservation;
  const closed = new AbortController();
  const left = AbortSignal.any([context.request.signal, closed.signal]);
  const start = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
    const write = (bytes: Uint8Array): void => void (left.aborted || controller.enqueue(bytes));
    const tell = (event: StreamEvent): void => write(encodeEvent(event));
    write(encodeHeartbeat(FIRST_PAD_BYTES));
    tell({ event: 'open', data: { requestId, limit, remaining } });
    const heartbeat = setInterval(() => write(encodeHeartbeat()), HEARTBEAT_MS);
    const listener = { delta: (text: string) => tell({ event: 'delta', data: { text } }), restart: () => tell({ event: 'restart', data: {} }) };
    const work = ask(job, left, listener).then(
      (outcome) => tell(lastEvent(job, outcome)),
      (thrown) => tell(errorEvent(asProblem(thrown))),
    );
    const end = (): void => {
      clearInterval(heartbeat);
      if (!left.aborted) controller.close();
    };
    context.waitUntil(work.finally(end));
  };
  return eventStream(new ReadableStream({ start, cancel: () => closed.abort() }), quotaHeaders(limit, remaining, resetAt));
}

/** Waits for the end; the status says how it went. */
async function whole(job: Job): Promise<Response> {
  const { reservation, requestId, context } = job;
  const outcome = await ask(job, context.request.signal, { delta: () => undefined, restart: () => undefined });
  const headers = quotaHeaders(reservation.limit, remainingAfter(job, outcome), reservation.resetAt);
  if (!outcome.answer) return problemReply(problemOf(outcome, headers), requestId);
  const body: GenerateResponse = { review: JSON.parse(outcome.answer.text) as Review, ...factsOf(job, outcome), requestId };
  return json(200, body, headers);
}

/** Asks, and sees to it that the books are kept whatever the answer is. */
async function ask(job: Job, left: AbortSignal, listener: Listener): Promise<Outcome> {
  const { context, config, reservation, prompt, requestId } = job;
  const outcome = await askProviders(reservation.usable, prompt, config.timeouts, left, listener);
  const line = newLine(requestId, {
    type: outcome.answer ? 'success' : 'error',
    provider: outcome.last?.name ?? null,
    model: outcome.last?.model ?? null,
    errorCode: outcome.code,
    generationTimeMs: factsOf(job, outcome).ms,
    firstByteMs: outcome.firstByteMs,
    attempts: outcome.tallies.reduce((sum, { requests }) => sum + requests, 0),
    remaining: remainingAfter(job, outcome),
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

function remainingAfter({ reservation }: Job, outcome: Outcome): number {
  return reservation.remaining + (givenBack(outcome) ? 1 : 0);
}

function factsOf({ startedAt }: Job, { answer, last }: Outcome): DoneEvent {
  return { provider: last?.name ?? '', model: last?.model ?? '', ms: Date.now() - startedAt, usage: answer?.usage ?? { inputTokens: 0, outputTokens: 0 } };
}

function lastEvent(job: Job, outcome: Outcome): StreamEvent {
  return outcome.answer ? { event: 'done', data: factsOf(job, outcome) } : errorEvent(problemOf(outcome));
}

function errorEvent({ code, message, retryable, retryAfter }: Problem): StreamEvent {
  return { event: 'error', data: { code, message, retryable, ...(retryAfter === undefined ? {} : { retryAfter }) } };
}

function problemOf({ code, retryAfterMs = 30_000 }: Outcome, headers: Record<string, string> = {}): Problem {
  if (code === null || code === 'CLIENT_LEFT' || code === 'AI_UNAVAILABLE') return new Problem('AI_UNAVAILABLE', { headers, retryAfter: retryAfterMs / 1000 });
  return new Problem(code, { headers });
}
