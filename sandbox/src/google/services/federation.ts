import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  type JSONWebKeySet,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
} from 'jose';
import { Answer, type Handlers, type World } from '../world.js';

/** A provider of a workload identity pool that the project trusts. */
export interface TrustedProvider {
  /** `projects/NUMBER/locations/global/workloadIdentityPools/POOL/providers/PROVIDER`. */
  readonly provider: string;
  readonly issuer: string;
  /** Keys of the issuer, or where they are. */
  readonly keys: JSONWebKeySet | string;
  /** Audiences of the issuer's tokens; the provider's own https name when absent. */
  readonly audiences?: readonly string[];
  /** Attribute mapping of `google.subject`; the claim `sub` when absent. */
  readonly subject?: (claims: JWTPayload) => unknown;
  /** Attribute mapping: name of a custom attribute to its value from the claims. */
  readonly attributes?: Readonly<Record<string, (claims: JWTPayload) => unknown>>;
  /** Attribute condition; tokens for which it is false are refused. */
  readonly condition?: (claims: JWTPayload) => boolean;
  /** Members that may act as a service account, by its address, such as `*` (whole pool) or `attribute.repository_id/742`. */
  readonly impersonation?: Readonly<Record<string, readonly string[]>>;
}

/** A cluster with workload identity: tokens of its service accounts are exchanged for those of the project's pool. */
export interface TrustedCluster {
  readonly issuer: string;
  readonly keys: JSONWebKeySet;
}

// google-github-actions/auth, docs/TROUBLESHOOTING.md, "Subject exceeds the 127 byte limit".
const MAX_SUBJECT = 127;

/** The trusted providers, and the token endpoint that exchanges their tokens. */
export class Federation {
  readonly #providers = new Map<string, { given: TrustedProvider; keys: JWTVerifyGetKey }>();
  readonly #world: World;
  #cluster: { readonly issuer: string; readonly keys: JWTVerifyGetKey } | undefined;

  constructor(world: World) {
    this.#world = world;
  }

  /** Trusts the tokens of a cluster's service accounts, as GKE's metadata server exchanges them. */
  trustCluster({ issuer, keys }: TrustedCluster): void {
    this.#cluster = { issuer, keys: createLocalJWKSet(keys) };
  }

  /** Trusts an issuer's tokens and adds the impersonation bindings. */
  trust(given: TrustedProvider): void {
    const keys =
      typeof given.keys === 'string' ? createRemoteJWKSet(new URL(given.keys)) : createLocalJWKSet(given.keys);
    this.#providers.set(given.provider, { given, keys });
    const pool = poolOf(given.provider);
    for (const [email, members] of Object.entries(given.impersonation ?? {})) {
      for (const member of members) {
        const name = `principalSet://iam.googleapis.com/${pool}/${member}`;
        this.#world.policies.grant(`serviceAccounts/${email}`, 'roles/iam.workloadIdentityUser', name);
      }
    }
  }

  /** sts: the token endpoint. */
  handlers(): Handlers {
    return { 'sts.token': ({ body }) => this.#exchange(body) };
  }

  async #exchange(body: Readonly<Record<string, unknown>>): Promise<unknown> {
    if (body.grantType !== 'urn:ietf:params:oauth:grant-type:token-exchange') {
      return refused('unsupported_grant_type', `Invalid grant type: ${String(body.grantType)}`);
    }
    if (String(body.audience).startsWith('identitynamespace:')) return this.#exchangeOfCluster(body);
    const audience = String(body.audience ?? '').replace(/^\/\/iam\.googleapis\.com\//, '');
    const trusted = this.#providers.get(audience);
    if (!trusted)
      return refused(
        'invalid_target',
        `The target service indicated by the "audience" parameters is invalid: ${audience}`,
      );
    const { given, keys } = trusted;
    const audiences = given.audiences ?? [`https://iam.googleapis.com/${audience}`, `//iam.googleapis.com/${audience}`];
    try {
      const { payload } = await jwtVerify(String(body.subjectToken ?? ''), keys, {
        issuer: given.issuer,
        audience: [...audiences],
        algorithms: ['RS256', 'ES256'],
        requiredClaims: ['exp', 'iat', 'sub'],
        currentDate: this.#world.now(),
      });
      if (given.condition && !given.condition(payload)) {
        return refused('unauthorized_client', 'The given credential is rejected by the attribute condition.');
      }
      const subject = String(given.subject === undefined ? payload.sub : given.subject(payload));
      if (Buffer.byteLength(subject) > MAX_SUBJECT) {
        const limit = `The size of mapped attribute google.subject exceeds the ${MAX_SUBJECT} bytes limit.`;
        const way = `Either modify your attribute mapping or the incoming assertion to produce a mapped attribute that is less than ${MAX_SUBJECT} bytes.`;
        return refused('invalid_request', `${limit} ${way}`);
      }
      return this.#minted(principalsOf(given, payload, subject));
    } catch (error) {
      return rejected(error);
    }
  }

  /** `identitynamespace:PROJECT.svc.id.goog:CLUSTER`: the way of a pod's token, whose pool is one for the whole project. */
  async #exchangeOfCluster(body: Readonly<Record<string, unknown>>): Promise<unknown> {
    const { project, projectNumber } = this.#world;
    const pool = `${project}.svc.id.goog`;
    if (!this.#cluster || !String(body.audience).startsWith(`identitynamespace:${pool}:`)) {
      return refused('invalid_target', `The identity namespace is not one of this project: ${String(body.audience)}`);
    }
    try {
      const { payload } = await jwtVerify(String(body.subjectToken ?? ''), this.#cluster.keys, {
        issuer: this.#cluster.issuer,
        audience: pool,
        requiredClaims: ['exp', 'iat', 'sub'],
        currentDate: this.#world.now(),
      });
      const [, namespace, account] = /^system:serviceaccount:([^:]+):([^:]+)$/.exec(payload.sub ?? '') ?? [];
      if (account === undefined) return refused('invalid_grant', 'The token is none of a service account.');
      const name = `iam.googleapis.com/projects/${projectNumber}/locations/global/workloadIdentityPools/${pool}`;
      return this.#minted([
        `principal://${name}/subject/ns/${namespace}/sa/${account}`,
        `principalSet://${name}/namespace/${namespace}`,
      ]);
    } catch (error) {
      return rejected(error);
    }
  }

  #minted(principals: readonly string[]): unknown {
    return {
      access_token: this.#world.mint({ principals }),
      issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
      token_type: 'Bearer',
      expires_in: 3599,
    };
  }
}

function rejected(error: unknown): Answer {
  const why = error instanceof errors.JOSEError ? error.message : 'the token cannot be read';
  return refused('invalid_grant', `The given credential is rejected: ${why}`);
}

function principalsOf(given: TrustedProvider, claims: JWTPayload, subject: string): string[] {
  const pool = `iam.googleapis.com/${poolOf(given.provider)}`;
  const attributes = Object.entries(given.attributes ?? {}).map(
    ([name, value]) => `principalSet://${pool}/attribute.${name}/${String(value(claims))}`,
  );
  return [`principal://${pool}/subject/${subject}`, `principalSet://${pool}/*`, ...attributes];
}

function poolOf(provider: string): string {
  return provider.replace(/\/providers\/[^/]+$/, '');
}

// OAuth's error format, which the token endpoint uses instead of Google's.
function refused(error: string, description: string): Answer {
  return new Answer(400, { error, error_description: description });
}
