import { type Answer, invalid, refusal } from './answer.js';

/** A release as the stand-in keeps it. */
export interface Release {
  readonly id: number;
  readonly tag: string;
  readonly name: string;
  readonly body: string;
  readonly draft: boolean;
  readonly prerelease: boolean;
  /** Whether it is the one that the page of the repository shows. */
  readonly latest: boolean;
  readonly assets: ReadonlyMap<string, Buffer>;
}

/** What the repository says of itself to its releases. */
interface Home {
  /** Of the repository in the REST API. */
  readonly url: string;
  /** `owner/name`. */
  readonly name: string;
  readonly hasCommit: (sha: string) => boolean;
}

/** The tags and releases of a repository, in memory. */
export class Releases {
  readonly #home: Home;
  /** Commits by the names of tags, and the object of an annotated tag between them. */
  readonly #tags = new Map<string, { readonly commit: string; readonly object?: string }>();
  #releases: Release[] = [];
  #made = 0;

  constructor(home: Home) {
    this.#home = home;
  }

  /** Sets a tag, as a push does. @param object of an annotated tag */
  setTag(name: string, commit: string, object?: string): void {
    this.#tags.set(name, { commit, ...(object === undefined ? {} : { object }) });
  }

  /** Commits by the names of all tags. */
  tags(): Readonly<Record<string, string>> {
    return Object.fromEntries([...this.#tags].map(([name, { commit }]) => [name, commit]));
  }

  /** All releases, the newest first. */
  all(): readonly Release[] {
    return this.#releases;
  }

  /** Answers the operations on tags and releases; undefined for others. */
  answer(
    operation: string,
    values: Readonly<Record<string, string>>,
    query: URLSearchParams,
    body: unknown,
  ): Answer | undefined {
    const sent = (typeof body === 'object' && body !== null ? body : {}) as Readonly<Record<string, unknown>>;
    const id = Number(values.release_id);
    switch (operation) {
      case 'git/get-ref':
      case 'git/update-ref':
        return values.ref?.startsWith('tags/') ? this.#ref(operation, values.ref.slice(5), sent) : undefined;
      case 'git/create-ref':
        return String(sent.ref).startsWith('refs/tags/') ? this.#createTag(sent) : undefined;
      case 'git/list-matching-refs':
        return { status: 200, body: this.#matching(String(values.ref)) };
      case 'git/get-tag':
        return this.#tagObject(String(values.tag_sha));
      case 'repos/list-releases':
        return { status: 200, body: this.#releases.slice(0, 100).map((one) => this.#shown(one)) };
      case 'repos/create-release':
        return this.#create(sent);
      case 'repos/update-release':
        return this.#update(id, sent);
      case 'repos/delete-release':
        return this.#delete(id);
      case 'repos/upload-release-asset':
        return this.#upload(id, String(query.get('name')), body);
      default:
        return undefined;
    }
  }

  #shownTag(name: string, status = 200): Answer {
    const tag = this.#tags.get(name);
    if (tag === undefined) return refusal(404, 'Not Found');
    const object = { type: tag.object === undefined ? 'commit' : 'tag', sha: tag.object ?? tag.commit };
    return { status, body: { ref: `refs/tags/${name}`, object } };
  }

  #ref(operation: string, name: string, { sha, force }: Readonly<Record<string, unknown>>): Answer {
    if (operation === 'git/get-ref') return this.#shownTag(name);
    if (!this.#tags.has(name)) return refusal(422, 'Reference does not exist');
    if (!this.#home.hasCommit(String(sha))) return refusal(422, 'Object does not exist');
    // Whether a tag would move forward is not looked at: nobody here wants to know.
    if (force !== true) return refusal(422, 'Update is not a fast forward');
    this.setTag(name, String(sha));
    return this.#shownTag(name);
  }

  #createTag({ ref, sha }: Readonly<Record<string, unknown>>): Answer {
    const name = String(ref).slice('refs/tags/'.length);
    if (this.#tags.has(name)) return refusal(422, 'Reference already exists');
    if (!this.#home.hasCommit(String(sha))) return refusal(422, 'Object does not exist');
    this.setTag(name, String(sha));
    return this.#shownTag(name, 201);
  }

  #matching(prefix: string): unknown[] {
    const names = [...this.#tags.keys()].filter((name) => `tags/${name}`.startsWith(prefix)).sort();
    return names.map((name) => this.#shownTag(name).body);
  }

  #tagObject(sha: string): Answer {
    for (const [tag, { commit, object }] of this.#tags) {
      if (object === sha) return { status: 200, body: { tag, sha, object: { type: 'commit', sha: commit } } };
    }
    return refusal(404, 'Not Found');
  }

  #create({ tag_name: tag, name, body, draft, prerelease }: Readonly<Record<string, unknown>>): Answer {
    if (this.#releases.some((one) => one.tag === tag && !one.draft))
      return {
        status: 422,
        body: {
          message: 'Validation Failed',
          errors: [{ resource: 'Release', code: 'already_exists', field: 'tag_name' }],
        },
      };
    this.#made += 1;
    const release: Release = {
      id: 210_000_000 + this.#made,
      tag: String(tag),
      name: String(name ?? tag),
      body: String(body ?? ''),
      draft: draft === true,
      prerelease: prerelease === true,
      latest: false,
      assets: new Map(),
    };
    this.#releases.unshift(release);
    return { status: 201, body: this.#shown(release) };
  }

  #update(id: number, { draft, make_latest: latest }: Readonly<Record<string, unknown>>): Answer {
    const found = this.#releases.find((one) => one.id === id);
    if (found === undefined) return refusal(404, 'Not Found');
    const isDraft = draft === undefined ? found.draft : draft === true;
    const isLatest = latest === 'true';
    if (isLatest && (isDraft || found.prerelease)) return invalid('Release', 'Drafts and prereleases cannot be latest');
    const changed = { ...found, draft: isDraft, latest: isLatest };
    this.#releases = this.#releases.map((one) =>
      one.id === id ? changed : { ...one, latest: one.latest && !isLatest },
    );
    return { status: 200, body: this.#shown(changed) };
  }

  #delete(id: number): Answer {
    if (!this.#releases.some((one) => one.id === id)) return refusal(404, 'Not Found');
    this.#releases = this.#releases.filter((one) => one.id !== id);
    return { status: 204, body: undefined };
  }

  #upload(id: number, name: string, body: unknown): Answer {
    const found = this.#releases.find((one) => one.id === id);
    if (found === undefined) return refusal(404, 'Not Found');
    if (found.assets.has(name) || !Buffer.isBuffer(body))
      return {
        status: 422,
        body: {
          message: 'Validation Failed',
          errors: [{ resource: 'ReleaseAsset', code: 'already_exists', field: 'name' }],
        },
      };
    const changed = { ...found, assets: new Map([...found.assets, [name, body]]) };
    this.#releases = this.#releases.map((one) => (one.id === id ? changed : one));
    return { status: 201, body: { name, size: body.length, state: 'uploaded' } };
  }

  #shown({ id, tag, name, body, draft, prerelease, assets }: Release): Record<string, unknown> {
    const url = `${this.#home.url}/releases/${id}`;
    return {
      id,
      url,
      // GitHub takes files at another host of its own; here there is only one.
      upload_url: `${url}/assets{?name,label}`,
      html_url: `https://github.com/${this.#home.name}/releases/tag/${tag}`,
      tag_name: tag,
      name,
      body,
      draft,
      prerelease,
      assets: [...assets].map(([asset, bytes]) => ({ name: asset, size: bytes.length, state: 'uploaded' })),
    };
  }
}
