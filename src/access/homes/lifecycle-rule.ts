import type { GoogleClient } from '../../cloud/rest.js';
import { retryStorageRaces } from './home-role.js';
import { type HomeId, type HubId, homeBucket } from './names.js';

/**
 * The bucket whose lifecycle rules are changed. A delete rule empties a bucket or managed folder: Google deletes the
 * objects within about a day (cloud.google.com/storage/docs/lifecycle). So our identity needs no access to objects.
 */
export interface LifecycleTarget extends HubId {
  readonly google: GoogleClient;
  readonly sleep: (milliseconds: number) => Promise<unknown>;
}

interface Rule {
  readonly action?: { readonly type?: string };
  readonly condition?: Readonly<Record<string, unknown>> & { readonly matchesPrefix?: readonly string[] };
}

interface BucketFacts {
  readonly metageneration?: string;
  readonly lifecycle?: { readonly rule?: readonly Rule[] };
}

const DELETE_ALL: Rule = { action: { type: 'Delete' }, condition: { age: 0 } };

/** Adds or removes the lifecycle delete rule of one home. Other rules of the bucket stay. Writes only a difference. */
export async function setDeleteRule(target: LifecycleTarget, { key, kind }: HomeId, enabled: boolean): Promise<void> {
  const bucket = homeBucket(target, { key, kind });
  const folder = `${key}/`;
  await editRules(target, bucket, (rules) => {
    if (kind === 'bucket') {
      const others = rules.filter((rule) => !isDeleteAll(rule));
      return enabled ? [...others, DELETE_ALL] : others;
    }
    const others = rules.filter((rule) => !isFolderRule(rule));
    const before = rules.filter(isFolderRule).flatMap(({ condition }) => condition?.matchesPrefix ?? []);
    const after = [...before.filter((prefix) => prefix !== folder), ...(enabled ? [folder] : [])].sort();
    return after.length === 0 ? others : [...others, { ...DELETE_ALL, condition: { age: 0, matchesPrefix: after } }];
  });
}

async function editRules(
  { google, sleep }: LifecycleTarget,
  bucket: string,
  edit: (rules: readonly Rule[]) => readonly Rule[],
): Promise<void> {
  await retryStorageRaces(sleep, async () => {
    const live = await google.get<BucketFacts>({ service: 'storage', path: `b/${bucket}` });
    if (live === undefined) return;
    const before = live.lifecycle?.rule ?? [];
    const rule = edit(before);
    if (JSON.stringify(rule) === JSON.stringify(before)) return;
    await google.call({
      service: 'storage',
      method: 'PATCH',
      path: `b/${bucket}`,
      query: { ifMetagenerationMatch: live.metageneration ?? '' },
      body: { lifecycle: rule.length === 0 ? null : { rule } },
    });
  });
}

function isDeleteAll({ action, condition = {} }: Rule): boolean {
  return action?.type === 'Delete' && condition.age === 0 && Object.keys(condition).length === 1;
}

/** Whether a rule is ours for folders: all its prefixes are keys of people. */
function isFolderRule({ action, condition = {} }: Rule): boolean {
  const names = condition.matchesPrefix ?? [];
  const isKeys = names.length > 0 && names.every((name) => /^[0-9a-f]{12}\/$/.test(name));
  return action?.type === 'Delete' && condition.age === 0 && isKeys;
}
