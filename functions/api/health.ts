import { health } from '../lib/health';
import type { Context } from '../lib/platform';
import { Problem } from '../lib/problem';

export function onRequest(context: Context): Promise<Response> {
  if (!['GET', 'HEAD'].includes(context.request.method)) {
    throw new Problem('METHOD_NOT_ALLOWED', { headers: { allow: 'GET, HEAD' } });
  }
  return health(context);
}
