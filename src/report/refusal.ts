import { byteLength, COMMENT_LIMIT, fence, truncate } from './markdown.js';
import { planMarker } from './plan-comment.js';
import { type FailureReport, failureSummary } from './summary.js';

/** What the comment on a plan that was refused is made of. */
export interface RefusalReport extends Pick<FailureReport, 'hub' | 'message' | 'where' | 'hint' | 'write'> {
  readonly commit?: string | undefined;
  /** The guard that would let the change pass. */
  readonly allows?:
    | {
        readonly maxRemovals?: { readonly percent: number; readonly atLeast: number };
        readonly requiredAdmins?: number;
      }
    | undefined;
}

/** The comment that stands in the place of a plan: why there is none, and the lines that would allow it. */
export function refusalComment(report: RefusalReport): string {
  const { allows, commit, write } = report;
  const of = commit === undefined ? '' : `This is about commit ${write.code(commit.slice(0, 7))}. `;
  const lines = allows === undefined ? [] : [guardLines(allows)];
  const parts = [
    `${planMarker(report.hub)}\n`,
    failureSummary({ ...report, command: 'plan', step: undefined }).trim(),
    ...lines.map(
      (text) =>
        `If it is meant, merge these lines first, in a pull request of their own. They count from the next change on:\n\n${text}`,
    ),
    `${of}Nothing is applied as long as the plan is refused.`,
  ];
  const text = parts.join('\n\n');
  return byteLength(text) <= COMMENT_LIMIT ? text : truncate(text, COMMENT_LIMIT, '*Cut here.*');
}

function guardLines({ maxRemovals, requiredAdmins }: NonNullable<RefusalReport['allows']>): string {
  const rules = [
    ...(maxRemovals === undefined
      ? []
      : [`    maxRemovals: {percent: ${maxRemovals.percent}, atLeast: ${maxRemovals.atLeast}}`]),
    ...(requiredAdmins === undefined ? [] : [`    requiredAdmins: ${requiredAdmins}`]),
  ];
  return fence(['access:', '  guard:', ...rules].join('\n'), 'yaml');
}
