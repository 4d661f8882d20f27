import { setTimeout as sleep } from 'node:timers/promises';
import { UnreachableError } from '../../cloud/http.js';
import { GoogleApiError, type GoogleClient } from '../../cloud/rest.js';
import { formatNumber, plural } from '../../config/text.js';
import { errorMessage, ToolError } from '../../errors.js';
import { type DesiredAccess, desiredGrants } from './desired.js';
import { mergePolicy, type PolicyChange } from './merge.js';
import { memberKey, type Policy } from './policy.js';
import { unknownMembers } from './unknown-members.js';

/** The IAP resource of a hub's backend service. */
export interface IapTarget {
  readonly google: GoogleClient;
  readonly hub: string;
  /** Decimal string. */
  readonly projectNumber: string;
  /** Numeric id of the backend service as a decimal string. */
  readonly backendId: string;
}

/** Options of a sync. Clock and limits are for tests. Times are in milliseconds. */
export interface SyncOptions {
  /**
   * Called between each read of the policy and its write; an error ends the sync with nothing written. A writer that
   * changes the policy after this check makes our write a conflict, so that the check cannot be passed by.
   */
  readonly beforeWrite?: () => Promise<void>;
  readonly now?: () => Date;
  readonly pause?: (milliseconds: number) => Promise<unknown>;
  /** From 0 up to 1. */
  readonly random?: () => number;
  /** Most attempts after conflicts. */
  readonly attempts?: number;
  /** No new attempt is made after this time. */
  readonly limit?: number;
}

/**
 * Result of a sync. If the answer to a write was lost, the next read decides. `changed` then also covers that write, even
 * if another run of the same list made the change.
 */
export interface SyncResult extends PolicyChange {
  /** Members that IAM refuses, as they were written. All others were written. */
  readonly unknown: readonly string[];
  /** Calls that read or wrote the policy, without the client's own retries. */
  readonly reads: number;
  readonly writes: number;
}

/** IAP's name of a backend service (cloud.google.com/iap/docs/reference/rest/v1/TopLevel). */
export function iapResource({ projectNumber, backendId }: Pick<IapTarget, 'projectNumber' | 'backendId'>): string {
  return `projects/${projectNumber}/iap_web/compute/services/${backendId}`;
}

/** Reads the IAP policy and computes the change to the desired access. Writes nothing. */
export async function planPolicy(iap: IapTarget, desired: DesiredAccess, now: Date): Promise<PolicyChange> {
  return mergePolicy(desired, await readPolicy(iap), now);
}

const ATTEMPTS = 20;
const LIMIT = 3 * 60_000;
const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 5000;
// IAM names one member per refusal, and allows a whole project 600 writes a minute.
const MOST_UNKNOWN = 50;

/**
 * Writes the desired access into the IAP policy: reads, merges, and writes with the etag that was read. After a conflict
 * it starts again. Writes nothing if nothing differs or the merge is refused.
 */
export async function syncPolicy(
  iap: IapTarget,
  desired: DesiredAccess,
  options: SyncOptions = {},
): Promise<SyncResult> {
  const { now = () => new Date(), pause = sleep, random = Math.random, attempts = ATTEMPTS, limit = LIMIT } = options;
  const { beforeWrite = async () => {} } = options;
  const start = now().getTime();
  const run: SyncRun = { iap, desired, now, beforeWrite, unknown: new Map(), reads: 0, writes: 0 };
  let tried: PolicyChange | undefined;
  for (let attempt = 1; ; attempt += 1) {
    const live = await readLivePolicy(run);
    const { change, lost } = await writeMerged(run, live);
    if (lost === undefined) {
      return { ...(change.changed ? change : (tried ?? change)), ...countsOf(run) };
    }
    tried = change;
    // Full jitter, so writers that collided do not collide again.
    const wait = random() * Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** attempt);
    const spent = now().getTime() - start;
    if (attempt >= attempts || spent + wait > limit) throw conflictError(iap, attempt, spent, lost);
    await pause(wait);
  }
}

interface SyncRun {
  readonly iap: IapTarget;
  readonly desired: DesiredAccess;
  readonly now: () => Date;
  readonly beforeWrite: () => Promise<void>;
  /** Comparable member → as it was written. */
  readonly unknown: Map<string, string>;
  reads: number;
  writes: number;
}

function countsOf({ unknown, reads, writes }: SyncRun): Pick<SyncResult, 'unknown' | 'reads' | 'writes'> {
  return { unknown: [...unknown.values()], reads, writes };
}

