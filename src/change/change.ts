/** Which part of the product makes a change: terraform, helm, the list of people (IAM binding and hub), or the homes of people. */
export type Engine = 'terraform' | 'helm' | 'members' | 'homes';

export type ChangeAction = 'create' | 'update' | 'delete' | 'replace';

/** One attribute as it may be shown: values are already redacted text; `undefined` means absent, `(known after apply)` is used literally. */
export interface AttributeChange {
  readonly name: string;
  readonly before?: string;
  readonly after?: string;
}

/** Rights that somebody gains by a change of people. */
export interface Gains {
  /** Set where it is more than before. */
  readonly admin?: 'admin' | 'full admin';
  /** Groups of the hub that are new to the person. */
  readonly groups?: readonly string[];
}

/** A place of `hub.values` whose code changes. */
export interface CodeChange {
  /** Dotted path, such as `hub.extraConfig.mine`. */
  readonly path: string;
  /** In the hub the code has the hub's rights; in servers, those of the person. */
  readonly runsIn: 'hub' | 'servers';
}

/** One change of one thing, in words that the plan comment, the summary and the log share. */
export interface Change {
  readonly engine: Engine;
  readonly action: ChangeAction;
  /** Terraform address, `Kind/name`, or an e-mail. */
  readonly address: string;
  /**
   * Terraform type, Kubernetes kind, of homes `home` (all of one person), `bucket` or `folder`, or of members `person`,
   * `service account`, `domain`, and `group` where the hub begins or ceases to believe IAP. Of IAP alone also `Google group`; what passes it without being listed, or
   * is listed as before: `person`, `service account`, `Google group` or `domain` with ` in IAP`; and `public`,
   * `deleted account` or `principal`.
   */
  readonly kind: string;
  readonly attributes: readonly AttributeChange[];
  /** Why or with what effect, one sentence, such as `the hub restarts (about 20 s, open notebooks stay)`. */
  readonly note?: string;
  /** Only of members, and only where rights grow. */
  readonly gains?: Gains;
  /** Code that this change brings or takes away. */
  readonly code?: readonly CodeChange[];
  /**
   * Digest over what the change does beyond its attributes: values that are not shown, or only in part. Two changes that
   * look alike and do something else differ in it. Absent where there is nothing more.
   */
  readonly unshown?: string;
  /** True when deleting or replacing it loses data or an address: the guard refuses it. Terraform changes always say so. */
  readonly holdsData?: boolean;
  /** True where the configuration asks for this very loss by name, so that the guard lets it pass. */
  readonly isAsked?: boolean;
}

/** All that a run would do, over all engines, in the order in which it is done. */
export interface ChangeSet {
  readonly hub: string;
  readonly changes: readonly Change[];
}
