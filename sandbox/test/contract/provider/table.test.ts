import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { repoPath } from '../../../src/paths.js';
import { DRIVERS, PROVIDER } from '../../../src/provider/provider.js';
import type { Attribute, Block, Table } from '../../../src/provider/table.js';

// The stand-in's tables against what the real provider 7.45.0 prints about itself; the data lies beside the checkout.
const folder = repoPath('..', 'shared', 'data');
const schemaFile = join(folder, 'google-provider-7.45.0.schema.json');
const behaviourFile = join(folder, 'google-provider-7.45.0.behaviour.json');

interface RealAttribute {
  type: unknown;
  required?: boolean;
  optional?: boolean;
  computed?: boolean;
  sensitive?: boolean;
}
interface RealBlock {
  attributes?: Record<string, RealAttribute>;
  block_types?: Record<string, { nesting_mode: string; max_items?: number; block: RealBlock }>;
}
interface Behaviour {
  force_new?: boolean;
  default?: unknown;
  sensitive?: boolean;
  diff_suppress?: boolean;
}

function words(attribute: RealAttribute): string {
  return (['required', 'optional', 'computed'] as const).filter((word) => attribute[word]).join(' ');
}

/** Every difference between a table and the real provider, as a line. */
function differences(table: Table, real: RealBlock, behaviour: Record<string, Behaviour>, path: string): string[] {
  const attributes = Object.entries(table.attributes).flatMap(([name, ours]: [string, Attribute]) => {
    const theirs = real.attributes?.[name];
    // The dump was pruned of prose, and lost the attributes of this name with it. test/contract/terraform compares plans.
    if (!theirs && name === 'description') return [];
    if (!theirs) return [`${path}${name}: the real provider has no such attribute`];
    const theirBehaviour = behaviour[path + name] ?? {};
    const pairs: [string, unknown, unknown][] = [
      ['type', ours.type, theirs.type],
      ['is', ours.is, words(theirs)],
      ['sensitive', ours.sensitive === true, theirs.sensitive === true],
      ['force-new', ours.forceNew === true, theirBehaviour.force_new === true],
      ['default', ours.default ?? null, theirBehaviour.default ?? null],
    ];
    return pairs
      .filter(([, left, right]) => JSON.stringify(left) !== JSON.stringify(right))
      .map(
        ([what, left, right]) => `${path}${name}: ${what} is ${JSON.stringify(left)}, really ${JSON.stringify(right)}`,
      );
  });
  const blocks = Object.entries(table.blocks ?? {}).flatMap(([name, ours]: [string, Block]) => {
    const theirs = real.block_types?.[name];
    if (!theirs) return [`${path}${name}: the real provider has no such block`];
    const forceNew = behaviour[path + name]?.force_new === true;
    return [
      ...(theirs.nesting_mode === (ours.nesting ?? 'list')
        ? []
        : [`${path}${name}: nesting is ${theirs.nesting_mode}`]),
      ...((ours.max ?? 0) === (theirs.max_items ?? 0) ? [] : [`${path}${name}: at most ${theirs.max_items ?? 'any'}`]),
      ...((ours.forceNew === true) === forceNew ? [] : [`${path}${name}: force-new is really ${forceNew}`]),
      ...differences(ours, theirs.block, behaviour, `${path}${name}.`),
    ];
  });
  return [...attributes, ...blocks];
}

describe('tables of the provider stand-in', () => {
  test.each(Object.keys(DRIVERS))('%s is as the real provider has it', (type) => {
    if (!existsSync(schemaFile) || !existsSync(behaviourFile)) {
      console.log(`SKIPPED ${type} against the real provider: ../shared/data is absent`);
      return;
    }
    const schema = JSON.parse(readFileSync(schemaFile, 'utf8')) as { resources: Record<string, RealBlock> };
    const behaviour = JSON.parse(readFileSync(behaviourFile, 'utf8')) as {
      resources: Record<string, { attributes: Record<string, Behaviour> }>;
    };
    const { resource } = DRIVERS[type] ?? {};
    const real = schema.resources[type];
    if (!resource || !real) throw new Error(`the real provider has no ${type}`);
    expect(differences(resource, real, behaviour.resources[type]?.attributes ?? {}, '')).toEqual([]);
    const timeouts = Object.keys(real.block_types?.timeouts?.block.attributes ?? {});
    expect([...(resource.timeouts ?? [])].sort()).toEqual(timeouts.sort());
  });

  test('the provider block matches the real provider', () => {
    if (!existsSync(schemaFile)) return console.log('SKIPPED provider block: ../shared/data is absent');
    const schema = JSON.parse(readFileSync(schemaFile, 'utf8')) as { provider_block: RealBlock };
    expect(differences(PROVIDER, schema.provider_block, {}, '')).toEqual([]);
  });

  test('the comparison detects a difference', () => {
    const table: Table = { attributes: { a: { type: 'string', is: 'optional' }, c: { type: 'bool', is: 'required' } } };
    const real: RealBlock = { attributes: { a: { type: 'string', optional: true, computed: true } } };
    expect(differences(table, real, { a: { force_new: true } }, '')).toHaveLength(3);
  });
});
