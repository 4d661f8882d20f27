import type { Path } from '../yaml/locate.js';
import type { Tree } from '../yaml/tree.js';
import type { RuleContext } from './context.js';

/** Numbers outside of `hub.values`, for which `helm-scalar` has its own words. Others would read them in another base. */
export function numberRules({ tree, locate, report }: RuleContext): void {
  visit(tree, []);

  function visit({ value, plain, written, entries, items }: Tree, path: Path): void {
    if (path.length === 2 && path[0] === 'hub' && path[1] === 'values') return;
    if (typeof value === 'number' && plain === true && /^[-+]?0[0-9oOxX]/.test(written ?? '')) {
      report(locate(path), 'number-form', `${written} is the number ${value}, but not to every reader of YAML.`, {
        hint: `Write ${value}.`,
      });
    }
    for (const [key, entry] of entries ?? []) visit(entry.tree, [...path, key]);
    for (const [index, item] of (items ?? []).entries()) visit(item, [...path, index]);
  }
}
