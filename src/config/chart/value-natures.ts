/** What a value of the chart is about: who may do what, what runs, where data is kept, or none of these. */
export type Nature = 'right' | 'code' | 'data' | 'neither';

const IMAGES = [
  'hub',
  'proxy.chp',
  'proxy.traefik',
  'proxy.secretSync',
  'singleuser',
  'singleuser.networkTools',
  'scheduling.userScheduler',
  'scheduling.userPlaceholder',
  'prePuller.hook',
  'prePuller.pause',
];
const BUDGETS = ['hub', 'proxy.chp', 'proxy.traefik', 'scheduling.userScheduler'];
const below = (sections: readonly string[], names: string): string =>
  sections.flatMap((section) => names.split(' ').map((name) => `${section}.${name}`)).join(' ');

/**
 * Every section of the chart's values by its nature; `*` stands for any name. The longest path counts. A section may have two
 * natures. What is not here counts as code.
 */
const TABLE: readonly (readonly [Nature, string])[] = [
  [
    'right',
    [
      // Scopes of the hub, and who has them.
      'hub.loadRoles.* hub.services.* hub.config.JupyterHub.* hub.config.Authenticator.* hub.cookieSecret hub.existingSecret',
      'hub.authenticatePrometheus cull.adminUsers cull.users',
      // Rights in the cluster and in Google Cloud.
      'rbac hub.serviceAccount proxy.traefik.serviceAccount scheduling.userScheduler.serviceAccount',
      'prePuller.hook.serviceAccount prePuller.hook.serviceAccountImagePuller prePuller.continuous.serviceAccount',
      'singleuser.serviceAccountName hub.extraPodSpec proxy.chp.extraPodSpec proxy.traefik.extraPodSpec',
      'singleuser.extraPodConfig scheduling.userScheduler.extraPodSpec scheduling.userPlaceholder.extraPodSpec',
      // Rights on the node.
      'hub.podSecurityContext hub.containerSecurityContext hub.fsGid proxy.chp.containerSecurityContext',
      'proxy.traefik.containerSecurityContext proxy.secretSync.containerSecurityContext singleuser.fsGid singleuser.uid',
      'singleuser.allowPrivilegeEscalation scheduling.userScheduler.containerSecurityContext',
      'scheduling.userPlaceholder.containerSecurityContext prePuller.containerSecurityContext',
      'prePuller.hook.containerSecurityContext prePuller.pause.containerSecurityContext',
      // Who reaches what over the network, and under which certificate.
      'hub.networkPolicy proxy.chp.networkPolicy proxy.traefik.networkPolicy singleuser.networkPolicy',
      'singleuser.cloudMetadata hub.service proxy.service proxy.https ingress httpRoute hub.baseUrl',
      'proxy.chp.defaultTarget proxy.chp.errorTarget proxy.secretToken',
    ].join(' '),
  ],
  [
    'code',
    [
      below(IMAGES, 'image.name image.tag'),
      'hub.command hub.args hub.extraConfig.* hub.extraFiles.* hub.extraEnv.* hub.extraContainers hub.initContainers',
      'hub.lifecycle.* hub.livenessProbe hub.readinessProbe hub.services.*.command hub.services.*.environment',
      'hub.templatePaths hub.templateVars hub.extraVolumes hub.extraVolumeMounts hub.extraPodSpec',
      'hub.config.*.* hub.config.JupyterHub.spawner_class hub.config.JupyterHub.template_paths',
      'proxy.chp.extraEnv proxy.chp.extraCommandLineFlags proxy.chp.extraPodSpec proxy.chp.livenessProbe',
      'proxy.chp.readinessProbe proxy.traefik.extraEnv proxy.traefik.extraInitContainers proxy.traefik.extraPodSpec',
      'proxy.traefik.extraDynamicConfig proxy.traefik.extraStaticConfig proxy.traefik.extraVolumes',
      'proxy.traefik.extraVolumeMounts',
      'singleuser.cmd singleuser.extraEnv.* singleuser.extraFiles.* singleuser.extraContainers singleuser.initContainers',
      'singleuser.lifecycleHooks.* singleuser.extraPodConfig singleuser.profileList',
      'scheduling.userScheduler.plugins scheduling.userScheduler.pluginConfig scheduling.userScheduler.extraPodSpec',
      'scheduling.userPlaceholder.extraPodSpec prePuller.extraImages.*',
      // The chart passes it to code of the hub, which may do anything with it.
      'custom.*',
    ].join(' '),
  ],
  ['data', 'hub.db singleuser.storage'],
  [
    'neither',
    [
      below(IMAGES, 'image.pullPolicy image.pullSecrets'),
      below(BUDGETS, 'pdb.enabled pdb.maxUnavailable pdb.minAvailable'),
      below(['hub', 'proxy'], 'deploymentStrategy.rollingUpdate deploymentStrategy.type labels annotations'),
      'enabled debug.enabled fullnameOverride nameOverride global imagePullSecret imagePullSecrets',
      below(['hub', 'proxy.chp', 'proxy.traefik'], 'nodeSelector tolerations resources revisionHistoryLimit'),
      'hub.activeServerLimit hub.allowNamedServers hub.concurrentSpawnLimit hub.consecutiveFailureLimit',
      'hub.namedServerLimitPerUser hub.redirectToServer hub.shutdownOnLogout',
      'proxy.traefik.labels proxy.traefik.extraPorts proxy.traefik.hsts.includeSubdomains proxy.traefik.hsts.maxAge',
      'proxy.traefik.hsts.preload proxy.secretSync.resources',
      below(['singleuser.cpu', 'singleuser.memory'], 'guarantee limit'),
      below(['singleuser.extraNodeAffinity', 'singleuser.extraPodAffinity'], 'preferred required'),
      'singleuser.extraPodAntiAffinity.preferred singleuser.extraPodAntiAffinity.required',
      'singleuser.extraResource.guarantees singleuser.extraResource.limits singleuser.extraTolerations',
      'singleuser.nodeSelector singleuser.defaultUrl singleuser.events singleuser.extraAnnotations singleuser.extraLabels',
      'singleuser.startTimeout singleuser.podNameTemplate singleuser.networkTools.resources',
      below(
        ['scheduling.userScheduler', 'scheduling.userPlaceholder'],
        'enabled labels annotations replicas resources',
      ),
      below(['scheduling.userScheduler', 'scheduling.userPlaceholder'], 'revisionHistoryLimit'),
      'scheduling.userScheduler.logLevel scheduling.userScheduler.nodeSelector scheduling.userScheduler.tolerations',
      'scheduling.podPriority.enabled scheduling.podPriority.globalDefault scheduling.podPriority.defaultPriority',
      'scheduling.podPriority.imagePullerPriority scheduling.podPriority.userPlaceholderPriority',
      below(['scheduling.corePods', 'scheduling.userPods'], 'tolerations nodeAffinity.matchNodePurpose'),
      'prePuller.annotations prePuller.labels prePuller.resources prePuller.extraTolerations prePuller.revisionHistoryLimit',
      'prePuller.pullProfileListImages prePuller.continuous.enabled prePuller.continuous.daemonsetAnnotations',
      below(
        ['prePuller.hook'],
        'enabled pullOnlyOnChanges podSchedulingWaitDuration nodeSelector tolerations resources',
      ),
      'prePuller.hook.daemonsetAnnotations',
      'cull.enabled cull.removeNamedServers cull.timeout cull.every cull.concurrency cull.maxAge',
    ].join(' '),
  ],
];

