import { quantity } from '../../config/quantity.js';
import { ConfigurationError } from '../../errors.js';

/** CPU quantity as a number of cores: `500m` is 0.5. */
export function cores(text: string): number {
  return Number(amount(text).toFixed(3));
}

/** Memory quantity as whole bytes: `4Gi` is 4294967296. */
export function bytes(text: string): number {
  return Math.ceil(amount(text));
}

function amount(text: string): number {
  const number = quantity(text);
  if (number !== undefined) return number;
  throw new ConfigurationError(`"${text}" is no Kubernetes quantity`, { hint: 'Write it as 500m, 2 or 4Gi.' });
}
