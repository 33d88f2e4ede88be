// Everything of ours that computes during one review, without network and
// database: reading the request, the prompt, the stream in, the stream out, and
// the check of the whole answer.

import reviewSchema from '../../functions/lib/generated/review.schema.json';
import { buildPrompt } from '../../functions/lib/prompt';
import { gemini } from '../../functions/lib/providers/gemini';
import { readRequest } from '../../functions/lib/request';
import { firstBreak, type Schema } from '../../functions/lib/schema';
import { decodeEvents, encodeEvent } from '../../functions/lib/streams';
import { bucketOf } from '../../functions/lib/client';
import { readConfig } from '../../functions/lib/config';
import type { Env } from '../../functions/lib/platform';

export async function computeReview(body: string, upstream: Uint8Array<ArrayBuffer>): Promise<number> {
  const config = readConfig({ GEMINI_API_KEY: 'key' } as Env);
  const [provider] = config.providers;
  if (!provider) throw new Error('no provider');
  const request = new Request('http://127.0.0.1/api/cv-review/generate', { method: 'POST', body, headers: { 'content-type': 'application/json' } });
  const { resume, jobDescription } = await readRequest(request);
  await bucketOf(request, '2027-01-01', config.bucketSecret);
  let bytes = gemini.request(provider, buildPrompt(resume, jobDescription)).body.length;
  let text = '';
  for await (const data of decodeEvents(new Response(upstream).body as ReadableStream<Uint8Array>, () => undefined, 1e7)) {
    for (const event of gemini.read(data)) {
      if (event.type !== 'delta') continue;
      text += event.text;
      bytes += encodeEvent({ event: 'delta', data: { text: event.text } }).length;
    }
  }
  if (firstBreak(reviewSchema as Schema, JSON.parse(text)) !== null) throw new Error('the answer broke the schema');
  return bytes;
}
