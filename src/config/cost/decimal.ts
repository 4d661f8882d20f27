/** A decimal number as it was written, without the surprises of binary fractions: `units` / 10^`scale`. */
export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

/** The number of JSON or YAML whose text this is; finite numbers only. */
export function decimal(value: number): Decimal {
  const [, sign = '', whole = '0', fraction = '', power = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? [];
  const units = BigInt(`${sign}${whole}${fraction}`);
  const scale = fraction.length - Number(power);
  return scale >= 0 ? { units, scale } : { units: units * 10n ** BigInt(-scale), scale: 0 };
}

/** Bytes as GiB: a 2^30th part is a decimal number, too. */
export function gib(bytes: number): Decimal {
  const { units, scale } = decimal(bytes);
  return { units: units * 5n ** 30n, scale: scale + 30 };
}

/** The product. */
export function times(first: Decimal, second: Decimal): Decimal {
  return { units: first.units * second.units, scale: first.scale + second.scale };
}

/** The sum. */
export function plus(first: Decimal, second: Decimal): Decimal {
  const scale = Math.max(first.scale, second.scale);
  const at = ({ units, scale: own }: Decimal): bigint => units * 10n ** BigInt(scale - own);
  return { units: at(first) + at(second), scale };
}

/** As money with two decimals, half a cent away from zero. */
export function money({ units, scale }: Decimal): string {
  const one = 10n ** BigInt(scale);
  const size = units < 0n ? -units : units;
  const cents = String((size * 200n + one) / (2n * one)).padStart(3, '0');
  return `${units < 0n && !/^0+$/.test(cents) ? '-' : ''}${cents.slice(0, -2)}.${cents.slice(-2)}`;
}

/** All its digits, without zeros at the end. */
export function exactly({ units, scale }: Decimal): string {
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0');
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, '');
  const whole = digits.slice(0, digits.length - scale);
  return `${units < 0n ? '-' : ''}${whole}${scale === 0 || fraction === '' ? '' : `.${fraction}`}`;
}

/** An amount of money for people: text for an amount that two decimals cannot show. */
export function amountText(value: Decimal): string {
  return value.units > 0n && money(value) === '0.00' ? 'less than 0.01' : money(value);
}
