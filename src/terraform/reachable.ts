import { endpointOf } from '../cloud/endpoints.js';
import { type HttpCall, placeOf, request, UnreachableError } from '../cloud/http.js';
import { ToolError } from '../errors.js';

/** Where a state lies, and who reads it. */
export interface StateStorage {
  readonly bucket: string;
  readonly prefix: string;
  /** Has the token of terraform, and the address of the storage API. */
  readonly env: NodeJS.ProcessEnv;
  readonly signal?: AbortSignal | undefined;
}

const HINT = 'Check the network of this machine (proxy, firewall, DNS), then run again.';

/**
 * Asks Cloud Storage what terraform asks first, because terraform's own client repeats a call that fails for ever. Undefined
 * where it gets an answer, even a refusal: terraform reports that. Otherwise why there is none.
 */
export async function storageFault(storage: StateStorage, retries?: number): Promise<ToolError | undefined> {
  const { bucket, prefix, env, signal } = storage;
  const base = `${endpointOf('storage', env)}b/${bucket}/o`;
  const token = async (): Promise<string> => env.GOOGLE_OAUTH_ACCESS_TOKEN ?? '';
  const urls = [
    `${base}?maxResults=1&prefix=${encodeURIComponent(`${prefix}/`)}`,
    `${base}/${encodeURIComponent(`${prefix}/default.tfstate`)}`,
  ];
  for (const url of urls.map((text) => new URL(text))) {
    const call: HttpCall = { method: 'GET', url, retries };
    try {
      const options = { token, peer: url.host, hint: HINT, ...(signal === undefined ? {} : { signal }) };
      const { status } = await request(call, options);
      if (status === 429 || status >= 500) return refusing(call, status);
    } catch (error) {
      if (error instanceof UnreachableError) return error;
      throw error;
    }
  }
  return undefined;
}

function refusing(call: HttpCall, status: number): ToolError {
  return new ToolError(`Cloud Storage, which has the terraform state, answers HTTP ${status} again and again`, {
    where: placeOf(call),
    hint: 'Nothing was changed. Wait some minutes, look at status.cloud.google.com, then run again.',
  });
}

/** Throws within seconds where Cloud Storage does not answer. */
export async function checkReachable(storage: StateStorage): Promise<void> {
  const fault = await storageFault(storage, 2);
  if (fault !== undefined) throw fault;
}
