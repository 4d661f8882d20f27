/** Why something cannot be set, and which key to use instead. */
export interface Owned {
  readonly why: string;
  readonly instead: string;
}

/** One thing that this product sets itself, by every name that it has. Names are separated by spaces. */
export interface OwnedThing extends Owned {
  /** Dotted chart values, with everything under them. */
  readonly values?: string;
  /** Settings of JupyterHub's class. */
  readonly jupyterhub?: string;
  /** Settings of the spawner, as `Spawner` and `KubeSpawner` have them. */
  readonly spawner?: string;
  /** Settings of ConfigurableHTTPProxy. */
  readonly proxy?: string;
  /** True if code may set it. This product then adds its own part to what the code has set. */
  readonly inCode?: true;
}

/** Annotation by which Google's autoscaler leaves a pod where it is. */
export const SAFE_TO_EVICT_KEY = 'cluster-autoscaler.kubernetes.io/safe-to-evict';
const SAFE_TO_EVICT = ['hub.annotations', 'proxy.annotations', 'singleuser.extraAnnotations'].map(
  (path) => `${path}.${SAFE_TO_EVICT_KEY}`,
);
const NO_KEY = 'Remove it. There is no other key for it.';
const USE = (path: string): string => `Use hub.values.${path}.`;
const HOMES = { why: 'it stores people’s homes' };
const PROFILES = { why: 'it is generated from the profiles', instead: 'Use profiles.' };
const ONE_PLACE = { why: 'the chart value for it would lose without a word' };

/** Use these where the fault is in a name, which the lists below cannot have. */
export const OURS = { why: 'this product uses the name itself', instead: 'Choose another name.' };
export const LOGIN = { why: 'it decides who can use the hub and with which role', instead: 'Use the users files.' };

/**
 * What this product owns. The names of settings are those of jupyterhub 5 and kubespawner 7, the names of chart values
 * those of z2jh 4.4.0.
 */
