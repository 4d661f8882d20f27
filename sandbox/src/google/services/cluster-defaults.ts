import { etag, fingerprint, numericId } from '../ids.js';
import type { Json } from '../world.js';
import { mergePatch } from './compute-kinds.js';
import { newPool, SCOPES, VERSION } from './node-pool-defaults.js';

/** Input of a new cluster, besides the request. */
export interface ClusterFacts {
  readonly project: string;
  readonly projectNumber: string;
  readonly location: string;
  readonly zones: readonly string[];
  readonly now: Date;
  /** Host of the DNS endpoint. */
  readonly dnsEndpoint: string;
  /** Base64 of the certificate authority of the API server. */
  readonly ca: string;
  readonly publicIp: string;
}

/**
 * A new cluster in the format that GKE returns. Defaults of standard clusters are those of the recordings containercluster-minimal,
 * -dataplanev2 and -dnsendpoint-noipendpoint; those of Autopilot follow Google's page on Autopilot's preconfigured settings.
 */
export function newCluster(given: Json, facts: ClusterFacts): Json {
  const autopilot = (given.autopilot as Json | undefined)?.enabled === true;
  const name = String(given.name);
  const { nodeConfig, nodePools, initialNodeCount, ...asked } = given;
  const base = mergePatch(autopilot ? autopilotDefaults(facts) : {}, shared());
  const cluster = mergePatch(withProvisioning(base, asked), asked);
  // A new cluster always has these values, whatever the request says.
  cluster.ipAllocationPolicy = { ...(cluster.ipAllocationPolicy as Json), useIpAliases: true };
  cluster.addonsConfig = { ...(cluster.addonsConfig as Json), gcePersistentDiskCsiDriverConfig: { enabled: true } };
  const place = { location: facts.location, locations: given.locations ?? [...facts.zones] };
  const pools = autopilot
    ? [AUTOPILOT_POOL]
    : ((nodePools as Json[] | undefined) ?? [
        { name: 'default-pool', config: nodeConfig ?? {}, initialNodeCount: initialNodeCount ?? 1 },
      ]);
  const zonal = /-[a-z]$/.test(facts.location);
  const kind = zonal ? 'zones' : 'locations';
  const selfLink = `https://container.googleapis.com/v1/projects/${facts.project}/${kind}/${facts.location}/clusters/${name}`;
  const known = { ...cluster, ...place, autopilot: given.autopilot };
  return derive(
    {
      ...cluster,
      ...place,
      ...(zonal ? { zone: facts.location } : {}),
      ...(initialNodeCount === undefined ? {} : { initialNodeCount }),
      id: numericId(),
      createTime: facts.now.toISOString(),
      selfLink,
      initialClusterVersion: String(given.initialClusterVersion || VERSION),
      currentMasterVersion: String(given.initialClusterVersion || VERSION),
      currentNodeVersion: String(given.initialClusterVersion || VERSION),
      masterAuth: { clientCertificateConfig: {}, clusterCaCertificate: facts.ca },
      nodePools: pools.map((pool) => newPool(pool, facts, known)),
      status: 'PROVISIONING',
    },
    facts,
  );
}

// Nodes that GKE adds by itself have other defaults than those of a pool.
function withProvisioning(base: Json, asked: Json): Json {
  if ((asked.autoscaling as Json | undefined)?.enableNodeAutoprovisioning !== true) return base;
  const { autoscaling } = base as { autoscaling: { autoprovisioningNodePoolDefaults: Json } };
  const defaults = {
    ...autoscaling.autoprovisioningNodePoolDefaults,
    oauthScopes: ['userinfo.email', 'cloud-platform'].map((scope) => `https://www.googleapis.com/auth/${scope}`),
    upgradeSettings: { strategy: 'SURGE' },
  };
  return { ...base, autoscaling: { ...autoscaling, autoprovisioningNodePoolDefaults: defaults } };
}

/** Fields that follow from others; runs after every change. */
export function derive(cluster: Json, facts: ClusterFacts): Json {
  const endpoints = (cluster.controlPlaneEndpointsConfig ?? {}) as Json;
  const ip = (endpoints.ipEndpointsConfig ?? {}) as Json;
  const ipEnabled = ip.enabled !== false;
  const privateIp = '10.128.0.2';
  const network = cluster.networkConfig as Json;
  const pools = (cluster.nodePools ?? []) as Json[];
  const privateNodes = network.defaultEnablePrivateNodes === true;
  const shown: Json = ipEnabled
    ? {
        authorizedNetworksConfig: {
          gcpPublicCidrsAccessEnabled: true,
          ...(ip.authorizedNetworksConfig as Json | undefined),
        },
        enablePublicEndpoint: ip.enablePublicEndpoint ?? true,
        enabled: true,
        globalAccess: ip.globalAccess ?? false,
        privateEndpoint: privateIp,
        publicEndpoint: facts.publicIp,
        ...(ip.privateEndpointSubnetwork ? { privateEndpointSubnetwork: ip.privateEndpointSubnetwork } : {}),
      }
    : { enabled: false };
  const dns = (endpoints.dnsEndpointConfig ?? {}) as Json;
  return {
    ...cluster,
    controlPlaneEndpointsConfig: {
      dnsEndpointConfig: {
        allowExternalTraffic: false,
        enableK8sTokensViaDns: false,
        ...dns,
        endpoint: facts.dnsEndpoint,
      },
      ipEndpointsConfig: shown,
    },
    endpoint: ipEnabled ? (ip.enablePublicEndpoint === false ? privateIp : facts.publicIp) : facts.dnsEndpoint,
    masterAuthorizedNetworksConfig: ipEnabled ? (shown.authorizedNetworksConfig as Json) : {},
    privateClusterConfig: {
      ...(privateNodes ? { enablePrivateNodes: true } : {}),
      ...(ipEnabled ? { privateEndpoint: privateIp, publicEndpoint: facts.publicIp } : {}),
    },
    currentNodeCount: pools.reduce((sum, pool) => sum + Number(pool.initialNodeCount ?? 0), 0),
    etag: etag(),
    labelFingerprint: fingerprint(cluster.resourceLabels ?? {}),
    ...(pools[0] && !(cluster.autopilot as Json).enabled ? { nodeConfig: pools[0].config } : {}),
  };
}

