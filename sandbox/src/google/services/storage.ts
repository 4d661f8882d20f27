import { createHash } from 'node:crypto';
import { storageDenied } from '../api-error.js';
import { storagePlace } from '../permissions.js';
import {
  Answer,
  type Call,
  checkProject,
  type Handlers,
  type Json,
  missingPermissions,
  projectPolicy,
  type World,
} from '../world.js';
import { mergePatch } from './compute-kinds.js';
import { page, tested } from './project.js';
import { managedFolders } from './storage-folders.js';
import { grantBasicRoles, setPolicy, shownPolicy } from './storage-policies.js';
import {
  type Bucket,
  carryOutRules,
  precondition,
  type StoredObject,
  storageError,
  withEffect,
  withUniformAccess,
} from './storage-shapes.js';
import { crc32c, readUpload } from './upload.js';

const LINK = 'https://www.googleapis.com/storage/v1/b/';
const NAME = /^[a-z0-9][a-z0-9._-]{1,61}[a-z0-9]$/;

/** storage: buckets with their policies, and objects with generations and preconditions. */
export class Storage {
  readonly buckets = new Map<string, Bucket>();
  /** Names that buckets of other projects have. */
  readonly takenNames = new Set<string>();
  readonly #world: World;
  #generation = 0;
  #lastCreated = 0;

  constructor(world: World) {
    this.#world = world;
  }

