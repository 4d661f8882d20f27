import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Person } from '../../sandbox/src/lifecycle/person.js';
import { jobSettings, trustJobs } from '../../sandbox/src/trust.js';
import { homeKey } from '../../src/access/homes/names.js';
import { type HubEnvironment, startHubEnvironment } from '../support/e2e/hub-environment.js';

const SLOW = 240_000;
const ADA = 'ada@acme.dev';
const GRACE = 'grace@acme.dev';
const USERS = `users:\n  - ${ADA}\n  - ${GRACE}\n`;

let environment: HubEnvironment;
beforeAll(async () => {
  environment = await startHubEnvironment('storage: {buckets: {perUser: true}}\n');
  environment.write('users.yaml', USERS);
  const { emulator, github, config } = environment.sandbox;
  trustJobs(emulator, github, (identity) => `${config.name}-${identity}@${config.project}.iam.gserviceaccount.com`);
}, 400_000);
afterAll(() => environment?.stop());

/** Runs a command like a job of the environment: with federation and no other credentials. */
async function job(args: string): Promise<{ readonly code: number | null; readonly text: string }> {
  const { sandbox, gke } = environment;
  const identity = args === 'apply' ? 'apply' : 'sync';
  const account = `${sandbox.config.name}-${identity}@${sandbox.config.project}.iam.gserviceaccount.com`;
  return gke(identity, args, { env: jobSettings(sandbox.github, identity, account) });
}

async function done(args: string): Promise<string> {
  const { code, text } = await job(args);
  expect([code, code === 0 ? '' : text]).toEqual([0, '']);
  return text;
}

interface Pod {
  readonly metadata: { readonly annotations?: Record<string, string>; readonly labels?: Record<string, string> };
  readonly spec: {
    readonly serviceAccountName: string;
    readonly volumes: readonly { readonly csi?: { readonly volumeAttributes: Record<string, string> } }[];
  };
}

async function podOf(email: string): Promise<Pod | undefined> {
  const pods = await environment.sandbox.controlPlane.client.list('/api/v1/namespaces/jupyterhub-research/pods');
  const found = pods.find(({ metadata }) => {
    const isServer = metadata.labels?.component === 'singleuser-server';
    return isServer && metadata.annotations?.['hub.jupyter.org/username'] === email;
  });
  return found as Pod | undefined;
}

