import { setTimeout as sleep } from 'node:timers/promises';
import { endpointOf } from '../cloud/endpoints.js';
import { errorMessage, ToolError } from '../errors.js';

const ATTEMPTS = 3;

/**
 * Throws within seconds where Cloud Storage does not answer. Terraform's own storage client would try for ever.
 * @param state address of the state, for the message
 */
export async function checkReachable(bucket: string, state: string, env: NodeJS.ProcessEnv): Promise<void> {
  const url = new URL(`${endpointOf('storage', env)}b/${bucket}`);
  for (let attempt = 1; ; attempt += 1) {
    try {
      await fetch(url, { signal: AbortSignal.timeout(15_000) }); // without credentials: any answer will do
      return;
    } catch (cause) {
      if (attempt === ATTEMPTS) {
        const why = cause instanceof Error && cause.cause !== undefined ? cause.cause : cause;
        throw new ToolError(`${url.host} cannot be reached (${errorMessage(why)})`, {
          where: state,
          hint: 'Check the network of this machine (proxy, firewall, DNS), then run again. Nothing was changed.',
          cause,
        });
      }
    }
    await sleep(500 * attempt);
  }
}