  handlers(): Handlers {
    return {
      'storage.buckets.insert': (call) => this.#create(call),
      'storage.buckets.get': (call) => this.#bucket(call).facts,
      'storage.buckets.list': ({ query }) => {
        checkProject(this.#world, query.get('project') ?? '');
        const prefix = query.get('prefix') ?? '';
        const all = [...this.buckets.values()].map(({ facts }) => facts);
        const wanted = all.filter(({ name }) => String(name).startsWith(prefix));
        return { kind: 'storage#buckets', ...page(wanted, query, 'items', 'maxResults', 1000) };
      },
      'storage.buckets.patch': (call) =>
        this.#change(call, mergePatch(structuredClone(this.#bucket(call).facts), call.body)),
      'storage.buckets.update': (call) => this.#change(call, { ...this.#bucket(call).facts, ...call.body }),
      'storage.buckets.delete': (call) => {
        const bucket = this.#bucket(call);
        if (bucket.objects.size > 0) {
          throw storageError(409, 'The bucket you tried to delete is not empty.', 'conflict');
        }
        this.buckets.delete(String(bucket.facts.name));
        this.#world.policies.delete(policyName(call));
        for (const folder of bucket.folders.keys()) {
          this.#world.policies.delete(`${policyName(call)}/managedFolders/${folder}`);
        }
        return new Answer(204);
      },
      'storage.buckets.getIamPolicy': (call) => {
        this.#bucket(call);
        const version = Number(call.query.get('optionsRequestedPolicyVersion') ?? 1);
        return shownPolicy(call, this.#world.policies.get(policyName(call), version));
      },
      'storage.buckets.setIamPolicy': (call) => {
        this.#bucket(call);
        return shownPolicy(call, setPolicy(this.#world, policyName(call), call.body));
      },
      'storage.buckets.testIamPermissions': (call) => {
        this.#bucket(call);
        const asked = { permissions: call.query.getAll('permissions') };
        const resources = [policyName(call), projectPolicy(this.#world)];
        return { kind: 'storage#testIamPermissionsResponse', ...tested(this.#world, call.identity, asked, resources) };
      },
      'storage.buckets.getStorageLayout': (call) => {
        const { name, location } = this.#bucket(call).facts;
        return { kind: 'storage#storageLayout', bucket: name, location, locationType: 'region' };
      },
      'storage.anywhereCaches.list': (call) => {
        this.#bucket(call);
        return { kind: 'storage#anywhereCaches' };
      },
      ...managedFolders(this.#world, (call) => this.#bucket(call)),
      'storage.objects.insert': (call) => this.#insert(call),
      'storage.objects.get': (call) => {
        const { facts, content } = this.#object(call);
        precondition(call, facts);
        if (call.query.get('alt') !== 'media') return facts;
        const headers = {
          'content-type': String(facts.contentType || 'application/octet-stream'),
          'x-goog-generation': String(facts.generation),
          'x-goog-metageneration': String(facts.metageneration),
          'x-goog-stored-content-length': String(content.length),
          'x-goog-hash': `crc32c=${String(facts.crc32c)},md5=${String(facts.md5Hash)}`,
          etag: String(facts.etag),
        };
        return new Answer(200, content, headers);
      },
      'storage.objects.list': (call) => this.#list(call),
      'storage.objects.patch': (call) => {
        const { facts, content } = this.#object(call);
        precondition(call, facts);
        const changed = {
          ...mergePatch(structuredClone(facts), call.body),
          metageneration: String(Number(facts.metageneration) + 1),
          updated: this.#world.now().toISOString(),
        };
        this.#bucket(call).objects.set(String(facts.name), { facts: changed, content });
        return changed;
      },
      'storage.objects.delete': (call) => {
        const { facts } = this.#object(call);
        precondition(call, facts);
        this.#bucket(call).objects.delete(String(facts.name));
        return new Answer(204);
      },
    };
  }

  #create({ body, query }: Call): Json {
    checkProject(this.#world, query.get('project') ?? '');
    const name = String(body.name ?? '');
    if (!NAME.test(name)) throw storageError(400, `Invalid bucket name: '${name}'`, 'invalid');
    if (this.takenNames.has(name)) {
      throw storageError(
        409,
        'The requested bucket name is not available. The bucket namespace is shared by all users of the system. Please select a different name and try again.',
        'conflict',
      );
    }
    if (this.buckets.has(name)) {
      throw storageError(
        409,
        'Your previous request to create the named bucket succeeded and you already own it.',
        'conflict',
      );
    }
    this.#paceCreation();
    const now = this.#world.now().toISOString();
    const location = String(body.location ?? 'US').toUpperCase();
    const facts = {
      storageClass: 'STANDARD',
      ...body,
      kind: 'storage#bucket',
      id: name,
      selfLink: `${LINK}${name}`,
      projectNumber: this.#world.projectNumber,
      location,
      ...(/^(US|EU|ASIA)$/.test(location)
        ? { locationType: 'multi-region', rpo: 'DEFAULT' }
        : { locationType: 'region' }),
      generation: this.#nextGeneration(),
      metageneration: '1',
      etag: 'CAE=',
      timeCreated: now,
      updated: now,
      iamConfiguration: withUniformAccess(body.iamConfiguration as Json | undefined),
      softDeletePolicy: withEffect(body.softDeletePolicy as Json | undefined, now),
    };
    this.buckets.set(name, { facts, objects: new Map(), folders: new Map() });
    grantBasicRoles(this.#world, name);
    return facts;
  }

  // About one bucket in two seconds and project (cloud.google.com/storage/quotas#buckets); off unless a test or the sandbox sets it.
  #paceCreation(): void {
    const interval = this.#world.pace.bucketCreation;
    const now = Date.now();
    if (interval !== undefined && now - this.#lastCreated < interval) {
      throw storageError(
        429,
        'The project exceeded the rate limit for creating and deleting buckets.',
        'rateLimitExceeded',
      );
    }
    this.#lastCreated = now;
  }

  #change(call: Call, facts: Json): Json {
    const bucket = this.#bucket(call);
    precondition(call, bucket.facts);
    const metageneration = String(Number(bucket.facts.metageneration) + 1);
    const etag = Buffer.from(metageneration).toString('base64');
    const now = this.#world.now().toISOString();
    const { lifecycle, ...rest } = facts;
    if (JSON.stringify(lifecycle) !== JSON.stringify(bucket.facts.lifecycle))
      bucket.ruledAt = this.#world.now().getTime();
    const rules = ((lifecycle as Json | undefined)?.rule ?? []) as unknown[];
    bucket.facts = {
      ...rest,
      ...(rules.length > 0 ? { lifecycle } : {}),
      softDeletePolicy: withEffect(facts.softDeletePolicy as Json | undefined, now),
      iamConfiguration: withUniformAccess(facts.iamConfiguration as Json | undefined),
      metageneration,
      etag,
      updated: now,
    };
    return bucket.facts;
  }

  #insert(call: Call): Json {
    const { objects, facts: bucket } = this.#bucket(call);
    const { facts: given, content } = readUpload(call);
    const name = String(given.name ?? '');
    if (name === '') throw storageError(400, 'Required parameter: name', 'required');
    this.#may(call, 'storage.objects.create', name);
    const before = objects.get(name);
    precondition(call, before?.facts);
    // Overwriting an object deletes the previous one.
    if (before) this.#may(call, 'storage.objects.delete', name);
    const generation = this.#nextGeneration();
    const now = this.#world.now().toISOString();
    const facts = {
      kind: 'storage#object',
      id: `${String(bucket.name)}/${name}/${generation}`,
      selfLink: `${LINK}${String(bucket.name)}/o/${encodeURIComponent(name)}`,
      mediaLink: `https://storage.googleapis.com/download/storage/v1/b/${String(bucket.name)}/o/${encodeURIComponent(name)}?generation=${generation}&alt=media`,
      ...given,
      name,
      bucket: bucket.name,
      generation,
      metageneration: '1',
      storageClass: bucket.storageClass,
      size: String(content.length),
      md5Hash: createHash('md5').update(content).digest('base64'),
      crc32c: crc32c(content),
      etag: Buffer.from(generation).toString('base64'),
      timeCreated: now,
      updated: now,
      timeStorageClassUpdated: now,
      timeFinalized: now,
    };
    objects.set(name, { facts, content });
    return facts;
  }

  #may({ identity, values }: Call, permission: string, name: string): void {
    const { resources, shown } = storagePlace(values.bucket ?? '', name);
    const all = [...resources, projectPolicy(this.#world)];
    if (missingPermissions(this.#world, identity, [permission], all, { name: shown }).length === 0) return;
    throw storageDenied(identity, permission, shown);
  }

  #list(call: Call): Json {
    const { objects } = this.#bucket(call);
    const prefix = call.query.get('prefix') ?? '';
    const delimiter = call.query.get('delimiter') ?? '';
    const names = [...objects.keys()].filter((name) => name.startsWith(prefix)).sort();
    const cut = (name: string): string | undefined => {
      const end = delimiter === '' ? -1 : name.indexOf(delimiter, prefix.length);
      return end < 0 ? undefined : name.slice(0, end + delimiter.length);
    };
    const items = names.filter((name) => cut(name) === undefined).map((name) => objects.get(name)?.facts);
    const prefixes = [...new Set(names.map(cut).filter((name) => name !== undefined))];
    return {
      kind: 'storage#objects',
      ...page(items, call.query, 'items', 'maxResults', 1000),
      ...(prefixes.length > 0 ? { prefixes } : {}),
    };
  }

  #bucket({ values }: Call): Bucket {
    const found = this.buckets.get(values.bucket ?? '');
    if (!found) throw storageError(404, 'The specified bucket does not exist.', 'notFound');
    carryOutRules(found, this.#world.now());
    return found;
  }

  #object(call: Call): StoredObject {
    const { objects } = this.#bucket(call);
    const name = call.values.object ?? '';
    const found = objects.get(name);
    const wanted = call.query.get('generation');
    if (!found || (wanted !== null && wanted !== found.facts.generation)) {
      throw storageError(404, `No such object: ${call.values.bucket}/${name}`, 'notFound');
    }
    return found;
  }

  // Microseconds since 1970, like Google's generations, and never the same twice.
  #nextGeneration(): string {
    this.#generation = Math.max(this.#generation + 1, this.#world.now().getTime() * 1000);
    return String(this.#generation);
  }
}

function policyName({ values }: Call): string {
  return `buckets/${values.bucket}`;
}
