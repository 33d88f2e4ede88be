// Around every request under /api/, and only there: a middleware at the root
// would run, and be billed, for every asset.

import { newLine, record } from '../lib/log';
import type { Context } from '../lib/platform';
import { asProblem } from '../lib/problem';
import { closeUp, problemReply } from '../lib/reply';

export async function onRequest(context: Context): Promise<Response> {
  const requestId = crypto.randomUUID();
  context.data.requestId = requestId;
  try {
    return closeUp(await context.next(), requestId);
  } catch (thrown) {
    const problem = asProblem(thrown);
    context.waitUntil(record(context.env, newLine(requestId, { type: 'error', errorCode: problem.code })));
    return closeUp(problemReply(problem, requestId), requestId);
  }
}
