import { describe, expect, test } from '@jest/globals';
import { explainHelm } from '../../../../src/helm/release/errors.js';
import { ChartSchemaError } from '../../../../src/helm/release/schema-error.js';

const HEAD = "values don't meet the specifications of the schema(s) in the following chart(s):\njupyterhub:\n";

function explained(stderr: string): ChartSchemaError {
  const error = explainHelm(['template', 'research', '/chart'], { code: 1, stdout: '', stderr, timedOut: false });
  if (!(error instanceof ChartSchemaError)) throw new Error(`not an error of the schema: ${error.message}`);
  return error;
}

/** Findings as `about path: message`. */
const findings = (lines: string, head = `Error: ${HEAD}`): string[] =>
  explained(`${head}${lines}\n`).findings.map(
    ({ about, path, message }) => `${about} ${JSON.stringify(path)} ${message}`,
  );

// Printed by helm 4.3.1 for values that break the schema of chart 4.4.0; helm 3.18.5 and later print the same.
const HELM_4 = `level=INFO msg="warning: cannot overwrite table with non table for jupyterhub.hub.extraConfig (map[])"
Error: ${HEAD}- at '/singleuser': validation failed
  - at '/singleuser/storage': validation failed
    - at '/singleuser/storage/dynamic/storageAccessModes': got string, want array
    - at '/singleuser/storage/capacity': got number, want null or string
  - at '/singleuser/memory/limit': got boolean, want null or number or string
- at '/hub': validation failed
  - at '/hub/config': additional properties 'lower' not allowed
  - at '/hub/extraFiles': validation failed
    - at '/hub/extraFiles/f': 'oneOf' failed, none matched
      - at '/hub/extraFiles/f': missing property 'data'
      - at '/hub/extraFiles/f': missing property 'stringData'
      - at '/hub/extraFiles/f': missing property 'binaryData'
    - at '/hub/extraFiles/g': 'oneOf' failed, subschemas 0, 1 matched
  - at '/hub/image/pullPolicy': value must be one of <nil>, '', 'IfNotPresent', 'Always', 'Never'
  - at '/hub': additional properties 'sl/ash~', 'it\\'s', 'a"b', 'servces' not allowed
- at '/cull/timeout': got string, want null or integer
- at '': additional properties 'singelser' not allowed

`;

test('every finding of helm has its path, and names that are nearly known are guessed', () => {
  const error = explained(HELM_4);
  expect(error.chart).toBe('jupyterhub');
  expect(error.findings.map(({ about, path, message }) => `${about} ${path.join(' ')}: ${message}`)).toEqual([
    'value cull timeout: "timeout" must be a whole number or null, not text.',
    'key hub a"b: Unknown key "a"b".',
    'key hub config lower: Unknown key "lower".',
    'value hub extraFiles f: "f" fits none of the forms that the chart allows: "data" is missing; or "stringData" is missing; or "binaryData" is missing.',
    'value hub extraFiles g: "g" fits several forms, and the chart allows exactly one.',
    'value hub image pullPolicy: "pullPolicy" must be one of: null, "", "IfNotPresent", "Always", "Never".',
    'key hub it\'s: Unknown key "it\'s".',
    'key hub servces: Unknown key "servces". Did you mean "services"?',
    'key hub sl/ash~: Unknown key "sl/ash~".',
    'key singelser: Unknown key "singelser". Did you mean "singleuser"?',
    'value singleuser memory limit: "limit" must be a number or text or null, not true or false.',
    'value singleuser storage capacity: "capacity" must be text or null, not a number.',
    'value singleuser storage dynamic storageAccessModes: "storageAccessModes" must be a list, not text.',
  ]);
});

test('the message names the first ten findings', () => {
  const error = explained(HELM_4);
  expect(error.message).toContain('hub.values does not fit the chart: cull.timeout: "timeout" must be a whole number');
  expect(error.message.split('Unknown key').length - 1).toBe(6);
  expect(error.where).toBe('jupyterhub.yaml: hub.values');
});

test('helm before 3.18.5 prints dotted paths', () => {
  expect(
    findings(
      `- (root): Additional property singelser is not allowed
- hub: Additional property no pe is not allowed
- cull.timeout: Invalid type. Expected: [null,integer], given: string
- cull.enabled: Invalid type. Expected: boolean, given: string
- hub.extraVolumes.0: name is required
- hub.db.type: hub.db.type must be one of the following: "sqlite-pvc", "other"
- hub.labels.a: Does not match pattern '^[a-z]+$'
- hub.extraFiles.f: Must validate one and only one schema (oneOf)`,
      `Error: UPGRADE FAILED: ${HEAD}`,
    ),
  ).toEqual([
    'value ["cull","enabled"] "enabled" must be true or false, not text.',
    'value ["cull","timeout"] "timeout" must be a whole number or null, not text.',
    'value ["hub","db","type"] "type" must be one of: "sqlite-pvc", "other".',
    'value ["hub","extraFiles","f"] "f" does not match the schema of the chart: Must validate one and only one schema (oneOf)',
    'absent ["hub","extraVolumes",0] "name" is missing.',
    'value ["hub","labels","a"] "a" does not match the pattern of the chart: ^[a-z]+$',
    'key ["hub","no pe"] Unknown key "no pe".',
    'key ["singelser"] Unknown key "singelser". Did you mean "singleuser"?',
  ]);
});

