// One try at one provider: asks, passes deltas on as they come, and calls it a
// success only if the whole answer is JSON of our schema.

import type { Config, ProviderConfig, ProviderName } from './config';
import reviewSchema from './generated/review.schema.json';
import type { Usage } from './generated/wire';
import type { Prompt } from './prompt';
import { gemini } from './providers/gemini';
import { openai } from './providers/openai';
import { type Adapter, type Failure, parseJson } from './providers/provider';
import { firstBreak, type Schema } from './schema';
import { chunksOf, decodeEvents } from './streams';

const ADAPTERS: Record<ProviderName, Adapter> = { gemini, huggingface: openai };

// A review is about 30 KB of text; a stream wraps each few words of it in half
// a kilobyte of JSON. Beyond these the other side is broken or hostile.
const MOST_TEXT = 256 * 1024;
const MOST_STREAM_BYTES = 4 * 1024 * 1024;
const MOST_ERROR_BYTES = 64 * 1024;
/** How long the numbers that follow a finished answer are waited for. */
const AFTERWORD_MS = 1_000;

export type Attempt = { ok: true; text: string; usage: Usage } | { ok: false; failure: Failure };
const INVALID: Attempt = { ok: false, failure: { kind: 'invalid' } };

export async function attempt(config: ProviderConfig, prompt: Prompt, timeouts: Config['timeouts'], signal: AbortSignal, onDelta: (text: string) => void): Promise<Attempt> {
  const adapter = ADAPTERS[config.name];
  const patience = new Patience();
  const stop = AbortSignal.any([signal, patience.signal]);
  let connected = false;
  let finished = false;
  let text = '';
  let usage: Usage = { inputTokens: 0, outputTokens: 0 };
  try {
    patience.grant(timeouts.firstByteMs);
    const { url, ...asked } = adapter.request(config, prompt);
    const headers = { ...asked.headers, 'content-type': 'application/json', accept: 'text/event-stream' };
    const response = await fetch(url, { method: 'POST', headers, body: asked.body, signal: stop, redirect: 'manual' });
    connected = true;
    if (response.status !== 200) return { ok: false, failure: adapter.failure(response.status, response.headers.get('retry-after'), await readSome(response)) };
    if (!response.body) return INVALID;
    const onBytes = (): void => patience.grant(finished ? AFTERWORD_MS : timeouts.silenceMs);
    reading: for await (const data of decodeEvents(response.body, onBytes, MOST_STREAM_BYTES)) {
      for (const event of adapter.read(data)) {
        if (event.type === 'delta') {
          text += event.text;
          if (text.length > MOST_TEXT) return INVALID;
          onDelta(event.text);
        } else if (event.type === 'usage') usage = event.usage;
        else if (event.type === 'done') {
          finished = true;
          patience.grant(AFTERWORD_MS);
        } else if (event.type === 'error') return { ok: false, failure: event.failure };
        else break reading;
      }
    }
  } catch {
    if (signal.aborted || (stop.aborted && !finished)) return { ok: false, failure: { kind: 'timeout' } };
    if (!finished) return { ok: false, failure: { kind: connected ? 'invalid' : 'network' } };
  } finally {
    patience.end();
  }
  const whole = finished && firstBreak(reviewSchema as Schema, parseJson(text)) === null;
  return whole ? { ok: true, text, usage } : INVALID;
}

/** Aborts when a grant of time runs out before the next one. */
class Patience {
  private readonly controller = new AbortController();
  private timer: ReturnType<typeof setTimeout> | undefined;
  readonly signal = this.controller.signal;

  grant(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.controller.abort(), ms);
  }

  end(): void {
    clearTimeout(this.timer);
    // Whatever is still open upstream is of no use to anyone.
    this.controller.abort();
  }
}

/** The beginning of an error's body; an error that breaks off or never ends is still that error. */
async function readSome(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  try {
    if (response.body) for await (const chunk of chunksOf(response.body, MOST_ERROR_BYTES)) text += decoder.decode(chunk, { stream: true });
  } catch {
    // What was read so far has to do.
  }
  return text;
}
