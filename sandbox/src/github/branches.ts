import { createHash } from 'node:crypto';
import { type Answer, invalid, refusal } from './answer.js';

type Files = ReadonlyMap<string, Buffer>;

interface Commit {
  readonly parent: string | undefined;
  readonly files: Files;
  readonly message: string;
}

const DEFAULT = 'main';
// For larger files the contents API returns everything except the content.
const CONTENT_LIMIT = 1024 * 1024;
/** Entries of a tree that come at once. */
const TREE_LIMIT = 100_000;

/** Branches and the files at their tips, in memory; the default branch is protected, as `init` has it. */
export class Branches {
  readonly #url: string;
  readonly #tips = new Map<string, string>();
  readonly #commits = new Map<string, Commit>();
  readonly #trees = new Map<string, Files>();
  #made = 0;

  /** @param url of the repository in the REST API */
  constructor(url: string) {
    this.#url = url;
  }

  /** Moves a branch, as a push does; files that are not named stay as they are. */
  push(branch: string, sha: string, files: Readonly<Record<string, string | Uint8Array>> = {}): void {
    const parent = this.#tips.get(branch);
    const named = Object.entries(files).map(([path, content]) => [path, Buffer.from(content)] as const);
    const merged = new Map([...this.#files(parent), ...named]);
    this.#commits.set(sha, { parent, files: merged, message: '' });
    this.#tips.set(branch, sha);
  }

  /** Commit at the tip of a branch. */
  tip(branch: string): string | undefined {
    return this.#tips.get(branch);
  }

  /** Whether there is such a commit. */
  has(sha: string): boolean {
    return this.#commits.has(sha);
  }

  /** Name of the tree at the tip of a branch. */
  tree(branch: string): string {
    return this.#keep(this.#files(this.#tips.get(branch)));
  }

  /** Names of all branches. */
  names(): readonly string[] {
    return [...this.#tips.keys()];
  }

  /** Text of a file on a branch or at a commit. */
  file(ref: string, path: string): string | undefined {
    return this.#files(this.#tips.get(ref) ?? ref)
      .get(path)
      ?.toString();
  }

  /** Message of the commit at the tip of a branch. */
  message(branch: string): string | undefined {
    return this.#commits.get(this.#tips.get(branch) ?? '')?.message;
  }

  /** Answers the operations on references and contents; undefined for others. */
  answer(
    operation: string,
    values: Readonly<Record<string, string>>,
    query: URLSearchParams,
    body: Readonly<Record<string, unknown>>,
  ): Answer | undefined {
    switch (operation) {
      case 'git/get-ref':
        return this.#getRef(String(values.ref));
      case 'git/create-ref':
        return this.#createRef(String(body.ref), String(body.sha));
      case 'git/update-ref':
        return this.#updateRef(String(values.ref), String(body.sha), body.force === true);
      case 'repos/get-content':
        return this.#getContent(String(values.path), query.get('ref') ?? DEFAULT);
      case 'repos/get-commit':
        return this.#getCommit(String(values.ref));
      case 'git/get-tree':
        return this.#getTree(String(values.tree_sha));
      case 'git/get-blob':
        return this.#getBlob(String(values.file_sha));
      case 'git/create-tree':
        return this.#createTree(body);
      case 'git/create-commit':
        return this.#createCommit(body);
      default:
        return undefined;
    }
  }

  #files(sha: string | undefined): Files {
    return this.#commits.get(sha ?? '')?.files ?? new Map();
  }

  #shownRef(branch: string, status = 200): Answer {
    const sha = this.#tips.get(branch);
    const object = { type: 'commit', sha, url: `${this.#url}/git/commits/${sha}` };
    return { status, body: { ref: `refs/heads/${branch}`, url: `${this.#url}/git/refs/heads/${branch}`, object } };
  }

  #getRef(ref: string): Answer {
    const branch = ref.replace(/^heads\//, '');
    return ref !== branch && this.#tips.has(branch) ? this.#shownRef(branch) : refusal(404, 'Not Found');
  }

  #createRef(ref: string, sha: string): Answer {
    const branch = /^refs\/heads\/(.+)$/.exec(ref)?.[1];
    if (branch === undefined) return refusal(422, 'Reference name must start with refs/ and have two slashes');
    if (this.#tips.has(branch)) return refusal(422, 'Reference already exists');
    if (!this.#commits.has(sha)) return refusal(422, 'Object does not exist');
    this.#tips.set(branch, sha);
    return this.#shownRef(branch, 201);
  }

  #updateRef(ref: string, sha: string, force: boolean): Answer {
    const branch = ref.replace(/^heads\//, '');
    const tip = this.#tips.get(branch);
    if (tip === undefined) return refusal(422, 'Reference does not exist');
    if (branch === DEFAULT) return refusal(422, 'Repository rule violations found');
    if (!this.#commits.has(sha)) return refusal(422, 'Object does not exist');
    let here: string | undefined = sha;
    while (here !== undefined && here !== tip) here = this.#commits.get(here)?.parent;
    if (here === undefined && !force) return refusal(422, 'Update is not a fast forward');
    this.#tips.set(branch, sha);
    return this.#shownRef(branch);
  }

  /** A commit by its branch, or by its whole name; HEAD is the tip of the default branch. */
  #getCommit(ref: string): Answer {
    if (this.#commits.size === 0) return refusal(409, 'Git Repository is empty.');
    const sha = this.#tips.get(ref === 'HEAD' ? DEFAULT : ref) ?? ref;
    if (!this.#commits.has(sha)) return refusal(422, `No commit found for SHA: ${ref}`);
    const { parent } = this.#commits.get(sha) ?? {};
    const parents = parent === undefined ? [] : [{ sha: parent, url: `${this.#url}/commits/${parent}` }];
    return { status: 200, body: { sha, url: `${this.#url}/commits/${sha}`, parents, files: [] } };
  }

  /** The whole tree of a commit, or a part of it where it is too large, as GitHub gives trees. */
  #getTree(commit: string): Answer {
    if (!this.#commits.has(commit)) return refusal(404, 'Not Found');
    const entries = [...this.#files(commit)].map(([path, bytes]) => {
      return { path, mode: '100644', type: 'blob', sha: blobSha(bytes), size: bytes.length };
    });
    const truncated = entries.length > TREE_LIMIT;
    return { status: 200, body: { sha: commit, tree: entries.slice(0, TREE_LIMIT), truncated } };
  }

  #getBlob(sha: string): Answer {
    for (const { files } of this.#commits.values()) {
      const bytes = [...files.values()].find((one) => blobSha(one) === sha);
      if (bytes === undefined) continue;
      return { status: 200, body: { sha, size: bytes.length, encoding: 'base64', content: base64(bytes) } };
    }
    return refusal(404, 'Not Found');
  }

  #getContent(path: string, ref: string): Answer {
    const commit = this.#tips.get(ref.replace(/^refs\/heads\//, '')) ?? ref;
    const files = this.#files(commit);
    const bytes = files.get(path);
    const shown = (at: string, size: number) => {
      const url = `${this.#url}/contents/${at}?ref=${ref}`;
      return { type: 'file', size, name: at.split('/').at(-1), path: at, url };
    };
    if (bytes === undefined) {
      const below = [...files].filter(([name]) => name.startsWith(`${path}/`));
      if (below.length === 0) return refusal(404, 'Not Found');
      // Only files directly in the folder; nothing asks about folders.
      const direct = below.filter(([name]) => !name.slice(path.length + 1).includes('/'));
      return { status: 200, body: direct.map(([name, content]) => shown(name, content.length)) };
    }
    const isLarge = bytes.length > CONTENT_LIMIT;
    const content = isLarge ? '' : base64(bytes);
    const encoding = isLarge ? 'none' : 'base64';
    return { status: 200, body: { ...shown(path, bytes.length), encoding, content, sha: blobSha(bytes) } };
  }

  #createTree({ base_tree: base, tree }: Readonly<Record<string, unknown>>): Answer {
    const below = this.#trees.get(String(base));
    if (base !== undefined && below === undefined) return refusal(404, 'Not Found');
    const files = new Map(below);
    for (const { path, mode, type, content } of tree as Readonly<Record<string, unknown>>[]) {
      const isFile = typeof path === 'string' && type === 'blob' && mode === '100644' && typeof content === 'string';
      if (!isFile) return invalid('Tree', 'only whole files with a content are known here');
      files.set(path, Buffer.from(content));
    }
    return { status: 201, body: { sha: this.#keep(files), truncated: false } };
  }

  #createCommit({ message, tree, parents = [] }: Readonly<Record<string, unknown>>): Answer {
    const files = this.#trees.get(String(tree));
    const [parent] = parents as readonly string[];
    if (files === undefined || !this.#commits.has(String(parent))) return refusal(404, 'Not Found');
    this.#made += 1;
    const sha = hash(`commit ${this.#made}`, JSON.stringify([tree, parent, message]));
    this.#commits.set(sha, { parent, files, message: String(message) });
    return { status: 201, body: { sha, message, tree: { sha: tree } } };
  }

  /** Stores files as a tree and returns its name. */
  #keep(files: Files): string {
    const sha = hash('tree', JSON.stringify([...files].map(([path, bytes]) => [path, blobSha(bytes)]).sort()));
    this.#trees.set(sha, files);
    return sha;
  }
}

function hash(kind: string, text: string | Buffer): string {
  return createHash('sha1').update(`${kind}\0`).update(text).digest('hex');
}

function blobSha(bytes: Buffer): string {
  return hash(`blob ${bytes.length}`, bytes);
}

/** GitHub breaks the lines of what it encodes. */
function base64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/.{60}/g, '$&\n');
}
