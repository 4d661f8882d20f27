import type { JsonObject } from '../json.js';
import type { Capacity } from './gce/machines.js';
import type { Maintenance, ReleaseChannel } from './platform/maintenance.js';
import type { PlatformNetwork } from './platform/network.js';
import type { Cluster } from './platform/node-pool.js';

export type { Json, JsonObject } from '../json.js';

/** Folder in every server where the person's own bucket is mounted. */
export const BUCKET_FOLDER = '/home/jovyan/bucket';

/** Kubernetes quantities as written, `guarantee` ≤ `limit`. Without a limit a server can use what is free on its node. */
export interface ResourceRange {
  readonly guarantee: string;
  readonly limit: string | undefined;
}

/** When servers are stopped, in seconds. */
export interface Culling {
  /** Time without activity. */
  readonly idle: number;
  /** Time since their start, busy or not; undefined means never. */
  readonly maxAge: number | undefined;
}

/** GPUs of one server. */
export interface Gpu {
  /** GKE name, the value of the label cloud.google.com/gke-accelerator. */
  readonly type: string;
  readonly count: number;
  readonly driver: 'default' | 'latest';
  /** Up to `clients` servers share one GPU; undefined means that each server has its own. */
  readonly sharing: { readonly strategy: 'time-sharing' | 'mps'; readonly clients: number } | undefined;
}

/** TPU of one server: all chips of one host. */
export interface Tpu {
  /** GKE name, the value of the label cloud.google.com/gke-tpu-accelerator. */
  readonly type: string;
  readonly topology: string;
  /** Product of the topology's numbers. */
  readonly chips: number;
}

/** Size of /dev/shm: in bytes, half of the server's memory limit, or what the container runtime gives. */
export type SharedMemory = number | 'half' | undefined;

/** Environment variables: texts without meaning in their braces, or the names of secrets. */
export type Env = Readonly<Record<string, string | { readonly secretRef: string }>>;

/** One choice of an option. What it leaves open is as in the profile. */
export interface OptionChoice {
  readonly name: string;
  readonly displayName: string;
  readonly default: boolean;
  readonly image: string | undefined;
  readonly cpu: ResourceRange | undefined;
  readonly memory: ResourceRange | undefined;
  readonly env: Env;
}

/** A further question within a profile. Exactly one choice is the default. */
export interface ProfileOption {
  readonly name: string;
  readonly displayName: string;
  readonly choices: readonly OptionChoice[];
}

/** Nodes of pools on which a profile's servers run. */
export interface Placement {
  /** Labels that the nodes must have. */
  readonly labels: Readonly<Record<string, string>>;
  /** Accelerators of one server, whose kind the pool states. The resource's name is also the key of the taint of such nodes. */
  readonly devices: { readonly resource: 'nvidia.com/gpu' | 'google.com/tpu'; readonly count: number } | undefined;
  /** What people read of the pool: the type of its accelerator, and how its nodes are obtained. */
  readonly accelerator: string | undefined;
  readonly capacity: Capacity;
}

/** One choice on the hub's start page. */
export interface Profile {
  readonly name: string;
  readonly displayName: string;
  readonly description: string | undefined;
  readonly default: boolean;
  /** Image with tag or digest; undefined means the chart's own single-user image. */
  readonly image: string | undefined;
  readonly cpu: ResourceRange;
  readonly memory: ResourceRange;
  /** Groups of the users files whose people can use it; empty means everybody. */
  readonly groups: readonly string[];
  /** Overrides the culling of the hub. */
  readonly culling: Culling | undefined;
  readonly gpu: Gpu | undefined;
  readonly tpu: Tpu | undefined;
  readonly env: Env;
  readonly options: readonly ProfileOption[];
  /** Pattern for the whole name of an image that a person enters; undefined means that nobody can enter one. */
  readonly unlistedImage: string | undefined;
  /** Seconds that a start may take; undefined means the hub's usual limit. */
  readonly startTimeout: number | undefined;
  readonly capacity: Capacity;
  /** Ways that are tried one after the other, instead of `capacity`; empty means that there is only that one. */
  readonly capacityOrder: readonly Capacity[];
  /** Reservation of `capacity: reservation`. */
  readonly reservation: { readonly name: string; readonly project: string | undefined } | undefined;
  readonly sharedMemory: SharedMemory;
  /** Whether it runs in GKE Sandbox. */
  readonly sandbox: boolean;
  /** Nodes that it runs on; undefined on Autopilot, which makes them for it. */
  readonly placement: Placement | undefined;
}

