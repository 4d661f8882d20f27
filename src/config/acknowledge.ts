import { type Diagnostic, MORE_FINDINGS } from './diagnostic.js';
import { ACKNOWLEDGEABLE, RULES } from './facts.generated.js';
import { createReport, type Location, type Report } from './location.js';
import { didYouMean } from './suggest.js';
import { quoted } from './text.js';
import { type Locate, type Path, treeAt } from './yaml/locate.js';
import type { Tree } from './yaml/tree.js';

/** Accepted findings: reason and location by rule. */
export type Acknowledged = ReadonlyMap<string, { readonly reason: string; readonly location: Location }>;

/** Reads `acknowledge` and reports entries that cannot be acknowledged. */
export function readAcknowledged(tree: Tree, locate: Locate, report: Report): Acknowledged {
  const known = new Map<string, { reason: string; location: Location }>();
  for (const index of (treeAt(tree, ['acknowledge'])?.items ?? []).keys()) {
    const path: Path = ['acknowledge', index, 'rule'];
    const rule = treeAt(tree, path)?.value;
    const reason = treeAt(tree, ['acknowledge', index, 'reason'])?.value;
    if (typeof rule !== 'string' || typeof reason !== 'string') continue;
    const severity = Object.hasOwn(RULES, rule) ? RULES[rule as keyof typeof RULES] : undefined;
    if (severity === undefined) {
      report(locate(path), 'unknown-rule', `Unknown rule ${quoted(rule)}.${didYouMean(rule, Object.keys(RULES))}`, {
        hint: 'Use the rule name that the finding shows.',
      });
    } else if (severity === 'error' && !ACKNOWLEDGEABLE.includes(rule)) {
      report(locate(path), 'not-acknowledgeable', `${quoted(rule)} is an error that must be fixed.`, {
        hint: `Errors that can be acknowledged: ${ACKNOWLEDGEABLE.join(', ')}.`,
      });
    } else if (known.has(rule)) {
      report(locate(path), 'no-effect', `${quoted(rule)} is acknowledged twice.`, { hint: 'Remove one.' });
    } else {
      known.set(rule, { reason, location: locate(path) });
    }
  }
  return known;
}

/** Turns acknowledged findings into notes. */
export function acknowledge(diagnostics: readonly Diagnostic[], acknowledged: Acknowledged): Diagnostic[] {
  return diagnostics.map((one) => {
    const reason = acknowledged.get(one.rule)?.reason;
    if (reason === undefined || one.severity === 'note') return one;
    return { ...one, severity: 'note', hint: `Acknowledged: ${reason}`, acknowledged: reason };
  });
}

/** Reports acknowledgements that no longer match a finding. */
export function unusedAcknowledgements(diagnostics: readonly Diagnostic[], acknowledged: Acknowledged): Diagnostic[] {
  // Where a key is wrong, rules about it and about what depends on it are skipped, and so may be the one that is acknowledged.
  if (diagnostics.some(({ severity }) => severity === 'error')) return [];
  // In a truncated list the finding may be among those that are not shown.
  if (diagnostics.some(({ rule }) => rule === MORE_FINDINGS)) return [];
  const used = new Set(diagnostics.filter((one) => one.acknowledged !== undefined).map(({ rule }) => rule));
  const found: Diagnostic[] = [];
  const report = createReport(found);
  for (const [rule, { location }] of acknowledged) {
    if (used.has(rule)) continue;
    report(location, 'unused-acknowledgement', `${quoted(rule)} is acknowledged, but nothing breaks this rule.`, {
      hint: 'Remove the entry. It would hide a later finding.',
    });
  }
  return found;
}
