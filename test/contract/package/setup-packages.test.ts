import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { repoPath } from '../../../sandbox/src/paths.js';

interface Package {
  readonly version: string;
  readonly integrity?: string;
  readonly optional?: boolean;
}
type Packages = Record<string, Package>;

const JEST = { 'node_modules/jest': { version: '30.5.2', integrity: 'sha512-abc' } };
const OTHER_PLATFORM = { 'node_modules/@biomejs/cli-aix': { version: '2.6.8', optional: true } };
let dir = '';
let checkout = '';

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'setup-packages-'));
  checkout = join(dir, 'checkout');
  for (const folder of ['checkout/scripts', 'checkout/node_modules', 'bin'])
    mkdirSync(join(dir, folder), { recursive: true });
  copyFileSync(repoPath('scripts/setup.mjs'), join(checkout, 'scripts/setup.mjs'));
  // Like the real npm, it empties the folder that node_modules is or links to.
  writeFileSync(join(dir, 'bin/npm'), `#!/bin/sh\necho "$@" > ${dir}/called\nrm -rf ${checkout}/node_modules/*\n`);
  chmodSync(join(dir, 'bin/npm'), 0o755);
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const lock = (packages: Packages, name = 'package-lock.json'): void =>
  writeFileSync(
    join(checkout, name),
    JSON.stringify({ lockfileVersion: 3, packages: { '': { version: '0.1.0' }, ...packages } }),
  );
function installed(packages: Packages): void {
  lock(packages, 'node_modules/.package-lock.json');
  mkdirSync(join(checkout, 'node_modules/jest'));
}

/** Runs the setup of the checkout. Returns whether npm was called, the exit code and the output. */
function setUp(): { readonly npm: boolean; readonly code: number | null; readonly output: string } {
  const text = "import('./scripts/setup.mjs').then(({ installPackages }) => installPackages())";
  const env = { ...process.env, PATH: `${join(dir, 'bin')}:/bin:/usr/bin` };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', text], { cwd: checkout, env });
  return { npm: existsSync(join(dir, 'called')), code: status, output: `${stdout}${stderr}` };
}

describe('npm packages are', () => {
  test('left alone if npm has installed the lock file, whatever the file times are', () => {
    installed(JEST);
    lock({ ...JEST, ...OTHER_PLATFORM });
    const later = new Date(Date.now() + 60_000);
    utimesSync(join(checkout, 'package-lock.json'), later, later);
    expect(setUp()).toEqual({ npm: false, code: 0, output: '' });
  });

  test.each<[string, Packages, Packages]>([
    ['one of the lock file is missing', { ...JEST, 'node_modules/ws': { version: '8.23.0' } }, JEST],
    ['one has another version', { 'node_modules/jest': { version: '30.5.3' } }, JEST],
    ['one has other content', { 'node_modules/jest': { version: '30.5.2', integrity: 'sha512-abd' } }, JEST],
    ['one is no longer in the lock file', JEST, { ...JEST, 'node_modules/ws': { version: '8.23.0' } }],
    [
      'an optional one has another version',
      { ...JEST, ...OTHER_PLATFORM },
      { ...JEST, 'node_modules/@biomejs/cli-aix': { version: '2.6.7' } },
    ],
  ])('installed if %s', (_, locked, there) => {
    installed(there);
    lock(locked);
    const earlier = new Date(Date.now() - 60_000);
    utimesSync(join(checkout, 'package-lock.json'), earlier, earlier);
    expect(setUp()).toMatchObject({ npm: true, code: 0 });
  });

  test("installed if there are none, and if npm's own record of them is truncated", () => {
    lock(JEST);
    expect(setUp()).toMatchObject({ npm: true, code: 0 });
    rmSync(join(dir, 'called'));
    writeFileSync(join(checkout, 'node_modules/.package-lock.json'), '{"packages": {"node_mod');
    expect(setUp()).toMatchObject({ npm: true, code: 0 });
  });

  describe('of a node_modules that is a link', () => {
    const linked = (name: string): string => join(dir, 'linked', name);
    beforeEach(() => {
      installed(JEST);
      renameSync(join(checkout, 'node_modules'), join(dir, 'linked'));
      symlinkSync(join(dir, 'linked'), join(checkout, 'node_modules'));
    });

    test('used if they are the right ones', () => {
      lock(JEST);
      expect(setUp()).toEqual({ npm: false, code: 0, output: '' });
    });

    test('never installed, because that would empty the folder of another checkout', () => {
      lock({ 'node_modules/jest': { version: '31.0.0' } });
      const { npm, code, output } = setUp();
      expect([npm, code, existsSync(linked('jest'))]).toEqual([false, 1, true]);
      expect(output).toContain(`${join(checkout, 'node_modules')} is a symbolic link`);
      expect(output).toContain('Remove the link ("rm node_modules") and run again.');
    });

    test('never installed if the link is dangling', () => {
      lock(JEST);
      rmSync(join(dir, 'linked'), { recursive: true });
      expect(setUp()).toMatchObject({ npm: false, code: 1 });
    });
  });
});
