import { createHash, createHmac } from 'node:crypto';

/**
 * SHA-256 (hex) of a value of JSON, whatever the order of its keys; what is undefined counts as absent.
 * @param key makes it an HMAC: who does not know the key can find no value by trying
 */
export function hashOf(value: unknown, key?: string): string {
  const hash = key === undefined ? createHash('sha256') : createHmac('sha256', key);
  return hash.update(canonical(value)).digest('hex');
}

// Unlike `canonical` in src/helm/values/values.ts it drops undefined members, so that a value hashes alike before and after a
// trip through JSON.
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
