import { type AuditInput, auditRecord, recordAccess } from '../../access/audit/record.js';
import type { AccessNote } from '../../change/run-note.js';
import type { Session } from '../session/session.js';

/**
 * Writes a record of an access change to the bucket of access.audit, where one is configured. Gives a note where that
 * failed: access was changed all the same, so that the run goes on and must end with exit code 1.
 */
export async function recordChanges(
  session: Session,
  done: Pick<AuditInput, 'command' | 'changes' | 'generation' | 'immediate'>,
): Promise<AccessNote | undefined> {
  const { config, context, google, input, principals } = session;
  const { credentials, github } = context;
  const bucket = config.access.auditBucket;
  if (bucket === undefined) return undefined;
  session.step('record the access change');
  const { GITHUB_ACTOR, GITHUB_TRIGGERING_ACTOR, GITHUB_RUN_ID: id, GITHUB_RUN_ATTEMPT: attempt } = context.env;
  const record = auditRecord({
    ...done,
    hub: config.name,
    project: config.project,
    principals,
    usersFiles: new Map(input.usersFiles.map((path) => [path, input.sources.get(path) ?? ''])),
    origins: input.origins,
    actor: {
      // A run that somebody starts again keeps the actor of its first start.
      login: GITHUB_TRIGGERING_ACTOR || GITHUB_ACTOR || null,
      run: github?.runUrl ?? null,
      identity: credentials.serviceAccount ?? null,
    },
    commit: { sha: github?.sha ?? null, ref: github?.ref ?? null },
    now: new Date(),
  });
  const { written, warning } = await recordAccess({
    google,
    bucket,
    record,
    run: id === undefined ? undefined : `${id}-${attempt ?? '1'}`,
  });
  if (written !== undefined) context.say(`  record of the change: ${written}`);
  return warning;
}
