import { afterAll, beforeAll, test } from '@jest/globals';

/** Adds a test that gets the ground; where there is none, it says so and why. `limit` in milliseconds. */
export type OnGround<T> = (name: string, body: (ground: T) => Promise<unknown>, limit?: number) => void;

/**
 * Starts something before the tests of a file, and stops it after them.
 * @param start gives the reason where it cannot be started here
 * @param limit of one test, in milliseconds
 */
export function groundForTests<T extends { stop(): unknown }>(
  start: () => Promise<T | string>,
  limit = 90_000,
): OnGround<T> {
  let ground: T | string = 'it was not started';
  beforeAll(async () => {
    ground = await start();
  }, 900_000);
  afterAll(async () => {
    if (typeof ground !== 'string') await ground.stop();
  }, 60_000);
  return (name, body, own = limit) =>
    test(
      name,
      async () => {
        if (typeof ground === 'string') return console.log(`SKIPPED ${name}: ${ground}`);
        await body(ground);
      },
      own,
    );
}
