// Known weaknesses and licences of what we depend on: npm's and Rust's.

import { Stop, run } from '../say.mjs';
import { root, toolPath } from '../tools.mjs';

/** `audit`: npm's own audit, and cargo-deny (deny.toml) where it is installed. Needs the network. */
export async function audit({ calls }) {
  const failed = [];
  const npm = await run('npm', ['audit', '--audit-level=high'], { cwd: root });
  calls.say(npm.out.trim());
  if (npm.code !== 0) failed.push('npm');
  const env = { PATH: toolPath() };
  if ((await run('cargo', ['deny', '--version'], { env })).code !== 0) failed.push('cargo-deny is not installed (`cargo install cargo-deny --locked`), so Rust');
  else {
    const deny = await run('cargo', ['deny', 'check', 'advisories', 'bans', 'licenses', 'sources'], { cwd: root, env });
    calls.say(deny.out.trim().split('\n').slice(-20).join('\n'));
    if (deny.code !== 0) failed.push('Rust');
  }
  if (failed.length > 0) throw new Stop(`The audit is not clean: ${failed.join(', ')}.`);
}
