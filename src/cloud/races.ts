import { setTimeout as sleep } from 'node:timers/promises';

/** How often a write is repeated that lost a race with another writer. */
export interface RaceOptions {
  /** Whether a failure means that somebody else wrote after our read. */
  readonly isRace: (error: unknown) => boolean;
  readonly attempts: number;
  /** Milliseconds: the pause after attempt n is n times this, more or less by half. */
  readonly step: number;
  /** Waits, in milliseconds; tests give their own. */
  readonly pause?: ((milliseconds: number) => Promise<unknown>) | undefined;
}

/** Repeats `write`, which reads, changes and writes, while it loses races. Throws the failure of the last attempt. */
export async function retryRaces<T>(write: () => Promise<T>, options: RaceOptions): Promise<T> {
  const { isRace, attempts, step, pause = sleep } = options;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await write();
    } catch (error) {
      if (!isRace(error) || attempt === attempts) throw error;
      await pause(step * attempt * (0.5 + Math.random()));
    }
  }
}
