import { randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';

/** Data of one job for the claims of its identity token. */
export interface Job {
  readonly event: string;
  readonly ref: string;
  readonly sha?: string;
  readonly environment?: string | undefined;
  /** Path of the workflow file. */
  readonly workflow?: string;
  readonly actor?: string;
  readonly headRef?: string;
  readonly baseRef?: string;
}

/** The repository in whose name tokens are issued. */
export interface TokenRepository {
  readonly name: string;
  readonly id: string;
  readonly ownerId: string;
  readonly visibility: 'public' | 'private' | 'internal';
}

/** Issues identity tokens as token.actions.githubusercontent.com does. */
export interface Issuer {
  readonly configuration: Readonly<Record<string, unknown>>;
  readonly keys: { readonly keys: readonly JWK[] };
  /** Signed token for a job. */
  token(job: Job, audience: string | undefined): Promise<string>;
}

const LIFE_SECONDS = 300;

// docs.github.com/actions/reference/security/oidc at 051718f; repositories made after 2026-07-15 have immutable subjects.
const CLAIMS = [
  'sub aud exp iat iss jti nbf ref sha repository repository_id repository_owner repository_owner_id actor actor_id',
  'workflow workflow_ref workflow_sha head_ref base_ref event_name ref_type ref_protected environment job_workflow_ref',
  'job_workflow_sha repository_visibility run_id run_number run_attempt runner_environment check_run_id',
].flatMap((line) => line.split(' '));

/** Makes an issuer with a new key; `url` is what the tokens name as their issuer. */
export async function createIssuer(url: string, repository: TokenRepository): Promise<Issuer> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  const kid = randomUUID();
  const key: JWK = { ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' };
  return {
    configuration: {
      issuer: url,
      jwks_uri: `${url}/.well-known/jwks`,
      subject_types_supported: ['public', 'pairwise'],
      response_types_supported: ['id_token'],
      claims_supported: CLAIMS,
      id_token_signing_alg_values_supported: ['RS256'],
      scopes_supported: ['openid'],
    },
    keys: { keys: [key] },
    async token(job, audience) {
      const now = Math.floor(Date.now() / 1000);
      return new SignJWT(claimsOf(job, repository))
        .setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' })
        .setIssuer(url)
        .setAudience(audience ?? `https://github.com/${repository.name.split('/')[0]}`)
        .setJti(randomUUID())
        .setIssuedAt(now)
        .setNotBefore(now - 5)
        .setExpirationTime(now + LIFE_SECONDS)
        .sign(privateKey);
    },
  };
}

function claimsOf(job: Job, repository: TokenRepository): Record<string, string> {
  const [owner = '', name = ''] = repository.name.split('/');
  const workflow = `${repository.name}/${job.workflow ?? '.github/workflows/push.yml'}@${job.ref}`;
  const sha = job.sha ?? '0'.repeat(40);
  const part = (text: string): string => text.replace(/:/g, '%3A');
  const context =
    job.environment !== undefined
      ? `environment:${part(job.environment)}`
      : job.event === 'pull_request'
        ? 'pull_request'
        : `ref:${part(job.ref)}`;
  return {
    sub: `repo:${owner}@${repository.ownerId}/${name}@${repository.id}:${context}`,
    ref: job.ref,
    sha,
    repository: repository.name,
    repository_id: repository.id,
    repository_owner: owner,
    repository_owner_id: repository.ownerId,
    repository_visibility: repository.visibility,
    actor: job.actor ?? 'octocat',
    actor_id: '583231',
    workflow: 'JupyterHub',
    workflow_ref: workflow,
    workflow_sha: sha,
    job_workflow_ref: workflow,
    job_workflow_sha: sha,
    event_name: job.event,
    ref_type: job.ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    ref_protected: String(job.ref === 'refs/heads/main'),
    head_ref: job.headRef ?? '',
    base_ref: job.baseRef ?? '',
    run_id: '1',
    run_number: '1',
    run_attempt: '1',
    runner_environment: 'self-hosted',
    check_run_id: '1',
    ...(job.environment === undefined ? {} : { environment: job.environment }),
  };
}
