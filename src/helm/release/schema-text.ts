import { SECTIONS } from '../../config/chart/z2jh-keys.js';
import { didYouMean } from '../../config/suggest.js';
import { quoted, TYPES } from '../../config/text.js';
import { entryOf } from '../../json.js';
import { SECRET_KEY } from '../diff/manifests.js';

/** Keys and indexes below the values of a chart. */
export type ValuePath = readonly (string | number)[];

/** One finding of the chart's schema, in our own wording. A message never repeats a value, since it may be a secret. */
export interface SchemaFinding {
  readonly path: ValuePath;
  readonly message: string;
  /** `absent` means that a key is missing in the value at `path`. */
  readonly about: 'key' | 'value' | 'absent';
  /** Set if the value has the wrong type. The names of types are those of JSON Schema. */
  readonly types?: { readonly got: string; readonly want: readonly string[] };
}

/** A text in the quotes of Go, as the validator prints names and values. */
const QUOTED = String.raw`'((?:[^'\\]|\\.)*)'`;

const LIMITS: Readonly<Record<string, (limit: string) => string>> = {
  minimum: (limit) => `${limit} or more`,
  maximum: (limit) => `${limit} or less`,
  exclusiveMinimum: (limit) => `more than ${limit}`,
  exclusiveMaximum: (limit) => `less than ${limit}`,
  multipleOf: (limit) => `multiples of ${limit}`,
  minLength: (limit) => `${limit} or more characters`,
  maxLength: (limit) => `${limit} characters at most`,
  minItems: (limit) => `${limit} or more entries`,
  maxItems: (limit) => `${limit} entries at most`,
  minProperties: (limit) => `${limit} or more keys`,
  maxProperties: (limit) => `${limit} keys at most`,
};

type Explain = (path: ValuePath, match: RegExpExecArray) => readonly SchemaFinding[];

/**
 * Patterns of the validator's texts with their explanations. helm from 3.18.5 on uses
 * github.com/santhosh-tekuri/jsonschema/v6 (kind/kind.go). Older helm uses github.com/xeipuu/gojsonschema (locales.go),
 * which prints no values.
 */
const FORMS: readonly (readonly [RegExp, Explain])[] = [
  [
    /^additional properties (.+) not allowed$/,
    (path, [, names = '']) => unquoteAll(names).map((name) => unknown(path, name)),
  ],
  [/^Additional property (.+) is not allowed$/, (path, [, name = '']) => [unknown(path, name)]],
  [/^got (\w+), want (.+)$/, (path, [, got = '', want = '']) => [wrongType(path, got, want.split(' or '))]],
  [
    /^Invalid type\. Expected: \[?([^\]]+)\]?, given: (\w+)$/,
    (path, [, want = '', got = '']) => [wrongType(path, got, want.split(/[,/]/))],
  ],
  [/^missing propert(?:y|ies) (.+)$/, (path, [, names = '']) => unquoteAll(names).map((name) => missing(path, name))],
  [/^(\S+) is required$/, (path, [, name = '']) => [missing(path, name)]],
  [
    new RegExp(`^properties (.+) required, if ${QUOTED} exists$`),
    (path, [, names = '', cause = '']) =>
      unquoteAll(names).map((name) =>
        about(path, 'absent', `${quoted(name)} is missing, and ${quoted(unquote(cause))} needs it.`),
      ),
  ],
  [
    /^(?:value must be|\S+ must be one of the following:|\S+ does not match:) (?:one of )?(.+)$/,
    (path, [, list = '']) => [value(path, `must be one of: ${readable(list)}.`)],
  ],
  [
    new RegExp(`(?:^${QUOTED} does not match|^Does not match) pattern '(.*)'$`),
    (path, [, , pattern = '']) => [value(path, `does not match the pattern of the chart: ${unquote(pattern)}`)],
  ],
  [
    new RegExp(`^${QUOTED} is not valid ([\\w-]+): |^Does not match format '([\\w-]+)'$`),
    (path, [, , one, two]) => [value(path, `is not in the format "${one ?? two}".`)],
  ],
  [
    /^(\w+): got \S+, want (\S+)$/,
    (path, [, name = '', limit = '']) => [
      value(path, `must be ${entryOf(LIMITS, name)?.(limit) ?? `${limit} (${name})`}.`),
    ],
  ],
  [
    new RegExp(`^invalid propertyName ${QUOTED}$`),
    (path, [, name = '']) => {
      const key = unquote(name);
      return [about([...path, key], 'key', `${quoted(key)} is not a valid name here.`)];
    },
  ],
  [
    /^items at (\d+) and (\d+) are equal$/,
    (path, [, one, two]) => [value(path, `has the same entry twice: number ${one} and ${two}, counted from 0.`)],
  ],
  [/^false schema$/, (path) => [about(path, 'key', `${nameOf(path)} is not allowed here.`)]],
  [/^'?oneOf'? failed, subschemas/, (path) => [value(path, 'fits several forms, and the chart allows exactly one.')]],
];

