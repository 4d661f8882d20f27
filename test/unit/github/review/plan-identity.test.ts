import { describe, expect, test } from '@jest/globals';
import { decodeProtectedHeader, exportJWK, generateKeyPair, type JWK, SignJWT, UnsecuredJWT } from 'jose';
import { openIssuer } from '../../../../src/github/review/plan-identity.js';

const ISSUER = 'https://token.github.test';
const AUDIENCE = 'jupyterhub-gke/plan-record/abc';
const CLAIMS = {
  repository_id: '42',
  event_name: 'pull_request',
  ref: 'refs/pull/7/merge',
  base_ref: 'main',
  workflow_ref: 'acme/hubs/.github/workflows/pull-request.yml@refs/pull/7/merge',
};
const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
const other = await generateKeyPair('RS256');
const KEY: JWK = { ...(await exportJWK(publicKey)), kid: 'now', alg: 'RS256', use: 'sig' };
const PUBLISHED = { keys: [KEY] };

interface Made {
  readonly claims?: object;
  readonly issuer?: string;
  readonly audience?: string;
  readonly kid?: string;
  readonly key?: typeof other.privateKey;
  /** Seconds since its start. */
  readonly age?: number;
}

function token({ claims, issuer = ISSUER, audience = AUDIENCE, kid = 'now', key = privateKey, age = 0 }: Made = {}) {
  const issued = Math.floor(Date.now() / 1000) - age;
  return new SignJWT({ ...CLAIMS, ...claims })
    .setProtectedHeader({ alg: 'RS256', kid })
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt(issued)
    .setNotBefore(issued - 5)
    .setExpirationTime(issued + 300)
    .sign(key);
}

/** What GitHub's issuer answers, by path. */
const answers = (documents: Readonly<Record<string, unknown>>): typeof fetch =>
  (async (address: string) => {
    const found = documents[new URL(address).pathname];
    return new Response(JSON.stringify(found ?? {}), { status: found === undefined ? 503 : 200 });
  }) as typeof fetch;
const GITHUB = answers({
  '/.well-known/openid-configuration': { issuer: ISSUER, jwks_uri: `${ISSUER}/keys` },
  '/keys': PUBLISHED,
});
const open = (get = GITHUB) => openIssuer({ identityToken: (audience) => token({ audience }), fetch: get });

test('a token of a plan run says what was planned by which workflow, even weeks after it expired', async () => {
  const verify = await open();
  for (const age of [0, 30 * 86_400]) {
    expect(await verify(await token({ age }), AUDIENCE)).toEqual({
      event: 'pull_request',
      ref: 'refs/pull/7/merge',
      baseRef: 'main',
      workflow: '.github/workflows/pull-request.yml',
    });
  }
});

describe('a token does not count', () => {
  const UNSIGNED = 'its identity is not signed by GitHub for exactly this record';
  test.each<[string, Made, string]>([
    ['signed by another key under the same name', { key: other.privateKey }, UNSIGNED],
    ['signed for another record', { audience: `${AUDIENCE}d` }, UNSIGNED],
    ['signed to sign in to Google', { audience: 'https://iam.googleapis.com/projects/1' }, UNSIGNED],
    ['of another issuer', { issuer: `${ISSUER}/acme` }, UNSIGNED],
    ['of another repository', { claims: { repository_id: '43' } }, 'a run of another repository made it'],
    ['without a repository', { claims: { repository_id: undefined } }, 'a run of another repository made it'],
    ['signed by a key that is gone', { kid: 'last year' }, 'GitHub no longer has the key that signed its identity'],
  ])('%s', async (_, made, why) => {
    expect(await (await open())(await token(made), AUDIENCE)).toEqual({ why });
  });

  test('without a signature, or of no form at all', async () => {
    const verify = await open();
    const unsigned = new UnsecuredJWT(CLAIMS).setIssuer(ISSUER).setAudience(AUDIENCE).setIssuedAt().encode();
    expect(decodeProtectedHeader(unsigned)).toEqual({ alg: 'none' });
    for (const text of [unsigned, '', 'x', 'a.b.c', `${(await token()).slice(0, -4)}AAAA`]) {
      expect(await verify(text, AUDIENCE)).toEqual({ why: UNSIGNED });
    }
  });

  test('which names something unreadable', async () => {
    const claims = { workflow_ref: 'x', ref: 7, base_ref: null };
    expect(await (await open())(await token({ claims }), AUDIENCE)).toEqual({
      ...{ event: 'pull_request', ref: '', baseRef: '', workflow: '' },
    });
  });
});

test('an issuer without keys fails the run, and refuses no change', async () => {
  await expect(open(answers({}))).rejects.toThrow("The keys of GitHub's identity tokens cannot be read (HTTP 503)");
  const nameless = answers({ '/.well-known/openid-configuration': {} });
  await expect(open(nameless)).rejects.toThrow('GitHub names no keys of identity tokens');
});
