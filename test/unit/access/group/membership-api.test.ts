import { describe, expect, test } from '@jest/globals';
import {
  addToGroup,
  type GroupMember,
  readGroup,
  removeFromGroup,
} from '../../../../src/access/group/membership-api.js';
import { nextGroupRecord, parseGroupRecord, reconciledGroupRecord } from '../../../../src/access/group/record.js';
import { GoogleClient } from '../../../../src/cloud/rest.js';
import { type Answer, stub } from '../../../support/answers.js';

const GROUP = 'hub-users@acme.dev';
const group = { resource: 'groups/g1', members: [] };
const member = (resource: string): GroupMember => ({ resource, address: 'a@acme.dev', kind: 'person', manages: false });

function client(...answers: Answer[]) {
  const server = stub(...answers);
  return { google: new GoogleClient({ token: async () => 't', env: {}, ...server }), ...server };
}

async function read(...memberships: readonly object[]): Promise<readonly GroupMember[]> {
  const { google } = client({ status: 200, body: { name: 'groups/g1' } }, { status: 200, body: { memberships } });
  return (await readGroup(google, GROUP)).members;
}

describe('the members of a group', () => {
  test('have an address and a kind, also if no users file can list them', async () => {
    const found = await read(
      {
        name: 'groups/g1/memberships/1',
        preferredMemberKey: { id: 'Ada@acme.dev' },
        roles: [{ name: 'MEMBER' }],
        type: 'USER',
      },
      {
        name: 'm2',
        preferredMemberKey: { id: 'ml@acme.dev' },
        roles: [{ name: 'OWNER' }, { name: 'MEMBER' }],
        type: 'GROUP',
      },
      { name: 'm3', preferredMemberKey: { id: 'bot@p.iam.gserviceaccount.com' }, type: 'SERVICE_ACCOUNT' },
      { name: 'm4', preferredMemberKey: { id: 'guest@partner.example' }, type: 'OTHER' },
      { name: 'm5', preferredMemberKey: { id: 'C01abc' }, type: 'OTHER' },
      { name: 'm6', preferredMemberKey: { id: 'x@acme.dev', namespace: 'identitysources/1' }, type: 'USER' },
      { name: 'm7', preferredMemberKey: { id: 'drive@acme.dev' }, type: 'SHARED_DRIVE' },
      { name: 'm8' },
    );
    expect(found.map(({ address, kind, manages }) => [address, kind, manages])).toEqual([
      ['Ada@acme.dev', 'person', false],
      ['ml@acme.dev', 'group', true],
      ['bot@p.iam.gserviceaccount.com', 'serviceAccount', false],
      ['guest@partner.example', 'person', false],
      ['"C01abc"', 'other', false],
      ['"x@acme.dev"', 'other', false],
      ['drive@acme.dev', 'other', false],
      ['"m8"', 'other', false],
    ]);
  });

  test('cannot inject a line or a workflow command by their name', async () => {
    const [one] = await read({ name: 'm', preferredMemberKey: { id: 'a@acme.dev\n::error::x' }, type: 'USER' });
    expect(one).toMatchObject({ address: '"a@acme.dev\\n::error::x"', kind: 'other' });
  });

  test.each(['groups/../projects/p', 'groups/a/b', 'projects/p', ''])('are not read by the name %j', async (name) => {
    const { google, seen } = client({ status: 200, body: { name } });
    await expect(readGroup(google, GROUP)).rejects.toThrow('returned no valid name for the group');
    expect(seen).toHaveLength(1);
  });

  test('are read to the last page; the address is sent as one value', async () => {
    const { google, seen } = client(
      { status: 200, body: { name: 'groups/g1' } },
      { status: 200, body: { memberships: [], nextPageToken: 'a&b' } },
      { status: 200, body: { nextPageToken: '' } },
    );
    expect((await readGroup(google, 'a&b=c@acme.dev')).members).toEqual([]);
    expect(seen.map(({ url }) => url.replace('https://cloudidentity.googleapis.com/v1/', ''))).toEqual([
      'groups:lookup?groupKey.id=a%26b%3Dc%40acme.dev',
      'groups/g1/memberships?view=FULL&pageSize=500',
      'groups/g1/memberships?view=FULL&pageSize=500&pageToken=a%26b',
    ]);
  });
});

