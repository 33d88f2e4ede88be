// Everything else under /api/. Without this Pages would answer with the page
// itself and status 200.

import { Problem } from '../lib/problem';

export function onRequest(): never {
  throw new Problem('NOT_FOUND');
}
