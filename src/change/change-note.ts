/** Entry of a users file. */
export interface Listed {
  readonly file: string;
  readonly line: number;
}

/** What somebody of the platform notices of a change of a resource. */
export type ResourceEffect =
  | 'api-stays-enabled'
  | 'network-rebuilt'
  | 'connections-cut'
  | 'address-released'
  | 'address-replaced'
  | 'takes-ten-minutes'
  | 'everything-stops'
  | 'everything-stops-homes-reattached'
  | 'pool-added'
  | 'pool-removed'
  | 'pool-replaced'
  | 'pool-nodes-replaced'
  | 'pool-leaves-zone'
  | 'core-pool-moves'
  | 'no-server-stops';

/** What people notice of a change of an object or release of the hub. */
export type HubEffect =
  | 'hub-restarts'
  | 'proxy-restarts'
  | 'pods-restart'
  | 'certificate-renewed'
  /** A storage class cannot be changed in place. */
  | 'storage-class-replaced'
  /** The last apply did not finish. */
  | 'release-resumed'
  /** The objects are the same; a chart file or a hidden value differs. */
  | 'release-reinstalled'
  /** A running notebook server is stopped. */
  | 'server-stopped';

/** Why a grant of IAP is there, changes or goes. */
export type GrantReason =
  /** `until`: the end that the grant gets; null: it loses its end. */
  | (Listed & { readonly code: 'listed'; readonly until?: string | null })
  /** Somebody granted it in the console; additive mode keeps it. With an entry: that has an end, the grant has none. */
  | ({ readonly code: 'kept-additive' } & Partial<Listed & { readonly until: string }>)
  | { readonly code: 'access-entry'; readonly entry: 'group' | 'domain' }
  /** Granted to everybody, which no users file can express. */
  | { readonly code: 'public-grant' }
  | (Listed & { readonly code: 'access-ended'; readonly until: string })
  /** Listed, and `access.entry` grants a group or domain access instead. */
  | (Listed & { readonly code: 'entry-instead'; readonly entry: 'group' | 'domain' })
  | (Listed & { readonly code: 'unknown-to-iam' })
  | { readonly code: 'ended-and-unlisted' }
  | { readonly code: 'granted-in-console' }
  | { readonly code: 'no-longer-listed' }
  | { readonly code: 'not-listed' }
  /** Of a managed Google group. */
  | (Listed & { readonly code: 'not-in-group'; readonly group: string })
  | { readonly code: 'group-member-unlisted'; readonly group: string }
  | (Listed & { readonly code: 'group-member-revoked'; readonly group: string })
  | (Listed & { readonly code: 'group-member-ended'; readonly group: string; readonly until: string });

/** Why something changes, or with what effect: a code with its data. src/report/text/change-note.ts has the words. */
export type ChangeNote =
  | GrantReason
  | { readonly code: ResourceEffect }
  | { readonly code: HubEffect }
  /** Somebody deleted it in the cluster since the last apply. */
  | { readonly code: 'gone-from-cluster' }
  /** Somebody changed it in the cluster since the last apply. Fields: dotted paths. */
  | { readonly code: 'changed-in-cluster'; readonly fields: readonly string[] }
  /** As before, and no complete record says whether somebody or the cluster itself made it so. */
  | { readonly code: 'differs-in-cluster'; readonly fields: readonly string[] }
  /** Terraform only removes it from the state. */
  | { readonly code: 'forgotten' }
  | { readonly code: 'forces-replacement'; readonly attributes: readonly string[] }
  | { readonly code: 'values-not-shown'; readonly attributes: readonly string[] }
  /** Servers stop, tokens are revoked, the home is kept. */
  | { readonly code: 'servers-stop' }
  /** The same for those whom a domain or IAP admitted and nothing else does. */
  | { readonly code: 'servers-of-others-stop' }
  | { readonly code: 'still-admitted-by-domain'; readonly domain: string }
  | { readonly code: 'still-admitted-by-google-group' }
  | { readonly code: 'owner-returned' }
  /** Returned while the home was being purged. */
  | { readonly code: 'owner-returned-in-purge' }
  | { readonly code: 'owner-left' }
  /** `left`: the day on which the owner left, as in `storage.purge`. */
  | { readonly code: 'purged'; readonly left: string };
