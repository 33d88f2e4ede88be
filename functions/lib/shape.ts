// The shape of what a page may tell about itself: a closed list of fields, each
// a number, a yes or no, or a word of a pattern that leaves no room for a
// sentence. What does not fit is refused whole, so nothing else is ever kept.

import { list } from './providers/provider';
import { Problem } from './problem';

export type Check = (value: unknown) => boolean;

export const number = (least: number, most: number): Check => (value) => typeof value === 'number' && value >= least && value <= most;
export const word = (pattern: RegExp): Check => (value) => typeof value === 'string' && pattern.test(value);
export const flag: Check = (value) => typeof value === 'boolean';
export const many = (check: Check, most: number): Check => (value) => Array.isArray(value) && value.length <= most && value.every(check);

/** An object with these fields, all of them, and no other. */
export function record(fields: Record<string, Check>): Check {
  const names = Object.keys(fields);
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const given = new Map(Object.entries(value));
    return given.size === names.length && names.every((name) => given.has(name) && fields[name]?.(given.get(name)) === true);
  };
}

export const PAGE = word(/^\/(cv-review|how-it-works|privacy|status)?$/);
export const VITAL_NAME = word(/^(LCP|INP|CLS|FCP|TTFB)$/);
/** Milliseconds; CLS has no unit and stays far below. */
export const VITAL_VALUE = number(0, 600_000);

/** A fault without its message, which could quote a text: its kind, and where in our files it arose. */
export const FAULT = record({ kind: word(/^[A-Za-z]{1,40}$/), where: word(/^(boot|cv-review|worker|vitals|other)(:\d{1,7}){0,2}$/) });

export function demand(check: Check, value: unknown): Record<string, unknown> {
  if (!check(value)) throw new Problem('INVALID_INPUT', { sentence: 'This report is not of the form that the page makes. Reload the page and try again.' });
  return value as Record<string, unknown>;
}

export function rowsOf(value: unknown): Record<string, unknown>[] {
  return list(value) as Record<string, unknown>[];
}
