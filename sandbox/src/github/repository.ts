/** A pull request of the repository. */
export interface Pull {
  readonly number: number;
  readonly headSha: string;
  readonly baseSha: string;
  readonly headRef: string;
  readonly baseRef: string;
  /** `owner/name` of the repository of the branch; another one makes it a fork. */
  readonly headRepository?: string;
  readonly files?: readonly { readonly filename: string; readonly status: 'added' | 'modified' | 'removed' }[];
  readonly author?: string;
  readonly title?: string;
  /** Merge, and every commit that it brought to the base; absent: the pull request is open. */
  readonly merged?: { readonly at: string; readonly sha: string; readonly commits?: readonly string[] };
  readonly reviews?: readonly Review[];
}

/** A review of a pull request, in the order in which they were given. */
export interface Review {
  readonly login: string;
  readonly state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED';
}

/** A push to the default branch: the commits before and after it, and the files that differ. */
export interface Push {
  /** Default: the commit of the push before, or zeros, as for a new branch. */
  readonly before?: string;
  readonly after: string;
  readonly files: readonly string[];
  /** True where history was rewritten. */
  readonly forced?: boolean;
}

/** A comment as the REST API shows it. */
export interface Comment {
  readonly id: number;
  readonly html_url: string;
  readonly body: string;
  readonly user: { readonly login: string; readonly type: 'Bot' | 'User' };
  readonly created_at: string;
  readonly updated_at: string;
}

/** Facts of the repository. */
export interface RepositoryFacts {
  readonly name: string;
  readonly id: string;
  readonly ownerId: string;
  readonly visibility: 'public' | 'private' | 'internal';
  /** Base of the REST API. */
  readonly url: string;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const BODY_LIMIT = 65_536;

/** One repository with its pull requests and comments, in memory. */
export class Repository {
  readonly #facts: RepositoryFacts;
  readonly #pulls = new Map<number, Pull>();
  readonly #comments: { pull: number; comment: Comment }[] = [];
  readonly #pushes: (Push & { readonly before: string })[] = [];

  constructor(facts: RepositoryFacts) {
    this.#facts = facts;
  }

  addPull(pull: Pull): void {
    this.#pulls.set(pull.number, pull);
  }

  addPush(push: Push): void {
    this.#pushes.push({ ...push, before: push.before ?? this.#pushes.at(-1)?.after ?? '0'.repeat(40) });
  }

  comments(pull: number): readonly Comment[] {
    return this.#comments.filter((entry) => entry.pull === pull).map(({ comment }) => comment);
  }

  addComment(pull: number, login: string, body: string): Comment {
    const id = 3_100_000_001 + this.#comments.length;
    const at = new Date().toISOString();
    const comment: Comment = {
      id,
      html_url: `https://github.com/${this.#facts.name}/pull/${pull}#issuecomment-${id}`,
      body,
      user: { login, type: login.endsWith('[bot]') ? 'Bot' : 'User' },
      created_at: at,
      updated_at: at,
    };
    this.#comments.push({ pull, comment });
    return comment;
  }

  /** Answers an operation whose request has been checked and allowed. */
  answer(
    operation: string,
    values: Readonly<Record<string, string>>,
    query: URLSearchParams,
    body: unknown,
    login: string,
  ): Answer {
    const text = (body as { body?: unknown } | undefined)?.body;
    switch (operation) {
      case 'repos/get':
        return { status: 200, body: this.#shown() };
      case 'users/get-authenticated':
        return { status: 200, body: { login, type: 'User' } };
      case 'repos/get-branch':
        return this.#branch(String(values.branch));
      case 'repos/compare-commits-with-basehead':
        return this.#compare(String(values.basehead));
      case 'issues/update-comment':
        return this.#update(Number(values.comment_id), text);
      case 'repos/list-pull-requests-associated-with-commit':
        return this.#page(this.#pullsOf(String(values.commit_sha)), query, `/commits/${values.commit_sha}/pulls`);
      default:
    }
    const pull = this.#pulls.get(Number(values.issue_number ?? values.pull_number));
    if (!pull) return { status: 404, body: { message: 'Not Found', status: '404' } };
    switch (operation) {
      case 'issues/list-comments':
        return this.#page(this.comments(pull.number), query, `/issues/${pull.number}/comments`);
      case 'issues/create-comment':
        return refusedBody(text) ?? { status: 201, body: this.addComment(pull.number, login, String(text)) };
      case 'pulls/get':
        return { status: 200, body: this.#shownPull(pull) };
      case 'pulls/list-reviews':
        return this.#page(shownReviews(pull), query, `/pulls/${pull.number}/reviews`);
      default:
        return this.#page(pull.files ?? [], query, `/pulls/${pull.number}/files`);
    }
  }

  #branch(name: string): Answer {
    const tip = this.#pushes.at(-1)?.after;
    if (name !== 'main' || tip === undefined)
      return { status: 404, body: { message: 'Branch not found', status: '404' } };
    return {
      status: 200,
      body: { name, commit: { sha: tip, url: `${this.#facts.url}/commits/${tip}` }, protected: true },
    };
  }

  #compare(basehead: string): Answer {
    const [base, head] = basehead.split('...');
    const from = this.#pushes.findIndex(({ before }) => before === base);
    const to = this.#pushes.findIndex(({ after }) => after === head);
    if (from === -1 || to < from) return { status: 404, body: { message: 'Not Found', status: '404' } };
    const between = this.#pushes.slice(from, to + 1);
    const files = [...new Set(between.flatMap(({ files: names }) => names))];
    return {
      status: 200,
      body: {
        status: between.some(({ forced }) => forced) ? 'diverged' : 'ahead',
        files: files.map((filename) => ({ filename, status: 'modified' })),
      },
    };
  }

