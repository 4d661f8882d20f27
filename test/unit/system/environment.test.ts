import { describe, expect, test } from '@jest/globals';
import { bareEnvironment, childEnvironment } from '../../../src/system/environment.js';
import { run } from '../../../src/system/exec.js';

const SECRETS = { db: { env: 'DB_PASSWORD' }, api: { env: 'api_key' } };

/** What a job has that no program of ours may use, each with a value of its own to look for. */
const RIGHTS = [
  'INPUT_GITHUB_TOKEN',
  'INPUT_USERS_TOKEN',
  'INPUT_FILE-NAME',
  'input_lower',
  'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
  'ACTIONS_ID_TOKEN_REQUEST_URL',
  'ACTIONS_RUNTIME_TOKEN',
  'ACTIONS_CACHE_URL',
  'GITHUB_TOKEN',
  'GH_TOKEN',
  'GITHUB_ENTERPRISE_TOKEN',
  'GH_ENTERPRISE_TOKEN',
  'GITHUB_ENV',
  'GITHUB_PATH',
  'GITHUB_OUTPUT',
  'GITHUB_STATE',
  'GITHUB_STEP_SUMMARY',
  'DB_PASSWORD',
  'api_key',
];
const NEEDED = [
  'HOME',
  'TF_CLI_CONFIG_FILE',
  'TF_TOKEN_registry_acme_dev',
  'TF_PLUGIN_CACHE_DIR',
  'TF_REATTACH_PROVIDERS',
  'NETRC',
  'HTTPS_PROXY',
  'no_proxy',
  'SSL_CERT_FILE',
  'CLOUDSDK_CONFIG',
  'CLOUDSDK_AUTH_CREDENTIAL_FILE_OVERRIDE',
  'GOOGLE_APPLICATION_CREDENTIALS',
  'GOOGLE_OAUTH_ACCESS_TOKEN',
  'GOOGLE_STORAGE_CUSTOM_ENDPOINT',
  'GITHUB_REPOSITORY',
  'RUNNER_TOOL_CACHE',
  // As a right only in part of its name.
  'MY_INPUT_FILE',
  'DB_PASSWORD_FILE',
  'API_KEY',
];
const canary = (name: string): string => `<canary of ${name}>`;
const job: NodeJS.ProcessEnv = {
  ...Object.fromEntries([...RIGHTS, ...NEEDED].map((name) => [name, canary(name)])),
  PATH: process.env.PATH,
};

/** What a real child process finds in its environment. */
async function seenBy(env: NodeJS.ProcessEnv): Promise<Readonly<Record<string, string>>> {
  const { code, stdout } = await run(process.execPath, ['-p', 'JSON.stringify(process.env)'], { env });
  expect(code).toBe(0);
  return JSON.parse(stdout) as Record<string, string>;
}

describe('environments of child programs', () => {
  test('terraform gets its settings and credentials, but no right of the job and no secret of the hub', async () => {
    const seen = await seenBy(childEnvironment(job, SECRETS));
    expect(Object.keys(seen).sort()).toEqual([...NEEDED, 'PATH'].sort());
    for (const name of NEEDED) expect(seen[name]).toBe(canary(name));
    expect(RIGHTS.filter((name) => Object.values(seen).join().includes(canary(name)))).toEqual([]);
    // All of them would be seen, were they not taken out.
    expect(Object.keys(await seenBy(job))).toEqual(expect.arrayContaining(RIGHTS));
  });

  test('a variable that is a secret of another hub is passed on', async () => {
    expect(await seenBy(childEnvironment(job, {}))).toMatchObject({ DB_PASSWORD: canary('DB_PASSWORD') });
  });

  test('helm gets a few variables only', async () => {
    const seen = await seenBy(bareEnvironment(job));
    expect(Object.keys(seen).sort()).toEqual(['HOME', 'HTTPS_PROXY', 'PATH', 'SSL_CERT_FILE', 'no_proxy']);
  });

  test('our own environment stays as it is', () => {
    const before = { ...job };
    childEnvironment(job, SECRETS);
    expect(job).toEqual(before);
  });
});
