import { MAX_LENGTH } from '../../config/yaml/source.js';
import { ToolError } from '../../errors.js';
import type { GitHubContext } from '../runner/context.js';
import type { NamedToken } from '../runner/inputs.js';
import { Refused } from './answer.js';
import { type ApiOptions, GitHubApi } from './client.js';
import type { Schema } from './schema.js';

/** A remote repository, and the token that reads it. */
export interface RemoteQuery {
  readonly urls: Pick<GitHubContext, 'apiUrl' | 'graphqlUrl'>;
  readonly token: NamedToken;
  /** `owner/name`. */
  readonly repository: string;
  /** Branch, tag or commit; undefined: the default branch. */
  readonly ref: string | undefined;
}

/** Something in a remote repository is unreadable. Message and hint are sentences for a finding. */
export class NotRead extends ToolError {
  constructor(
    readonly rule: 'file-missing' | 'too-large',
    message: string,
    hint: string,
    cause?: unknown,
  ) {
    super(message, { hint, cause });
  }
}

/** Most bytes of a file. No text within the limit of characters has more. */
const MAX_BYTES = 4 * MAX_LENGTH;
const SHA = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
// The client's own messages are replaced below, since they name github_token.
const NEEDS = { action: 'read the repository', permissions: '{contents: read}', otherwise: '' };

type Content = Schema<'content-file'>;

/** Files of a remote repository, all at the commit that its ref had when it was opened. Read-only. */
export class RemoteRepository {
  readonly #api: GitHubApi;
  readonly #query: RemoteQuery;
  #commit = '';

  private constructor(query: RemoteQuery, options: ApiOptions) {
    this.#api = new GitHubApi(query.urls, query.token.value, NEEDS, options);
    this.#query = query;
  }

  /** Asks for the commit at the tip of the ref; throws NotRead if there is none. */
  static async open(query: RemoteQuery, options: ApiOptions = {}): Promise<RemoteRepository> {
    const opened = new RemoteRepository(query, options);
    // GitHub sends at least one file of the commit's changes along.
    const path = `/commits/${encodeURIComponent(query.ref ?? 'HEAD')}?per_page=1`;
    const { sha } = await opened.#get<Partial<Schema<'commit'>>>(path, ({ status }) => opened.#noCommit(status));
    if (typeof sha !== 'string' || !SHA.test(sha)) {
      throw new NotRead('file-missing', `GitHub names no commit of ${query.repository}.`, 'Run again.');
    }
    opened.#commit = sha;
    return opened;
  }

  /** The full SHA of the commit at which everything is read. */
  get commit(): string {
    return this.#commit;
  }

