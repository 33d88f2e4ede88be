// The npm packages of this folder, installed when first needed.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { must, step } from '../../scripts/say.mjs';

export async function ensurePeers() {
  const here = import.meta.dirname;
  if (existsSync(join(here, 'node_modules', 'jspdf'))) return;
  await step('the peers', () =>
    must('npm could not install the peers. Is the network up?', 'npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: here }),
  );
}
