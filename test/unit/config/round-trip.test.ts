import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type CreateNodeOptions,
  type DocumentOptions,
  parse,
  parseDocument,
  stringify,
  type ToStringOptions,
} from 'yaml';
import { loadUsers } from '../../../src/access/users/load.js';
import { loadText, SIX } from '../../support/config.js';

const VALID = join(process.cwd(), 'test/fixtures/config/valid');
const load = (text: string) => loadText({ path: 'jupyterhub.yaml', text }, '/repository');

/** YAML styles in which a program or person can write the same values. */
const styles: fc.Arbitrary<DocumentOptions & CreateNodeOptions & ToStringOptions> = fc.record({
  indent: fc.constantFrom(2, 4),
  indentSeq: fc.boolean(),
  lineWidth: fc.constantFrom(0, 40, 120),
  defaultStringType: fc.constantFrom('PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE'),
  collectionStyle: fc.constantFrom('any', 'flow'),
});

const word = fc.stringMatching(/^[a-z][a-z0-9]{2,12}$/);
// Autopilot refuses servers of more than 30 cores or 110Gi.
const gigabytes = fc.integer({ min: 1, max: 100 }).map((size) => `${size}Gi`);
// A home has at least 10Gi.
const homeSize = fc.integer({ min: 10, max: 100 }).map((size) => `${size}Gi`);
const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .filter((one) => !/\p{Cc}|\p{Cs}|\uFFFE|\uFFFF/u.test(one));
// Rejected keys and characters that YAML forbids have their own tests.
const anything = fc
  .jsonValue({ maxDepth: 3 })
  .filter((one) => !/"(__proto__|constructor|prototype|<<|secretRef)"|\\\\|[^ -~]/.test(JSON.stringify(one)))
  // Without quotes these mean something else to helm, which is a finding (test/contract/helm/scalars.test.ts).
  .filter((one) => !/"([yn]|yes|no|on|off|[-+.0-9][^"]*)"/i.test(JSON.stringify(one)));
const profile = fc.record(
  {
    name: word,
    displayName: text,
    description: text,
    cpu: fc.oneof(fc.integer({ min: 1, max: 29 }), fc.constant('500m')),
    memory: gigabytes,
    groups: fc.uniqueArray(word, { minLength: 1, maxLength: 3 }),
    env: fc.dictionary(word, text, { maxKeys: 3, noNullPrototype: true }),
    startTimeout: fc.integer({ min: 1, max: 60 }).map((minutes) => `${minutes}m`),
  },
  { requiredKeys: ['name'] },
);
const config = fc.record(
  {
    access: fc.record({ domain: word.map((name) => `${name}.acme.dev`) }),
    storage: fc.record({ home: fc.record({ size: homeSize, diskType: fc.constantFrom('pd-ssd', 'pd-balanced') }) }),
    profiles: fc.uniqueArray(profile, { minLength: 1, maxLength: 4, selector: ({ name }) => name }),
    culling: fc.record({ idle: fc.constantFrom('30m', '2h') }),
    limits: fc.record({ servers: fc.integer({ min: 1, max: 500 }) }),
    hub: fc.record({ values: fc.record({ custom: fc.dictionary(word, anything, { noNullPrototype: true }) }) }),
  },
  { requiredKeys: [] },
);

describe('parsing, printing and parsing again keeps the result', () => {
  test('of each valid fixture', () => {
    for (const name of readdirSync(VALID).filter((file) => /^(hub|people)-.*\.yaml$/.test(file))) {
      const written = readFileSync(join(VALID, name), 'utf8');
      const printed = parseDocument(written).toString({ lineWidth: 0 });
      if (name.startsWith('people-')) {
        const people = (from: string) => loadUsers([{ path: 'users.yaml', text: from }]).principals.map(withoutPlace);
        expect([name, people(printed)]).toEqual([name, people(written)]);
      } else {
        expect(load(written).config).toBeDefined();
        expect([name, load(printed).config]).toEqual([name, load(written).config]);
      }
    }
  });

  test('of generated configurations in every YAML style', () => {
    fc.assert(
      fc.property(config, styles, styles, (value, first, second) => {
        const print = (style: typeof first): string => stringify({ ...(parse(SIX) as object), ...value }, style);
        const [one, other] = [load(print(first)), load(print(second))];
        expect(one.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(other.config).toEqual(one.config);
        const again = parseDocument(print(first)).toString();
        expect(load(again).config).toEqual(one.config);
        expect(load(again).tree?.value).toEqual(one.tree?.value);
      }),
      { numRuns: 150 },
    );
  });

  test('of generated users files', () => {
    const person = fc.record(
      {
        email: word.map((name) => `${name}@acme.dev`),
        admin: fc.boolean(),
        groups: fc.uniqueArray(word, { maxLength: 3 }),
        note: text,
      },
      { requiredKeys: ['email'] },
    );
    const people = fc.uniqueArray(person, { minLength: 1, maxLength: 20, selector: ({ email }) => email });
    fc.assert(
      fc.property(people, styles, (users, style) => {
        const loaded = loadUsers([{ path: 'users.yaml', text: stringify({ users }, style) }]);
        expect(loaded.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(loaded.principals.map(({ name }) => name).sort()).toEqual(users.map(({ email }) => email).sort());
      }),
      { numRuns: 100 },
    );
  });
});

function withoutPlace<T extends { readonly location: unknown }>({ location: _location, ...rest }: T): unknown {
  return JSON.parse(JSON.stringify(rest, (key, value) => (key === 'location' ? undefined : value)));
}
