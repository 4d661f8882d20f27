import { quoted } from '../../text.js';
import { type Path, treeAt } from '../../yaml/locate.js';
import type { Tree } from '../../yaml/tree.js';
import type { RuleContext } from '../context.js';
import { clusterMode } from '../platform/pools.js';

const ROOT = ['hub', 'values'];
/** Capabilities that the pod security standard "baseline" lets a container add. */
const BASELINE =
  'AUDIT_WRITE CHOWN DAC_OVERRIDE FOWNER FSETID KILL MKNOD NET_BIND_SERVICE SETFCAP SETGID SETPCAP SETUID SYS_CHROOT'.split(
    ' ',
  );
/**
 * Labels by which Autopilot makes nodes, and those that its nodes have anyway. Source: GKE documentation, "Autopilot
 * workload separation" and "Compute classes in Autopilot", read 2026-11.
 */
const AUTOPILOT_LABELS =
  /^(cloud\.google\.com\/(compute-class|gke-spot|gke-accelerator|gke-accelerator-count|gke-gpu-\w[\w-]*|gke-tpu-\w[\w-]*|gke-provisioning|gke-max-pods-per-node|gke-placement-group|gke-min-cpu-platform|machine-family|pod-capacity|pod-isolation|private-node|reservation-\w+)|supported-cpu-platform\.cloud\.google\.com\/.+|topology\.kubernetes\.io\/(zone|region)|failure-domain\.beta\.kubernetes\.io\/(zone|region)|topology\.gke\.io\/zone|kubernetes\.io\/(arch|os|hostname)|beta\.kubernetes\.io\/(arch|os))$/;

/** Chart values that choose the nodes of pods, with those that tolerate taints there. */
const PODS = [
  ['singleuser.nodeSelector', 'singleuser.extraTolerations'],
  ['singleuser.extraPodConfig.nodeSelector', 'singleuser.extraPodConfig.tolerations'],
  ['singleuser.extraPodConfig.node_selector', 'singleuser.extraPodConfig.tolerations'],
  ['hub.nodeSelector', 'hub.tolerations'],
  ['hub.extraPodSpec.nodeSelector', 'hub.extraPodSpec.tolerations'],
  ['proxy.chp.nodeSelector', 'proxy.chp.tolerations'],
  ['proxy.chp.extraPodSpec.nodeSelector', 'proxy.chp.extraPodSpec.tolerations'],
] as const;

/** Rules of pods in hub.values that would never start, and of parts of the chart that have nothing to do. */
export function nodeRules(context: RuleContext): void {
  const values = treeAt(context.tree, ROOT);
  if (values === undefined) return;
  visit(context, values, []);
  const mode = context.owner && clusterMode(context.owner);
  if (mode === 'standard') idleParts(context, IDLE_ON_STANDARD);
  if (mode !== 'autopilot') return;
  idleParts(context, IDLE_ON_AUTOPILOT);
  selectorRules(context);
}

/** What the namespace of each hub refuses, by its label `pod-security.kubernetes.io/enforce: baseline`, and Autopilot too. */
function visit(context: RuleContext, tree: Tree, path: Path): void {
  for (const [index, item] of (tree.items ?? []).entries()) visit(context, item, [...path, index]);
  for (const [key, { tree: child }] of tree.entries ?? []) {
    const here = [...path, key];
    const found = refusedBy(key, child, path);
    if (found === undefined) visit(context, child, here);
    else {
      context.report(
        context.locate([...ROOT, ...here], 'key'),
        'pod-refused',
        `A pod with ${found} does not start. The hub’s namespace and Autopilot refuse it.`,
        { hint: 'Remove it. Pods of a hub cannot reach their node.' },
      );
    }
  }
}

function refusedBy(key: string, { value, entries, items }: Tree, path: Path): string | undefined {
  if (path[0] === 'custom') return undefined;
  if (/^(privileged|hostNetwork|hostPID|hostIPC)$/.test(key) && value === true) return `${key}: true`;
  if (key === 'hostPath' && entries !== undefined) return 'a volume of hostPath';
  if (key === 'hostPort' && typeof value === 'number' && value > 0) return 'a hostPort';
  const isCapability = key === 'add' && path.at(-1) === 'capabilities';
  const other = isCapability ? items?.find((item) => !BASELINE.includes(String(item.value))) : undefined;
  return other === undefined ? undefined : `the capability ${quoted(other.value)}`;
}