async function readLivePolicy(run: SyncRun): Promise<Policy> {
  const live = await readPolicy(run.iap);
  run.reads += 1;
  if (live.etag === undefined || live.etag === '') {
    throw new ToolError('The IAP policy has no etag, so a write could undo the changes of others', {
      where: iapResource(run.iap),
      hint: 'Nothing was written. Google always sends an etag. Look for a proxy that changes responses.',
    });
  }
  return live;
}

/** Writes one merge. Members that IAM refuses are left out until it accepts the rest; the etag stays valid for that. */
async function writeMerged(run: SyncRun, live: Policy): Promise<{ change: PolicyChange; lost?: GoogleApiError }> {
  for (;;) {
    const change = mergePolicy(run.desired, live, run.now(), new Set(run.unknown.keys()));
    if (!change.changed) return { change };
    if (change.refusal !== undefined) throw change.refusal;
    if (run.unknown.size > 0 && change.members.every(({ action }) => action === 'remove'))
      throw noKnownMemberError(run);
    await run.beforeWrite();
    try {
      run.writes += 1;
      await run.iap.google.call<Policy>({
        service: 'iap',
        method: 'POST',
        // The etag makes a second one a conflict, which reads the policy anew.
        effect: 'same',
        path: `${iapResource(run.iap)}:setIamPolicy`,
        body: { policy: change.policy },
      });
      return { change };
    } catch (error) {
      if (error instanceof GoogleApiError && (error.status === 409 || error.status === 412))
        return { change, lost: error };
      noteUnknownMembers(run, error);
    }
  }
}

/** Notes the members that IAM refused. Throws an explained error if IAM named none, or if the write failed otherwise. */
function noteUnknownMembers(run: SyncRun, error: unknown): void {
  const granted = [...desiredGrants(run.desired, run.now())].filter(([key]) => !run.unknown.has(key));
  const names = unknownMembers(
    error,
    granted.map(([, { member }]) => member),
  );
  for (const member of names) run.unknown.set(memberKey(member), member);
  const where = iapResource(run.iap);
  if (run.unknown.size > MOST_UNKNOWN) throw tooManyUnknownError(run);
  if (names.length > 0) return;
  if (error instanceof GoogleApiError && error.status === 400) {
    throw new ToolError(
      `IAM refuses the IAP policy and names no member that this run grants access (${errorMessage(error)})`,
      {
        where,
        hint: 'Nothing was written. Check the newest entries, also in the console: often an account does not exist, or a group is listed as a person. An organisation policy on allowed domains also refuses without a name.',
        cause: error,
      },
    );
  }
  const isLost = error instanceof GoogleApiError ? error.status >= 500 : error instanceof UnreachableError;
  if (!isLost) throw error;
  throw new ToolError(`The IAP policy was not written, or it was and the answer was lost (${errorMessage(error)})`, {
    where,
    hint: 'Run again: it reads the policy and writes only what is missing. Grants of others are not affected.',
    cause: error,
  });
}

function noKnownMemberError({ iap, unknown }: SyncRun): ToolError {
  const [first = ''] = unknown.values();
  return new ToolError(`IAM knows none of the ${formatNumber(unknown.size)} listed members (${first}, …)`, {
    where: iapResource(iap),
    hint: 'Nothing was written, since nobody would have access. Check the domain of the addresses in the users files.',
  });
}

function tooManyUnknownError({ iap, unknown }: SyncRun): ToolError {
  const shown = [...unknown.values()].slice(0, 5).join(', ');
  return new ToolError(`IAM does not know more than ${MOST_UNKNOWN} of the listed members (${shown}, …)`, {
    where: iapResource(iap),
    hint: 'Nothing was written. Check the addresses in the users files, above all their domain.',
  });
}

function conflictError(iap: IapTarget, attempt: number, spent: number, cause: GoogleApiError): ToolError {
  const times = `${plural(attempt, 'time')} in ${Math.round(spent / 1000)} s`;
  return new ToolError(`Somebody else changed the IAP policy ${times} while this run wrote it`, {
    where: iapResource(iap),
    hint: 'Find the other writer (another workflow, a script, the console), then run again. Its changes are kept; ours were not written.',
    cause,
  });
}

/** Reads the IAP policy, conditions included. */
export async function readPolicy(iap: IapTarget): Promise<Policy> {
  return iap.google.call<Policy>({
    service: 'iap',
    method: 'POST',
    effect: 'none',
    path: `${iapResource(iap)}:getIamPolicy`,
    body: { options: { requestedPolicyVersion: 3 } },
  });
}