/** Natures by pattern. */
export const NATURES: ReadonlyMap<string, readonly Nature[]> = naturesByPattern();

function naturesByPattern(): ReadonlyMap<string, readonly Nature[]> {
  const found = new Map<string, Nature[]>();
  for (const [nature, patterns] of TABLE) {
    for (const pattern of patterns.split(' ')) found.set(pattern, [...(found.get(pattern) ?? []), nature]);
  }
  return found;
}

/** A value's nature, and the part of its path that the table names. */
export interface ValueNature {
  readonly natures: readonly Nature[];
  /** Number of steps of the path to the section; 0 if the table has none, and the value counts as code. */
  readonly depth: number;
}

/** The nature of the value at a path. At equal length, a name counts before `*`. */
export function natureOf(path: readonly string[]): ValueNature {
  let found = candidates([], path);
  found = found.filter(({ natures }) => natures.length > 0);
  const best = found.reduce<ValueNature & { exact: number }>(
    (one, other) => (other.depth > one.depth || (other.depth === one.depth && other.exact > one.exact) ? other : one),
    { natures: ['code'], depth: 0, exact: 0 },
  );
  return { natures: best.natures, depth: best.depth };
}

interface Candidate extends ValueNature {
  /** Names, not `*`, in the pattern. */
  readonly exact: number;
}

function candidates(pattern: readonly string[], path: readonly string[]): readonly Candidate[] {
  const own = NATURES.get(pattern.join('.')) ?? [];
  const here = { natures: own, depth: pattern.length, exact: pattern.filter((step) => step !== '*').length };
  const next = path[pattern.length];
  // No section of the chart that the table names is deeper than this.
  if (next === undefined || pattern.length >= DEEPEST) return [here];
  const steps = next === '*' ? ['*'] : [next, '*'];
  return [here, ...steps.flatMap((step) => candidates([...pattern, step], path))];
}

const DEEPEST = Math.max(...[...NATURES.keys()].map((pattern) => pattern.split('.').length));
