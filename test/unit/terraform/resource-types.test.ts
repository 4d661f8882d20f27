import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { guardData } from '../../../src/change/guard.js';
import { importBlocks } from '../../../src/terraform/adopt.js';
import { type PlanJson, planChanges } from '../../../src/terraform/plan.js';
import { RESOURCE_TYPES } from '../../../src/terraform/resource-types.js';

const ROOTS = ['platform', 'hub'];

/** Resource types of a folder and of the modules that it calls, and modules whose files are not here. */
function declaredIn(folder: string): { types: Set<string>; unseen: string[] } {
  const types = new Set<string>();
  const unseen: string[] = [];
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.tf'))) {
    const text = readFileSync(join(folder, file), 'utf8');
    for (const [, type = ''] of text.matchAll(/^\s*resource\s+"?([\w-]+)/gm)) types.add(type);
    for (const [, name = '', body = ''] of text.matchAll(/^\s*module\s+"?([\w-]+)"?\s*\{(.*?)^\}/gms)) {
      const path = join(folder, /^\s*source\s*=\s*"(\.[^"]*)"/m.exec(body)?.[1] ?? 'not-a-folder');
      const inside = existsSync(path) ? declaredIn(path) : { types: [], unseen: [`module.${name} in ${file}`] };
      for (const type of inside.types) types.add(type);
      unseen.push(...inside.unseen);
    }
  }
  return { types, unseen };
}

/** What is in a folder and in no table. */
function unlisted(folder: string): string[] {
  const { types, unseen } = declaredIn(folder);
  return [...unseen, ...[...types].filter((type) => !Object.hasOwn(RESOURCE_TYPES, type))];
}

describe('the table of resource types', () => {
  test('lists every type of every root and module in terraform/, and no other', () => {
    expect(ROOTS.flatMap((root) => unlisted(join('terraform', root)))).toEqual([]);
    const used = new Set(ROOTS.flatMap((root) => [...declaredIn(join('terraform', root)).types]));
    expect(Object.keys(RESOURCE_TYPES).sort()).toEqual([...used].sort());
    expect(
      readdirSync('terraform', { withFileTypes: true })
        .flatMap((entry) => (entry.isDirectory() ? entry.name : []))
        .sort(),
    ).toEqual([...ROOTS].sort());
  });

  describe('in a changed copy of a root', () => {
    let dir: string;
    beforeEach(() => {
      dir = mkdtempSync(join(tmpdir(), 'resource-types-'));
      cpSync('terraform/hub', join(dir, 'hub'), { recursive: true });
      cpSync('terraform/hub', join(dir, 'share'), { recursive: true });
    });
    afterEach(() => rmSync(dir, { recursive: true, force: true }));
    const add = (folder: string, text: string): void => writeFileSync(join(dir, folder, 'more.tf'), text);

    test('misses a type that was added to the root', () => {
      add('hub', 'resource "google_filestore_instance" "homes" {\n  name = "homes"\n}\n');
      expect(unlisted(join(dir, 'hub'))).toEqual(['google_filestore_instance']);
    });

    test('misses a type that was added to a module of the root', () => {
      add('hub', 'module "share" {\n  source = "../share"\n}\n');
      expect(unlisted(join(dir, 'hub'))).toEqual([]);
      add('share', 'resource google_storage_bucket home {}\n');
      expect(unlisted(join(dir, 'hub'))).toEqual(['google_storage_bucket']);
    });

    test('misses a module whose types cannot be seen', () => {
      add('hub', 'module "network" {\n  source  = "terraform-google-modules/network/google"\n  version = "1.0.0"\n}\n');
      expect(unlisted(join(dir, 'hub'))).toEqual(['module.network in more.tf']);
    });
  });
});

function deletion(type: string, actions = ['delete']): PlanJson {
  const change = { actions, before: { name: 'homes' }, after: null };
  return { resource_changes: [{ address: `${type}.homes`, type, mode: 'managed', change }] };
}

describe('a resource type that no table lists', () => {
  test.each(['google_filestore_instance', 'acme_never_heard_of', 'constructor'])(
    'is not deleted, replaced or forgotten without an acknowledgement: %s',
    (type) => {
      for (const actions of [['delete'], ['delete', 'create'], ['create', 'delete'], ['forget']]) {
        const changes = planChanges(deletion(type, actions));
        const address = `${type}.homes`;
        expect(() => guardData({ hub: 'research', changes })).toThrow(
          `would destroy what people depend on: ${address}`,
        );
        expect(() => guardData({ hub: 'research', changes }, new Set([`${type}.other`]))).toThrow(address);
        expect(() => guardData({ hub: 'research', changes }, new Set([address]))).not.toThrow();
      }
    },
  );

  test('shows no attribute and cannot be adopted', () => {
    const change = deletion('google_filestore_instance', ['create']);
    const [shown] = planChanges(change);
    expect(shown?.attributes).toBeUndefined();
    expect(shown?.holdsData).toBe(true);
    expect(importBlocks(change, ['google_filestore_instance.homes'])).toBeUndefined();
  });
});

test('only five harmless types are deleted without an acknowledgement', () => {
  const passes = (type: string): boolean => {
    try {
      guardData({ hub: 'research', changes: planChanges(deletion(type)) });
      return true;
    } catch {
      return false;
    }
  };
  expect(Object.keys(RESOURCE_TYPES).filter(passes).sort()).toEqual([
    'google_compute_router',
    'google_compute_router_nat',
    'google_project_iam_member',
    'google_project_service',
    'google_service_account',
  ]);
});
