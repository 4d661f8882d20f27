import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { type LivePeople, readPeople, writeAudience, writeMembers } from '../../../../src/access/hub/config-maps.js';
import {
  createReconcilerStatus,
  readReconcilerStatus,
  reconcilerKey,
} from '../../../../src/access/hub/reconciler-status.js';
import { type KubeObject, type KubeRef, type Kubernetes, KubernetesError } from '../../../../src/cloud/kubernetes.js';
import { principal } from '../../../support/people.js';

const PEOPLE = [principal('ada@acme.dev', { admin: true }), principal('grace@acme.dev')];

/** ConfigMaps of one namespace behind an API that checks resource versions; `beforeWrite` is what others do in between. */
class Cluster {
  readonly maps = new Map<string, KubeObject>();
  readonly writes: string[] = [];
  beforeWrite: (attempt: number) => void = () => {};
  #version = 0;

  put(name: string, data: Record<string, string>): KubeObject {
    this.#version += 1;
    const metadata = { name, namespace: 'jupyterhub-research', resourceVersion: String(this.#version) };
    const object = { apiVersion: 'v1', kind: 'ConfigMap', metadata, data };
    this.maps.set(name, object);
    return object;
  }

  #write(verb: string, object: KubeObject, isAllowed: (live: KubeObject | undefined) => boolean): KubeObject {
    this.writes.push(`${verb} ${object.metadata.name}`);
    this.beforeWrite(this.writes.length);
    expect(object.metadata.namespace).toBe('jupyterhub-research');
    if (!isAllowed(this.maps.get(object.metadata.name))) {
      throw new KubernetesError('conflict', { status: 409, where: object.metadata.name });
    }
    return this.put(object.metadata.name, object.data as Record<string, string>);
  }

  get configMaps() {
    const api = {
      get: async ({ name }: KubeRef) => this.maps.get(name),
      create: async (object: KubeObject) => this.#write('create', object, (live) => live === undefined),
      replace: async (object: KubeObject) =>
        this.#write('replace', object, (live) => live?.metadata.resourceVersion === object.metadata.resourceVersion),
      apply: async (object: KubeObject) => this.#write('apply', object, () => true),
      delete: async ({ name }: KubeRef) => this.maps.delete(name ?? ''),
    };
    return { kubernetes: api as unknown as Kubernetes, hub: 'research', namespace: 'jupyterhub-research' };
  }
}

const members = (generation: number, ...emails: string[]): Record<string, string> => ({
  'members.json': JSON.stringify({ generation, people: emails.map((email) => ({ email, admin: false, until: null })) }),
});

describe('the list of people', () => {
  const write = (cluster: Cluster) => writeMembers(cluster.configMaps, PEOPLE, { pause: async () => {} });

  test('is created once, then not written while nobody changes', async () => {
    const cluster = new Cluster();
    expect(await write(cluster)).toMatchObject({ changed: true, before: undefined, list: { generation: 1 } });
    expect(await write(cluster)).toMatchObject({ changed: false, list: { generation: 1 } });
    expect(cluster.writes).toEqual(['create research-members', 'apply research-members-copy']);
    expect((await readPeople(cluster.configMaps)).members?.people.map(({ email }) => email)).toEqual([
      'ada@acme.dev',
      'grace@acme.dev',
    ]);
  });

  test('gets a generation above that of a concurrent run', async () => {
    const cluster = new Cluster();
    cluster.put('research-members', members(4, 'old@acme.dev'));
    cluster.beforeWrite = (attempt) => {
      if (attempt === 1) cluster.put('research-members', members(5, 'other@acme.dev'));
    };
    const { list, before } = await write(cluster);
    expect(list.generation).toBe(6);
    expect(before?.people[0]?.email).toBe('other@acme.dev');
    expect(cluster.writes).toEqual([
      'replace research-members',
      'replace research-members',
      'apply research-members-copy',
    ]);
  });

  test('is not written if a concurrent run wrote the same', async () => {
    const cluster = new Cluster();
    cluster.beforeWrite = () => {
      const people = PEOPLE.map(({ name, admin }) => ({ email: name, admin, until: null }));
      cluster.put('research-members', { 'members.json': JSON.stringify({ generation: 9, people }) });
    };
    expect(await write(cluster)).toMatchObject({ changed: false, list: { generation: 9 } });
    expect(cluster.writes).toEqual(['create research-members', 'apply research-members-copy']);
  });

  test('is given up after ten conflicts, with growing pauses in between', async () => {
    const cluster = new Cluster();
    cluster.beforeWrite = (attempt) => void cluster.put('research-members', members(attempt, 'other@acme.dev'));
    const pauses: number[] = [];
    const writing = writeMembers(cluster.configMaps, PEOPLE, {
      pause: async (milliseconds) => void pauses.push(milliseconds),
    });
    await expect(writing).rejects.toThrow('Another run changed the list of people 10 times');
    expect(cluster.writes).toHaveLength(10);
    expect(pauses).toHaveLength(9);
    for (const [index, pause] of pauses.entries()) {
      expect(pause).toBeGreaterThanOrEqual(50 * (index + 1));
      expect(pause).toBeLessThanOrEqual(150 * (index + 1));
    }
  });

  test('is checked before each write, and not written if the check refuses', async () => {
    const cluster = new Cluster();
    cluster.put('research-members', members(4, 'old@acme.dev'));
    cluster.beforeWrite = () => void cluster.put('research-members', members(5, 'other@acme.dev'));
    const checked: unknown[] = [];
    const check = async ({ members }: LivePeople): Promise<void> => {
      checked.push(members?.people.map(({ email }) => email));
      if (members?.generation === 5) throw new Error('not this one');
    };
    const writing = writeMembers(cluster.configMaps, PEOPLE, { check, pause: async () => {} });
    await expect(writing).rejects.toThrow('not this one');
    expect(checked).toEqual([['old@acme.dev'], ['other@acme.dev']]);
    expect(cluster.writes).toHaveLength(1);
    expect((await readPeople(cluster.configMaps)).members?.generation).toBe(5);
  });

  test('is not written again after an error that is not a conflict', async () => {
    const cluster = new Cluster();
    cluster.beforeWrite = () => {
      throw new KubernetesError('forbidden', { status: 403, where: 'x' });
    };
    await expect(write(cluster)).rejects.toMatchObject({ status: 403 });
    expect(cluster.writes).toHaveLength(1);
  });

  test('of an older version is read, and not written while nobody changes', async () => {
    const cluster = new Cluster();
    const people = PEOPLE.map(({ name, admin }) => ({ email: name, admin, until: null }));
    cluster.put('research-members', { 'members.json': JSON.stringify({ generation: 7, people }, null, 1) });
    expect(await write(cluster)).toMatchObject({ changed: false, list: { generation: 7 } });
    expect(cluster.writes).toEqual(['apply research-members-copy']);
  });

  test('is not written if it is too large for a ConfigMap', async () => {
    const cluster = new Cluster();
    const crowd = Array.from({ length: 20_000 }, (_, index) =>
      principal(`student-${index}@students.university.example`),
    );
    await expect(writeMembers(cluster.configMaps, crowd, { pause: async () => {} })).rejects.toThrow(
      'a ConfigMap holds 1024',
    );
    expect(cluster.writes).toEqual([]);
  });

  test('replaces invalid content', async () => {
    const cluster = new Cluster();
    cluster.put('research-members', { 'members.json': '{"generation": 41, "people": [null]}' });
    expect((await write(cluster)).list.generation).toBe(42);
  });
});

describe('a person whose access is revoked at once', () => {
  const emails = async (cluster: Cluster) =>
    (await readPeople(cluster.configMaps)).members?.people.map(({ email }) => email);

  test('stays blocked while a users file lists them, and is granted access by a new entry after that', async () => {
    const cluster = new Cluster();
    await writeMembers(cluster.configMaps, PEOPLE);
    const out = await writeMembers(cluster.configMaps, PEOPLE, {
      immediate: { remove: ['Grace@acme.dev', 'nobody@acme.dev'], restore: [] },
    });
    expect(out).toMatchObject({ changed: true, list: { generation: 2 }, blocked: ['grace@acme.dev'] });
    expect(await writeMembers(cluster.configMaps, PEOPLE)).toMatchObject({
      changed: false,
      blocked: ['grace@acme.dev'],
    });
    expect(await emails(cluster)).toEqual(['ada@acme.dev']);
    const removed = await writeMembers(cluster.configMaps, PEOPLE.slice(0, 1));
    expect(removed).toMatchObject({ changed: false, list: { generation: 2 }, blocked: [] });
    expect(cluster.maps.get('research-members')?.data).not.toHaveProperty('blocked.json');
    expect(await writeMembers(cluster.configMaps, PEOPLE)).toMatchObject({ changed: true, list: { generation: 3 } });
    expect(await emails(cluster)).toEqual(['ada@acme.dev', 'grace@acme.dev']);
  });
});

test('the audience is written if it is new', async () => {
  const cluster = new Cluster();
  const audience = ['/projects/1/global/backendServices/2'];
  expect(await writeAudience(cluster.configMaps, audience)).toBe(true);
  expect(await writeAudience(cluster.configMaps, audience)).toBe(false);
  expect(cluster.maps.get('research-audience')?.data).toEqual({ 'audiences.json': `${JSON.stringify(audience)}\n` });
});

describe("the access reconciler's report", () => {
  test('is created empty and never overwritten', async () => {
    const cluster = new Cluster();
    expect(await createReconcilerStatus(cluster.configMaps)).toBe(true);
    expect(await readReconcilerStatus(cluster.configMaps)).toBeUndefined();
    cluster.put('research-reconciler', {
      'status.json': '{"generation": 3, "at": "t", "people": {"k": {"stoppedServers": 1}}}',
    });
    expect(await createReconcilerStatus(cluster.configMaps)).toBe(false);
    expect(await readReconcilerStatus(cluster.configMaps)).toEqual({
      generation: 3,
      at: 't',
      people: { k: { stoppedServers: 1 } },
      budgets: [],
    });
  });

  test('starts with the report of the version before, whose ConfigMap is removed', async () => {
    const cluster = new Cluster();
    const report = { generation: 3, at: 't', people: { k: { stoppedServers: 1 } } };
    cluster.put('research-keeper', { 'status.json': JSON.stringify(report) });
    expect(await createReconcilerStatus(cluster.configMaps)).toBe(true);
    expect(await readReconcilerStatus(cluster.configMaps)).toEqual({ ...report, budgets: [] });
    expect([...cluster.maps.keys()]).toEqual(['research-reconciler']);
  });

  test.each(['', 'null', '[]', '{"generation": "3"}'])('is undefined if it is not a report: %s', async (text) => {
    const cluster = new Cluster();
    cluster.put('research-reconciler', { 'status.json': text });
    expect(await readReconcilerStatus(cluster.configMaps)).toBeUndefined();
  });

  test.each(['null', '5', '"x"'])('without valid people (%s) is about nobody', async (people) => {
    const cluster = new Cluster();
    cluster.put('research-reconciler', { 'status.json': `{"generation": 3, "people": ${people}}` });
    expect((await readReconcilerStatus(cluster.configMaps))?.people).toEqual({});
  });

  test('names people by the first digits of a digest', () => {
    expect(reconcilerKey('ada@acme.dev')).toBe(createHash('sha256').update('ada@acme.dev').digest('hex').slice(0, 16));
    expect(reconcilerKey('ada@acme.dev')).toMatch(/^[0-9a-f]{16}$/);
  });
});
