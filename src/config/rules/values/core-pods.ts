import { quantity } from '../../quantity.js';
import { formatNumber } from '../../text.js';
import { type Path, treeAt } from '../../yaml/locate.js';
import type { RuleContext } from '../context.js';
import { GI, LARGEST, RATIO } from '../platform/autopilot.js';
import { clusterMode } from '../platform/pools.js';

const ROOT = ['hub', 'values'];
const CLASS = 'cloud.google.com/compute-class';

/** Rules of what hub and proxy request on Autopilot. Another compute class has limits of its own. */
export function corePodRules(context: RuleContext): void {
  if (context.owner === undefined || clusterMode(context.owner) !== 'autopilot') return;
  for (const [what, path] of [
    ['The hub', ['hub']],
    ['The proxy', ['proxy', 'chp']],
  ] as const) {
    const selectors = [['nodeSelector'], ['extraPodSpec', 'nodeSelector']];
    if (selectors.some((one) => context.has([...ROOT, ...path, ...one, CLASS]))) continue;
    resources(context, what, [...ROOT, ...path, 'resources']);
  }
}

function resources({ tree, locate, report }: RuleContext, what: string, path: Path): void {
  // A limit without a request is the request too.
  const requested = (kind: string): { readonly at: Path; readonly amount: number } | undefined => {
    const at = ['requests', 'limits'].map((part) => [...path, part, kind]).find((one) => treeAt(tree, one));
    const amount = at && quantity(treeAt(tree, at)?.value);
    return at === undefined || amount === undefined ? undefined : { at, amount };
  };
  const [cpu, memory] = [requested('cpu'), requested('memory')];
  const gib = memory && memory.amount / GI;
  if (cpu !== undefined && cpu.amount > LARGEST.cores) {
    report(
      locate(cpu.at),
      'profile-fit',
      `${what} requests ${formatNumber(cpu.amount)} cores, but Autopilot refuses pods with more than ${LARGEST.cores}.`,
      { hint: 'Lower the request.' },
    );
  } else if (memory !== undefined && gib !== undefined && gib > LARGEST.gib) {
    report(
      locate(memory.at),
      'profile-fit',
      `${what} requests ${formatNumber(Math.round(gib))}Gi of memory, but Autopilot refuses pods with more than ${LARGEST.gib}Gi.`,
      { hint: 'Lower the request.' },
    );
  } else if (cpu !== undefined && memory !== undefined && gib !== undefined) {
    const perCore = gib / cpu.amount;
    if (perCore >= RATIO.least * 0.999 && perCore <= RATIO.most * 1.001) return;
    const raised = perCore > RATIO.most ? 'CPU' : 'memory';
    report(
      locate(raised === 'CPU' ? memory.at : cpu.at),
      'autopilot-raises',
      `${what} has ${formatNumber(Math.round(perCore * 100) / 100)}Gi of memory for each core. Autopilot raises its ${raised}, and bills it.`,
      { hint: `It gives each core between ${RATIO.least}Gi and ${RATIO.most}Gi.` },
    );
  }
}
