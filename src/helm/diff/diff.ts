import { type AttributeChange, addressOf, type Change, type CodeChange, type Subject } from '../../change/change.js';
import type { HubEffect } from '../../change/change-note.js';
import type { JsonObject } from '../../config/model.js';
import { isObject } from '../../json.js';
import { canonical, valueAt } from '../values/values.js';
import { attributesOf } from './attributes.js';
import { codeChanges } from './code-changes.js';
import { type DigestKey, hiddenDigest, NO_KEY } from './hidden-digest.js';
import type { Manifest } from './manifests.js';
import { valueChanges } from './values.js';

/** Address of the Secret that contains all values of the hub. */
const HUB_SECRET = 'Secret/hub';

/** Rendered objects and the symbolic values from which they were made. */
export interface Rendering {
  readonly values: JsonObject;
  readonly manifests: readonly Manifest[];
}

/**
 * What helm would change, object by object. Attributes come from an allow-list. Of a Secret only the fact that it changes
 * is shown. The hub's Secret also shows which of the allowed values change. The digest of a change covers every difference
 * that is not shown.
 */
export function diffReleases(
  before: Rendering | undefined,
  after: Rendering,
  digestKey: DigestKey = NO_KEY,
): readonly Change[] {
  const old = new Map(
    (before?.manifests ?? []).map((manifest) => [addressOf({ subject: subjectOf(manifest) }), manifest]),
  );
  const now = new Map(after.manifests.map((manifest) => [addressOf({ subject: subjectOf(manifest) }), manifest]));
  const changes: Change[] = [];
  for (const [address, manifest] of now) {
    const was = old.get(address);
    if (was === undefined) changes.push(creationOf(manifest));
    else if (canonical(was.object) !== canonical(manifest.object)) changes.push(updateOf(was, manifest));
  }
  for (const [address, manifest] of old) {
    if (now.has(address) || staysInCluster(manifest)) continue;
    changes.push(changeOf(manifest, 'delete', attributesOf(manifest.object, undefined)));
  }
  const values = before === undefined ? [] : valueChanges(before.values, after.values);
  return withValues(changes, values, codeChanges(before?.values, after.values)).map((one) => {
    if (one.action === 'delete') return one;
    const address = addressOf(one);
    const ofObject = [old.get(address)?.object, now.get(address)?.object] as const;
    const ofValues = [before?.values, after.values] as const;
    const digest = hiddenDigest(address === HUB_SECRET ? [ofObject, ofValues] : [ofObject], digestKey);
    return digest === undefined ? one : { ...one, hiddenDigest: digest };
  });
}

function creationOf(manifest: Manifest): Change {
  return changeOf(manifest, 'create', attributesOf(undefined, manifest.object));
}

function updateOf(was: Manifest, now: Manifest): Change {
  const attributes = attributesOf(was.object, now.object);
  if (now.kind === 'StorageClass') {
    return changeOf(now, 'replace', attributes, 'storage-class-replaced');
  }
  return changeOf(now, 'update', attributes, effectOf(was, now));
}

/** The effect of an update that people notice. */
function effectOf(was: Manifest, now: Manifest): HubEffect | undefined {
  const template = 'spec.template';
  const restarts = canonical(valueAt(was.object, template)) !== canonical(valueAt(now.object, template));
  if (now.kind === 'Deployment' && restarts) {
    if (now.name === 'hub') return 'hub-restarts';
    if (now.name === 'proxy') return 'proxy-restarts';
    return 'pods-restart';
  }
  if (now.kind === 'ManagedCertificate') return 'certificate-renewed';
  return undefined;
}

/** Adds the changes of values and code to the change of the hub's Secret, because that Secret contains all values. */
function withValues(
  changes: readonly Change[],
  values: readonly AttributeChange[],
  code: readonly CodeChange[],
): readonly Change[] {
  if (values.length === 0 && code.length === 0) return changes;
  const index = changes.findIndex((one) => addressOf(one) === HUB_SECRET);
  const secret: Change = changes[index] ?? {
    scope: 'helm',
    action: 'update',
    subject: { kind: 'kubernetes-object', type: 'Secret', name: 'hub' },
  };
  const shown = {
    ...secret,
    attributes: [...(secret.attributes ?? []), ...values],
    ...(code.length === 0 ? {} : { code }),
  };
  return index < 0 ? [...changes, shown] : changes.with(index, shown);
}

function changeOf(
  manifest: Manifest,
  action: Change['action'],
  attributes: readonly AttributeChange[],
  effect?: HubEffect,
): Change {
  return {
    scope: 'helm',
    action,
    subject: subjectOf(manifest),
    ...(attributes.length === 0 ? {} : { attributes }),
    ...(effect === undefined ? {} : { notes: [{ code: effect }] }),
  };
}

function subjectOf({ kind, name }: Manifest): Subject {
  return { kind: 'kubernetes-object', type: kind, name };
}

function staysInCluster(manifest: Manifest): boolean {
  const metadata = manifest.object.metadata;
  const annotations = isObject(metadata) ? metadata.annotations : undefined;
  // Helm does not delete hooks, nor objects with the policy `keep`.
  return isObject(annotations) && (annotations['helm.sh/resource-policy'] === 'keep' || 'helm.sh/hook' in annotations);
}
