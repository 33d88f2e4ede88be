// Gemini's streamGenerateContent.

import type { ProviderConfig } from '../config';
import reviewSchema from '../generated/review.schema.json';
import type { Prompt } from '../prompt';
import { LENGTHS, type Schema, without } from '../schema';
import { type Adapter, count, type Failure, type FailureKind, failureOfStatus, field, type HttpRequest, list, MOST_OUTPUT_TOKENS, parseJson, type ProviderEvent, retryAfterMs } from './provider';

// Lengths are not among the keywords that the API documents; we check them.
const SCHEMA = without(reviewSchema as Schema, LENGTHS);

const REFUSALS = ['SAFETY', 'PROHIBITED_CONTENT', 'BLOCKLIST', 'SPII', 'RECITATION', 'LANGUAGE', 'OTHER'];

function request(config: ProviderConfig, prompt: Prompt): HttpRequest {
  return {
    url: `${config.baseUrl}/v1beta/models/${encodeURIComponent(config.model)}:streamGenerateContent?alt=sse`,
    // In a header, never in the URL: URLs end up in logs.
    headers: { 'x-goog-api-key': config.key },
    body: JSON.stringify({
      systemInstruction: { parts: [{ text: prompt.system }] },
      contents: [{ role: 'user', parts: [{ text: prompt.user }] }],
      generationConfig: {
        responseMimeType: 'application/json',
        responseJsonSchema: SCHEMA,
        maxOutputTokens: MOST_OUTPUT_TOKENS,
        thinkingConfig: { thinkingLevel: 'LOW' },
      },
      store: false,
    }),
  };
}

function read(data: string): ProviderEvent[] {
  const record = parseJson(data);
  if (record === undefined) return [{ type: 'error', failure: { kind: 'invalid' } }];
  const error = field(record, 'error');
  if (error) return [{ type: 'error', failure: explain(count(field(error, 'code')) || 500, null, record) }];
  if (field(record, 'promptFeedback', 'blockReason')) return [{ type: 'error', failure: { kind: 'refused' } }];

  const events: ProviderEvent[] = [];
  const candidate = field(record, 'candidates', 0);
  for (const part of list(field(candidate, 'content', 'parts'))) {
    const text = field(part, 'text');
    // Thoughts are the model talking to itself, not a part of the answer.
    if (typeof text === 'string' && text !== '' && field(part, 'thought') !== true) events.push({ type: 'delta', text });
  }
  const usage = field(record, 'usageMetadata');
  if (usage) {
    const outputTokens = count(field(usage, 'candidatesTokenCount')) + count(field(usage, 'thoughtsTokenCount'));
    events.push({ type: 'usage', usage: { inputTokens: count(field(usage, 'promptTokenCount')), outputTokens } });
  }
  const reason = field(candidate, 'finishReason');
  if (reason === 'STOP') events.push({ type: 'done' });
  else if (reason === 'MAX_TOKENS') events.push({ type: 'error', failure: { kind: 'truncated' } });
  else if (typeof reason === 'string') {
    events.push({ type: 'error', failure: { kind: REFUSALS.includes(reason) ? 'refused' : 'invalid' } });
  }
  return events;
}

function explain(status: number, retryAfter: string | null, body: unknown): Failure {
  const details = list(field(body, 'error', 'details'));
  const reasons = details.map((detail) => field(detail, 'reason'));
  let kind: FailureKind = failureOfStatus(status);
  // A wrong key and a closed account both come as 400.
  if (reasons.includes('API_KEY_INVALID') || reasons.includes('API_KEY_EXPIRED')) kind = 'auth';
  if (field(body, 'error', 'status') === 'FAILED_PRECONDITION') kind = 'auth';
  const violations = details.flatMap((detail) => list(field(detail, 'violations')));
  const perDay = violations.some((violation) => String(field(violation, 'quotaId')).includes('PerDay'));
  if (status === 429 && perDay) kind = 'quota';
  const delay = details.map((detail) => field(detail, 'retryDelay')).find((value) => typeof value === 'string');
  const seconds = typeof delay === 'string' ? /^(\d+(?:\.\d+)?)s$/.exec(delay) : null;
  return { kind, retryAfterMs: seconds ? Number(seconds[1]) * 1000 : retryAfterMs(retryAfter) };
}

export const gemini: Adapter = {
  request,
  read,
  failure: (status, retryAfter, body) => explain(status, retryAfter, parseJson(body)),
};
