import { type AttributeChange, addressOf, type Change } from '../../change/change.js';
import type { HubEffect } from '../../change/change-note.js';
import type { JsonObject } from '../../config/model.js';
import { ConfigurationError } from '../../errors.js';
import { isObject } from '../../json.js';
import { canonical, valueAt } from '../values/values.js';
import { attributesOf } from './attributes.js';
import { type DigestKey, hiddenDigest, NO_KEY } from './hidden-digest.js';
import type { Manifest } from './manifests.js';
import { objectKey, subjectOf } from './object-key.js';
import { type ValueMeaning, valueMeaning } from './value-natures.js';
import { valueChanges } from './values.js';

/** Address of the Secret that contains all values of the hub. */
const HUB_SECRET = 'Secret/hub';

/** Rendered objects and the symbolic values from which they were made. */
export interface Rendering {
  readonly values: JsonObject;
  /** The values that this program sets by itself. They are not told as code or rights of the user. */
  readonly ours?: JsonObject;
  readonly manifests: readonly Manifest[];
}

/**
 * What helm would change, object by object. Attributes come from an allow-list. Of a Secret only the fact that it changes
 * is shown. The hub's Secret also shows which values change, with those that are allowed or stand in the file. The digest of a change covers every difference
 * that is not shown.
 * @param home namespace of the release
 */
export function diffReleases(
  before: Rendering | undefined,
  after: Rendering,
  digestKey: DigestKey = NO_KEY,
  home = '',
): readonly Change[] {
  const old = new Map((before?.manifests ?? []).map((manifest) => [objectKey(manifest, home), manifest]));
  const now = byKey(after.manifests, home);
  const changes: Change[] = [];
  // The digest of a change is over the objects, so it is added here, where they are known.
  const add = (one: Change, was: Manifest | undefined, manifest: Manifest): void => {
    if (addressOf(one) === HUB_SECRET) changes.push(one);
    else changes.push(withDigest(one, [[was?.object, manifest.object]], digestKey));
  };
  for (const [key, manifest] of now) {
    const was = old.get(key);
    if (was === undefined) add(creationOf(manifest, home), undefined, manifest);
    else if (canonical(was.object) !== canonical(manifest.object)) add(updateOf(was, manifest, home), was, manifest);
  }
  for (const [key, manifest] of old) {
    if (now.has(key) || staysInCluster(manifest)) continue;
    changes.push(changeOf(manifest, home, 'delete', attributesOf(manifest.object, undefined)));
  }
  const values = before === undefined ? [] : valueChanges(before.values, after.values, after.ours);
  const secretKey = objectKey({ apiVersion: 'v1', kind: 'Secret', name: 'hub', object: {} }, home);
  return withValues(changes, values, valueMeaning(before?.values, after.values, after.ours ?? {})).map((one) => {
    if (addressOf(one) !== HUB_SECRET || one.action === 'delete') return one;
    const objects = [old.get(secretKey)?.object, now.get(secretKey)?.object] as const;
    return withDigest(one, [objects, [before?.values, after.values]], digestKey);
  });
}

function withDigest(one: Change, pairs: Parameters<typeof hiddenDigest>[0], key: DigestKey): Change {
  const digest = hiddenDigest(pairs, key);
  return digest === undefined ? one : { ...one, hiddenDigest: digest };
}

/** The objects by their keys. The same object twice is refused: the second one would hide the first. */
function byKey(manifests: readonly Manifest[], home: string): ReadonlyMap<string, Manifest> {
  const found = new Map<string, Manifest>();
  for (const manifest of manifests) {
    const key = objectKey(manifest, home);
    if (found.has(key)) {
      throw new ConfigurationError(
        `The chart renders the same object twice: ${addressOf({ subject: subjectOf(manifest, home) })}`,
        { where: 'jupyterhub.yaml: hub.chart', hint: 'Use a chart that renders every object once.' },
      );
    }
    found.set(key, manifest);
  }
  return found;
}

function creationOf(manifest: Manifest, home: string): Change {
  return changeOf(manifest, home, 'create', attributesOf(undefined, manifest.object));
}

function updateOf(was: Manifest, now: Manifest, home: string): Change {
  const attributes = attributesOf(was.object, now.object);
  if (now.kind === 'StorageClass') {
    return changeOf(now, home, 'replace', attributes, 'storage-class-replaced');
  }
  return changeOf(now, home, 'update', attributes, effectOf(was, now));
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

/** Adds the changes of values, and what they are about, to the change of the hub's Secret, because that Secret contains all values. */
function withValues(
  changes: readonly Change[],
  values: readonly AttributeChange[],
  { code, rights, data }: ValueMeaning,
): readonly Change[] {
  if (values.length + code.length + rights.length + data.length === 0) return changes;
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
    ...(rights.length === 0 ? {} : { rights }),
    ...(data.length === 0 ? {} : { dataPlaces: data }),
  };
  return index < 0 ? [...changes, shown] : changes.with(index, shown);
}

function changeOf(
  manifest: Manifest,
  home: string,
  action: Change['action'],
  attributes: readonly AttributeChange[],
  effect?: HubEffect,
): Change {
  return {
    scope: 'helm',
    action,
    subject: subjectOf(manifest, home),
    ...(attributes.length === 0 ? {} : { attributes }),
    ...(effect === undefined ? {} : { notes: [{ code: effect }] }),
  };
}

function staysInCluster(manifest: Manifest): boolean {
  const metadata = manifest.object.metadata;
  const annotations = isObject(metadata) ? metadata.annotations : undefined;
  // Helm does not delete hooks, nor objects with the policy `keep`.
  return isObject(annotations) && (annotations['helm.sh/resource-policy'] === 'keep' || 'helm.sh/hook' in annotations);
}
