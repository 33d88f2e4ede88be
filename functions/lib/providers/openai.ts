// The OpenAI wire format: Hugging Face's router, and by its base URL alone also
// Ollama or llama.cpp on one's own machine.

import type { ProviderConfig } from '../config';
import reviewSchema from '../generated/review.schema.json';
import type { Prompt } from '../prompt';
import { BOUNDS, type Schema, without } from '../schema';
import { type Adapter, count, type Failure, failureOfStatus, field, type HttpRequest, MOST_OUTPUT_TOKENS, parseJson, type ProviderEvent, retryAfterMs } from './provider';

// Servers differ in which bounds their strict mode takes, so none are sent: the
// prompt states the counts and we check all of them on what comes back.
const SCHEMA = without(reviewSchema as Schema, BOUNDS);

function request(config: ProviderConfig, prompt: Prompt): HttpRequest {
  return {
    url: `${config.baseUrl}/v1/chat/completions`,
    headers: config.key ? { authorization: `Bearer ${config.key}` } : {},
    body: JSON.stringify({
      model: config.model,
      messages: [{ role: 'system', content: prompt.system }, { role: 'user', content: prompt.user }],
      stream: true,
      stream_options: { include_usage: true },
      max_tokens: MOST_OUTPUT_TOKENS,
      response_format: { type: 'json_schema', json_schema: { name: 'review', schema: SCHEMA, strict: true } },
    }),
  };
}

function read(data: string): ProviderEvent[] {
  if (data.trim() === '[DONE]') return [{ type: 'end' }];
  const record = parseJson(data);
  if (record === undefined) return [{ type: 'error', failure: { kind: 'invalid' } }];
  if (field(record, 'error')) {
    return [{ type: 'error', failure: { kind: failureOfStatus(count(field(record, 'error', 'code')) || 500) } }];
  }
  const events: ProviderEvent[] = [];
  const choice = field(record, 'choices', 0);
  // Only `content`: delta.reasoning and its like are not a part of the answer.
  const text = field(choice, 'delta', 'content');
  if (typeof text === 'string' && text !== '') events.push({ type: 'delta', text });
  const usage = field(record, 'usage');
  if (usage) {
    const [inputTokens, outputTokens] = [count(field(usage, 'prompt_tokens')), count(field(usage, 'completion_tokens'))];
    events.push({ type: 'usage', usage: { inputTokens, outputTokens } });
  }
  const reason = field(choice, 'finish_reason');
  if (reason === 'stop') events.push({ type: 'done' });
  else if (reason === 'length') events.push({ type: 'error', failure: { kind: 'truncated' } });
  else if (reason === 'content_filter') events.push({ type: 'error', failure: { kind: 'refused' } });
  else if (typeof reason === 'string') events.push({ type: 'error', failure: { kind: 'invalid' } });
  return events;
}

function failure(status: number, retryAfter: string | null, body: string): Failure {
  const code = field(parseJson(body), 'error', 'code');
  if (code === 'insufficient_quota') return { kind: 'credit' };
  return { kind: failureOfStatus(status), retryAfterMs: retryAfterMs(retryAfter) };
}

export const openai: Adapter = { request, read, failure };
