import type { ManagedGroup } from '../../access/group/record.js';
import { type GroupFailure, type GroupSyncResult, syncGroup } from '../../access/group/sync.js';
import { type HubConfigMaps, recordGroupSync, type WrittenMembers } from '../../access/hub/config-maps.js';
import { memberChanges } from '../../access/iap/changes.js';
import type { Principal } from '../../access/users/load.js';
import { number } from '../../config/text.js';
import { errorMessage, ToolError } from '../../errors.js';
import type { Session } from '../session/session.js';
import { administratorNotes, desiredGroup, type GroupPlan, groupReader, managedGroup, NOTHING } from './group-plan.js';

/** What a sync of the managed group did. */
export interface GroupDone extends GroupPlan {
  /** Why the group is not as the files say, in sentences; empty where it is. The run must end with exit code 1. */
  readonly incomplete: readonly string[];
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
    const place = where === undefined ? '' : ` (${where})`;
    const sentence = `The members of the Google group ${managed.group} were NOT synced${place}: ${errorMessage(error)}. ${hint} The hub has its list already.`;
    return { ...NOTHING, incomplete: [sentence] };
  }
  const failed = done.failures.map(({ change }) => change.address);
  const unsettled =
    record === undefined || record.added.length === 0 ? [] : await settle(configMaps, principals, failed);
  if (done.changes.length > 0) {
    const count = (action: string): number => done.changes.filter((one) => one.action === action).length;
    context.say(
      `  the group ${managed.group} is written: ${count('add')} in, ${count('remove')} out; Google takes up to some minutes to spread it`,
    );
  }
  return {
    changes: memberChanges(done.changes),
    notes: administratorNotes(wanted, done.administrators),
    incomplete: [...failureNotes(managed, done.failures), ...unsettled],
  };
}

/** Notes who is in the group by us; a failure is told, since the group itself is written by now. */
async function settle(
  configMaps: HubConfigMaps,
  ...rest: [readonly Principal[], readonly string[]]
): Promise<string[]> {
  try {
    await recordGroupSync(configMaps, ...rest);
    return [];
  } catch (error) {
    if (!(error instanceof ToolError)) throw error;
    return [
      `The note of who is in the group could not be written: ${errorMessage(error)}. Run again; nobody is in or out by it.`,
    ];
  }
}

const SHOWN = 20;

/** The failures as sentences: how many, who and why, and what to do. */
export function failureNotes({ group }: ManagedGroup, failures: readonly GroupFailure[]): string[] {
  if (failures.length === 0) return [];
  const why = failures.some(({ message }) => /permission/i.test(message))
    ? ' That a permission is missing is also Google’s answer for an account that does not exist, and for one from outside where the group takes none; else this identity is not a manager of the group.'
    : '';
  const more = failures.length > SHOWN ? [`… and ${number(failures.length - SHOWN)} more.`] : [];
  return [
    `The Google group ${group} is NOT as the users files say: ${number(failures.length)} of its members could not be written, everybody else went through.${why} Mend the cause, then run again: only what is missing is written.`,
    ...failures.slice(0, SHOWN).map(({ change, message }) => {
      return `${change.address} could not be ${change.action === 'add' ? 'added to' : 'removed from'} ${group}: ${message}`;
    }),
    ...more,
  ];
}
