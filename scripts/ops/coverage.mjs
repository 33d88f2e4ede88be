// How much of the native code the tests run: rustc's own instrumentation, read
// by the LLVM tools that fit this rustc (rustup's, or Debian's package).

import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { aptInstall } from '../rust.mjs';
import { Stop, must, run } from '../say.mjs';
import { root } from '../tools.mjs';

/** `llvm-profdata` and `llvm-cov` for the rustc in use. */
async function llvmTools() {
  const about = await must('rustc did not answer.', 'rustc', ['-vV'], { cwd: root });
  const host = /host: (.*)/.exec(about)[1];
  const llvm = /LLVM version: (\d+)/.exec(about)[1];
  const sysroot = (await must('rustc did not answer.', 'rustc', ['--print', 'sysroot'], { cwd: root })).trim();
  const own = join(sysroot, 'lib', 'rustlib', host, 'bin');
  if (existsSync(join(own, 'llvm-cov'))) return { profdata: join(own, 'llvm-profdata'), cov: join(own, 'llvm-cov') };
  const debian = { profdata: `/usr/bin/llvm-profdata-${llvm}`, cov: `/usr/bin/llvm-cov-${llvm}` };
  if (!existsSync(debian.cov)) await aptInstall([`llvm-${llvm}`]);
  if (!existsSync(debian.cov)) throw new Stop(`There is no llvm-cov for LLVM ${llvm}. Run \`rustup component add llvm-tools\`.`);
  return debian;
}

/** Share of lines and functions of src/ that `cargo test` runs, in percent. */
export async function nativeCoverage(folder = root) {
  const { profdata, cov } = await llvmTools();
  const target = join(folder, 'target', 'coverage');
  const profiles = join(target, 'profiles');
  rmSync(profiles, { recursive: true, force: true });
  mkdirSync(profiles, { recursive: true });
  // Only our own crate is instrumented, so that nothing else is built anew.
  const env = { RUSTC_WORKSPACE_WRAPPER: join(import.meta.dirname, 'instrument.sh'), LLVM_PROFILE_FILE: join(profiles, '%p-%m.profraw') };
  const built = await must('The instrumented tests did not build.', 'cargo', ['test', '--no-run', '--tests', '--message-format=json'], { cwd: folder, env });
  const objects = built.split('\n').filter((line) => line.startsWith('{')).map((line) => JSON.parse(line)).filter(({ executable, profile }) => executable && profile?.test).map(({ executable }) => executable);
  await must('A native test failed.', 'cargo', ['test', '--tests', '--quiet'], { cwd: folder, env });
  const raw = readdirSync(profiles).filter((name) => name.endsWith('.profraw')).map((name) => join(profiles, name));
  const merged = join(target, 'all.profdata');
  await must('The profiles could not be joined.', profdata, ['merge', '-sparse', ...raw, '-o', merged]);
  const { code, text, out } = await run(cov, ['export', '--summary-only', '--instr-profile', merged, objects[0], ...objects.slice(1).flatMap((one) => ['--object', one]), '--sources', join(folder, 'src')]);
  if (code !== 0) throw new Stop(`llvm-cov could not read the profile:\n${out.slice(-800)}`);
  const { totals } = JSON.parse(text).data[0];
  return { lines: totals.lines.percent, functions: totals.functions.percent, regions: totals.regions.percent };
}