/** Explains one message of the validator about the value at a path. */
export function explainText(path: ValuePath, text: string): readonly SchemaFinding[] {
  for (const [form, explain] of FORMS) {
    const match = form.exec(text);
    if (match !== null) return explain(path, match);
  }
  const does = 'does not match the schema of the chart';
  return [value(path, looksSecret(path) ? `${does}.` : `${does}: ${text}`)];
}

/** One finding for a value that has the wrong type. */
export function wrongType(path: ValuePath, got: string, want: readonly string[]): SchemaFinding {
  const known = want.map((type) => type.trim()).sort((a, b) => Number(a === 'null') - Number(b === 'null'));
  const words = known.map((type) => entryOf(TYPES, type) ?? type).join(' or ');
  return { ...value(path, `must be ${words}, not ${entryOf(TYPES, got) ?? got}.`), types: { got, want: known } };
}

/** A finding about a value; the message starts with its name. */
export function value(path: ValuePath, does: string): SchemaFinding {
  return about(path, 'value', `${nameOf(path)} ${does}`);
}

/** True if a key on the path of a value looks secret. */
export function looksSecret(path: ValuePath): boolean {
  return path.some((step) => SECRET_KEY.test(String(step)));
}

/** The original of a text in Go's quotes. */
export function unquote(text: string): string {
  const plain: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', a: '\u0007', b: '\b', f: '\f', v: '\v' };
  return text.replace(
    /\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8})|(.))/gi,
    (_, x?: string, u?: string, long?: string, one?: string) => {
      const code = x ?? u ?? long;
      if (code === undefined) return entryOf(plain, one ?? '') ?? one ?? '';
      const point = Number.parseInt(code, 16);
      return point > 0x10ffff ? '\uFFFD' : String.fromCodePoint(point);
    },
  );
}

function about(path: ValuePath, part: SchemaFinding['about'], message: string): SchemaFinding {
  return { path, message, about: part };
}

function unknown(path: ValuePath, name: string): SchemaFinding {
  const section = path.join('.');
  const names = Object.hasOwn(SECTIONS, section) ? (SECTIONS[section] ?? '').split(' ') : [];
  // Another release of the chart may refuse keys that the tested one takes.
  const others = names.filter((known) => known !== name);
  return about([...path, name], 'key', `Unknown key ${quoted(name)}.${didYouMean(name, others)}`);
}

function missing(path: ValuePath, name: string): SchemaFinding {
  return about(path, 'absent', `${quoted(name)} is missing.`);
}

function nameOf(path: ValuePath): string {
  const last = path.at(-1);
  if (last === undefined) return 'hub.values';
  return typeof last === 'number' ? 'This entry' : quoted(last);
}

function unquoteAll(list: string): string[] {
  return [...list.matchAll(new RegExp(QUOTED, 'g'))].map(([, name = '']) => unquote(name));
}

function readable(list: string): string {
  return list
    .replaceAll('<nil>', 'null')
    .replace(new RegExp(QUOTED, 'g'), (_, text: string) => `"${unquote(text)}"`)
    .slice(0, 300);
}
