import { addressOf, type ChangeSet } from '../change/change.js';
import { fingerprint } from '../change/fingerprint.js';
import type { Json } from '../config/model.js';
import { changeNoteText } from './text/change-note.js';

/** Version of the documents that plan, apply, sync-users and destroy print with --json; docs/reference/json.md has their fields. */
export const CHANGE_SCHEMA = 'jupyterhub-gke/changes/v1';

/** The document that plan, apply, sync-users and destroy print with --json; facts of one command come by `more`. */
export function changeDocument(
  command: string,
  changeSet: ChangeSet,
  changed: boolean,
  more: Readonly<Record<string, Json>> = {},
): Json {
  const changes = changeSet.changes.map((change) => ({
    address: addressOf(change),
    ...change,
    ...(change.notes === undefined
      ? {}
      : { notes: change.notes.map((note) => ({ ...note, message: changeNoteText(note) })) }),
  }));
  return {
    schema: CHANGE_SCHEMA,
    command,
    hub: changeSet.hub,
    changed,
    fingerprint: fingerprint(changeSet),
    // Through JSON, so that what is undefined is absent.
    changes: JSON.parse(JSON.stringify(changes)) as Json,
    ...more,
  };
}
