import { PROJECT_NUMBER, REPOSITORY_ID } from './facts.js';
import type { GitHub } from './github/github.js';
import type { Emulator } from './google/emulator.js';

/** Environments of the jobs that change something. The identity of the per-user buckets serves both. */
export const ENVIRONMENTS = { apply: 'jupyterhub', sync: 'jupyterhub-sync' } as const;

/** The provider that the commands of SETUP.md create. */
export const PROVIDER = `projects/${PROJECT_NUMBER}/locations/global/workloadIdentityPools/github/providers/github`;

const JOBS = {
  plan: ['pull_request'],
  apply: [`environment:${ENVIRONMENTS.apply}`],
  sync: [`environment:${ENVIRONMENTS.sync}`],
  homes: [`environment:${ENVIRONMENTS.apply}`, `environment:${ENVIRONMENTS.sync}`],
} as const;

/** Settings with which a program signs in like a workflow job: with GitHub's token for this job and no other credentials. */
export function jobSettings(github: GitHub, identity: keyof typeof JOBS, account: string): Record<string, string> {
  const isPlan = identity === 'plan';
  const environment = identity === 'sync' ? ENVIRONMENTS.sync : ENVIRONMENTS.apply;
  return {
    ...github.jobEnv({
      event: isPlan ? 'pull_request' : 'push',
      ref: isPlan ? 'refs/pull/1/merge' : 'refs/heads/main',
      sha: 'a'.repeat(40),
      ...(isPlan ? {} : { environment }),
      workflow: isPlan ? '.github/workflows/pull-request.yml' : '.github/workflows/push.yml',
    }),
    GOOGLE_OAUTH_ACCESS_TOKEN: '',
    GOOGLE_APPLICATION_CREDENTIALS: '',
    CLOUDSDK_AUTH_CREDENTIAL_FILE_OVERRIDE: '',
    INPUT_WORKLOAD_IDENTITY_PROVIDER: PROVIDER,
    INPUT_SERVICE_ACCOUNT: account,
  };
}

/** Lets jobs of the repository act as the identities, with the mapping, condition and bindings of SETUP.md and docs/buckets.md. */
export function trustJobs(emulator: Emulator, github: GitHub, account: (identity: keyof typeof JOBS) => string): void {
  const identities = Object.keys(JOBS) as (keyof typeof JOBS)[];
  emulator.federation.trust({
    provider: PROVIDER,
    issuer: github.oidcUrl,
    keys: `${github.oidcUrl}/.well-known/jwks`,
    subject: ({ repository_id: id, run_id: run }) => `${id}:${run}`,
    attributes: {
      job: ({ repository_id: id, environment, event_name: event }) =>
        `${id}:${environment ? `environment:${environment}` : event}`,
    },
    condition: ({ repository_id: id, environment, ref }) =>
      id === REPOSITORY_ID && (environment ? ref === 'refs/heads/main' : true),
    impersonation: Object.fromEntries(
      identities.map((identity) => [
        account(identity),
        JOBS[identity].map((job) => `attribute.job/${REPOSITORY_ID}:${job}`),
      ]),
    ),
  });
}
