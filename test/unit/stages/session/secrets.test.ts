import { expect, test } from '@jest/globals';
import { readSecrets } from '../../../../src/stages/session/secrets.js';
import type { Session } from '../../../../src/stages/session/session.js';

const masked: string[] = [];
const read = (variable: string, env: NodeJS.ProcessEnv) =>
  readSecrets({
    config: { secrets: { x: { env: variable } } },
    context: { env, mask: (value: string) => masked.push(value) },
    input: { locate: () => ({ file: 'jupyterhub.yaml', line: 9, column: 11, length: 3 }) },
  } as unknown as Session);

test('a credential of the job is no secret of the hub, under whatever name the workflow gives it', () => {
  const token = 'ghs_1234567890';
  for (const name of [
    'INPUT_GITHUB_TOKEN',
    'GITHUB_TOKEN',
    'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
    'GOOGLE_OAUTH_ACCESS_TOKEN',
  ]) {
    expect(() => read('LMS', { LMS: `${token}\n`, [name]: token })).toThrow(
      expect.objectContaining({
        message: 'The variable LMS holds a credential of the job, which the hub must not get',
        where: 'jupyterhub.yaml:9:11',
      }),
    );
  }
  expect(masked).toEqual([]);
  expect(read('LMS', { LMS: 'own', GITHUB_TOKEN: token })).toEqual({ x: 'own' });
  expect(masked).toEqual(['own']);
});
