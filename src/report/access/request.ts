import { type Diagnostic, documentationLink } from '../../config/diagnostic.js';
import { breakLinks, COMMENT_LIMIT, code, fence, oneLine, prose, shortEmails, truncate } from '../markdown.js';

/** First line of the one comment on an issue that says what became of it. */
export const REQUEST_MARKER = '<!-- jupyterhub-gke:access-request -->';
/** First line of the comment after the merge. It is a new comment, since GitHub notifies nobody of an edited one. */
export const GRANTED_MARKER = '<!-- jupyterhub-gke:access-granted -->';

/** What a pull request keeps for later runs, out of sight: whose request it is, and the commit that we put there. */
export interface RequestNote {
  readonly author: number;
  readonly commit: string;
}

/** All that the pull request of a request for access says. */
export interface RequestText extends RequestNote {
  readonly issue: number;
  /** Who opened the issue. */
  readonly login: string;
  readonly email: string;
  readonly why: string | undefined;
  /** Users file and the new line in it. */
  readonly path: string;
  readonly line: number;
  readonly lineText: string;
  /** What validate finds with the line and not without it. */
  readonly findings: readonly Diagnostic[];
  /** Whether anybody can read the pull request. */
  readonly isPublic: boolean;
}

const MAX_FINDINGS = 20;

/** Title of the pull request: plain text, with the address shortened. */
export function requestTitle(email: string): string {
  // A shortened address can begin with the sign of a mention, and titles become messages of commits.
  return `Grant access to ${breakLinks(oneLine(shortEmails(email), 100))}`;
}

/** Text of the pull request. */
export function requestBody(text: RequestText): string {
  const { issue, login, why, path, line, lineText, findings, isPublic } = text;
  const shown = isPublic ? shortEmails(lineText) : lineText;
  const parts = [
    `<!-- jupyterhub-gke:access-request author=${text.author} commit=${text.commit} -->`,
    `**${prose(login)}** requests access to the hub in #${issue}.`,
    '> [!IMPORTANT]\n> The address is what they wrote. **Nobody has checked that the address belongs to them**: ask them in a way that you trust, then merge. The merge grants access to the owner of the address.',
    `The line, number ${line} of ${code(path)}:`,
    fence(`+${shown}`, 'diff'),
    ...(why === undefined ? [] : ['Why, in their words:', fence(isPublic ? shortEmails(why) : why)]),
    findingsText(findings, isPublic),
    'No workflow starts for a pull request that was made with the token of a workflow, so that this is all that checks say about it. An edit of the issue makes the branch anew.',
    `Closes #${issue}`,
  ];
  return truncate(parts.join('\n\n'), COMMENT_LIMIT - 1, '*Cut here: too long for a pull request.*');
}

function findingsText(findings: readonly Diagnostic[], isPublic: boolean): string {
  if (findings.length === 0) return '`validate` finds nothing that it does not find without the line.';
  const shown = findings.slice(0, MAX_FINDINGS).map(({ severity, rule, message }) => {
    const said = prose(isPublic ? shortEmails(message) : message);
    return `- ${severity} [${rule}](${documentationLink(rule)}): ${said}`;
  });
  const rest = findings.length - shown.length;
  return ['With the line `validate` finds, too:', '', ...shown, ...(rest > 0 ? [`- and ${rest} more`] : [])].join('\n');
}

/** What a pull request of ours keeps; undefined where its text has been replaced. */
export function requestNote(body: string): RequestNote | undefined {
  const note = /^<!-- jupyterhub-gke:access-request author=(\d{1,15}) commit=([0-9a-f]{40,64}) -->\r?\n/.exec(body);
  return note === null ? undefined : { author: Number(note[1]), commit: note[2] ?? '' };
}

/** The comment on an issue whose pull request is there. */
export function requestOpenedComment(pull: number): string {
  return comment(
    `Pull request #${pull} adds the line. A maintainer makes sure that the address is yours and merges it; a comment here then gives you the link. Edit this issue to change what you ask for.`,
  );
}

/** The comment on an issue that becomes no pull request, or none as it is now. */
export function refusedComment(reason: string, pull?: number): string {
  const rest = pull === undefined ? '' : ` Pull request #${pull} stays as it is.`;
  return comment(`**Nothing was changed.** ${prose(shortEmails(reason))}${rest}`);
}

/** The comment after the merge. */
export function grantedComment(domain: string | undefined): string {
  const iap = domain === undefined ? 'at the address that the maintainers know' : `at https://${domain}`;
  return `${GRANTED_MARKER}\nYou are on the list. Once the run of the merge has ended, enter ${iap}. Google takes some more minutes to grant access.`;
}

function comment(text: string): string {
  return `${REQUEST_MARKER}\n${text}`;
}
