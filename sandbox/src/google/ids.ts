import { createHash, randomBytes } from 'node:crypto';

/** A new 64-bit ID as a decimal string, above 2^53, to detect clients that read it as a number. */
export function numericId(): string {
  const bits = randomBytes(8).readBigUInt64BE() & ((1n << 62n) - 1n);
  return String(bits | (1n << 61n));
}

/** The 64-bit ID of a thing that is known by its name: the same for the same name. */
export function idOf(name: string): string {
  const bits = createHash('sha256').update(name).digest().readBigUInt64BE() & ((1n << 62n) - 1n);
  return String(bits | (1n << 61n));
}

/** A new etag or fingerprint: base64, different at each call. */
export function etag(): string {
  return randomBytes(8).toString('base64');
}

/** Digest of a value, the same for the same content, like the fingerprint of labels. */
export function fingerprint(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest().subarray(0, 8).toString('base64');
}

/** Name of an operation, as compute and GKE give it. */
export function operationName(): string {
  const hex = randomBytes(16).toString('hex');
  return `operation-${Date.now()}-${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 24)}`;
}