/** Switches of the chart that have no effect, and why. */
const IDLE_ON_AUTOPILOT = {
  'prePuller.hook.enabled': 'Autopilot makes nodes for pods that exist, so that no node waits for images',
  'prePuller.continuous.enabled': 'Autopilot makes nodes for pods that exist, so that no node waits for images',
  'scheduling.userScheduler.enabled': 'Autopilot makes a node for each pod that needs one',
};
const IDLE_ON_STANDARD = {
  'scheduling.userScheduler.enabled': 'GKE’s own scheduler fills up nodes already',
};

function idleParts({ tree, locate, report }: RuleContext, parts: Readonly<Record<string, string>>): void {
  for (const [dotted, why] of Object.entries(parts)) {
    const path = [...ROOT, ...dotted.split('.')];
    if (treeAt(tree, path)?.value !== true) continue;
    report(locate(path, 'key'), 'no-effect', `hub.values.${dotted} has no effect: ${why}.`, { hint: 'Remove it.' });
  }
}

function selectorRules(context: RuleContext): void {
  const { tree, locate, report } = context;
  const purposes = ['corePods', 'userPods'].map((pods) => ['scheduling', pods, 'nodeAffinity', 'matchNodePurpose']);
  for (const purpose of purposes) {
    const path = [...ROOT, ...purpose];
    if (treeAt(tree, path)?.value !== 'require') continue;
    report(
      locate(path),
      'node-selector',
      'No Autopilot node has the label hub.jupyter.org/node-purpose, so these pods would never start.',
      {
        hint: 'Remove it.',
      },
    );
  }
  const own = ['hub', 'config', 'KubeSpawner'];
  const sections: readonly (readonly [selector: Path, tolerations: Path])[] = [
    ...PODS.map(([selector, tolerations]) => [selector.split('.'), tolerations.split('.')] as const),
    [
      [...own, 'node_selector'],
      [...own, 'tolerations'],
    ],
  ];
  for (const [selector, tolerations] of sections) {
    const path = [...ROOT, ...selector];
    for (const [key] of treeAt(tree, path)?.entries ?? []) label(context, key, [...path, key], tolerations, 'key');
  }
  const required: readonly (readonly [Path, Path])[] = [
    [
      ['singleuser', 'extraNodeAffinity', 'required'],
      ['singleuser', 'extraTolerations'],
    ],
    [
      [...own, 'node_affinity_required'],
      [...own, 'tolerations'],
    ],
  ];
  for (const [affinity, tolerations] of required) {
    const path = [...ROOT, ...affinity];
    for (const [index, term] of (treeAt(tree, path)?.items ?? []).entries()) {
      for (const [at, expression] of (treeAt(term, ['matchExpressions'])?.items ?? []).entries()) {
        const key = treeAt(expression, ['key'])?.value;
        if (typeof key !== 'string') continue;
        label(context, key, [...path, index, 'matchExpressions', at, 'key'], tolerations);
      }
    }
  }
}

/** Autopilot makes nodes with a label of one's own where the pods tolerate a taint of the same key. */
function label({ tree, locate, report }: RuleContext, key: string, path: Path, tolerations: Path, of?: 'key'): void {
  if (AUTOPILOT_LABELS.test(key)) return;
  const tolerated = treeAt(tree, [...ROOT, ...tolerations])?.items ?? [];
  const isReserved = /(^|\.)(kubernetes\.io|k8s\.io|google\.com|jupyter\.org)\//.test(key);
  if (!isReserved && tolerated.some((one) => treeAt(one, ['key'])?.value === key)) return;
  report(
    locate(path, of),
    'node-selector',
    `No Autopilot node has the label ${quoted(key)}, so these pods would never start.`,
    {
      hint: isReserved
        ? 'Remove it, or use cloud.google.com/compute-class. Autopilot chooses the machine.'
        : `Remove it, or add a toleration with the key ${key}: Autopilot then makes nodes with this label.`,
    },
  );
}
