import type { Attribute, Block, Resource, Table } from './table.js';

// Numbers of the protocol's NestingMode.
const SINGLE = 1;
const LIST = 2;
const SET = 3;

/** The protocol's form of a resource type. */
export function resourceSchema(resource: Resource): object {
  const block = blockSchema(resource);
  const timeouts = (resource.timeouts ?? []).map((name): [string, Attribute] => [
    name,
    { type: 'string', is: 'optional' },
  ]);
  if (timeouts.length > 0) {
    const inner = blockSchema({ attributes: Object.fromEntries(timeouts) });
    block.block_types.push({ type_name: 'timeouts', block: inner, nesting: SINGLE, min_items: 0, max_items: 0 });
  }
  return { version: resource.schemaVersion ?? 0, block };
}

/** The protocol's form of the provider's own settings. */
export function providerSchema(table: Table): object {
  return { version: 0, block: blockSchema(table) };
}

interface BlockSchema {
  version: number;
  attributes: object[];
  block_types: object[];
}

function blockSchema(table: Table): BlockSchema {
  return {
    version: 0,
    attributes: Object.entries(table.attributes).map(([name, attribute]) => ({
      name,
      type: Buffer.from(JSON.stringify(attribute.type)),
      required: attribute.is === 'required',
      optional: attribute.is.startsWith('optional'),
      computed: attribute.is.endsWith('computed'),
      sensitive: attribute.sensitive === true,
    })),
    block_types: Object.entries(table.blocks ?? {}).map(([name, block]: [string, Block]) => ({
      type_name: name,
      block: blockSchema(block),
      nesting: block.nesting === 'set' ? SET : LIST,
      min_items: 0,
      max_items: block.max ?? 0,
    })),
  };
}
