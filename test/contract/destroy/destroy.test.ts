import { PassThrough } from 'node:stream';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { command as destroy } from '../../../src/commands/destroy/command.js';
import type { Terminal } from '../../../src/stages/command.js';
import { contextIn } from '../../support/command-context.js';
import { PROJECT } from '../../support/google.js';
import { CONFIG, HUB, MAPS, NAMESPACE } from '../../support/hub-cloud.js';
import { configure, fixture, fixtureForEach, list, type Ran } from '../../support/sync.js';

fixtureForEach();

const UNPROTECTED = `${CONFIG}platform: {deletionProtection: false}\n`;
const SECRETS = `/api/v1/namespaces/${NAMESPACE}/secrets`;
const COMPUTE = `compute/v1/projects/${PROJECT}`;
const CLUSTER = `container/v1/projects/${PROJECT}/locations/us-central1/clusters/${HUB}`;

/** Runs destroy as the identity of apply, by default agreed to beforehand. */
async function run(
  flags: Record<string, string | boolean>,
  terminal?: Terminal,
): Promise<Ran & { readonly error?: { message: string; where?: string; hint?: string } }> {
  const { at, folder, cloud } = fixture;
  const google = { ...at.emulator.env(), GOOGLE_OAUTH_ACCESS_TOKEN: at.emulator.identities.token(cloud.people.apply) };
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, RUNNER_TEMP: folder, ...google };
  const context = contextIn(folder, { env, flags, ...(terminal === undefined ? {} : { terminal }) });
  const said = () => context.said.join('\n');
  try {
    return { ...(await destroy.run(context)), said: said() };
  } catch (error) {
    return { exitCode: 1, document: {}, outputs: {}, said: said(), error: error as Error };
  }
}

const hub = (more: Record<string, string | boolean> = { yes: true }) => run({ target: 'hub', ...more });
const platform = () => run({ target: 'platform', yes: true });

/** The record of the last apply; one of an earlier version has no settings. */
function record(deletionProtection?: boolean): void {
  const settings = { 'platform.deletionProtection': deletionProtection };
  fixture.kube.put(`${MAPS}/${HUB}-deployed`, {
    data: {
      ...{ state: 'deployed', inputs: 'x', address: 'a', revision: '1', chart: '{}' },
      ...{ 'values.json': '{}', 'manifests.yaml': '' },
      ...(deletionProtection === undefined ? {} : { 'settings.json': JSON.stringify(settings) }),
    },
  });
}

/** Puts a state into the bucket: a text, or the attributes of the resources in it by type. */
async function state(root: 'hub' | 'platform', content: string | Record<string, object>): Promise<void> {
  const resources = Object.entries(content).map(([type, attributes]) => ({
    ...{ mode: 'managed', type, name: 'x', provider: 'google' },
    instances: [{ attributes }],
  }));
  const text = typeof content === 'string' ? content : JSON.stringify({ version: 4, serial: 1, resources });
  const name = encodeURIComponent(`jupyterhub/${HUB}/${root}/default.tfstate`);
  const path = `upload/storage/v1/b/acme-research-tfstate/o?uploadType=media&name=${name}`;
  const answer = await fixture.at.store('POST', path, text, { 'content-type': 'application/json' });
  expect(answer.status).toBe(200);
}

/** Calls that changed something, at Google and in the cluster. */
function writes(): readonly string[] {
  const google = fixture.at.emulator.journal.slice(started).filter(({ write }) => write);
  const cluster = fixture.kube.calls.filter((call) => !call.startsWith('GET '));
  return [...google.map(({ http, path }) => `${http} ${path}`), ...cluster];
}

let started = 0;
beforeEach(() => {
  list('users: [{email: ada@acme.dev, admin: true}]\n');
  configure(UNPROTECTED);
  fixture.kube.objects[SECRETS] = {
    items: [{ metadata: { name: 'sh.helm.release.v1.research.v1', labels: { name: HUB } } }],
  };
  fixture.kube.objects[`/api/v1/namespaces/${NAMESPACE}/pods`] = { items: [] };
  fixture.kube.objects[`/api/v1/namespaces/${NAMESPACE}/persistentvolumeclaims`] = { items: [] };
  fixture.kube.objects['/api/v1/persistentvolumes'] = { items: [] };
  fixture.kube.objects['/api/v1/namespaces'] = { items: [] };
  started = fixture.at.emulator.journal.length;
});

