import { describe, expect, test } from '@jest/globals';
import { reconcilerKey } from '../../../../src/access/hub/reconciler-status.js';
import { addressOf, type Change } from '../../../../src/change/change.js';
import type { AccessNote } from '../../../../src/change/run-note.js';
import { type KubeRef, type Kubernetes, KubernetesError } from '../../../../src/cloud/kubernetes.js';
import type { GoogleClient } from '../../../../src/cloud/rest.js';
import { runNoteText } from '../../../../src/report/text/run-note.js';
import { type AppliedAccess, waitForReconciler } from '../../../../src/stages/access/apply.js';
import { joined, notesOf, planPeople } from '../../../../src/stages/access/plan.js';
import { unreadListNote } from '../../../../src/stages/access/unread-list.js';
import type { ClusterConnection } from '../../../../src/stages/session/cluster.js';
import type { Session } from '../../../../src/stages/session/session.js';
import { ACCESS, hubConfig } from '../../../support/hub-config.js';
import { principal } from '../../../support/people.js';

const NOW = new Date('2026-11-24T12:00:00Z');
const change = (name: string, more: Partial<Change> = {}): Change => ({
  scope: 'access',
  action: 'create',
  subject: { kind: 'person', name },
  ...more,
});
const holding = (data: Record<string, string> | undefined): Kubernetes =>
  ({ get: async (ref: KubeRef) => data && { ...ref, metadata: { name: ref.name }, data } }) as unknown as Kubernetes;

const stated = (...names: string[]) => ({ config: hubConfig(), principals: names.map((name) => principal(name)) });
const configMapsOf = (data: Record<string, string>) => ({
  kubernetes: holding(data),
  hub: 'research',
  namespace: 'jupyterhub-research',
});
const listed = (...emails: string[]): string =>
  JSON.stringify({ generation: 1, people: emails.map((email) => ({ email, admin: false, until: null })) });
const iapWith = (policy: object) => ({
  google: { call: async () => ({ etag: 'v1', ...policy }) } as unknown as GoogleClient,
  hub: 'research',
  projectNumber: '1',
  backendId: '2',
});

