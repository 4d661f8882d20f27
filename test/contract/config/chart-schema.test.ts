import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { parse, stringify } from 'yaml';
import { repoPath } from '../../../sandbox/src/paths.js';
// @ts-expect-error A script without types.
import { factsFile } from '../../../scripts/chart-facts.mjs';
import { PATHS_BY_TYPES } from '../../../src/config/chart/z2jh-facts.generated.js';
import { merge } from '../../../src/helm/values/values.js';
import type { Json, JsonObject } from '../../../src/json.js';
import { loadText, SIX } from '../../support/config.js';

const DATA = repoPath('..', 'shared', 'data', 'z2jh-4.4.0');
const read = (name: string): JsonObject =>
  parse(readFileSync(join(DATA, name), 'utf8'), { maxAliasCount: -1 }) as JsonObject;
/** Values of each type, none of which is right everywhere. */
const SAMPLES: readonly Json[] = ['some text', 7, 1.5, true, ['x'], { someKey: 1 }];

/** A test of the chart's schema; without it, it says that it is skipped. */
function testWithData(name: string, body: () => void): void {
  test(name, () => {
    if (!existsSync(DATA)) return console.log(`SKIPPED ${name}: ../shared/data is absent`);
    body();
  });
}

testWithData('the table of facts is what the script makes of the schema of the tested release', () => {
  const file = repoPath('src', 'config', 'chart', 'z2jh-facts.generated.ts');
  expect(readFileSync(file, 'utf8')).toBe(
    (factsFile as (...input: unknown[]) => string)(read('values.schema.yaml'), '4.4.0'),
  );
});

testWithData('validation refuses each value that the schema of the chart refuses', () => {
  const valid = new Ajv({ strict: false, logger: false }).compile(read('values.schema.yaml'));
  const defaults = read('values.yaml');
  const paths = Object.values(PATHS_BY_TYPES).flatMap((listed) => listed.split(' '));
  const silent = paths.flatMap((path) =>
    SAMPLES.filter((sample) => {
      const values = path.split('.').reduceRight<Json>((inner, step) => {
        if (step === '[]') return [inner];
        return { [step === '*' ? 'someName' : step]: inner };
      }, sample) as JsonObject;
      if (valid(merge(defaults, values))) return false;
      const text = SIX + stringify({ hub: { values } });
      const { diagnostics } = loadText({ path: 'jupyterhub.yaml', text }, '/repository');
      return !diagnostics.some(({ severity }) => severity === 'error');
    }).map((sample) => `${path}: ${JSON.stringify(sample)}`),
  );
  expect(paths.length).toBeGreaterThan(400);
  expect(silent).toEqual([]);
});
