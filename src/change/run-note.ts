/** What GKE does to a cluster, by its own name, such as `UPGRADE_MASTER`. */
export interface ClusterWork {
  readonly cluster: string;
  readonly operation: string;
  /** Instant; absent where GKE does not say. */
  readonly started?: string;
}

/** Why a run has no connection to the cluster. */
export type ClusterAbsence =
  | { readonly state: 'missing'; readonly cluster: string }
  | (ClusterWork & { readonly state: 'busy' })
  | { readonly state: 'no-dns-endpoint'; readonly cluster: string }
  /** `status`: as GKE says it, such as `ERROR`. */
  | { readonly state: 'other-status'; readonly cluster: string; readonly status: string };

/** About a plan as a whole. */
export type PlanNote =
  | {
      readonly code: 'no-cluster';
      readonly absence: ClusterAbsence;
      /** The file that owns the platform. */
      readonly platformFrom?: string;
      /** Kubernetes version of a new cluster. */
      readonly version?: string;
      readonly channel?: string;
      readonly location?: string;
    }
  /** The plan identity may read nothing of the hub, as before the first apply. */
  | { readonly code: 'namespace-not-readable'; readonly namespace: string }
  /** The last apply was one of a version that did not record what the configuration said. */
  | { readonly code: 'settings-not-recorded' }
  | (ClusterWork & { readonly code: 'cluster-busy' })
  | {
      readonly code: 'cluster-version-not-offered';
      readonly version: string;
      readonly channel: string;
      readonly oldest: string;
    }
  | {
      readonly code: 'pool-version-too-old';
      readonly pool: string;
      readonly version: string;
      readonly controlPlane: string;
      readonly mostMinorVersions: number;
    }
  /** An error that the files acknowledge for the first time. */
  | {
      readonly code: 'acknowledgement-needs-review';
      readonly rule: string;
      readonly file: string;
      readonly line: number;
      readonly column: number;
    }
  | { readonly code: 'acknowledged-needlessly'; readonly address: string }
  /** Of a running hub: disks that were kept, and whose claims somebody deleted. */
  | { readonly code: 'disks-without-claim'; readonly claims: readonly string[]; readonly count: number }
  /** This identity cannot ask Compute Engine which zones have the accelerators of the profiles. */
  | {
      readonly code: 'zones-not-asked';
      readonly why: 'api-disabled' | 'permission';
      readonly permission: string;
    }
  | { readonly code: 'certificate-pending' }
  /** People's servers get hosts of their own, and the record of the last apply has no setting to compare with. */
  | { readonly code: 'subdomains-on' }
  /** `day`: as YYYY-MM-DD, UTC. */
  | {
      readonly code: 'network-not-readable';
      readonly project: string;
      readonly subnetwork: string;
      readonly isShared: boolean;
    }
  | {
      readonly code: 'network-without-google';
      readonly project: string;
      readonly region: string;
      readonly subnetwork: string;
    }
  /** The identity of the nodes needs a right on other registries, which only their owners can grant. */
  | { readonly code: 'registry-readers'; readonly registries: readonly string[]; readonly account?: string }
  | { readonly code: 'certificate-ends'; readonly certificate: string; readonly day: string }
  | {
      readonly code: 'subdomain-records';
      readonly domain: string;
      readonly address: string;
      readonly certificate: string;
      readonly day?: string;
    }
  /** `running` notebook servers ran at the time of the hub's report; `idle` of them were not used for `seconds`. */
  | {
      readonly code: 'servers-idle';
      readonly idle: number;
      readonly running: number;
      readonly seconds: number;
      readonly at: string;
    }
  /** `ref`: absent for the default branch. */
  | {
      readonly code: 'remote-users-files';
      readonly repository: string;
      readonly ref?: string;
      readonly commit: string;
    };

