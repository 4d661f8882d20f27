import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readLeftBuckets } from '../../../src/access/homes/buckets.js';
import { readHomeDisks } from '../../../src/access/homes/disks.js';
import { readHomeStatus } from '../../../src/access/homes/status.js';
import { readPeople, writeAudience } from '../../../src/access/hub/config-maps.js';
import { createReconcilerStatus, readReconcilerStatus } from '../../../src/access/hub/reconciler-status.js';
import { readGrants } from '../../../src/access/iap/grants.js';
import { planPolicy, syncPolicy } from '../../../src/access/iap/sync.js';
import { tokenSource } from '../../../src/cloud/auth.js';
import { getCluster, getOfferedVersions, listRunningOperations } from '../../../src/cloud/clusters.js';
import { Kubernetes } from '../../../src/cloud/kubernetes.js';
import { getBackendService, projectNumber, stateExists } from '../../../src/cloud/project.js';
import { GoogleClient } from '../../../src/cloud/rest.js';
import { ToolError } from '../../../src/errors.js';
import { readDeployedState, readDeploymentRecord } from '../../../src/helm/release/record.js';
import { keptDisks } from '../../../src/stages/deploy/kept-homes.js';

/** What comes in the place of a good answer. */
interface Spoiled {
  readonly status: number;
  readonly body: string;
  readonly cut?: boolean;
}
const json = (status: number, error: object): Spoiled => ({ status, body: JSON.stringify(error) });
const PAGE = '<html><body>Please sign in to the network</body></html>';
const SPOILED: Readonly<Record<string, Spoiled>> = {
  'a body of null': { status: 200, body: 'null' },
  'a list': { status: 200, body: '[]' },
  'a text': { status: 200, body: '"yes"' },
  'no body': { status: 200, body: '' },
  'the page of a network': { status: 200, body: PAGE },
  'half an answer': { status: 200, body: '{"items": [{"metadata": {"na' },
  'an answer that breaks off': { status: 200, body: '{"items": [', cut: true },
  ...Object.fromEntries(
    [400, 401, 403, 404, 409, 410, 412, 418, 429, 500, 502, 503].map((status) => [
      `HTTP ${status}`,
      { status, body: '' },
    ]),
  ),
  'a page with HTTP 403': { status: 403, body: PAGE },
  'a refusal of null': { status: 400, body: 'null' },
  'a refusal in another form': json(409, { error: { message: { text: 'x' }, details: 'x', errors: { a: 1 } } }),
  'a refusal as OAuth writes it': json(400, { error: 'invalid_grant', error_description: 'The audience is wrong.' }),
  'a refusal whose status is an object': json(412, { kind: 'Status', message: {}, reason: [] }),
  'details of null': json(429, { error: { message: 'Quota exceeded', details: [null], errors: [null] } }),
};

