import type { JsonObject } from '../json.js';

export type { Json, JsonObject } from '../json.js';

/** Folder of each server in which the person's own bucket is. */
export const BUCKET_FOLDER = '/home/jovyan/bucket';

/** Kubernetes quantities as written, `guarantee` ≤ `limit`. */
export interface ResourceRange {
  readonly guarantee: string;
  readonly limit: string;
}

/** When servers are stopped, in seconds. */
export interface Culling {
  /** Without activity for this long. */
  readonly idle: number;
  /** Since their start, busy or not; undefined: never. */
  readonly maxAge: number | undefined;
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
  /** Groups of the users files whose people see and start it; none: everybody. */
  readonly groups: readonly string[];
  /** Where it differs from the hub's. */
  readonly culling: Culling | undefined;
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
  /** Expected SHA-256 (hex) of the archive; undefined means not checked. */
  readonly sha256: string | undefined;
}

/** Where a secret's value comes from; only `apply` reads it. */
export interface SecretSource {
  readonly env: string;
}

/** What IAP lets pass: a binding for each entry of the users files, one Google group, or one domain. */
export type IapEntry =
  | { readonly kind: 'direct' }
  | {
      readonly kind: 'group';
      readonly group: string;
      /** Whether its members are kept as the users files say. */
      readonly manage: boolean;
    }
  | { readonly kind: 'domain'; readonly domain: string };

/** Who may enter by which way, and how strictly the list is kept. */
export interface Access {
  /** Host name of the hub; undefined means the trial address. */
  readonly domain: string | undefined;
  readonly entry: IapEntry;
  /** Whether members of IAP that no users file lists are removed. */
  readonly mode: 'authoritative' | 'additive';
  /** A change that removes more people than both limits of `maxRemovals` is refused. */
  readonly guard: { readonly maxRemovals: { readonly percent: number; readonly atLeast: number } };
  /** Longest life of a websocket in seconds, and the time zone in which the days of `until` end. */
  readonly session: { readonly websocket: number; readonly timezone: string };
  /** Bucket for records of access changes; undefined: none are kept. */
  readonly auditBucket: string | undefined;
}

/** What the hub runs on; several hubs may share it. */
export interface Platform {
  /** Name of its cluster, network and identities, and of its state. */
  readonly name: string;
  /** The `jupyterhub.yaml` that owns it, as this one names it; undefined: this one owns it, and applies it. */
  readonly from: string | undefined;
  /** Whether `destroy` is refused: of the platform and this hub where this file owns it, else of this hub. */
  readonly deletionProtection: boolean;
}

/** One home to delete, of a person and of a day on which that person left. */
export interface PurgeEntry {
  readonly email: string;
  /** Day of leaving, YYYY-MM-DD. */
  readonly left: string;
  /** Place of the entry, as `jupyterhub.yaml:14:7`. */
  readonly where: string;
}

/** The operator's own prices. */
export interface Cost {
  /** Three letters, such as EUR. */
  readonly currency: string;
  /** Day of the prices, YYYY-MM-DD. */
  readonly asOf: string;
  /** Prices of an hour or of a GiB and month, by what they are for. */
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
    /** Homes of people who left that are deleted for good. */
    readonly purge: readonly PurgeEntry[];
  };
  readonly profiles: readonly Profile[];
  /** For servers whose profile says nothing else. */
  readonly culling: Culling;
  /** `values` may contain `{secretRef: NAME}` objects. */
  readonly hub: { readonly chart: ChartSource; readonly values: JsonObject };
  readonly secrets: Readonly<Record<string, SecretSource>>;
  /** For what a plan says of money; undefined: it says nothing. */
  readonly cost: Cost | undefined;
}
