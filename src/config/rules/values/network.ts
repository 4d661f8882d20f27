import { formFaults } from '../../chart/network-form.js';
import { egressFault, ingressFault, ruleWords } from '../../chart/network-rules.js';
import { type Path, treeAt } from '../../yaml/locate.js';
import type { RuleContext } from '../context.js';

const ROOT = ['hub', 'values'];

/** Rules of network rules in hub.values: what they open is said in words, and some ways stay closed. */
export function networkRuleRules(context: RuleContext): void {
  openings(context, ['singleuser', 'networkPolicy', 'egress'], 'Notebook servers can also connect to', 'to');
  openings(context, ['hub', 'networkPolicy', 'egress'], 'The hub can also connect to', 'to');
  openings(context, ['hub', 'networkPolicy', 'ingress'], 'The hub can also be reached from', 'from');
}

function openings({ tree, locate, report }: RuleContext, below: Path, words: string, side: 'from' | 'to'): void {
  const path = [...ROOT, ...below];
  for (const [index, { value }] of (treeAt(tree, path)?.items ?? []).entries()) {
    const place = locate([...path, index]);
    const faults = formFaults(value, side);
    for (const one of faults) {
      report(
        locate([...path, index, ...one.path]),
        'network-form',
        `Kubernetes refuses this rule: ${lower(one.message)}`,
        {
          hint: one.hint,
        },
      );
    }
    if (faults.length > 0) continue;
    const fault = side === 'to' ? egressFault(value) : ingressFault(value);
    if (fault === undefined) {
      report(place, 'network-rule', `${words} ${ruleWords(value, side)}.`);
      continue;
    }
    report(place, 'open-network', `This rule of hub.values.${below.join('.')} cannot be set: ${fault}.`, {
      hint:
        side === 'to'
          ? 'Name pods, or an address range without 169.254.0.0/16. Write it under except.'
          : 'Write from with the labels of a namespace, and ports: [{port: http}].',
    });
  }
}

function lower(sentence: string): string {
  return /^[A-Z][a-z]* /.test(sentence) && !/^(In|NotIn|Exists|DoesNotExist) /.test(sentence)
    ? sentence.charAt(0).toLowerCase() + sentence.slice(1)
    : sentence;
}
