/**
 * Names that each section of the chart has, by dotted path. Other sections take any name.
 * Facts of jupyterhub/zero-to-jupyterhub-k8s, tag 4.4.0, helm-chart/jupyterhub/values.schema.yaml.
 */
export const SECTIONS: Readonly<Record<string, string>> = {
  '': 'cull custom debug enabled fullnameOverride global httpRoute hub imagePullSecret imagePullSecrets ingress nameOverride prePuller proxy rbac scheduling singleuser',
  hub: 'activeServerLimit allowNamedServers annotations args authenticatePrometheus baseUrl command concurrentSpawnLimit config consecutiveFailureLimit containerSecurityContext cookieSecret db deploymentStrategy existingSecret extraConfig extraContainers extraEnv extraFiles extraPodSpec extraVolumeMounts extraVolumes fsGid image initContainers labels lifecycle livenessProbe loadRoles namedServerLimitPerUser networkPolicy nodeSelector pdb podSecurityContext readinessProbe redirectToServer resources revisionHistoryLimit service serviceAccount services shutdownOnLogout templatePaths templateVars tolerations',
  'hub.image': 'name pullPolicy pullSecrets tag',
  'hub.networkPolicy': 'allowedIngressPorts egress egressAllowRules enabled ingress interNamespaceAccessLabels',
  'hub.networkPolicy.egressAllowRules':
    'cloudMetadataServer dnsPortsCloudMetadataServer dnsPortsKubeSystemNamespace dnsPortsPrivateIPs nonPrivateIPs privateIPs',
  'hub.db': 'password pvc type upgrade url',
  'hub.db.pvc': 'accessModes annotations selector storage storageClassName subPath',
  'hub.service': 'annotations extraPorts ipFamilies ipFamilyPolicy loadBalancerIP ports type',
  'hub.service.ports': 'appProtocol nodePort',
  'hub.pdb': 'enabled maxUnavailable minAvailable',
  'hub.deploymentStrategy': 'rollingUpdate type',
  'hub.lifecycle': 'postStart preStop',
  'hub.serviceAccount': 'annotations create name',
  proxy: 'annotations chp deploymentStrategy https labels secretSync secretToken service traefik',
  'proxy.chp':
    'containerSecurityContext defaultTarget errorTarget extraCommandLineFlags extraEnv extraPodSpec image livenessProbe networkPolicy nodeSelector pdb readinessProbe resources revisionHistoryLimit tolerations',
  'proxy.chp.networkPolicy': 'allowedIngressPorts egress egressAllowRules enabled ingress interNamespaceAccessLabels',
  'proxy.chp.networkPolicy.egressAllowRules':
    'cloudMetadataServer dnsPortsCloudMetadataServer dnsPortsKubeSystemNamespace dnsPortsPrivateIPs nonPrivateIPs privateIPs',
  'proxy.chp.pdb': 'enabled maxUnavailable minAvailable',
  'proxy.chp.image': 'name pullPolicy pullSecrets tag',
  'proxy.service':
    'annotations disableHttpPort externalIPs extraPorts ipFamilies ipFamilyPolicy labels loadBalancerIP loadBalancerSourceRanges nodePorts type',
  'proxy.service.nodePorts': 'http https',
  'proxy.https': 'enabled hosts letsencrypt manual secret type',
  'proxy.https.letsencrypt': 'acmeServer contactEmail',
  'proxy.https.manual': 'cert key',
  'proxy.https.secret': 'crt key name',
  'proxy.traefik':
    'containerSecurityContext extraDynamicConfig extraEnv extraInitContainers extraPodSpec extraPorts extraStaticConfig extraVolumeMounts extraVolumes hsts image labels networkPolicy nodeSelector pdb resources revisionHistoryLimit serviceAccount tolerations',
  'proxy.traefik.networkPolicy':
    'allowedIngressPorts egress egressAllowRules enabled ingress interNamespaceAccessLabels',
  'proxy.traefik.networkPolicy.egressAllowRules':
    'cloudMetadataServer dnsPortsCloudMetadataServer dnsPortsKubeSystemNamespace dnsPortsPrivateIPs nonPrivateIPs privateIPs',
  'proxy.traefik.pdb': 'enabled maxUnavailable minAvailable',
  'proxy.traefik.hsts': 'includeSubdomains maxAge preload',
  'proxy.traefik.image': 'name pullPolicy pullSecrets tag',
  'proxy.traefik.serviceAccount': 'annotations create name',
  'proxy.deploymentStrategy': 'rollingUpdate type',
  'proxy.secretSync': 'containerSecurityContext image resources',
  'proxy.secretSync.image': 'name pullPolicy pullSecrets tag',
  singleuser:
    'allowPrivilegeEscalation cloudMetadata cmd cpu defaultUrl events extraAnnotations extraContainers extraEnv extraFiles extraLabels extraNodeAffinity extraPodAffinity extraPodAntiAffinity extraPodConfig extraResource extraTolerations fsGid image initContainers lifecycleHooks memory networkPolicy networkTools nodeSelector podNameTemplate profileList serviceAccountName startTimeout storage uid',
  'singleuser.networkPolicy': 'allowedIngressPorts egress egressAllowRules enabled ingress interNamespaceAccessLabels',
  'singleuser.networkPolicy.egressAllowRules':
    'cloudMetadataServer dnsPortsCloudMetadataServer dnsPortsKubeSystemNamespace dnsPortsPrivateIPs nonPrivateIPs privateIPs',
  'singleuser.cpu': 'guarantee limit',
  'singleuser.memory': 'guarantee limit',
  'singleuser.image': 'name pullPolicy pullSecrets tag',
  'singleuser.extraNodeAffinity': 'preferred required',
  'singleuser.extraPodAffinity': 'preferred required',
  'singleuser.extraPodAntiAffinity': 'preferred required',
  'singleuser.cloudMetadata': 'blockWithIptables ip',
  'singleuser.extraResource': 'guarantees limits',
  'singleuser.lifecycleHooks': 'postStart preStop',
  'singleuser.networkTools': 'image resources',
  'singleuser.networkTools.image': 'name pullPolicy pullSecrets tag',
  'singleuser.storage': 'capacity dynamic extraLabels extraVolumeMounts extraVolumes homeMountPath static type',
  'singleuser.storage.dynamic': 'pvcNameTemplate storageAccessModes storageClass subPath volumeNameTemplate',
  'singleuser.storage.static': 'pvcName subPath',
  scheduling: 'corePods podPriority userPlaceholder userPods userScheduler',
  'scheduling.userScheduler':
    'annotations containerSecurityContext enabled extraPodSpec image labels logLevel nodeSelector pdb pluginConfig plugins replicas resources revisionHistoryLimit serviceAccount tolerations',
  'scheduling.userScheduler.image': 'name pullPolicy pullSecrets tag',
  'scheduling.userScheduler.pdb': 'enabled maxUnavailable minAvailable',
  'scheduling.userScheduler.serviceAccount': 'annotations create name',
  'scheduling.podPriority': 'defaultPriority enabled globalDefault imagePullerPriority userPlaceholderPriority',
  'scheduling.userPlaceholder':
    'annotations containerSecurityContext enabled extraPodSpec image labels replicas resources revisionHistoryLimit',
  'scheduling.userPlaceholder.image': 'name pullPolicy pullSecrets tag',
  'scheduling.corePods': 'nodeAffinity tolerations',
  'scheduling.corePods.nodeAffinity': 'matchNodePurpose',
  'scheduling.userPods': 'nodeAffinity tolerations',
  'scheduling.userPods.nodeAffinity': 'matchNodePurpose',
  ingress: 'annotations enabled extraPaths hosts ingressClassName pathSuffix pathType tls',
  httpRoute: 'annotations enabled gateway hostnames',
  'httpRoute.gateway': 'name namespace sectionName',
  prePuller:
    'annotations containerSecurityContext continuous extraImages extraTolerations hook labels pause pullProfileListImages resources revisionHistoryLimit',
  'prePuller.hook':
    'containerSecurityContext daemonsetAnnotations enabled image nodeSelector podSchedulingWaitDuration pullOnlyOnChanges resources serviceAccount serviceAccountImagePuller tolerations',
  'prePuller.hook.image': 'name pullPolicy pullSecrets tag',
  'prePuller.hook.serviceAccount': 'annotations create name',
  'prePuller.hook.serviceAccountImagePuller': 'annotations create name',
  'prePuller.continuous': 'daemonsetAnnotations enabled serviceAccount',
  'prePuller.continuous.serviceAccount': 'annotations create name',
  'prePuller.pause': 'containerSecurityContext image',
  'prePuller.pause.image': 'name pullPolicy pullSecrets tag',
  cull: 'adminUsers concurrency enabled every maxAge removeNamedServers timeout users',
  debug: 'enabled',
  rbac: 'create enabled',
};
