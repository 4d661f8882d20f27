import { setTimeout as sleep } from 'node:timers/promises';
import { GoogleApiError, type GoogleClient } from '../cloud/rest.js';
import type { Person } from '../config/model.js';
import { ToolError } from '../errors.js';
import { mergePolicy, type Policy, type PolicyChange } from './policy.js';

/** The door of one hub: the IAP resource of its backend service. */
export interface Door {
  readonly google: GoogleClient;
  readonly hub: string;
  /** Decimal string. */
  readonly projectNumber: string;
  /** Numeric id of the backend service as a decimal string. */
  readonly backendId: string;
}

/** IAP's name of a backend service (cloud.google.com/iap/docs/reference/rest/v1/TopLevel). */
export function iapResource({ projectNumber, backendId }: Pick<Door, 'projectNumber' | 'backendId'>): string {
  return `projects/${projectNumber}/iap_web/compute/services/${backendId}`;
}

/** Reads the door's policy and says what the listed people would change in it; writes nothing. */
export async function planPolicy(door: Door, people: readonly Person[], now: Date): Promise<PolicyChange> {
  return mergePolicy(door.hub, await readPolicy(door), people, now);
}

const ATTEMPTS = 10;

/**
 * Makes the door's policy say what the users file says: read, merge, write with the etag that was read, and all over
 * again when somebody else wrote in between. Nothing is written where nothing differs.
 */
export async function syncPolicy(
  door: Door,
  people: readonly Person[],
  now: () => Date = () => new Date(),
  pause: (milliseconds: number) => Promise<unknown> = sleep,
): Promise<PolicyChange> {
  for (let attempt = 1; ; attempt += 1) {
    const change = mergePolicy(door.hub, await readPolicy(door), people, now());
    if (!change.changed) return change;
    try {
      await door.google.call<Policy>({
        service: 'iap',
        method: 'POST',
        path: `${iapResource(door)}:setIamPolicy`,
        body: { policy: change.policy },
      });
      return change;
    } catch (error) {
      const lost = error instanceof GoogleApiError && (error.status === 409 || error.status === 412);
      if (!lost) throw error;
      if (attempt === ATTEMPTS) {
        throw new ToolError(
          `The access policy was changed by somebody else ${ATTEMPTS} times while this run wrote it`,
          {
            where: iapResource(door),
            hint: 'Look who else writes it (another workflow, a script, the console), then run again. Their changes are kept, ours were not written.',
            cause: error,
          },
        );
      }
      await pause(100 * 2 ** Math.min(attempt, 6) * (0.5 + Math.random()));
    }
  }
}

async function readPolicy(door: Door): Promise<Policy> {
  return door.google.call<Policy>({
    service: 'iap',
    method: 'POST',
    path: `${iapResource(door)}:getIamPolicy`,
    body: { options: { requestedPolicyVersion: 3 } },
  });
}
