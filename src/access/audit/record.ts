import { createHash, randomBytes } from 'node:crypto';
import { type Access, addressOf, type Change, isAccess, type Subject } from '../../change/change.js';
import type { AccessNote } from '../../change/run-note.js';
import { GoogleApiError, type GoogleClient } from '../../cloud/rest.js';
import { errorMessage, ToolError } from '../../errors.js';
import { type ImmediateChange, NO_IMMEDIATE_CHANGE } from '../hub/blocked.js';
import type { Principal } from '../users/load.js';

/** Version of the record's format. A new field needs no new version; a renamed field does. */
export const AUDIT_SCHEMA = 'jupyterhub-gke/access-audit/v2';

/** Somebody or something whose access a run changed. */
export interface AuditEntry {
  readonly name: string;
  readonly kind: Subject['kind'];
  /** `access`: to the hub; `iap`: the IAP grant alone. */
  readonly scope: 'access' | 'iap';
  readonly before: Access | null;
  readonly after: Access | null;
  /** `file:line` in the users files; null if no longer listed. */
  readonly source: string | null;
}

/** Who made the change, as far as the run knows. */
export interface AuditActor {
  /** Login at GitHub. */
  readonly login: string | null;
  /** URL of the workflow run. */
  readonly run: string | null;
  /** Google identity of the run. */
  readonly identity: string | null;
}

/** The access changes of one run, as evidence of who granted whom access. */
export interface AuditRecord {
  readonly schema: typeof AUDIT_SCHEMA;
  /** Time of the change, such as `2027-01-02T03:04:05.678Z`. */
  readonly time: string;
  readonly command: string;
  readonly hub: string;
  readonly project: string;
  /** Generation of the list that the hub enforces. */
  readonly generation: number;
  readonly actor: AuditActor;
  readonly commit: { readonly sha: string | null; readonly ref: string | null };
  readonly in: readonly AuditEntry[];
  readonly out: readonly AuditEntry[];
  readonly changed: readonly AuditEntry[];
  /** Whose access the run revoked at once against the users files, and for whom it ended this; absent in other runs. */
  readonly immediate?: ImmediateChange;
  /** The users files as they were read, so the record can be compared with the commit. */
  readonly usersFiles: readonly AuditFile[];
}

/** A users file as it was read. */
export interface AuditFile {
  readonly path: string;
  readonly sha256: string;
  /** `owner/name` and commit of a remote file; absent for files of the record's commit. */
  readonly repository?: string;
  readonly commit?: string;
}

/** Input of a record. */
export interface AuditInput {
  readonly command: string;
  readonly hub: string;
  readonly project: string;
  readonly generation: number;
  readonly changes: readonly Change[];
  readonly immediate?: ImmediateChange;
  readonly principals: readonly Pick<Principal, 'name' | 'location'>[];
  /** Text of each users file by its path. */
  readonly usersFiles: ReadonlyMap<string, string>;
  /** Origin of remote files, by the same path. */
  readonly origins: ReadonlyMap<string, { readonly repository: string; readonly commit: string }>;
  readonly actor: AuditActor;
  readonly commit: AuditRecord['commit'];
  readonly now: Date;
}