export const OWNED_THINGS: readonly OwnedThing[] = [
  {
    why: 'other parts look for objects of these names',
    instead: 'Use the key name.',
    values: 'fullnameOverride nameOverride',
    spawner: 'namespace enable_user_namespaces user_namespace_template',
  },
  {
    why: 'it defines how Google’s load balancer reaches the hub',
    instead: 'Use access.domain.',
    values: 'ingress httpRoute proxy.service proxy.https hub.baseUrl',
    jupyterhub:
      'base_url bind_url hub_bind_url hub_connect_url hub_connect_ip hub_connect_port hub_ip hub_port ip port internal_ssl proxy_class public_url ssl_cert ssl_key',
    spawner: 'hub_connect_ip hub_connect_port hub_connect_url ip pod_connect_ip port',
    proxy: 'api_url auth_token should_start',
  },
  {
    why: 'it decides at which host people’s servers answer',
    instead: 'Use access.subdomains.',
    jupyterhub: 'cookie_host_prefix_enabled subdomain_hook subdomain_host',
  },
  {
    why: 'it separates notebook servers, hub and metadata server',
    instead: NO_KEY,
    values:
      'hub.networkPolicy.enabled hub.networkPolicy.allowedIngressPorts hub.networkPolicy.egressAllowRules hub.networkPolicy.interNamespaceAccessLabels proxy.chp.networkPolicy singleuser.cloudMetadata singleuser.networkPolicy.enabled singleuser.networkPolicy.ingress singleuser.networkPolicy.allowedIngressPorts singleuser.networkPolicy.interNamespaceAccessLabels singleuser.networkPolicy.egressAllowRules.cloudMetadataServer singleuser.networkPolicy.egressAllowRules.dnsPortsCloudMetadataServer singleuser.networkPolicy.egressAllowRules.dnsPortsKubeSystemNamespace singleuser.networkPolicy.egressAllowRules.dnsPortsPrivateIPs',
  },
  {
    why: 'network policies and the hub find notebook servers by their labels',
    instead: USE('singleuser.extraLabels'),
    spawner: 'common_labels component_label extra_labels',
  },
  {
    why: 'it would replace what this product sets in the container of each server',
    instead: 'Remove it. Use singleuser.extraEnv, singleuser.storage.extraVolumeMounts or the profiles.',
    values:
      'hub.config.KubeSpawner.extra_container_config.env hub.config.KubeSpawner.extra_container_config.securityContext hub.config.KubeSpawner.extra_container_config.volumeMounts hub.config.Spawner.extra_container_config.env hub.config.Spawner.extra_container_config.securityContext hub.config.Spawner.extra_container_config.volumeMounts',
  },
  {
    why: 'it would replace what this product puts into the pod of each server',
    instead: 'Remove it. Use singleuser.storage.extraVolumes, singleuser.extraContainers or singleuser.initContainers.',
    values:
      'singleuser.extraPodConfig.containers singleuser.extraPodConfig.initContainers singleuser.extraPodConfig.volumes',
  },
  { ...LOGIN, values: 'hub.config.IAPAuthenticator hub.config.CheckedAuthenticator' },
  {
    ...LOGIN,
    jupyterhub:
      'admin_access admin_users api_tokens authenticator_class load_groups service_tokens trust_user_provided_tokens',
  },
  {
    why: 'it creates the permissions of the hub and the access reconciler',
    instead: NO_KEY,
    values: 'rbac.create',
  },
  { why: 'it contains the roles of this product', instead: USE('hub.loadRoles'), jupyterhub: 'load_roles' },
  { why: 'it contains the access reconciler', instead: USE('hub.services'), jupyterhub: 'services' },
  {
    why: 'it starts people’s servers with their homes and profiles',
    instead: NO_KEY,
    jupyterhub: 'spawner_class',
  },
  {
    why: 'it stores the hub’s database, which must survive',
    instead: NO_KEY,
    values: 'hub.db.pvc',
    jupyterhub: 'db_url reset_db',
  },
  {
    ...HOMES,
    instead: 'Use storage.home.',
    values:
      'singleuser.storage.type singleuser.storage.capacity singleuser.storage.dynamic singleuser.storage.static singleuser.storage.homeMountPath',
    spawner:
      'delete_pvc handle_legacy_names pvc_name pvc_name_template remember_pvc_name slug_scheme storage_access_modes storage_capacity storage_class storage_extra_annotations storage_pvc_ensure storage_selector',
  },
  {
    why: 'it stores people’s homes and the notebook guard',
    instead: USE('singleuser.storage.extraVolumes'),
    spawner: 'volumes',
  },
  {
    why: 'it mounts people’s homes and the notebook guard',
    instead: USE('singleuser.storage.extraVolumeMounts'),
    spawner: 'volume_mounts',
  },
  { ...ONE_PLACE, instead: USE('singleuser.storage.extraLabels'), spawner: 'storage_extra_labels' },
  {
    why: 'it would replace the zones of the servers',
    instead: 'Use platform.zones, or hub.values.singleuser.extraNodeAffinity.required for other labels.',
    spawner: 'node_affinity_required',
  },
  {
    ...PROFILES,
    values: 'singleuser.cpu singleuser.memory singleuser.profileList',
    spawner:
      'apply_user_options cpu_guarantee cpu_limit group_overrides mem_guarantee mem_limit options_form options_from_form profile_list',
  },
  {
    why: 'the profiles define it',
    instead: 'Use profiles[].image or hub.values.singleuser.image.',
    spawner: 'image',
  },
  {
    why: 'the notebook guard needs its own variables in it',
    instead: USE('singleuser.extraEnv'),
    spawner: 'environment',
  },
  {
    why: 'it closes the cluster’s API to notebook servers',
    instead: USE('singleuser.extraPodConfig'),
    spawner: 'extra_pod_config',
  },
  {
    why: 'notebook servers must not get an account of the cluster',
    instead: NO_KEY,
    values: 'singleuser.extraPodConfig.automountServiceAccountToken',
    spawner: 'automount_service_account_token',
  },
  {
    why: 'a server with buckets runs as an account of its own',
    instead: USE('singleuser.serviceAccountName'),
    spawner: 'service_account',
  },
  {
    why: 'values cannot contain a function',
    instead: USE('hub.extraConfig'),
    spawner: 'modify_pod_hook pre_spawn_hook post_stop_hook after_pod_created_hook progress_ready_hook auth_state_hook',
    inCode: true,
  },
  {
    why: 'it limits which servers may run',
    instead: 'Use limits.',
    values: 'hub.activeServerLimit hub.allowNamedServers hub.concurrentSpawnLimit hub.namedServerLimitPerUser',
    jupyterhub: 'active_server_limit allow_named_servers concurrent_spawn_limit named_server_limit_per_user',
  },
  {
    why: 'Google would end the pod to make the cluster smaller',
    instead: NO_KEY,
    values: SAFE_TO_EVICT.join(' '),
  },
  {
    why: 'Kubernetes could evict the one pod',
    instead: NO_KEY,
    values: 'hub.pdb proxy.chp.pdb',
  },
  {
    why: 'it contains the mark by which Google leaves a server alone',
    instead: USE('singleuser.extraAnnotations'),
    spawner: 'extra_annotations',
  },
  {
    why: 'it defines when servers are stopped',
    instead: 'Use culling.',
    values: 'cull.enabled cull.timeout cull.maxAge cull.every',
  },
  { why: 'it would delete people from the hub', instead: 'Use the users files.', values: 'cull.users' },
  {
    why: 'it would replace the command that starts the hub',
    instead: 'Use hub.extraConfig for your own code.',
    values: 'hub.args hub.command',
  },
  {
    why: 'it would replace the hub’s own secrets',
    instead: 'Use secrets and {secretRef: NAME}.',
    values: 'hub.existingSecret',
  },
  {
    why: 'the permissions of the access reconciler are bound to this account',
    instead: 'Only its annotations can be set.',
    values: 'hub.serviceAccount.create hub.serviceAccount.name',
  },
];
