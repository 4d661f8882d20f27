import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { makeTempFolder } from '../../../src/system/temp-folder.js';

let parent: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'parent-'));
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

/** Id of a process that has ended. */
const dead = (): number => spawnSync(process.execPath, ['-e', '']).pid;

/** A folder with a token as a run leaves it that was killed, with other parts of the name. */
async function left(change: (name: string) => string): Promise<string> {
  const made = await makeTempFolder(parent);
  made.remove();
  const path = join(parent, change(basename(made.path)));
  mkdirSync(path, { mode: 0o700 });
  writeFileSync(join(path, 'kubeconfig'), 'ya29.token');
  return path;
}
const ofPid =
  (pid: number) =>
  (name: string): string =>
    name.replace(/-\d+-/, `-${pid}-`);

describe('the temp folder of a run', () => {
  test('is private, and gone when it is removed', async () => {
    const { path, remove } = await makeTempFolder(parent);
    expect(statSync(path).mode & 0o777).toBe(0o700);
    remove();
    expect(existsSync(path)).toBe(false);
  });

  test('of a run that was killed goes with the next one', async () => {
    const paths = [await left(ofPid(dead())), await left(ofPid(dead()))];
    (await makeTempFolder(parent)).remove();
    expect(paths.map(existsSync)).toEqual([false, false]);
  });

  test('of a run before ours that had our process id goes, too', async () => {
    const path = await left((name) => name);
    (await makeTempFolder(parent)).remove();
    expect(existsSync(path)).toBe(false);
  });

  test('of a run that goes on stays, of this process and of others', async () => {
    const other = await left(ofPid(process.ppid));
    const mine = await makeTempFolder(parent);
    const second = await makeTempFolder(parent);
    expect([other, mine.path, second.path].map(existsSync)).toEqual([true, true, true]);
    mine.remove();
    second.remove();
  });

  test('of another machine or container stays, and so does what only looks alike', async () => {
    const pid = dead();
    const kept = [
      await left((name) => ofPid(pid)(name).replace(/-[0-9a-f]{8}-/, '-00000000-')),
      await left((name) => `${ofPid(pid)(name)}x`),
      await left(() => `jupyterhub-gke-e2e-${pid}`),
      await left(() => 'jupyterhub-gke-abcdef'),
    ];
    (await makeTempFolder(parent)).remove();
    expect(kept.map(existsSync)).toEqual(kept.map(() => true));
  });

  test('is not followed where it is a link, or a file', async () => {
    const target = join(parent, 'target');
    mkdirSync(target);
    writeFileSync(join(target, 'file'), 'x');
    const made = await left(ofPid(dead()));
    rmSync(made, { recursive: true });
    symlinkSync(target, made);
    const file = await left(ofPid(dead()));
    rmSync(file, { recursive: true, force: true });
    writeFileSync(file, 'x');
    (await makeTempFolder(parent)).remove();
    expect([existsSync(join(target, 'file')), existsSync(made), existsSync(file)]).toEqual([true, true, true]);
  });

  test('cannot be made where the parent is missing, and says so', async () => {
    await expect(makeTempFolder(join(parent, 'missing'))).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
