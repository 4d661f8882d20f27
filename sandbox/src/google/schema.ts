import type { Api, Match, ParameterType, Type } from './discovery.js';
import { isTolerated } from './tolerated.js';

/** Who sent a value. Requests may write 64-bit numbers in both forms and set fields to null; answers may not. */
export type Direction = 'request' | 'response';

const INTEGERS: Readonly<Record<string, readonly [bigint, bigint]>> = {
  int32: [-(2n ** 31n), 2n ** 31n - 1n],
  integer: [-(2n ** 31n), 2n ** 31n - 1n],
  uint32: [0n, 2n ** 32n - 1n],
  int64: [-(2n ** 63n), 2n ** 63n - 1n],
  uint64: [0n, 2n ** 64n - 1n],
};

/** Errors of a value against a schema of the API, one sentence per place. Empty if it matches. */
export function checkSchema(api: Api, name: string, value: unknown, direction: Direction): string[] {
  const found: string[] = [];
  checkType(api, `#${name}`, value, '', direction, found);
  return found;
}

/** Errors of a request's query against its method. */
export function checkQuery({ method }: Match, query: URLSearchParams): string[] {
  const found: string[] = [];
  const seen = new Set<string>();
  for (const [given, value] of query) {
    const name = given.replace(/^\$(?!\.)/, ''); // `$alt` is another spelling of `alt`
    const known = method.query[given];
    if (known === undefined) {
      if (!method.api.query.has(name) && !isTolerated(method.id, name))
        found.push(`Unknown name "${given}": Cannot bind query parameter`);
      continue;
    }
    const { type, repeated } = unmark(known);
    if (seen.has(given) && !repeated) found.push(`query parameter ${given} is given twice`);
    seen.add(given);
    checkType(method.api, type, fromText(type, value), `query.${given}`, 'request', found);
  }
  for (const [name, type] of Object.entries(method.query)) {
    if (unmark(type).required && !seen.has(name)) found.push(`Required parameter: ${name}`);
  }
  return found;
}

function unmark(parameter: ParameterType): { type: Type; required: boolean; repeated: boolean } {
  if (typeof parameter === 'object' && 'marks' in parameter) {
    const { type, marks } = parameter;
    return { type, required: marks.includes('!'), repeated: marks.includes('*') };
  }
  return { type: parameter, required: false, repeated: false };
}

function fromText(type: Type, value: string): unknown {
  // gcloud writes booleans as Python does, and Google reads them in any case.
  return type === 'boolean' ? ({ true: true, false: false }[value.toLowerCase()] ?? value) : value;
}

function checkType(api: Api, type: Type, value: unknown, path: string, direction: Direction, found: string[]): void {
  if (value === null && direction === 'request') return; // JSON null means "not set" to Google
  const wrong = (expected: string): void => {
    found.push(`Invalid value at '${path || 'body'}' (${expected}), ${short(value)}`);
  };
  if (typeof type === 'string') {
    if (type.startsWith('#')) checkType(api, api.schemas[type.slice(1)] ?? 'any', value, path, direction, found);
    else if (!fitsScalar(type, value, direction)) wrong(type);
  } else if (isList(type)) {
    if (!Array.isArray(value)) wrong('repeated');
    else value.forEach((item, index) => void checkType(api, type[0], item, `${path}[${index}]`, direction, found));
  } else if ('enum' in type) {
    if (!(typeof value === 'string' && type.enum.includes(value))) wrong(`one of ${type.enum.slice(0, 12).join(', ')}`);
  } else if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    wrong('object');
  } else {
    for (const [key, item] of Object.entries(value)) {
      const at = path === '' ? key : `${path}.${key}`;
      const field = 'fields' in type ? (Object.hasOwn(type.fields, key) ? type.fields[key] : undefined) : type['*'];
      if (field === undefined)
        found.push(`Invalid JSON payload received. Unknown name "${key}" at '${at}': Cannot find field.`);
      else checkType(api, field, item, at, direction, found);
    }
  }
}

function isList(type: Exclude<Type, string>): type is readonly [Type] {
  return Array.isArray(type);
}

function fitsScalar(type: string, value: unknown, direction: Direction): boolean {
  const range = INTEGERS[type];
  if (range) {
    const wide = type.endsWith('64');
    const spelled = typeof value === 'string' && /^-?\d+$/.test(value) && (wide || direction === 'request');
    const plain = typeof value === 'number' && Number.isInteger(value) && (!wide || direction === 'request');
    if (!spelled && !plain) return false;
    const number = BigInt(value as string | number);
    return number >= range[0] && number <= range[1];
  }
  switch (type) {
    case 'any':
      return true;
    case 'boolean':
      return typeof value === 'boolean';
    case 'double':
    case 'float':
    case 'number':
      return typeof value === 'number';
    case 'byte':
      return typeof value === 'string' && /^[A-Za-z0-9+/_-]*=*$/.test(value);
    case 'google-datetime':
    case 'date-time':
      return typeof value === 'string' && !Number.isNaN(Date.parse(value));
    default:
      return typeof value === 'string';
  }
}

function short(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
