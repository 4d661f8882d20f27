import { GATE } from '../../gce/gate.js';
import { formatNumber } from '../../text.js';
import { type Path, treeAt } from '../../yaml/locate.js';
import type { RuleContext } from '../context.js';
import { isPlausible } from '../profiles.js';
import { amounts } from './pools.js';

export const GI = 2 ** 30;
const DEFAULT_CPU = 1;
const DEFAULT_MEMORY = 4 * GI;
/**
 * Requests of a pod of the general-purpose class, which runs pods that ask for no other. Source: GKE documentation,
 * "Resource requests in Autopilot", read 2026-11: a request above the largest is refused, and one outside the ratio is raised.
 */
export const LARGEST = { cores: 30, gib: 110 } as const;
export const RATIO = { least: 1, most: 6.5 } as const;

const VALUES: Path = ['hub', 'values'];
/** Node selectors of servers. */
const CLASSES: readonly Path[] = [
  ['singleuser', 'nodeSelector'],
  ['singleuser', 'extraPodConfig', 'nodeSelector'],
  ['hub', 'config', 'KubeSpawner', 'node_selector'],
];

/** What is left of the largest pod for the server, rounded down. */
function most(largest: number, gate: number, digits: number): string {
  return formatNumber(Math.floor((largest - gate) * digits + 1e-9) / digits);
}

/** Rules of servers on Autopilot: what it refuses, and what it raises. Pods with accelerators have other limits. */
export function autopilotRules(context: RuleContext, path: Path, profile: Path = path): void {
  const { tree, locate, report, has } = context;
  if (['gpu', 'tpu'].some((kind) => treeAt(tree, [...profile, kind]) !== undefined)) return;
  // A compute class that servers ask for has limits of its own.
  if (CLASSES.some((selector) => has([...VALUES, ...selector, 'cloud.google.com/compute-class']))) return;
  const inherited = (kind: 'cpu' | 'memory'): number | undefined =>
    amounts(context, [...path, kind]).guarantee ?? amounts(context, [...profile, kind]).guarantee;
  const cores = inherited('cpu') ?? DEFAULT_CPU;
  const gib = (inherited('memory') ?? DEFAULT_MEMORY) / GI;
  if (!isPlausible('cpu', cores) || !isPlausible('memory', gib * GI)) return;
  const place = (kind: 'cpu' | 'memory') =>
    has([...path, kind])
      ? locate([...path, kind])
      : locate(has([...profile, kind]) ? [...profile, kind] : [...profile, 'name']);
  const refuse = (kind: 'cpu' | 'memory', what: string, most: string, usable: string): void =>
    report(
      place(kind),
      'profile-fit',
      `A server is guaranteed ${what}, but Autopilot refuses pods with more than ${most}.`,
      {
        hint: `Guarantee at most ${usable}. The container in front of the server needs the rest.`,
      },
    );
  const isTooMany = cores + GATE.cores > LARGEST.cores;
  const isTooMuch = gib + GATE.gib > LARGEST.gib;
  if (isTooMany)
    refuse(
      'cpu',
      `${formatNumber(cores)} cores`,
      `${LARGEST.cores} cores`,
      `${most(LARGEST.cores, GATE.cores, 100)} cores`,
    );
  if (isTooMuch)
    refuse(
      'memory',
      `${formatNumber(Math.round(gib * 10) / 10)}Gi of memory`,
      `${LARGEST.gib}Gi`,
      `${most(LARGEST.gib, GATE.gib, 10)}Gi`,
    );
  if (isTooMany || isTooMuch) return;
  const raised = gib / RATIO.most;
  if (gib > cores * RATIO.most * 1.001) {
    report(
      place('memory'),
      'autopilot-raises',
      `Autopilot raises the CPU of this server from ${formatNumber(cores)} to about ${formatNumber(Math.round(raised * 100) / 100)} cores, and bills them.`,
      {
        hint: `It gives each core at most ${RATIO.most}Gi of memory. Guarantee more cores, or less memory.`,
      },
    );
  } else if (gib < cores * RATIO.least * 0.999) {
    report(
      place('cpu'),
      'autopilot-raises',
      `Autopilot raises the memory of this server from ${formatNumber(Math.round(gib * 100) / 100)}Gi to about ${formatNumber(cores * RATIO.least)}Gi, and bills it.`,
      {
        hint: `It gives each core at least ${RATIO.least}Gi of memory. Guarantee more memory, or fewer cores.`,
      },
    );
  }
}
