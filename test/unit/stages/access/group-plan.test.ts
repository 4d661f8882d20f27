import { describe, expect, test } from '@jest/globals';
import type { GroupRecord } from '../../../../src/access/group/record.js';
import { AdoptionNeeded } from '../../../../src/access/iap/adoption.js';
import { addressOf } from '../../../../src/change/change.js';
import type { Kubernetes } from '../../../../src/cloud/kubernetes.js';
import { GoogleClient } from '../../../../src/cloud/rest.js';
import type { HubConfig } from '../../../../src/config/model.js';
import { runNoteText } from '../../../../src/report/text/run-note.js';
import { type GroupReader, planGroup, refuseForeignGroup } from '../../../../src/stages/access/group-plan.js';
import { failureNotes } from '../../../../src/stages/access/group-sync.js';
import { planPeople } from '../../../../src/stages/access/plan.js';
import type { Session } from '../../../../src/stages/session/session.js';
import { type Answer, stub } from '../../../support/answers.js';
import { contextIn } from '../../../support/command-context.js';
import { hubConfig } from '../../../support/hub-config.js';
import { principal } from '../../../support/people.js';

const NOW = new Date('2026-11-24T12:00:00Z');
const GROUP = 'hub-users@acme.dev';
const SELF = 'research-apply@p.iam.gserviceaccount.com';
const OURS: GroupRecord = { group: GROUP, added: [] };

function stated(manage = true, mode: 'authoritative' | 'additive' = 'authoritative') {
  const config = hubConfig();
  const entry = { kind: 'group' as const, group: GROUP, manage };
  const managed: HubConfig = { ...config, access: { ...config.access, entry, mode } };
  return { config: managed, principals: [principal('ada@acme.dev'), principal('grace@acme.dev')] };
}

function reader(strict: boolean, ...answers: Answer[]): GroupReader & { readonly seen: readonly { url: string }[] } {
  const { fetch, sleep, seen } = stub(...answers);
  return { google: new GoogleClient({ token: async () => 't', env: {}, fetch, sleep }), self: SELF, strict, seen };
}

const lookup: Answer = { status: 200, body: { name: 'groups/g1' } };
const members = (...addresses: string[]): Answer => ({
  status: 200,
  body: {
    memberships: addresses.map((id, index) => ({
      name: `groups/g1/memberships/${index}`,
      preferredMemberKey: { id },
      roles: [{ name: 'MEMBER' }, ...(id === SELF || id.startsWith('boss') ? [{ name: 'MANAGER' }] : [])],
      type: 'USER',
    })),
  },
});
const denied: Answer = { status: 403, body: { error: { message: 'Error(2028)', status: 'PERMISSION_DENIED' } } };
const disabled: Answer = {
  status: 403,
  body: { error: { details: [{ '@type': 'x/google.rpc.ErrorInfo', reason: 'SERVICE_DISABLED' }] } },
};
const plan = (from: GroupReader, group?: GroupRecord, what = stated()) =>
  planGroup(what, { group, blocked: [] }, from, NOW);

