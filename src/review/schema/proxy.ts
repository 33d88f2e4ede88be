/** The body of every answer that is not 200. `retryAfter` is in seconds. */
export interface ErrorBody {
  error: string;
  code: ErrorCode;
  retryable: boolean;
  retryAfter?: number;
  requestId: string;
}

export interface Usage {
  inputTokens: number;
  outputTokens: number;
}

/** The whole answer, for a client that did not ask for an event stream. */
export interface GenerateResponse {
  review: Review;
  provider: string;
  model: string;
  ms: number;
  usage: Usage;
  requestId: string;
}

// The events of the stream, in the order open, (delta | restart)*, done | error.

export interface OpenEvent {
  requestId: string;
  limit: number;
  remaining: number;
}

export interface DeltaEvent {
  text: string;
}

/** Forget every delta so far: another try begins from nothing. */
export type RestartEvent = Record<string, never>;

export interface DoneEvent {
  provider: string;
  model: string;
  ms: number;
  usage: Usage;
}

export interface ErrorEvent {
  code: ErrorCode;
  message: string;
  retryable: boolean;
  retryAfter?: number;
}

export type StreamEvent =
  | { event: 'open'; data: OpenEvent }
  | { event: 'delta'; data: DeltaEvent }
  | { event: 'restart'; data: RestartEvent }
  | { event: 'done'; data: DoneEvent }
  | { event: 'error'; data: ErrorEvent };

// GET /api/health

export type HealthStatus = 'ok' | 'degraded' | 'down';

export interface ProviderHealth {
  provider: string;
  role: 'primary' | 'fallback';
  model: string;
  configured: boolean;
  healthy: boolean;
  lastError: string | null;
  lastCheckedAt: number | null;
  failureCount: number;
  today: { requests: number; failures: number; refusals: number; quota: number | null; nearQuota: boolean };
}

export interface Health {
  status: HealthStatus;
  database: 'ok' | 'down';
  feature: boolean;
  providers: ProviderHealth[];
  quota: { limit: number; remaining: number; resetAt: number } | null;
  turnstileSiteKey: string | null;
  version: string;
}
