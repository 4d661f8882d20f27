import { entryOf } from '../../json.js';
import { FACTS, type SchemaFact } from '../facts.generated.js';
import type { Report } from '../location.js';
import type { Json } from '../model.js';
import { didYouMean, suggest } from '../suggest.js';
import { booleanHint, flow, formatNumber, quoted, typeMessage } from '../text.js';
import { type Locate, type Path, treeAt } from '../yaml/locate.js';
import type { Tree } from '../yaml/tree.js';
import { validateJupyterhub, validateUsers } from './validators.generated.js';

export type FileKind = 'jupyterhub' | 'users';

/** The parts of a generated validator's error that are used here. */
interface SchemaError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly propertyName?: string;
  readonly params: Readonly<Record<string, unknown>>;
}

type Validator = ((value: Json) => boolean) & { readonly errors?: readonly SchemaError[] | null };

const VALIDATORS: Readonly<Record<FileKind, Validator>> = {
  jupyterhub: validateJupyterhub as Validator,
  users: validateUsers as Validator,
};

/** What an error is about: file, location and facts of the schema. */
interface Subject {
  readonly kind: FileKind;
  readonly path: Path;
  readonly pattern: string;
  readonly value: Tree | undefined;
  readonly fact: SchemaFact;
  readonly locate: Locate;
  readonly report: Report;
  readonly params: SchemaError['params'];
}

/** Most errors that become findings: a hostile file can have a hundred thousand. */
const MAX_ERRORS = 500;

/** Checks a file against its schema and reports each error at its location. */
export function checkSchema(kind: FileKind, tree: Tree, locate: Locate, report: Report): void {
  const validate = VALIDATORS[kind];
  if (validate(tree.value)) return;
  const errors = (validate.errors ?? []).slice(0, MAX_ERRORS);
  const wrongFormat = new Set(errors.filter(({ keyword }) => keyword === 'pattern').map((error) => error.instancePath));
  for (const error of errors) {
    // A text with both a wrong format and a wrong length gets one finding: the format.
    if (/^(min|max)Length$/.test(error.keyword) && wrongFormat.has(error.instancePath)) continue;
    // The pattern of a key is reported once, as propertyNames, which knows its location.
    const handler = error.propertyName === undefined ? entryOf(HANDLERS, error.keyword) : undefined;
    if (handler === undefined) continue;
    const steps = error.instancePath.split('/').slice(1);
    const path = steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
    const pattern = patternOf(kind, path);
    const fact = entryOf(FACTS[kind], pattern) ?? {};
    handler({ kind, path, pattern, value: treeAt(tree, path), fact, locate, report, params: error.params });
  }
}

/** By keyword of a schema: one without an entry would be broken in silence. */
export const HANDLERS: Readonly<Record<string, (subject: Subject) => void>> = {
  additionalProperties: unknownKey,
  required: missingKey,
  type: wrongType,
  const: wrongValue,
  enum: wrongValue,
  pattern: ({ path, value, fact, locate, report }) =>
    report(locate(path), 'wrong-format', `${quoted(value?.value)} has an invalid format.`, {
      hint: withoutScheme(value?.value, fact) ?? withExample(fact),
    }),
  propertyNames: ({ path, fact, params, locate, report }) => {
    const name = String(params.propertyName);
    report(locate([...path, name], 'key'), 'wrong-format', `${quoted(name)} has an invalid format.`, {
      hint: fact.pattern,
    });
  },
  minLength: (subject) => wrongLength(subject, 'at least', 'characters'),
  maxLength: (subject) => wrongLength(subject, 'at most', 'characters'),
  minItems: (subject) => wrongLength(subject, 'at least', 'entries'),
  maxItems: (subject) => wrongLength(subject, 'at most', 'entries'),
  minProperties: ({ path, fact, locate, report }) =>
    report(locate(path), 'wrong-length', 'The mapping is empty.', {
      hint: possibleKeys(fact) ?? withExample(fact),
    }),
  maxProperties: (subject) => wrongLength(subject, 'at most', 'keys'),
  minimum: (subject) => wrongNumber(subject, 'at least'),
  exclusiveMinimum: (subject) => wrongNumber(subject, 'more than'),
  maximum: (subject) => wrongNumber(subject, 'at most'),
};

/** Path with `*` for indexes and free names, as the tables write it. */
function patternOf(kind: FileKind, path: Path): string {
  let pattern = '';
  for (const step of path) {
    const [named, free] = [String(step), '*'].map((name) => (pattern === '' ? name : `${pattern}.${name}`));
    const isFree = named === undefined || !(named in FACTS[kind]);
    pattern = (isFree && free !== undefined && free in FACTS[kind] ? free : named) ?? '';
  }
  return pattern;
}

/** Keys that have another place than in an earlier version of the language. */
const MOVED: Readonly<Record<string, string>> = { 'platform.cluster.zones': 'platform.zones' };

function unknownKey({ kind, path, pattern, fact, params, locate, report }: Subject): void {
  const key = String(params.additionalProperty);
  const now = kind === 'jupyterhub' ? entryOf(MOVED, `${pattern}.${key}`) : undefined;
  if (now !== undefined) {
    report(locate([...path, key], 'key'), 'unknown-key', `"${pattern}.${key}" is called "${now}" now.`, {
      hint: `Move its value to ${now}.`,
    });
    return;
  }
  const guess = didYouMean(key, fact.keys ?? []);
  const home = guess === '' ? parentOf(kind, key, pattern) : undefined;
  const known = `Known keys: ${(fact.keys ?? []).join(', ')}.`;
  const close = spaceAfterColon(key, fact.keys) ?? (home === undefined ? known : `It belongs under "${home}".`);
  const hint = guess !== '' ? undefined : close;
  report(locate([...path, key], 'key'), 'unknown-key', `Unknown key ${quoted(key)}.${guess}`, { hint });
}