let server: Server;
let answer: Spoiled | 'reset';
let port = 0;
beforeAll(async () => {
  server = createServer((request, response) => {
    request.resume();
    if (answer === 'reset') return void request.socket.destroy();
    const { status, body, cut } = answer;
    response.writeHead(status, { 'content-type': 'application/json', ...(cut ? { 'content-length': '5000' } : {}) });
    if (!cut) return void response.end(body);
    response.write(body);
    setImmediate(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const fast = async (): Promise<void> => {};
const here: typeof fetch = (input, init) => {
  const { pathname, search } = new URL(String(input instanceof Request ? input.url : input));
  return fetch(`http://127.0.0.1:${port}${pathname}${search}`, init);
};
const google = new GoogleClient({ token: async () => 'ya29.token', env: {}, fetch: here, sleep: fast });
const kubernetes = new Kubernetes({ endpoint: 'kube.test', token: async () => 'ya29.token', fetch: here, sleep: fast });
const id = { project: 'p', location: 'us-central1', name: 'research' };
const configMaps = { kubernetes, hub: 'research', namespace: 'jupyterhub-research' };
const iap = { google, hub: 'research', projectNumber: '1', backendId: '2' };
const wanted = {
  ...({ hub: 'research', principals: [], entry: { kind: 'direct' }, mode: 'authoritative' } as const),
  ...{ adopted: true, previous: [] },
};
const ref = { apiVersion: 'v1', kind: 'ConfigMap', namespace: 'ns', name: 'a' };
const object = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { namespace: 'ns', name: 'a' } };
const now = new Date('2026-11-24T11:00:00Z');

/** Every call of the product to Google and to the cluster, by what it does. */
const CALLS: Readonly<Record<string, () => Promise<unknown>>> = {
  'the number of a project': () => projectNumber(google, 'p'),
  'the state of terraform': () => stateExists(google, 'bucket', 'hub/x'),
  'a backend service': () => getBackendService(google, 'p', 'hub'),
  'a cluster': () => getCluster(google, id),
  'operations of a cluster': () => listRunningOperations(google, id),
  'versions of GKE': () => getOfferedVersions(google, id, 'REGULAR'),
  'the policy of IAP, read': () => planPolicy(iap, wanted, now),
  'the policy of IAP, written': () => syncPolicy(iap, wanted),
  'the grants of IAP': () => readGrants(google, { project: 'p', projectNumber: '1', hub: 'research' }, iap),
  'the buckets of people who left': () =>
    readLeftBuckets(
      { google, project: 'p', hub: 'research' },
      { ready: {}, left: { abc: { kind: 'bucket', day: '2026-01-01' } } },
      [],
    ),
  'a call that writes': () => google.call({ service: 'compute', method: 'POST', path: 'x', body: {} }),
  'an object': () => kubernetes.get(ref),
  'a list of objects': () => kubernetes.list({ apiVersion: 'v1', kind: 'ConfigMap', namespace: 'ns' }),
  'the replicas of a workload': () => kubernetes.getScale({ ...ref, apiVersion: 'apps/v1', kind: 'Deployment' }),
  'an object applied': () => kubernetes.apply(object),
  'an object made': () => kubernetes.create(object),
  'an object replaced': () => kubernetes.replace(object),
  'an object patched': () => kubernetes.patch(ref, {}),
  'an object deleted': () => kubernetes.delete(ref),
  'the list of people': () => readPeople(configMaps),
  'the audience': () => writeAudience(configMaps, ['a']),
  'the report of the hub': () => readReconcilerStatus(configMaps),
  'the report of the hub, made': () => createReconcilerStatus(configMaps),
  'the homes of people': () => readHomeDisks(kubernetes, 'ns'),
  'the status of homes': () => readHomeStatus(configMaps),
  'the disks that are kept': () => keptDisks(kubernetes, 'research'),
  'the record of the last apply': () => readDeploymentRecord(kubernetes, 'research'),
  'the state of the last apply': () => readDeployedState(kubernetes, 'research'),
};

/** What is wrong with the failure of a call, as far as a reader would stumble over it. */
function flaws(error: unknown): string[] {
  if (!(error instanceof ToolError)) return [`no ToolError: ${String((error as Error)?.stack ?? error)}`];
  const { message, where = '', hint = '' } = error;
  const whole = [message, where, hint].join('\n');
  return [
    ...(/\[object |undefined|NaN|TypeError|\n\s+at /.test(whole) ? ['a text of the program'] : []),
    ...(/^HTTP \d+$/.test(message) || message.length < 8 ? ['a bare message'] : []),
    ...(where === '' ? ['no place'] : []),
    ...(hint.length < 20 ? ['no way out'] : []),
    ...(/ya29/.test(whole) ? ['a token'] : []),
    ...(/<html/.test(whole) ? ['a page'] : []),
  ].map((flaw) => `${flaw}: ${whole}`);
}

describe.each(Object.keys(CALLS))('a call for %s that gets', (call) => {
  test.each([...Object.keys(SPOILED), 'no answer'])(
    '%s ends well, or says what, where and what to do',
    async (kind) => {
      answer = SPOILED[kind] ?? 'reset';
      const failure = await CALLS[call]?.().then(
        () => undefined,
        (error: unknown) => ({ error }),
      );
      // Absence is an answer to some calls, and so is a refusal of what is only a note.
      if (failure !== undefined) expect(flaws(failure.error)).toEqual([]);
    },
  );
});

describe('the sign-in of a workflow', () => {
  const signIn = () =>
    tokenSource({
      env: {
        GOOGLE_STS_CUSTOM_ENDPOINT: `http://127.0.0.1:${port}/v1/`,
        GOOGLE_IAM_CREDENTIALS_CUSTOM_ENDPOINT: `http://127.0.0.1:${port}/v1/`,
      },
      workloadIdentityProvider: 'projects/1/locations/global/workloadIdentityPools/p/providers/g',
      serviceAccount: 'plan@p.iam.gserviceaccount.com',
      identityToken: async () => 'ey.token',
      mask: () => {},
    })();

  test.each(['HTTP 400', 'HTTP 403', 'a refusal in another form', 'a refusal as OAuth writes it', 'no answer'])(
    'that gets %s says why, and what to do',
    async (kind) => {
      answer = SPOILED[kind] ?? 'reset';
      const error: unknown = await signIn().catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(ToolError);
      const { message, hint = '' } = error as ToolError;
      expect([message, hint].join('\n')).not.toMatch(/\[object |undefined/);
      expect(hint).toMatch(/workload_identity_provider|service_account|network/);
      if (kind === 'a refusal as OAuth writes it') expect(message).toContain('The audience is wrong');
    },
    30_000,
  );
});

test('a namespace that is being deleted is no missing role', async () => {
  const message =
    'configmaps "a" is forbidden: unable to create new content in namespace jupyterhub-research because it is being terminated';
  answer = json(403, { kind: 'Status', reason: 'Forbidden', message });
  const error = (await kubernetes.create(object).catch((thrown: unknown) => thrown)) as ToolError;
  expect([error.message, error.hint]).toEqual([
    `The namespace is being deleted: ${message}`,
    expect.stringMatching(/Wait until it is gone.*no role is missing/),
  ]);
});
