import { ToolError } from '../../errors.js';
import type { Helm, Revision } from './cli.js';

/** The newest revision of each release before this run, by the name of the release. Undefined: there was none. */
export type RevisionsBefore = ReadonlyMap<string, Revision | undefined>;

/** What going back did. */
export type WentBack =
  /** This run made no revision of the hub's own release. */
  | { readonly kind: 'unchanged' }
  /** There is no revision that ran. */
  | { readonly kind: 'nothing-before' }
  | { readonly kind: 'back'; readonly to: number; readonly revision: number };

interface BackOptions {
  readonly helm: Helm;
  readonly namespace: string;
  /** Releases in the order in which they go back. The first is the hub's own. */
  readonly releases: readonly string[];
  readonly before: RevisionsBefore;
  /** Revision of the hub's own release that was ready at the end of an apply; undefined where none was. */
  readonly ready: number | undefined;
  readonly say: (line: string) => void;
}

/** The newest revision of each release. */
export async function newestRevisions(
  helm: Helm,
  releases: readonly string[],
  namespace: string,
): Promise<RevisionsBefore> {
  const found = new Map<string, Revision | undefined>();
  for (const release of releases) found.set(release, (await helm.history(release, namespace))[0]);
  return found;
}

/**
 * Makes the revisions that ran before this run the newest again. helm calls a revision `deployed` once it is written,
 * whether the hub runs or not, so for the hub the record of this product decides. A rollback neither creates nor changes
 * what is in `crds/` of a chart: helm writes that at the first installation only.
 */
export async function goBack(options: BackOptions): Promise<WentBack> {
  const { helm, namespace, releases, before, ready, say } = options;
  let result: WentBack = { kind: 'unchanged' };
  for (const [index, release] of releases.entries()) {
    const [newest, ...older] = await helm.history(release, namespace);
    if (newest === undefined || newest.revision === before.get(release)?.revision) continue;
    const good = revisionToGoTo(older, before.get(release), index === 0 ? ready : undefined);
    if (good === undefined) {
      if (index === 0) return { kind: 'nothing-before' };
      continue;
    }
    say(`  the release ${release} goes back to revision ${good}`);
    try {
      await helm.rollback(release, good, namespace);
    } catch (error) {
      throw rollbackFailed(release, good, namespace, error);
    }
    if (index === 0) result = { kind: 'back', to: good, revision: newest.revision + 1 };
  }
  return result;
}

function revisionToGoTo(
  older: readonly Revision[],
  before: Revision | undefined,
  ready: number | undefined,
): number | undefined {
  if (ready !== undefined && older.some(({ revision }) => revision === ready)) return ready;
  return before !== undefined && /^(deployed|superseded)$/.test(before.status) ? before.revision : undefined;
}

function rollbackFailed(release: string, revision: number, namespace: string, cause: unknown): ToolError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new ToolError(`The release ${release} could not go back to revision ${revision}: ${why}`, {
    where: `helm release ${namespace}/${release}`,
    hint: `Take the change back in jupyterhub.yaml and run apply, or run: helm rollback ${release} ${revision} --namespace ${namespace}`,
    cause,
  });
}
