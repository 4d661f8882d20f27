import { seconds } from '../duration.js';
import { quantity } from '../quantity.js';
import { didYouMean } from '../suggest.js';
import { quoted } from '../text.js';
import { type Path, treeAt } from '../yaml/locate.js';
import type { RuleContext } from './context.js';

const LONGEST = 90;
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
    profileRules(context, path);
    const hours = number([...path, 'hours']);
    const key = scopeOf(context, path);
    if (hours !== undefined && days > 0) scopes.push({ key, hours, days, path });
  }
  conflictRules(context, scopes);
  databaseRule(context);
}

/** The names of all profiles. Without any in the file there is one, with CPU and memory. */
function profileNames({ count, text }: RuleContext): readonly string[] {
  const names = Array.from({ length: count(['profiles']) }, (_, index) => text(['profiles', index, 'name']));
  return names.length === 0 ? ['cpu'] : names.filter((name) => name !== undefined);
}

function profileRules(context: RuleContext, path: Path): void {
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
  if (text([...path, 'of']) !== 'gpu' || !allKnown) return;
  const counted = Array.from({ length: count(['profiles']) }, (_, index) => index).filter((index) => {
    const name = text(['profiles', index, 'name']);
    return named.length === 0 || (name !== undefined && named.includes(name));
  });
  if (counted.some((index) => hasGpu(context, ['profiles', index]))) return;
  report(
    locate([...path, 'of']),
    'budget-profile',
    named.length === 0 ? 'No profile has a GPU.' : 'None of these profiles has a GPU.',
    { hint: 'Write of: cpu or of: memory, or name a profile with a GPU.' },
  );
}

function hasGpu({ tree }: RuleContext, profile: Path): boolean {
  const gpu = treeAt(tree, [...profile, 'gpu']);
  return gpu !== undefined && (gpu.entries !== undefined || (quantity(gpu.value) ?? 0) > 0);
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