describe('the plan of a managed group', () => {
  test('shows who comes and who goes, and names its administrators but not the identity of the run', async () => {
    const { changes, notes } = await plan(
      reader(false, lookup, members('ada@acme.dev', 'old@acme.dev', SELF, 'boss@acme.dev')),
      OURS,
    );
    expect(changes.map((change) => `${change.action} ${addressOf(change)}`)).toEqual([
      'create grace@acme.dev',
      'delete old@acme.dev',
    ]);
    expect(changes[1]?.notes).toContainEqual({ code: 'group-member-unlisted', group: GROUP });
    expect(notes).toEqual([{ code: 'group-administrators', group: GROUP, members: ['boss@acme.dev'] }]);
  });

  test('asks Google nothing where no group is managed', async () => {
    const from = reader(true, denied);
    expect(await plan(from, undefined, stated(false))).toEqual({ changes: [], notes: [] });
    expect(from.seen).toEqual([]);
  });

  test('is refused where the group was never taken over, or another one was, and would lose members', async () => {
    const answers = [lookup, members('old@acme.dev')];
    await expect(plan(reader(false, ...answers))).rejects.toThrow(AdoptionNeeded);
    await expect(plan(reader(false, ...answers), { ...OURS, group: 'other@acme.dev' })).rejects.toThrow(AdoptionNeeded);
    const additive = await plan(reader(false, ...answers), undefined, stated(true, 'additive'));
    expect(additive.changes.map(({ action }) => action)).toEqual(['create', 'create']);
  });

  test('has a gap with a note where the identity may not see the group, which is a failure when it is carried out', async () => {
    const { changes, notes } = await plan(reader(false, denied));
    expect(changes).toEqual([]);
    expect(notes).toEqual([{ code: 'group-unreadable', group: GROUP, error: expect.stringContaining('Error(2028)') }]);
    await expect(plan(reader(true, denied))).rejects.toThrow('does not exist, or this identity may not read');
  });

  test('waits for apply where the API is off yet, also when it is carried out', async () => {
    for (const strict of [false, true]) {
      expect((await plan(reader(strict, disabled))).notes).toEqual([{ code: 'group-api-disabled', group: GROUP }]);
    }
  });

  test('is no plan at all where Google is down', async () => {
    await expect(plan(reader(false, { status: 503 }))).rejects.toThrow('HTTP 503');
  });
});

test('the plan of people names each once, whether list, group or both differ', async () => {
  const from = reader(false, lookup, members('ada@acme.dev', 'old@acme.dev'));
  const data = {
    'members.json': JSON.stringify({ generation: 1, people: [{ email: 'ada@acme.dev', admin: false, until: null }] }),
    'group.json': JSON.stringify(OURS),
  };
  const kubernetes = { get: async () => ({ metadata: { name: 'm' }, data }) } as unknown as Kubernetes;
  const configMaps = { kubernetes, hub: 'research', namespace: 'jupyterhub-research' };
  const { changes } = await planPeople(stated(), configMaps, undefined, NOW, from);
  expect(changes.map((change) => `${change.action} ${addressOf(change)}`)).toEqual([
    'create grace@acme.dev',
    'delete old@acme.dev',
  ]);
});

test('an apply waits for the API that it has just enabled', async () => {
  const from = reader(true, disabled, lookup, members('ada@acme.dev'));
  const context = contextIn('.', { now: NOW });
  const session = { ...stated(), google: from.google, context } as unknown as Session;
  await refuseForeignGroup(session, { group: undefined, blocked: [] }, 'apply');
  expect(from.seen).toHaveLength(3);
}, 20_000);

describe('members that failed', () => {
  const failure = (index: number, message: string, forbidden: boolean) => {
    const address = `p${index}@acme.dev`;
    const facts = {
      member: `user:${address}`,
      kind: 'person',
      reason: { code: 'not-listed' },
      principal: undefined,
      live: undefined,
    } as const;
    return { change: { ...facts, address, action: 'add' as const }, message, forbidden };
  };
  const managed = { group: GROUP, mode: 'authoritative' as const };

  test('are named with their reasons, twenty of them, and where a permission is missing with what that can mean', () => {
    const all = Array.from({ length: 25 }, (_, i) => failure(i, 'A permission is missing: Error(2028)', true));
    const notes = failureNotes(managed, all).map(runNoteText);
    expect(notes).toHaveLength(22);
    expect(notes[0]).toMatch(/25 members could not be written.* not a manager of the group/);
    expect(notes[1]).toBe(`p0@acme.dev could not be added to ${GROUP}: A permission is missing: Error(2028)`);
    expect(notes.at(-1)).toBe('… and 5 more.');
    expect(failureNotes(managed, [failure(1, 'HTTP 500', false)])[0]).toMatchObject({ failed: 1, forbidden: false });
    expect(failureNotes(managed, [])).toEqual([]);
  });
});
