import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { tokenSource } from '../../../src/cloud/auth.js';

const AUDIENCE = '//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/github/providers/github';

let folder: string;
let server: Server;
let origin: string;
let masked: string[];
let warnings: string[];
const before = process.env.GOOGLE_APPLICATION_CREDENTIALS;

/** Stands for Google's exchange of tokens. */
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'auth-'));
  masked = [];
  warnings = [];
  jest.spyOn(console, 'warn').mockImplementation((text) => void warnings.push(String(text)));
  const answers: Readonly<Record<string, object>> = {
    '/sts/token': { access_token: 'federated', token_type: 'Bearer', expires_in: 3600 },
  };
  const expireTime = new Date(Date.now() + 3_600_000).toISOString();
  server = createServer((request, response) => {
    const path = new URL(request.url ?? '', 'http://x').pathname;
    request.resume();
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(answers[path] ?? { accessToken: 'ya29.impersonated', expireTime }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  jest.restoreAllMocks();
  if (before === undefined) delete process.env.GOOGLE_APPLICATION_CREDENTIALS;
  else process.env.GOOGLE_APPLICATION_CREDENTIALS = before;
  server.closeAllConnections();
  if (server.listening) await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

const mask = (secret: string): void => void masked.push(secret);

/** The file that google-github-actions/auth leaves behind. */
function credentialFile(): string {
  const file = join(folder, 'credentials.json');
  writeFileSync(join(folder, 'jwt'), 'jwt');
  const content = {
    type: 'external_account',
    audience: AUDIENCE,
    subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
    token_url: `${origin}/sts/token`,
    credential_source: { file: join(folder, 'jwt') },
  };
  writeFileSync(file, JSON.stringify(content));
  return file;
}

test('the inputs for Workload Identity Federation give a token of the service account, which is masked', async () => {
  const token = tokenSource({
    env: {
      GOOGLE_STS_CUSTOM_ENDPOINT: `${origin}/sts/`,
      GOOGLE_IAM_CREDENTIALS_CUSTOM_ENDPOINT: `${origin}/iam/`,
    },
    workloadIdentityProvider: AUDIENCE.replace('//iam.googleapis.com/', ''),
    serviceAccount: 'hub@acme.iam.gserviceaccount.com',
    identityToken: async (audience) => `jwt for ${audience}`,
    mask,
  });
  expect(await token()).toBe('ya29.impersonated');
  expect(masked).toEqual([`jwt for https:${AUDIENCE}`, 'ya29.impersonated']);
  expect(warnings).toEqual([]);
});

test.each(['GOOGLE_APPLICATION_CREDENTIALS', 'CLOUDSDK_AUTH_CREDENTIAL_FILE_OVERRIDE'])(
  'the credential file of an earlier step is used by %s, without a warning of the library',
  async (variable) => {
    const token = tokenSource({ env: { [variable]: credentialFile() }, mask });
    expect(await token()).toBe('federated');
    expect(masked).toEqual(['federated']);
    expect(warnings).toEqual([]);
  },
);

test('a connection that fails is named with its cause and the ways to sign in', async () => {
  const env = { GOOGLE_APPLICATION_CREDENTIALS: credentialFile() };
  await new Promise((resolve) => server.close(resolve));
  await expect(tokenSource({ env, mask })()).rejects.toMatchObject({
    message: expect.stringMatching(
      /^No Google credentials can be used here \(.*connect ECONNREFUSED 127\.0\.0\.1:\d+\)$/,
    ),
    hint: expect.stringContaining('workload_identity_provider'),
  });
}, 30_000);
