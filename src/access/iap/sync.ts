import { setTimeout as sleep } from 'node:timers/promises';
import { UnreachableError } from '../../cloud/http.js';
import { GoogleApiError, type GoogleClient } from '../../cloud/rest.js';
import { number } from '../../config/text.js';
import { errorMessage, ToolError } from '../../errors.js';
import { type DesiredAccess, desiredGrants } from './desired.js';
import { mergePolicy, type PolicyChange } from './merge.js';
import { memberKey, type Policy } from './policy.js';
import { unknownMembers } from './unknown-members.js';

/** IAP of one hub: the IAP resource of its backend service. */
export interface IapTarget {
  readonly google: GoogleClient;
  readonly hub: string;
  /** Decimal string. */
  readonly projectNumber: string;
  /** Numeric id of the backend service as a decimal string. */
  readonly backendId: string;
}

/** What a sync needs of the world around it; tests give their own. Times are milliseconds. */
export interface SyncTiming {
  readonly now?: () => Date;
  readonly pause?: (milliseconds: number) => Promise<unknown>;
  /** From 0 up to 1. */
  readonly random?: () => number;
  /** How many writes may lose against others. */
  readonly attempts?: number;
  /** After this long no new attempt is made. */
  readonly limit?: number;
}

/**
 * What a sync did. Where a write was sent and its answer was lost, the next read decides: `changed` then tells of that
 * write, also in the rare case that another run of the same list was faster.
 */
export interface SyncResult extends PolicyChange {
  /** Members that IAM does not take, as they were written: everybody else went through. */
  readonly unknown: readonly string[];
  /** Calls that read or wrote the policy, repeats by the client not counted. */
  readonly reads: number;
  readonly writes: number;
}

/** IAP's name of a backend service (cloud.google.com/iap/docs/reference/rest/v1/TopLevel). */
export function iapResource({ projectNumber, backendId }: Pick<IapTarget, 'projectNumber' | 'backendId'>): string {
  return `projects/${projectNumber}/iap_web/compute/services/${backendId}`;
}

/** Reads IAP's policy and says what the listed people would change in it; writes nothing. */
export async function planPolicy(iap: IapTarget, wanted: DesiredAccess, now: Date): Promise<PolicyChange> {
  return mergePolicy(wanted, await readPolicy(iap), now);
}

const ATTEMPTS = 20;
const LIMIT = 3 * 60_000;
const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 5000;
// IAM names one in each refusal and takes 600 writes a minute from a whole project.
const MOST_UNKNOWN = 50;

/**
 * Makes IAP's policy say what is wanted: read, merge, write with the etag that was read, and all over again when
 * somebody else wrote in between. Nothing is written where nothing differs, or where the merge is refused.
 */
export async function syncPolicy(iap: IapTarget, wanted: DesiredAccess, timing: SyncTiming = {}): Promise<SyncResult> {
  const { now = () => new Date(), pause = sleep, random = Math.random, attempts = ATTEMPTS, limit = LIMIT } = timing;
  const start = now().getTime();
  const run: Run = { iap, wanted, now, unknown: new Map(), reads: 0, writes: 0 };
  let tried: PolicyChange | undefined;
  for (let attempt = 1; ; attempt += 1) {
    const live = await read(run);
    const { change, lost } = await writeOnce(run, live);
    if (lost === undefined) {
      return { ...(change.changed ? change : (tried ?? change)), ...countsOf(run) };
    }
    tried = change;
    // Full jitter: writers that collided must not meet again.
    const wait = random() * Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** attempt);
    const spent = now().getTime() - start;
    if (attempt >= attempts || spent + wait > limit) throw givenUp(iap, attempt, spent, lost);
    await pause(wait);
  }
}

interface Run {
  readonly iap: IapTarget;
  readonly wanted: DesiredAccess;
  readonly now: () => Date;
  /** Comparable member → as it was written. */
  readonly unknown: Map<string, string>;
  reads: number;
  writes: number;
}

function countsOf({ unknown, reads, writes }: Run): Pick<SyncResult, 'unknown' | 'reads' | 'writes'> {
  return { unknown: [...unknown.values()], reads, writes };
}

