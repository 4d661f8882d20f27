import { hashOf } from './canonical.js';
import type { Change, ChangeSet } from './change.js';

/**
 * SHA-256 (hex) of what a change set does, whatever the order of keys: two plans that do the same have the same. What
 * somebody changed in the cluster, and apply sets back to what was reviewed before, does not count.
 */
export function fingerprint({ hub, changes }: ChangeSet): string {
  return hashOf({ hub, changes: changes.filter(isReviewed) });
}

/** Whether a change is part of what is reviewed. */
export function isReviewed({ isDrift }: Pick<Change, 'isDrift'>): boolean {
  return isDrift !== true;
}
