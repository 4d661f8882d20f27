import { ApiError } from './api-error.js';

/** State of an operation. */
export type OperationStatus = 'PENDING' | 'RUNNING' | 'DONE';

/** Failure of an operation: Google's code, such as `QUOTA_EXCEEDED`, and a sentence. */
export interface OperationError {
  readonly code: string;
  readonly message: string;
  readonly httpCode?: number;
}

/** One long-running operation. */
export interface Operation {
  readonly name: string;
  /** Which API it belongs to. */
  readonly api: string;
  /** Its target, for "another operation is in progress". */
  readonly target: string;
  readonly started: Date;
  ended: Date | undefined;
  status: OperationStatus;
  error: OperationError | undefined;
  /** Data for the API's own format of an operation. */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly done: Promise<void>;
}

/** How to start one. */
export interface OperationStart {
  readonly name: string;
  readonly api: string;
  readonly target: string;
  readonly facts: Readonly<Record<string, unknown>>;
  /** Takes effect when the operation succeeds. A thrown error becomes the operation's error. */
  readonly work?: () => unknown;
  /** Undoes the start if the operation fails. */
  readonly undo?: () => void;
  readonly error?: OperationError | undefined;
}

/** Runs operations: PENDING, RUNNING after a third of their time, then DONE. */
export class Operations {
  readonly #operations = new Map<string, Operation>();
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #milliseconds: (api: string) => number;
  readonly #now: () => Date;

  /** `milliseconds` is how long an operation of an API takes; zero answers DONE at once. */
  constructor(milliseconds: (api: string) => number, now: () => Date) {
    this.#milliseconds = milliseconds;
    this.#now = now;
  }

  /** Starts an operation. With no time to take it is DONE when this returns, unless its work waits for something. */
  async start(options: OperationStart): Promise<Operation> {
    const time = this.#milliseconds(options.api);
    let finish = (): void => {};
    const operation: Operation = {
      name: options.name,
      api: options.api,
      target: options.target,
      facts: options.facts,
      started: this.#now(),
      ended: undefined,
      status: 'PENDING',
      error: undefined,
      done: new Promise((resolve) => {
        finish = resolve;
      }),
    };
    this.#operations.set(operation.name, operation);
    const end = async (): Promise<void> => {
      try {
        if (options.error) throw options.error;
        await options.work?.();
      } catch (error) {
        operation.error = toError(error);
        options.undo?.();
      }
      operation.ended = this.#now();
      operation.status = 'DONE';
      finish();
    };
    if (time <= 0) await end();
    else {
      this.#after(time / 3, () => {
        operation.status = 'RUNNING';
      });
      this.#after(time, () => void end());
    }
    return operation;
  }

  get(api: string, name: string): Operation | undefined {
    const found = this.#operations.get(name);
    return found?.api === api ? found : undefined;
  }

  list(api: string): Operation[] {
    return [...this.#operations.values()].filter((operation) => operation.api === api);
  }

  /** The operation that still works on a target. */
  running(target: string): Operation | undefined {
    return [...this.#operations.values()].find((one) => one.target === target && one.status !== 'DONE');
  }

  /** Drops pending operations. */
  stop(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }

  #after(milliseconds: number, work: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      work();
    }, milliseconds);
    this.#timers.add(timer);
  }
}

function toError(error: unknown): OperationError {
  if (error instanceof ApiError) return { code: error.reason, message: error.message, httpCode: error.code };
  if (typeof error === 'object' && error !== null && 'code' in error && 'message' in error)
    return error as OperationError;
  return { code: 'INTERNAL_ERROR', message: String(error), httpCode: 500 };
}
