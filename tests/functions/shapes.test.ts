// Every quirk of a provider, as it comes over the wire, through its adapter.

import { describe, expect, it } from 'vitest';
import { gemini } from '../../functions/lib/providers/gemini';
import { openai } from '../../functions/lib/providers/openai';
import type { ProviderEvent } from '../../functions/lib/providers/provider';

interface Shape {
  provider: 'gemini' | 'openai';
  status: number;
  headers?: Record<string, string>;
  records?: unknown[];
  body?: unknown;
  bodyText?: string;
  expect: { text?: string; done?: boolean; ended?: boolean; error?: string; retryAfterMs?: number; outputTokens?: number };
}

const shapes = import.meta.glob<Shape>('../upstream/shapes/*.json', { eager: true, import: 'default' });
const adapters = { gemini, openai };

describe('the shapes of provider answers', () => {
  it('has a file for every quirk', () => {
    expect(Object.keys(shapes).length).toBeGreaterThanOrEqual(30);
  });

  for (const [path, shape] of Object.entries(shapes)) {
    it(path.replace(/^.*\/|\.json$/g, ''), () => {
      const adapter = adapters[shape.provider];
      if (!shape.records) {
        const body = shape.bodyText ?? JSON.stringify(shape.body);
        const failure = adapter.failure(shape.status, shape.headers?.['retry-after'] ?? null, body);
        expect(failure.kind).toBe(shape.expect.error);
        if (shape.expect.retryAfterMs === undefined) expect(failure.retryAfterMs).toBeUndefined();
        else expect(failure.retryAfterMs).toBeCloseTo(shape.expect.retryAfterMs, 3);
        expect(JSON.stringify(failure)).not.toContain('UPSTREAM-WORDS');
        return;
      }
      const lines = shape.records.map((record) => (typeof record === 'string' ? record : JSON.stringify(record)));
      const events: ProviderEvent[] = lines.flatMap((line) => adapter.read(line));
      const text = events.map((event) => (event.type === 'delta' ? event.text : '')).join('');
      expect(text).toBe(shape.expect.text);
      expect(events.some((event) => event.type === 'done')).toBe(shape.expect.done ?? false);
      expect(events.some((event) => event.type === 'end')).toBe(shape.expect.ended ?? false);
      const error = events.find((event) => event.type === 'error');
      expect(error?.failure.kind).toBe(shape.expect.error);
      if (shape.expect.outputTokens !== undefined) {
        const usage = events.filter((event) => event.type === 'usage').at(-1);
        expect(usage?.usage.outputTokens).toBe(shape.expect.outputTokens);
      }
      // What an upstream says in words goes no further than the adapter.
      expect(JSON.stringify(events)).not.toContain('UPSTREAM-WORDS');
    });
  }
});
