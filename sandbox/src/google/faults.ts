import { setTimeout as sleep } from 'node:timers/promises';
import { ApiError } from './api-error.js';
import type { OperationError } from './operations.js';

/** A fault of the next calls of a method. */
export interface Fault {
  /** Method id, such as `iap.setIamPolicy`; `*` at its end stands for any rest. */
  readonly method: string;
  /** How many calls it hits; one when absent. */
  readonly times?: number;
  /** HTTP status of the refusal. */
  readonly status?: number;
  /** Reason in Google's older envelope, such as `quotaExceeded`. */
  readonly reason?: string;
  /** gRPC status of the newer one, such as `ABORTED`. */
  readonly code?: string;
  readonly message?: string;
  /** Milliseconds before the answer. */
  readonly delayMs?: number;
  /** Closes the connection instead of an answer, before or after the work. */
  readonly drop?: 'before' | 'after';
  /** The call succeeds, and the operation that it starts fails so. */
  readonly operation?: OperationError;
}

/** Effect of a fault on one call. A refusal was already thrown. */
export interface Effect {
  readonly drop: 'before' | 'after' | undefined;
  readonly operationError: OperationError | undefined;
}

/** Faults that wait for their calls, in the order in which they were added. */
export class Faults {
  readonly #waiting: { fault: Fault; left: number }[] = [];

  /** Adds a fault for calls to come. */
  add(fault: Fault): void {
    this.#waiting.push({ fault, left: fault.times ?? 1 });
  }

  /** Drops the faults that are still to come. */
  clear(): void {
    this.#waiting.length = 0;
  }

  /** Faults that are still to come. */
  get waiting(): readonly Fault[] {
    return this.#waiting.filter(({ left }) => left > 0).map(({ fault, left }) => ({ ...fault, times: left }));
  }

  /** Takes the first fault for a method, waits its delay, and throws its refusal. */
  async hit(method: string): Promise<Effect> {
    const entry = this.#waiting.find(({ fault, left }) => left > 0 && matches(fault.method, method));
    if (!entry) return { drop: undefined, operationError: undefined };
    entry.left -= 1;
    const { fault } = entry;
    if (fault.delayMs) await sleep(fault.delayMs);
    if (fault.status !== undefined) {
      throw new ApiError(fault.status, fault.message ?? 'An injected fault.', {
        ...(fault.reason === undefined ? {} : { reason: fault.reason }),
        ...(fault.code === undefined ? {} : { status: fault.code }),
      });
    }
    return { drop: fault.drop, operationError: fault.operation };
  }
}

function matches(pattern: string, method: string): boolean {
  return pattern.endsWith('*') ? method.startsWith(pattern.slice(0, -1)) : pattern === method;
}
