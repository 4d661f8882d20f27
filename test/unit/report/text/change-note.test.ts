import { expect, test } from '@jest/globals';
import type { ChangeNote } from '../../../../src/change/change-note.js';
import { changeNotesText, changeNoteText } from '../../../../src/report/text/change-note.js';

const at = { file: 'users.yaml', line: 5 };
const until = '2027-01-01T00:00:00Z';
const group = 'hub-users@acme.dev';

test.each<[ChangeNote, string]>([
  [{ code: 'listed', ...at }, 'listed at users.yaml:5'],
  [{ code: 'listed', ...at, until }, 'listed at users.yaml:5, until 2026-12-31'],
  [{ code: 'listed', ...at, until: '2027-01-01T00:00:00+01:00' }, 'listed at users.yaml:5, until 2026-12-31'],
  [{ code: 'listed', ...at, until: null }, 'listed at users.yaml:5, without an end'],
  [{ code: 'kept-additive' }, 'granted in the console; kept, since access.mode is additive'],
  [
    { code: 'kept-additive', ...at, until },
    'listed at users.yaml:5, until 2026-12-31; granted in the console without an end; kept, since access.mode is additive',
  ],
  [{ code: 'access-entry', entry: 'domain' }, 'access.entry names this domain'],
  [{ code: 'public-grant' }, 'granted to everybody, which a users file cannot express'],
  [{ code: 'access-ended', ...at, until }, 'listed at users.yaml:5, until 2026-12-31, which has passed'],
  [
    { code: 'entry-instead', ...at, entry: 'group' },
    'listed at users.yaml:5; access.entry grants access to a group instead',
  ],
  [{ code: 'unknown-to-iam', ...at }, 'listed at users.yaml:5; IAM does not know it'],
  [{ code: 'ended-and-unlisted' }, 'no longer listed, and its end has passed'],
  [{ code: 'granted-in-console' }, 'granted in the console, not listed'],
  [{ code: 'no-longer-listed' }, 'no longer listed'],
  [{ code: 'not-listed' }, 'not listed'],
  [{ code: 'not-in-group', ...at, group }, `listed at users.yaml:5, and not in ${group} yet`],
  [{ code: 'group-member-unlisted', group }, `in ${group}, and in no users file`],
  [
    { code: 'group-member-revoked', ...at, group },
    `in ${group}; listed at users.yaml:5, and access was revoked at once`,
  ],
  [
    { code: 'group-member-ended', ...at, group, until },
    `in ${group}; listed at users.yaml:5, until 2026-12-31, which has passed`,
  ],
  [{ code: 'gone-from-cluster' }, 'deleted in the cluster since the last apply; apply makes it again'],
  [
    { code: 'changed-in-cluster', fields: ['a', 'b', 'c', 'd', 'e', 'f'] },
    'changed in the cluster since the last apply; apply sets it back: a, b, c, d, e and 1 more',
  ],
  [{ code: 'forgotten' }, 'only forgotten: it is not deleted'],
  [
    { code: 'forces-replacement', attributes: ['location', 'name'] },
    'a change of location, name is only possible by replacing it',
  ],
  [{ code: 'values-not-shown', attributes: ['a', 'b'] }, 'values not shown: a, b'],
  [{ code: 'servers-stop' }, 'servers are stopped, tokens are revoked, the home is kept'],
  [
    { code: 'still-admitted-by-domain', domain: 'acme.dev' },
    'still admitted as an account of acme.dev; rights and groups are gone',
  ],
  [{ code: 'purged', left: '2026-06-30' }, 'left on 2026-06-30; all files are deleted for good'],
  [{ code: 'hub-restarts' }, 'the hub restarts (about 20 s, open notebooks stay)'],
])('the note %j reads "%s"', (note, text) => {
  expect(changeNoteText(note)).toBe(text);
});

test('notes are joined, and no notes are no text', () => {
  expect(changeNotesText([{ code: 'no-longer-listed' }, { code: 'servers-stop' }])).toBe(
    'no longer listed; servers are stopped, tokens are revoked, the home is kept',
  );
  expect(changeNotesText()).toBe('');
});
