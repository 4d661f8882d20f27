import { seconds } from '../duration.js';
import { quantity } from '../quantity.js';
import { didYouMean } from '../suggest.js';
import { quoted } from '../text.js';
import { type Path, treeAt } from '../yaml/locate.js';
import type { RuleContext } from './context.js';
import { amounts } from './platform/pools.js';

const LONGEST = 90;
const KINDS: readonly string[] = ['gpu', 'cpu', 'memory'];
// The first is the default. The second is refused whether there are budgets or not.
const HAS_RULE = ['sqlite-pvc', 'sqlite-memory'];
const DATABASE: Path = ['hub', 'values', 'hub', 'db', 'type'];

/** What two budgets have to share before one of them can make the other useless. */
interface Scope {
  readonly key: string;
  readonly hours: number;
  readonly days: number;
  readonly path: Path;
}

/** Rules of budgets[] that need no users file: profiles, windows, and pairs of which one can never be reached. */
export function budgetRules(context: RuleContext): void {
  const { count, text, number, locate, report } = context;
  const scopes: Scope[] = [];
  for (let index = 0; index < count(['budgets']); index += 1) {
    const path: Path = ['budgets', index];
    const days = (seconds(text([...path, 'per'])) ?? 0) / 86_400;
    if (days > LONGEST) {
      report(locate([...path, 'per']), 'budget-window', `The window has ${days} days; ${LONGEST} are the most.`, {
        hint: `Write per: ${LONGEST}d or less.`,
      });
    }
    if (text([...path, 'each']) === 'group' && count([...path, 'groups']) === 0) {
      report(locate([...path, 'each']), 'budget-group', 'A budget of each group needs groups.', {
        hint: 'Add groups: [NAME], or write each: person.',
      });
    }
    const isKnown = profileRules(context, path);
    sizeRule(context, path);
    const hours = number([...path, 'hours']);
    const key = scopeOf(context, path);
    // Of a budget that is wrong itself, nothing is known to compare.
    const isSound = isKnown && days > 0 && days <= LONGEST && KINDS.includes(text([...path, 'of']) ?? '');
    if (isSound && hours !== undefined && hours > 0) scopes.push({ key, hours, days, path });
  }
  conflictRules(context, scopes);
  databaseRule(context);
}

/** The names of all profiles. Without any in the file there is one, with CPU and memory. */
function profileNames({ count, text }: RuleContext): readonly string[] {
  const names = Array.from({ length: count(['profiles']) }, (_, index) => text(['profiles', index, 'name']));
  return names.length === 0 ? ['cpu'] : names.filter((name) => name !== undefined);
}

/** Whether the profiles of the budget exist, and request what it counts. */
function profileRules(context: RuleContext, path: Path): boolean {
  const { count, text, locate, report } = context;
  const known = profileNames(context);
  const named = Array.from({ length: count([...path, 'profiles']) }, (_, index) => text([...path, 'profiles', index]));
  let allKnown = true;
  for (const [index, name] of named.entries()) {
    if (name === undefined || known.includes(name)) continue;
    allKnown = false;
    report(
      locate([...path, 'profiles', index]),
      'budget-profile',
      `There is no profile ${quoted(name)}.${didYouMean(name, known)}`,
      { hint: 'Write the name of an entry of profiles.' },
    );
  }
  if (text([...path, 'of']) !== 'gpu' || !allKnown) return allKnown;
  const counted = Array.from({ length: count(['profiles']) }, (_, index) => index).filter((index) => {
    const name = text(['profiles', index, 'name']);
    return named.length === 0 || (name !== undefined && named.includes(name));
  });
  if (counted.some((index) => hasGpu(context, ['profiles', index]))) return true;
  report(
    locate([...path, 'of']),
    'budget-profile',
    named.length === 0 ? 'No profile has a GPU.' : 'None of these profiles has a GPU.',
    { hint: 'Write of: cpu or of: memory, or name a profile with a GPU.' },
  );
  return false;
}

function hasGpu({ tree }: RuleContext, profile: Path): boolean {
  const gpu = treeAt(tree, [...profile, 'gpu']);
  return gpu !== undefined && (gpu.entries !== undefined || (quantity(gpu.value) ?? 0) > 0);
}