describe('a value that fits none of several forms', () => {
  test('the types of all forms are named if none fits', () => {
    for (const failed of ["'anyOf' failed", 'anyOf failed', "'oneOf' failed, none matched"]) {
      expect(
        findings(`- at '/a': ${failed}\n  - at '/a': got number, want string\n  - at '/a': got number, want array`),
      ).toEqual(['value ["a"] "a" must be text or a list, not a number.']);
    }
  });

  test('only the form with the type of the value is explained', () => {
    expect(
      findings(`- at '/b': 'anyOf' failed
  - at '/b': got object, want string
  - at '/b': validation failed
    - at '/b/x': got string, want integer
    - at '/b': additional properties 'n\\u00f6' not allowed`),
    ).toEqual(['key ["b","nö"] Unknown key "nö".', 'value ["b","x"] "x" must be a whole number, not text.']);
  });
});

// Printed by the validator in helm 4.3.1 for a schema with one of each.
test.each([
  ["at '/a~1b~0/~01': got null, want string", 'value ["a/b~","~1"] "~1" must be text, not null.'],
  ["at '/y/0': got object, want string", 'value ["y",0] This entry must be text, not a mapping (key: value).'],
  ["at '/e': minLength: got 2, want 5", 'value ["e"] "e" must be 5 or more characters.'],
  ["at '/i': minimum: got 5, want 1,000", 'value ["i"] "i" must be 1,000 or more.'],
  ["at '/i': multipleOf: got 5, want 7", 'value ["i"] "i" must be multiples of 7.'],
  ["at '/j': items at 0 and 1 are equal", 'value ["j"] "j" has the same entry twice: number 0 and 1, counted from 0.'],
  ["at '/l': properties 'n' required, if 'm' exists", 'absent ["l"] "n" is missing, and "m" needs it.'],
  ["at '/p': false schema", 'key ["p"] "p" is not allowed here.'],
  ["at '/q': value must be 'x'", 'value ["q"] "q" must be one of: "x".'],
  ["at '/f': 'not' failed", 'value ["f"] "f" does not match the schema of the chart: \'not\' failed'],
  [
    "at '/k': invalid propertyName 'A b'\n  - at '': 'A b' does not match pattern '^[a-z]+$'",
    'key ["k","A b"] "A b" is not a valid name here.',
  ],
  [
    "at '/h': 'no \\'mail' does not match pattern '^\\\\w+$'",
    'value ["h"] "h" does not match the pattern of the chart: ^\\w+$',
  ],
  ["at '/h': 'no mail' is not valid email: missing @", 'value ["h"] "h" is not in the format "email".'],
  ["at '': missing property 'proxy'", 'absent [] "proxy" is missing.'],
])('the text of the validator is explained: %s', (line, finding) => {
  expect(findings(`- ${line}`)).toEqual([finding]);
});

test('each missing property is a finding', () => {
  expect(findings("- at '/g': missing properties 'one', 'two'")).toEqual([
    'absent ["g"] "one" is missing.',
    'absent ["g"] "two" is missing.',
  ]);
});

test('values of dependencies are found under the name of the dependency', () => {
  const error = explained(
    `Error: ${HEAD}- at '/a': got null, want string\n\npostgres:\n- at '/b': got null, want string\n`,
  );
  expect(error.findings.map(({ path }) => path)).toEqual([['a'], ['postgres', 'b']]);
});

describe('no value of a person is repeated', () => {
  test.each([
    "- at '/hub/config/X/token': 'hunter2' does not match pattern '^x$'",
    "- at '/hub/config/X/token': 'hunter2' is not valid email: missing @ in hunter2",
    "- at '/hub/config/X/token': maxLength: got 7, want 3",
    "- at '/hub/config/X/token': something new about 'hunter2'",
    '- hub.config.X.token: something new about hunter2',
  ])('no finding repeats the value in %s', (line) => {
    const { message, findings: found } = explained(`Error: ${HEAD}${line}\n`);
    expect(found).toHaveLength(1);
    expect(message).toContain('"token"');
    expect(message).not.toContain('hunter2');
    expect(JSON.stringify(found)).not.toContain('hunter2');
  });
});

test('a text that cannot be parsed is still an error of the schema', () => {
  const error = explained(`Error: ${HEAD}json-pointer in "file:///values.schema.json#/x" not found\n`);
  expect(error.findings).toEqual([]);
  expect(error.message).toContain("values don't meet the specifications");
});

test('hostile texts are explained to their end', () => {
  for (const line of [
    `- at '/${"\\'".repeat(200_000)}`,
    `- ${'a: '.repeat(200_000)}`,
    `- at '/x': additional properties ${"'a', ".repeat(50_000)}`,
    "  - at '/x': y\n".repeat(20_000),
    `- ${'(root)'.repeat(100_000)}`,
  ]) {
    explained(`Error: ${HEAD}${line}\n`);
  }
});