/** A persistent disk per person. */
export interface DiskHome {
  readonly type: 'disk';
  /** Compute disk type, such as `pd-balanced`. */
  readonly diskType: string;
  /** Kubernetes quantity, such as `10Gi`. */
  readonly size: string;
}

export interface ChartSource {
  readonly version: string;
  /** Helm repository URL; undefined means the chart's official one (or JUPYTERHUB_GKE_CHART_REPOSITORY). */
  readonly repository: string | undefined;
  /** Chart folder or archive, absolute; wins over the repository. */
  readonly path: string | undefined;
  /** Expected SHA-256 (hex) of the archive; undefined means that of the tested release, or of the last deployment. */
  readonly sha256: string | undefined;
}

/** Where a secret's value comes from; only `apply` reads it. */
export type SecretSource =
  /** A variable of the environment. */
  | { readonly env: string }
  /** A version of a secret in Secret Manager, by its whole name. */
  | { readonly secretManager: string };

/** Who passes IAP: a binding for each entry of the users files, one Google group, or one domain. */
export type IapEntry =
  | { readonly kind: 'direct' }
  | {
      readonly kind: 'group';
      readonly group: string;
      /** Whether its members are managed from the users files. */
      readonly manage: boolean;
    }
  | { readonly kind: 'domain'; readonly domain: string };

/** How people reach the hub, and how strictly their access is managed. */
export interface Access {
  /** Host name of the hub; undefined means the trial address. */
  readonly domain: string | undefined;
  /** The host names of people are below `domain`, and a certificate of the user's covers both; undefined means that all servers are at `domain`. */
  readonly subdomains: { readonly domain: string; readonly certificate: string } | undefined;
  readonly entry: IapEntry;
  /** Name of the secret with the OAuth client of the sign-in page; undefined means the client that Google manages. */
  readonly oauthClient?: string;
  /** Whether IAP members that no users file lists are removed. */
  readonly mode: 'authoritative' | 'additive';
  /** A change that removes more people than both limits of `maxRemovals`, or leaves fewer administrators, is refused. */
  readonly guard: {
    readonly maxRemovals: { readonly percent: number; readonly atLeast: number };
    readonly requiredAdmins: number;
  };
  /** Longest life of a websocket in seconds, and the time zone in which the days of `until` end. */
  readonly session: { readonly websocket: number; readonly timezone: string };
  /** Bucket for records of access changes; undefined means no records. */
  readonly auditBucket: string | undefined;
}

/** What the hub runs on; several hubs may share it. */
export interface Platform {
  /** Name of its cluster, network and identities, and of its state. */
  readonly name: string;
  /** Path of the `jupyterhub.yaml` that owns it, as written; undefined means that this file owns it. */
  readonly from: string | undefined;
  /** Zones of servers and homes, sorted, from the file that owns the platform; undefined means any of the location. */
  readonly zones: readonly string[] | undefined;
  /** Its cluster, as the file that owns it has it. */
  readonly cluster: Cluster;
  /** A cluster that exists and that somebody else manages; undefined means that terraform makes the platform. */
  readonly existing?: { readonly name: string; readonly location: string };
  /** Undefined means a network of its own with the default ranges. */
  readonly network?: PlatformNetwork;
  /** When Google may upgrade the cluster; absent means any time, or that another file owns the platform. */
  readonly maintenance?: Maintenance;
  /** Absent means REGULAR, or that another file owns the platform. */
  readonly releaseChannel?: ReleaseChannel;
  /** Whether `destroy` is refused: for this hub, and for the platform if this file owns it. */
  readonly deletionProtection: boolean;
}

