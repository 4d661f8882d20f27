import type { AccessReport } from '../../../src/access/audit/report-model.js';
import type { Change, Scope, Subject } from '../../../src/change/change.js';
import type { ChangeNote } from '../../../src/change/change-note.js';
import type { RunNote } from '../../../src/change/run-note.js';
import type { SettingChange } from '../../../src/change/settings.js';
import { decimal } from '../../../src/config/cost/decimal.js';
import type { Diagnostic } from '../../../src/config/diagnostic.js';
import { accessMarkdown } from '../../../src/report/access/report.js';
import { type RequestText, refusedComment, requestBody } from '../../../src/report/access/request.js';
import { approvalSummary } from '../../../src/report/approval.js';
import { changedHubsSummary } from '../../../src/report/changed-hubs.js';
import type { CostEstimate } from '../../../src/report/cost/cost.js';
import { filesSummary } from '../../../src/report/files-summary.js';
import { type PlanReport, planComment, planText } from '../../../src/report/plan-comment.js';
import { refusalComment } from '../../../src/report/refusal.js';
import { doneSummary, failureSummary } from '../../../src/report/summary.js';
import { type Redact, writer } from '../../../src/report/writer.js';
import { report as accessReport, listed, other } from './access-report.js';

// A commit is what git or GitHub names so, and never what somebody writes.
const SHA = 'a1b2c3d4e5f6'.padEnd(40, '0');

/** A warning whose texts are all this one. */
export const finding = (text: string): Diagnostic => ({
  file: text,
  line: 1,
  column: 1,
  length: 1,
  severity: 'warning',
  rule: 'no-admin',
  message: text,
  hint: text,
});

/** What each scope changes, with this text in every place. */
const subjectsOf = (text: string): readonly (readonly [Scope, Subject])[] => [
  ['access', { kind: 'person', name: text }],
  ['iap', { kind: 'other-principal', name: text }],
  ['terraform', { kind: 'terraform-resource', type: text, name: text }],
  ['helm', { kind: 'kubernetes-object', type: text, name: text }],
  ['helm', { kind: 'helm-release', name: text }],
  ['homes', { kind: 'bucket', owner: text }],
];

/** Some of them with this text on both sides: of a comment that is cut the structure cannot be compared. */
const settingsOf = (text: string): SettingChange[] => {
  const names = ['access.domain', 'storage.home.size', 'profiles[gpu].image', text, `hub.values.${text}`];
  return names.map((setting) => ({ setting, before: text, after: text }));
};

/** A note of each kind that carries text, with this text in every place. */
const notesOf = (text: string): ChangeNote[] => {
  const listed = { file: text, line: 5 };
  return [
    { code: 'listed', ...listed, until: text },
    { code: 'kept-additive', ...listed, until: text },
    { code: 'not-in-group', ...listed, group: text },
    { code: 'group-member-unlisted', group: text },
    { code: 'forces-replacement', attributes: [text] },
    { code: 'values-not-shown', attributes: [text] },
    { code: 'still-admitted-by-domain', domain: text },
    { code: 'purged', left: text },
  ];
};

/** A note about a run of each area, with this text in every place. */
export const runNotesOf = (text: string): RunNote[] => {
  const work = { cluster: text, operation: text, started: text };
  return [
    { code: 'no-cluster', absence: { state: 'busy', ...work }, version: text, channel: text, location: text },
    { code: 'acknowledgement-needs-review', rule: text, file: text, line: 1, column: 1 },
    { code: 'servers-idle', idle: 1, running: 2, seconds: 60, at: text },
    { code: 'remote-users-files', repository: text, ref: text, commit: SHA },
    {
      code: 'public-access',
      member: text,
      audience: 'everybody',
      outcome: 'kept-foreign',
      role: text,
      condition: text,
    },
    { code: 'foreign-grants-kept', members: [text, text] },
    { code: 'group-not-synced', group: text, where: text, error: text, hint: text },
    { code: 'group-member-failed', group: text, member: text, action: 'add', error: text },
    { code: 'audit-record-missing', bucket: text, generation: 1, time: text, error: text },
    { code: 'buckets-failed', identity: text, error: text, hint: text },
    { code: 'homes-kept', count: 2, size: text, diskType: text },
    { code: 'home-not-purged', owner: text, day: text, purgeDay: text, where: text },
    { code: 'bucket-purged', owner: text, place: text, complete: false },
  ];
};

/** A change of each scope and action, all of whose texts are this one. */
export function changesOf(text: string): Change[] {
  const access = { role: 'user', groups: [text, text], until: text } as const;
  const configuration: Change = {
    scope: 'settings',
    action: 'update',
    subject: { kind: 'settings' },
    settings: settingsOf(text),
  };
  const others = subjectsOf(text).flatMap(([scope, subject]) =>
    (['update', 'delete'] as const).map((action) => ({
      scope,
      action,
      subject,
      attributes: [
        { name: text, before: text, after: text },
        { name: text, before: text },
      ],
      ...(scope === 'access' || scope === 'iap' ? { access: { before: access, after: access } } : {}),
      ...(scope === 'homes' ? { deletes: [{ kind: 'disk', size: text, created: text } as const] } : {}),
      notes: notesOf(text),
      // Once each: a comment that is cut has another structure.
      ...(subject.kind === 'helm-release' && action === 'update'
        ? {
            rights: [
              { path: text, role: { name: text, scopes: [text], holders: [{ what: 'users' as const, who: text }] } },
            ],
          }
        : {}),
      holdsData: true,
    })),
  );
  return [...others, configuration];
}