const AUTOPILOT_POOL: Json = {
  name: 'default-pool',
  config: { machineType: 'e2-small', workloadMetadataConfig: { mode: 'GKE_METADATA' } },
  autoscaling: { autoprovisioned: true, enabled: true, maxNodeCount: 1000 },
};

function shared(): Json {
  return {
    addonsConfig: {
      gcePersistentDiskCsiDriverConfig: { enabled: true },
      kubernetesDashboard: { disabled: true },
      networkPolicyConfig: { disabled: true },
    },
    anonymousAuthenticationConfig: { mode: 'ENABLED' },
    autopilot: {},
    autoscaling: {
      autoprovisioningNodePoolDefaults: {
        imageType: 'COS_CONTAINERD',
        management: { autoRepair: true, autoUpgrade: true },
        oauthScopes: SCOPES,
        serviceAccount: 'default',
      },
      autoscalingProfile: 'BALANCED',
    },
    binaryAuthorization: {},
    clusterIpv4Cidr: '10.112.0.0/14',
    databaseEncryption: { currentState: 'CURRENT_STATE_DECRYPTED', state: 'DECRYPTED' },
    defaultMaxPodsConstraint: { maxPodsPerNode: '110' },
    enterpriseConfig: { clusterTier: 'STANDARD' },
    ipAllocationPolicy: {
      clusterIpv4Cidr: '10.112.0.0/14',
      clusterIpv4CidrBlock: '10.112.0.0/14',
      podCidrOverprovisionConfig: {},
      servicesIpv4Cidr: '34.118.224.0/20',
      servicesIpv4CidrBlock: '34.118.224.0/20',
      stackType: 'IPV4',
      useIpAliases: true,
    },
    legacyAbac: {},
    loggingConfig: { componentConfig: { enableComponents: ['SYSTEM_COMPONENTS', 'WORKLOADS'] } },
    loggingService: 'logging.googleapis.com/kubernetes',
    maintenancePolicy: { resourceVersion: 'e3b0c442' },
    monitoringConfig: {
      advancedDatapathObservabilityConfig: {},
      componentConfig: {
        enableComponents:
          'SYSTEM_COMPONENTS DAEMONSET DEPLOYMENT STATEFULSET JOBSET STORAGE HPA POD CADVISOR KUBELET DCGM'.split(' '),
      },
      managedPrometheusConfig: { enabled: true },
    },
    monitoringService: 'monitoring.googleapis.com/kubernetes',
    nodePoolAutoConfig: { nodeKubeletConfig: { insecureKubeletReadonlyPortEnabled: false } },
    nodePoolDefaults: {
      nodeConfigDefaults: {
        loggingConfig: { variantConfig: { variant: 'DEFAULT' } },
        nodeKubeletConfig: { insecureKubeletReadonlyPortEnabled: false },
      },
    },
    notificationConfig: { pubsub: {} },
    podAutoscaling: { hpaProfile: 'PERFORMANCE' },
    rbacBindingConfig: {
      enableInsecureBindingSystemAuthenticated: true,
      enableInsecureBindingSystemUnauthenticated: true,
    },
    releaseChannel: { channel: 'REGULAR' },
    securityPostureConfig: { mode: 'BASIC', vulnerabilityMode: 'VULNERABILITY_MODE_UNSPECIFIED' },
    servicesIpv4Cidr: '34.118.224.0/20',
    shieldedNodes: { enabled: true },
    userManagedKeysConfig: {},
    networkConfig: { serviceExternalIpsConfig: {} },
  };
}

function autopilotDefaults(facts: ClusterFacts): Json {
  return {
    addonsConfig: {
      dnsCacheConfig: { enabled: true },
      gcpFilestoreCsiDriverConfig: { enabled: true },
      gcsFuseCsiDriverConfig: { enabled: true },
      httpLoadBalancing: {},
      horizontalPodAutoscaling: {},
    },
    networkConfig: {
      datapathProvider: 'ADVANCED_DATAPATH',
      dnsConfig: { clusterDns: 'CLOUD_DNS', clusterDnsDomain: 'cluster.local', clusterDnsScope: 'CLUSTER_SCOPE' },
      enableIntraNodeVisibility: true,
      gatewayApiConfig: { channel: 'CHANNEL_STANDARD' },
    },
    verticalPodAutoscaling: { enabled: true },
    workloadIdentityConfig: { workloadPool: `${facts.project}.svc.id.goog` },
  };
}
