import type { Attribute, Resource, Table } from './table.js';
import { isObject, UNKNOWN, type Value, type Values } from './values.js';

/** One step of a path to an attribute. */
export type Step = { attribute_name: string } | { element_key_int: number };

/** What a resource becomes, and which of the changes are possible only by replacing it. */
export interface Planned {
  readonly state: Values;
  readonly replace: Step[][];
}

/** Plans a resource as the plugin SDK does: defaults, computed values, suppressed differences, force-new. */
export function planResource(resource: Resource, prior: Values | null, proposed: Values, config: Values): Planned {
  const replace: Step[][] = [];
  const state = planTable(resource, prior, proposed, config, {
    path: [],
    isNew: prior === null,
    replace,
  });
  return { state, replace };
}

interface Place {
  readonly path: Step[];
  readonly isNew: boolean;
  readonly replace: Step[][];
}

function planTable(table: Table, prior: Values | null, proposed: Values, config: Values, place: Place): Values {
  const state: Values = { ...proposed };
  for (const [name, attribute] of Object.entries(table.attributes)) {
    const before = prior?.[name] ?? null;
    const value = planAttribute(attribute, before, proposed[name] ?? null, config[name] ?? null, prior === null);
    state[name] = value;
    if (!place.isNew && attribute.forceNew === true && differs(before, value)) {
      place.replace.push([...place.path, { attribute_name: name }]);
    }
  }
  for (const [name, block] of Object.entries(table.blocks ?? {})) {
    const before = blocksOf(prior?.[name]);
    const wanted = blocksOf(config[name]);
    const path = [...place.path, { attribute_name: name }];
    if (wanted.length === 0 && block.computed === true) {
      state[name] = before;
      continue;
    }
    // Of a block the number forces a replacement; what is in it does where its own attributes say so.
    if (!place.isNew && block.forceNew === true && before.length !== wanted.length) place.replace.push(path);
    const proposedBlocks = blocksOf(proposed[name]);
    state[name] = wanted.map((inner, index) =>
      planTable(block, before[index] ?? null, proposedBlocks[index] ?? inner, inner, {
        ...place,
        path: [...path, { element_key_int: index }],
      }),
    );
  }
  return state;
}

function planAttribute(attribute: Attribute, before: Value, proposed: Value, config: Value, isNew: boolean): Value {
  if (config === null) {
    if (attribute.default !== undefined) return attribute.default;
    // The plugin SDK takes the empty value of a state for one that is not set.
    if (!attribute.is.endsWith('computed')) return before === 0 || before === '' || before === false ? before : null;
    // A known prior value stays, even null: set to unknown it would make every plan a change.
    return isNew ? UNKNOWN : before;
  }
  const { same, ownKeys } = attribute;
  if (ownKeys && isObject(before) && isObject(config)) return { ...foreign(before, ownKeys), ...config };
  if (same && typeof before === 'string' && typeof config === 'string' && same(before, config)) return before;
  return proposed;
}

/** Entries of a map that the API added. */
function foreign(before: Values, ownKeys: RegExp): Values {
  return Object.fromEntries(Object.entries(before).filter(([key]) => !ownKeys.test(key)));
}

function blocksOf(value: Value | undefined): Values[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** Whether a value changes; an unknown one may. */
export function differs(before: Value, after: Value): boolean {
  return after === UNKNOWN || JSON.stringify(before) !== JSON.stringify(after);
}

/** Names of the attributes and blocks of a resource that an update changes. */
export function changedNames(prior: Values, planned: Values): Set<string> {
  return new Set(
    Object.keys(planned).filter((name) => name !== 'timeouts' && differs(prior[name] ?? null, planned[name] ?? null)),
  );
}
