import { describe, expect, test } from '@jest/globals';
import { flagsFromInputs, readCredentials, tokensOf } from '../../../../src/github/runner/inputs.js';

describe('inputs', () => {
  test('become the flags that they stand for; empty ones become nothing', () => {
    expect(flagsFromInputs({ INPUT_CONFIG: ' hubs/a.yaml ', INPUT_TARGET: '', INPUT_BREAK_LOCK: ' ' })).toEqual({
      config: 'hubs/a.yaml',
    });
    expect(flagsFromInputs({ INPUT_TARGET: 'hub', INPUT_BREAK_LOCK: '1700000000000001' })).toEqual({
      target: 'hub',
      'break-lock': '1700000000000001',
    });
    expect(flagsFromInputs({})).toEqual({});
  });

  test('never put a credential into a flag', () => {
    const env = {
      INPUT_GITHUB_TOKEN: 'ghs_x',
      INPUT_USERS_TOKEN: 'github_pat_x',
      INPUT_SERVICE_ACCOUNT: 'a@b.iam.gserviceaccount.com',
      INPUT_WORKLOAD_IDENTITY_PROVIDER: 'projects/1',
    };
    expect(flagsFromInputs(env)).toEqual({});
    expect(readCredentials(env)).toEqual({
      githubToken: 'ghs_x',
      usersToken: { value: 'github_pat_x', name: 'users_token' },
      serviceAccount: 'a@b.iam.gserviceaccount.com',
      workloadIdentityProvider: 'projects/1',
    });
  });

  test('fall back to GITHUB_TOKEN for the token', () => {
    expect(readCredentials({ GITHUB_TOKEN: 'ghs_y', INPUT_GITHUB_TOKEN: '' }).githubToken).toBe('ghs_y');
    expect(readCredentials({}).githubToken).toBeUndefined();
    expect(readCredentials({ GITHUB_ACTIONS: 'true', GH_TOKEN: 'gho_z' }).githubToken).toBeUndefined();
    expect(readCredentials({ GH_TOKEN: 'gho_z' }).githubToken).toBe('gho_z');
  });

  test('and the job give these tokens, trimmed, and no empty one', () => {
    const env = { INPUT_GITHUB_TOKEN: ' ghs_x ', INPUT_USERS_TOKEN: '', GH_TOKEN: 'gho_z', ACTIONS_RUNTIME_TOKEN: ' ' };
    expect(tokensOf(env)).toEqual(['ghs_x', 'gho_z']);
  });

  test('give the token for other repositories, its name, and what stands in for it', () => {
    const job = { GITHUB_ACTIONS: 'true', INPUT_GITHUB_TOKEN: 'ghs_x' };
    expect(readCredentials({ ...job, INPUT_USERS_TOKEN: ' github_pat_x ' }).usersToken).toEqual({
      value: 'github_pat_x',
      name: 'users_token',
    });
    expect(readCredentials({ ...job, INPUT_USERS_TOKEN: '' }).usersToken).toEqual({
      value: 'ghs_x',
      name: 'github_token',
    });
    expect(readCredentials({ GITHUB_ACTIONS: 'true', GH_TOKEN: 'gho_z' }).usersToken).toBeUndefined();
    expect(readCredentials({ GITHUB_TOKEN: 'ghs_y', GH_TOKEN: 'gho_z' }).usersToken).toEqual({
      value: 'ghs_y',
      name: 'GITHUB_TOKEN',
    });
    expect(readCredentials({ GH_TOKEN: 'gho_z' }).usersToken).toEqual({ value: 'gho_z', name: 'GH_TOKEN' });
    expect(readCredentials({}).usersToken).toBeUndefined();
  });
});
