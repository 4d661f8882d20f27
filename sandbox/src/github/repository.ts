import { type Answer, refusal, refusedText } from './answer.js';
import { Branches } from './branches.js';
import { Collaborators } from './collaborators.js';
import { type Pull, Pulls, shownEvents, shownReviews } from './pulls.js';
import { Releases } from './releases.js';
import { Runs } from './runs.js';

export type { Pull } from './pulls.js';

/** A push to the default branch: the commits before and after it, and the files that differ. */
export interface Push {
  /** Default: the commit of the push before, or zeros, as for a new branch. */
  readonly before?: string;
  readonly after: string;
  readonly files: readonly string[];
  /** Texts of files from then on, for what reads them; those of the pushes before stay. */
  readonly contents?: Readonly<Record<string, string | Uint8Array>>;
  /** True where history was rewritten. */
  readonly forced?: boolean;
}

/** An issue of the repository. */
export interface Issue {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly login: string;
  /** Id of the account. */
  readonly userId: number;
  readonly labels?: readonly string[];
  /** Default: open. */
  readonly state?: 'open' | 'closed';
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

/** One repository with its issues, pull requests, comments and branches, in memory. */
export class Repository {
  readonly #facts: RepositoryFacts;
  readonly #pulls: Pulls;
  readonly #issues = new Map<number, Issue>();
  readonly #comments: { pull: number; comment: Comment }[] = [];
  readonly #pushes: (Push & { readonly before: string })[] = [];
  readonly branches: Branches;
  readonly releases: Releases;
  readonly runs: Runs;
  readonly people = new Collaborators();

  constructor(facts: RepositoryFacts) {
    this.#facts = facts;
    const url = `${facts.url}/repos/${facts.name}`;
    this.branches = new Branches(url);
    this.releases = new Releases({ url, name: facts.name, hasCommit: (sha) => this.branches.has(sha) });
    this.runs = new Runs(facts.name, facts.url);
    this.#pulls = new Pulls({
      name: facts.name,
      branches: this.branches,
      shown: () => this.#shown(),
      nextNumber: () => 1 + Math.max(0, ...this.#issues.keys(), ...this.pulls().map(({ number }) => number)),
    });
  }

  get visibility(): RepositoryFacts['visibility'] {
    return this.#facts.visibility;
  }

  addPull(pull: Pull): void {
    this.#pulls.set(pull);
  }

  /** All pull requests, the newest first. */
  pulls(): readonly Pull[] {
    return this.#pulls.all();
  }

  /** Adds an issue, or changes the one of its number. */
  addIssue(issue: Issue): void {
    this.#issues.set(issue.number, issue);
  }

