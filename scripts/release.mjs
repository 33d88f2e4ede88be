// Which release a build is: the version of package.json and the commit, for the
// foot of every page. What runs says the same in /api/health.

import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './tools.mjs';

/** The commit that is built, or '' where there is no git. */
export function commitOf() {
  if (/^[0-9a-f]{7,40}$/.test(process.env.CV_REVIEW_COMMIT ?? '')) return process.env.CV_REVIEW_COMMIT;
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] }).toString().trim();
  } catch {
    return '';
  }
}

/** `0.1.0+1a2b3c4d` */
export function releaseOf() {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return [version, commitOf().slice(0, 8)].filter(Boolean).join('+');
}

/**
 * Writes the release into the foot of every page in `dist`. After the build and
 * outside the wasm: a commit that changes no source builds nothing anew, and
 * changes the name of no file.
 */
export function stampRelease(dist) {
  const release = releaseOf();
  for (const name of readdirSync(dist).filter((file) => file.endsWith('.html'))) {
    const html = readFileSync(join(dist, name), 'utf8');
    const parts = html.split(/data-release="[^"]*">[^<]*</);
    if (parts.length !== 2) throw new Error(`${name} has ${parts.length - 1} places for the release`);
    writeFileSync(join(dist, name), parts.join(`data-release="${release}">Version ${release.replace('+', ', commit ')}<`));
  }
}
