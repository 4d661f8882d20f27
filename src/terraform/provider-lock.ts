import { copyFileSync, lstatSync } from 'node:fs';
import { join } from 'node:path';
import { ToolError } from '../errors.js';

/** Name of the file with the checksums of the provider, beside jupyterhub.yaml or in the product's terraform folder. */
export const PROVIDER_LOCK = 'terraform.lock.hcl';

/** More than terraform writes for one provider and a dozen platforms. */
const MOST_BYTES = 256 * 1024;

/**
 * The lock file of the first folder that has one; undefined where none has. A link is refused, because it could name a file
 * that nobody reviewed.
 */
export function providerLock(folders: readonly string[]): string | undefined {
  for (const folder of folders) {
    const path = join(folder, PROVIDER_LOCK);
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (found === undefined) continue;
    if (found.isFile() && found.size <= MOST_BYTES) return path;
    throw new ToolError(`${PROVIDER_LOCK} is not a file of at most ${MOST_BYTES / 1024} KiB`, {
      where: path,
      hint: 'Put the file there that "terraform providers lock" writes, not a link to it.',
    });
  }
  return undefined;
}

/** Puts the lock file where terraform reads it. With `-lockfile=readonly` terraform then installs only what it names. */
export function placeProviderLock(path: string, root: string): void {
  copyFileSync(path, join(root, '.terraform.lock.hcl'));
}
