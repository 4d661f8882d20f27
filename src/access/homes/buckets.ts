import { GoogleApiError, type GoogleClient } from '../../cloud/rest.js';
import { type HomeId, type HomeKind, type HubId, homeAddress, homeBucket, homeKey, storagePath } from './names.js';
import type { HomeStatus } from './status.js';

/** The bucket or managed folder of somebody who left. */
export interface LeftBucket {
  readonly kind: HomeKind;
  /** E-mail of the owner, if known: the name of a bucket does not tell. */
  readonly owner: string | undefined;
  /** `gs://BUCKET` or `gs://BUCKET/FOLDER/`. */
  readonly place: string;
  /** Total size of its objects as a Kubernetes quantity; undefined if it may not be read. */
  readonly size: string | undefined;
  readonly created: string | undefined;
  /** Day on which its owner left, YYYY-MM-DD. */
  readonly left: string;
}

// A size needs one call per thousand objects, so it is read for this many homes only.
const MOST_SIZED = 100;
const MOST_PAGES = 20;

/**
 * Reads the buckets and folders of people who left, oldest first.
 * @param names addresses of possible owners
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
  place: HubId & { readonly google: GoogleClient },
  home: HomeId,
): Promise<{ readonly size: string; readonly created: string | undefined } | undefined> {
  try {
    const { google } = place;
    const facts = await google.get<{ timeCreated?: string; createTime?: string }>({
      service: 'storage',
      path: storagePath(place, home),
    });
    let bytes = 0;
    let pageToken = '';
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const list = await google.call<{ items?: readonly { size?: string }[]; nextPageToken?: string }>({
        service: 'storage',
        path: `b/${homeBucket(place, home)}/o`,
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
    // A home that is gone or may not be read has no size, but stays in the list.
    if (error instanceof GoogleApiError && (error.status === 403 || error.status === 404)) return undefined;
    throw error;
  }
}

/** Bytes as readable text: `0`, `12Ki`, `3.4Gi`. */
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
