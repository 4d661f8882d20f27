import type { GoogleClient } from '../rest.js';

/** Lists of Compute Engine that say what a zone has. */
export type OfferKind = 'acceleratorTypes' | 'machineTypes';

/** Zones of the whole project by the names that were asked for; a name that no zone has is missing. */
export interface Offers {
  readonly zones: ReadonlyMap<string, ReadonlySet<string>>;
  /** Zones that did not answer. */
  readonly unreachable: ReadonlySet<string>;
}

interface Page {
  readonly items?: Readonly<Record<string, Readonly<Partial<Record<OfferKind, readonly { readonly name: string }[]>>>>>;
  readonly nextPageToken?: string;
  /** Scopes such as `projects/p/zones/us-central1-a`. */
  readonly unreachables?: readonly string[];
}

/** The largest page that Compute Engine gives (compute/v1 aggregatedList, read 2026-11). */
const PAGE = '500';

/**
 * Asks Compute Engine in which zones it has GPUs or machine types of these names. Needs compute.acceleratorTypes.list or
 * compute.machineTypes.list on the project. What is listed can still be sold out.
 * @param names type names of lower-case letters, digits and hyphens; others are no names and are not asked for
 */
export async function zonesOffering(
  google: GoogleClient,
  project: string,
  kind: OfferKind,
  names: readonly string[],
): Promise<Offers> {
  const zones = new Map<string, Set<string>>();
  const unreachable = new Set<string>();
  const wanted = [...new Set(names)].filter((name) => /^[a-z0-9-]+$/.test(name)).sort();
  let pageToken: string | undefined;
  if (wanted.length === 0) return { zones, unreachable };
  do {
    const page: Page = await google.call<Page>({
      service: 'compute',
      path: `projects/${project}/aggregated/${kind}`,
      // A regular expression that has to match the whole name.
      query: {
        filter: `name eq "${wanted.join('|')}"`,
        maxResults: PAGE,
        ...(pageToken === undefined ? {} : { pageToken }),
      },
    });
    for (const [scope, found] of Object.entries(page.items ?? {})) {
      for (const { name } of found[kind] ?? []) zones.set(name, (zones.get(name) ?? new Set()).add(lastOf(scope)));
    }
    for (const scope of page.unreachables ?? []) unreachable.add(lastOf(scope));
    pageToken = page.nextPageToken || undefined;
  } while (pageToken !== undefined);
  return { zones, unreachable };
}

function lastOf(scope: string): string {
  return scope.slice(scope.lastIndexOf('/') + 1);
}