describe('the plan of people', () => {
  test('counts everybody as new where there is neither hub nor iap', async () => {
    const plan = await planPeople(stated('ada@acme.dev', 'grace@acme.dev'), undefined, undefined, NOW);
    expect(plan.changes.map((one) => `${one.action} ${addressOf(one)}`)).toEqual([
      'create ada@acme.dev',
      'create grace@acme.dev',
    ]);
    expect(plan.notes).toEqual([]);
  });

  test('names a person once, whether hub, iap or both differ', async () => {
    const configMaps = configMapsOf({ 'members.json': listed('ada@acme.dev') });
    const plan = await planPeople(stated('ada@acme.dev', 'grace@acme.dev'), configMaps, iapWith({}), NOW);
    expect(plan.changes.map(addressOf)).toEqual(['grace@acme.dev', 'ada@acme.dev']);
  });

  test('leaves out somebody whose access was revoked at once, and says so', async () => {
    const configMaps = configMapsOf({ 'members.json': listed('ada@acme.dev'), 'blocked.json': '["grace@acme.dev"]' });
    const plan = await planPeople(stated('ada@acme.dev', 'grace@acme.dev'), configMaps, undefined, NOW);
    expect(plan.changes).toEqual([]);
    expect(plan.notes).toEqual([{ code: 'revoked-until-unlisted', name: 'grace@acme.dev' }]);
  });

  test('is refused where too many would lose access', async () => {
    const many = Array.from({ length: 40 }, (_, index) => `person${index}@acme.dev`);
    const configMaps = configMapsOf({ 'members.json': listed(...many) });
    await expect(planPeople(stated(...many.slice(20)), configMaps, undefined, NOW)).rejects.toThrow('20 of 40 entries');
    expect((await planPeople(stated(...many.slice(5)), configMaps, undefined, NOW)).changes).toHaveLength(5);
  });

  test('is refused by the guard of before, where that was stricter', async () => {
    const many = Array.from({ length: 40 }, (_, index) => `person${index}@acme.dev`);
    const configMaps = configMapsOf({ 'members.json': listed(...many) });
    const config = {
      ...hubConfig(),
      access: { ...ACCESS, guard: { maxRemovals: { percent: 90, atLeast: 30 }, requiredAdmins: 0 } },
    };
    const asked: string[] = [];
    const plan = (left: number, percent: number, atLeast: number, requiredAdmins = 0) => {
      const of = { config, principals: many.slice(40 - left).map((name) => principal(name)) };
      return planPeople(of, configMaps, undefined, NOW, undefined, async () => {
        asked.push('asked');
        const limits = { maxRemovals: { percent, atLeast }, requiredAdmins };
        return { limits, place: 'jupyterhub.yaml:9:3', isRead: true };
      });
    };
    await expect(plan(20, 25, 5)).rejects.toThrow(/20 of 40 entries .* allowed 25 % or 5 .*jupyterhub.yaml:9:3/);
    expect((await plan(20, 50, 5)).changes).toHaveLength(20);
    expect((await plan(20, 0, 20)).changes).toHaveLength(20);
    // The stricter of both: what the file has now counts at once.
    await expect(plan(3, 100, 100)).rejects.toThrow('access.guard allows 90 % or 30');
    await expect(plan(39, 100, 100, 1)).rejects.toThrow('access.guard.requiredAdmins was 1');
    asked.length = 0;
    await plan(40, 0, 0);
    expect(asked).toEqual([]);
  });

  test('is refused by the earlier guard if an administrator is removed', async () => {
    const members = { generation: 1, people: [{ email: 'ada@acme.dev', admin: true, until: null }] };
    const configMaps = configMapsOf({ 'members.json': JSON.stringify(members) });
    const limits = { maxRemovals: { percent: 25, atLeast: 5 }, requiredAdmins: 1 };
    const before = async () => ({ limits, place: 'jupyterhub.yaml:9:3', isRead: true });
    await expect(planPeople(stated('ada@acme.dev'), configMaps, undefined, NOW, undefined, before)).rejects.toThrow(
      '0 administrators would be left, but access.guard.requiredAdmins was 1 before this change',
    );
  });

  test('is refused where the first run would shut out people of others', async () => {
    const role = 'roles/iap.httpsResourceAccessor';
    const iap = iapWith({ bindings: [{ role, members: ['user:old@acme.dev'] }] });
    await expect(planPeople(stated('ada@acme.dev'), undefined, iap, NOW)).rejects.toThrow('already has 1 member');
    const configMaps = configMapsOf({ 'members.json': listed('ada@acme.dev') });
    const adopted = await planPeople(stated('ada@acme.dev'), configMaps, iap, NOW);
    expect(adopted.changes.map((one) => `${one.action} ${addressOf(one)}`)).toContain('delete old@acme.dev');
  });

  test("takes a change of the hub's list before the one of IAP", () => {
    const [list, iap] = [change('ada@acme.dev', { gains: {} }), change('ada@acme.dev')];
    expect(joined([list], [iap, change('grace@acme.dev')])).toEqual([list, change('grace@acme.dev')]);
  });

  test('does not name who passes IAP in another way than before', () => {
    const goes = change('ada@acme.dev', { scope: 'iap', action: 'delete' });
    const [comes, other] = [change('ada@acme.dev'), change('lin@acme.dev', { action: 'delete' })];
    expect(joined([], [goes, other, comes])).toEqual([other]);
    const group = change('lin@acme.dev', { scope: 'iap', subject: { kind: 'google-group', name: 'lin@acme.dev' } });
    expect(joined([], [other, group])).toEqual([other, group]);
  });

  test("notes others' grants, five of them by name", () => {
    expect(notesOf(undefined)).toEqual([]);
    expect(notesOf({ foreign: [] })).toEqual([]);
    const grant = { kind: 'other', role: 'roles/iap.httpsResourceAccessor', condition: 'office hours' } as const;
    const foreign = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((member) => ({ ...grant, member }));
    const [note] = notesOf({ foreign: [...foreign, { ...grant, member: 'ops', role: 'roles/iap.admin' }] });
    expect(note).toEqual({ code: 'foreign-grants-kept', members: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] });
    expect(note && runNoteText(note)).toContain('a, b, c, d, e and 2 more');
  });

  test('notes whom IAM does not know, and what the policy warns of', () => {
    const warnings = [{ code: 'deleted-account', member: 'deleted:user:x' }] as const;
    expect(notesOf({ warnings, unknown: ['user:typo@acme.dev'] })).toEqual([
      ...warnings,
      { code: 'unknown-to-iam', members: ['user:typo@acme.dev'] },
    ]);
  });
});

test('a report says that the hub cannot read its newest list', () => {
  const status = { generation: 2, at: 't', people: {} };
  expect([unreadListNote(undefined), unreadListNote(status)]).toEqual([undefined, undefined]);
  const unread = { generation: 3, entry: 1, problem: 'entry 1 has no e-mail address' };
  expect(unreadListNote({ ...status, unread })).toContain(
    'cannot read its newest list of people (generation 3): entry 1 has no e-mail address. The last valid list is in force',
  );
});

