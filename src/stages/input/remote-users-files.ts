import type { PlanNote } from '../../change/run-note.js';
import type { Location } from '../../config/location.js';
import { isGlob, remoteFileName, remotePath, type UsersSource } from '../../config/users-sources.js';
import { NotRead, RemoteRepository } from '../../github/api/remote-files.js';
import { repositoryOf } from '../../github/runner/context.js';
import type { NamedToken } from '../../github/runner/inputs.js';
import { runNoteText } from '../../report/text/run-note.js';
import type { CommandContext } from '../command.js';
import type { FileReader, ReadFile } from './file-reader.js';
import { NO_MATCH, readGlob } from './globs.js';
import { textOf } from './text-file.js';

/** Where a users file of another repository was read. */
export interface Origin {
  /** `owner/name`. */
  readonly repository: string;
  /** As written in jupyterhub.yaml; undefined: the default branch. */
  readonly ref: string | undefined;
  /** Full SHA of the commit. */
  readonly commit: string;
  /** Place in jupyterhub.yaml that names the file. */
  readonly location: Location;
}

/** Most files of one glob. Each file takes a call, and GitHub gives a job a thousand calls an hour. */
const MAX_FILES = 200;
/** Calls at a time. */
const AT_ONCE = 8;

/** What reading files of other repositories needs of a run. */
export type RemoteContext = Pick<CommandContext, 'env' | 'github' | 'credentials' | 'say'>;

/** Reads users files of other repositories from GitHub; each repository and ref at one commit, however many files. */
export class RemoteUsersReader {
  /** By the name that findings print. */
  readonly origins = new Map<string, Origin>();
  readonly #opened = new Map<string, Promise<RemoteRepository>>();
  readonly #reader: FileReader;
  readonly #context: RemoteContext;

  constructor(reader: FileReader, context: RemoteContext) {
    this.#reader = reader;
    this.#context = context;
  }

  /** The files of an entry. An unreadable file becomes a finding at the entry. */
  async read(source: UsersSource): Promise<ReadFile[]> {
    const { remote, location } = source;
    const path = remotePath(source.path);
    if (remote === undefined || path === undefined) return [];
    try {
      const repository = await this.#open(remote);
      const paths = isGlob(path) ? await expand(repository, path, remote.repository) : [path];
      const files: ReadFile[] = [];
      for (let from = 0; from < paths.length; from += AT_ONCE) {
        const batch = paths.slice(from, from + AT_ONCE);
        const contents = await Promise.all(batch.map((file) => repository.file(file)));
        for (const [index, bytes] of contents.entries()) {
          const name = remoteFileName(remote.repository, batch[index] ?? '');
          const file = this.#keep(name, bytes, { ...remote, commit: repository.commit, location });
          if (file !== undefined) files.push(file);
        }
      }
      return files;
    } catch (error) {
      if (!(error instanceof NotRead)) throw error;
      this.#reader.report(location, error.rule, error.message, { hint: error.hint });
      return [];
    }
  }

  #keep(name: string, bytes: Buffer, origin: Origin): ReadFile | undefined {
    const known = this.origins.get(name);
    if (known !== undefined && known.commit !== origin.commit) {
      this.#reader.report(origin.location, 'duplicate-file', `"${name}" is already read at another ref.`, {
        hint: 'Read a file at one ref.',
      });
      return undefined;
    }
    this.origins.set(name, known ?? origin);
    const text = textOf(bytes);
    if (typeof text === 'string') return this.#reader.keep(name, text);
    this.#reader.unreadable({ path: name, location: origin.location }, name, text);
    return undefined;
  }

  #open({ repository, ref }: NonNullable<UsersSource['remote']>): Promise<RemoteRepository> {
    const key = JSON.stringify([repository.toLowerCase(), ref]);
    const known = this.#opened.get(key);
    if (known !== undefined) return known;
    const opening = this.#openNew(repository, ref);
    this.#opened.set(key, opening);
    return opening;
  }

  async #openNew(repository: string, ref: string | undefined): Promise<RemoteRepository> {
    const { env, github, credentials, say } = this.#context;
    const token = credentials.usersToken ?? noToken(repository, github !== undefined);
    const urls = repositoryOf(env, github, undefined);
    const opened = await RemoteRepository.open({ urls, token, repository, ref });
    say(`  ${runNoteText(originNote({ repository, ref, commit: opened.commit }))}`);
    return opened;
  }
}

/** A note for each commit at which a remote repository was read. The log says so when a file is read. */
export function originNotes(origins: ReadonlyMap<string, Origin>): PlanNote[] {
  const byCommit = new Map([...origins.values()].map((origin) => [runNoteText(originNote(origin)), origin]));
  return [...byCommit.values()].map(originNote);
}

function originNote({ repository, ref, commit }: Omit<Origin, 'location'>): PlanNote {
  return { code: 'remote-users-files', repository, ...(ref === undefined ? {} : { ref }), commit };
}

function noToken(repository: string, inWorkflow: boolean): NamedToken {
  const needs = `a token that may read the contents of ${repository}`;
  throw new NotRead(
    'file-missing',
    `Reading ${repository} from GitHub needs a token.`,
    inWorkflow ? `Give users_token ${needs}.` : `Set GITHUB_TOKEN to ${needs}: "gh auth token" shows one.`,
  );
}

/** Files that match a glob. Names that start with a dot are left out, as in this repository. */
async function expand(repository: RemoteRepository, path: string, name: string): Promise<string[]> {
  const glob = await readGlob(path);
  if (glob === undefined) return [];
  const top = glob.base === '' ? '' : `${glob.base}/`;
  const found = (await repository.files())
    .filter((file) => file.startsWith(top))
    .map((file) => file.slice(top.length))
    .filter((file) => glob.matches(file) && !/(^|\/)(\.|node_modules\/)/.test(file))
    .sort();
  if (found.length > MAX_FILES) {
    const message = `"${path}" matches ${found.length} files of ${name}; at most ${MAX_FILES} are read.`;
    throw new NotRead('too-large', message, 'Put the people into fewer files.');
  }
  if (found.length > 0) return found.map((file) => `${top}${file}`);
  throw new NotRead('file-missing', `No file of ${name} matches "${path}".`, NO_MATCH);
}