describe('a write of a membership', () => {
  const refusal = (status: number, name: string, message = 'no'): Answer => ({
    status,
    body: { error: { message, status: name } },
  });

  test('is done if the group is as desired already', async () => {
    const exists = client(refusal(409, 'ALREADY_EXISTS'));
    await addToGroup(exists.google, group, 'ada@acme.dev');
    const gone = client(refusal(404, 'NOT_FOUND'));
    await removeFromGroup(gone.google, member('groups/g1/memberships/1'));
    expect([exists.seen.length, gone.seen.length]).toEqual([1, 1]);
  });

  test('is repeated after a conflict, at most seven times', async () => {
    const busy = client(refusal(409, 'ABORTED'), refusal(409, 'ABORTED'), { status: 200, body: { done: true } });
    await addToGroup(busy.google, group, 'ada@acme.dev');
    expect(busy.seen).toHaveLength(3);
    const always = client(refusal(409, 'ABORTED', 'concurrent'));
    await expect(removeFromGroup(always.google, member('groups/g1/memberships/1'))).rejects.toThrow('concurrent');
    expect(always.seen).toHaveLength(7);
  });

  test('fails if its operation failed', async () => {
    const { google } = client({ status: 200, body: { done: true, error: { code: 7, message: 'Not this one.' } } });
    await expect(addToGroup(google, group, 'ada@acme.dev')).rejects.toThrow('Not this one.');
  });

  test.each(['groups/g1', 'groups/g1/memberships/../../x', 'groups/g1/memberships/1:x'])(
    'is never sent to an invalid name such as %s',
    async (name) => {
      const { google, seen } = client({ status: 200 });
      await expect(removeFromGroup(google, member(name))).rejects.toThrow('no valid name for the membership');
      expect(seen).toEqual([]);
    },
  );
});

describe('the record of a group', () => {
  const additive = { group: GROUP, mode: 'additive' } as const;
  const authoritative = { group: GROUP, mode: 'authoritative' } as const;

  test.each([undefined, '', 'null', '[]', '{"group": 1, "added": []}', '{"group": "g"}'])(
    'is none where it says %j',
    (text) => {
      expect(parseGroupRecord(text)).toBeUndefined();
    },
  );

  test('of an authoritative group has no addresses, and is removed with the key', () => {
    expect(nextGroupRecord(undefined, authoritative, ['ada@acme.dev'])).toEqual({ group: GROUP, added: [] });
    expect(nextGroupRecord({ group: GROUP, added: [] }, undefined, ['ada@acme.dev'])).toBeUndefined();
  });

  test('of an additive group keeps addresses of earlier lists until they are removed, and forgets another group', () => {
    const first = nextGroupRecord(undefined, additive, ['grace@acme.dev', 'ada@acme.dev']);
    expect(first).toEqual({ group: GROUP, added: ['ada@acme.dev', 'grace@acme.dev'] });
    const second = nextGroupRecord(first, additive, ['ada@acme.dev']);
    expect(second).toEqual(first);
    expect(second && reconciledGroupRecord(second, ['ada@acme.dev'], ['Grace@acme.dev'])).toEqual(first);
    expect(second && reconciledGroupRecord(second, ['ada@acme.dev'], [])).toEqual({
      group: GROUP,
      added: ['ada@acme.dev'],
    });
    expect(nextGroupRecord({ group: 'other@acme.dev', added: ['x@acme.dev'] }, additive, [])?.added).toEqual([]);
  });
});
