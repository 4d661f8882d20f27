import { afterEach, beforeEach, expect } from '@jest/globals';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { HOMES_ROLES, homesCondition } from '../../sandbox/src/project.js';
import { readLiveHomes } from '../../src/access/homes/live.js';
import { homeKey } from '../../src/access/homes/names.js';
import { planHomes } from '../../src/access/homes/plan.js';
import { type HomesRunResult, runHomes } from '../../src/access/homes/run.js';
import { createHomeStatus, readHomeStatus } from '../../src/access/homes/status.js';
import { HomeSteps, type HomesTarget } from '../../src/access/homes/steps.js';
import { GoogleClient } from '../../src/cloud/rest.js';
import { Cluster } from './cluster.js';
import { NUMBER, PROJECT, type Rig, rig } from './google.js';
import { principal } from './people.js';

export const OF = { project: PROJECT, hub: 'research' };
export const NAMESPACE = 'jupyterhub-research';
const IDENTITY = `research-homes@${PROJECT}.iam.gserviceaccount.com`;
const ISSUER = 'https://kubernetes.default.svc';
export const ADA = 'ada@acme.dev';
export const GRACE = 'grace@acme.dev';
/** Key of a person's home. */
export const key = (email: string): string => homeKey(OF, email);

/** A hub's homes on the emulator, used with the identity from docs/buckets.md. */
export interface HomesFixture {
  readonly at: Rig;
  readonly cluster: Cluster;
  readonly google: GoogleClient;
  /** Pauses that the program requested, in milliseconds. The tests do not wait for them. */
  readonly slept: readonly number[];
  /** One run over the users files, from looking to marking. */
  bring(emails: readonly string[], signal?: AbortSignal): Promise<HomesRunResult>;
  /** A client with a token for a pod that runs as an account of the hub's namespace, by the way of GKE's metadata server. */
  podOf(account: string, namespace?: string): Promise<GoogleClient>;
  /** A client as the owner of the project. */
  readonly owner: GoogleClient;
  /** What the steps work with. */
  readonly site: HomesTarget;
}

/** The fixture of the running test. */
export let fixture: HomesFixture;

/** Gives each test of a file a fixture. Tests must not make calls that Google does not describe. */
export function fixtureForEach(options: { readonly now?: () => Date } = {}): void {
  beforeEach(async () => {
    fixture = await startHomesFixture(options);
  });
  afterEach(async () => {
    await fixture.at.emulator.stop();
    expect(fixture.at.emulator.violations).toEqual([]);
  });
}

/** Starts the emulator with that identity; `now` is the emulator's clock. */
async function startHomesFixture(options: { readonly now?: () => Date } = {}): Promise<HomesFixture> {
  const at = await rig(options);
  const { customRoles, identities } = at.emulator;
  for (const [id, permissions] of Object.entries(HOMES_ROLES))
    customRoles.set(`projects/${PROJECT}/roles/${id}`, permissions);
  identities.add(IDENTITY, { roles: [`projects/${PROJECT}/roles/jupyterhubHomesMaker`] });
  const role = `projects/${PROJECT}/roles/jupyterhubHomesReconciler`;
  identities.grant(IDENTITY, role, homesCondition(PROJECT, OF.hub));
  // A new token for each call: a test may let days go by.
  const clientAs = (token: () => string): GoogleClient =>
    new GoogleClient({ token: async () => token(), env: at.emulator.env(), sleep: async () => {} });
  const google = clientAs(() => identities.token(IDENTITY));
  const cluster = new Cluster();
  await createHomeStatus(cluster.configMaps);
  const slept: number[] = [];
  const sleep = async (milliseconds: number): Promise<void> => {
    slept.push(milliseconds);
  };
  const site = {
    google,
    configMaps: cluster.configMaps,
    ...OF,
    projectNumber: NUMBER,
    namespace: NAMESPACE,
    region: 'us-central1',
    sleep,
  };
  return {
    at,
    cluster,
    google,
    slept,
    site,
    owner: clientAs(() => identities.token('operator@acme.dev')),
    podOf: async (account, namespace = NAMESPACE) => {
      const token = await podToken(at, account, namespace);
      return clientAs(() => token);
    },
    bring: async (emails, signal = new AbortController().signal) => {
      const live = await readLiveHomes(site);
      const homeStatus = await readHomeStatus(cluster.configMaps);
      if (homeStatus === undefined) throw new Error('there are no homeStatus');
      const wanted = planHomes({
        hubId: OF,
        principals: emails.map((email) => principal(email)),
        perUser: true,
        homeStatus,
        live,
        today: '2026-11-27',
        now: new Date('2026-11-27T12:00:00Z'),
      });
      const steps = new HomeSteps(site, live);
      return runHomes(wanted, { steps, configMaps: cluster.configMaps, say: () => {}, signal, sleep, now: Date.now });
    },
  };
}

/** A token of Google for a pod that runs as an account of the hub's namespace, by the way of GKE's metadata server. */
async function podToken(at: Rig, account: string, namespace: string): Promise<string> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  at.emulator.federation.trustCluster({
    issuer: ISSUER,
    keys: { keys: [{ ...(await exportJWK(publicKey)), alg: 'RS256' }] },
  });
  const subjectToken = await new SignJWT({})
    .setProtectedHeader({ alg: 'RS256' })
    .setIssuer(ISSUER)
    .setSubject(`system:serviceaccount:${namespace}:${account}`)
    .setAudience(`${PROJECT}.svc.id.goog`)
    .setIssuedAt()
    .setExpirationTime('1h')
    .sign(privateKey);
  const answer = await fetch(`${at.emulator.origin}/sts/v1/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      grantType: 'urn:ietf:params:oauth:grant-type:token-exchange',
      audience: `identitynamespace:${PROJECT}.svc.id.goog:https://container.googleapis.com/v1/projects/${PROJECT}/locations/us-central1/clusters/research`,
      subjectToken,
      subjectTokenType: 'urn:ietf:params:oauth:token-type:jwt',
      requestedTokenType: 'urn:ietf:params:oauth:token-type:access_token',
      scope: 'https://www.googleapis.com/auth/cloud-platform',
    }),
  });
  return ((await answer.json()) as { access_token: string }).access_token;
}

/** Lists the objects of a bucket, or those with a prefix. */
export const list = (who: GoogleClient, bucket: string, prefix = ''): Promise<unknown> =>
  who.call({ service: 'storage', path: `b/${bucket}/o`, query: { prefix } });

/** Writes an object of 13 bytes. */
export const write = (who: GoogleClient, bucket: string, name: string): Promise<unknown> =>
  who.call({
    service: 'storage',
    method: 'POST',
    path: `b/${bucket}/o`,
    upload: true,
    query: { uploadType: 'media', name },
    body: { mine: true },
  });

/** Google's answer to an identity without permission. */
export const refused = { status: 403 };
