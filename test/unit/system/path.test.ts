import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { safePath } from '../../../src/system/path.js';

let folder = '';
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'path-test-')));
  for (const name of ['checkout/.git', 'checkout/bin', 'checkout/hubs', 'checkout-tools', 'plain/bin'])
    mkdirSync(join(folder, name), { recursive: true });
  symlinkSync(join(folder, 'checkout/bin'), join(folder, 'link'));
  symlinkSync(join(folder, 'checkout-tools'), join(folder, 'checkout/tools'));
  symlinkSync(join(folder, 'checkout'), join(folder, 'workspace'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string): string => join(folder, name);
const removedOf = (entries: readonly string[], cwd: string, workspace?: string): readonly string[] => {
  const env = { PATH: ['/usr/bin', ...entries, '/bin'].join(':'), GITHUB_WORKSPACE: workspace };
  const { path, removed } = safePath(env, cwd);
  expect(path).toBe(['/usr/bin', ...entries.filter((entry) => !removed.includes(entry)), '/bin'].join(':'));
  return removed;
};

describe('PATH has no folder in which a pull request could put a program', () => {
  test.each(['checkout/bin', 'checkout', 'checkout/not/there/yet', 'link', 'checkout/tools', 'plain/../checkout/bin'])(
    '%s',
    (name) => {
      const entry = `${folder}/${name}`;
      expect(removedOf([entry], at('checkout/hubs'))).toEqual([entry]);
      expect(removedOf([entry], '/', at('checkout'))).toEqual([entry]);
      expect(removedOf([entry], '/', at('workspace'))).toEqual([entry]);
    },
  );

  test.each(['bin', '.', '', './node_modules/.bin', '~/bin'])('relative to the working folder: "%s"', (entry) => {
    expect(removedOf([entry], at('plain'))).toEqual([entry]);
  });
});

describe('PATH keeps', () => {
  test('folders beside the checkout, and those of a folder that is no checkout', () => {
    expect(removedOf([at('checkout-tools'), at('plain/bin')], at('checkout'), at('checkout'))).toEqual([]);
    expect(removedOf([at('plain/bin')], at('plain'), '')).toEqual([]);
    expect(removedOf([at('plain/bin')], '/', '/')).toEqual([]);
  });

  test('the folders of the system if nothing else is left, since an empty PATH means the working folder', () => {
    expect(safePath({}, folder)).toEqual({ path: '/usr/bin:/bin', removed: [''] });
    expect(safePath({ PATH: at('checkout/bin') }, at('checkout')).path).toBe('/usr/bin:/bin');
  });
});
