import { createHash } from 'node:crypto';
import { type Answer, invalid, refusal } from './answer.js';

type Files = ReadonlyMap<string, string>;

interface Commit {
  readonly parent: string | undefined;
  readonly files: Files;
  readonly message: string;
}

const DEFAULT = 'main';
// Of larger files the contents API says everything but the content.
const CONTENT_LIMIT = 1024 * 1024;

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
  push(branch: string, sha: string, files: Readonly<Record<string, string>> = {}): void {
    const parent = this.#tips.get(branch);
    const merged = new Map([...this.#files(parent), ...Object.entries(files)]);
    this.#commits.set(sha, { parent, files: merged, message: '' });
    this.#tips.set(branch, sha);
  }

  /** Commit at the tip of a branch. */
  tip(branch: string): string | undefined {
    return this.#tips.get(branch);
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
    return this.#files(this.#tips.get(ref) ?? ref).get(path);
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

  #getContent(path: string, ref: string): Answer {
    const text = this.file(ref.replace(/^refs\/heads\//, ''), path);
    if (text === undefined) return refusal(404, 'Not Found');
    const bytes = Buffer.from(text);
    const isLarge = bytes.length > CONTENT_LIMIT;
    // GitHub breaks the lines of what it encodes.
    const content = isLarge ? '' : bytes.toString('base64').replace(/.{60}/g, '$&\n');
    const encoding = isLarge ? 'none' : 'base64';
    const name = path.split('/').at(-1);
    const body = {
      type: 'file',
      encoding,
      size: bytes.length,
      name,
      path,
      content,
      sha: hash(`blob ${bytes.length}`, bytes),
    };
    return { status: 200, body: { ...body, url: `${this.#url}/contents/${path}?ref=${ref}` } };
  }

  #createTree({ base_tree: base, tree }: Readonly<Record<string, unknown>>): Answer {
    const below = this.#trees.get(String(base));
    if (base !== undefined && below === undefined) return refusal(404, 'Not Found');
    const files = new Map(below);
    for (const { path, mode, type, content } of tree as Readonly<Record<string, unknown>>[]) {
      const isFile = typeof path === 'string' && type === 'blob' && mode === '100644' && typeof content === 'string';
      if (!isFile) return invalid('Tree', 'only whole files with a content are known here');
      files.set(path, content);
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

  /** Keeps files as a tree and gives its name. */
  #keep(files: Files): string {
    const sha = hash('tree', JSON.stringify([...files].sort()));
    this.#trees.set(sha, files);
    return sha;
  }
}

function hash(kind: string, text: string | Buffer): string {
  return createHash('sha1').update(`${kind}\0`).update(text).digest('hex');
}
