import type { ManagedGroup } from '../../access/group/record.js';
import { type GroupFailure, type GroupSyncResult, syncGroup } from '../../access/group/sync.js';
import type { HubConfigMaps } from '../../access/hub/config-map.js';
import { recordGroupSync, type WrittenMembers } from '../../access/hub/config-maps.js';
import { memberChanges } from '../../access/iap/changes.js';
import type { Principal } from '../../access/users/load.js';
import type { AccessNote } from '../../change/run-note.js';
import { errorMessage, ToolError } from '../../errors.js';
import type { Session } from '../session/session.js';
import { administratorNotes, desiredGroup, type GroupPlan, groupReader, managedGroup, NOTHING } from './group-plan.js';

/** What a sync of the managed group did. */
export interface GroupDone extends GroupPlan {
  /** Why the group is not as the files say; empty where it is. Else the run must end with exit code 1. */
  readonly incomplete: readonly AccessNote[];
}

/**
 * Makes the managed group hold whom the files list. Never throws for a failure of Google: by now the hub has its list,
 * so that the rest of the run must be done.
 */
export async function syncManagedGroup(
  session: Session,
  configMaps: HubConfigMaps,
  written: WrittenMembers,
): Promise<GroupDone> {
  const managed = managedGroup(session.config);
  if (managed === undefined) return { ...NOTHING, incomplete: [] };
  const { context, google, principals } = session;
  const { blocked, group: record, groupBefore } = written;
  const { self } = groupReader(session, true);
  const wanted = desiredGroup(session, managed, { group: groupBefore, blocked }, self);
  let done: GroupSyncResult;
  try {
    done = await syncGroup(google, wanted, { say: context.say, signal: context.signal });
  } catch (error) {
    context.signal.throwIfAborted();
    if (!(error instanceof ToolError)) throw error;
    const { where, hint = 'Run again.' } = error;
    const place = where === undefined ? {} : { where };
    const note = {
      code: 'group-not-synced',
      group: managed.group,
      ...place,
      error: errorMessage(error),
      hint,
    } as const;
    return { ...NOTHING, incomplete: [note] };
  }
  const failed = done.failures.map(({ change }) => change.address);
  const recordNotes =
    record === undefined || record.added.length === 0 ? [] : await recordAdded(configMaps, principals, failed);
  if (done.changes.length > 0) {
    const count = (action: string): number => done.changes.filter((one) => one.action === action).length;
    context.say(
      `  the group ${managed.group} is written: ${count('add')} added, ${count('remove')} removed; Google takes some minutes to propagate it`,
    );
  }
  return {
    changes: memberChanges(done.changes),
    notes: administratorNotes(wanted, done.administrators),
    incomplete: [...failureNotes(managed, done.failures), ...recordNotes],
  };
}

/** Records whom this hub has added to the group; a failure is a note, since the group itself is written by now. */
async function recordAdded(
  configMaps: HubConfigMaps,
  ...rest: [readonly Principal[], readonly string[]]
): Promise<AccessNote[]> {
  try {
    await recordGroupSync(configMaps, ...rest);
    return [];
  } catch (error) {
    if (!(error instanceof ToolError)) throw error;
    return [{ code: 'group-record-not-written', error: errorMessage(error) }];
  }
}

const SHOWN = 20;

/** The failures as notes: how many, then who and why. */
export function failureNotes({ group }: ManagedGroup, failures: readonly GroupFailure[]): AccessNote[] {
  if (failures.length === 0) return [];
  const more = failures.length - SHOWN;
  return [
    {
      code: 'group-incomplete',
      group,
      failed: failures.length,
      forbidden: failures.some(({ forbidden }) => forbidden),
    },
    ...failures.slice(0, SHOWN).map(({ change, message }): AccessNote => {
      return { code: 'group-member-failed', group, member: change.address, action: change.action, error: message };
    }),
    ...(more > 0 ? [{ code: 'more-group-members-failed', count: more } as const] : []),
  ];
}
