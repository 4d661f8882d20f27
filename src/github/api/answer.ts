import { ToolError } from '../../errors.js';

/** An answer as octokit returns it. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number | undefined>>;
  readonly data: unknown;
}

/** GitHub did not answer, or answered with a server error. */
export class Unanswered extends ToolError {
  /** True if the call writes: it may have had its effect, so it was not repeated. */
  mayBeDone = false;
}

/** GitHub answered that it refuses the call. */
export class Refused extends ToolError {
  readonly status: number;
  /** The message of GitHub. */
  readonly reason: string;
  /** Seconds until the call may be repeated; undefined if repeating would change nothing. */
  readonly retryAfter: number | undefined;

  constructor(
    { status, reason, retryAfter }: { readonly status: number; readonly reason: string; readonly retryAfter?: number },
    ...rest: ConstructorParameters<typeof ToolError>
  ) {
    super(...rest);
    this.status = status;
    this.reason = reason;
    this.retryAfter = retryAfter;
  }

  /** Whether GitHub refuses because of the number of calls. */
  get limited(): boolean {
    return isLimit(this.status, this.reason);
  }
}

/** What a token is used for. The message says so if it lacks the permission. */
export interface TokenNeeds {
  /** As in "github_token may not …". */
  readonly action: string;
  /** `permissions:` of the job. */
  readonly permissions: string;
  readonly otherwise: string;
}

/** GitHub gave no usable answer. */
export function unreachable(why: string, where: string, cause: unknown): Unanswered {
  const hint = 'Run the job again; githubstatus.com says whether GitHub has a problem.';
  return new Unanswered(`GitHub cannot be reached (${why})`, { where, hint, cause });
}

/** Seconds to wait at a rate limit of GitHub (docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api). */
function limitWait({ headers }: Answer): number {
  const after = Number(headers['retry-after']);
  const reset = Number(headers['x-ratelimit-reset'] ?? 0) - Date.now() / 1000;
  const wait = after > 0 ? after : headers['x-ratelimit-remaining'] === '0' ? Math.max(1, reset) : 60;
  // Headers are not trusted; a day is more than GitHub's longest limit.
  return Number.isNaN(wait) ? 60 : Math.min(Math.ceil(wait), 86_400);
}

function isLimit(status: number, reason: string): boolean {
  return status === 429 || (status === 403 && /rate limit/i.test(reason));
}

/** What to do about refusals that need no more explanation. */
const HINTS: Readonly<Record<number, string>> = {
  404: 'Check that it still exists, and that github_token may read this repository: GitHub hides what a token may not see.',
  409: 'Somebody else changed it at this moment. Run the job again.',
  412: 'Somebody else changed it at this moment. Run the job again.',
  422: 'The message of GitHub names what it takes for invalid. Correct it, then run the job again.',
};

/** The error for an answer without success. */
export function explain(answer: Answer, where: string, needs: TokenNeeds): ToolError {
  const { status } = answer;
  const reason = messageOf(answer.data) ?? `HTTP ${status}`;
  if (status >= 500)
    return new Unanswered(`GitHub cannot answer now (${reason})`, { where, hint: 'Run the job again.' });
  if (isLimit(status, reason)) {
    const retryAfter = limitWait(answer);
    const time = new Date(Date.now() + retryAfter * 1000).toISOString().slice(0, 16).replace('T', ' ');
    return new Refused({ status, reason, retryAfter }, `GitHub accepts no more calls with this token now (${reason})`, {
      where,
      hint: `Run the job again after ${time} UTC.`,
    });
  }
  if (status >= 300 && status < 400) {
    return new Refused({ status, reason }, `This repository has another name on GitHub now (${reason})`, {
      where,
      hint: 'Use its new name.',
    });
  }
  if (status === 401) {
    return new Refused({ status, reason }, `GitHub does not accept github_token (${reason})`, {
      where,
      hint: 'Leave the input out: the run then uses its own token.',
    });
  }
  if (status === 403) {
    return new Refused({ status, reason }, `github_token may not ${needs.action} (${reason})`, {
      where,
      hint: `Add "permissions: ${needs.permissions}" to the job. ${needs.otherwise}`,
    });
  }
  const hint =
    HINTS[status] ??
    'The message of GitHub names the cause. Run the job again; if it stays, report it with this message.';
  return new Refused({ status, reason }, `GitHub refuses to ${needs.action}: ${reason}`, { where, hint });
}

function messageOf(data: unknown): string | undefined {
  try {
    const { message } = (typeof data === 'string' ? JSON.parse(data) : data) as { message?: unknown };
    return typeof message === 'string' ? message.slice(0, 300) : undefined;
  } catch {
    return undefined;
  }
}