/** An estimate of money with this text in every place. */
const costOf = (text: string): CostEstimate => {
  const one = decimal(1);
  return {
    currency: text,
    asOf: text,
    old: 200,
    homes: { gained: 1, left: 1, diskType: text, gib: 1, price: one, each: one },
    servers: [{ profile: text, cores: one, gib: one, before: one, after: one }],
    serverPrices: { cpu: one, memory: one },
    bucket: one,
    hasCrowd: true,
    missing: [text, text],
  };
};

/** A plan with this text in every place. */
export const planOf = (text: string, more: Partial<PlanReport> = {}): PlanReport => ({
  hub: 'research',
  commit: SHA,
  changeSet: { hub: 'research', changes: changesOf(text) },
  notes: runNotesOf(text),
  cost: costOf(text),
  warnings: [finding(text)],
  fingerprint: text,
  versions: { [`v${text}`]: text },
  links: { summary: 'https://github.com/acme/hubs/actions/runs/7' },
  write: writer(false),
  ...more,
});

/** A report of access with this text in every place. */
export const accessOf = (text: string): AccessReport =>
  accessReport({
    project: text,
    at: text,
    listed: (['person', 'group'] as const).map((kind) =>
      listed({
        kind,
        name: text,
        groups: [text, text],
        roles: [text],
        until: text,
        file: text,
        history: {
          commit: { sha: SHA, date: text, author: text, subject: text },
          since: text,
          note: { code: 'remote-repository', repository: text, commit: SHA },
        },
        approval: { pull: 41, author: text, approvers: [text, text] },
        lastSeen: text,
        iap: { state: 'missing', also: [0, 1].map(() => ({ member: text, place: 'iap' as const, condition: text })) },
      }),
    ),
    others: [
      other({ name: text, why: { code: 'foreign-condition', condition: text }, until: text, lastSeen: text }),
      other({ name: text, why: { code: 'inherited', place: 'project', condition: text, audience: 'everybody' } }),
    ],
    roles: [
      {
        name: text,
        scopes: [text],
        holders: [{ what: 'groups', who: text, people: [text] }],
        isForEverybody: false,
        state: 'in-force',
      },
    ],
    homes: [{ kind: 'disk', owner: text, place: text, size: text, created: text, left: text, lastSeen: text }],
    notes: [text, text],
  });

/** A request for access with harmless texts. */
export const REQUEST: RequestText = {
  author: 583231,
  commit: 'a'.repeat(40),
  issue: 12,
  login: 'octocat',
  email: 'ada@acme.dev',
  why: 'To train a model.',
  path: 'users.yaml',
  line: 4,
  lineText: '  - ada@acme.dev',
  findings: [],
  isPublic: false,
};

/** Everything that is written for people, with one text in all places that come from outside. */
export const PAGES: Readonly<Record<string, (text: string, isPublic: boolean, redact?: Redact) => string>> = {
  'the comment of a plan': (text, isPublic, redact = (one) => one) =>
    planComment(planOf(text, { write: writer(isPublic, redact) })),
  'the summary of a plan without a change': (text, isPublic, redact = (one) => one) =>
    planText(planOf(text, { write: writer(isPublic, redact), changeSet: { hub: 'research', changes: [] } })),
  'the summary of a run that ended well': (text, isPublic, redact = (one) => one) =>
    doneSummary({
      hub: text,
      command: 'destroy',
      changeSet: { hub: text, changes: changesOf(text) },
      notes: runNotesOf(text),
      hubUrl: 'https://hub.acme.dev',
      warnings: [finding(text)],
      retained: [{ what: text, where: text }],
      completedSteps: [{ what: text, state: 'good' }],
      seconds: 1,
      write: writer(isPublic, redact),
    }),
  'the summary of a failure': (text, isPublic, redact = (one) => one) =>
    failureSummary({
      hub: text,
      command: text,
      step: text,
      message: text,
      where: text,
      hint: text,
      findings: [text, text],
      completedSteps: [{ what: text, state: 'bad' }],
      evidence: [{ when: text, from: text, what: text }],
      log: `first\n${text}`,
      write: writer(isPublic, redact),
    }),
  'the comment on a refused plan': (text, isPublic, redact) => {
    const write = writer(isPublic, redact);
    return refusalComment({ hub: 'research', commit: SHA, message: text, where: text, hint: text, write });
  },
  'the summary of an apply that was not approved': (text, isPublic, redact = (one) => one) => {
    const [first, ...others] = changesOf(text);
    const differences = [
      { reviewed: first, now: undefined },
      ...others.map((change) => ({ reviewed: undefined, now: change })),
    ];
    return approvalSummary({
      hub: text,
      fingerprint: text,
      why: text,
      differences,
      plan: '',
      write: writer(isPublic, redact),
    });
  },
  'the summary of files that were checked': (text, isPublic, redact = (one) => one) =>
    filesSummary({
      config: undefined,
      people: 0,
      diagnostics: [{ ...finding(text), severity: 'error' }, finding(text), finding(text)],
      write: writer(isPublic, redact),
    }),
  'the report of access': (text, isPublic, redact = (one) => one) =>
    accessMarkdown(accessOf(text), writer(isPublic, redact)),
  'the pull request of a request': (text, isPublic) =>
    requestBody({
      ...REQUEST,
      login: text,
      email: text,
      why: `x${text}`,
      path: text,
      lineText: text,
      findings: [finding(text), finding(text)],
      isPublic,
    }),
  'the summary of several hubs': (text, isPublic, redact = (one) => one) => {
    const hub = { hub: text, config: text, owns: true, state: text };
    return changedHubsSummary({
      changed: [hub, { ...hub, state: undefined }],
      unchanged: [hub],
      gone: [text],
      because: text,
      write: writer(isPublic, redact),
    });
  },
  'the answer to a refused request': (text) => refusedComment(text, 13),
};
