import { quantity } from '../quantity.js';
import { quoted } from '../text.js';
import { type Path, treeAt } from '../yaml/locate.js';
import type { RuleContext } from './context.js';
import { amounts } from './platform/pools.js';

/** Bounds of one server. A value outside them usually lacks its unit or has a wrong one. */
const BOUNDS = {
  cpu: { least: 0.01, most: 1024, range: 'between 10m and 1024 cores', unit: '0.5, 2 or 500m' },
  memory: { least: 64 * 2 ** 20, most: 32 * 2 ** 40, range: 'between 64Mi and 32Ti', unit: '512Mi or 4Gi' },
} as const;

/** Whether an amount is within these bounds. Others have a finding, and what follows from them makes no sense. */
export function isPlausible(kind: 'cpu' | 'memory', amount: number): boolean {
  return amount >= BOUNDS[kind].least && amount <= BOUNDS[kind].most;
}

/** Rules of profiles[] that need no platform: names, defaults, quantities, options, patterns. */
export function profileRules(context: RuleContext): void {
  for (let index = 0; index < context.count(['profiles']); index += 1) {
    const path: Path = ['profiles', index];
    resourceRules(context, path);
    optionRules(context, path);
    patternRule(context, path);
    envRule(context, path);
  }
  nameRules(context);
  onlyDefault(
    context,
    Array.from({ length: context.count(['profiles']) }, (_, index) => ['profiles', index, 'default']),
    'profile-default',
    (line) => `The profile on line ${line} is already the default.`,
    'Keep one default profile.',
  );
}

function nameRules({ count, text, locate, report }: RuleContext): void {
  const names = new Map<string, number>();
  for (let index = 0; index < count(['profiles']); index += 1) {
    const name = text(['profiles', index, 'name']);
    if (name === undefined) continue;
    const first = names.get(name);
    if (first === undefined) {
      names.set(name, index);
      continue;
    }
    const { line } = locate(['profiles', first, 'name']);
    report(
      locate(['profiles', index, 'name']),
      'duplicate-profile',
      `The profile ${quoted(name)} is already defined on line ${line}.`,
      {
        hint: 'Give it another name.',
      },
    );
  }
}

function onlyDefault(
  { tree, locate, report }: RuleContext,
  paths: readonly Path[],
  rule: 'profile-default' | 'option-default',
  message: (line: number) => string,
  hint: string,
): void {
  const [first, ...others] = paths.filter((path) => treeAt(tree, path)?.value === true);
  if (first === undefined) return;
  for (const path of others) report(locate(path), rule, message(locate(first).line), { hint });
}

/** Rules of cpu and memory at a path: plausible amounts, and a guarantee within the limit. */
export function resourceRules(context: RuleContext, path: Path): void {
  checkRange(context, [...path, 'cpu'], 'cpu');
  checkRange(context, [...path, 'memory'], 'memory');
}

function checkRange(context: RuleContext, path: Path, kind: 'cpu' | 'memory'): void {
  const { tree, locate, report } = context;
  const { least, most, range, unit } = BOUNDS[kind];
  const parts =
    treeAt(tree, path)?.entries === undefined
      ? [path]
      : [
          [...path, 'guarantee'],
          [...path, 'limit'],
        ];
  for (const where of parts) {
    const value = treeAt(tree, where)?.value;
    const amount = quantity(value);
    if (amount === undefined || (amount >= least && amount <= most)) continue;
    report(locate(where), 'quantity-size', `${quoted(value)} is not ${range}.`, {
      hint: `Is the unit right? For example: ${unit}.`,
    });
  }
  const { guarantee, limit } = amounts(context, path);
  if (guarantee === undefined || limit === undefined || guarantee <= limit) return;
  const [low, high] = ['guarantee', 'limit'].map((key) => String(treeAt(tree, [...path, key])?.value));
  report(locate([...path, 'guarantee']), 'quantity-order', `The guarantee ${low} is larger than the limit ${high}.`, {
    hint: 'Lower the guarantee or raise the limit.',
  });
}

function optionRules(context: RuleContext, profile: Path): void {
  for (const option of context.keys([...profile, 'options'])) {
    const choices: Path = [...profile, 'options', option, 'choices'];
    const names = context.keys(choices);
    for (const choice of names) {
      resourceRules(context, [...choices, choice]);
      envRule(context, [...choices, choice]);
    }
    onlyDefault(
      context,
      names.map((choice) => [...choices, choice, 'default']),
      'option-default',
      (line) => `The choice on line ${line} is already the default.`,
      'Keep one default choice.',
    );
  }
}

