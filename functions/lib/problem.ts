// Everything that can go wrong, as the client hears of it: a code, a status and
// a sentence that says what to do. An upstream's own words never get here.

import type { ErrorCode } from './generated/wire';

/** Status, whether trying again can help, and the sentence. */
const KINDS: Record<ErrorCode, [number, boolean, string]> = {
  INVALID_INPUT: [400, false, 'The request could not be read. Send a JSON object with the texts resume and jobDescription.'],
  FORBIDDEN_ORIGIN: [403, false, 'Reviews can only be asked for from this site itself.'],
  BOT_CHECK_FAILED: [403, true, 'The check that you are a person did not pass. Reload the page and try again.'],
  NOT_FOUND: [404, false, 'There is nothing at this address.'],
  METHOD_NOT_ALLOWED: [405, false, 'This address does not take that method.'],
  TOO_LARGE: [413, false, 'The text is too long. The CV and the job post may have up to 10,000 characters each.'],
  UNSUPPORTED_MEDIA_TYPE: [415, false, 'Send the request as plain application/json.'],
  AI_REFUSED: [422, false, 'The AI service declined to review this text. Mask personal details such as ID numbers and try again, or go on with the review made on your device.'],
  RATE_LIMITED: [429, true, 'You have used all AI reviews for today. They come back at midnight UTC; everything on your device goes on working.'],
  INTERNAL: [500, true, 'Something went wrong on our side. Please try again.'],
  FEATURE_DISABLED: [503, false, 'AI review temporarily unavailable. Check back soon! Everything on your device goes on working.'],
  AI_UNAVAILABLE: [503, true, 'The AI service cannot be reached at the moment. Your text is safe; please try again in a little while.'],
  DATABASE_UNAVAILABLE: [503, true, 'The AI review cannot be started at the moment. Your text is safe; please try again in a few minutes.'],
  AI_TIMEOUT: [504, true, 'The AI service took too long to answer. Your text is safe; please try again.'],
};

export class Problem extends Error {
  readonly code: ErrorCode;
  readonly status: number;
  readonly retryable: boolean;
  /** Seconds. */
  readonly retryAfter: number | undefined;
  readonly headers: Record<string, string>;

  constructor(code: ErrorCode, more: { sentence?: string; retryAfter?: number | undefined; headers?: Record<string, string> } = {}) {
    const [status, retryable, sentence] = KINDS[code];
    super(more.sentence ?? sentence);
    this.code = code;
    this.status = status;
    this.retryable = retryable;
    this.retryAfter = more.retryAfter === undefined ? undefined : Math.max(1, Math.ceil(more.retryAfter));
    this.headers = more.headers ?? {};
  }
}

/** Whatever was thrown, as a problem: an unforeseen error shows none of itself. */
export function asProblem(thrown: unknown): Problem {
  return thrown instanceof Problem ? thrown : new Problem('INTERNAL');
}
