import { takeDiagnostic } from '../lib/diagnostic';
import type { Context } from '../lib/platform';
import { Problem } from '../lib/problem';

export function onRequest(context: Context): Promise<Response> {
  if (context.request.method !== 'POST') throw new Problem('METHOD_NOT_ALLOWED', { headers: { allow: 'POST' } });
  return takeDiagnostic(context);
}
