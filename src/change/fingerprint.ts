import { hashOf } from './canonical.js';
import type { ChangeSet } from './change.js';

/** SHA-256 (hex) of what a change set does, whatever the order of keys: two plans that do the same have the same. */
export function fingerprint(changeSet: ChangeSet): string {
  return hashOf(changeSet);
}
