import type { JWTPayload } from 'jose';
import { errorMessage, ToolError } from '../../errors.js';
import type { GitHubContext } from '../runner/context.js';

/** What GitHub signed of the run that made a plan record. Texts in it are names that somebody chose. */
export interface PlanIdentity {
  readonly event: string;
  /** Such as `refs/pull/7/merge`. */
  readonly ref: string;
  /** Branch that the pull request targeted in that run. */
  readonly baseRef: string;
  /** Path of the workflow file, such as `.github/workflows/pull-request.yml`. */
  readonly workflow: string;
}

/** Checks identity tokens of plan runs of this repository. `why` ends a sentence that says a token does not count. */
export type VerifyPlan = (token: string, audience: string) => Promise<PlanIdentity | { readonly why: string }>;

/** What checking needs of a run. */
export interface IdentityQuery {
  /** Asks GitHub for an identity token of this job. */
  readonly identityToken: (audience: string) => Promise<string>;
  readonly fetch?: typeof fetch;
}

const OWN_AUDIENCE = 'jupyterhub-gke/apply';
const LIMIT = 15_000;
const ATTEMPTS = 3;

/**
 * Opens the keys by which GitHub signs identity tokens. Which GitHub that is, and the id of the repository, come from a
 * token of this job: the runner gets it from GitHub itself, on any server.
 */
export async function openIssuer({ identityToken, fetch: get = fetch }: IdentityQuery): Promise<VerifyPlan> {
  const { createLocalJWKSet, decodeJwt, jwtVerify } = await import('jose');
  const own = decodeJwt(await identityToken(OWN_AUDIENCE));
  const { iss: issuer } = own;
  const repository = own.repository_id;
  if (typeof issuer !== 'string' || typeof repository !== 'string') {
    throw new ToolError('The identity token of this job names no issuer or no repository', {
      hint: 'Check that the runner is one of GitHub Actions.',
    });
  }
  const keys = createLocalJWKSet(await keysOf(issuer, get));
  return async (token, audience) => {
    let claims: JWTPayload;
    try {
      const { iat = Number.NaN } = decodeJwt(token);
      // The token has expired long since. It only has to have been valid when it was issued.
      const currentDate = new Date(iat * 1000);
      claims = (await jwtVerify(token, keys, { issuer, audience, algorithms: ['RS256'], currentDate })).payload;
    } catch (error) {
      const { code } = error as { readonly code?: string };
      if (code === 'ERR_JWKS_NO_MATCHING_KEY') return { why: 'GitHub no longer has the key that signed its identity' };
      return { why: 'its identity is not signed by GitHub for exactly this record' };
    }
    if (claims.repository_id !== repository) return { why: 'a run of another repository made it' };
    const text = (name: string): string => (typeof claims[name] === 'string' ? claims[name] : '');
    const [, workflow = ''] = /^[^/]+\/[^/]+\/([^@]+)@/.exec(text('workflow_ref')) ?? [];
    return { event: text('event_name'), ref: text('ref'), baseRef: text('base_ref'), workflow };
  };
}

async function keysOf(issuer: string, get: typeof fetch): Promise<{ keys: [] }> {
  const { jwks_uri: address } = await document<{ jwks_uri?: unknown }>(
    `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    get,
  );
  if (typeof address !== 'string') throw new ToolError('GitHub names no keys of identity tokens', { where: issuer });
  return document(address, get);
}

async function document<T>(address: string, get: typeof fetch): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const answer = await get(address, { signal: AbortSignal.timeout(LIMIT) });
      if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
      return (await answer.json()) as T;
    } catch (cause) {
      if (attempt < ATTEMPTS) continue;
      throw new ToolError(`The keys of GitHub's identity tokens cannot be read (${errorMessage(cause)})`, {
        where: address,
        hint: 'Run the job again. Nothing was changed. The runner must reach this address.',
        cause,
      });
    }
  }
}

/** Why a run did not plan this pull request for the default branch, by the given workflow; undefined if it did. */
export function otherRun(
  { event, ref, baseRef, workflow }: PlanIdentity,
  expected: { readonly pull: number; readonly workflow: string } & Pick<GitHubContext, 'defaultBranch'>,
): string | undefined {
  if (event !== 'pull_request') return `a run for the event "${event}" made it`;
  if (ref !== `refs/pull/${expected.pull}/merge`) return `a run of ${ref} made it, and not of this pull request`;
  if (baseRef !== expected.defaultBranch) {
    return `it was made while the pull request targeted the branch "${baseRef}", whose workflow may say anything`;
  }
  return workflow === expected.workflow ? undefined : `the workflow ${workflow} made it`;
}
