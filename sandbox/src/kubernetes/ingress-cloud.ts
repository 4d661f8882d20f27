/** Access of the Ingress stand-in to the emulator. */
export interface CloudAccess {
  readonly origin: string;
  readonly identities: {
    add(email: string, facts: { readonly roles: readonly string[] }): void;
    token(email: string): string;
  };
}

/** A refusal of Google's API. */
export class CloudError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = 'CloudError';
    this.status = status;
  }
}

/** A compute resource in the API's format. */
export type Resource = Readonly<Record<string, unknown>>;

type Json = Readonly<Record<string, unknown>>;

const TOKEN_AGE = 30 * 60_000;

/** The compute calls of GKE's ingress controller, in the name of the project's service agent, by REST like everybody's. */
export class IngressCloud {
  readonly #access: CloudAccess;
  readonly #project: string;
  #identity: { email: string; token: string; until: number } | undefined;
  #number: string | undefined;

  constructor(access: CloudAccess, project: string, projectNumber: string | undefined) {
    this.#access = access;
    this.#project = project;
    this.#number = projectNumber;
  }

  /** Project number, as in audiences. */
  async projectNumber(): Promise<string> {
    this.#number ??= String((await this.#call('GET', 'compute/v1', ''))?.id);
    return this.#number;
  }

  /** One resource by its path below the project, or undefined. */
  async get(path: string): Promise<Resource | undefined> {
    return this.#call('GET', 'compute/v1', `/${path}`);
  }

  /** The resources of a collection, such as `global/forwardingRules`. */
  async list(collection: string): Promise<readonly Resource[]> {
    const page = await this.#call('GET', 'compute/v1', `/${collection}`);
    return Array.isArray(page?.items) ? page.items : [];
  }

  /** Creates a resource or updates the fields that differ, and returns the result. */
  async ensure(collection: string, wanted: Json & { readonly name: string }): Promise<Resource> {
    const path = `${collection}/${wanted.name}`;
    const before = await this.get(path);
    if (before === undefined) await this.#change('POST', collection, wanted);
    else {
      const changed = Object.entries(wanted).filter(([field, value]) => !includes(before[field], value));
      if (changed.length > 0) await this.#change('PATCH', path, Object.fromEntries(changed));
      else return before;
    }
    const after = await this.get(path);
    if (after === undefined) throw new CloudError(404, `${path} is gone right after it was made`);
    return after;
  }

  /** Deletes a resource. A missing one is no error. */
  async remove(path: string): Promise<void> {
    if ((await this.get(path)) !== undefined) await this.#change('DELETE', path);
  }

  /** Links of the network and subnetwork of the project's cluster; empty where no cluster is known. */
  async clusterNetwork(): Promise<{ readonly network?: string; readonly subnetwork?: string }> {
    const found = await this.#call('GET', 'container/v1', '/locations/-/clusters');
    const [cluster] = Array.isArray(found?.clusters) ? (found.clusters as { networkConfig?: Json }[]) : [];
    const { network, subnetwork } = cluster?.networkConfig ?? {};
    return {
      ...(typeof network === 'string' ? { network } : {}),
      ...(typeof subnetwork === 'string' ? { subnetwork } : {}),
    };
  }

  async #change(method: string, path: string, body?: Json): Promise<void> {
    let operation = await this.#call(method, 'compute/v1', `/${path}`, body);
    const place = path
      .split('/')
      .slice(0, path.startsWith('global/') ? 1 : 2)
      .join('/');
    while (operation !== undefined && operation.status !== 'DONE') {
      operation = await this.#call('POST', 'compute/v1', `/${place}/operations/${String(operation.name)}/wait`);
    }
    const error = operation?.error as { errors?: { message?: string }[] } | undefined;
    if (error !== undefined) throw new CloudError(400, error.errors?.[0]?.message ?? `${method} ${path} failed`);
  }

  async #call(method: string, api: string, path: string, body?: Json): Promise<Resource | undefined> {
    const response = await fetch(`${this.#access.origin}/${api}/projects/${this.#project}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.#token()}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (response.status === 404 && method !== 'POST') return undefined;
    if (!response.ok) throw new CloudError(response.status, `${method} ${path}: ${text.slice(0, 400)}`);
    return text === '' ? {} : (JSON.parse(text) as Resource);
  }

  #token(): string {
    if (this.#identity === undefined || this.#identity.until < Date.now()) {
      const email =
        this.#identity?.email ?? `service-${this.#number ?? 'agent'}@container-engine-robot.iam.gserviceaccount.com`;
      if (this.#identity === undefined) this.#access.identities.add(email, { roles: ['roles/container.serviceAgent'] });
      this.#identity = { email, token: this.#access.identities.token(email), until: Date.now() + TOKEN_AGE };
    }
    return this.#identity.token;
  }
}

/** Whether `value` contains everything in `wanted`. The API adds its own fields. */
function includes(value: unknown, wanted: unknown): boolean {
  if (typeof wanted !== 'object' || wanted === null) return value === wanted;
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(wanted) && (!Array.isArray(value) || value.length !== wanted.length)) return false;
  return Object.entries(wanted).every(([key, one]) => includes((value as Json)[key], one));
}
