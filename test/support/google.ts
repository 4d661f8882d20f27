import { type Emulator, type EmulatorOptions, startEmulator } from '../../sandbox/src/google/emulator.js';

/** The project of the tests. */
export const PROJECT = 'acme-research';
export const NUMBER = '123456789012';
export const OPERATOR = 'operator@acme.dev';

/** An answer of the emulator. */
export interface Reply {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** The parts of Google's error envelope that tests look at. */
export interface ErrorBody {
  readonly code: number;
  readonly message: string;
  readonly status?: string;
  readonly errors: readonly { readonly reason: string }[];
  readonly details?: readonly { readonly reason?: string; readonly metadata?: Record<string, string> }[];
}

/** An emulator with an owner, and a way to call it. */
export interface Rig {
  readonly emulator: Emulator;
  /** Calls a path below the main listener, as the owner where no token is given. */
  call(method: string, path: string, body?: unknown, token?: string): Promise<Reply>;
  /** Calls storage's listener. */
  store(method: string, path: string, body?: string, headers?: Record<string, string>): Promise<Response>;
  enable(...apis: string[]): Promise<void>;
  /** Waits until an operation of compute or GKE is done; returns it. */
  done(operation: Reply): Promise<Record<string, unknown>>;
}

/** Starts an emulator whose operations are done at once unless told otherwise. */
export async function rig(options: Partial<EmulatorOptions> = {}): Promise<Rig> {
  const emulator = await startEmulator({
    project: PROJECT,
    projectNumber: NUMBER,
    log: () => {},
    operationTime: () => 0,
    ...options,
  });
  emulator.identities.add(OPERATOR, { roles: ['roles/owner'] });
  const owner = emulator.identities.token(OPERATOR);
  const call: Rig['call'] = async (method, path, body, token = owner) => {
    const response = await fetch(`${emulator.origin}/${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>) };
  };
  return {
    emulator,
    call,
    store: (method, path, body, headers = {}) =>
      fetch(`${emulator.storageOrigin}/${path}`, {
        method,
        headers: { authorization: `Bearer ${owner}`, ...headers },
        ...(body === undefined ? {} : { body }),
      }),
    async enable(...apis) {
      const serviceIds = apis.map((api) => `${api}.googleapis.com`);
      const answer = await call('POST', `serviceusage/v1/projects/${PROJECT}/services:batchEnable`, { serviceIds });
      for (let { body } = answer; body.done !== true; ) {
        ({ body } = await call('GET', `serviceusage/v1/${String(body.name)}`));
        if (body.error) throw new Error(JSON.stringify(body.error));
      }
    },
    async done({ body }) {
      const path = new URL(String(body.selfLink)).pathname
        .replace(/^\/v1\//, '/container/v1/')
        .replace('/zones/', '/locations/');
      const compute = String(body.selfLink).includes('/compute/');
      for (let last = body; ; ) {
        if (last.status === 'DONE') return last;
        ({ body: last } = await call(
          'GET',
          compute ? new URL(String(body.selfLink)).pathname.slice(1) : path.slice(1),
        ));
      }
    },
  };
}

/** The error of a refusal. */
export function errorOf({ body }: Reply): ErrorBody {
  return body.error as ErrorBody;
}
