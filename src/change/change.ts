import type { ChangeNote } from './change-note.js';
import type { SettingChange } from './settings.js';

/**
 * What a change is of: resources of terraform, objects of helm, access to the hub, the grants of IAP alone, the homes of
 * people, or the settings of the configuration. Access to the hub is the list that it enforces; IAP follows that list.
 */
export type Scope = 'terraform' | 'helm' | 'access' | 'iap' | 'homes' | 'settings';

export type ChangeAction = 'create' | 'update' | 'delete' | 'replace';

/** Whom or what IAM grants a role. */
export type PrincipalKind =
  | 'person'
  | 'service-account'
  | 'google-group'
  | 'domain'
  | 'public'
  | 'deleted-account'
  | 'other-principal';

/** The one thing that a change is of. */
export type Subject =
  /** E-mail, domain, or the principal as IAM writes it. */
  | { readonly kind: PrincipalKind; readonly name: string }
  /** Whether the hub admits everybody whom IAP lets pass. */
  | { readonly kind: 'iap-trust' }
  /** The configuration of the hub, as one thing. */
  | { readonly kind: 'settings' }
  /** Terraform type and address. */
  | { readonly kind: 'terraform-resource'; readonly type: string; readonly name: string }
  /** Kubernetes kind and name. API group and namespace are set where they are not the usual ones of the kind and the hub. */
  | {
      readonly kind: 'kubernetes-object';
      readonly type: string;
      readonly name: string;
      readonly group?: string;
      readonly namespace?: string;
    }
  | { readonly kind: 'helm-release'; readonly name: string }
  /** E-mail of the owner; `home` is all of one person. */
  | { readonly kind: 'home' | 'bucket' | 'folder'; readonly owner: string }
  /** Home of a former owner whose address is not known, by the key in its name. */
  | { readonly kind: 'bucket' | 'folder'; readonly ownerKey: string };

/** One attribute as it may be shown: values are already redacted text; `undefined` means absent, `(known after apply)` is used literally. */
export interface AttributeChange {
  readonly name: string;
  readonly before?: string;
  readonly after?: string;
}

/** What somebody may do. */
export interface Access {
  /** Absent where only the grant of IAP is known. */
  readonly role?: 'user' | 'admin' | 'full-admin';
  /** Groups of the hub. */
  readonly groups?: readonly string[];
  /** First instant without access, in the time zone of the users files; absent: no end. */
  readonly until?: string;
}

/** Rights that somebody gains. */
export interface Gains {
  /** Set where it is more than before. */
  readonly admin?: 'admin' | 'full-admin';
  /** Groups of the hub that are new to the person. */
  readonly groups?: readonly string[];
}

/** A place of `hub.values` whose code changes. */
export interface CodeChange {
  /** Dotted path, such as `hub.extraConfig.mine`. */
  readonly path: string;
  /** In the hub the code has the hub's rights; in servers, those of the person. `cluster`: in other pods of the release. */
  readonly runsIn: 'hub' | 'proxy' | 'servers' | 'cluster';
}

/** A place of `hub.values` that gives or takes rights. */
export interface RightChange {
  /** Dotted path, such as `hub.loadRoles.report`. */
  readonly path: string;
  /** Set where it is gone. */
  readonly isRemoved?: true;
  /** Scopes of JupyterHub and who has them, where the value says so. */
  readonly role?: {
    readonly name: string;
    readonly scopes: readonly string[];
    readonly holders: readonly { readonly what: 'users' | 'groups' | 'services'; readonly who: string }[];
  };
}

/** A chart: code that runs with the rights of apply. */
export interface ChartOrigin {
  /** The repository, or `hub.chart.path` for a chart of the user's repository. */
  readonly source: string;
  readonly version: string;
  /** SHA-256 (hex) of its archive or files. */
  readonly digest: string;
}

/** The chart of a release that is installed from another one than before. */
export interface ChartChange {
  readonly before?: ChartOrigin;
  readonly after: ChartOrigin;
  /** True if the new one is, byte for byte, the release that this program was tested with. */
  readonly isPinned: boolean;
}

/** Something of a home that is deleted. */
export type DeletedHome =
  | { readonly kind: 'disk'; readonly size?: string; readonly created?: string }
  | { readonly kind: 'bucket' | 'folder'; readonly place: string };

/** One change of one thing, as data: src/report/ puts it into words. */
export interface Change {
  readonly scope: Scope;
  readonly action: ChangeAction;
  readonly subject: Subject;
  /** Of terraform, helm and homes. */
  readonly attributes?: readonly AttributeChange[];
  /** Of access and IAP: the sides that exist. */
  readonly access?: { readonly before?: Access; readonly after?: Access };
  /** Of access, where rights grow. */
  readonly gains?: Gains;
  /** What goes with a home that is deleted. */
  readonly deletes?: readonly DeletedHome[];
  /** Why, or with what effect. */
  readonly notes?: readonly ChangeNote[];
  /** Of settings: those that differ from the last apply. */
  readonly settings?: readonly SettingChange[];
  /** Of a release whose chart is another one, or that is new and has not the pinned one. */
  readonly chart?: ChartChange;
  /** Code that this change brings or takes away. */
  readonly code?: readonly CodeChange[];
  /** Rights that values of the chart give or take. */
  readonly rights?: readonly RightChange[];
  /** Sections of the values that say where data is kept, and change. */
  readonly dataPlaces?: readonly string[];
  /**
   * Digest over hidden values: what the change does beyond its attributes, not shown or only in part. Two changes that
   * look alike and do something else differ in it. Absent where there is nothing more.
   */
  readonly hiddenDigest?: string;
  /** True when deleting or replacing it loses data or an address: the guard refuses it. Terraform changes always say so. */
  readonly holdsData?: boolean;
  /** True where an update in place stops servers that run: the guard refuses that too. */
  readonly endsSessions?: true;
  /**
   * True where the cluster differs from what was deployed, and apply only sets that back. The files do not ask for it, so
   * it is no part of what is reviewed.
   */
  readonly isDrift?: true;
  /** True where the configuration asks for this very loss by name, so that the guard lets it pass. */
  readonly isAsked?: boolean;
}

/** All that a run would do, over all scopes, in the order in which it is done. */
export interface ChangeSet {
  readonly hub: string;
  readonly changes: readonly Change[];
}

/**
 * The name of what changes, unique in its scope and kind: a terraform address, an e-mail or a domain. An object is
 * `Kind/name`, or `Kind.group/namespace/name` with what is not usual.
 */
export function addressOf({ subject }: Pick<Change, 'subject'>): string {
  switch (subject.kind) {
    case 'iap-trust':
    case 'settings':
      return subject.kind;
    case 'kubernetes-object':
      return [
        subject.group === undefined ? subject.type : `${subject.type}.${subject.group || 'core'}`,
        ...(subject.namespace === undefined ? [] : [subject.namespace]),
        subject.name,
      ].join('/');
    case 'helm-release':
      return `Release/${subject.name}`;
    case 'home':
    case 'bucket':
    case 'folder':
      return 'owner' in subject ? subject.owner : `key:${subject.ownerKey}`;
    default:
      return subject.name;
  }
}

/** True for changes of who may enter: of the hub's list, or of IAP alone. */
export function isAccess({ scope }: Pick<Change, 'scope'>): boolean {
  return scope === 'access' || scope === 'iap';
}
