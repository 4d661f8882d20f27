import { describe, expect, test } from '@jest/globals';
import { environmentInput, flagsFromInputs, readCredentials, tokensOf } from '../../../../src/github/runner/inputs.js';

const inputs =
  (values: Readonly<Record<string, string>>) =>
  (name: string): string =>
    values[name] ?? '';
const identityToken = async (): Promise<string> => 'token';
const job = (values: Readonly<Record<string, string>> = {}) => ({
  inWorkflow: true,
  getInput: inputs(values),
  identityToken,
});

describe('inputs', () => {
  test('become the flags that they stand for; empty ones become nothing', () => {
    expect(flagsFromInputs(inputs({ config: 'hubs/a.yaml', target: '' }))).toEqual({ config: 'hubs/a.yaml' });
    expect(flagsFromInputs(inputs({ target: 'hub', break_lock: '1700000000000001' }))).toEqual({
      target: 'hub',
      'break-lock': '1700000000000001',
    });
    expect(flagsFromInputs(inputs({}))).toEqual({});
  });

  test('never put a credential into a flag', () => {
    const values = {
      github_token: 'ghs_x',
      users_token: 'github_pat_x',
      service_account: 'a@b.iam.gserviceaccount.com',
      workload_identity_provider: 'projects/1',
    };
    expect(flagsFromInputs(inputs(values))).toEqual({});
    expect(readCredentials({}, job(values))).toEqual({
      githubToken: 'ghs_x',
      usersToken: { value: 'github_pat_x', name: 'users_token' },
      serviceAccount: 'a@b.iam.gserviceaccount.com',
      workloadIdentityProvider: 'projects/1',
      identityToken: undefined,
    });
  });
});

describe('credentials', () => {
  test('of a job without the input fall back to its GITHUB_TOKEN, and to nothing else', () => {
    expect(readCredentials({ GITHUB_TOKEN: 'ghs_y' }, job()).githubToken).toBe('ghs_y');
    expect(readCredentials({ GH_TOKEN: 'gho_z' }, job())).toMatchObject({
      githubToken: undefined,
      usersToken: undefined,
    });
  });

  test('of a job can ask GitHub for an identity token where the job may', () => {
    const env = { ACTIONS_ID_TOKEN_REQUEST_URL: 'https://x', ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'y' };
    expect(readCredentials(env, job()).identityToken).toBe(identityToken);
    expect(readCredentials({ ...env, ACTIONS_ID_TOKEN_REQUEST_TOKEN: '' }, job()).identityToken).toBeUndefined();
  });

  test('of a terminal are the tokens of the person', () => {
    const of = (env: NodeJS.ProcessEnv) => readCredentials(env, { getInput: environmentInput(env), inWorkflow: false });
    expect(of({ GITHUB_TOKEN: 'ghs_y', GH_TOKEN: 'gho_z' }).usersToken).toEqual({
      value: 'ghs_y',
      name: 'GITHUB_TOKEN',
    });
    expect(of({ GH_TOKEN: 'gho_z' })).toMatchObject({
      githubToken: 'gho_z',
      usersToken: { value: 'gho_z', name: 'GH_TOKEN' },
    });
    expect(of({ INPUT_GITHUB_TOKEN: ' ghs_x\n', GITHUB_TOKEN: 'ghs_y' }).githubToken).toBe('ghs_x');
    expect(of({ INPUT_SERVICE_ACCOUNT: 'a@b.iam.gserviceaccount.com' }).serviceAccount).toBe(
      'a@b.iam.gserviceaccount.com',
    );
  });

  test('for other repositories are the token of their own, or that of the job', () => {
    expect(readCredentials({}, job({ github_token: 'ghs_x', users_token: 'github_pat_x' })).usersToken).toEqual({
      value: 'github_pat_x',
      name: 'users_token',
    });
    expect(readCredentials({}, job({ github_token: 'ghs_x' })).usersToken).toEqual({
      value: 'ghs_x',
      name: 'github_token',
    });
  });

  test('of the environment are known, trimmed, before anything can print them', () => {
    const env = { INPUT_GITHUB_TOKEN: ' ghs_x ', INPUT_USERS_TOKEN: '', GH_TOKEN: 'gho_z', ACTIONS_RUNTIME_TOKEN: ' ' };
    expect(tokensOf(env)).toEqual(['ghs_x', 'gho_z']);
  });
});
