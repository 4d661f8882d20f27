import { compareGroup, type DesiredGroup } from '../../access/group/diff.js';
import { GroupUnreadable, type LiveGroup, readGroup } from '../../access/group/membership-api.js';
import { type GroupRecord, type ManagedGroup, nextGroupRecord } from '../../access/group/record.js';
import type { Blocked } from '../../access/hub/blocked.js';
import { memberChanges } from '../../access/iap/changes.js';
import type { Change } from '../../change/change.js';
import type { AccessNote } from '../../change/run-note.js';
import { GoogleApiError, type GoogleClient } from '../../cloud/rest.js';
import type { HubConfig } from '../../config/model.js';
import { errorMessage } from '../../errors.js';
import type { Session } from '../session/session.js';
import { waitFor } from '../session/wait.js';
import type { Stated } from './plan.js';

/** The Google group whose members the configuration wants kept; undefined where it wants none. */
export function managedGroup({ access: { entry, mode } }: HubConfig): ManagedGroup | undefined {
  return entry.kind === 'group' && entry.manage ? { group: entry.group, mode } : undefined;
}

/** How a group is read for a plan. */
export interface GroupReader {
  readonly google: GoogleClient;
  /** E-mail of the identity that runs; undefined where it is not known. */
  readonly self: string | undefined;
  /** True where the plan is carried out at once: then a group that cannot be read is a failure. */
  readonly strict: boolean;
}

/** Reads groups as the identity of the run. */
export function groupReader({ google, context }: Session, strict: boolean): GroupReader {
  return { google, self: context.credentials.serviceAccount, strict };
}

/** What the cluster says of the group, and of whom is kept out. */
export interface GroupState {
  readonly group: GroupRecord | undefined;
  readonly blocked: Blocked;
}

/** What would change in the managed group. */
export interface GroupPlan {
  readonly changes: readonly Change[];
  readonly notes: readonly AccessNote[];
}

/** What there is to say where no group is managed. */
export const NOTHING: GroupPlan = { changes: [], notes: [] };

/** Compares the managed group with the users files. Fails if the change would be refused; any other gap is a note. */
export async function planGroup(
  stated: Stated,
  state: GroupState,
  reader: GroupReader | undefined,
  now: Date,
): Promise<GroupPlan> {
  const managed = managedGroup(stated.config);
  if (managed === undefined || reader === undefined) return NOTHING;
  const wanted = desiredGroup(stated, managed, state, reader.self);
  try {
    const { members } = await readGroup(reader.google, managed.group);
    const { changes, administrators, refusal } = compareGroup(wanted, members, now);
    if (refusal !== undefined) throw refusal;
    return { changes: memberChanges(changes), notes: administratorNotes(wanted, administrators) };
  } catch (error) {
    const gap = gapNote(managed, error, reader.strict);
    if (gap === undefined) throw error;
    return { changes: [], notes: [gap] };
  }
}

/** A note in place of a comparison that this run cannot make; undefined where that is a failure. */
function gapNote({ group }: ManagedGroup, error: unknown, strict: boolean): AccessNote | undefined {
  if (isDisabled(error)) return { code: 'group-api-disabled', group };
  if (strict || !(error instanceof GroupUnreadable)) return undefined;
  return { code: 'group-unreadable', group, error: errorMessage(error) };
}

/**
 * Refuses, before anything is written, to take over a group with members whom no users file lists. What is written then
 * says that the group is ours, so that a group that cannot be read is a failure here, whatever the cause.
 */
export async function refuseForeignGroup(
  session: Session,
  { group: record, blocked }: GroupState,
  command: 'apply' | 'sync-users',
): Promise<void> {
  const managed = managedGroup(session.config);
  if (managed === undefined || record?.group === managed.group) return;
  const { google, self } = groupReader(session, true);
  const read = (): Promise<LiveGroup> => readGroup(google, managed.group);
  const { members } = await (command === 'apply' ? onceEnabled(session, read) : read());
  const wanted = desiredGroup(session, managed, { group: record, blocked }, self);
  const { refusal } = compareGroup(wanted, members, session.context.now);
  if (refusal !== undefined) throw refusal;
}

// Google takes a minute or two until an API that was just enabled answers.
const API_LIMIT = 5 * 60_000;

/** Waits for the API that this very run has enabled. */
function onceEnabled({ context, config }: Session, read: () => Promise<LiveGroup>): Promise<LiveGroup> {
  return waitFor(
    {
      what: 'the Cloud Identity API',
      limit: API_LIMIT,
      where: `projects/${config.project}/services/cloudidentity.googleapis.com`,
      hint: 'Look whether the API is enabled in the console, then run again. Nobody gained or lost access by this run.',
      say: context.say,
      signal: context.signal,
    },
    async () => {
      try {
        return await read();
      } catch (error) {
        if (isDisabled(error)) return undefined;
        throw error;
      }
    },
  );
}

function isDisabled(error: unknown): boolean {
  return error instanceof GoogleApiError && error.reason === 'SERVICE_DISABLED';
}

/** Members of the managed group whom no users file lists, as IAM writes them. */
export async function foreignMembers(session: Session): Promise<readonly string[]> {
  const managed = managedGroup(session.config);
  if (managed === undefined) return [];
  const { google, self } = groupReader(session, true);
  const wanted = desiredGroup(session, { ...managed, mode: 'authoritative' }, { group: undefined, blocked: [] }, self);
  const { members } = await readGroup(google, managed.group);
  return compareGroup(wanted, members, session.context.now).refusal?.members ?? [];
}

/** What the group should hold, by the files and by what the cluster says of it. */
export function desiredGroup(
  { config, principals }: Stated,
  managed: ManagedGroup,
  { group: record, blocked }: GroupState,
  self: string | undefined,
): DesiredGroup {
  return {
    ...managed,
    hub: config.name,
    principals,
    blocked,
    adopted: record?.group === managed.group,
    added:
      nextGroupRecord(
        record,
        managed,
        principals.map(({ name }) => name),
      )?.added ?? [],
    self,
  };
}

/** A note about those whom a sync leaves in the group although no file lists them. */
export function administratorNotes({ group, self }: DesiredGroup, administrators: readonly string[]): AccessNote[] {
  const members = administrators.filter((one) => one !== self);
  return members.length === 0 ? [] : [{ code: 'group-administrators', group, members }];
}
