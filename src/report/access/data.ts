import type { AccessReport, HomeRow, HubState, ListedRow, OtherRow, RoleRow } from '../../access/audit/report-model.js';
import { PRINCIPAL_KINDS } from '../../access/iap/changes.js';
import type { Json, JsonObject } from '../../config/model.js';
import { csvText } from '../csv.js';
import { visible } from '../markdown.js';
import type { Writer } from '../writer.js';
import { otherWayText } from './text.js';

/** Version of the document; docs/reference/json.md has its fields. A field may be added without a new version. */
export const ACCESS_SCHEMA = 'jupyterhub-gke/access-report/v1';

/** The report as a document whose keys stay; what is not known is null. For readers of a public repository addresses are shortened. */
export function accessDocument(report: AccessReport, { isPublic, plain }: Writer): JsonObject {
  const { hub, project, at, complete, generation, listed, others, roles, homes, budgets, notes } = report;
  const document = {
    schema: ACCESS_SCHEMA,
    command: 'access report',
    hub,
    project,
    time: at,
    complete,
    generation: { listed: generation.listed ?? null, enforced: generation.enforced ?? null },
    listed: listed.map(listedDocument),
    others: others.map(otherDocument),
    roles: roles.map(roleDocument),
    homes: homes.map((row) => homeDocument(row, isPublic)),
    budgets: budgets.map(({ who, back, ...row }) => ({ ...row, who: who ?? null, back: back ?? null })),
    notes,
  };
  // Texts of others may hold what moves the cursor of a terminal, where this document is printed too.
  return texts(document, (text) => visible(plain(text))) as JsonObject;
}

function listedDocument(row: ListedRow): JsonObject {
  const { kind, name, role, groups, roles, until, file, line, history, approval, lastSeen, iap, hub } = row;
  const { commit, since, note } = history;
  return {
    kind: PRINCIPAL_KINDS[kind],
    name,
    role,
    groups,
    roles,
    until: until ?? null,
    why: {
      file,
      line,
      commit: commit === undefined ? null : { ...commit },
      note: note === undefined ? null : { ...note },
      pullRequest: approval?.pull ?? null,
      proposedBy: approval?.author ?? null,
      // Nobody is not the same as not known.
      approvedBy: approval === undefined ? null : approval.approvers,
    },
    since: since ?? null,
    lastSeen: lastSeen ?? null,
    iap: { state: iap.state, also: iap.also.map((one) => ({ ...one })) },
    hub: hubDocument(hub),
  };
}

function otherDocument({ kind, name, why, place, until, lastSeen, hub }: OtherRow): JsonObject {
  return {
    kind: PRINCIPAL_KINDS[kind],
    name,
    why: { ...why },
    place,
    until: until ?? null,
    lastSeen: lastSeen ?? null,
    hub: hubDocument(hub),
  };
}

function roleDocument({ name, scopes, holders, isForEverybody, state }: RoleRow): JsonObject {
  const who = holders.map(({ what, who: holder, people }) => ({ what, who: holder, people: people ?? null }));
  return { name, scopes, holders: who, everybody: isForEverybody, state };
}

function homeDocument(row: HomeRow, isPublic: boolean): JsonObject {
  const { kind, owner, place, size, created, left, lastSeen } = row;
  return {
    kind,
    owner: owner ?? null,
    // The name of a claim has the address in it, in a form that cannot be shortened.
    place: isPublic && kind === 'disk' ? null : place,
    size: size ?? null,
    created: created ?? null,
    left: left ?? null,
    lastSeen: lastSeen ?? null,
  };
}

function hubDocument({ state, enforced }: HubState): JsonObject {
  return { state, enforced: enforced ?? null };
}

function texts(value: Json, change: (text: string) => string): Json {
  if (typeof value === 'string') return change(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item: Json) => texts(item, change));
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, texts(inner as Json, change)]));
}

/** Columns of the CSV, in their order; one is added at the end only. */
const COLUMNS: readonly (readonly [string, (row: ListedRow) => string, (row: OtherRow) => string])[] = [
  ['name', ({ name }) => name, ({ name }) => name],
  ['kind', ({ kind }) => PRINCIPAL_KINDS[kind], ({ kind }) => PRINCIPAL_KINDS[kind]],
  ['in_users_files', () => 'yes', () => 'no'],
  ['role', ({ role }) => role, () => ''],
  ['groups', ({ groups }) => groups.join(' '), () => ''],
  ['until', ({ until }) => until ?? '', ({ until }) => until ?? ''],
  ['why', ({ file, line }) => `${file}:${line}`, ({ why }) => why.code],
  ['commit', ({ history }) => history.commit?.sha ?? '', () => ''],
  ['commit_date', ({ history }) => history.commit?.date ?? '', () => ''],
  ['commit_author', ({ history }) => history.commit?.author ?? '', () => ''],
  ['commit_subject', ({ history }) => history.commit?.subject ?? '', () => ''],
  ['pull_request', ({ approval }) => String(approval?.pull ?? ''), () => ''],
  ['proposed_by', ({ approval }) => approval?.author ?? '', () => ''],
  ['approved_by', ({ approval }) => approval?.approvers.join(' ') ?? '', () => ''],
  ['since', ({ history }) => history.since ?? '', () => ''],
  ['last_seen', ({ lastSeen }) => lastSeen ?? '', ({ lastSeen }) => lastSeen ?? ''],
  ['iap', ({ iap }) => iap.state, ({ place }) => (place === 'hub' ? '' : 'granted')],
  ['also_by', ({ iap }) => iap.also.map(otherWayText).join('; '), () => ''],
  ['hub', ({ hub }) => hub.state, ({ hub }) => hub.state],
  ['hub_enforced', ({ hub }) => yesNo(hub.enforced), ({ hub }) => yesNo(hub.enforced)],
  ['place', () => '', ({ place }) => place],
  ['condition', () => '', ({ why }) => ('condition' in why ? (why.condition ?? '') : '')],
  ['history', ({ history }) => history.note?.code ?? '', () => ''],
  ['roles', ({ roles }) => roles.join(' '), () => ''],
];

function yesNo(value: boolean | undefined): string {
  return value === undefined ? '' : value ? 'yes' : 'no';
}

/** The report as a table for a spreadsheet: one line for each entry and for each grant that is not explained. */
export function accessCsv(report: AccessReport, { plain }: Writer): string {
  return csvText(
    COLUMNS.map(([head]) => head),
    [
      ...report.listed.map((row) => COLUMNS.map(([, cell]) => plain(cell(row)))),
      ...report.others.map((row) => COLUMNS.map(([, , cell]) => plain(cell(row)))),
    ],
  );
}
