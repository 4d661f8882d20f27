import { type Answer, invalid, refusal } from './answer.js';
import type { Branches } from './branches.js';

/** A pull request of the repository. */
export interface Pull {
  readonly number: number;
  /** The commit of the branch, for one that is not in `Branches`. */
  readonly headSha: string;
  readonly baseSha: string;
  readonly headRef: string;
  readonly baseRef: string;
  /** `owner/name` of the repository of the branch; another one makes it a fork. */
  readonly headRepository?: string;
  readonly files?: readonly { readonly filename: string; readonly status: 'added' | 'modified' | 'removed' }[];
  readonly title?: string;
  readonly body?: string;
  readonly login?: string;
  /** Default: open, or closed where it was merged. */
  readonly state?: 'open' | 'closed';
  /** Merge, and every commit that it brought to the base. */
  readonly merged?: { readonly at: string; readonly sha: string; readonly commits?: readonly string[] };
  readonly reviews?: readonly Review[];
  /** Default: 2026-01-01. */
  readonly createdAt?: string;
  /** Of one that is closed and was not merged. */
  readonly closedAt?: string;
  /** Its events. */
  readonly events?: readonly { readonly event: string; readonly at: string }[];
}

/** A review of a pull request, in the order in which they were given. */
export interface Review {
  readonly login: string;
  readonly state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED';
  readonly body?: string;
  /** Commit that was reviewed; default: the last one. */
  readonly commitId?: string;
  /** Default: the merge, or now. */
  readonly at?: string;
}

/** Data of the repository in a pull request. */
interface Home {
  readonly name: string;
  readonly branches: Branches;
  readonly shown: () => Record<string, unknown>;
  readonly nextNumber: () => number;
}

const CREATED = '2026-01-01T00:00:00Z';

/** The pull requests of a repository, in memory. */
export class Pulls {
  readonly #home: Home;
  readonly #pulls = new Map<number, Pull>();

  constructor(home: Home) {
    this.#home = home;
  }

  set(pull: Pull): void {
    this.#pulls.set(pull.number, pull);
  }

  get(number: number): Pull | undefined {
    return this.#pulls.get(number);
  }

  /** All of them, the newest first. */
  all(): readonly Pull[] {
    return [...this.#pulls.values()].sort((a, b) => b.number - a.number);
  }

  /** Those that a list with this query has. */
  list(query: URLSearchParams): readonly Record<string, unknown>[] {
    const state = query.get('state') ?? 'open';
    const head = query.get('head');
    const ownerOf = ({ headRepository = this.#home.name }: Pull): string => headRepository.split('/')[0] ?? '';
    return this.all()
      .filter((pull) => state === 'all' || (state === 'open') === isOpen(pull))
      .filter((pull) => head === null || head.toLowerCase() === `${ownerOf(pull)}:${pull.headRef}`.toLowerCase())
      .map((pull) => this.shown(pull));
  }

  /** Those that a commit belongs to: merged ones before open ones whose branch ends with it. */
  ofCommit(sha: string): readonly Record<string, unknown>[] {
    const merged = this.all().filter(({ merged: by }) => by?.sha === sha || by?.commits?.includes(sha));
    const found = merged.length > 0 ? merged : this.all().filter(({ headSha }) => headSha === sha);
    return found.map((pull) => this.shown(pull));
  }

  create(body: Readonly<Record<string, unknown>>, login: string): Answer {
    const { branches, nextNumber } = this.#home;
    const [headRef, baseRef] = [String(body.head), String(body.base)];
    const [headSha, baseSha] = [branches.tip(headRef), branches.tip(baseRef)];
    if (headSha === undefined || baseSha === undefined) return invalid('PullRequest', 'head or base is no branch');
    if (headSha === baseSha) return invalid('PullRequest', `No commits between ${baseRef} and ${headRef}`);
    if (this.all().some((pull) => isOpen(pull) && pull.headRef === headRef))
      return invalid('PullRequest', `A pull request already exists for ${this.#home.name.split('/')[0]}:${headRef}.`);
    const text = { title: String(body.title), body: String(body.body ?? '') };
    const pull: Pull = { number: nextNumber(), headSha, baseSha, headRef, baseRef, login, ...text };
    this.set(pull);
    return { status: 201, body: this.shown(pull) };
  }

  update(number: number, body: Readonly<Record<string, unknown>>): Answer {
    const pull = this.get(number);
    if (pull === undefined) return refusal(404, 'Not Found');
    const text = (name: 'title' | 'body'): string => String(body[name] ?? pull[name] ?? '');
    const next: Pull = { ...pull, title: text('title'), body: text('body') };
    this.set(next);
    return { status: 200, body: this.shown(next) };
  }

  /** A pull request as the REST API and events show it. */
  shown(pull: Pull): Record<string, unknown> {
    const { name, branches, shown } = this.#home;
    const head = pull.headRepository ?? name;
    const login = pull.login ?? 'octocat';
    return {
      number: pull.number,
      html_url: `https://github.com/${name}/pull/${pull.number}`,
      state: isOpen(pull) ? 'open' : 'closed',
      created_at: pull.createdAt ?? CREATED,
      closed_at: isOpen(pull) ? null : (pull.closedAt ?? pull.merged?.at ?? CREATED),
      merged_at: pull.merged?.at ?? null,
      merge_commit_sha: pull.merged?.sha ?? null,
      title: pull.title ?? `Pull request ${pull.number}`,
      body: pull.body ?? null,
      user: { login, type: login.endsWith('[bot]') ? 'Bot' : 'User' },
      head: {
        ref: pull.headRef,
        sha: (head === name ? branches.tip(pull.headRef) : undefined) ?? pull.headSha,
        repo: { full_name: head, fork: head !== name },
      },
      base: { ref: pull.baseRef, sha: pull.baseSha, repo: shown() },
    };
  }
}

/** Reviews as the REST API shows them. */
export function shownReviews({ headSha, merged, reviews = [] }: Pull): readonly Record<string, unknown>[] {
  return reviews.map(({ login, state, body = '', commitId = headSha, at = merged?.at }, index) => ({
    id: 80 + index,
    user: { login, type: login.endsWith('[bot]') ? 'Bot' : 'User' },
    body,
    state,
    commit_id: commitId,
    submitted_at: at ?? new Date().toISOString(),
    author_association: 'MEMBER',
  }));
}

/** Events of a pull request as the REST API shows them. */
export function shownEvents({ events = [] }: Pull): readonly Record<string, unknown>[] {
  return events.map(({ event, at }, index) => ({
    id: 900 + index,
    event,
    created_at: at,
    actor: { login: 'octocat' },
  }));
}

function isOpen({ state = 'open', merged }: Pull): boolean {
  return state === 'open' && merged === undefined;
}
