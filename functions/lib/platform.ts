// What the platform hands to a function: the bindings and variables of
// wrangler.toml and .dev.vars.example, and the few calls of theirs we make.

export interface Statement {
  bind(...values: (string | number | null)[]): Statement;
}

export interface Database {
  prepare(sql: string): Statement;
  batch(statements: Statement[]): Promise<{ results: unknown[] }[]>;
}

type Variable =
  | `${'GEMINI' | 'HF'}_${'API_KEY' | 'MODEL' | 'BASE_URL'}`
  | `AI_${'PRIMARY' | 'FALLBACK'}_PROVIDER`
  | `AI_${'TIMEOUT' | 'FIRST_BYTE' | 'SILENCE'}_MS`
  | `AI_DAILY_${'LIMIT' | 'QUOTA_GEMINI' | 'QUOTA_HUGGINGFACE'}`
  | `RATE_LIMIT_${'PER_IP' | 'SECRET'}`
  | `TURNSTILE_${'SECRET_KEY' | 'SITE_KEY' | 'VERIFY_URL'}`
  | 'FEATURE_CV_REVIEW' | 'SENTRY_DSN' | 'FEATURE_MEASURE' | 'ENVIRONMENT' | 'COMMIT_SHA' | 'CF_PAGES_COMMIT_SHA';

/** Every variable is text, and any of them may be missing. */
export interface Env extends Partial<Record<Variable, string>> {
  DB: Database;
  ANALYTICS?: { writeDataPoint(point: { indexes: string[]; blobs: string[]; doubles: number[] }): void };
}

export interface Context {
  request: Request;
  env: Env;
  /** Shared between the middleware and the route of one request. */
  data: { requestId?: string };
  waitUntil(work: Promise<unknown>): void;
  next(): Promise<Response>;
}

declare global {
  interface Scheduler {
    /** The Workers runtime's timer; it rejects when the signal aborts first. */
    wait(ms: number, options?: { signal?: AbortSignal }): Promise<void>;
  }
}
