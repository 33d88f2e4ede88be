// A Python of our own for one package, kept in the user's cache.

import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { must, step } from '../../scripts/say.mjs';
import { toolsDir } from '../../scripts/tools.mjs';

/** Resolves to the program. `major`: the version of the package. */
export async function python(name, major) {
  const home = join(toolsDir, `${name}-${major}`);
  const program = join(home, 'bin', 'python');
  const stamp = join(home, 'installed');
  if (existsSync(stamp)) return program;
  await step(`${name} (kept in the user's cache)`, async () => {
    await must('python3 -m venv failed. On Debian: apt-get install python3-venv.', 'python3', ['-m', 'venv', home]);
    await must(`pip could not fetch ${name}. Is the network up?`, program, ['-m', 'pip', 'install', '--quiet', `${name}>=${major},<${major + 1}`]);
    writeFileSync(stamp, '');
  });
  return program;
}
