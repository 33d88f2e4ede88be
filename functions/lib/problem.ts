// Everything that can go wrong, as the client hears of it: a code, a status and
// a sentence that says what to do. An upstream's own words never get here.

import type { ErrorCode } from './generated/wire';

interface Kind {
  status: number;
  retryable: boolean;
  sentence: string;
}

const KINDS: Record<ErrorCode, Kind> = {
  INVALID_INPUT: { status: 400, retryable: false, sentence: 'The request could not be read. Send a JSON object with the texts resume and jobDescription.' },
  FORBIDDEN_ORIGIN: { status: 403, retryable: false, sentence: 'Reviews can only be asked for from this site itself.' },
  BOT_CHECK_FAILED: { status: 403, retryable: true, sentence: 'The check that you are a person did not pass. Reload the page and try again.' },
  NOT_FOUND: { status: 404, retryable: false, sentence: 'There is nothing at this address.' },
  METHOD_NOT_ALLOWED: { status: 405, retryable: false, sentence: 'This address does not take that method.' },
  TOO_LARGE: { status: 413, retryable: false, sentence: 'The text is too long. The CV and the job post may have up to 10,000 characters each.' },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, retryable: false, sentence: 'Send the request as plain application/json.' },
  AI_REFUSED: { status: 422, retryable: false, sentence: 'The AI service declined to review this text. Mask personal details such as ID numbers and try again, or go on with the review made on your device.' },
  RATE_LIMITED: { status: 429, retryable: true, sentence: 'You have used all AI reviews for today. They come back at midnight UTC; everything on your device goes on working.' },
  INTERNAL: { status: 500, retryable: true, sentence: 'Something went wrong on our side. Please try again.' },
  FEATURE_DISABLED: { status: 503, retryable: false, sentence: 'The AI review is switched off at the moment. Everything on your device goes on working.' },
  AI_UNAVAILABLE: { status: 503, retryable: true, sentence: 'The AI service cannot be reached at the moment. Your text is safe; please try again in a little while.' },
  DATABASE_UNAVAILABLE: { status: 503, retryable: true, sentence: 'The AI review cannot be started at the moment. Your text is safe; please try again in a few minutes.' },
  AI_TIMEOUT: { status: 504, retryable: true, sentence: 'The AI service took too long to answer. Your text is safe; please try again.' },
};

export class Problem extends Error {
  readonly code: ErrorCode;
  readonly status: number;
  readonly retryable: boolean;
  /** Seconds. */
  readonly retryAfter: number | undefined;
  readonly headers: Record<string, string>;

  constructor(code: ErrorCode, more: { sentence?: string; retryAfter?: number | undefined; headers?: Record<string, string> } = {}) {
    const kind = KINDS[code];
    super(more.sentence ?? kind.sentence);
    this.code = code;
    this.status = kind.status;
    this.retryable = kind.retryable;
    this.retryAfter = more.retryAfter === undefined ? undefined : Math.max(1, Math.ceil(more.retryAfter));
    this.headers = more.headers ?? {};
  }
}

/** Whatever was thrown, as a problem: an unforeseen error shows none of itself. */
export function asProblem(thrown: unknown): Problem {
  return thrown instanceof Problem ? thrown : new Problem('INTERNAL');
}
