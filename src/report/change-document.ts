import { addressOf, type ChangeSet } from '../change/change.js';
import { fingerprint } from '../change/fingerprint.js';
import type { RunNote } from '../change/run-note.js';
import type { Json } from '../config/model.js';
import { changeNoteText } from './text/change-note.js';
import { noteDocuments, runNoteText } from './text/run-note.js';

/** Version of the documents that plan, apply, sync-users and destroy print with --json; docs/reference/json.md has their fields. */
export const CHANGE_SCHEMA = 'jupyterhub-gke/changes/v1';

/** What a document of changes is made of. */
export interface ChangeReport {
  readonly command: string;
  readonly changeSet: ChangeSet;
  readonly changed: boolean;
  readonly notes?: readonly RunNote[];
  /** Facts of one command. */
  readonly more?: Readonly<Record<string, Json>>;
}

/** The document that plan, apply, sync-users and destroy print with --json. */
export function changeDocument({ command, changeSet, changed, notes = [], more = {} }: ChangeReport): Json {
  const changes = changeSet.changes.map((change) => ({
    address: addressOf(change),
    ...change,
    ...(change.notes === undefined ? {} : { notes: noteDocuments(change.notes, changeNoteText) }),
  }));
  return {
    schema: CHANGE_SCHEMA,
    command,
    hub: changeSet.hub,
    changed,
    fingerprint: fingerprint(changeSet),
    // Through JSON, so that what is undefined is absent.
    changes: JSON.parse(JSON.stringify(changes)) as Json,
    notes: noteDocuments(notes, runNoteText),
    ...more,
  };
}
