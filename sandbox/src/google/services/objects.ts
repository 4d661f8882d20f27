import { createHash, randomBytes } from 'node:crypto';
import { ApiError } from '../api-error.js';
import {
  Answer,
  type Call,
  type Handlers,
  type Json,
  missingPermissions,
  projectPolicy,
  type World,
} from '../world.js';
import type { Buckets } from './buckets.js';
import { mergePatch } from './compute-kinds.js';
import { crc32c, readUpload } from './upload.js';

interface Stored {
  readonly facts: Json;
  readonly media: Buffer;
}

interface Session {
  readonly call: Call;
  readonly metadata: Json;
  readonly contentType: string | undefined;
  media: Buffer;
}

/** The objects of the buckets, with generations and the conditions on them that terraform's state lock rests on. */
export class Objects {
  readonly #objects = new Map<string, Map<string, Stored>>();
  readonly #sessions = new Map<string, Session>();
  readonly #world: World;
  readonly #buckets: Buckets;
  #generation = 0n;

  constructor(world: World, buckets: Buckets) {
    this.#world = world;
    this.#buckets = buckets;
  }

  /** True where a bucket holds anything. */
  holds(bucket: string): boolean {
    return (this.#objects.get(bucket)?.size ?? 0) > 0;
  }

  handlers(): Handlers {
    return {
      'storage.objects.list': (call) => this.#list(call),
      'storage.objects.get': (call) => this.#get(call),
      'storage.objects.insert': (call) => this.#insert(call),
      'storage.objects.patch': (call) => {
        const { facts, media } = this.#existing(call);
        const metageneration = String(Number(facts.metageneration) + 1);
        const changed = { ...mergePatch(facts, call.body), metageneration, updated: this.#world.now().toISOString() };
        this.#in(call).set(call.values.object ?? '', { facts: changed, media });
        return changed;
      },
      'storage.objects.delete': (call) => {
        this.#existing(call);
        this.#in(call).delete(call.values.object ?? '');
        return undefined;
      },
    };
  }

  /** The object as the XML API sends it: bytes, and facts in headers. */
  download(call: Call): Answer {
    const found = this.#in(call).get(call.values.object ?? '');
    if (!found)
      throw new ApiError(404, `No such object: ${call.values.bucket}/${call.values.object}`, { body: noSuchKey(call) });
    return media(found);
  }

  /** Goes on with a resumable upload; undefined where the session is not known. */
  resume(id: string, range: string | undefined, raw: Buffer): Answer | undefined {
    const session = this.#sessions.get(id);
    if (!session) return undefined;
    const [, from, , total] = /^bytes (\d+|\*)(?:-(\d+))?\/(\d+|\*)$/.exec(range ?? '') ?? [];
    if (from !== undefined && from !== '*' && Number(from) !== session.media.length) {
      throw new ApiError(400, `The chunk starts at ${from}, not at ${session.media.length}.`, { status: undefined });
    }
    session.media = Buffer.concat([session.media, raw]);
    const complete = range === undefined || (total !== '*' && session.media.length === Number(total));
    if (!complete) {
      const last = session.media.length - 1;
      return new Answer(308, undefined, last < 0 ? {} : { range: `bytes=0-${last}` });
    }
    this.#sessions.delete(id);
    return new Answer(200, this.#store(session.call, session.metadata, session.media, session.contentType));
  }

  #insert(call: Call): unknown {
    this.#buckets.get(call.values.bucket);
    if (!call.path.startsWith('/upload/')) {
      throw new ApiError(400, 'Uploads must be sent to the upload URL.', {
        reason: 'wrongUrlForUpload',
        status: undefined,
      });
    }
    const type = call.query.get('uploadType');
    const upload = readUpload(type, String(call.headers['content-type'] ?? ''), call.raw);
    if (type !== 'resumable') return this.#store(call, upload.metadata, upload.media, upload.contentType);
    const id = randomBytes(24).toString('base64url');
    const contentType = call.headers['x-upload-content-type'];
    const declared = typeof contentType === 'string' ? contentType : undefined;
    this.#sessions.set(id, { call, metadata: upload.metadata, contentType: declared, media: Buffer.alloc(0) });
    return new Answer(200, undefined, {
      location: `http://${String(call.headers.host)}${call.path}?uploadType=resumable&upload_id=${id}`,
      'x-guploader-uploadid': id,
    });
  }

  #store(call: Call, metadata: Json, bytes: Buffer, contentType: string | undefined): Json {
    const name = String(metadata.name ?? call.query.get('name') ?? '');
    if (name === '') throw new ApiError(400, 'Required', { reason: 'required', status: undefined });
    const bucket = String(call.values.bucket);
    const before = this.#in(call).get(name);
    checkConditions(call, before);
    if (before) this.#mayReplace(call, bucket);
    const now = this.#world.now().toISOString();
    const generation = this.#nextGeneration();
    const path = `${bucket}/o/${encodeURIComponent(name)}`;
    const facts: Json = {
      ...metadata,
      kind: 'storage#object',
      id: `${bucket}/${name}/${generation}`,
      selfLink: `https://www.googleapis.com/storage/v1/b/${path}`,
      mediaLink: `https://storage.googleapis.com/download/storage/v1/b/${path}?generation=${generation}&alt=media`,
      name,
      bucket,
      generation,
      metageneration: '1',
      contentType: metadata.contentType ?? contentType ?? 'application/octet-stream',
      storageClass: 'STANDARD',
      size: String(bytes.length),
      md5Hash: createHash('md5').update(bytes).digest('base64'),
      crc32c: crc32c(bytes),
      etag: Buffer.from(`${generation}/1`).toString('base64'),
      timeCreated: now,
      updated: now,
      timeStorageClassUpdated: now,
    };
    this.#in(call).set(name, { facts, media: bytes });
    return facts;
  }

  #get(call: Call): unknown {
    const found = this.#existing(call);
    return call.query.get('alt') === 'media' ? media(found) : found.facts;
  }

