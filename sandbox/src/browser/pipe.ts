import type { Readable, Writable } from 'node:stream';

/** One message of the DevTools protocol, an answer or an event. */
interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly sessionId?: string;
  readonly params?: Json;
  readonly result?: Json;
  readonly error?: { readonly message: string };
}

/** What the protocol carries; its reader says what is in it. */
export type Json = { readonly [key: string]: unknown };

/** Milliseconds for Chromium to answer a call. */
const LIMIT = 30_000;

/** Chromium's DevTools protocol over two pipes: messages of JSON, each ended by a zero byte. */
export class Pipe {
  readonly #out: Writable;
  readonly #waiting = new Map<number, { done: (result: Json) => void; fail: (error: Error) => void }>();
  readonly #listeners = new Map<string, (method: string, params: Json) => void>();
  #next = 1;
  #rest = '';

  constructor(out: Writable, from: Readable) {
    this.#out = out;
    // A browser that ended is told by the calls that wait for it.
    out.on('error', () => this.close('the pipe to it broke'));
    from.setEncoding('utf8').on('data', (text: string) => this.#read(text));
    from.on('close', () => this.close('it ended'));
  }

  /** Calls a method and gives its result. */
  call(method: string, params: Json = {}, sessionId?: string): Promise<Json> {
    const id = this.#next;
    this.#next += 1;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => fail(new Error(`no answer after ${LIMIT / 1000} s`)), LIMIT);
      const fail = (error: Error): void => {
        clearTimeout(timer);
        this.#waiting.delete(id);
        reject(new Error(`Chromium: ${method}: ${error.message}`));
      };
      const done = (result: Json): void => {
        clearTimeout(timer);
        resolve(result);
      };
      this.#waiting.set(id, { done, fail });
      this.#out.write(`${JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) })}\0`);
    });
  }

  /** Hears all events of a session. */
  listen(sessionId: string, listener: (method: string, params: Json) => void): void {
    this.#listeners.set(sessionId, listener);
  }

  /** Fails whatever still waits. */
  close(why: string): void {
    for (const { fail } of [...this.#waiting.values()]) fail(new Error(why));
  }

  #read(text: string): void {
    const parts = (this.#rest + text).split('\0');
    this.#rest = parts.pop() ?? '';
    for (const part of parts) this.#take(JSON.parse(part) as Message);
  }

  #take({ id, method, sessionId, params, result, error }: Message): void {
    if (id === undefined) {
      if (method !== undefined && sessionId !== undefined) this.#listeners.get(sessionId)?.(method, params ?? {});
      return;
    }
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error === undefined) waiting?.done(result ?? {});
    else waiting?.fail(new Error(error.message));
  }
}
