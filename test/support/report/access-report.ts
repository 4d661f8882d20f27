import type { AccessReport, ListedRow, OtherRow } from '../../../src/access/audit/report-model.js';

/** A person of the users files who has access. */
export const listed = (more: Partial<ListedRow> = {}): ListedRow => ({
  kind: 'person',
  name: 'alice@acme.dev',
  role: 'admin',
  groups: ['ml', 'ops'],
  roles: [],
  until: '2027-07-01T00:00:00Z',
  file: 'users.yaml',
  line: 5,
  history: {
    commit: {
      sha: 'a1b2c3d4e5f6'.padEnd(40, '0'),
      date: '2026-01-02T03:04:05Z',
      author: 'Ada L.',
      subject: 'Add Alice',
    },
    since: '2025-10-02T00:00:00Z',
    note: undefined,
  },
  approval: { pull: 41, author: 'grace', approvers: ['ada', 'bo'] },
  lastSeen: '2026-11-20T08:09:10.000Z',
  iap: { state: 'granted', also: [] },
  hub: { state: 'listed', enforced: true },
  ...more,
});
/** A grant that no file explains. */
export const other = (more: Partial<OtherRow> = {}): OtherRow => ({
  kind: 'person',
  name: 'boss@uni.example',
  why: { code: 'granted-outside' },
  place: 'iap',
  until: undefined,
  lastSeen: undefined,
  hub: { state: 'not-listed', enforced: true },
  ...more,
});
/** A report with one of each. */
export const report = (more: Partial<AccessReport> = {}): AccessReport => ({
  hub: 'research',
  project: 'acme-research',
  at: '2026-11-24T12:00:00.000Z',
  complete: true,
  generation: { listed: 7, enforced: 7 },
  listed: [listed()],
  others: [other()],
  roles: [],
  homes: [],
  budgets: [],
  notes: ['Google takes minutes.'],
  ...more,
});
/** An entry without history. */
export const EMPTY = { commit: undefined, since: undefined, note: undefined };
