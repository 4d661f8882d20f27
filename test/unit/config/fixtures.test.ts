import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { loadUsers } from '../../../src/access/users.js';
import { loadConfig } from '../../../src/config/load.js';

const ROOT = join(process.cwd(), 'test/fixtures/config');
const NOW = new Date('2026-11-24T12:00:00Z');

/** `hub-*` are configurations, `people-*` users files; the result is what stands in the .json file beside each. */
function load(folder: string, name: string): { readonly sound: boolean; readonly json: unknown } {
  const text = readFileSync(join(ROOT, folder, name), 'utf8');
  if (name.startsWith('people-')) {
    const { people, diagnostics } = loadUsers([{ path: 'users.yaml', text }], NOW);
    const sound = diagnostics.every(({ severity }) => severity !== 'error');
    return { sound, json: sound ? { people, diagnostics } : diagnostics };
  }
  const { config, diagnostics } = loadConfig({ path: 'jupyterhub.yaml', text }, '/repository');
  return { sound: config !== undefined, json: config === undefined ? diagnostics : { config, diagnostics } };
}

for (const folder of ['invalid', 'valid']) {
  describe(`${folder} files`, () => {
    for (const name of readdirSync(join(ROOT, folder)).filter((file) => file.endsWith('.yaml'))) {
      test(name, () => {
        const { sound, json } = load(folder, name);
        const expected = join(ROOT, folder, name.replace(/\.yaml$/, '.json'));
        // Reviewed by a person before it is committed, like every expectation.
        if (process.env.WRITE_FIXTURES === '1') writeFileSync(expected, `${JSON.stringify(json, null, 2)}\n`);
        expect(sound).toBe(folder === 'valid');
        expect(JSON.parse(JSON.stringify(json))).toEqual(JSON.parse(readFileSync(expected, 'utf8')));
      });
    }
  });
}