  /** Content of a file; throws NotRead if there is none, or none that is usable. */
  async file(path: string): Promise<Buffer> {
    const absent = (): NotRead =>
      this.#noFile(path, 'is not in', 'Correct the path: it starts at the top folder of that repository.');
    const encoded = path.split('/').map(encodeURIComponent).join('/');
    const found = await this.#get<Content | readonly unknown[]>(
      `/contents/${encoded}?ref=${this.#commit}`,
      ({ status, reason }) => {
        if (status === 404) return absent();
        return /too large/i.test(reason) ? this.#tooLarge(path) : undefined;
      },
    );
    if (Array.isArray(found)) throw this.#noFile(path, 'is a folder in', `Name a file, or a glob: ${path}/*.yaml`);
    const { type, encoding, content, size = 0, sha = '' } = found as Content;
    if (type !== 'file') throw this.#noFile(path, `is a ${type === 'symlink' ? 'link' : type} in`, 'Name a file.');
    if (size > MAX_BYTES) throw this.#tooLarge(path, size);
    if (encoding === 'base64' && typeof content === 'string') return Buffer.from(content, 'base64');
    // For a file over one megabyte GitHub leaves the content out, and returns it by its hash.
    if (!SHA.test(sha)) throw absent();
    const blob = await this.#get<Schema<'blob'>>(`/git/blobs/${sha}`);
    return Buffer.from(blob.content ?? '', 'base64');
  }

  /** Paths of all files; throws NotRead if GitHub does not list all of them. */
  async files(): Promise<readonly string[]> {
    const { tree, truncated } = await this.#get<Schema<'git-tree'>>(`/git/trees/${this.#commit}?recursive=1`);
    if (truncated === true) {
      const message = `${this.#place()} has more files than GitHub lists at once, so a glob could miss some.`;
      throw new NotRead('too-large', message, 'Name the users files one by one, or keep them in a smaller repository.');
    }
    return tree.filter(({ type }) => type === 'blob').map(({ path }) => path);
  }

  async #get<T>(path: string, explain?: (refused: Refused) => NotRead | undefined): Promise<T> {
    try {
      return await this.#api.call<T>('GET', `/repos/${this.#query.repository}${path}`);
    } catch (error) {
      if (!(error instanceof ToolError)) throw error;
      const own = error instanceof Refused ? (explain?.(error) ?? this.#refused(error)) : undefined;
      throw own ?? new NotRead('file-missing', `${error.message}.`, error.hint ?? 'Run again.', error);
    }
  }

  /** The error for a refusal that any call may meet; undefined if the client's message fits. */
  #refused(error: Refused): NotRead | undefined {
    const { status, reason, limited } = error;
    const { repository, token } = this.#query;
    const refused = (message: string, hint: string): NotRead => new NotRead('file-missing', message, hint, error);
    if (limited)
      return refused(`GitHub accepts no more calls with ${token.name} now (${reason}).`, error.hint ?? 'Run again.');
    if (status === 401) {
      return refused(
        `GitHub does not accept ${token.name} (${reason}).`,
        'It may have expired or been revoked: make a new one.',
      );
    }
    if (status === 403) return refused(`${token.name} may not read ${repository} (${reason}).`, this.#rights());
    if (status === 404) {
      const message = `GitHub has no repository ${repository}, or ${token.name} may not read it: it answers "${reason}" in both cases.`;
      return refused(message, this.#rights());
    }
    if (status >= 300 && status < 400) {
      return refused(`${repository} has another name on GitHub now.`, 'Use its new name.');
    }
    return undefined;
  }

  #noCommit(status: number): NotRead | undefined {
    const { repository, ref } = this.#query;
    if (status === 409) {
      return new NotRead('file-missing', `${repository} is empty.`, 'Push the users file to it.');
    }
    if (status !== 422) return undefined;
    const what = ref === undefined ? 'no commit yet' : `no branch, tag or commit "${ref}"`;
    return new NotRead('file-missing', `${repository} has ${what}.`, 'Correct ref, or leave it out.');
  }

  /** How the token gets the rights that it lacks. */
  #rights(): string {
    const { repository, token } = this.#query;
    const needed = `a token that may read the contents of ${repository}`;
    if (token.name === 'users_token') {
      return `Check the name, and that users_token is ${needed}, is approved by its owner and has not expired.`;
    }
    if (token.name !== 'github_token')
      return `Check the name, and give ${token.name} ${needed}: "gh auth token" shows one.`;
    return `The token of a job reads public repositories and its own: give users_token ${needed}. Pull requests of forks and of Dependabot get no secrets.`;
  }

  #noFile(path: string, is: string, hint: string): NotRead {
    return new NotRead('file-missing', `"${path}" ${is} ${this.#place()}.`, hint);
  }

  #tooLarge(path: string, size?: number): NotRead {
    const has = size === undefined ? 'is larger than GitHub delivers' : `has ${size} bytes`;
    const message = `"${path}" of ${this.#place()} ${has}; the limit is ${MAX_LENGTH} characters.`;
    return new NotRead('too-large', message, 'Split it.');
  }

  #place(): string {
    const { repository, ref } = this.#query;
    return `${repository} at ${ref === undefined ? '' : `${ref}, `}${this.#commit.slice(0, 7)}`;
  }
}
