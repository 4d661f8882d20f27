import { createHash } from 'node:crypto';
import type { ChangeSet } from './change.js';

/** SHA-256 (hex) of what a change set does, whatever the order of keys: two plans that do the same have the same. */
export function fingerprint(changeSet: ChangeSet): string {
  return createHash('sha256').update(canonical(changeSet)).digest('hex');
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}
