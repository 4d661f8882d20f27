import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Root of the checkout: the nearest folder above this file that holds the project's schemas (compiled output lies deeper than the source). */
export const repoRoot: string = findRoot(dirname(fileURLToPath(import.meta.url)));

/** Path of a file of the checkout, from its parts relative to the root. */
export function repoPath(...parts: string[]): string {
  return join(repoRoot, ...parts);
}

function findRoot(from: string): string {
  if (existsSync(join(from, 'action.yml')) || existsSync(join(from, 'tsconfig.sandbox.json'))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('The sandbox runs from a checkout of jupyterhub-gke; none was found above it.');
  return findRoot(parent);
}
