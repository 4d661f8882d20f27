import { randomBytes } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { type Git, type GitRepository, openRepository } from '../../system/git.js';
import type { Principal } from '../users/load.js';
import { type BlamedLine, followPresence, parseBlame } from './git-output.js';

/** The commit that last changed a line. Author and subject are untrusted texts of the committer. */
export interface LineCommit {
  /** Full SHA. */
  readonly sha: string;
  /** Author date as ISO 8601; an author can set it to any value. */
  readonly date: string;
  readonly author: string;
  readonly subject: string;
}

/** Why git knows no commit of an entry. */
export type HistoryNote =
  | { readonly code: 'not-committed' }
  | { readonly code: 'older-than-clone' }
  /** `commit`: full SHA at which the file was read. */
  | { readonly code: 'remote-repository'; readonly repository: string; readonly commit: string };

/** What git knows about one entry. */
export interface EntryHistory {
  /** Undefined if `note` says why. */
  readonly commit: LineCommit | undefined;
  /** Author date of the commit since which the entry has been in the files without interruption. */
  readonly since: string | undefined;
  /** Why there is no commit. */
  readonly note: HistoryNote | undefined;
}

/** History of the entries by `historyKey`, and notes about its limits. */
export interface History {
  readonly entries: ReadonlyMap<string, EntryHistory>;
  readonly notes: readonly string[];
  /** `owner/name` at github.com if the remote `origin` is there. */
  readonly repository: string | undefined;
}

/** Where the files are. */
export interface HistoryQuery extends Git {
  /** Folder that the paths of the entries are relative to. */
  readonly cwd: string;
  /** Path of jupyterhub.yaml, relative to `cwd`; its repository is read. */
  readonly configPath: string;
  readonly principals: readonly Pick<Principal, 'kind' | 'name' | 'location'>[];
}

/** Key of an entry in a history; several entries can be on one line. */
export function historyKey({ kind, name }: Pick<Principal, 'kind' | 'name'>): string {
  return `${kind}:${name}`;
}

const MAX_COMMITS = 5000;
const MAX_FILES = 200;
const NOTHING: EntryHistory = { commit: undefined, since: undefined, note: undefined };
const OLDER = { code: 'older-than-clone' } as const;

/** Reads from git who wrote the line of each entry, and since when it has been there. Gaps are noted. */
export async function readHistory(query: HistoryQuery): Promise<History> {
  const start = dirname(resolve(query.cwd, query.configPath));
  const repository = await openRepository(query, start);
  if (repository === undefined || 'failure' in repository) {
    const why = repository === undefined ? 'The files are not in a git repository' : repository.failure;
    return {
      entries: new Map(),
      notes: [`${why}, so commits, dates and pull requests are not known.`],
      repository: undefined,
    };
  }
  const context: HistoryContext = { ...query, cwd: await realpath(query.cwd), repository, isCut: false };
  const entries = new Map<string, EntryHistory>();
  const notes: string[] = [];
  const files = [...new Set(query.principals.map(({ location }) => location.file))];
  for (const file of files.slice(0, MAX_FILES)) {
    const ofFile = query.principals.filter(({ location }) => location.file === file);
    await readFileHistory(context, file, ofFile, entries, notes);
  }
  if (files.length > MAX_FILES) {
    notes.push(`History was read for ${MAX_FILES} of ${files.length} users files.`);
  }
  if (context.isCut) {
    notes.push(
      'This clone lacks a part of the history. Check out with fetch-depth: 0 to see the commits of all entries.',
    );
  }
  return { entries, notes, repository: gitHubRepository(repository.origin) };
}

interface HistoryContext extends HistoryQuery {
  readonly repository: GitRepository;
  /** Set once an entry turns out to be older than this clone. */
  isCut: boolean;
}

async function readFileHistory(
  context: HistoryContext,
  file: string,
  principals: HistoryQuery['principals'],
  entries: Map<string, EntryHistory>,
  notes: string[],
): Promise<void> {
  const { root, git } = context.repository;
  const path = relative(root, resolve(context.cwd, file));
  const blame = await git(['blame', '--porcelain', '--root', '--no-textconv', '--', path]);
  if ('failure' in blame) {
    notes.push(`${file}: ${blame.failure}, so its commits are not known.`);
    return;
  }
  const lines = parseBlame(blame.text);
  const since = await readPresence(context, path, principals, notes);
  for (const principal of principals) {
    const line = lines.get(principal.location.line);
    entries.set(historyKey(principal), entryHistory(line, since.get(principal.name), context));
  }
}

function entryHistory(
  line: BlamedLine | undefined,
  since: { readonly sha: string; readonly date: string } | undefined,
  context: HistoryContext,
): EntryHistory {
  if (line === undefined) return NOTHING;
  if (line.uncommitted) return { ...NOTHING, note: { code: 'not-committed' } };
  const { shallow } = context.repository;
  const isCut = since !== undefined && shallow.has(since.sha);
  if (isCut || shallow.has(line.sha)) context.isCut = true;
  if (shallow.has(line.sha)) return { ...NOTHING, note: OLDER };
  const { sha, date, author, subject } = line;
  return { commit: { sha, date, author, subject }, since: isCut ? undefined : since?.date, note: undefined };
}

/** Since when each name has been in a file, also under earlier names of the file. */
async function readPresence(
  context: HistoryContext,
  path: string,
  principals: HistoryQuery['principals'],
  notes: string[],
): Promise<ReadonlyMap<string, { readonly sha: string; readonly date: string }>> {
  const patch = ['--patch', '--unified=0', '--no-color', '--no-ext-diff', '--no-textconv', '--find-renames'];
  const mark = randomBytes(16).toString('hex');
  const commits = [`--format=${mark} %H %aI`, `--max-count=${MAX_COMMITS}`];
  const log = await context.repository.git(['log', '--follow', ...commits, ...patch, '--', path]);
  if ('failure' in log) {
    notes.push(`${path}: ${log.failure}, so the dates of its entries are not known.`);
    return new Map();
  }
  const names = principals.map(({ name }) => name);
  return followPresence(log.text, mark, new Set(names), /\.csv$/i.test(path));
}

function gitHubRepository(url = ''): string | undefined {
  return /^(?:https:\/\/(?:[^@/]+@)?|ssh:\/\/git@|git@)github\.com[/:]([\w-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(
    url.trim(),
  )?.[1];
}