/** The hub sets these variables of a server. Others would separate the server from it, or from its guard. */
function envRule({ keys, locate, report }: RuleContext, path: Path): void {
  for (const name of keys([...path, 'env'])) {
    if (!/^(JUPYTERHUB_|PYTHONPATH$)/.test(name)) continue;
    report(
      locate([...path, 'env', name], 'key'),
      'owned-value',
      `The variable ${quoted(name)} cannot be set: the hub itself uses it.`,
      { hint: 'Choose another name.' },
    );
  }
}

function patternRule(context: RuleContext, profile: Path): void {
  const { text, locate, report } = context;
  const path: Path = [...profile, 'unlistedImage', 'pattern'];
  const pattern = text(path);
  if (pattern === undefined) return;
  const fail = (message: string, hint: string): void => report(locate(path), 'image-pattern', message, { hint });
  if (!pattern.startsWith('^') || !pattern.endsWith('$')) {
    fail('The pattern must start with ^ and end with $, or other images could match.', 'Write ^…$ around it.');
    return;
  }
  // The page of the hub puts it into HTML as it is.
  if (/["&<>\s]/.test(pattern.replace(/\(\?<?[=!]/g, ''))) {
    fail('The pattern contains a space or one of " & < >, which no name of an image has.', 'Remove it.');
    return;
  }
  if (!isForPython(pattern)) {
    fail(
      'The hub reads the pattern with Python, which does not know \\p{…}, \\k<…>, \\c, \\u{…}, [] and [^], and names groups as (?P<…>…).',
      'Write it with plain groups, classes such as [a-z0-9], and repetitions.',
    );
    return;
  }
  if (repeatsRepetition(pattern)) {
    fail(
      'A repeated group has a repetition in it. A name that does not match could keep the hub busy for hours.',
      'Write the repetition once, such as [a-z0-9/._-]+ for a path.',
    );
    return;
  }
  // `^a|b$` matches everything that starts with a or ends with b.
  if (topLevelBar(pattern)) {
    fail(
      'With "|" outside parentheses, the pattern can match only a part of the name.',
      'Put the alternatives in parentheses: ^(a|b)$.',
    );
    return;
  }
  try {
    choiceImages(context, profile, new RegExp(pattern));
  } catch (error) {
    const why =
      error instanceof Error ? error.message.replace(/^Invalid regular expression: /, '') : 'it cannot be parsed';
    fail(`The pattern is not a valid regular expression: ${why}.`, 'Correct it. Write a literal dot as \\.');
  }
}

/** Whether a group with a repetition without end is itself repeated: such patterns can take exponential time. */
function repeatsRepetition(pattern: string): boolean {
  // Characters and classes become one letter, so that only groups and repetitions have a meaning.
  const plain = pattern
    .replace(/\\./g, 'x')
    .replace(/\[[^\]]*\]/g, 'x')
    .replace(/\(\?[:=!<]+/g, '(');
  const isEndless = /[*+]|\{\d+,\}/;
  const groups: boolean[] = [];
  for (let index = 0; index < plain.length; index += 1) {
    if (plain[index] === '(') groups.push(false);
    else if (plain[index] === ')') {
      const has = groups.pop() ?? false;
      const repetition = /^(?:[*+]|\{\d+(?:,\d*)?\})/.exec(plain.slice(index + 1))?.[0];
      if (has && repetition !== undefined && !/^\{[01](?:,1)?\}$/.test(repetition)) return true;
      if (has && groups.length > 0) groups[groups.length - 1] = true;
    } else if (isEndless.test(/^(?:[*+]|\{\d+,\})/.exec(plain.slice(index))?.[0] ?? '') && groups.length > 0) {
      groups[groups.length - 1] = true;
    }
  }
  return false;
}

/** Images of options that the pattern refuses to those who enter them. */
function choiceImages({ keys, text, locate, report }: RuleContext, profile: Path, pattern: RegExp): void {
  for (const option of keys([...profile, 'options'])) {
    const choices: Path = [...profile, 'options', option, 'choices'];
    for (const choice of keys(choices)) {
      const path: Path = [...choices, choice, 'image'];
      const image = text(path);
      if (image === undefined || pattern.test(image)) continue;
      report(locate(path), 'option-image', `The pattern of unlistedImage does not match the image ${quoted(image)}.`, {
        hint: 'Correct the pattern or the image. If both are meant, acknowledge this rule.',
      });
    }
  }
}

function isForPython(pattern: string): boolean {
  return !/\\(?:[pPkc]|u\{)|\[\^?\]|\(\?<[^=!]/.test(pattern.replace(/\\\\/g, ''));
}

function topLevelBar(pattern: string): boolean {
  let depth = 0;
  let inClass = false;
  for (let index = 0; index < pattern.length; index += 1) {
    const character = pattern[index];
    if (character === '\\') index += 1;
    else if (inClass) inClass = character !== ']';
    else if (character === '[') inClass = true;
    else if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    else if (character === '|' && depth === 0) return true;
  }
  return false;
}
