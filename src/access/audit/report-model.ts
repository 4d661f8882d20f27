import type { RoleGrant } from '../../change/role-grants.js';
import type { LeftBucket } from '../homes/buckets.js';
import type { HomeDisk } from '../homes/disks.js';
import type { Blocked } from '../hub/blocked.js';
import type { BudgetAccount } from '../hub/budget-accounts.js';
import type { MemberList } from '../hub/member-list.js';
import type { ReconcilerStatus } from '../hub/reconciler-status.js';
import type { AccessEntry } from '../iap/desired.js';
import type { GrantPlace, LiveGrants } from '../iap/grants.js';
import type { MemberKind } from '../iap/policy.js';
import type { EntryKind } from '../users/entries.js';
import type { Principal } from '../users/load.js';
import type { EntryHistory, History } from './history.js';

/** The merged pull request that brought a commit, and who approved it. */
export interface Approval {
  readonly pull: number;
  /** Login of who proposed it; undefined where the account is gone. */
  readonly author: string | undefined;
  /** Logins whose last word in the reviews is an approval. */
  readonly approvers: readonly string[];
}

/** A grant that lets an entry pass IAP besides its own. */
export interface OtherWay {
  /** As IAM writes it. */
  readonly member: string;
  readonly place: GrantPlace;
  /** Title of the condition. */
  readonly condition?: string;
}

/** What IAP does with an entry. */
export interface IapState {
  /** `other-end`: granted until another end. `via-group`: the Google group of `access.entry` decides, and was not read. */
  readonly state: 'granted' | 'other-end' | 'missing' | 'ended' | 'via-group' | 'unknown';
  readonly also: readonly OtherWay[];
}

/**
 * What the hub does with an entry. `listed-otherwise`: with other rights or another end. `revoked`: at once, although the
 * files list it. `trusts-iap`: where Google groups are listed the hub admits whom it does not know.
 */
export interface HubState {
  readonly state: 'listed' | 'listed-otherwise' | 'not-listed' | 'revoked' | 'via-domain' | 'trusts-iap' | 'unknown';
  /** Whether the access reconciler has enforced this generation of the list; undefined where that is not known. */
  readonly enforced: boolean | undefined;
}

/** Why somebody can pass whom the users files do not explain. */
export type OtherReason = (
  | { readonly code: 'inherited'; readonly place: GrantPlace; readonly condition?: string }
  /** On IAP, under a condition that is not ours. */
  | { readonly code: 'foreign-condition'; readonly condition: string }
  /** Granted by a sync of this hub and no longer listed. */
  | { readonly code: 'sync-pending' }
  /** In the console, or by another program. */
  | { readonly code: 'granted-outside' }
  /** On the list of the hub alone. */
  | { readonly code: 'hub-list-only' }
) & {
  /** Set where the grant is for everybody. */
  readonly audience?: 'everybody' | 'google-accounts';
};

/** One entry of the users files. */
export interface ListedRow {
  readonly kind: EntryKind;
  readonly name: string;
  readonly role: 'user' | 'admin' | 'full-admin';
  readonly groups: readonly string[];
  /** Roles of hub.values that give more rights, by name. */
  readonly roles: readonly string[];
  /** First instant at which the access has ended. */
  readonly until: string | undefined;
  readonly file: string;
  readonly line: number;
  readonly history: EntryHistory;
  readonly approval: Approval | undefined;
  /** Last activity that the hub knows. */
  readonly lastSeen: string | undefined;
  readonly iap: IapState;
  readonly hub: HubState;
}

/** One grant, or one name on the hub's list, that the users files do not explain. */
export interface OtherRow {
  readonly kind: MemberKind;
  /** E-mail or domain, or the member as IAM writes it. */
  readonly name: string;
  readonly why: OtherReason;
  readonly place: GrantPlace | 'hub';
  readonly until: string | undefined;
  readonly lastSeen: string | undefined;
  readonly hub: HubState;
}

/** Rights of JupyterHub that a role or service of hub.values gives. */
export interface RoleRow extends Omit<RoleGrant, 'holders'> {
  /** `people`: who is in the group by the users files. */
  readonly holders: readonly (RoleGrant['holders'][number] & { readonly people?: readonly string[] })[];
  /** True for the role that JupyterHub gives to everybody. */
  readonly isForEverybody: boolean;
  /**
   * `changes`: in force, and another one in the file. `pending`: in the file, and not applied. `ends`: in force, and no longer in
   * the file. `unknown`: in the file; what is applied is not known.
   */
  readonly state: 'in-force' | 'changes' | 'pending' | 'ends' | 'unknown';
}

/** Disk, bucket or managed folder of somebody whom no users file lists. A member of a listed Google group may be one. */
export type HomeRow = (HomeDisk | LeftBucket) & { readonly lastSeen: string | undefined };

/** What an account of a budget has used. `who`: address of a person, or name of a group; undefined where it is not known. */
export interface BudgetRow extends Omit<BudgetAccount, 'who'> {
  readonly who: string | undefined;
}

/** Who can enter a hub, and why. */
export interface AccessReport {
  readonly hub: string;
  readonly project: string;
  readonly at: string;
  /** False where a policy or list could not be read, so that somebody may be missing here. */
  readonly complete: boolean;
  /** Generation of the hub's list, and the one that its access reconciler has enforced. */
  readonly generation: { readonly listed: number | undefined; readonly enforced: number | undefined };
  readonly listed: readonly ListedRow[];
  readonly others: readonly OtherRow[];
  readonly roles: readonly RoleRow[];
  /** What was kept when its owner left; it costs money until somebody deletes it. */
  readonly homes: readonly HomeRow[];
  /** Accounts of budgets that somebody has used, the emptiest first. */
  readonly budgets: readonly BudgetRow[];
  readonly notes: readonly string[];
}

/** What a report is made of. */
export interface ReportInput {
  readonly hub: string;
  readonly project: string;
  readonly now: Date;
  readonly principals: readonly Principal[];
  /** What stands in IAP for all of them, by the configuration. */
  readonly entry: AccessEntry;
  readonly live: LiveGrants;
  /** Who is in the group of `access.entry`, as comparable addresses; undefined where that is not known. */
  readonly inGroup?: ReadonlySet<string> | undefined;
  readonly list: MemberList | undefined;
  readonly reconciler: ReconcilerStatus | undefined;
  readonly blocked: Blocked;
  /** Rights that roles give: by the values that were deployed (undefined where they are not known), and by the file. */
  readonly roles: { readonly applied: readonly RoleGrant[] | undefined; readonly wanted: readonly RoleGrant[] };
  readonly history: History;
  readonly approvals: ReadonlyMap<string, Approval>;
  /** All homes; empty where they are not known, which a note says. */
  readonly homes: readonly HomeDisk[];
  /** Buckets and folders of people who left. */
  readonly leftBuckets: readonly LeftBucket[];
  readonly notes: readonly string[];
}
