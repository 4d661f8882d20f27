import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { GFE_RANGES } from '../../sandbox/src/facts.js';
import { repoRoot } from '../../sandbox/src/paths.js';
import { accessSteps } from '../support/e2e/access-steps.js';
import { type HubEnvironment, startHubEnvironment } from '../support/e2e/hub-environment.js';
import { setUpAsBefore } from '../support/old-setup.js';

/** The last version before issue 13: another layout of terraform/, other names of objects in the cluster. */
const BEFORE = '9c7c6cc97f95ebdfe2efd66e9d05fb9e6eacd1a0';
/** What that version needs to run. */
const PACKAGE = ['dist', 'helm', 'schemas', 'templates', 'terraform', 'package.json'];
const USERS = `users:
  - {email: ada@acme.dev, admin: true, groups: [ml]}
  - grace@acme.dev
  - {email: guest@acme.dev, until: 2099-12-31}
googleGroups: [{email: all@acme.dev}]
`;
const CONFIG = `approval: none
profiles:
  - {name: small}
  - {name: large, groups: [ml]}
`;

const before = checkOut(BEFORE);
let environment: HubEnvironment;
const { enter, until } = accessSteps(() => environment);

/** A folder with the package as it was at a commit; undefined where the history of this clone lacks it. */
function checkOut(commit: string): string | undefined {
  const git = (...args: string[]): Buffer => execFileSync('git', args, { cwd: repoRoot, maxBuffer: 2 ** 28 });
  try {
    git('cat-file', '-e', `${commit}^{commit}`);
  } catch {
    return undefined;
  }
  const folder = mkdtempSync(join(tmpdir(), 'jupyterhub-gke-before-'));
  execFileSync('tar', ['-x', '-C', folder], { input: git('archive', commit, ...PACKAGE) });
  return folder;
}

beforeAll(async () => {
  if (before === undefined) return;
  environment = await startHubEnvironment();
  await setUpAsBefore(environment.sandbox.emulator, 'acme-research', 'research');
  environment.write('users.yaml', USERS);
  environment.write('jupyterhub.yaml', `${environment.read('jupyterhub.yaml')}${CONFIG}`);
  const { code, text } = await environment.gke('apply', 'apply', {
    program: join(before, 'dist/index.js'),
    // That version calls the variable so.
    env: { JUPYTERHUB_GKE_FRONT_ENDS: GFE_RANGES },
  });
  expect([code, code === 0 ? '' : text]).toEqual([0, '']);
}, 400_000);
afterAll(async () => {
  await environment?.stop();
  if (before !== undefined) rmSync(before, { recursive: true, force: true });
});

test('a hub of the previous version is upgraded: nothing is deleted, and nobody gains or loses access', async () => {
  if (before === undefined) {
    return console.log(`SKIPPED upgrade from ${BEFORE.slice(0, 7)}: the history of this clone does not reach that far`);
  }
  const { journal } = environment.sandbox.emulator;
  const deleted = (): string[] => journal.filter(({ method }) => method === 'DELETE').map(({ path }) => path);
  const writtenPolicies = (): number => journal.filter(({ path }) => path.includes(':setIamPolicy')).length;
  const atFirst = { deleted: deleted(), writtenPolicies: writtenPolicies() };
  await until('ada@acme.dev', 200);

  const planned = await environment.gke('plan', 'plan --json');
  expect([planned.code, planned.code === 0 ? '' : planned.text]).toEqual([0, '']);
  const { changes } = JSON.parse(planned.stdout) as { changes: { scope: string; action: string; address: string }[] };
  const people = ['access', 'iap'];
  expect(changes.filter(({ scope }) => people.includes(scope))).toEqual([]);
  expect(changes.filter(({ action, scope }) => scope === 'terraform' && action !== 'update')).toEqual([]);

  const applied = await environment.gke('apply', 'apply');
  expect([applied.code, applied.code === 0 ? '' : applied.text]).toEqual([0, '']);
  expect({ deleted: deleted(), writtenPolicies: writtenPolicies() }).toEqual(atFirst);
  for (const email of ['ada@acme.dev', 'grace@acme.dev', 'guest@acme.dev']) await until(email, 200);
  expect((await enter('stranger@acme.dev')).status).toBe(403);

  const again = await environment.gke('plan', 'plan --json');
  expect((JSON.parse(again.stdout) as { changes: object[] }).changes).toEqual([]);
}, 400_000);