/** Limits of the hub. */
export interface Limits {
  /** Servers that run at the same time; undefined means any number. */
  readonly servers: number | undefined;
  /** Servers that start at the same time. */
  readonly concurrentSpawns: number;
  /** Named servers of a person, beside the one without a name. */
  readonly namedServers: number;
  /** Memory of all servers of a person, a Kubernetes quantity; undefined means any. */
  readonly memoryPerUser: string | undefined;
  /** GPUs of all servers together; undefined means any number. */
  readonly gpus: number | undefined;
}

/** Room for servers that is kept at some hours of the week. */
export interface WarmWindow {
  readonly profile: string;
  /** Servers that there is room for, those that run counted in. */
  readonly servers: number;
  /** Days of the week, 0 is Monday. */
  readonly days: readonly number[];
  /** Minutes of the day, in the time zone of the hub. */
  readonly from: number;
  readonly to: number;
}

/** Hours that people may use in a sliding window. */
export interface Budget {
  /** Groups of the users files that it covers; empty means everybody. */
  readonly groups: readonly string[];
  /** Profiles that it covers; empty means all. */
  readonly profiles: readonly string[];
  readonly of: 'gpu' | 'cpu' | 'memory';
  /** Hours of one GPU, core or GiB. */
  readonly hours: number;
  /** Length of the window. */
  readonly days: number;
  /** Whose account it is. */
  readonly each: 'person' | 'group';
}

/** One home to delete: that of a person who left on this day. */
export interface PurgeEntry {
  readonly email: string;
  /** Day of leaving, YYYY-MM-DD. */
  readonly left: string;
  /** Location of the entry, as `jupyterhub.yaml:14:7`. */
  readonly where: string;
}

/** The operator's own prices. */
export interface Cost {
  /** Three letters, such as EUR. */
  readonly currency: string;
  /** Day of the prices, YYYY-MM-DD. */
  readonly asOf: string;
  /** Prices per hour, or per GiB and month, by resource. */
  readonly prices: Readonly<Record<string, number>>;
}

/** `jupyterhub.yaml` checked, with defaults filled in, paths made absolute, and frozen. */
export interface HubConfig {
  readonly name: string;
  readonly project: string;
  /** Region or zone. */
  readonly location: string;
  readonly state: { readonly bucket: string };
  readonly platform: Platform;
  /** Whether a workflow applies only what was reviewed. */
  readonly approval: 'required' | 'comment' | 'none';
  readonly access: Access;
  readonly storage: {
    readonly home: DiskHome;
    /** Whether each listed person has a bucket, or a folder of one, besides the home. */
    readonly perUserBuckets: boolean;
    /** Homes of former users that are deleted permanently. */
    readonly purge: readonly PurgeEntry[];
  };
  readonly profiles: readonly Profile[];
  /** All that cover a person and a profile count. */
  readonly budgets: readonly Budget[];
  readonly warm: readonly WarmWindow[];
  /** For servers whose profile has no culling of its own. */
  readonly culling: Culling;
  /** Seconds after which idle kernels and terminals end; absent means after the longest time that a server may idle. */
  readonly idleKernels?: number;
  readonly limits: Limits;
  /** Names of secrets with which notebook images are pulled, each a Docker config in JSON. */
  readonly pullSecrets: readonly string[];
  /** Artifact Registry projects, or `project/location/repository`, that the nodes must be able to read. */
  readonly registries: readonly string[];
  /** `values` may contain `{secretRef: NAME}` objects. */
  readonly hub: { readonly chart: ChartSource; readonly values: JsonObject };
  readonly secrets: Readonly<Record<string, SecretSource>>;
  /** Prices for the cost estimate of a plan; undefined means no estimate. */
  readonly cost: Cost | undefined;
}