describe('waiting for the access reconciler', () => {
  const wait = (
    status: object,
    done: Partial<AppliedAccess>,
    kubernetes: object = holding({ 'status.json': JSON.stringify(status) }),
  ): Promise<readonly AccessNote[]> => {
    const signal = new AbortController().signal;
    const session = { context: { say: () => {}, signal }, config: { name: 'research' }, step: () => {} };
    const cluster = { kubernetes };
    const all: AppliedAccess = { changes: [], notes: [], people: [], generation: 3, incomplete: [], ...done };
    return waitForReconciler(session as unknown as Session, cluster as unknown as ClusterConnection, all);
  };

  test('ends once its report is as new as the list, and says what became of those who left', async () => {
    const [ada, grace, guest] = ['ada@acme.dev', 'grace@acme.dev', 'guest@acme.dev'] as const;
    const people = {
      [reconcilerKey(ada)]: { stoppedServers: 2, deletedTokens: 1 },
      [reconcilerKey(grace)]: { error: 'the hub did not answer' },
      [reconcilerKey(guest)]: null,
    };
    const changes = [
      change(ada, { action: 'delete' }),
      change(grace, { action: 'delete' }),
      change(guest, { action: 'delete' }),
      change('new@acme.dev'),
    ];
    expect(await wait({ generation: 3, at: 't', people }, { changes })).toEqual([
      { code: 'access-revoked', name: ada, stoppedServers: 2, deletedTokens: 1 },
      { code: 'revocation-incomplete', name: grace, error: 'the hub did not answer' },
      { code: 'access-revoked', name: guest, stoppedServers: 0, deletedTokens: 0 },
    ]);
  });

  test('asks for an apply where the hub is of the version before and gives no right to its report', async () => {
    const forbidden = new KubernetesError('configmaps "research-reconciler" is forbidden', {
      status: 403,
      where: 'GET',
    });
    const kubernetes = { get: () => Promise.reject(forbidden) };
    await expect(wait({}, {}, kubernetes)).rejects.toMatchObject({ hint: expect.stringContaining('Run apply once') });
    const lost = new KubernetesError('not well', { status: 500, where: 'GET' });
    await expect(wait({}, {}, { get: () => Promise.reject(lost) })).rejects.toBe(lost);
  });

  test('ends at once where the hub cannot read the list, and names the address and its line', async () => {
    const at = (line: number) => ({ file: 'users.yaml', line, column: 5, length: 1 });
    const people = [
      principal('zoe@acme.dev', { location: at(3) }),
      principal("o'brien@acme.dev", { location: at(14) }),
      principal('ada@acme.dev', { location: at(2) }),
    ];
    const unread = { generation: 3, entry: 1, problem: 'entry 1 has no e-mail address' };
    await expect(wait({ generation: 2, people: {}, unread }, { people })).rejects.toMatchObject({
      message:
        "The hub cannot read the entry of o'brien@acme.dev in the new list of people: entry 1 has no e-mail address. It goes on with the last valid list (generation 2)",
      where: 'users.yaml:14:5',
      hint: expect.stringContaining('People who left have lost their access.'),
    });
    const other = { generation: 3, entry: null, problem: '\u001b[31mthe domains' };
    await expect(wait({ generation: 0, unread: other }, { people })).rejects.toMatchObject({
      message: 'The hub cannot read the new list of people: it is not valid. It goes on with the last valid list',
      where: 'ConfigMap jupyterhub-research/research-reconciler',
    });
  });

  test('does not end for an older list that the hub could not read', async () => {
    const unread = { generation: 2, entry: 0, problem: 'entry 0 has no e-mail address' };
    const reports = [{ generation: 1, unread }, { generation: 3 }];
    const kubernetes = {
      get: async () => ({ data: { 'status.json': JSON.stringify(reports.shift() ?? { generation: 3 }) } }),
    };
    expect(await wait({}, {}, kubernetes)).toEqual([]);
    expect(reports).toEqual([]);
  });

  test('does not stumble over a report without people', async () => {
    const notes = await wait({ generation: 4 }, { changes: [change('ada@acme.dev', { action: 'delete' })] });
    expect(notes).toEqual([{ code: 'access-revoked', name: 'ada@acme.dev', stoppedServers: 0, deletedTokens: 0 }]);
  });
});
