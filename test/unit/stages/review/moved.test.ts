import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { GoogleClient } from '../../../../src/cloud/rest.js';
import type { HubConfig } from '../../../../src/config/model.js';
import { refuseMove } from '../../../../src/stages/review/moved.js';
import type { Session } from '../../../../src/stages/session/session.js';
import { contextIn } from '../../../support/command-context.js';
import { hubConfig } from '../../../support/hub-config.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'moved-'));
  mkdirSync(join(folder, 'repository'));
  git('init', '-q', '-b', 'main');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function git(...args: string[]): void {
  const who = ['-c', 'user.name=Test', '-c', 'user.email=test@acme.dev'];
  execFileSync('git', [...who, ...args], { cwd: join(folder, 'repository'), encoding: 'utf8' });
}

function commit(text: string, file = 'jupyterhub.yaml'): void {
  writeFileSync(join(folder, 'repository', file), text);
  git('add', '-A');
  git('commit', '-q', '-m', 'change');
}

const resource = (type: string, attributes: object) => ({
  mode: 'managed',
  type,
  name: 'x',
  instances: [{ attributes }],
});
const PLATFORM = [
  resource('google_project_service', { project: 'acme-research' }),
  resource('google_container_cluster', { name: 'research', project: 'acme-research', location: 'us-central1' }),
];
const HUB = [resource('google_compute_global_address', { name: 'research-ip', project: 'acme-research' })];
/** States by bucket and prefix. */
const STATES = {
  'acme-research-tfstate/jupyterhub/research/platform': PLATFORM,
  'acme-research-tfstate/jupyterhub/research/hub': HUB,
};

const STATE = 'acme-research-tfstate/jupyterhub/research/platform';

/** Plans a configuration where these states are. */
function plan(more: Partial<HubConfig>, states: Readonly<Record<string, readonly object[] | string>> = STATES) {
  const fetch = async (url: string | URL | Request): Promise<Response> => {
    const [, bucket, object = ''] = /\/b\/([^/]+)\/o\/([^?]+)\?alt=media$/.exec(String(url)) ?? [];
    const found = states[`${bucket}/${decodeURIComponent(object).replace('/default.tfstate', '')}`];
    if (found === undefined) return new Response('{}', { status: 404 });
    return new Response(typeof found === 'string' ? found : JSON.stringify({ version: 4, resources: found }));
  };
  const session = {
    config: hubConfig({}, more),
    google: new GoogleClient({ token: async () => 't', env: {}, fetch, sleep: async () => {} }),
    input: { locate: ([key]: string[]) => ({ file: 'jupyterhub.yaml', line: key === 'name' ? 2 : 4, column: 7 }) },
    context: contextIn(join(folder, 'repository'), { env: { PATH: process.env.PATH } }),
    tempDir: folder,
  } as unknown as Session;
  return refuseMove(session);
}