  #pullsOf(sha: string): readonly Record<string, unknown>[] {
    const all = [...this.#pulls.values()];
    const merged = all.filter(({ merged: by }) => by?.sha === sha || by?.commits?.includes(sha));
    return (merged.length > 0 ? merged : all.filter(({ headSha }) => headSha === sha)).map((pull) =>
      this.#shownPull(pull),
    );
  }

  #update(id: number, text: unknown): Answer {
    const entry = this.#comments.find(({ comment }) => comment.id === id);
    if (!entry) return { status: 404, body: { message: 'Not Found', status: '404' } };
    const refused = refusedBody(text);
    if (refused) return refused;
    entry.comment = { ...entry.comment, body: String(text), updated_at: new Date().toISOString() };
    return { status: 200, body: entry.comment };
  }

  #page(items: readonly unknown[], query: URLSearchParams, path: string): Answer {
    const size = Math.min(100, Number(query.get('per_page') ?? 30) || 30);
    const page = Math.max(1, Number(query.get('page') ?? 1));
    const last = Math.max(1, Math.ceil(items.length / size));
    const link = (to: number, rel: string): string =>
      `<${this.#facts.url}/repositories/${this.#facts.id}${path}?per_page=${size}&page=${to}>; rel="${rel}"`;
    const links = page < last ? { link: `${link(page + 1, 'next')}, ${link(last, 'last')}` } : {};
    return { status: 200, body: items.slice((page - 1) * size, page * size), headers: links };
  }

  #shown(): Record<string, unknown> {
    const { name, id, ownerId, visibility } = this.#facts;
    return {
      id: Number(id),
      name: name.split('/')[1],
      full_name: name,
      owner: { login: name.split('/')[0], id: Number(ownerId) },
      private: visibility !== 'public',
      visibility,
      default_branch: 'main',
    };
  }

  #shownPull(pull: Pull): Record<string, unknown> {
    const head = pull.headRepository ?? this.#facts.name;
    return {
      number: pull.number,
      state: pull.merged === undefined ? 'open' : 'closed',
      title: pull.title ?? `Pull request ${pull.number}`,
      user: { login: pull.author ?? 'octocat', type: 'User' },
      merged_at: pull.merged?.at ?? null,
      merge_commit_sha: pull.merged?.sha ?? null,
      head: { ref: pull.headRef, sha: pull.headSha, repo: { full_name: head, fork: head !== this.#facts.name } },
      base: { ref: pull.baseRef, sha: pull.baseSha, repo: this.#shown() },
    };
  }

  /** Payload of the `pull_request` event, or of a `push` to the default branch where no number is given. */
  event(number?: number): Record<string, unknown> {
    const pull = number === undefined ? undefined : this.#pulls.get(number);
    const shared = { repository: this.#shown(), sender: { login: 'octocat' } };
    const push = this.#pushes.at(-1);
    const moved = push && { before: push.before, after: push.after, forced: push.forced ?? false, created: false };
    if (!pull) return { ...shared, ref: 'refs/heads/main', ...moved };
    return { ...shared, action: 'synchronize', number, pull_request: this.#shownPull(pull) };
  }
}

function shownReviews({ headSha, reviews = [] }: Pull): readonly Record<string, unknown>[] {
  return reviews.map(({ login, state }, index) => ({
    id: 80 + index,
    user: { login, type: 'User' },
    body: '',
    state,
    commit_id: headSha,
    author_association: 'MEMBER',
  }));
}

// What GitHub says to an empty body and to one that is too long.
function refusedBody(text: unknown): Answer | undefined {
  const message =
    typeof text !== 'string' || text.trim() === ''
      ? "Body can't be blank"
      : [...text].length > BODY_LIMIT
        ? `Body is too long (maximum is ${BODY_LIMIT} characters)`
        : undefined;
  if (message === undefined) return undefined;
  const error = { resource: 'IssueComment', code: 'unprocessable', field: 'data', message };
  return { status: 422, body: { message: 'Validation Failed', errors: [error], status: '422' } };
}
