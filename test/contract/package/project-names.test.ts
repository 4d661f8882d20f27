import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { repoPath } from '../../../sandbox/src/paths.js';
import { ACTION, VERSION } from '../../../src/versions.js';

interface Project {
  readonly version: string;
  readonly repository: string;
  readonly owner: string;
  readonly name: string;
  readonly ref: string;
}
const { projectOf, withNames } = (await import(repoPath('scripts/project-names.mjs'))) as {
  projectOf(root: string): Project;
  withNames(text: string, project: Project, path?: string): string;
};
const ACME: Project = {
  version: '2.3.4',
  repository: 'acme/jupyterhub-gke',
  owner: 'acme',
  name: 'jupyterhub-gke',
  ref: 'v2',
};

describe('the version', () => {
  const lock = JSON.parse(readFileSync(repoPath('package-lock.json'), 'utf8'));

  test('is the same in package.json, the lock file and the program', () => {
    const { version } = projectOf(repoPath());
    expect([VERSION, lock.version, lock.packages[''].version]).toEqual([version, version, version]);
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test('gives the tag by which workflows name the action', () => {
    const { repository, ref, version } = projectOf(repoPath());
    expect(ACTION).toBe(`${repository}@${ref}`);
    expect(version.startsWith(`${ref.slice(1)}.`)).toBe(true);
  });
});

describe('a reference to the repository follows package.json', () => {
  test.each([
    ['uses: OWNER/jupyterhub-gke@v0', 'uses: acme/jupyterhub-gke@v2'],
    [
      "uses: 'OWNER/jupyterhub-gke/actions/sync-users@v0' # ours",
      "uses: 'acme/jupyterhub-gke/actions/sync-users@v2' # ours",
    ],
    ['`OWNER/jupyterhub-gke/actions/<name>@v0`', '`acme/jupyterhub-gke/actions/<name>@v2`'],
    ['npx github:OWNER/jupyterhub-gke init', 'npx github:acme/jupyterhub-gke init'],
    [
      '(https://github.com/OWNER/jupyterhub-gke/blob/v0/docs/x.md)',
      '(https://github.com/acme/jupyterhub-gke/blob/v2/docs/x.md)',
    ],
    ['https://github.com/OWNER/jupyterhub-gke/security', 'https://github.com/acme/jupyterhub-gke/security'],
    [
      '$schema=https://raw.githubusercontent.com/other-1/jupyterhub-gke/v0/schemas/users.schema.json',
      '$schema=https://raw.githubusercontent.com/acme/jupyterhub-gke/v2/schemas/users.schema.json',
    ],
    [
      '  - repo: https://github.com/OWNER/jupyterhub-gke\n    rev: v0.1.0 # full',
      '  - repo: https://github.com/acme/jupyterhub-gke\n    rev: v2.3.4 # full',
    ],
    ["'OWNER/jupyterhub-gke/*': 'ref-pin'", "'acme/jupyterhub-gke/*': 'ref-pin'"],
  ])('%j', (before, after) => {
    expect(withNames(before, ACME)).toBe(after);
    expect(withNames(after, ACME)).toBe(after);
  });

  test.each([
    'apiVersion: jupyterhub-gke/v1',
    '~/.cache/jupyterhub-gke/node',
    '`$XDG_CACHE_HOME/jupyterhub-gke`',
    'uses: acme/jupyterhub-gke-extras@v1',
    'uses: actions/checkout@v4',
    'OWNER/NAME:PATH',
    'acme/hubs@v1',
  ])('and nothing else does: %s', (text) => {
    expect(withNames(text, ACME)).toBe(text);
  });

  test('a full tag or a commit that somebody wrote on purpose is left', () => {
    const text = `uses: acme/jupyterhub-gke@${'a'.repeat(40)} # v1.2.3\nuses: acme/jupyterhub-gke@v1.2.3-rc.1`;
    expect(withNames(text, ACME)).toBe(text);
  });

  test('the placeholder in CODEOWNERS becomes the owner, and nobody else does', () => {
    expect(withNames('* @OWNER\ndocs @OWNER-docs @ada', ACME, '.github/CODEOWNERS')).toBe(
      '* @acme\ndocs @OWNER-docs @ada',
    );
    expect(withNames('ask @OWNER', ACME, 'README.md')).toBe('ask @OWNER');
  });
});
