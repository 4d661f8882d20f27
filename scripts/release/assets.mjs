// npm run release -- assets: the files that a release offers beside the tag.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectOf } from '../project-names.mjs';

const SBOM = 'sbom.cdx.json';
const SUMS = 'SHA256SUMS';

/** Writes the package as npm packs it, the list of what dist/ is made of, and the checksums of both and of dist/. */
export function writeAssets({ root, folder }) {
  const { name, version } = projectOf(root);
  mkdirSync(folder, { recursive: true });
  const npm = (...args) => execFileSync('npm', args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 2 ** 20 });
  npm('pack', '--silent', '--pack-destination', folder);
  const bundled = bundledPackages(readFileSync(join(root, 'dist/licenses.txt'), 'utf8'));
  const sbom = bundleSbom(JSON.parse(npm('sbom', '--sbom-format=cyclonedx')), { name, bundled });
  writeFileSync(join(folder, SBOM), `${JSON.stringify(sbom, null, 2)}\n`);
  const offered = [`${name}-${version}.tgz`, SBOM].map((file) => [file, join(folder, file)]);
  const dist = readdirSync(join(root, 'dist')).map((file) => [`dist/${file}`, join(root, 'dist', file)]);
  const sums = [...offered, ...dist].map(([file, path]) => `${sha256(readFileSync(path))}  ${file}\n`);
  writeFileSync(join(folder, SUMS), sums.join(''));
  return `${folder} has the package, ${SBOM} of ${bundled.length} packages, and ${SUMS} of ${sums.length} files.`;
}

/** `name@version` of each package in the bundle, from its licences. */
export function bundledPackages(licenses) {
  return [...licenses.matchAll(/^((?:@[\w.-]+\/)?[\w.-]+) (\d\S*): .+\n\n/gm)].map(
    ([, name, version]) => `${name}@${version}`,
  );
}

/** npm's list of everything that is installed for development, cut down to what the bundle holds. */
export function bundleSbom(sbom, { name, bundled }) {
  const own = sbom.metadata.component['bom-ref'];
  const components = sbom.components
    .filter((one) => bundled.includes(`${one.name}@${one.version}`))
    // It is part of the program, whatever npm needs it for.
    .map(({ properties = [], ...one }) => ({
      ...one,
      properties: properties.filter((p) => p.name !== 'cdx:npm:package:development'),
    }));
  const found = new Set(components.map((one) => `${one.name}@${one.version}`));
  const missing = bundled.filter((one) => !found.has(one));
  if (missing.length > 0)
    throw new Error(`npm does not list what dist/licenses.txt names: ${missing.join(', ')}. Run "npm ci".`);
  const kept = new Set(components.map((one) => one['bom-ref']));
  const dependencies = sbom.dependencies
    .filter(({ ref }) => kept.has(ref))
    .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((one) => kept.has(one)) }));
  return {
    ...sbom,
    // npm takes the name of the folder.
    metadata: { ...sbom.metadata, component: { ...sbom.metadata.component, name } },
    components,
    dependencies: [{ ref: own, dependsOn: [...kept] }, ...dependencies],
  };
}

function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}
