import { ToolError } from '../../errors.js';

/** An answer as octokit hands it out. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number | undefined>>;
  readonly data: unknown;
}

/** GitHub did not answer, or said that it cannot now. */
export class Unanswered extends ToolError {
  /** True where the call would write: it may have had its effect, and was not repeated. */
  mayBeDone = false;
}

/** GitHub answered that it does not do what was asked. */
export class Refused extends ToolError {
  readonly status: number;
  /** What GitHub said, in its own words. */
  readonly said: string;
  /** Seconds after which it may be asked again; undefined where that would change nothing. */
  readonly after: number | undefined;

  constructor(
    { status, said, after }: { readonly status: number; readonly said: string; readonly after?: number },
    ...rest: ConstructorParameters<typeof ToolError>
  ) {
    super(...rest);
    this.status = status;
    this.said = said;
    this.after = after;
  }

  /** Whether GitHub refuses for the number of calls, and not for what was asked. */
  get limited(): boolean {
    return isLimit(this.status, this.said);
  }
}

/** For what a token is used, in words for the message that it may not. */
export interface TokenNeeds {
  /** As in "github_token may not …". */
  readonly action: string;
  /** `permissions:` of the job. */
  readonly permissions: string;
  readonly otherwise: string;
}

/** GitHub gave no answer that can be used. */
export function unreachable(why: string, where: string, cause: unknown): Unanswered {
  const hint = 'Run the job again; githubstatus.com says whether GitHub has a problem.';
  return new Unanswered(`GitHub cannot be reached (${why})`, { where, hint, cause });
}

/** Seconds to wait where GitHub limits the rate (docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api). */
function limitWait({ headers }: Answer): number {
  const after = Number(headers['retry-after']);
  const reset = Number(headers['x-ratelimit-reset'] ?? 0) - Date.now() / 1000;
  const wait = after > 0 ? after : headers['x-ratelimit-remaining'] === '0' ? Math.max(1, reset) : 60;
  // Headers may say anything; a day is more than GitHub's longest limit.
  return Number.isNaN(wait) ? 60 : Math.min(Math.ceil(wait), 86_400);
}

function isLimit(status: number, said: string): boolean {
  return status === 429 || (status === 403 && /rate limit/i.test(said));
}

/** Why an answer is none of success, in plain words. */
export function explain(answer: Answer, where: string, needs: TokenNeeds): ToolError {
  const { status } = answer;
  const said = messageOf(answer.data) ?? `HTTP ${status}`;
  if (status >= 500) return new Unanswered(`GitHub cannot answer now (${said})`, { where, hint: 'Run the job again.' });
  if (isLimit(status, said)) {
    const after = limitWait(answer);
    const time = new Date(Date.now() + after * 1000).toISOString().slice(0, 16).replace('T', ' ');
    return new Refused({ status, said, after }, `GitHub takes no more calls of this token now (${said})`, {
      where,
      hint: `Run the job again after ${time} UTC.`,
    });
  }
  if (status >= 300 && status < 400) {
    return new Refused({ status, said }, `GitHub has this repository under another name now (${said})`, {
      where,
      hint: 'Use its new name.',
    });
  }
  if (status === 401) {
    return new Refused({ status, said }, `GitHub does not accept github_token (${said})`, {
      where,
      hint: 'Leave the input out: the token of the run is used then.',
    });
  }
  if (status === 403) {
    return new Refused({ status, said }, `github_token may not ${needs.action} (${said})`, {
      where,
      hint: `Add "permissions: ${needs.permissions}" to the job. ${needs.otherwise}`,
    });
  }
  return new Refused({ status, said }, `GitHub refuses to ${needs.action}: ${said}`, { where });
}

function messageOf(data: unknown): string | undefined {
  try {
    const { message } = (typeof data === 'string' ? JSON.parse(data) : data) as { message?: unknown };
    return typeof message === 'string' ? message.slice(0, 300) : undefined;
  } catch {
    return undefined;
  }
}
