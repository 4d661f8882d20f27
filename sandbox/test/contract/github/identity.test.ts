import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { type GitHub, startGitHub } from '../../../src/github/github.js';

const SHA = 'a1b2c3d4e5f60718293a4b5c6d7e8f9012345678';

let github: GitHub;
beforeAll(async () => {
  github = await startGitHub({ repository: 'acme/hubs', log: () => {} });
});
afterAll(() => github.stop());

describe('the identity tokens of the stand-in', () => {
  const ask = async (env: Record<string, string>, audience?: string): Promise<Response> => {
    const url = new URL(String(env.ACTIONS_ID_TOKEN_REQUEST_URL));
    if (audience !== undefined) url.searchParams.set('audience', audience);
    return fetch(url, { headers: { authorization: `bearer ${env.ACTIONS_ID_TOKEN_REQUEST_TOKEN}` } });
  };

  test("have GitHub's claims and a signature that its keys verify", async () => {
    const env = github.jobEnv({ event: 'push', ref: 'refs/heads/main', environment: 'jupyterhub:eu', sha: SHA });
    const { value } = (await (await ask(env, 'https://iam.googleapis.com/x')).json()) as { value: string };
    const configuration = (await (await fetch(`${github.oidcUrl}/.well-known/openid-configuration`)).json()) as Record<
      string,
      string
    >;
    const keys = createRemoteJWKSet(new URL(String(configuration.jwks_uri)));
    const { payload } = await jwtVerify(value, keys, {
      issuer: github.oidcUrl,
      audience: 'https://iam.googleapis.com/x',
      algorithms: ['RS256'],
    });
    expect(payload).toMatchObject({
      sub: 'repo:acme@742000/hubs@742000001:environment:jupyterhub%3Aeu',
      repository: 'acme/hubs',
      repository_id: '742000001',
      repository_owner_id: '742000',
      ref: 'refs/heads/main',
      event_name: 'push',
      environment: 'jupyterhub:eu',
      job_workflow_ref: 'acme/hubs/.github/workflows/push.yml@refs/heads/main',
    });
    expect(Object.keys(payload).filter((claim) => !configuration.claims_supported?.includes(claim))).toEqual([]);
  });

  test('name the event pull_request, and no environment if the job has none', async () => {
    const env = github.jobEnv({ event: 'pull_request', ref: 'refs/pull/7/merge', headRef: 'change', baseRef: 'main' });
    const { value } = (await (await ask(env)).json()) as { value: string };
    const claims = JSON.parse(Buffer.from(String(value.split('.')[1]), 'base64url').toString()) as Record<
      string,
      string
    >;
    expect(claims.sub).toBe('repo:acme@742000/hubs@742000001:pull_request');
    expect(claims).not.toHaveProperty('environment');
    expect(claims.aud).toBe('https://github.com/acme');
  });

  test('are issued to jobs only', async () => {
    const answer = await ask({
      ...github.jobEnv({ event: 'push', ref: 'refs/heads/main' }),
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: github.token,
    });
    expect(answer.status).toBe(401);
  });
});