async function read(run: Run): Promise<Policy> {
  const live = await readPolicy(run.iap);
  run.reads += 1;
  if (live.etag === undefined || live.etag === '') {
    throw new ToolError('The access policy came without an etag, so that writing it could undo what others did', {
      where: iapResource(run.iap),
      hint: 'Nothing was written. Google always sends one: look for a proxy in between that changes answers.',
    });
  }
  return live;
}

/** Writes one merge; members that IAM does not know are taken out until it takes the rest. The same etag serves all of these. */
async function writeOnce(run: Run, live: Policy): Promise<{ change: PolicyChange; lost?: GoogleApiError }> {
  for (;;) {
    const change = mergePolicy(run.wanted, live, run.now(), new Set(run.unknown.keys()));
    if (!change.changed) return { change };
    if (change.refusal !== undefined) throw change.refusal;
    if (run.unknown.size > 0 && change.members.every(({ action }) => action === 'remove')) throw nobodyLeft(run);
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
      takeOut(run, error);
    }
  }
}

/** Notes whom IAM refused; throws an explained error where it did not say, or where the write failed for another reason. */
function takeOut(run: Run, error: unknown): void {
  const granted = [...desiredGrants(run.wanted, run.now())].filter(([key]) => !run.unknown.has(key));
  const names = unknownMembers(
    error,
    granted.map(([, { member }]) => member),
  );
  for (const member of names) run.unknown.set(memberKey(member), member);
  const where = iapResource(run.iap);
  if (run.unknown.size > MOST_UNKNOWN) throw tooManyUnknown(run);
  if (names.length > 0) return;
  if (error instanceof GoogleApiError && error.status === 400) {
    throw new ToolError(
      `IAM refuses the access policy and names nobody whom this run lets in (${errorMessage(error)})`,
      {
        where,
        hint: 'Nothing was written. Often one listed account does not exist, or a group is listed as a person: check who was added last, also in the console. An organisation policy on allowed domains says no without a name, too.',
        cause: error,
      },
    );
  }
  const isLost = error instanceof GoogleApiError ? error.status >= 500 : error instanceof UnreachableError;
  if (!isLost) throw error;
  throw new ToolError(
    `The access policy could not be written, or was and the answer was lost (${errorMessage(error)})`,
    {
      where,
      hint: 'Run again: it reads what is there and writes only what is missing. Nothing of others can be lost by that.',
      cause: error,
    },
  );
}

function nobodyLeft({ iap, unknown }: Run): ToolError {
  const [first = ''] = unknown.values();
  return new ToolError(`IAM knows none of the ${number(unknown.size)} members to be let in (${first}, …)`, {
    where: iapResource(iap),
    hint: 'Nothing was written, since nobody would be left. Check the domain in the addresses of the users files.',
  });
}

function tooManyUnknown({ iap, unknown }: Run): ToolError {
  const some = [...unknown.values()].slice(0, 5).join(', ');
  return new ToolError(`IAM does not know more than ${MOST_UNKNOWN} of the members to be let in (${some}, …)`, {
    where: iapResource(iap),
    hint: 'Nothing was written. Check the addresses of the users files, most of all their domain.',
  });
}

function givenUp(iap: IapTarget, attempt: number, spent: number, cause: GoogleApiError): ToolError {
  const times = `${attempt} ${attempt === 1 ? 'time' : 'times'} in ${Math.round(spent / 1000)} s`;
  return new ToolError(`The access policy was changed by somebody else ${times} while this run wrote it`, {
    where: iapResource(iap),
    hint: 'Look who else writes it (another workflow, a script, the console), then run again. Their changes are kept, ours were not written.',
    cause,
  });
}

/** Reads the policy of IAP itself, conditions included. */
export async function readPolicy(iap: IapTarget): Promise<Policy> {
  return iap.google.call<Policy>({
    service: 'iap',
    method: 'POST',
    effect: 'none',
    path: `${iapResource(iap)}:getIamPolicy`,
    body: { options: { requestedPolicyVersion: 3 } },
  });
}
