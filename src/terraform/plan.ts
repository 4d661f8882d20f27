import { hashOf } from '../change/canonical.js';
import type { AttributeChange, Change, ChangeAction } from '../change/change.js';
import type { ChangeNote } from '../change/change-note.js';
import { isObject } from '../json.js';
import { poolEffect } from './effects/node-pools.js';
import { type ResourceType, resourceType } from './resource-types.js';

/** The part of `terraform show -json PLAN` that is read here. */
export interface PlanJson {
  readonly resource_changes?: readonly ResourceChange[];
}

interface ResourceChange {
  readonly address: string;
  readonly type: string;
  readonly mode?: string;
  readonly change: {
    readonly actions: readonly string[];
    readonly before?: unknown;
    readonly after?: unknown;
    readonly after_unknown?: unknown;
    readonly before_sensitive?: unknown;
    readonly after_sensitive?: unknown;
    readonly replace_paths?: readonly (readonly (string | number)[])[];
  };
}

const LONGEST = 200;
const NODE_POOL = 'google_container_node_pool';

/**
 * What a plan does, in terraform's order. A value is shown only if its attribute is on the allow-list of its type and
 * terraform does not mark it sensitive. Of other attributes that change, the names go into a note and the values into the
 * hidden-values digest. Of a sensitive value, neither shows more than that it changes.
 */
export function planChanges(plan: PlanJson): Change[] {
  return (plan.resource_changes ?? []).flatMap((resource) => {
    const action = resource.mode === 'data' ? undefined : actionOf(resource.change.actions);
    return action === undefined ? [] : [changeOf(resource, action)];
  });
}

function actionOf(actions: readonly string[]): ChangeAction | undefined {
  if (actions.includes('create')) return actions.includes('delete') ? 'replace' : 'create';
  if (actions.includes('update')) return 'update';
  if (actions.includes('delete') || actions.includes('forget')) return 'delete';
  return undefined;
}

function changeOf(resource: ResourceChange, action: ChangeAction): Change {
  const rule = resourceType(resource.type);
  const { attributes, hiddenNames, hiddenValues } = attributesOf(resource, action, rule);
  const changed = [...attributes.map(({ name }) => name), ...hiddenNames];
  const ofPool =
    resource.type === NODE_POOL
      ? poolEffect({ ...resource.change, action, address: resource.address, paths: changed })
      : undefined;
  const effect = ofPool?.effect ?? rule.effect?.[action];
  const forced = forcedBy(resource, action);
  const notes: ChangeNote[] = [
    ...(action === 'delete' && !resource.change.actions.includes('delete') ? [{ code: 'forgotten' } as const] : []),
    ...(effect === undefined ? [] : [{ code: effect }]),
    ...(forced.length === 0 ? [] : [{ code: 'forces-replacement', attributes: forced } as const]),
    ...(action === 'update' && hiddenNames.length > 0
      ? [{ code: 'values-not-shown', attributes: hiddenNames } as const]
      : []),
  ];
  return {
    scope: 'terraform',
    action,
    subject: { kind: 'terraform-resource', type: resource.type, name: resource.address },
    ...(attributes.length === 0 ? {} : { attributes }),
    ...(notes.length === 0 ? {} : { notes }),
    ...(hiddenValues.length === 0 ? {} : { hiddenDigest: hashOf(hiddenValues) }),
    holdsData: ofPool === undefined || action === 'create' ? rule.holdsData : ofPool.endsSessions,
    ...(ofPool?.endsSessions === true && action === 'update' ? { endsSessions: true as const } : {}),
  };
}

function forcedBy(resource: ResourceChange, action: ChangeAction): readonly string[] {
  if (action !== 'replace') return [];
  return (resource.change.replace_paths ?? []).map(dotted).filter((path) => path !== '');
}

