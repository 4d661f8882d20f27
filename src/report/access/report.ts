import type {
  AccessReport,
  BudgetRow,
  HomeRow,
  ListedRow,
  OtherRow,
  RoleRow,
} from '../../access/audit/report-model.js';
import { PRINCIPAL_KINDS } from '../../access/iap/changes.js';
import { firstOf } from '../../config/text.js';
import { oneLine, table } from '../markdown.js';
import { dayOf } from '../text/dates.js';
import { kindText } from '../text/subject.js';
import type { Writer } from '../writer.js';
import {
  endText,
  historyNoteText,
  hubStateText,
  iapStateText,
  otherReasonText,
  otherWayText,
  rightsText,
  roleStateText,
  shortSha,
  verdictOf,
} from './text.js';

const IAP_SIGNS: Readonly<Record<ListedRow['iap']['state'], string>> = {
  granted: '✅',
  'other-end': '⚠️',
  missing: '❌',
  ended: '–',
  'via-group': '❔',
  unknown: '❔',
};

/** The report as Markdown; for readers of a public repository e-mail addresses are shortened. */
export function accessMarkdown(report: AccessReport, write: Writer): string {
  const listed = report.listed.map((row) => listedCells(row, write));
  const others = report.others.map((row) => otherCells(row, report.hub, write));
  const { listed: generation, enforced } = report.generation;
  return [
    `### JupyterHub ${write.code(report.hub)} · who can enter`,
    `**${write.prose(verdictOf(report))}**`,
    `Project ${write.code(report.project)}, ${write.prose(report.at)}. List of the hub: generation ${generation ?? 'not known'}, enforced by the access reconciler: ${enforced ?? 'not known'}.`,
    ...(listed.length === 0
      ? []
      : [table(['who', 'what', 'why', 'since', 'last seen', 'in IAP', 'in the hub'], listed)]),
    ...(others.length === 0
      ? []
      : [
          '#### Not explained by the users files',
          table(['who', 'what', 'why', 'end', 'last seen', 'in the hub'], others),
        ]),
    ...(report.roles.length === 0
      ? []
      : [
          '#### Rights that roles of hub.values give',
          table(
            ['role', 'rights', 'who', 'state'],
            report.roles.map((row) => roleCells(row, write)),
          ),
        ]),
    ...(report.homes.length === 0
      ? []
      : [
          '#### Homes of people who are in no users file',
          'Kept when their owners left. People who are re-added get their files back. Homes cost money until you delete them.',
          ...(report.listed.some(({ kind }) => kind === 'group')
            ? ['**A Google group is listed. Who is in it is not known here: homes of its members stand among these.**']
            : []),
          table(
            ['whose', 'what', 'size', 'made', 'left', 'last seen', 'place'],
            report.homes.map((row) => homeCells(row, write)),
          ),
        ]),
    ...(report.budgets.length === 0
      ? []
      : [
          '#### Hours of budgets',
          table(
            ['whose', 'budget', 'used', 'left', 'hours come back'],
            report.budgets.map((row) => budgetCells(row, write)),
          ),
        ]),
    report.notes.map((note) => `- ${write.prose(note)}`).join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

const SHOWN = 20;

function roleCells(row: RoleRow, write: Writer): string[] {
  const who = row.holders.map(({ what, who: name, people }) => {
    const of = { users: '', groups: 'group ', services: 'service ' }[what];
    const behind =
      people === undefined ? '' : ` (${people.length === 0 ? 'nobody' : firstOf(people.map(write.code), SHOWN)})`;
    return `${of}${write.code(name)}${behind}`;
  });
  const all = [...(row.isForEverybody ? ['everybody who signs in'] : []), ...who];
  return [
    write.code(row.name),
    firstOf(row.scopes.map(write.code), SHOWN),
    all.length === 0 ? 'nobody' : firstOf(all, SHOWN),
    roleStateText(row),
  ];
}

function budgetCells({ who, each, budget, used, left, back }: BudgetRow, write: Writer): string[] {
  const name = who === undefined ? 'somebody who is in no users file' : write.code(who);
  return [
    each === 'group' ? `group ${name}` : name,
    write.prose(budget),
    String(used),
    String(left),
    write.prose(dayOf(back)) || '–',
  ];
}

function homeCells(row: HomeRow, write: Writer): string[] {
  const { kind, owner, size, created, left, lastSeen, place } = row;
  return [
    owner === undefined ? 'not known' : write.code(owner),
    kind,
    write.prose(size ?? '–'),
    write.prose(dayOf(created)) || '–',
    write.prose(left ?? '–'),
    write.prose(dayOf(lastSeen)) || '–',
    // The name of a claim has the address in it, in a form that cannot be shortened.
    write.isPublic && kind === 'disk' ? '–' : write.code(place),
  ];
}

function listedCells(row: ListedRow, write: Writer): string[] {
  const { iap } = row;
  return [
    write.code(row.name),
    row.kind === 'person'
      ? write.prose(rightsText(row))
      : write.prose(`${kindText(PRINCIPAL_KINDS[row.kind])}, ${rightsText(row)}`),
    whyCell(row, write),
    write.prose(dayOf(row.history.since)) || '–',
    write.prose(dayOf(row.lastSeen)) || '–',
    [
      `${IAP_SIGNS[iap.state]} ${iapStateText(iap)}`,
      ...(iap.also.length === 0 ? [] : [`also: ${iap.also.map((one) => write.prose(otherWayText(one))).join('; ')}`]),
    ].join('; '),
    write.prose(hubStateText(row.hub)),
  ];
}

function whyCell({ file, line, history, approval }: ListedRow, write: Writer): string {
  const { commit, note } = history;
  const parts = [write.code(`${file}:${line}`)];
  if (commit !== undefined) {
    const { sha, date, author, subject } = commit;
    parts.push(`${write.code(shortSha(sha))} of ${write.prose(dayOf(date))} by ${shortProse(author, write)}`);
    if (subject !== '') parts.push(shortProse(subject, write));
  }
  if (note !== undefined) parts.push(write.prose(historyNoteText(note)));
  if (approval !== undefined) {
    const { pull, author, approvers } = approval;
    const by = approvers.length === 0 ? 'approved by nobody' : `approved by ${approvers.map(write.prose).join(', ')}`;
    parts.push(`pull request ${pull}${author === undefined ? '' : ` of ${write.prose(author)}`}, ${by}`);
  }
  return parts.join(' · ');
}

/** Cut only after addresses are shortened: half of one would not be known as an address any more. */
function shortProse(text: string, write: Writer): string {
  return write.prose(oneLine(write.plain(text), 100));
}

function otherCells(row: OtherRow, hub: string, write: Writer): string[] {
  return [
    write.code(row.name),
    kindText(PRINCIPAL_KINDS[row.kind]),
    write.prose(otherReasonText(row.why, hub)),
    write.prose(endText(row.until)) || '–',
    write.prose(dayOf(row.lastSeen)) || '–',
    write.prose(hubStateText(row.hub)),
  ];
}
