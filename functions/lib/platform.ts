// What the platform hands to a function: the bindings and variables of
// wrangler.toml and .dev.vars.example, and the few calls of theirs we make.

export interface Statement {
  bind(...values: (string | number | null)[]): Statement;
}

export interface StatementResult {
  results: unknown[];
}

export interface Database {
  prepare(sql: string): Statement;
  batch(statements: Statement[]): Promise<StatementResult[]>;
}

export interface AnalyticsDataset {
  writeDataPoint(point: { indexes: string[]; blobs: string[]; doubles: number[] }): void;
}

/** Every variable is text, and any of them may be missing. */
export type Variables = Partial<
  Record<
    | 'GEMINI_API_KEY'
    | 'GEMINI_MODEL'
    | 'GEMINI_BASE_URL'
    | 'HF_API_KEY'
    | 'HF_MODEL'
    | 'HF_BASE_URL'
    | 'AI_PRIMARY_PROVIDER'
    | 'AI_FALLBACK_PROVIDER'
    | 'AI_TIMEOUT_MS'
    | 'AI_FIRST_BYTE_MS'
    | 'AI_SILENCE_MS'
    | 'AI_DAILY_LIMIT'
    | 'AI_DAILY_QUOTA_GEMINI'
    | 'AI_DAILY_QUOTA_HUGGINGFACE'
    | 'RATE_LIMIT_PER_IP'
    | 'RATE_LIMIT_SECRET'
    | 'FEATURE_CV_REVIEW'
    | 'TURNSTILE_SECRET_KEY'
    | 'TURNSTILE_SITE_KEY'
    | 'TURNSTILE_VERIFY_URL'
    | 'SENTRY_DSN'
    | 'CF_PAGES_COMMIT_SHA',
    string
  >
>;

export interface Env extends Variables {
  DB: Database;
  ANALYTICS?: AnalyticsDataset;
}

export interface Context {
  request: Request;
  env: Env;
  /** Shared between the middleware and the route of one request. */
  data: { requestId?: string };
  waitUntil(work: Promise<unknown>): void;
  next(): Promise<Response>;
}
