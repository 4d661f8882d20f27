import type { ChangeSet } from '../change/change.js';
import { fingerprint } from '../change/fingerprint.js';
import type { Json } from '../config/model.js';

/** The document that plan, apply, sync-users and destroy print with --json; facts of one command come by `more`. */
export function changeDocument(
  command: string,
  changeSet: ChangeSet,
  changed: boolean,
  more: Readonly<Record<string, Json>> = {},
): Json {
  return {
    command,
    hub: changeSet.hub,
    changed,
    fingerprint: fingerprint(changeSet),
    // Through JSON, so that what is undefined is absent.
    changes: JSON.parse(JSON.stringify(changeSet.changes)) as Json,
    ...more,
  };
}
