import type { GoogleClient } from '../../cloud/rest.js';
import { retryStorageRaces } from './home-role.js';
import { type HomeId, type HubId, homeBucket } from './names.js';

/**
 * Empties buckets and managed folders by lifecycle rules: Google deletes the objects itself, within about a day
 * (cloud.google.com/storage/docs/lifecycle), so that the identity which asks for it needs no right to anybody's objects.
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

const ALL: Rule = { action: { type: 'Delete' }, condition: { age: 0 } };

/** Begins or stops the emptying of what is one person's; other rules of the bucket stay. Writes nothing where it is so already. */
export async function setDeleteRule(at: LifecycleTarget, { key, kind }: HomeId, wanted: boolean): Promise<void> {
  const bucket = homeBucket(at, { key, kind });
  const folder = `${key}/`;
  await editRules(at, bucket, (rules) => {
    if (kind === 'bucket') {
      const others = rules.filter((rule) => !isAll(rule));
      return wanted ? [...others, ALL] : others;
    }
    const others = rules.filter((rule) => !isFolders(rule));
    const before = rules.filter(isFolders).flatMap(({ condition }) => condition?.matchesPrefix ?? []);
    const after = [...before.filter((one) => one !== folder), ...(wanted ? [folder] : [])].sort();
    return after.length === 0 ? others : [...others, { ...ALL, condition: { age: 0, matchesPrefix: after } }];
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

function isAll({ action, condition = {} }: Rule): boolean {
  return action?.type === 'Delete' && condition.age === 0 && Object.keys(condition).length === 1;
}

/** Our rule for folders: all its prefixes are keys of people. */
function isFolders({ action, condition = {} }: Rule): boolean {
  const names = condition.matchesPrefix ?? [];
  const isKeys = names.length > 0 && names.every((name) => /^[0-9a-f]{12}\/$/.test(name));
  return action?.type === 'Delete' && condition.age === 0 && isKeys;
}
