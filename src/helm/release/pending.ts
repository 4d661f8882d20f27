import { ToolError } from '../../errors.js';
import type { Helm, Revision } from './cli.js';

/** A helm operation without a lease of ours counts as dead after this time (milliseconds). */
export const PENDING_AGE = 10 * 60_000;

/** What must be done with a release before it is upgraded. */
export type Repair =
  | { readonly action: 'none' }
  | { readonly action: 'rollback'; readonly to: number }
  | { readonly action: 'uninstall' }
  | { readonly action: 'wait'; readonly since: string };

/**
 * Decides by the history (newest first). A pending release is repaired if its operation cannot be running any more. Either
 * the previous apply was killed (its lease expired), or the operation is older than any operation lasts.
 */
export function repairOf(history: readonly Revision[], now: number, knownDead: boolean): Repair {
  const [newest, ...older] = history;
  if (newest === undefined) return { action: 'none' };
  const isPending = newest.status.startsWith('pending-');
  if (!isPending && newest.status !== 'uninstalling') return { action: 'none' };
  const age = now - Date.parse(newest.updated);
  // An unreadable time, or one in the future, proves nothing.
  if (!knownDead && !(age >= PENDING_AGE)) return { action: 'wait', since: newest.updated };
  const good = older.find(({ status }) => status === 'deployed') ?? older.find(({ status }) => status === 'superseded');
  // An incomplete first install or removal has no earlier revision. The hub's database stays, by its policy `keep`.
  return isPending && good ? { action: 'rollback', to: good.revision } : { action: 'uninstall' };
}

/** Repairs a release that a killed operation left pending, so that the next upgrade can run. Logs what it does. */
export async function repairRelease(
  helm: Helm,
  release: string,
  namespace: string,
  options: { readonly knownDead: boolean; readonly say: (line: string) => void; readonly now?: number },
): Promise<void> {
  const repair = repairOf(await helm.history(release, namespace), options.now ?? Date.now(), options.knownDead);
  if (repair.action === 'none') return;
  if (repair.action === 'wait') {
    throw new ToolError(
      `Another helm operation on the release "${release}" has been in progress since ${repair.since}`,
      {
        where: `helm release ${namespace}/${release}`,
        hint: 'Wait for its end, then run again. If it was killed, apply repairs it once it is 10 minutes old.',
      },
    );
  }
  options.say(`  a killed operation left the release ${release} incomplete; it is repaired first`);
  if (repair.action === 'rollback') await helm.rollback(release, repair.to, namespace);
  else await helm.uninstall(release, namespace);
}