describe('a hub that exists', () => {
  test('does not get another location', async () => {
    await expect(plan({ location: 'europe-west1' })).rejects.toMatchObject({
      message:
        'The hub "research" exists in the location us-central1. Its cluster and the homes of its people cannot move to europe-west1',
      where: 'jupyterhub.yaml:4:7',
      hint: expect.stringMatching(
        /^Write location: us-central1 again\. Nothing was changed\. To move people, .*destroy/,
      ),
    });
  });

  test('does not get a cluster of another mode', async () => {
    const cluster = { mode: 'standard' as const, zones: ['us-central1-a'], nodePools: {} };
    const platform = { ...hubConfig().platform, cluster };
    const autopilot = [resource('google_container_cluster', { location: 'us-central1', enable_autopilot: true })];
    await expect(plan({ platform }, { ...STATES, [STATE]: autopilot })).rejects.toMatchObject({
      message: expect.stringContaining('has the mode autopilot. Google cannot change it to standard'),
      hint: expect.stringContaining('Write platform: {cluster: {mode: autopilot}} again.'),
    });
    const standard = [
      resource('google_container_cluster', { location: 'us-central1', remove_default_node_pool: true }),
    ];
    await expect(plan({}, { ...STATES, [STATE]: standard })).rejects.toThrow('has the mode standard');
    await expect(plan({ platform }, { ...STATES, [STATE]: standard })).resolves.toBeUndefined();
  });

  test('does not get another project, also where another file owns the platform', async () => {
    await expect(plan({ project: 'acme-other' })).rejects.toThrow('exists in the project acme-research');
    const from = {
      name: 'shared',
      from: '../jupyterhub.yaml',
      zones: undefined,
      cluster: { mode: 'autopilot' as const },
      deletionProtection: true,
    };
    await expect(plan({ project: 'acme-other', platform: from })).rejects.toThrow(
      'exists in the project acme-research',
    );
  });

  test.each([
    ['a cluster that exists', { existing: { name: 'shared', location: 'us-central1' } }],
    ["another file's platform", { name: 'other', from: '../other/jupyterhub.yaml' }],
  ])('that owns its platform does not leave it for %s', async (_, more) => {
    const platform = {
      ...{ name: 'research', from: undefined, zones: undefined, cluster: { mode: 'autopilot' as const } },
      deletionProtection: true,
      ...more,
    };
    await expect(plan({ platform })).rejects.toThrow(
      'is on the cluster projects/acme-research/locations/us-central1/clusters/research, which its own platform made',
    );
    // A hub that never owned one.
    await plan({ platform }, { 'acme-research-tfstate/jupyterhub/research/hub': HUB });
  });

  test('on a cluster that exists does not get another one', async () => {
    const existing = { name: 'shared', location: 'us-central1' };
    const onShared = {
      name: 'research',
      ...{ from: undefined, zones: undefined, cluster: { mode: 'autopilot' as const }, deletionProtection: true },
      existing,
    };
    const cluster = 'projects/acme-research/locations/us-central1/clusters/shared';
    const hub = JSON.stringify({
      version: 4,
      resources: HUB,
      outputs: { cluster: { value: cluster, type: 'string' } },
    });
    const states = { 'acme-research-tfstate/jupyterhub/research/hub': hub };
    await plan({ platform: onShared }, states);
    await expect(plan({ platform: { ...onShared, existing: { ...existing, name: 'other' } } }, states)).rejects.toThrow(
      `The hub "research" is on the cluster ${cluster}. It cannot move to`,
    );
    await expect(plan({}, states)).rejects.toThrow('the homes of its people would stay behind');
  });

  test('does not get another name, whether the change is committed or not', async () => {
    commit('name: research\nstate: {bucket: acme-research-tfstate}\n');
    const renamed = {
      name: 'science',
      platform: {
        name: 'science',
        from: undefined,
        zones: undefined,
        cluster: { mode: 'autopilot' as const },
        deletionProtection: true,
      },
    };
    const refusal = {
      message: expect.stringMatching(
        /^This file described the hub "research", which exists\. .* stay behind without a file/,
      ),
      where: 'jupyterhub.yaml:2:7',
      hint: expect.stringContaining('Write name: research again.'),
    };
    await expect(plan(renamed)).rejects.toMatchObject(refusal);
    commit('name: science\nstate: {bucket: acme-research-tfstate}\n');
    commit('name: science\nstate: {bucket: acme-research-tfstate}\ncost: {}\n');
    await expect(plan(renamed)).rejects.toMatchObject(refusal);
  });

  test('does not get another bucket without its state, and the way is named', async () => {
    commit('name: research\nstate: {bucket: acme-research-tfstate}\n');
    await expect(plan({ state: { bucket: 'acme-new' } })).rejects.toMatchObject({
      message: expect.stringContaining('everything would be made a second time'),
      hint: 'Nothing was changed. Copy the state first: gcloud storage cp --recursive gs://acme-research-tfstate/jupyterhub/research gs://acme-new/jupyterhub/',
    });
    const copied = { 'acme-new/jupyterhub/research/platform': PLATFORM, 'acme-new/jupyterhub/research/hub': HUB };
    await plan({ state: { bucket: 'acme-new' } }, { ...STATES, ...copied });
  });
});

describe('no move is', () => {
  const science = {
    name: 'science',
    platform: {
      name: 'science',
      from: undefined,
      zones: undefined,
      cluster: { mode: 'autopilot' as const },
      deletionProtection: true,
    },
  };

  test('a hub as it was, and one that is new', async () => {
    await plan({});
    await plan({}, {});
    await plan(science);
  });

  test('a second hub in a file of its own beside the first one', async () => {
    commit('name: research\n', 'other.yaml');
    commit('name: science\n');
    await plan(science);
  });

  test('a new hub in the file of one that was destroyed', async () => {
    commit('name: research\n');
    await plan(science, { ...STATES, 'acme-research-tfstate/jupyterhub/research/hub': [] });
  });

  test('a state, a file or a history that nobody can read', async () => {
    for (const text of ['', '[]', '{"resources": 1}', '{"resources": [null, {"mode": "managed"}]}', 'x']) {
      await plan({}, { 'acme-research-tfstate/jupyterhub/research/hub': text });
    }
    commit('name: [research\n');
    commit('name: {a: 1}\nstate: 7\n');
    await plan(science);
  });
});
