import { ConfigurationError } from '../errors.js';

const SUFFIXES: Readonly<Record<string, number>> = {
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

/** CPU quantity as a number of cores: `500m` is 0.5. */
export function cores(quantity: string): number {
  return Number(amount(quantity).toFixed(3));
}

/** Memory quantity as whole bytes: `4Gi` is 4294967296. */
export function bytes(quantity: string): number {
  return Math.ceil(amount(quantity));
}

function amount(quantity: string): number {
  const match = /^(\d+(?:\.\d+)?|\.\d+)([eE][+-]?\d+)?([A-Za-z]{0,2})$/.exec(quantity);
  const factor = match && Object.hasOwn(SUFFIXES, match[3] ?? '') ? SUFFIXES[match[3] ?? ''] : undefined;
  if (!match || factor === undefined) {
    throw new ConfigurationError(`"${quantity}" is no Kubernetes quantity`, { hint: 'Write it as 500m, 2, 4Gi.' });
  }
  return Number(`${match[1]}${match[2] ?? ''}`) * factor;
}
