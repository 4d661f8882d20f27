import { GoogleApiError, type GoogleClient } from '../../cloud/rest.js';
import { type HomeId, type HomeKind, type HubId, homeAddress, homeBucket, homeKey, storagePath } from './names.js';
import type { HomeStatus } from './status.js';

/** The bucket or managed folder of somebody who is out. */
export interface LeftBucket {
  readonly kind: HomeKind;
  /** E-mail, where somebody is known whose it is: its name does not tell. */
  readonly owner: string | undefined;
  /** `gs://BUCKET` or `gs://BUCKET/FOLDER/`. */
  readonly place: string;
  /** What its objects take in all, as a Kubernetes quantity; undefined where that may not be read. */
  readonly size: string | undefined;
  readonly created: string | undefined;
  /** Day on which its owner left, YYYY-MM-DD. */
  readonly left: string;
}

// The sizes of more are not asked for: a list of objects is a call for every thousand of them.
const MOST_SIZED = 100;
const MOST_PAGES = 20;

/**
 * What was kept of people who left, the oldest first.
 * @param names addresses that may be those of owners
 */
export async function readLeftBuckets(
  place: HubId & { readonly google: GoogleClient },
  { left }: HomeStatus,
  names: readonly string[],
): Promise<readonly LeftBucket[]> {
  const owners = new Map(names.map((name) => [homeKey(place, name), name]));
  const entries = Object.entries(left).sort(([, a], [, b]) => (a.day < b.day ? -1 : 1));
  const found: LeftBucket[] = [];
  for (const [index, [key, { kind, day }]] of entries.entries()) {
    const home = { key, kind };
    const facts = index < MOST_SIZED ? await readFacts(place, home) : undefined;
    found.push({
      kind,
      owner: owners.get(key),
      place: homeAddress(place, home),
      size: facts?.size,
      created: facts?.created,
      left: day,
    });
  }
  return found;
}

async function readFacts(
  at: HubId & { readonly google: GoogleClient },
  home: HomeId,
): Promise<{ readonly size: string; readonly created: string | undefined } | undefined> {
  try {
    const { google } = at;
    const facts = await google.get<{ timeCreated?: string; createTime?: string }>({
      service: 'storage',
      path: storagePath(at, home),
    });
    let bytes = 0;
    let pageToken = '';
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const list = await google.call<{ items?: readonly { size?: string }[]; nextPageToken?: string }>({
        service: 'storage',
        path: `b/${homeBucket(at, home)}/o`,
        query: {
          prefix: home.kind === 'bucket' ? '' : `${home.key}/`,
          fields: 'items(size),nextPageToken',
          ...(pageToken === '' ? {} : { pageToken }),
        },
      });
      for (const { size } of list.items ?? []) bytes += Number(size ?? 0);
      pageToken = list.nextPageToken ?? '';
      if (pageToken === '') break;
    }
    return {
      size: `${pageToken === '' ? '' : 'over '}${quantityOf(bytes)}`,
      created: facts?.timeCreated ?? facts?.createTime,
    };
  } catch (error) {
    // What is gone, or may not be looked at, has no size; the list of what was kept is whole all the same.
    if (error instanceof GoogleApiError && (error.status === 403 || error.status === 404)) return undefined;
    throw error;
  }
}

/** Bytes as a person reads them: `0`, `12Ki`, `3.4Gi`. */
export function quantityOf(bytes: number): string {
  const units = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi'];
  let amount = bytes;
  let unit = 0;
  while (amount >= 1024 && unit < units.length - 1) {
    amount /= 1024;
    unit += 1;
  }
  return `${amount < 10 && unit > 0 ? Math.round(amount * 10) / 10 : Math.round(amount)}${units[unit]}`;
}
