import type { Attribute, Block, Table } from './table.js';
import { isObject, UNKNOWN, type Value, type Values } from './values.js';

/** A JSON object of an API. */
export type ApiObject = { [name: string]: unknown };

/** What is sent to the API: every attribute and block that has a place there and a value. */
export function toApi(table: Table, values: Values): ApiObject {
  const object: ApiObject = {};
  for (const [name, attribute] of Object.entries(table.attributes)) {
    const value = values[name];
    if (attribute.api === undefined || attribute.readOnly === true || attribute.is === 'computed') continue;
    if (value === undefined || value === null || value === UNKNOWN) continue;
    put(object, attribute.api, outward(attribute, value));
  }
  for (const [name, block] of Object.entries(table.blocks ?? {})) {
    const blocks = values[name];
    if (!Array.isArray(blocks) || blocks.length === 0) continue;
    const objects = blocks.filter(isObject).map((inner) => toApi(block, inner));
    if (block.api !== undefined) put(object, block.api, isSingle(block) ? objects[0] : objects);
    else for (const [key, value] of Object.entries(objects[0] ?? {})) put(object, key, value);
  }
  return object;
}

/**
 * State of a resource from the API's object. What only terraform knows is kept from `known`; where the API says nothing
 * and terraform knew nothing, the value is null, as the plugin SDK leaves it.
 */
export function fromApi(table: Table, object: ApiObject, known: Values): Values {
  const state: Values = {};
  for (const [name, attribute] of Object.entries(table.attributes)) {
    state[name] = attributeFromApi(attribute, object, knownValue(known[name]));
  }
  for (const [name, block] of Object.entries(table.blocks ?? {})) {
    state[name] = blocksFromApi(block, object, known[name]);
  }
  return state;
}

function attributeFromApi(attribute: Attribute, object: ApiObject, before: Value): Value {
  if (attribute.api === undefined) return before;
  const value = convert(attribute, take(object, attribute.api));
  if (value === null) return absent(attribute, before);
  if (attribute.same && typeof before === 'string' && typeof value === 'string' && attribute.same(before, value))
    return before;
  return value;
}

/** The API leaves out false, 0 and empty values: they are what terraform had, made empty where it had more. */
function absent(attribute: Attribute, before: Value): Value {
  if (before === null || before === '' || before === false || before === 0) return before;
  if (attribute.type === 'bool') return false;
  if (attribute.type === 'number') return 0;
  if (attribute.type === 'string') return '';
  return attribute.type[0] === 'map' ? {} : [];
}

function blocksFromApi(block: Block, object: ApiObject, known: Value | undefined): Value {
  const before = Array.isArray(known) ? known.filter(isObject) : [];
  // A block whose fields lie elsewhere in the object has no place of its own: it is there if it was asked for.
  const found = block.api === undefined ? before.map(() => object) : take(object, block.api);
  const objects = (Array.isArray(found) ? found : found === undefined || found === null ? [] : [found]) as ApiObject[];
  // A single block that nobody asked for is the API's default and no difference.
  if (isSingle(block) && before.length === 0 && block.computed !== true) return [];
  return objects
    .filter((inner) => isAsked(block, inner, before))
    .map((inner, index) => fromApi(block, inner, before[index] ?? {}));
}

function isSingle({ max, single }: Block): boolean {
  return max === 1 || single === true;
}

function isAsked({ ownBy, attributes }: Block, object: ApiObject, before: readonly Values[]): boolean {
  if (ownBy === undefined) return true;
  const key = take(object, attributes[ownBy]?.api ?? ownBy);
  return before.some((block) => block[ownBy] === key);
}

function outward({ wide, word }: Attribute, value: Value): Value {
  if (word === true) return value === 'TRUE';
  return wide === true ? String(value) : value;
}

function knownValue(value: Value | undefined): Value {
  return value === undefined || value === UNKNOWN ? null : value;
}

function convert(attribute: Attribute, value: unknown): Value {
  if (value === undefined || value === null) return null;
  if (attribute.word === true) return value === true ? 'TRUE' : 'FALSE';
  if (attribute.type === 'number') return Number(value);
  if (attribute.type === 'string') return String(value);
  if (attribute.type[0] === 'set' && Array.isArray(value)) return [...(value as string[])].sort();
  return value as Value;
}

/** Value at a dotted path. */
export function take(object: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((at, key) => (at as ApiObject | undefined | null)?.[key], object);
}

function put(object: ApiObject, path: string, value: unknown): void {
  const keys = path.split('.');
  const last = keys.pop() ?? path;
  let at = object;
  for (const key of keys) {
    at[key] ??= {};
    at = at[key] as ApiObject;
  }
  // Two blocks may share a place (such as networkConfig): their fields are put together.
  const there = at[last];
  at[last] = isPlain(there) && isPlain(value) ? { ...there, ...value } : value;
}

function isPlain(value: unknown): value is ApiObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
