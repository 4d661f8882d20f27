import { at, type Path } from './locate.js';
import { quantity } from './quantity.js';
import type { RuleContext } from './rule-context.js';
import { quoted } from './words.js';

/** Bounds of one server: what is outside them is a missing or wrong unit. */
const BOUNDS = {
  cpu: { least: 0.01, most: 1024, words: 'between 10m and 1024 cores', unit: '0.5, 2 or 500m' },
  memory: { least: 64 * 2 ** 20, most: 32 * 2 ** 40, words: 'between 64Mi and 32Ti', unit: '512Mi or 4Gi' },
} as const;

/** Rules of profiles[]: names, defaults, quantities. */
export function profileRules(context: RuleContext): void {
  const { tree, text, locate, report } = context;
  const count = at(tree, ['profiles'])?.items?.length ?? 0;
  const names = new Map<string, number>();
  let chosen: number | undefined;
  for (let index = 0; index < count; index += 1) {
    const name = text(['profiles', index, 'name']);
    const path = ['profiles', index, 'name'];
    const first = name === undefined ? undefined : names.get(name);
    if (name !== undefined && first !== undefined) {
      const { line } = locate(['profiles', first, 'name']);
      report(locate(path), 'duplicate-profile', `A profile ${quoted(name)} is already in line ${line}.`, {
        hint: 'Give it another name.',
      });
    } else if (name !== undefined) {
      names.set(name, index);
    }
    if (at(tree, ['profiles', index, 'default'])?.value === true) {
      if (chosen !== undefined) {
        const { line } = locate(['profiles', chosen, 'default']);
        report(
          locate(['profiles', index, 'default']),
          'profile-default',
          `The profile in line ${line} is the default already.`,
          {
            hint: 'Only one profile can be the default.',
          },
        );
      }
      chosen ??= index;
    }
    range(context, ['profiles', index], 'cpu');
    range(context, ['profiles', index], 'memory');
  }
}

function range({ tree, locate, report }: RuleContext, profile: Path, kind: 'cpu' | 'memory'): void {
  const path = [...profile, kind];
  const { least, most, words, unit } = BOUNDS[kind];
  const check = (where: Path): number | undefined => {
    const amount = quantity(at(tree, where)?.value);
    if (amount !== undefined && (amount < least || amount > most)) {
      report(locate(where), 'quantity-size', `${quoted(at(tree, where)?.value)} is not ${words}.`, {
        hint: `Is the unit right? For example: ${unit}.`,
      });
    }
    return amount;
  };
  if (at(tree, path)?.entries === undefined) {
    check(path);
    return;
  }
  const guarantee = check([...path, 'guarantee']);
  const limit = check([...path, 'limit']);
  if (guarantee !== undefined && limit !== undefined && guarantee > limit) {
    const values = [at(tree, [...path, 'guarantee']), at(tree, [...path, 'limit'])].map((part) => String(part?.value));
    report(
      locate([...path, 'guarantee']),
      'quantity-order',
      `The guarantee ${values[0]} is over the limit ${values[1]}.`,
      {
        hint: 'A server cannot be sure of more than it may use.',
      },
    );
  }
}
