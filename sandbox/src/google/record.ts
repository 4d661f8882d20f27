import { appendFileSync } from 'node:fs';
import { ApiError } from './api-error.js';

/** One request as the emulator saw it. */
export interface GoogleCall {
  /** ISO time. */
  readonly at: string;
  /** Name of the API, such as `compute`. */
  readonly service: string;
  /** Method id, such as `compute.networks.insert`, or `unknown`. */
  readonly method: string;
  readonly http: string;
  /** Path with query, as sent. */
  readonly path: string;
  /** E-mail of the caller; undefined for nobody and for federated principals. */
  readonly identity: string | undefined;
  readonly status: number;
  /** True for calls that change something if they succeed. */
  readonly write: boolean;
}

/** What the next calls of a method meet. */
export interface GoogleFault {
  /** Method id; `*` stands for any letters, so `compute.*` is the whole API. */
  readonly method: string;
  /** How many calls; one by default. */
  readonly times?: number;
  /** HTTP status of a refusal in place of the true answer. */
  readonly status?: number;
  /** Google's reason, such as `rateLimitExceeded`. */
  readonly reason?: string;
  readonly message?: string;
  /** Milliseconds before the answer. */
  readonly delayMs?: number;
  /** The work is done, and the connection is closed without an answer. */
  readonly drop?: boolean;
  /** The call is accepted, and its operation ends with this error. */
  readonly operationError?: { readonly code: string; readonly message: string };
}

/** Calls of all that was asked, and what was wrong with it. */
export class Record {
  readonly journal: GoogleCall[] = [];
  readonly violations: string[] = [];
  readonly #path: string | undefined;
  readonly #faults: (GoogleFault & { left: number; readonly pattern: RegExp })[] = [];

  /** `path` is a file that gets one JSON line for each call. */
  constructor(path: string | undefined) {
    this.#path = path;
  }

  add(call: GoogleCall): void {
    this.journal.push(call);
    if (this.#path !== undefined) appendFileSync(this.#path, `${JSON.stringify(call)}\n`, { mode: 0o600 });
  }

  addFault(fault: GoogleFault): void {
    const source = fault.method.replace(/[.\\+?^$()[\]{}|]/g, '\\$&').replace(/\*/g, '.*');
    this.#faults.push({ ...fault, left: fault.times ?? 1, pattern: new RegExp(`^${source}$`) });
  }

  /** The fault that this call meets; counts it. */
  takeFault(method: string): GoogleFault | undefined {
    const found = this.#faults.find(({ left, pattern }) => left > 0 && pattern.test(method));
    if (found) found.left -= 1;
    return found;
  }

  /** Faults that are still to come. */
  faults(): readonly unknown[] {
    return this.#faults.filter(({ left }) => left > 0).map(({ pattern: _pattern, ...fault }) => fault);
  }
}

/** The refusal that a fault asks for; undefined where it asks for none. */
export function refusalOf({ status, reason, message }: GoogleFault): ApiError | undefined {
  if (status === undefined) return undefined;
  return new ApiError(
    status,
    message ?? 'The service is currently unavailable.',
    reason === undefined ? {} : { reason },
  );
}

const READING = /\.(getIamPolicy|testIamPermissions|wait|token|generateAccessToken)$/;

/** Whether a call of a method changes something. */
export function isWrite(http: string, method: string): boolean {
  return http !== 'GET' && http !== 'HEAD' && !READING.test(method);
}
