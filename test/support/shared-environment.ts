import { afterAll, beforeAll, test } from '@jest/globals';

/** Adds a test that gets the environment. If it could not start, the test is skipped with the reason. `limit` in milliseconds. */
export type EnvironmentTest<T> = (name: string, body: (environment: T) => Promise<unknown>, limit?: number) => void;

/**
 * Starts an environment before the tests of a file, and stops it after them.
 * @param start returns the environment, or the reason why it cannot start here
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
