import { addressOf, type Change } from '../change/change.js';
import { table } from './markdown.js';
import { changeNotesText } from './text/change-note.js';
import { attributesOf } from './text/subject.js';
import type { Writer } from './writer.js';

/** What the summary of a refused apply is made of. */
export interface ApprovalReport {
  readonly hub: string;
  readonly fingerprint: string;
  /** Why it is not applied, one sentence without its full stop. */
  readonly why: string;
  /** Each thing as it was reviewed and as it would be done; undefined where nothing is there to compare with. */
  readonly differences:
    | readonly { readonly reviewed: Change | undefined; readonly now: Change | undefined }[]
    | undefined;
  /** The fresh plan as its own summary. */
  readonly plan: string;
  /** Writes text from outside for those who can read the report. */
  readonly write: Writer;
}

const SHOWN = 100;

/** Step summary of an apply that changed nothing because its plan is not the reviewed one: why, what differs, the plan, what to do. */
export function approvalSummary(report: ApprovalReport): string {
  const write = report.write;
  const { differences = [] } = report;
  const rows = differences.slice(0, SHOWN).map(({ reviewed, now }) => {
    const [before, after] = [reviewed, now].map((one) => (one === undefined ? 'not there' : changeText(one, write)));
    const isHidden = before === after && reviewed?.hiddenDigest !== now?.hiddenDigest;
    const shown = now ?? reviewed;
    return [
      shown === undefined ? '' : write.code(addressOf(shown)),
      before ?? '',
      isHidden ? `${after}; differs in values that are not shown` : (after ?? ''),
    ];
  });
  const more = differences.length - rows.length;
  return [
    `### JupyterHub ${write.code(report.hub)} · apply changed nothing: approval needed`,
    `**${write.prose(report.why)}.**`,
    rows.length === 0 ? '' : `What differs:\n\n${table(['what', 'reviewed', 'now'], rows)}`,
    more > 0 ? `… and ${more} more.` : '',
    `What to do: read the plan below. To apply it, start the workflow manually on the default branch with this fingerprint:\n\n${write.code(report.fingerprint)}`,
    report.plan,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function changeText(change: Change, write: Writer): string {
  const parts = attributesOf(change).map(
    ({ name, before, after }) => `${name}: ${before ?? 'none'} → ${after ?? 'none'}`,
  );
  const notes = changeNotesText(change.notes);
  return write.prose([change.action, ...parts, ...(notes === '' ? [] : [notes])].join('; '));
}
