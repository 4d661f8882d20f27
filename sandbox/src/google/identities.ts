import { randomBytes } from 'node:crypto';
import { ApiError } from './api-error.js';
import { etag, numericId } from './ids.js';
import { type Condition, type Identity, isServiceAccount, type Policies } from './policies.js';

/** A service account as the IAM API shows it. */
export interface ServiceAccount {
  readonly name: string;
  readonly projectId: string;
  readonly uniqueId: string;
  readonly email: string;
  displayName?: string;
  description?: string;
  etag: string;
  readonly oauth2ClientId: string;
  disabled?: boolean;
}

/** The service accounts of the project, by address. */
export class ServiceAccounts {
  readonly #accounts = new Map<string, ServiceAccount>();
  readonly #project: string;

  constructor(project: string) {
    this.#project = project;
  }

  /** Finds by address or unique id. */
  get(key: string): ServiceAccount | undefined {
    return this.#accounts.get(key) ?? [...this.#accounts.values()].find(({ uniqueId }) => uniqueId === key);
  }

  list(): ServiceAccount[] {
    return [...this.#accounts.values()];
  }

  create(accountId: string, facts: { displayName?: string; description?: string }): ServiceAccount {
    const email = `${accountId}@${this.#project}.iam.gserviceaccount.com`;
    if (this.#accounts.has(email)) {
      throw new ApiError(409, `Service account ${accountId} already exists within project projects/${this.#project}.`);
    }
    const uniqueId = `1${numericId().padStart(20, '0')}`;
    const account: ServiceAccount = {
      ...(facts.description ? { description: facts.description } : {}),
      ...(facts.displayName ? { displayName: facts.displayName } : {}),
      email,
      etag: etag(),
      name: `projects/${this.#project}/serviceAccounts/${email}`,
      oauth2ClientId: uniqueId,
      projectId: this.#project,
      uniqueId,
    };
    this.#accounts.set(email, account);
    return account;
  }

  delete(email: string): void {
    this.#accounts.delete(email);
  }
}

/** People, service accounts and federated principals, and their tokens. */
export class Identities {
  readonly #tokens = new Map<string, { identity: Identity; expires: number }>();
  readonly #policies: Policies;
  readonly #accounts: ServiceAccounts;
  readonly #project: string;
  readonly #now: () => Date;

  constructor(options: { policies: Policies; accounts: ServiceAccounts; project: string; now: () => Date }) {
    this.#policies = options.policies;
    this.#accounts = options.accounts;
    this.#project = options.project;
    this.#now = options.now;
  }

  /** Creates an identity with roles on the project. A missing service account of the project is created. */
  add(email: string, { roles, ...facts }: { readonly roles: readonly string[]; readonly displayName?: string }): void {
    const [id = '', domain] = email.split('@');
    if (domain === `${this.#project}.iam.gserviceaccount.com` && !this.#accounts.get(email))
      this.#accounts.create(id, facts);
    const member = `${isServiceAccount(email) ? 'serviceAccount' : 'user'}:${email}`;
    for (const role of roles) this.#policies.grant(`projects/${this.#project}`, role, member);
  }

  /** Gives a role on a resource, named as in the policies, under a condition if there is one. Default: on the project. */
  grant(email: string, role: string, condition?: Condition, resource = `projects/${this.#project}`): void {
    const member = `${isServiceAccount(email) ? 'serviceAccount' : 'user'}:${email}`;
    this.#policies.grant(resource, role, member, condition);
  }

  /** A bearer token of an account; lifetime in seconds, an hour by default. */
  token(email: string, seconds = 3600): string {
    return this.mint({ email }, seconds);
  }

  /** A bearer token of any principal. */
  mint(identity: Identity, seconds = 3600): string {
    // Google's access tokens start with ya29 too, so code that masks by format is tested.
    const token = `ya29.sandbox-${randomBytes(24).toString('base64url')}`;
    this.#tokens.set(token, { identity, expires: this.#now().getTime() + seconds * 1000 });
    return token;
  }

  /** Owner of a token; undefined for unknown and expired tokens, and for deleted or disabled service accounts. */
  identity(token: string): Identity | undefined {
    const known = this.#tokens.get(token);
    if (!known || known.expires <= this.#now().getTime()) return undefined;
    const { email } = known.identity;
    if (email?.endsWith(`@${this.#project}.iam.gserviceaccount.com`)) {
      const account = this.#accounts.get(email);
      if (!account || account.disabled) return undefined;
    }
    return known.identity;
  }

  /** Address of a token's owner; undefined if it has none. */
  whoIs(token: string): string | undefined {
    return this.identity(token)?.email;
  }
}