/** The record of a run; undefined if it changed nobody's access. */
export function auditRecord(input: AuditInput): AuditRecord | undefined {
  const changes = input.changes.filter(isAccess);
  const { immediate = NO_IMMEDIATE_CHANGE } = input;
  const isImmediate = immediate.remove.length + immediate.restore.length > 0;
  if (changes.length === 0 && !isImmediate) return undefined;
  const sources = new Map(input.principals.map(({ name, location }) => [name, `${location.file}:${location.line}`]));
  const entries = (...actions: Change['action'][]): AuditEntry[] =>
    changes
      .filter(({ action }) => actions.includes(action))
      .map((change) => ({
        name: addressOf(change),
        kind: change.subject.kind,
        scope: change.scope as AuditEntry['scope'],
        before: change.access?.before ?? null,
        after: change.access?.after ?? null,
        source: sources.get(addressOf(change)) ?? null,
      }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  const { command, hub, project, generation, actor, commit, now } = input;
  return {
    schema: AUDIT_SCHEMA,
    time: now.toISOString(),
    command,
    hub,
    project,
    generation,
    actor,
    commit,
    in: entries('create'),
    out: entries('delete'),
    changed: entries('update', 'replace'),
    ...(isImmediate ? { immediate } : {}),
    usersFiles: [...input.usersFiles]
      .map(([path, text]) => fileOf(path, text, input.origins.get(path)))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
}

function fileOf(path: string, text: string, origin?: { repository: string; commit: string }): AuditFile {
  const sha256 = createHash('sha256').update(text).digest('hex');
  return origin === undefined
    ? { path, sha256 }
    : { path, sha256, repository: origin.repository, commit: origin.commit };
}

/**
 * Name of the record's object. Names sort by time, and no two runs share one.
 * @param run id of the workflow run; undefined in a terminal, where a random id is used
 */
export function auditObject(record: Pick<AuditRecord, 'hub' | 'time' | 'generation'>, run: string | undefined): string {
  const { hub, time, generation } = record;
  const stamp = time.replace(/[-:]/g, '');
  const id = run !== undefined && /^[\w-]+$/.test(run) ? run : randomBytes(6).toString('hex');
  return `jupyterhub-gke/${hub}/${time.slice(0, 4)}/${time.slice(5, 7)}/${stamp}-${generation}-${id}.json`;
}

/**
 * Writes the record as a new object. Nothing is ever overwritten, so roles/storage.objectCreator is enough.
 * @returns its `gs://` address
 */
export async function writeAudit(
  google: GoogleClient,
  bucket: string,
  record: AuditRecord,
  run?: string,
): Promise<string> {
  const name = auditObject(record, run);
  const where = `gs://${bucket}/${name}`;
  try {
    await google.call({
      service: 'storage',
      method: 'POST',
      // A repeated call is refused by ifGenerationMatch.
      effect: 'same',
      upload: true,
      path: `b/${encodeURIComponent(bucket)}/o`,
      query: { uploadType: 'media', name, ifGenerationMatch: '0' },
      body: record,
    });
  } catch (error) {
    if (!(error instanceof GoogleApiError) || error.status !== 412) throw error;
    await refuseOtherObject(google, bucket, name, record);
  }
  return where;
}

/** The name is taken. That is fine if the object is this record, written by a call whose answer was lost. */
async function refuseOtherObject(
  google: GoogleClient,
  bucket: string,
  name: string,
  record: AuditRecord,
): Promise<void> {
  const path = `b/${encodeURIComponent(bucket)}/o/${encodeURIComponent(name)}`;
  const found = await google.call<{ md5Hash?: string }>({ service: 'storage', path }).catch((error: unknown) => {
    // An identity that may only create objects cannot read. The name has the run and the millisecond, so it is ours.
    if (error instanceof GoogleApiError && error.status === 403) return undefined;
    throw error;
  });
  const own = createHash('md5').update(JSON.stringify(record)).digest('base64');
  if (found === undefined || found.md5Hash === own) return;
  throw new ToolError('Another object already has the name of the audit record', { where: `gs://${bucket}/${name}` });
}

/** Outcome of writing a record. With a `warning` the run continues, and must end with exit code 1. */
export interface AuditOutcome {
  /** `gs://` address of the record. */
  readonly written: string | undefined;
  /** Undefined if the record is written, or none is needed. */
  readonly warning: AccessNote | undefined;
}

/**
 * Writes the record and never throws: access has already been changed, so the rest of the run must follow. Writes nothing
 * if nothing changed or no bucket is configured.
 */
export async function recordAccess(options: {
  readonly google: GoogleClient;
  /** `access.audit.bucket`. */
  readonly bucket: string | undefined;
  readonly record: AuditRecord | undefined;
  readonly run?: string | undefined;
}): Promise<AuditOutcome> {
  const { google, bucket, record, run } = options;
  if (bucket === undefined || record === undefined) return { written: undefined, warning: undefined };
  try {
    return { written: await writeAudit(google, bucket, record, run), warning: undefined };
  } catch (error) {
    return {
      written: undefined,
      warning: {
        code: 'audit-record-missing',
        bucket,
        generation: record.generation,
        time: record.time,
        error: errorMessage(error).replace(/\.$/, ''),
      },
    };
  }
}
