// Drives one request through middleware and route, with keys, an address and
// an upstream channel of its own, and collects all that came of it.

import { env as bindings } from 'cloudflare:workers';
import type { ErrorBody, GenerateResponse, StreamEvent } from '../../functions/lib/generated/wire';
import type { Database, Env } from '../../functions/lib/platform';
import { logged } from './setup';
import { dispatch } from './worker';

export const ORIGIN = 'https://cv.example';

export const CV = `[NAME]
Warehouse lead, [ADDRESS]
[EMAIL] · [PHONE]

Experience
Warehouse Lead, Northgate Logistics, 2019 - 2024
- Responsible for the night shift of 12 people and 3 forklifts
- Helped with the move to a new stock system (SAP EWM)
- Worked on the returns process with the sales team, etc.
- Trained new colleagues in safe loading
- Utilised Excel in order to plan the rota
Picker, Harbour Foods, 2016 - 2019
- Picked and packed 140 orders a day
- Checked deliveries against their papers

Skills
Excel, SAP EWM, forklift licence`;

export const POST = `Shift Supervisor (m/f/d)
You lead a team in our warehouse in Leeds.
Must have: forklift licence, SAP EWM, rota planning.
Nice to have: Lean, Power BI, German.`;

export interface Channel {
  calls: number;
  requests: { at: number; path: string; model: string; headers: Record<string, string>; body: never; fault: string; ended: string | null; endedAfterMs: number | null }[];
}

let serial = 0;

/** A deployment of its own: keys (and so upstream channels) and an address nobody else uses. */
export class Deployment {
  readonly id = `${Date.now().toString(36)}-${++serial}-${crypto.randomUUID().slice(0, 8)}`;
  readonly gemini = `gemini-key-${this.id}`;
  readonly huggingface = `hf-key-${this.id}`;
  address = `10.${(serial >> 8) & 255}.${serial & 255}.${1 + Math.floor(Math.random() * 250)}`;
  readonly env: Env;
  readonly points: unknown[] = [];
  private readonly pending: Promise<unknown>[] = [];

  constructor(overrides: Partial<Env> = {}) {
    this.env = {
      DB: bindings.DB,
      ANALYTICS: { writeDataPoint: (point) => void this.points.push(point) },
      GEMINI_API_KEY: this.gemini,
      GEMINI_BASE_URL: bindings.UPSTREAM,
      HF_API_KEY: this.huggingface,
      HF_BASE_URL: bindings.UPSTREAM,
      AI_FIRST_BYTE_MS: '4000',
      AI_SILENCE_MS: '4000',
      AI_TIMEOUT_MS: '9000',
      AI_DAILY_LIMIT: '1000000',
      ...overrides,
    };
  }

  async fetch(path: string, init: RequestInit & { headers?: Record<string, string> } = {}): Promise<Response> {
    const { headers = {}, ...rest } = init;
    const request = new Request(`${ORIGIN}${path}`, { ...rest, headers: { 'cf-connecting-ip': this.address, ...headers } });
    return dispatch(request, this.env, (work) => void this.pending.push(work));
  }

  ask(body: unknown = { resume: CV, jobDescription: POST }, init: { headers?: Record<string, string>; signal?: AbortSignal } = {}): Promise<Response> {
    const { headers = {}, ...rest } = init;
    return this.fetch('/api/cv-review/generate', {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'content-type': 'application/json', origin: ORIGIN, ...headers },
      ...rest,
    });
  }

  stream(body?: unknown, init: { headers?: Record<string, string>; signal?: AbortSignal } = {}): Promise<Response> {
    return this.ask(body, { ...init, headers: { accept: 'text/event-stream', ...init.headers } });
  }

  /** Waits for the work that goes on after the answer: books, log. */
  async settled(): Promise<void> {
    while (this.pending.length > 0) await this.pending.shift();
  }

  async faults(provider: 'gemini' | 'huggingface', settings: { queue?: string[]; forever?: string; delay?: number; chunk?: number }): Promise<void> {
    const response = await fetch(`${bindings.UPSTREAM}/__control`, { method: 'POST', body: JSON.stringify({ channel: this[provider], ...settings }) });
    if (response.status !== 200) throw new Error(await response.text());
  }

  channel(name: string): Promise<Channel> {
    return received(name);
  }

  async calls(): Promise<{ gemini: number; huggingface: number }> {
    const [gemini, huggingface] = await Promise.all([received(this.gemini), received(this.huggingface)]);
    return { gemini: gemini.calls, huggingface: huggingface.calls };
  }
}

export async function received(channel: string): Promise<Channel> {
  const response = await fetch(`${bindings.UPSTREAM}/__control?channel=${encodeURIComponent(channel)}`);
  return response.json() as Promise<Channel>;
}

/** Waits until `holds`, for what happens on the other side of a connection. */
export async function eventually(holds: () => Promise<boolean>, withinMs = 2_000): Promise<boolean> {
  for (const until = Date.now() + withinMs; Date.now() < until; ) {
    if (await holds()) return true;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return false;
}

export async function rows<T>(sql: string, ...values: (string | number)[]): Promise<T[]> {
  const [result] = await bindings.DB.batch([bindings.DB.prepare(sql).bind(...values)]);
  return (result?.results ?? []) as T[];
}

export const db: Database = bindings.DB;

export function statusOf(provider: string): Promise<{ isHealthy: number; lastError: string | null; failureCount: number; lastCheckedAt: number } | undefined> {
  return rows<{ isHealthy: number; lastError: string | null; failureCount: number; lastCheckedAt: number }>(
    'SELECT isHealthy, lastError, failureCount, lastCheckedAt FROM AIProviderStatus WHERE provider = ?1',
    provider,
  ).then((found) => found[0]);
}

/** Events and comments of a stream, in order. */
export async function readEvents(response: Response): Promise<{ events: StreamEvent[]; comments: string[]; text: string }> {
  const raw = await response.text();
  const events: StreamEvent[] = [];
  const comments: string[] = [];
  for (const block of raw.split('\n\n')) {
    if (block.startsWith(':')) comments.push(block);
    const found = /^event: (\w+)\ndata: (.*)$/s.exec(block);
    if (found) events.push({ event: found[1], data: JSON.parse(found[2] ?? '') } as StreamEvent);
  }
  let text = '';
  for (const event of events) {
    if (event.event === 'delta') text += event.data.text;
    if (event.event === 'restart') text = '';
  }
  return { events, comments, text };
}

export const bodyOf = (response: Response): Promise<ErrorBody> => response.json() as Promise<ErrorBody>;
export const reviewOf = (response: Response): Promise<GenerateResponse> => response.json() as Promise<GenerateResponse>;

/** The log lines of the request that `response` answers. */
export function linesOf(response: Response): Record<string, unknown>[] {
  const requestId = response.headers.get('x-request-id');
  return logged.map((text) => JSON.parse(text) as Record<string, unknown>).filter((line) => line['requestId'] === requestId);
}
