// The app as wrangler serves it, for the tests and the benchmark of the proxy.

import { readFileSync } from 'node:fs';

export { servePrivate as startApp } from '../../scripts/serve.mjs';

/** CPU seconds that `pid` and all its descendants have used so far (Linux). */
export function cpuSeconds(pid) {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
  const [, rest = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
  const fields = rest.split(' ');
  const own = (Number(fields[11]) + Number(fields[12])) / 100;
  return children.reduce((sum, child) => sum + cpuSeconds(child), own);
}
