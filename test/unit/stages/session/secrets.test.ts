import { expect, test } from '@jest/globals';
import { readSecrets } from '../../../../src/stages/session/secrets.js';
import type { Session } from '../../../../src/stages/session/session.js';

const masked: string[] = [];
const read = (variable: string, env: NodeJS.ProcessEnv, pullSecrets: readonly string[] = []) =>
  readSecrets({
    config: { secrets: { x: { env: variable } }, pullSecrets, access: {} },
    context: { env, mask: (value: string) => masked.push(value) },
    input: { locate: () => ({ file: 'jupyterhub.yaml', line: 9, column: 11, length: 3 }) },
  } as unknown as Session);

test('a credential of the job is no secret of the hub, under whatever name the workflow gives it', async () => {
  const token = 'ghs_1234567890';
  for (const name of [
    'INPUT_GITHUB_TOKEN',
    'GITHUB_TOKEN',
    'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
    'GOOGLE_OAUTH_ACCESS_TOKEN',
  ]) {
    await expect(read('LMS', { LMS: `${token}\n`, [name]: token })).rejects.toThrow(
      expect.objectContaining({
        message: 'The variable LMS holds a credential of the job, which the hub must not get',
        where: 'jupyterhub.yaml:9:11',
      }),
    );
  }
  expect(masked).toEqual([]);
  expect(await read('LMS', { LMS: 'own', GITHUB_TOKEN: token })).toEqual({ x: 'own' });
  expect(masked).toEqual(['own']);
});

test('a secret for images is a Docker config in JSON', async () => {
  const config = '{"auths": {"ghcr.io": {"auth": "YWJj"}}}';
  expect(await read('REGISTRY', { REGISTRY: config }, ['x'])).toEqual({ x: config });
  for (const text of ['ghp_1234', '{}', '[]', 'null', '{"auths": "x"}', '{"auths":']) {
    await expect(read('REGISTRY', { REGISTRY: text }, ['x'])).rejects.toThrow(
      expect.objectContaining({
        message: 'The secret x is no Docker config in JSON, so that no image can be pulled with it',
        where: 'jupyterhub.yaml:9:11',
      }),
    );
  }
});

test('a secret of Secret Manager is asked for once and masked', async () => {
  masked.length = 0;
  const asked: unknown[] = [];
  const version = 'projects/acme-keys/secrets/lms/versions/3';
  const session = {
    config: {
      name: 'research',
      project: 'acme-research',
      secrets: { x: { secretManager: version } },
      pullSecrets: [],
      access: {},
    },
    context: { env: {}, mask: (value: string) => masked.push(value) },
    input: { locate: () => ({ file: 'jupyterhub.yaml', line: 9, column: 11, length: 3 }) },
    google: {
      call: async (request: unknown) => {
        asked.push(request);
        return { payload: { data: Buffer.from('own').toString('base64') } };
      },
    },
  };
  expect(await readSecrets(session as unknown as Session)).toEqual({ x: 'own' });
  expect(asked).toEqual([{ service: 'secretmanager', path: `${version}:access` }]);
  expect(masked).toEqual(['own']);
});