/** About who may enter. */
export type AccessNote =
  /** The hub's list of people was gone or could not be read; it is made anew from the users files and its copy. */
  | { readonly code: 'list-recovered' }
  | { readonly code: 'removes-own-identity'; readonly name: string }
  | { readonly code: 'removes-google-group'; readonly name: string }
  | { readonly code: 'removes-domain'; readonly name: string }
  /** Revoked at once; the entry of the users file does not count until it is removed. */
  | { readonly code: 'revoked-until-unlisted'; readonly name: string }
  | {
      readonly code: 'public-access';
      readonly member: string;
      readonly audience: 'everybody' | 'google-accounts';
      readonly outcome: 'removed' | 'kept-additive' | 'kept-foreign';
      /** Set where it is not the role that lets people pass IAP. */
      readonly role?: string;
      readonly condition?: string;
    }
  | { readonly code: 'deleted-account'; readonly member: string }
  | { readonly code: 'unknown-to-iam'; readonly members: readonly string[] }
  | { readonly code: 'foreign-grants-kept'; readonly members: readonly string[] }
  | { readonly code: 'group-api-disabled'; readonly group: string }
  | { readonly code: 'group-unreadable'; readonly group: string; readonly error: string }
  | { readonly code: 'group-administrators'; readonly group: string; readonly members: readonly string[] }
  | {
      readonly code: 'group-not-synced';
      readonly group: string;
      readonly where?: string;
      readonly error: string;
      readonly hint: string;
    }
  | { readonly code: 'group-incomplete'; readonly group: string; readonly failed: number; readonly forbidden: boolean }
  | {
      readonly code: 'group-member-failed';
      readonly group: string;
      readonly member: string;
      readonly action: 'add' | 'remove';
      readonly error: string;
    }
  | { readonly code: 'more-group-members-failed'; readonly count: number }
  | { readonly code: 'group-record-not-written'; readonly error: string }
  /** The access reconciler has ended what somebody who left had running. */
  | {
      readonly code: 'access-revoked';
      readonly name: string;
      readonly stoppedServers: number;
      readonly deletedTokens: number;
    }
  | { readonly code: 'revocation-incomplete'; readonly name: string; readonly error: string }
  | {
      readonly code: 'audit-record-missing';
      readonly bucket: string;
      readonly generation: number;
      readonly time: string;
      readonly error: string;
    };

/** Whose home it is: the e-mail, or the key in its name where that is not known. */
export type HomeOwner = { readonly owner: string } | { readonly ownerKey: string };

/** About the homes of people. */
export type HomesNote =
  | { readonly code: 'buckets-planned'; readonly seconds: number }
  | { readonly code: 'homes-labelled'; readonly count: number }
  | { readonly code: 'homes-not-labelled' }
  /** Homes that stay as they are although the configuration changes what new ones are: their size, or the type of their disk. */
  | { readonly code: 'homes-kept'; readonly count: number; readonly size?: string; readonly diskType?: string }
  | { readonly code: 'buckets-after-apply' }
  | { readonly code: 'buckets-failed'; readonly identity?: string; readonly error: string; readonly hint?: string }
  | { readonly code: 'buckets-ready'; readonly count: number; readonly planned: number }
  | ({ readonly code: 'bucket-closed'; readonly day: string } & HomeOwner)
  | ({ readonly code: 'bucket-lost' } & HomeOwner)
  | ({ readonly code: 'bucket-failed'; readonly error: string } & HomeOwner)
  | { readonly code: 'buckets-not-done'; readonly count: number }
  /** `day`: on which the owner left; absent where that is not known yet. */
  | {
      readonly code: 'home-not-purged';
      readonly owner: string;
      readonly day?: string;
      readonly purgeDay: string;
      readonly where: string;
    }
  /** Claims that bear the owner's name, and are named after somebody else. */
  | { readonly code: 'claim-of-another'; readonly owner: string; readonly count: number; readonly where: string }
  | { readonly code: 'purge-entry-unused'; readonly owner: string; readonly where: string }
  | { readonly code: 'disk-purged'; readonly owner: string; readonly left: string }
  /** `complete`: false while Google deletes the files, which takes about a day. */
  | { readonly code: 'bucket-purged'; readonly owner: string; readonly place: string; readonly complete: boolean }
  | { readonly code: 'purges-stopped'; readonly count: number }
  | { readonly code: 'purge-incomplete'; readonly error: string };

/** What a reader has to know besides the changes: a code with its data. src/report/text/ has the words. */
export type RunNote = PlanNote | AccessNote | HomesNote;
