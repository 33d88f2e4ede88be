// What passes between the page and the proxy. Only types: no code.
// Written by `cargo run --example wire` from src/review/; do not edit.

export interface GenerateRequest {
  resume: string;
  jobDescription: string;
  turnstileToken?: string;
}

export interface Review {
  edits: Edit[];
  keywords: Keywords;
  interview: InterviewQuestion[];
  technical: TechnicalScenario[];
  gaps: Gap[];
  cover_letter: string;
}

export interface Edit {
  from_line: number;
  to_line: number;
  text: string;
  why: string;
  keywords: string[];
}

export interface Keywords {
  matched: string[];
  missing: string[];
}

export interface InterviewQuestion {
  question: string;
  competency: string;
  recruiter_perspective: string;
  evidence_lines: number[];
  situation: string;
  action: string;
  result: string;
}

export type Difficulty = 'easy' | 'medium' | 'hard';

export interface TechnicalScenario {
  scenario: string;
  concept: string;
  implementation: string;
  trade_offs: string;
  difficulty: Difficulty;
  code: string | null;
}

export type Importance = 'must' | 'nice';

export type GapKind = 'course' | 'project' | 'certification' | 'practice' | 'wording';

export interface Gap {
  skill: string;
  importance: Importance;
  action: string;
  kind: GapKind;
  weeks: number;
}

export type ErrorCode =
  | 'INVALID_INPUT'
  | 'FORBIDDEN_ORIGIN'
  | 'BOT_CHECK_FAILED'
  | 'NOT_FOUND'
  | 'METHOD_NOT_ALLOWED'
  | 'TOO_LARGE'
  | 'UNSUPPORTED_MEDIA_TYPE'
  | 'AI_REFUSED'
  | 'RATE_LIMITED'
  | 'INTERNAL'
  | 'FEATURE_DISABLED'
  | 'AI_UNAVAILABLE'
  | 'DATABASE_UNAVAILABLE'
  | 'AI_TIMEOUT';

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
