// Fuzzes a reader of foreign bytes with the installed stable compiler:
//
//     node fuzz/run.mjs pdf|docx|text [SECONDS]
//
// `cargo fuzz` needs nightly for its sanitizer; coverage alone is a pass of LLVM
// that stable has too, so this sets the same flags without the sanitizer. Safe
// Rust has no memory errors to find: panics, hangs and memory are what matters.
// What it finds is written to fuzz/artifacts; put it into
// tests/pipeline/samples/found, which the normal test run replays.

import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { spawnSync } from 'node:child_process';

const here = import.meta.dirname;
const [target = 'pdf', seconds = '60'] = process.argv.slice(2);
const passes = ['-sanitizer-coverage-level=4', '-sanitizer-coverage-inline-8bit-counters', '-sanitizer-coverage-pc-table', '-sanitizer-coverage-trace-compares'];
const flags = ['--cfg', 'fuzzing', '-Cpasses=sancov-module', ...passes.map((pass) => `-Cllvm-args=${pass}`), '-Ccodegen-units=1', '-Cdebug-assertions'];

const seeds = join(here, 'corpus', target);
mkdirSync(seeds, { recursive: true });
mkdirSync(join(here, 'artifacts'), { recursive: true });
const samples = join(here, '..', 'tests', 'pipeline', 'samples');
const endings = { pdf: ['.pdf'], docx: ['.docx'], text: ['.txt'] }[target];
if (!endings) throw new Error(`${target}: the target must be pdf, docx or text`);
for (const name of readdirSync(samples)) {
  if (!endings.includes(extname(name))) continue;
  copyFileSync(join(samples, name), join(seeds, name));
  // The XML inside by itself, which the target puts into an archive again.
  const xml = target === 'docx' && spawnSync('unzip', ['-p', join(samples, name), 'word/document*.xml']).stdout;
  if (xml?.length) writeFileSync(join(seeds, `${name}.xml`), xml);
}

// A named target, so that the flags are not for build scripts.
const host = /^host: (.+)$/m.exec(spawnSync('rustc', ['-vV'], { encoding: 'utf8' }).stdout)[1];
const cargo = spawnSync('cargo', ['run', '--release', '--target', host, '--manifest-path', join(here, 'Cargo.toml'), '--bin', target, '--', seeds, `-max_total_time=${seconds}`, '-timeout=10', '-rss_limit_mb=512', '-max_len=1000000', `-artifact_prefix=${join(here, 'artifacts')}/`], {
  stdio: 'inherit',
  env: { ...process.env, CARGO_ENCODED_RUSTFLAGS: flags.join('\u001f'), CARGO_PROFILE_RELEASE_LTO: 'off' },
});
process.exitCode = cargo.status ?? 1;
