import { quantity } from '../quantity.js';
import { quoted } from '../text.js';
import { type Path, treeAt } from '../yaml/locate.js';
import type { RuleContext } from './context.js';
import { patternRule } from './images/pattern.js';
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
