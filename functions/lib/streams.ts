// Reading a body that may be of any size, and server-sent events in both
// directions.

import type { StreamEvent } from './generated/wire';

const encoder = new TextEncoder();

export class TooMuch extends Error {}

/** The chunks of `body`, up to `mostBytes` in all; whoever stops early closes it. */
export async function* chunksOf(body: ReadableStream<Uint8Array>, mostBytes: number): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  let bytes = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      bytes += value.byteLength;
      if (bytes > mostBytes) throw new TooMuch();
      yield value;
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

/** The data of each event in `body`, as it arrives. `onBytes` hears of every chunk, also of one that completes no event. */
export async function* decodeEvents(body: ReadableStream<Uint8Array>, onBytes: () => void, mostBytes: number): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  let data: string[] = [];
  for await (const chunk of chunksOf(body, mostBytes)) {
    onBytes();
    rest += decoder.decode(chunk, { stream: true });
    // A "\r" at the very end may be half of "\r\n": it waits for what follows.
    const lines = rest.split(/\r\n|\n|\r(?=.)/s);
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line.startsWith('data:')) data.push(line.slice(line[5] === ' ' ? 6 : 5));
      else if (line === '' && data.length > 0) {
        yield data.join('\n');
        data = [];
      }
    }
  }
  // Some servers close without the last empty line.
  if (rest.startsWith('data:')) data.push(rest.slice(5).trim());
  if (data.length > 0) yield data.join('\n');
}

export function encodeEvent(event: StreamEvent): Uint8Array {
  return encoder.encode(`event: ${event.event}\ndata: ${JSON.stringify(event.data)}\n\n`);
}

/** Keeps a quiet connection open; `pad` also pushes a small answer past buffers on the way. */
export function encodeHeartbeat(pad = 0): Uint8Array {
  return encoder.encode(`:${' '.repeat(pad)}\n\n`);
}
