import { ToolError } from '../../errors.js';
import type { GitHubContext } from '../runner/context.js';
import { Refused, type TokenNeeds } from './answer.js';
import { type ApiOptions, GitHubApi } from './client.js';
import { issueOfBranch, requestBranch } from './request-branch.js';
import type { Schema } from './schema.js';

/** What the token of access-request needs. */
export const REQUEST_NEEDS: TokenNeeds = {
  action: 'make the pull request and comment on the issue',
  permissions: '{contents: write, issues: write, pull-requests: write}',
  otherwise:
    'For pull requests also switch on "Allow GitHub Actions to create and approve pull requests" in Settings, Actions, General, or give the token of a GitHub App as github_token. SETUP.md has the commands for both.',
};

/** An issue as the API returns it. All its text is from outside. */
export interface RequestIssue {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly login: string;
  readonly authorId: number;
  readonly labels: readonly string[];
  readonly open: boolean;
}

/** A pull request that we made for an issue. */
export interface RequestPull {
  readonly number: number;
  readonly issue: number;
  readonly headSha: string;
  readonly title: string;
  readonly body: string;
  readonly open: boolean;
  readonly merged: boolean;
}

/** The newest commit of the default branch. */
export interface Tip {
  readonly commit: string;
  readonly tree: string;
}

type RawPull = Schema<'pull-request-simple'>;

/** Open pull requests that are read: one page, so that the number of calls does not grow. */
const PAGE = 100;

/** The repository as an access request needs it: its issue, branches named after issues, and their pull requests. */
export class RequestRepository {
  readonly #api: GitHubApi;
  readonly #name: string;
  readonly #branch: string;

  constructor(context: GitHubContext, token: string, options: ApiOptions = {}) {
    if (context.repository === undefined || context.defaultBranch === undefined)
      throw new ToolError('The event of this run does not say which repository it belongs to');
    this.#api = new GitHubApi(context, token, REQUEST_NEEDS, options);
    this.#name = context.repository;
    this.#branch = context.defaultBranch;
  }

  /** The issue as it is now. The event of a re-run is old. */
  async issue(number: number): Promise<RequestIssue> {
    const raw = await this.#get<Schema<'issue'>>(`/issues/${number}`);
    return {
      number,
      title: raw.title,
      body: raw.body ?? '',
      login: raw.user?.login ?? 'ghost',
      authorId: Number(raw.user?.id ?? 0),
      labels: raw.labels.map((label) => (typeof label === 'string' ? label : (label.name ?? ''))),
      open: raw.state === 'open',
    };
  }

  /** The newest commit of the default branch. */
  async tip(): Promise<Tip> {
    const { commit } = await this.#get<Schema<'branch-with-protection'>>(
      `/branches/${encodeURIComponent(this.#branch)}`,
    );
    return { commit: commit.sha, tree: commit.commit.tree.sha };
  }

  /** Text of a file at a commit; undefined if there is none. */
  async file(path: string, commit: string): Promise<string | undefined> {
    const at = `/contents/${path.split('/').map(encodeURIComponent).join('/')}?ref=${commit}`;
    const raw = await this.#get<Partial<Schema<'content-file'>>>(at).catch(absent);
    if (raw === undefined) return undefined;
    if (raw.type !== 'file' || raw.encoding !== 'base64' || raw.content === undefined) {
      throw new ToolError('GitHub does not return the text of the file', {
        where: path,
        hint: 'It must be a file, not a link, of at most 1 MiB. Split it, or name another one with the input file.',
      });
    }
    return decode(Buffer.from(raw.content, 'base64'), path);
  }

  /** Open pull requests of access requests among the 100 newest pull requests, the newest first. */
  async openPulls(): Promise<readonly RequestPull[]> {
    const raw = await this.#get<RawPull[]>(`/pulls?state=open&sort=created&direction=desc&per_page=${PAGE}`);
    return raw.flatMap((pull) => this.#ours(pull) ?? []);
  }

  /** Pull requests of one issue, open and closed, the newest first. */
  async pullsOf(issue: number): Promise<readonly RequestPull[]> {
    const [owner] = this.#name.split('/');
    const head = `${owner}:${requestBranch(issue)}`;
    const raw = await this.#get<RawPull[]>(
      `/pulls?state=all&head=${encodeURIComponent(head)}&sort=created&direction=desc&per_page=${PAGE}`,
    );
    return raw.flatMap((pull) => this.#ours(pull) ?? []);
  }

  /**
   * Sets the branch of an issue to one commit on top of a tip, which changes one file. Returns the commit. The branch moves
   * in one step. If it pointed to the tip in between, GitHub would close its pull request for having no commits.
   */
  async push(issue: number, tip: Tip, file: { path: string; text: string }, message: string): Promise<string> {
    const entry = { path: file.path, mode: '100644', type: 'blob', content: file.text };
    const tree = await this.#post<{ sha: string }>('/git/trees', { base_tree: tip.tree, tree: [entry] });
    const made = { message, tree: tree.sha, parents: [tip.commit] };
    const { sha } = await this.#post<{ sha: string }>('/git/commits', made);
    const branch = `heads/${requestBranch(issue)}`;
    const there = await this.#get(`/git/ref/${branch}`).catch(absent);
    if (there === undefined) await this.#post('/git/refs', { ref: `refs/${branch}`, sha });
    else await this.#api.call('PATCH', `/repos/${this.#name}/git/refs/${branch}`, { sha, force: true });
    return sha;
  }

  /** Opens the pull request of an issue's branch, and returns its number. */
  async open(issue: number, title: string, body: string): Promise<number> {
    const draft = { title, body, head: requestBranch(issue), base: this.#branch };
    return (await this.#post<RawPull>('/pulls', draft)).number;
  }

  /** Changes title and text of a pull request, if they differ. */
  async rewrite(pull: RequestPull, title: string, body: string): Promise<void> {
    // GitHub may store line ends as browsers send them.
    if (pull.title === title && pull.body.replace(/\r\n/g, '\n').trim() === body.trim()) return;
    await this.#api.call('PATCH', `/repos/${this.#name}/pulls/${pull.number}`, { title, body });
  }

  #ours({ number, title, body, state, merged_at: mergedAt, head }: RawPull): RequestPull | undefined {
    const issue = issueOfBranch(head.ref);
    // A branch of that name in a fork is somebody else's. In our own repository only people with write access can make one.
    if (issue === undefined || head.repo?.full_name.toLowerCase() !== this.#name.toLowerCase()) return undefined;
    const text = { title, body: body ?? '' };
    return { number, issue, headSha: head.sha, ...text, open: state === 'open', merged: mergedAt !== null };
  }

  #get<T>(path: string): Promise<T> {
    return this.#api.call<T>('GET', `/repos/${this.#name}${path}`);
  }

  #post<T>(path: string, body: unknown): Promise<T> {
    return this.#api.call<T>('POST', `/repos/${this.#name}${path}`, body);
  }
}

function absent(error: unknown): undefined {
  if (error instanceof Refused && error.status === 404) return undefined;
  throw error;
}

function decode(bytes: Buffer, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new ToolError('The file is not UTF-8', { where: path, hint: 'Save it as UTF-8.', cause });
  }
}