describe('a hub that runs is not destroyed', () => {
  test.each([
    ['the last apply left it protected, and only the file at hand says otherwise', true, /the last apply left it so/],
    ['it was applied by a version that recorded no protection', undefined, /no apply recorded that it is not/],
  ])('where %s', async (_, applied, why) => {
    record(applied);
    const { error } = await hub();
    expect(error?.message).toMatch(why);
    expect(error?.message).toContain('Nothing was changed');
    expect(error?.where).toMatch(/^jupyterhub\.yaml:\d+:\d+$/);
    expect(error?.hint).toContain('not applied');
    expect(writes()).toEqual([]);
  });

  test('where the record of its last apply is gone', async () => {
    delete fixture.kube.objects[`${MAPS}/${HUB}-deployed`];
    const { error } = await hub();
    expect(error?.message).toContain('no apply recorded that it is not');
    expect(writes()).toEqual([]);
  });

  test.each([
    ['the record says so', false],
    ['nothing is recorded, and the platform that it owns is not protected', undefined],
  ])('unless its protection is off by all that was applied: %s', async (_, recorded) => {
    await state('platform', {
      google_container_cluster: { name: HUB, location: 'us-central1', deletion_protection: false },
    });
    record(recorded);
    const input = new PassThrough();
    input.end('no\n');
    const { error, said } = await run({ target: 'hub' }, { input, output: new PassThrough() });
    expect(said).toContain('Destroy: 4 to delete');
    expect(error?.message).toBe('research was not typed. Nothing was changed');
  });

  test.each([
    ['its platform is protected', true, UNPROTECTED, /the last apply left it so/],
    ['the file protects it', false, CONFIG, /the file says so/],
  ])('by a record of an apply that came before a failed one: %s', async (_, isPlatformProtected, text, why) => {
    await state('platform', {
      google_container_cluster: { name: HUB, location: 'us-central1', deletion_protection: isPlatformProtected },
    });
    configure(text);
    record(false);
    started = fixture.at.emulator.journal.length;
    const { error } = await hub();
    expect(error?.message).toMatch(why);
    expect(writes()).toEqual([]);
  });

  test('because the file names another location, where no cluster answers', async () => {
    await state('platform', { google_container_cluster: { name: HUB, location: 'us-central1' } });
    started = fixture.at.emulator.journal.length;
    configure(UNPROTECTED.replace('us-central1', 'europe-west1'));
    record(false);
    const { error } = await hub();
    expect(error?.message).toContain('The cluster of this platform is research in us-central1');
    expect(error?.where).toMatch(/^jupyterhub\.yaml:4:/);
    expect(writes()).toEqual([]);
  });

  test.each([
    ['no flag', {}, /nobody can be asked/],
    ['the name of another hub', { confirm: 'teaching' }, /The hub of this file is research, not "teaching"/],
    ['an address of something else', { yes: true, address: 'gateway-ip' }, /"gateway-ip" is not the reserved address/],
  ])('by %s', async (_, flags, message) => {
    record(false);
    const { error } = await hub(flags);
    expect(error?.message).toMatch(message);
    expect(writes()).toEqual([]);
  });

  test.each([['research-x'], ['yes'], ['']])('by %j, typed in a terminal for its name', async (typed) => {
    record(false);
    const input = new PassThrough();
    const output = new PassThrough();
    input.end(`${typed}\n`);
    const { error } = await run({ target: 'hub' }, { input, output });
    expect(String(output.read())).toContain('To destroy the hub, type research: ');
    expect(error?.message).toContain('research was not typed. Nothing was changed');
    expect(writes()).toEqual([]);
  });
});

describe('the address of a hub', () => {
  beforeEach(async () => {
    record(false);
    fixture.kube.objects[SECRETS] = { items: [] };
    for (const path of Object.keys(fixture.kube.objects)) if (path.startsWith(MAPS)) delete fixture.kube.objects[path];
    await fixture.at.call('POST', `${COMPUTE}/global/addresses`, { name: 'research-ip', addressType: 'EXTERNAL' });
    started = fixture.at.emulator.journal.length;
  });

  test('is kept and listed unless it is named', async () => {
    const { said, error } = await hub();
    expect(error).toBeUndefined();
    expect(said).toMatch(/kept: address \d+\.\d+\.\d+\.\d+, which costs money/);
    expect(said).toContain('destroy --target hub --address research-ip releases it');
    expect(said).not.toContain('is destroyed');
    expect(writes()).toEqual([]);
  });

  test('is not called released where the state does not know it: the command that releases it is given', async () => {
    const { error } = await hub({ yes: true, address: 'research-ip' });
    expect(error?.message).toContain('The terraform state does not know the address of this hub');
    expect(error?.hint).toContain(`gcloud compute addresses delete research-ip --global --project=${PROJECT}`);
    expect(writes()).toEqual([]);
  });
});

describe('a platform is never called destroyed', () => {
  test('while its cluster lives and the state does not know it', async () => {
    const { error, said } = await platform();
    expect(said).not.toMatch(/is destroyed|Nothing to do/);
    expect(error?.message).toContain('The cluster lives (RUNNING), and the terraform state does not know it');
    expect(error?.hint).toContain(`gcloud container clusters delete ${HUB} --location=us-central1`);
    expect(error?.hint).not.toContain('apply');
    expect(writes()).toEqual([]);
  });

  test('while its network lives and the state does not know it', async () => {
    await fixture.at.done(await fixture.at.call('DELETE', CLUSTER));
    started = fixture.at.emulator.journal.length;
    const { error, said } = await platform();
    expect(said).not.toMatch(/is destroyed|Nothing to do/);
    expect(error?.message).toContain('The platform is not destroyed: network research lives on');
    expect(error?.hint).toContain(`gcloud compute networks delete ${HUB} --project=${PROJECT}`);
    expect(error?.hint).not.toContain('apply');
    expect(writes()).toEqual([]);
  });

  test('and is left alone where the applied protection is on, whatever the file at hand says', async () => {
    const cluster = { name: HUB, location: 'us-central1', deletion_protection: true };
    await state('platform', { google_container_cluster: cluster });
    started = fixture.at.emulator.journal.length;
    const { error } = await platform();
    expect(error?.message).toContain('The platform is protected against deletion');
    expect(writes()).toEqual([]);
  });

  test.each([['{"version": 4, "resour'], ['null'], ['[]'], ['']])(
    'and a damaged state, %j, is named with its earlier versions',
    async (text) => {
      await state('platform', text);
      started = fixture.at.emulator.journal.length;
      const { error } = await platform();
      expect(error?.message).toContain('The terraform state is damaged');
      expect(error?.where).toBe(`gs://acme-research-tfstate/jupyterhub/${HUB}/platform/default.tfstate`);
      expect(error?.hint).toContain('gcloud storage ls --all-versions gs://');
      expect(writes()).toEqual([]);
    },
  );
});
