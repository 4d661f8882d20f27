import { ToolError } from '../errors.js';

/** Who holds the state lock, as terraform prints it. */
export interface LockInfo {
  readonly id: string;
  readonly path: string;
  readonly who: string;
  readonly created: string;
  readonly operation: string;
}

/** The state is locked by another run. */
export class LockedError extends ToolError {
  readonly lock: LockInfo;

  constructor(lock: LockInfo) {
    super(
      `The terraform state is locked by ${lock.who} since ${lock.created} (${lock.operation || 'unknown operation'}, lock ${lock.id})`,
      {
        where: lock.path,
        hint: `Wait until that run has ended. If it was killed, run again with --break-lock ${lock.id} (in a workflow: "Run workflow" with this ID as break_lock). Nothing was changed.`,
      },
    );
    this.lock = lock;
  }
}

/** Terraform did its work, but could not remove its own lock. */
export class UnlockError extends ToolError {
  readonly lock: LockInfo;

  constructor(lock: LockInfo, why: string) {
    super(`Terraform did its work, but could not remove its own lock of the state afterwards${why && `: ${why}`}`, {
      where: lock.path,
      hint: `No other run holds it. Run again with --break-lock ${lock.id || 'and the ID that the next run names'} (in a workflow: "Run workflow" with this ID as break_lock).`,
    });
    this.lock = lock;
  }
}

/** Resources to be created already exist. */
export class ExistsError extends ToolError {
  /** Terraform addresses of all of them. */
  readonly addresses: readonly string[];

  constructor(thing: string, where: string, addresses: readonly string[]) {
    super(`${thing} already exists, but it is not in the terraform state`, {
      where,
      hint: 'Choose another name for the hub, or delete the existing resource if nothing needs it; then run apply again.',
    });
    this.addresses = addresses;
  }
}
