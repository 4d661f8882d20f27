import { ConfigurationError } from '../errors.js';
import { entryOf } from '../json.js';

const FACTORS: Readonly<Record<string, number>> = {
  '': 1,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
};

/** Cores or bytes of a Kubernetes quantity; undefined for any other value. */
export function quantity(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return undefined;
  const [, digits, unit] = /^([0-9]+(?:\.[0-9]+)?)([A-Za-z]{0,2})$/.exec(value) ?? [];
  const factor = entryOf(FACTORS, unit ?? '?');
  return digits === undefined || factor === undefined ? undefined : Number(digits) * factor;
}

/** CPU quantity as a number of cores: `500m` is 0.5. Throws for any other text. */
export function cores(text: string): number {
  return Number(amount(text).toFixed(3));
}

/** Memory quantity as whole bytes: `4Gi` is 4294967296. Throws for any other text. */
export function bytes(text: string): number {
  return Math.ceil(amount(text));
}

function amount(text: string): number {
  const value = quantity(text);
  if (value !== undefined) return value;
  throw new ConfigurationError(`"${text}" is not a Kubernetes quantity`, { hint: 'Write it as 500m, 2 or 4Gi.' });
}
