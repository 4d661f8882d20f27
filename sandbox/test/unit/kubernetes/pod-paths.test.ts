import { expect, test } from '@jest/globals';
import { cleanMountPath, cleanSubPath, ownFolder, PodPaths } from '../../../src/kubernetes/pod-paths.js';

const paths = new PodPaths([
  ['/home/jovyan', '/s/home'],
  ['/home/jovyan/data', '/s/data'],
  ['/etc/a+b', '/s/etc'],
  ['/home/jovyan/repo', '/home/jovyan/repo'],
]);

test('the longest mount path wins, and paths that only share a prefix stay unchanged', () => {
  expect(paths.translate('/home/jovyan/x')).toBe('/s/home/x');
  expect(paths.translate('/home/jovyan/data/x')).toBe('/s/data/x');
  expect(paths.translate('/home/jovyan2/x')).toBe('/home/jovyan2/x');
  expect(paths.translate('/home/jovyan/repo/x')).toBe('/home/jovyan/repo/x');
});

test('paths inside arguments are mapped too, but not parts of other paths', () => {
  expect(paths.rewrite('--config=/home/jovyan/a.py')).toBe('--config=/s/home/a.py');
  expect(paths.rewrite('/usr/bin:/home/jovyan:/etc/a+b/c')).toBe('/usr/bin:/s/home:/s/etc/c');
  expect(paths.rewrite('/srv/home/jovyan /home/jovyan-x http://h/home/jovyan')).toBe(
    '/srv/home/jovyan /home/jovyan-x http://h/home/jovyan',
  );
  expect(paths.rewrite('/home/jovyan/repo/bin')).toBe('/home/jovyan/repo/bin');
});

test('mount paths and sub paths cannot contain ..', () => {
  expect(cleanMountPath('/a//b/')).toBe('/a/b');
  for (const bad of ['a', '/', '/a/../b', '']) expect(() => cleanMountPath(bad)).toThrow('not an absolute path');
  expect(cleanSubPath('a/./b')).toBe('a/b');
  for (const bad of ['/a', '../a', 'a/../../b']) expect(() => cleanSubPath(bad)).toThrow('leads out');
});

test('a folder is the container’s own only where it is no general one', () => {
  expect(ownFolder('/usr/local/etc/jupyterhub/x.py')).toBe('/usr/local/etc/jupyterhub');
  expect(ownFolder('/etc/passwd')).toBeUndefined();
  expect(ownFolder('/x')).toBeUndefined();
});