async function started(
  email: string,
): Promise<{ readonly person: Person; readonly account: string; readonly bucket: string | undefined }> {
  const person = new Person(email, environment.sandbox.iap.url);
  await person.open(environment.sandbox.iap.signInUrl(email));
  for (const end = Date.now() + 60_000; (await person.open('/hub/home')).status !== 200; ) {
    if (Date.now() > end) throw new Error(`${email} does not get in`);
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  await person.startServer();
  const pod = await podOf(email);
  const bucket = pod?.spec.volumes.find(({ csi }) => csi !== undefined)?.csi?.volumeAttributes.bucketName;
  return { person, account: pod?.spec.serviceAccountName ?? '', bucket };
}

const saved = { type: 'file', format: 'text', content: 'in the bucket' };

describe('per-user buckets', () => {
  test(
    'are created after access was granted, each server runs as its own account, and the bucket is a folder in it',
    async () => {
      const text = await done('apply');
      expect(text).toMatch(
        /Homes \(2\)\n {2}\+ ada@acme\.dev\n {6}place: gs:\/\/acme-research-research-[0-9a-f]{12}\n/,
      );
      expect(text).toContain('buckets of people: 2 to make, 0 of people who left; about 4 s');
      const { journal } = environment.sandbox.emulator;
      const made = journal.filter(({ method, status }) => method === 'storage.buckets.insert' && status === 200);
      // The first is the state's.
      expect(made.slice(1).map(({ identity }) => identity)).toEqual(
        Array(2).fill('research-homes@acme-research.iam.gserviceaccount.com'),
      );
      const iap = journal.findLastIndex(({ method }) => method === 'iap.setIamPolicy');
      expect(journal.indexOf(made[1] as (typeof made)[number])).toBeGreaterThan(iap);
      const [ada, grace] = [await started(ADA), await started(GRACE)];
      expect(ada.account).toMatch(/^home-[0-9a-f]{12}$/);
      expect(grace.account).toMatch(/^home-[0-9a-f]{12}$/);
      expect(ada.account).not.toBe(grace.account);
      expect(ada.bucket).toBe(`acme-research-research-${ada.account.slice('home-'.length)}`);
      const put = await ada.person.notebook('/api/contents/bucket/note.txt', { method: 'PUT', body: saved });
      expect(put.status).toBeLessThan(300);
      expect((await grace.person.notebook('/api/contents/bucket/note.txt')).status).toBe(404);
      expect(await done('apply')).toContain('Nothing to do.');
    },
    SLOW,
  );

  test(
    'a person who leaves loses the right to the bucket, and gets the files back when re-added',
    async () => {
      environment.write('users.yaml', `users:\n  - ${GRACE}\n`);
      // A job that does not say whether its repository is public counts as public.
      const summary = join(environment.repository, '..', 'summary.md');
      writeFileSync(summary, ''); // as the runner does
      const plan = await environment.gke('plan', 'plan', {
        env: { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary },
      });
      expect([plan.code, plan.text]).toEqual([
        0,
        expect.stringContaining(`Homes (1)\n  ~ a…a@acme.dev  left: rights are revoked, all files are kept`),
      ]);
      expect(plan.text).toContain('Plan: 1 to change, 1 to revoke');
      const written = readFileSync(summary, 'utf8');
      for (const part of [
        'bucket of `a…a@acme.dev` closed and kept',
        '```mermaid\nflowchart LR\n',
        'servers --> bucket',
      ]) {
        expect(written).toContain(part);
      }
      const key = homeKey({ project: 'acme-research', hub: 'research' }, ADA);
      for (const hidden of [ADA, key]) expect(plan.text + written).not.toContain(hidden);
      const out = await done('sync-users');
      expect(out).toMatch(/ada@acme\.dev: rights to the bucket revoked, files kept, left on \d{4}-\d{2}-\d{2}\./);
      expect(out).toContain('1 home of people who left: labelled with the day, kept.');
      const accounts = await environment.sandbox.controlPlane.client.list(
        '/api/v1/namespaces/jupyterhub-research/serviceaccounts',
      );
      expect(accounts.filter(({ metadata }) => metadata.name.startsWith('home-'))).toHaveLength(1);
      environment.write('users.yaml', USERS);
      await done('sync-users');
      const { person } = await started(ADA);
      const note = await person.notebook('/api/contents/bucket/note.txt');
      expect([note.status, note.text]).toEqual([200, expect.stringContaining('in the bucket')]);
    },
    SLOW,
  );

  test(
    'a retained home is deleted only if the configuration names the person and the day',
    async () => {
      const { client } = environment.sandbox.controlPlane;
      const disks = async (): Promise<readonly string[]> => {
        const claims = await client.list('/api/v1/namespaces/jupyterhub-research/persistentvolumeclaims');
        const owners = claims.map(({ metadata }) => metadata.annotations?.['hub.jupyter.org/username'] ?? '');
        return owners.filter((owner) => owner !== '').sort();
      };
      const volumes = async (): Promise<number> => (await client.list('/api/v1/persistentvolumes')).length;
      const config = environment.read('jupyterhub.yaml');
      const named = (left: string): void => {
        const storage = `storage: {buckets: {perUser: true}, purge: [{email: ${ADA}, left: ${left}}]}\n`;
        environment.write('jupyterhub.yaml', config.replace(/^storage: .*\n/m, storage));
      };
      const today = new Date().toISOString().slice(0, 10);
      named(today);
      const refused = await job('apply');
      expect([refused.code, refused.text]).toEqual([1, expect.stringContaining('purge-entry')]);
      environment.write('users.yaml', `users:\n  - ${GRACE}\n`);
      named('2020-01-01');
      expect(await done('apply')).toContain(`was left on ${today}, not on 2020-01-01, so it is kept`);
      expect(await disks()).toEqual([ADA, GRACE]);
      const before = await volumes();
      // The stand-in for Cloud Storage FUSE stores files on this machine, so the bucket itself is still empty.
      const { emulator } = environment.sandbox;
      const bucket = `acme-research-research-${homeKey({ project: 'acme-research', hub: 'research' }, ADA)}`;
      const upload = `${emulator.storageOrigin}/upload/storage/v1/b/${bucket}/o?uploadType=media&name=note.txt`;
      const authorization = `Bearer ${emulator.identities.token('operator@acme.dev')}`;
      expect((await fetch(upload, { method: 'POST', body: 'x', headers: { authorization } })).status).toBe(200);
      named(today);
      const text = await done('apply');
      expect(text).toContain(`The disk of ${ADA}, who left on ${today}, is deleted for good.`);
      expect(text).toContain('which takes about a day. A run after that deletes it.');
      expect(await disks()).toEqual([GRACE]);
      for (const end = Date.now() + 30_000; (await volumes()) !== before - 1; ) {
        if (Date.now() > end) throw new Error('the volume stays');
        await new Promise((resolve) => setTimeout(resolve, 300));
      }
      environment.write('jupyterhub.yaml', config);
      expect(await done('apply')).toContain('storage.purge no longer names 1 home: the deletion of files stops.');
      environment.write('users.yaml', USERS);
      await done('sync-users');
      const { person, bucket: mounted } = await started(ADA);
      // The disk is a new one. The bucket is unchanged, because Google had deleted nothing yet.
      expect(mounted).toBe(bucket);
      const note = await person.notebook('/api/contents/bucket/note.txt');
      expect([note.status, note.text]).toEqual([200, expect.stringContaining('in the bucket')]);
    },
    SLOW,
  );

  test(
    'access is granted even without the identity for buckets, and the run says what is missing',
    async () => {
      // Like a project where nobody ran the commands of docs/buckets.md.
      const { emulator, github } = environment.sandbox;
      const email = 'research-homes@acme-research.iam.gserviceaccount.com';
      const deleted = await fetch(`${emulator.origin}/iam/v1/projects/acme-research/serviceAccounts/${email}`, {
        method: 'DELETE',
        headers: { authorization: `Bearer ${emulator.identities.token('operator@acme.dev')}` },
      });
      expect(deleted.status).toBe(200);
      environment.write('users.yaml', `${USERS}  - cy@acme.dev\n`);
      const { code, text } = await job('sync-users');
      expect([code, text]).toEqual([
        1,
        expect.stringContaining(`The buckets of people are incomplete (identity: ${email})`),
      ]);
      expect(text).toContain('Access was granted and revoked all the same');
      const { account: used, bucket } = await started('cy@acme.dev');
      expect([used, bucket]).toEqual(['default', undefined]);
      expect(github.violations).toEqual([]);
    },
    SLOW,
  );
});
