import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { listedPeople, loadUsers, type Principal } from '../../../../src/access/users/load.js';
import type { Diagnostic } from '../../../../src/config/diagnostic.js';
import { readContext } from '../../../../src/github/runner/context.js';
import { checkInput } from '../../../../src/stages/input/read.js';
import { loadText } from '../../../support/config.js';

const ROOT = join(process.cwd(), 'test/fixtures/config');
const NOW = new Date('2026-11-24T12:00:00Z');

interface Outcome {
  readonly sound: boolean;
  readonly json: unknown;
}

/** `hub-*` are configurations, `people-*` users files: one file each, with the result in the .json beside it. */
function loadFile(folder: string, name: string): Outcome {
  const text = readFileSync(join(ROOT, folder, name), 'utf8');
  if (name.startsWith('people-')) {
    const path = name.endsWith('.csv') ? 'users.csv' : 'users.yaml';
    const { principals, diagnostics } = loadUsers([{ path, text }], NOW);
    return outcome(diagnostics, { people: peopleOf(principals), diagnostics });
  }
  const { config, diagnostics } = loadText({ path: 'jupyterhub.yaml', text }, '/repository');
  expect(config === undefined).toBe(diagnostics.some(({ severity }) => severity === 'error'));
  return outcome(diagnostics, { config, diagnostics });
}

/** `repository-*` are folders: several files that name each other, the findings of `validate` in expected.json. */
async function loadRepository(folder: string, name: string): Promise<Outcome> {
  const cwd = join(ROOT, folder, name);
  const entries = readdirSync(cwd);
  // Several hubs of one repository have a folder each. The one that is checked is called `this`.
  const configPath = entries.includes('hubs') ? 'hubs/this/jupyterhub.yaml' : 'jupyterhub.yaml';
  const env = entries.includes('event.json')
    ? { GITHUB_ACTIONS: 'true', GITHUB_EVENT_PATH: join(cwd, 'event.json') }
    : {};
  const { diagnostics, input } = await checkInput(
    { configPath, cwd, github: readContext(env), now: new Date() },
    // Code is compiled with the Python of this machine.
    { compileIn: { PATH: process.env.PATH } },
  );
  expect(input === undefined).toBe(diagnostics.some(({ severity }) => severity === 'error'));
  return outcome(diagnostics, { people: peopleOf(input?.principals ?? []), diagnostics });
}

/** Listed people as an expectation shows them. */
function peopleOf(principals: readonly Principal[]): unknown {
  return listedPeople(principals).map(({ name: email, admin, until, location }) => ({
    email,
    admin,
    until,
    source: `${location.file}:${location.line}`,
  }));
}

function outcome(diagnostics: readonly Diagnostic[], whole: unknown): Outcome {
  const sound = diagnostics.every(({ severity }) => severity !== 'error');
  return { sound, json: sound ? whole : diagnostics };
}

for (const folder of ['invalid', 'valid']) {
  describe(`${folder} files`, () => {
    for (const entry of readdirSync(join(ROOT, folder), { withFileTypes: true })) {
      const { name } = entry;
      if (name.endsWith('.json')) continue;
      test(name, async () => {
        const { sound, json } = entry.isDirectory() ? await loadRepository(folder, name) : loadFile(folder, name);
        const expected = entry.isDirectory()
          ? join(ROOT, folder, name, 'expected.json')
          : join(ROOT, folder, name.replace(/\.(yaml|csv)$/, '.json'));
        // Review the changed expectations before committing them.
        if (process.env.WRITE_FIXTURES === '1') writeFileSync(expected, `${JSON.stringify(json, null, 2)}\n`);
        expect(sound).toBe(folder === 'valid');
        expect(JSON.parse(JSON.stringify(json))).toEqual(JSON.parse(readFileSync(expected, 'utf8')));
      });
    }
  });
}
