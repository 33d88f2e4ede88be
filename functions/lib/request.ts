// From an HTTP request to the two texts, or a problem. Nothing here costs a
// database or provider call, and nothing but the two texts gets past it: a
// client cannot choose model, prompt, tools or limits.

import type { GenerateRequest } from './generated/wire';
import { Problem } from './problem';
import { chunksOf, TooMuch } from './streams';

export const MOST_CHARACTERS = 10_000;
const MOST_BYTES = 64 * 1024;
const FIELDS = ['resume', 'jobDescription', 'turnstileToken'];

export async function readRequest(request: Request): Promise<GenerateRequest> {
  return checkFields(await readJson(request, MOST_BYTES));
}

/** The JSON value that our own page sent, of at most `mostBytes`. */
export async function readJson(request: Request, mostBytes: number): Promise<unknown> {
  checkOrigin(request);
  checkMediaType(request);
  const body = await readBody(request, mostBytes);
  try {
    return JSON.parse(body);
  } catch {
    throw new Problem('INVALID_INPUT');
  }
}

/**
 * A browser names the page that sends: it must be one of ours. Programs such as
 * curl name none; they hold no cookies of anyone's, and the limits bound them.
 */
function checkOrigin(request: Request): void {
  const origin = request.headers.get('origin');
  const site = request.headers.get('sec-fetch-site');
  const foreign = origin !== null && origin !== new URL(request.url).origin;
  if (foreign || (site !== null && site !== 'same-origin')) throw new Problem('FORBIDDEN_ORIGIN');
}

function checkMediaType(request: Request): void {
  const type = request.headers.get('content-type') ?? '';
  // Also what forces a preflight, which we never answer, on any foreign page.
  const json = /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i.test(type.trim());
  const encoding = request.headers.get('content-encoding') ?? 'identity';
  if (!json || encoding.trim().toLowerCase() !== 'identity') throw new Problem('UNSUPPORTED_MEDIA_TYPE');
}

/** Counts while reading: a length that a client states is only a reason to stop sooner. */
async function readBody(request: Request, mostBytes: number): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) throw new Problem('TOO_LARGE');
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  try {
    if (request.body) for await (const chunk of chunksOf(request.body, mostBytes)) text += decoder.decode(chunk, { stream: true });
    return text + decoder.decode();
  } catch (thrown) {
    throw new Problem(thrown instanceof TooMuch ? 'TOO_LARGE' : 'INVALID_INPUT');
  }
}

function checkFields(body: unknown): GenerateRequest {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new Problem('INVALID_INPUT');
  const fields: Record<string, unknown> = { ...body };
  if (Object.keys(body).some((name) => !FIELDS.includes(name))) {
    throw new Problem('INVALID_INPUT', { sentence: `The request may only have the fields ${FIELDS.join(', ')}.` });
  }
  const { turnstileToken } = fields;
  const parsed: GenerateRequest = {
    resume: text(fields['resume'], 'The CV'),
    jobDescription: text(fields['jobDescription'], 'The job post'),
  };
  if (turnstileToken !== undefined && turnstileToken !== null) {
    if (typeof turnstileToken !== 'string' || turnstileToken.length > 2048) throw new Problem('INVALID_INPUT');
    parsed.turnstileToken = turnstileToken;
  }
  return parsed;
}

function text(value: unknown, name: string): string {
  if (typeof value !== 'string' || value.trim() === '') {
    throw new Problem('INVALID_INPUT', { sentence: `${name} is missing. Paste its text and try again.` });
  }
  // Characters as a person counts them on the page, not UTF-16 units.
  if (value.length > MOST_CHARACTERS && [...value].length > MOST_CHARACTERS) {
    throw new Problem('TOO_LARGE', { sentence: `${name} is too long. It may have up to 10,000 characters.` });
  }
  return value.toWellFormed();
}
