// The bill of materials of a build: every Rust crate that is compiled into the
// wasm and every npm package that made or serves it, as CycloneDX 1.5.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { must } from '../say.mjs';
import { root } from '../tools.mjs';
import { git } from './artifact.mjs';

const component = (ecosystem, name, version, licence, hashes, scope) => ({
  type: 'library',
  'bom-ref': `pkg:${ecosystem}/${name.replace('@', '%40')}@${version}`,
  name,
  version,
  purl: `pkg:${ecosystem}/${name.replace('@', '%40')}@${version}`,
  scope,
  ...(licence ? { licenses: [{ expression: licence.replaceAll('/', ' OR ') }] } : {}),
  ...(hashes ? { hashes } : {}),
});

/** Crates reached by the wasm build, with the hash that Cargo.lock pins. */
async function crates() {
  const out = await must('cargo could not describe the crates.', 'cargo', ['metadata', '--format-version', '1', '--locked', '--offline', '--filter-platform', 'wasm32-unknown-unknown'], { cwd: root });
  const { packages, resolve, workspace_members: own } = JSON.parse(out.slice(out.indexOf('{"packages"')));
  const lock = readFileSync(join(root, 'Cargo.lock'), 'utf8');
  const hashOf = (name, version) => new RegExp(`name = "${name}"\\nversion = "${version.replaceAll('+', '\\+')}"\\nsource = .*\\nchecksum = "([0-9a-f]{64})"`).exec(lock)?.[1];
  const nodes = new Map(resolve.nodes.map((node) => [node.id, node]));
  const reached = new Set();
  const walk = (id) => {
    if (reached.has(id)) return;
    reached.add(id);
    // `dev` dependencies are in no build.
    for (const { pkg, dep_kinds: kinds } of nodes.get(id).deps) if (kinds.some(({ kind }) => kind !== 'dev')) walk(pkg);
  };
  own.forEach(walk);
  return packages.filter(({ id }) => reached.has(id) && !own.includes(id)).map(({ name, version, license }) => {
    const hash = hashOf(name, version);
    return component('cargo', name, version, license, hash && [{ alg: 'SHA-256', content: hash }], 'required');
  });
}

function npmPackages() {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return Object.entries(packages).filter(([path]) => path).map(([path, { version, license, integrity, dev, optional }]) => {
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const sha512 = /^sha512-(.+)$/.exec(integrity ?? '')?.[1];
    const hashes = sha512 && [{ alg: 'SHA-512', content: Buffer.from(sha512, 'base64').toString('hex') }];
    return component('npm', name, version, typeof license === 'string' ? license : '', hashes, dev || optional ? 'excluded' : 'required');
  });
}

export async function makeSbom() {
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const all = [...(await crates()), ...npmPackages()];
  const unique = [...new Map(all.map((one) => [one['bom-ref'], one])).values()].sort((a, b) => a['bom-ref'].localeCompare(b['bom-ref']));
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: {
      timestamp: (await git(['show', '-s', '--format=%cI', 'HEAD'])).replace('+00:00', 'Z'),
      component: { type: 'application', 'bom-ref': `${name}@${version}`, name, version },
      properties: [{ name: 'commit', value: await git(['rev-parse', 'HEAD']) }],
    },
    components: unique,
  };
}

/** `sbom --out FILE`. */
export async function sbom({ calls, options }) {
  const made = await makeSbom();
  const out = options.out ?? join(root, 'target', 'sbom.cdx.json');
  writeFileSync(out, `${JSON.stringify(made, null, 1)}\n`);
  calls.say(`${made.components.length} components in ${out}.`);
}
