import { setTimeout as sleep } from 'node:timers/promises';
import { ToolError } from '../../errors.js';

/** How long to wait for something, and what to say about it. Times are milliseconds. */
export interface WaitOptions {
  /** What is waited for, as in `waiting for …`. */
  readonly what: string;
  readonly limit: number;
  /** What the reader can do when the limit is over. */
  readonly hint: string;
  readonly where?: string;
  readonly interval?: number;
  readonly say: (line: string) => void;
  readonly signal: AbortSignal;
}

const SAY_EVERY = 15_000;

/** Asks `look` again and again until it gives an answer, and says every 15 s that it still waits; a limit or signal throws. */
export async function waitFor<T>(options: WaitOptions, look: () => Promise<T | undefined>): Promise<T> {
  const { what, limit, hint, where, interval = 2000, say, signal } = options;
  const start = Date.now();
  let said = start;
  for (;;) {
    signal.throwIfAborted();
    const answer = await look();
    if (answer !== undefined) return answer;
    const now = Date.now();
    if (now - start >= limit) {
      throw new ToolError(`Timed out after ${seconds(limit)} waiting for ${what}`, {
        hint,
        ...(where === undefined ? {} : { where }),
      });
    }
    if (now - said >= SAY_EVERY) {
      say(`  still waiting for ${what} (${seconds(now - start)} of at most ${seconds(limit)})`);
      said = now;
    }
    await sleep(Math.min(interval, limit), undefined, { signal }).catch(() => signal.throwIfAborted());
  }
}

function seconds(milliseconds: number): string {
  const whole = Math.round(milliseconds / 1000);
  return whole < 120 ? `${whole} s` : `${Math.round(whole / 60)} min`;
}
