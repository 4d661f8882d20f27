// licenses.txt of the bundle: each package whose code is in it, with its version, its licence and the text of that.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { modulesOf } from './bundle-names.mjs';

/** Licences under which code may be in the bundle: all of them allow it for a notice. */
export const ALLOWED = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'ISC',
  'MIT',
  'Unlicense',
];
const FOLDER = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/;

/** The text of licenses.txt. Throws for a package whose licence is not allowed or cannot be found. */
export function licensesText(stats, root) {
  const folders = new Set();
  for (const chunk of stats.chunks) {
    for (const { name } of modulesOf(chunk)) {
      const folder = FOLDER.exec(name)?.[0];
      if (folder !== undefined) folders.add(folder);
    }
  }
  const entries = [...folders].map((folder) => entry(join(root, folder)));
  const unique = new Map(entries.map((one) => [`${one.name} ${one.version}`, one]));
  return [...unique]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([title, { license, text }]) => `${title}: ${license}\n\n${text}\n`)
    .join(`\n${'-'.repeat(80)}\n\n`);
}

function entry(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (!isAllowed(license)) {
    throw new Error(
      `${name} ${version} has the licence ${JSON.stringify(license)}, which ALLOWED in scripts/bundle-licenses.mjs does not list. Read it, then allow it or do without the package.`,
    );
  }
  // Several files, such as a licence and the notices that it asks to keep, are all part of it.
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)([.-].*)?$/i.test(file));
  const texts = files.sort().map((file) => readFileSync(join(folder, file), 'utf8').trim());
  return {
    name,
    version,
    license,
    text: texts.length > 0 ? texts.join('\n\n') : 'The package holds no copy of the text.',
  };
}

/** Whether a licence, or one of several that can be chosen, is in the list. */
export function isAllowed(license) {
  return String(license)
    .replace(/^\((.*)\)$/, '$1')
    .split(' OR ')
    .some((one) => ALLOWED.includes(one.trim()));
}
