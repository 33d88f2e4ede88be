// Server-sent events, in both directions.

import type { StreamEvent } from './generated/wire';

const encoder = new TextEncoder();

export function encodeEvent(event: StreamEvent): Uint8Array {
  return encoder.encode(`event: ${event.event}\ndata: ${JSON.stringify(event.data)}\n\n`);
}

/** Keeps a quiet connection open; `pad` also pushes a small answer past buffers on the way. */
export function encodeHeartbeat(pad = 0): Uint8Array {
  return encoder.encode(`:${' '.repeat(pad)}\n\n`);
}

export class TooMuch extends Error {}

/**
 * The data of each event in `body`, as it arrives. `onBytes` hears of every
 * chunk, also of one that completes no event. More than `mostBytes` is an error.
 */
export async function* decodeEvents(
  body: ReadableStream<Uint8Array>,
  onBytes: () => void,
  mostBytes: number,
): AsyncGenerator<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let bytes = 0;
  let rest = '';
  let data: string[] = [];
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (!done) {
        onBytes();
        bytes += value.byteLength;
        if (bytes > mostBytes) throw new TooMuch();
      }
      rest += done ? decoder.decode() : decoder.decode(value, { stream: true });
      // A "\r" at the very end may be half of "\r\n": it waits for what follows.
      const lines = rest.split(done ? /\r\n|\n|\r/ : /\r\n|\n|\r(?=.)/s);
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (line.startsWith('data:')) data.push(line.slice(line[5] === ' ' ? 6 : 5));
        else if (line === '' && data.length > 0) {
          yield data.join('\n');
          data = [];
        }
      }
      if (done) {
        // Some servers close without the last empty line.
        if (rest.startsWith('data:')) data.push(rest.slice(rest[5] === ' ' ? 6 : 5));
        if (data.length > 0) yield data.join('\n');
        return;
      }
    }
  } finally {
    // Also when the caller stops early: it closes the connection upstream.
    reader.cancel().catch(() => undefined);
  }
}
