import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Emulator, startEmulator } from '../../../sandbox/src/google/emulator.js';
import { GoogleClient } from '../../../src/cloud/rest.js';
import { accessSecret } from '../../../src/cloud/secret-manager.js';
import { ConfigurationError } from '../../../src/errors.js';

const SECRET = 'projects/acme-research/secrets/lms-token';
const APPLY = 'hub-research-apply@acme-research.iam.gserviceaccount.com';
const OWNER = 'owner@acme.dev';

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator({ project: 'acme-research', projectNumber: '123456789012', log: () => {} });
  emulator.identities.add(OWNER, { roles: ['roles/owner'] });
  emulator.identities.add(APPLY, { roles: [] });
  emulator.secrets.set(SECRET, [
    { data: 'first' },
    { data: 'second', state: 'DISABLED' },
    { data: 'gone', state: 'DESTROYED' },
    { data: 'pässword\n"{}' },
  ]);
  emulator.secrets.set('projects/acme-research/secrets/bytes', [{ data: Buffer.from([0, 255, 1]) }]);
});
afterAll(() => emulator.stop());

const place = { where: 'jupyterhub.yaml:9:13', readers: `serviceAccount:${APPLY}` };

function access(version: string, who = APPLY): Promise<string> {
  const google = new GoogleClient({
    env: emulator.env() as NodeJS.ProcessEnv,
    token: async () => emulator.identities.token(who),
    fetch,
    sleep: async () => {},
  });
  return accessSecret(google, version, place);
}

async function refusal(version: string, who = APPLY): Promise<ConfigurationError> {
  const error: unknown = await access(version, who).catch((failure: unknown) => failure);
  expect(error).toBeInstanceOf(ConfigurationError);
  return error as ConfigurationError;
}

test('an API that is off, a missing right and its grant are told one after the other', async () => {
  const off = await refusal(`${SECRET}/versions/latest`);
  expect(off.message).toBe('The API of Secret Manager is off in acme-research');
  expect(off.hint).toContain('gcloud services enable secretmanager.googleapis.com --project=acme-research');
  await fetch(
    `${emulator.origin}/serviceusage/v1/projects/acme-research/services/secretmanager.googleapis.com:enable`,
    {
      method: 'POST',
      headers: { authorization: `Bearer ${emulator.identities.token(OWNER)}`, 'content-type': 'application/json' },
      body: '{}',
    },
  );
  await new Promise((done) => setTimeout(done, 200));
  const denied = await refusal(`${SECRET}/versions/latest`);
  expect(denied.message).toBe(`This identity may not read ${SECRET}/versions/latest, or it does not exist`);
  expect(denied.where).toBe(place.where);
  expect(denied.hint).toContain(
    `gcloud secrets add-iam-policy-binding lms-token --project=acme-research --member=serviceAccount:${APPLY} --role=roles/secretmanager.secretAccessor`,
  );
  // The right on the one secret is enough.
  emulator.identities.grant(APPLY, 'roles/secretmanager.secretAccessor', undefined, SECRET);
  expect(await access(`${SECRET}/versions/latest`)).toBe('pässword\n"{}');
  expect(await access(`${SECRET}/versions/1`)).toBe('first');
  await refusal('projects/acme-research/secrets/bytes/versions/1');
});

test('versions that are absent, disabled, destroyed or no text are told with the way out', async () => {
  const absent = await refusal(`${SECRET}/versions/9`);
  expect(absent.message).toBe(`${SECRET}/versions/9 does not exist in Secret Manager`);
  const disabled = await refusal(`${SECRET}/versions/2`);
  expect(disabled.message).toContain('is in DISABLED state');
  expect(disabled.hint).toContain('gcloud secrets versions enable 2 --secret=lms-token --project=acme-research');
  expect((await refusal(`${SECRET}/versions/3`)).message).toContain('is in DESTROYED state');
  const bytes = await refusal('projects/acme-research/secrets/bytes/versions/latest', OWNER);
  expect(bytes.message).toContain('is empty or no text');
  // No message repeats a value.
  for (const error of [absent, disabled, bytes]) expect(`${error.message} ${error.hint}`).not.toMatch(/first|second/);
});
