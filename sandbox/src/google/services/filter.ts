import { ApiError } from '../api-error.js';
import type { Json } from '../world.js';

/** Items that match a list filter of compute, in the forms that its clients send: `name = x`, `name eq regex`, `(a = b) (c = d)`. */
export function filterItems(items: readonly Json[], filter: string | null): readonly Json[] {
  if (!filter) return items;
  const terms = filter.startsWith('(')
    ? [...filter.matchAll(/\(([^()]*)\)/g)].map((match) => match[1] ?? '')
    : [filter];
  const tests = terms.map(termOf);
  return items.filter((item) => tests.every((test) => test(item)));
}

function termOf(term: string): (item: Json) => boolean {
  const match = /^\s*([\w.]+)\s*(=|!=|:|eq|ne)\s*["']?(.*?)["']?\s*$/.exec(term);
  const [, field = '', operator = '', wanted = ''] = match ?? [];
  if (!match)
    throw new ApiError(400, `Invalid value for field 'filter': '${term}'.`, { reason: 'invalid', status: undefined });
  const read = (item: Json): string => {
    const value = field.split('.').reduce<unknown>((from, key) => (from as Json | undefined)?.[key], item);
    return value === undefined ? '' : String(value);
  };
  switch (operator) {
    case '=':
      return (item) => read(item) === wanted;
    case '!=':
      return (item) => read(item) !== wanted;
    case ':':
      return (item) => read(item).includes(wanted);
    default: {
      const pattern = expressionOf(wanted);
      return (item) => pattern.test(read(item)) === (operator === 'eq');
    }
  }
}

function expressionOf(text: string): RegExp {
  try {
    return new RegExp(`^(?:${text})$`);
  } catch {
    throw new ApiError(400, `Invalid value for field 'filter': '${text}'.`, { reason: 'invalid', status: undefined });
  }
}