/** A server that could run for less is not worth its start (LEAST in helm/hub/budget_rules.py), in hours. */
const LEAST = 1 / 6;
/** Profiles request this where nothing is written (src/config/profiles/build.ts), in cores and bytes. */
const DEFAULTS = { cpu: 1, memory: 4 * 2 ** 30 } as const;

/** A budget that the smallest server of its profiles uses up in less time than a start is worth. */
function sizeRule(context: RuleContext, path: Path): void {
  const { count, text, number, locate, report } = context;
  const [of, hours] = [text([...path, 'of']), number([...path, 'hours'])];
  if (hours === undefined || hours <= 0 || (of !== 'gpu' && of !== 'cpu' && of !== 'memory')) return;
  const named = Array.from({ length: count([...path, 'profiles']) }, (_, index) => text([...path, 'profiles', index]));
  // Without profiles in the file there is one, which has the defaults.
  const all = Array.from({ length: Math.max(1, count(['profiles'])) }, (_, index) => ({
    name: text(['profiles', index, 'name']) ?? 'cpu',
    amount: requested(context, ['profiles', index], of),
  }));
  const [smallest] = all
    .filter(({ name, amount }) => amount > 0 && (named.length === 0 || named.includes(name)))
    .sort((one, other) => one.amount - other.amount);
  if (smallest === undefined || hours >= LEAST * smallest.amount) return;
  const minutes = Math.floor((hours / smallest.amount) * 60);
  report(
    locate([...path, 'hours']),
    'budget-size',
    `A server of the profile ${quoted(smallest.name)}, the smallest that it covers, uses these hours up in ${minutes === 0 ? 'less than a minute' : minutes === 1 ? 'a minute' : `${minutes} minutes`}.`,
    {
      hint: `Write hours: ${Math.ceil(LEAST * smallest.amount * 100) / 100} or more, which is 10 minutes of that server.`,
    },
  );
}

/** GPUs, cores or GiB that a server of a profile requests. */
function requested(context: RuleContext, profile: Path, of: 'gpu' | 'cpu' | 'memory'): number {
  const { number } = context;
  if (of === 'gpu') {
    if (!hasGpu(context, profile)) return 0;
    return number([...profile, 'gpu']) ?? number([...profile, 'gpu', 'count']) ?? 1;
  }
  const amount = amounts(context, [...profile, of]).guarantee ?? DEFAULTS[of];
  return of === 'cpu' ? amount : amount / 2 ** 30;
}

function scopeOf({ count, text }: RuleContext, path: Path): string {
  const list = (key: string): string[] =>
    Array.from({ length: count([...path, key]) }, (_, index) => text([...path, key, index]) ?? '').sort();
  return JSON.stringify([text([...path, 'of']), text([...path, 'each']) ?? 'person', list('groups'), list('profiles')]);
}

/** A shorter window with as many hours as a longer one, or more, never refuses anything first. */
function conflictRules({ locate, report }: RuleContext, scopes: readonly Scope[]): void {
  for (const [index, one] of scopes.entries()) {
    const other = scopes.find(
      (candidate, position) =>
        position !== index &&
        candidate.key === one.key &&
        candidate.days >= one.days &&
        candidate.hours <= one.hours &&
        // Of two that are the same, the second one is the superfluous one.
        (candidate.days > one.days || candidate.hours < one.hours || position < index),
    );
    if (other === undefined) continue;
    const { line } = locate([...other.path, 'hours']);
    if (other.hours === one.hours && other.days === one.days) {
      report(locate([...one.path, 'hours']), 'budget-conflict', `The budget on line ${line} is the same.`, {
        hint: 'Remove one of the two, or change the hours and the window of one.',
      });
      continue;
    }
    report(
      locate([...one.path, 'hours']),
      'budget-conflict',
      `${one.hours} hours in ${one.days} d can never be used: the budget on line ${line} allows the same people ${other.hours} hours in ${other.days} d.`,
      { hint: 'Remove one of the two, or change its hours.' },
    );
  }
}

function databaseRule({ text, has, locate, report }: RuleContext): void {
  const kind = text(DATABASE);
  if (!has(['budgets']) || kind === undefined || HAS_RULE.includes(kind)) return;
  report(
    locate(DATABASE),
    'budget-database',
    `Budgets keep their accounts on the hub's database disk, which the database ${quoted(kind)} does not have.`,
    { hint: 'Remove budgets, or remove hub.db.type.' },
  );
}
