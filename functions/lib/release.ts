// Which release answers here, and as what: for /api/health and for Sentry.

import { version } from '../../package.json';
import type { Env } from './platform';

/** The version, and the commit where the platform or the deployment names one: `0.1.0+1a2b3c4d`. */
export function releaseOf(env: Env): string {
  // Pages names the commit of a deployment; `wrangler pages dev` names zeros.
  const commit = [env.CF_PAGES_COMMIT_SHA, env.COMMIT_SHA].find((sha) => /^[0-9a-f]{7,64}$/.test(sha ?? '') && /[^0]/.test(sha ?? ''));
  return commit ? `${version}+${commit.slice(0, 8)}` : version;
}

export function environmentOf(env: Env): string {
  return /^[a-z]{1,20}$/.test(env.ENVIRONMENT ?? '') ? (env.ENVIRONMENT ?? '') : 'local';
}