  #list({ values, query }: Call): Json {
    this.#buckets.get(values.bucket);
    const prefix = query.get('prefix') ?? '';
    const delimiter = query.get('delimiter') ?? '';
    const after = Buffer.from(query.get('pageToken') ?? '', 'base64url').toString();
    const limit = Math.min(Number(query.get('maxResults')) || 1000, 1000);
    const prefixes = new Set<string>();
    const items: Json[] = [];
    let next: string | undefined;
    const all = [...(this.#objects.get(values.bucket ?? '') ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [name, { facts }] of all) {
      if (!name.startsWith(prefix) || name <= after) continue;
      if (items.length + prefixes.size >= limit) {
        next = String(items.at(-1)?.name ?? after);
        break;
      }
      const cut = delimiter === '' ? -1 : name.indexOf(delimiter, prefix.length);
      if (cut >= 0) prefixes.add(name.slice(0, cut + delimiter.length));
      else items.push(facts);
    }
    return {
      kind: 'storage#objects',
      ...(prefixes.size > 0 ? { prefixes: [...prefixes] } : {}),
      ...(items.length > 0 ? { items } : {}),
      ...(next === undefined ? {} : { nextPageToken: Buffer.from(next).toString('base64url') }),
    };
  }

  #existing(call: Call): Stored {
    const found = this.#in(call).get(call.values.object ?? '');
    const generation = call.query.get('generation');
    if (!found || (generation !== null && generation !== found.facts.generation)) {
      throw new ApiError(404, `No such object: ${call.values.bucket}/${call.values.object}`, { status: undefined });
    }
    checkConditions(call, found);
    return found;
  }

  #in({ values }: Call): Map<string, Stored> {
    const bucket = String(this.#buckets.get(values.bucket).name);
    const objects = this.#objects.get(bucket) ?? new Map<string, Stored>();
    this.#objects.set(bucket, objects);
    return objects;
  }

  // To overwrite an object is to delete the one that was there.
  #mayReplace(call: Call, bucket: string): void {
    const permission = 'storage.objects.delete';
    const resources = [`buckets/${bucket}`, projectPolicy(this.#world)];
    if (missingPermissions(this.#world, call.identity, [permission], resources).length === 0) return;
    throw new ApiError(
      403,
      `${call.identity.email ?? 'The caller'} does not have ${permission} access to the Google Cloud Storage object. Permission '${permission}' denied on resource (or it may not exist).`,
      { status: undefined },
    );
  }

  // Microseconds, as real generations are, and always more than the last one.
  #nextGeneration(): string {
    const now = BigInt(this.#world.now().getTime()) * 1000n;
    this.#generation = now > this.#generation ? now : this.#generation + 1n;
    return String(this.#generation);
  }
}

function checkConditions({ query }: Call, found: Stored | undefined): void {
  const is = {
    generation: String(found?.facts.generation ?? '0'),
    metageneration: String(found?.facts.metageneration ?? '0'),
  };
  const held =
    [
      query.get('ifGenerationMatch') ?? is.generation,
      query.get('ifMetagenerationMatch') ?? is.metageneration,
    ].join() === [is.generation, is.metageneration].join() &&
    query.get('ifGenerationNotMatch') !== is.generation &&
    query.get('ifMetagenerationNotMatch') !== is.metageneration;
  if (held) return;
  throw new ApiError(412, 'At least one of the pre-conditions you specified did not hold.', { status: undefined });
}

function media({ facts, media: bytes }: Stored): Answer {
  return new Answer(200, bytes, {
    'content-type': String(facts.contentType),
    etag: `"${String(facts.etag)}"`,
    'last-modified': new Date(String(facts.updated)).toUTCString(),
    'x-goog-generation': String(facts.generation),
    'x-goog-metageneration': String(facts.metageneration),
    'x-goog-hash': `crc32c=${String(facts.crc32c)},md5=${String(facts.md5Hash)}`,
    'x-goog-storage-class': String(facts.storageClass),
    'x-goog-stored-content-encoding': 'identity',
    'x-goog-stored-content-length': String(bytes.length),
  });
}

function noSuchKey({ values }: Call): string {
  const name = `${values.bucket}/${values.object}`.replace(/[<>&'"]/g, (char) => `&#${char.charCodeAt(0)};`);
  return `<?xml version='1.0' encoding='UTF-8'?><Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message><Details>No such object: ${name}</Details></Error>`;
}
