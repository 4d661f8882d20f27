import { afterAll, beforeAll, test } from '@jest/globals';

/** Adds a test that gets the environment; where there is none, it says so and why. `limit` in milliseconds. */
export type EnvironmentTest<T> = (name: string, body: (environment: T) => Promise<unknown>, limit?: number) => void;

/**
 * Starts something before the tests of a file, and stops it after them.
 * @param start gives the reason where it cannot be started here
 * @param limit of one test, in milliseconds
 */
export function sharedEnvironment<T extends { stop(): unknown }>(
  start: () => Promise<T | string>,
  limit = 90_000,
): EnvironmentTest<T> {
  let environment: T | string = 'it was not started';
  beforeAll(async () => {
    environment = await start();
  }, 900_000);
  afterAll(async () => {
    if (typeof environment !== 'string') await environment.stop();
  }, 60_000);
  return (name, body, own = limit) =>
    test(
      name,
      async () => {
        if (typeof environment === 'string') return console.log(`SKIPPED ${name}: ${environment}`);
        await body(environment);
      },
      own,
    );
}
