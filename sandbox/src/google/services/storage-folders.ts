import { Answer, type Call, type Handlers, type Json, type World } from '../world.js';
import { page } from './project.js';
import { setPolicy, shownPolicy } from './storage-policies.js';
import { type Bucket, storageError } from './storage-shapes.js';

/** storage: managed folders, which are prefixes with their own policy. */
export function managedFolders(world: World, bucketOf: (call: Call) => Bucket): Handlers {
  const name = ({ values }: Call): string => `buckets/${values.bucket}/managedFolders/${values.managedFolder}`;
  const folder = (call: Call): Json => {
    const found = bucketOf(call).folders.get(call.values.managedFolder ?? '');
    if (!found) throw storageError(404, 'The specified managed folder does not exist.', 'notFound');
    return found;
  };
  return {
    'storage.managedFolders.insert': (call) => create(world, call, bucketOf(call)),
    'storage.managedFolders.get': folder,
    'storage.managedFolders.list': (call) => {
      const prefix = call.query.get('prefix') ?? '';
      const all = [...bucketOf(call).folders].filter(([key]) => key.startsWith(prefix)).sort();
      const items = all.map(([, facts]) => facts);
      return { kind: 'storage#managedFolders', ...page(items, call.query, 'items', 'pageSize', 1000) };
    },
    'storage.managedFolders.delete': (call) => {
      folder(call);
      const { objects, folders } = bucketOf(call);
      const key = call.values.managedFolder ?? '';
      const isFull = [...objects.keys()].some((object) => object.startsWith(key));
      if (isFull && call.query.get('allowNonEmpty') !== 'true') {
        throw storageError(409, 'The managed folder you tried to delete is not empty.', 'conflict');
      }
      folders.delete(key);
      world.policies.delete(name(call));
      return new Answer(204);
    },
    'storage.managedFolders.getIamPolicy': (call) => {
      folder(call);
      const version = Number(call.query.get('optionsRequestedPolicyVersion') ?? 1);
      return shownPolicy(call, world.policies.get(name(call), version));
    },
    'storage.managedFolders.setIamPolicy': (call) => {
      folder(call);
      return shownPolicy(call, setPolicy(world, name(call), call.body));
    },
  };
}

function create(world: World, call: Call, bucket: Bucket): Json {
  const name = String(call.body.name ?? '');
  // A name ends with a slash, even if the request omits it, and has at most 15 levels (storage/docs/managed-folders).
  const key = name.endsWith('/') ? name : `${name}/`;
  if (key === '/' || key.startsWith('/') || key.includes('//') || key.split('/').length > 16) {
    throw storageError(400, `Invalid managed folder name: '${name}'`, 'invalid');
  }
  const uniform = (bucket.facts.iamConfiguration as Json | undefined)?.uniformBucketLevelAccess as Json | undefined;
  if (uniform?.enabled !== true) {
    throw storageError(400, 'Managed folders need a bucket with uniform bucket-level access.', 'invalid');
  }
  if (bucket.folders.has(key)) {
    throw storageError(409, 'The managed folder you tried to create already exists.', 'conflict');
  }
  const now = world.now().toISOString();
  const facts = {
    kind: 'storage#managedFolder',
    id: `${call.values.bucket}/${key}`,
    selfLink: `https://www.googleapis.com/storage/v1/b/${call.values.bucket}/managedFolders/${encodeURIComponent(key)}`,
    name: key,
    bucket: call.values.bucket,
    metageneration: '1',
    createTime: now,
    updateTime: now,
  };
  bucket.folders.set(key, facts);
  return facts;
}