  addPush(push: Push): void {
    this.branches.push('main', push.after, push.contents);
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
    const sent = (typeof body === 'object' && body !== null ? body : {}) as Readonly<Record<string, unknown>>;
    const { body: text } = sent;
    const elsewhere =
      this.releases.answer(operation, values, query, body) ??
      this.branches.answer(operation, values, query, sent) ??
      this.runs.answer(operation, values, query) ??
      this.people.answer(operation, values);
    if (elsewhere !== undefined) return elsewhere;
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
        return this.#page(
          this.#pulls.ofCommit(String(values.commit_sha)),
          query,
          `/commits/${values.commit_sha}/pulls`,
        );
      case 'pulls/list':
        return this.#page(this.#pulls.list(query), query, '/pulls');
      case 'pulls/create':
        if (login === 'github-actions[bot]' && !this.people.workflowsOpenPulls)
          return refusal(403, 'GitHub Actions is not permitted to create or approve pull requests.');
        return this.#pulls.create(sent, login);
      case 'pulls/update':
        return this.#pulls.update(Number(values.pull_number), sent);
      default:
        return this.#ofNumber(operation, Number(values.issue_number ?? values.pull_number), query, text, login);
    }
  }

  /** True where a number is that of an issue and no pull request, for which other permissions count. */
  isIssue(number: number): boolean {
    return this.#issues.has(number);
  }

  /** Answers an operation on one issue or pull request; both have comments. */
  #ofNumber(operation: string, number: number, query: URLSearchParams, text: unknown, login: string): Answer {
    const [issue, pull] = [this.#issues.get(number), this.#pulls.get(number)];
    if (issue === undefined && pull === undefined) return refusal(404, 'Not Found');
    if (operation === 'issues/list-comments')
      return this.#page(this.comments(number), query, `/issues/${number}/comments`);
    if (operation === 'issues/create-comment')
      return refusedText(text) ?? { status: 201, body: this.addComment(number, login, String(text)) };
    if (operation === 'issues/list-events')
      return this.#page(pull ? shownEvents(pull) : [], query, `/issues/${number}/events`);
    if (operation === 'issues/get')
      return issue ? { status: 200, body: this.#shownIssue(issue) } : refusal(404, 'Not Found');
    if (pull === undefined) return refusal(404, 'Not Found');
    if (operation === 'pulls/get') return { status: 200, body: this.#pulls.shown(pull) };
    if (operation === 'pulls/list-reviews') return this.#page(shownReviews(pull), query, `/pulls/${number}/reviews`);
    return this.#page(pull.files ?? [], query, `/pulls/${number}/files`);
  }

  #branch(name: string): Answer {
    const tip = this.#pushes.at(-1)?.after;
    if (name !== 'main' || tip === undefined)
      return { status: 404, body: { message: 'Branch not found', status: '404' } };
    return {
      status: 200,
      body: { name, commit: { sha: tip, commit: { tree: { sha: this.branches.tree(name) } } }, protected: true },
    };
  }

  #compare(basehead: string): Answer {
    const [base, head] = basehead.split('...');
    const from = this.#pushes.findIndex(({ before }) => before === base);
    const to = this.#pushes.findIndex(({ after }) => after === head);
    if (from === -1 || to < from) return refusal(404, 'Not Found');
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

  #update(id: number, text: unknown): Answer {
    const entry = this.#comments.find(({ comment }) => comment.id === id);
    if (!entry) return refusal(404, 'Not Found');
    const refused = refusedText(text);
    if (refused) return refused;
    entry.comment = { ...entry.comment, body: String(text), updated_at: new Date().toISOString() };
    return { status: 200, body: entry.comment };
  }

  #page(items: readonly unknown[], query: URLSearchParams, path: string): Answer {
    const size = Math.min(100, Number(query.get('per_page') ?? 30) || 30);
    const page = Math.max(1, Number(query.get('page') ?? 1));
    const last = Math.max(1, Math.ceil(items.length / size));
    const link = (to: number, rel: string): string => {
      const next = new URLSearchParams(query);
      next.set('per_page', String(size));
      next.set('page', String(to));
      return `<${this.#facts.url}/repositories/${this.#facts.id}${path}?${next}>; rel="${rel}"`;
    };
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

  #shownIssue({ number, title, body, login, userId, labels = [], state = 'open' }: Issue): Record<string, unknown> {
    return {
      number,
      title,
      body,
      state,
      html_url: `https://github.com/${this.#facts.name}/issues/${number}`,
      user: { login, id: userId, type: login.endsWith('[bot]') ? 'Bot' : 'User' },
      labels: labels.map((name) => ({ name })),
    };
  }

  /** Payload of the `issues` event. */
  issueEvent(number: number, action: string, sender?: string): Record<string, unknown> {
    const issue = this.#issues.get(number);
    if (issue === undefined) throw new Error(`There is no issue ${number}`);
    const login = sender ?? issue.login;
    const by = { login, type: login.endsWith('[bot]') ? 'Bot' : 'User' };
    return { repository: this.#shown(), sender: by, action, issue: this.#shownIssue(issue) };
  }

  /** Payload of the `pull_request` event when it is closed. */
  closedEvent(number: number): Record<string, unknown> {
    const pull = this.#pulls.get(number);
    if (pull === undefined) throw new Error(`There is no pull request ${number}`);
    const shown = { ...this.#pulls.shown(pull), merged: pull.merged !== undefined };
    return { repository: this.#shown(), sender: { login: 'octocat' }, action: 'closed', number, pull_request: shown };
  }

  /** Payload of the `pull_request` event, or of a `push` to the default branch where no number is given. */
  event(number?: number): Record<string, unknown> {
    const pull = number === undefined ? undefined : this.#pulls.get(number);
    const shared = { repository: this.#shown(), sender: { login: 'octocat' } };
    const push = this.#pushes.at(-1);
    const moved = push && { before: push.before, after: push.after, forced: push.forced ?? false, created: false };
    if (!pull) return { ...shared, ref: 'refs/heads/main', ...moved };
    return { ...shared, action: 'synchronize', number, pull_request: this.#pulls.shown(pull) };
  }
}