/** The parent of a misplaced key, if exactly one parent allows it. */
function parentOf(kind: FileKind, key: string, pattern: string): string | undefined {
  const homes = Object.keys(FACTS[kind])
    .filter((path) => path.endsWith(`.${key}`))
    .map((path) => path.slice(0, -key.length - 1));
  const [home] = homes;
  if (home === undefined || homes.length > 1 || home === pattern) return undefined;
  return home.replace('secrets.*', 'secrets.<NAME>').replace('nodePools.*', 'nodePools.<NAME>').replaceAll('.*', '[]');
}

function missingKey({ kind, path, pattern, value, fact, params, locate, report }: Subject): void {
  const missing = String(params.missingProperty);
  const written = [...(value?.entries?.keys() ?? [])];
  // A misspelt key has its own finding.
  const others = written.filter((key) => !fact.keys?.includes(key));
  if (others.some((key) => suggest(key, fact.keys ?? []) === missing)) return;
  const whole = pattern === '' ? missing : `${pattern}.${missing}`;
  const example = entryOf(FACTS[kind], whole)?.example;
  report(locate(path), 'missing-key', `${quoted(missing)} is missing${pattern === '' ? '' : ' here'}.`, {
    hint: example === undefined ? undefined : `Add, for example: ${missing}: ${flow(example)}`,
    absent: pattern === '',
  });
}

function wrongType(subject: Subject): void {
  const { path, value, fact, params, locate, report } = subject;
  if (subject.pattern === 'secrets.*' && typeof value?.value === 'string') {
    report(locate(path), 'literal-secret', `${quoted(String(path.at(-1)))} must be a mapping (key: value), not text.`, {
      severity: 'error',
      hint: 'Write where the secret comes from, such as {env: LMS_TOKEN}. Never write the secret itself into this file.',
    });
    return;
  }
  const expected = [params.type].flat().map(String);
  const { message, hint: quotes } = typeMessage(path, value, expected);
  const joined = spaceAfterColon(value?.value, fact.keys) ?? mappingHint(value?.value, fact);
  if (joined !== undefined) {
    report(locate(path), 'wrong-type', message, { hint: joined });
    return;
  }
  // Quotes do not turn a number into a duration.
  const matchesForm = fact.form === undefined || new RegExp(fact.form, 'u').test(value?.written ?? '');
  const hint = matchesForm || expected[0] !== 'string' ? quotes : undefined;
  report(locate(path), 'wrong-type', message, {
    hint:
      hint === undefined ? (withExample(fact) ?? possibleKeys(fact)) : [hint, fact.pattern].filter(Boolean).join(' '),
  });
}

/** Way out for `gpu: nvidia-l4`, where a number says how many, and a mapping which. Quotes of a number have another hint. */
function mappingHint(text: unknown, { example, mapping }: SchemaFact): string | undefined {
  if (typeof text !== 'string' || mapping === undefined || example === undefined || /^\d/.test(text)) return undefined;
  return `For example: ${flow(example)}, or ${flow(mapping)}`;
}

/** Way out for text such as `domain:hub.acme.dev`, which is a key only with a space. */
function spaceAfterColon(text: unknown, keys: readonly string[] = []): string | undefined {
  const key = typeof text === 'string' ? text.slice(0, text.indexOf(':')) : '';
  return key !== '' && keys.includes(key) ? `Write a space after the colon: ${quoted(`${key}: …`)}.` : undefined;
}

/** Way out for an address such as `gs://acme-tfstate` or `https://hub.acme.dev/`, of which the field wants the name. */
function withoutScheme(text: unknown, fact: SchemaFact): string | undefined {
  const name = typeof text === 'string' ? /^[a-z]+:\/\/([^/]+)\/?$/.exec(text)?.[1] : undefined;
  if (name === undefined || fact.form === undefined || !new RegExp(fact.form, 'u').test(name)) return undefined;
  return `Write the name alone: ${name}`;
}

function possibleKeys({ keys }: SchemaFact): string | undefined {
  return keys === undefined ? undefined : `Possible keys: ${keys.join(', ')}.`;
}

function wrongValue({ path, value, params, locate, report }: Subject): void {
  // A wrong type has its own finding.
  if (typeof value?.value !== 'string') return;
  const allowed = [params.allowedValues ?? params.allowedValue].flat().map(String);
  report(locate(path), 'wrong-value', `Unknown value ${quoted(value.value)}.${didYouMean(value.value, allowed)}`, {
    hint: (allowed.includes('true') ? booleanHint(value.value) : undefined) ?? `Allowed values: ${allowed.join(', ')}.`,
  });
}

function wrongLength({ path, fact, params, locate, report }: Subject, bound: string, unit: string): void {
  const name = quoted(String(path.at(-1)));
  const count = params.limit === 1 ? unit.replace(/ies$/, 'y').replace(/s$/, '') : unit;
  report(locate(path), 'wrong-length', `${name} must have ${bound} ${String(params.limit)} ${count}.`, {
    hint: withExample(fact),
  });
}

function wrongNumber({ path, value, fact, params, locate, report }: Subject, bound: string): void {
  const name = quoted(String(path.at(-1)));
  const limit = formatNumber(Number(params.limit));
  report(
    locate(path),
    'wrong-number',
    `${name} must be ${bound} ${limit}, not ${formatNumber(Number(value?.value))}.`,
    {
      hint: withExample(fact),
    },
  );
}

function withExample(fact: SchemaFact): string | undefined {
  const example = fact.example === undefined ? '' : `For example: ${flow(fact.example)}`;
  return [fact.pattern, example].filter((part) => part !== undefined && part !== '').join(' ') || undefined;
}
