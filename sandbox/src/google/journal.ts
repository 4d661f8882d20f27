import { appendFileSync } from 'node:fs';

/** One call as the emulator saw it, without body and token. */
export interface JournalEntry {
  readonly at: string;
  readonly service: string;
  /** Method id, such as `compute.networks.insert`; `unknown` where no route fits. */
  readonly method: string;
  readonly http: string;
  /** Path with its query. */
  readonly path: string;
  /** Address of the caller; undefined without a valid token. */
  readonly identity: string | undefined;
  readonly status: number;
  /** True for calls that change something when they succeed. */
  readonly write: boolean;
}

/** All calls in order, kept in memory and, where a path is given, in a file with one JSON object a line. */
export class Journal {
  readonly entries: JournalEntry[] = [];
  readonly #path: string | undefined;

  constructor(path?: string) {
    this.#path = path;
  }

  /** Records a call after its answer. */
  add(entry: JournalEntry): void {
    this.entries.push(entry);
    if (this.#path !== undefined) appendFileSync(this.#path, `${JSON.stringify(entry)}\n`);
  }
}

// These methods use POST but only read.
const QUESTIONS = /\.(getIamPolicy|testIamPermissions|token|generateAccessToken|wait)$/;

/** Whether calls of a method change something. */
export function isWrite(method: string, http: string): boolean {
  return http !== 'GET' && !QUESTIONS.test(method);
}