function attributesOf(
  resource: ResourceChange,
  action: ChangeAction,
  rule: ResourceType,
): { attributes: AttributeChange[]; hiddenNames: string[]; hiddenValues: unknown[] } {
  const { change } = resource;
  const before = leaves(change.before, change.before_sensitive, undefined);
  const after = leaves(change.after, change.after_sensitive, change.after_unknown);
  const attributes: AttributeChange[] = [];
  const hiddenNames = new Set<string>();
  const hiddenValues: unknown[] = [];
  for (const path of [...new Set([...before.keys(), ...after.keys()])].sort()) {
    const was = before.get(path);
    const is = after.get(path);
    if (was?.text === is?.text && was?.secret === is?.secret) continue;
    const listed = rule.attributes.some((name) => path === name || path.startsWith(`${name}.`));
    // A computed value that is merely read again after an update tells a reader nothing.
    const isNoise = !listed && ((action !== 'create' && is?.text === UNKNOWN) || repeatsLabels(path, rule));
    if (listed && !was?.secret && !is?.secret) {
      attributes.push({
        name: path,
        ...(was === undefined || action === 'create' ? {} : { before: was.text.slice(0, LONGEST) }),
        ...(is === undefined || action === 'delete' ? {} : { after: is.text.slice(0, LONGEST) }),
      });
      if ([was, is].some((leaf) => leaf !== undefined && leaf.text.length > LONGEST)) {
        hiddenValues.push([path, was?.text, is?.text]);
      }
    } else if (!isNoise) {
      hiddenNames.add(path.split('.')[0] ?? path);
      // A deletion is the same whatever Google has computed, such as the version of a cluster that upgrades itself.
      if (action !== 'delete') hiddenValues.push([path, action === 'update' ? covered(was) : undefined, covered(is)]);
    }
  }
  return { attributes, hiddenNames: [...hiddenNames], hiddenValues };
}

/** Whether the provider repeats in an attribute the labels that the type shows. */
function repeatsLabels(path: string, { attributes }: ResourceType): boolean {
  return (
    /^(effective|terraform)_labels(\.|$)/.test(path) && attributes.some((name) => /^(resource_)?labels$/.test(name))
  );
}

function covered(leaf: Leaf | undefined): string | undefined {
  return leaf?.secret ? '(sensitive)' : leaf?.text;
}

const UNKNOWN = '(known after apply)';

interface Leaf {
  readonly text: string;
  readonly secret: boolean;
}

/** Every value of a tree by its dotted path; blocks of one element lose their index, absent values are left out. */
function leaves(value: unknown, sensitive: unknown, unknown: unknown): Map<string, Leaf> {
  const found = new Map<string, Leaf>();
  const walk = (path: (string | number)[], node: unknown, secret: unknown, open: unknown): void => {
    if (open === true) {
      found.set(dotted(path), { text: UNKNOWN, secret: secret === true });
    } else if (secret === true) {
      if (node !== null && node !== undefined) found.set(dotted(path), { text: JSON.stringify(node), secret: true });
    } else if (isObject(node) || Array.isArray(node) || isObject(open) || Array.isArray(open)) {
      for (const key of keysOf(node, open))
        walk([...path, key], child(node, key), child(secret, key), child(open, key));
    } else if (node !== null && node !== undefined && node !== '') {
      found.set(dotted(path), { text: String(node), secret: false });
    }
  };
  walk([], value, sensitive, unknown);
  return found;
}

function keysOf(...nodes: unknown[]): (string | number)[] {
  const keys = new Set<string | number>();
  for (const node of nodes) {
    if (Array.isArray(node)) for (const index of node.keys()) keys.add(index);
    else if (isObject(node)) for (const key of Object.keys(node)) keys.add(key);
  }
  return [...keys];
}

function child(node: unknown, key: string | number): unknown {
  if (Array.isArray(node)) return typeof key === 'number' ? node[key] : undefined;
  return isObject(node) ? node[key] : node === true ? true : undefined;
}

function dotted(path: readonly (string | number)[]): string {
  return path.filter((part) => part !== 0).join('.');
}
