import { expect, test } from '@jest/globals';
import type { Change } from '../../../src/change/change.js';
import { resourceType } from '../../../src/terraform/resource-types.js';
import { missingFor, planAndApply, startTerraformGround } from '../../support/terraform-ground.js';

/** What a state says of one resource: its attributes by dotted path, as text. */
type Attributes = ReadonlyMap<string, string>;

interface State {
  readonly resources: readonly {
    readonly mode: string;
    readonly type: string;
    readonly name: string;
    readonly instances: readonly {
      readonly index_key?: string | number;
      readonly schema_version: number;
      readonly attributes: unknown;
    }[];
  }[];
}

/** Values that Google makes anew for each thing. That both providers have them is compared all the same. */
const MADE_ANEW =
  /(^|\.)(id|etag|uid|unique_id|network_id|numeric_id|subnetwork_id|generated_id|creation_timestamp|create_time|fingerprint|label_fingerprint|self_link_with_id|operation|endpoint|address|cluster_ca_certificate|peering_name)$/;

/** Where the stand-in differs, and why that does not matter to the product. An entry that no longer applies fails. */
const ACCEPTED: readonly { readonly where: RegExp; readonly why: string }[] = [
  {
    where: /^google_compute_(router|subnetwork)\.\S+ network: /,
    why: 'the real one writes the whole link that Google answers; both take the forms for the same',
  },
  {
    where: / (gateway_ipv4|initial_node_count|mtu|min_ports_per_vm): real (""|0), stand-in null$/,
    why: 'the real one writes the zero value where Google answers nothing; both plan no change',
  },
  {
    where: / auto_network_tier: real null, stand-in "PREMIUM"$/,
    why: 'the real one does not read back what Google chose',
  },
  { where: /: real (""|\[\]|null), stand-in nothing$/, why: 'empty, and nothing in terraform/ sets it' },
  { where: / fingerprint: real null, stand-in \(made anew\)$/, why: 'the real one no longer reads it' },
];

interface Life {
  /** What a plan of each root shows before its first apply. */
  readonly changes: readonly Change[];
  readonly state: ReadonlyMap<string, Attributes>;
}

async function lifeWith(isReal: boolean): Promise<Life> {
  const ground = await startTerraformGround();
  try {
    const { emulator, people } = ground;
    const found = new Map<string, Attributes>();
    const changes: Change[] = [];
    for (const name of ['platform', 'hub'] as const) {
      changes.push(...(await planAndApply(ground.open(name, { who: people.apply, isReal }))).changes);
      const object = encodeURIComponent(`jupyterhub/research/${name}/default.tfstate`);
      const answer = await fetch(`${emulator.storageOrigin}/storage/v1/b/acme-research-tfstate/o/${object}?alt=media`, {
        headers: { authorization: `Bearer ${emulator.identities.token(people.operator)}` },
      });
      const state = (await answer.json()) as State;
      for (const { type, name: label, instances, mode } of state.resources) {
        for (const instance of instances) {
          const address = `${mode === 'data' ? 'data.' : ''}${type}.${label}[${instance.index_key ?? ''}]`;
          found.set(address, attributesOf(instance));
        }
      }
    }
    return { changes, state: found };
  } finally {
    await ground.stop();
  }
}

function attributesOf(instance: unknown): Attributes {
  const { schema_version: version, attributes } = instance as { schema_version: number; attributes: unknown };
  const found = new Map([['schema_version', String(version)]]);
  const walk = (path: string, value: unknown): void => {
    if (typeof value !== 'object' || value === null) {
      const isNew = MADE_ANEW.test(path) && value !== null && value !== '';
      found.set(path, isNew ? '(made anew)' : JSON.stringify(value));
      return;
    }
    const entries = Object.entries(value);
    if (entries.length === 0) found.set(path, Array.isArray(value) ? '[]' : '{}');
    for (const [key, item] of entries) walk(path === '' ? key : `${path}.${key}`, item);
  };
  walk('', attributes);
  return found;
}

test('the stand-in for the provider writes the state that the real one writes, attribute by attribute', async () => {
  const missing = await missingFor(true);
  if (missing !== undefined) return console.log(`SKIPPED stand-in beside the real provider: ${missing}`);
  const [real, standIn] = [await lifeWith(true), await lifeWith(false)];
  // Of values that are not shown there is a digest, and the stand-in leaves out attributes of its own choice.
  const shown = ({ hiddenDigest: _, attributes = [], ...change }: Change) => ({
    ...change,
    // The real one holds back a default in a plan to create, and writes it into the state.
    attributes: attributes.filter(({ name }) => !/^address_type$|autoscaling_profile$/.test(name)),
  });
  expect(standIn.changes.map(shown)).toEqual(real.changes.map(shown));
  expect([...standIn.state.keys()].sort()).toEqual([...real.state.keys()].sort());
  const differences: string[] = [];
  for (const [address, attributes] of real.state) {
    const other = standIn.state.get(address) ?? new Map<string, string>();
    const listed = resourceType(address.split('.')[0] ?? '').attributes;
    for (const path of [...new Set([...attributes.keys(), ...other.keys()])].sort()) {
      const [is, stands] = [attributes.get(path), other.get(path)];
      // What the stand-in does not have at all matters only where the product shows it.
      const isShown = listed.some((name) => path === name || path.startsWith(`${name}.`));
      if (is !== stands && (stands !== undefined || isShown))
        differences.push(`${address} ${path}: real ${is ?? 'nothing'}, stand-in ${stands ?? 'nothing'}`);
    }
  }
  const unused = ACCEPTED.filter(({ where }) => !differences.some((line) => where.test(line)));
  expect(unused).toEqual([]);
  expect(differences.filter((line) => !ACCEPTED.some(({ where }) => where.test(line)))).toEqual([]);
}, 300_000);
