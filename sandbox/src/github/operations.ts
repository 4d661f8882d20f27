import { OPERATIONS, type Operation, type Permissions } from './operation-table.js';

/** The operation of a request and the values of its path; undefined where the table has none. */
export function matchOperation(
  method: string,
  path: string,
): { readonly operation: Operation; readonly values: Readonly<Record<string, string>> } | undefined {
  for (const operation of OPERATIONS) {
    if (operation.method !== method) continue;
    // Names of references and paths of files have slashes.
    const pattern = operation.path.replace(/\{(ref|path)\}/g, '(?<$1>.+)').replace(/\{(\w+)\}/g, '(?<$1>[^/]+)');
    const match = new RegExp(`^${pattern}$`).exec(path);
    const values = Object.entries({ ...match?.groups }).map(([name, value]) => [name, decodeURIComponent(value)]);
    if (match) return { operation, values: Object.fromEntries(values) };
  }
  return undefined;
}

/** Errors of a request against the table, one sentence each. Empty if GitHub describes it. */
export function violationsOf(
  { operation, values }: NonNullable<ReturnType<typeof matchOperation>>,
  query: URLSearchParams,
  body: unknown,
): string[] {
  const found: string[] = [];
  for (const [name, value] of Object.entries(values)) {
    if (/_(number|id)$/.test(name) && !/^[1-9]\d*$/.test(value)) found.push(`${name} is "${value}", not a number`);
    // GitHub also accepts a branch here, with another meaning that is not wanted.
    if (/_sha$/.test(name) && !/^[0-9a-f]{40}$/.test(value)) found.push(`${name} is "${value}", not a whole SHA`);
  }
  for (const [name, value] of query) {
    const type = operation.query[name];
    if (type === undefined) found.push(`unknown query parameter ${name}`);
    else if (type === 'integer' && !/^\d+$/.test(value)) found.push(`${name} is "${value}", not a number`);
    else if (type === 'date-time' && Number.isNaN(Date.parse(value))) found.push(`${name} is "${value}", not a time`);
  }
  if (operation.takesFile) {
    if (!Buffer.isBuffer(body)) found.push('no file is sent');
    return found;
  }
  if (operation.body === undefined) {
    if (body !== undefined) found.push('a body is sent where none is taken');
    return found;
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return [...found, 'the body is no JSON object'];
  for (const [name, type] of Object.entries(operation.body)) {
    if (!type.endsWith('?') && !Object.hasOwn(body, name)) found.push(`${name} is missing`);
  }
  for (const [name, value] of Object.entries(body)) {
    const type = operation.body[name]?.replace('?', '');
    if (type === undefined) found.push(`unknown property ${name}`);
    else if ((Array.isArray(value) ? 'array' : typeof value) !== type) found.push(`${name} is not a ${type}`);
  }
  return found;
}

/** True where a token with these permissions may call the operation. */
export function allows(operation: Operation, login: string, permissions: Permissions): boolean {
  if (operation.permissions === 'user') return !login.endsWith('[bot]');
  const wanted = Object.entries(operation.permissions);
  // Every token can read the public data of its repository.
  return wanted.some(
    ([name, level]) => name === 'metadata' || permissions[name] === 'write' || permissions[name] === level,
  );
}
