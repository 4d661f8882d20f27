import { decode, ExtensionCodec, encode } from '@msgpack/msgpack';

/** Stands for a value that terraform does not know yet. */
class Unknown {
  readonly kind = 'unknown';
}

/** The value that is known only after apply. */
export const UNKNOWN = new Unknown();

/** A value of terraform's type system as it travels: blocks and sets are arrays. */
export type Value = null | boolean | number | string | Unknown | Value[] | { [name: string]: Value };

/** Attributes of one resource or block. */
export type Values = { [name: string]: Value };

/** How the protocol carries a value. */
export interface DynamicValue {
  readonly msgpack: Uint8Array;
}

const codec = new ExtensionCodec();
codec.register({
  type: 0,
  encode: (value) => (value instanceof Unknown ? new Uint8Array([0]) : null),
  decode: () => UNKNOWN,
});
// go-cty marks an unknown value that is refined (such as "not null") with type 12.
codec.register({ type: 12, encode: () => null, decode: () => UNKNOWN });

/** Packs a value for the wire. */
export function pack(value: Value): DynamicValue {
  return { msgpack: encode(value, { extensionCodec: codec }) };
}

/** Unpacks what terraform sent; null where there is no object. */
export function unpack(value: DynamicValue | null): Values | null {
  if (value === null || value.msgpack.length === 0) return null;
  return decode(value.msgpack, { extensionCodec: codec }) as Values | null;
}

/** True for an object that is neither null, a list nor unknown. */
export function isObject(value: Value | undefined): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && value !== UNKNOWN;
}

/** Text of an attribute that must be there by now. */
export function text(values: Values, name: string): string {
  const value = values[name];
  if (typeof value !== 'string') throw new Error(`${name} is not known`);
  return value;
}
