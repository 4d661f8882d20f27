import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { repoPath } from '../../../sandbox/src/paths.js';

const tracked = (...patterns: string[]): string[] =>
  execFileSync('git', ['ls-files', '--', ...patterns], { cwd: repoPath(), encoding: 'utf8' })
    .trim()
    .split('\n');
const read = (path: string): string => readFileSync(repoPath(path), 'utf8');

/** Anchors that GitHub gives the headings of a page. */
function anchorsOf(markdown: string): Set<string> {
  const anchors = new Set<string>();
  for (const [, heading = ''] of withoutFences(markdown).matchAll(/^#{1,6} +(.+)$/gm)) {
    const slug = heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
      .replaceAll(' ', '-');
    let [anchor, count] = [slug, 0];
    while (anchors.has(anchor)) anchor = `${slug}-${++count}`;
    anchors.add(anchor);
  }
  return anchors;
}

function withoutFences(markdown: string): string {
  return markdown.replace(/^( *)```.*?^\1```$/gms, '');
}

/** Targets of the links and images of a page, without what is shown as code. */
function targetsOf(markdown: string): string[] {
  const prose = withoutFences(markdown).replace(/`[^`]*`/g, 'code');
  return [...prose.matchAll(/\]\(([^)\s]+)\)|\b(?:src|srcset|href)="([^"]+)"/g)].map(
    ([, link, attribute]) => link ?? attribute ?? '',
  );
}

/** Path and anchor below the repository, or undefined for a page of somebody else. */
function localTarget(from: string, target: string): { path: string; anchor: string } | undefined {
  // A page that init writes elsewhere links to this repository by its address.
  const own = /^https:\/\/github\.com\/(?:[\w-]+\/jupyterhub-gke|\{\{[^}]*\}\})\/blob\/[^/]+\/(.*)$/.exec(target)?.[1];
  if (own === undefined && /^[a-z]+:/.test(target)) return undefined;
  const [path = '', anchor = ''] = (own ?? target).split('#');
  if (own !== undefined) return { path, anchor };
  return { path: path === '' ? from : normalize(join(dirname(from), path)), anchor };
}

function broken(from: string, target: string): boolean {
  const local = localTarget(from, target);
  if (local === undefined) return false;
  if (!existsSync(repoPath(local.path))) return true;
  return local.anchor !== '' && !anchorsOf(read(local.path)).has(local.anchor);
}

describe('a link', () => {
  const pages = tracked('*.md');
  test.each(pages)('in %s leads to a file and heading that exist', (page) => {
    expect(targetsOf(read(page)).filter((target) => broken(page, target))).toEqual([]);
  });

  test('that a message, a schema or an action names leads to a page that exists', () => {
    const files = tracked('src/*.ts', 'schemas/*.json', 'action.yml', 'actions/*.yml', 'templates/*', 'helm/*');
    const named = files.flatMap((file) =>
      [...read(file).matchAll(/\bdocs\/[\w/-]+\.md(?:#[\w-]+)?/g)].map(([target]) => ({ file, target })),
    );
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter(({ target }) => broken('README.md', target))).toEqual([]);
  });
});

describe('the link check', () => {
  test('finds a missing file and a missing heading, and skips other sites and code', () => {
    const page = '[a](docs/none.md) [b](README.md#none) [c](#start) [d](https://acme.dev/x) `[e](none)`';
    expect(targetsOf(page).filter((target) => broken('README.md', target))).toEqual(['docs/none.md', 'README.md#none']);
  });

  test('forms anchors as GitHub does', () => {
    expect([...anchorsOf('# A `b` & c\n## Twice\n## Twice\n```\n# not one\n```\n')]).toEqual([
      'a-b--c',
      'twice',
      'twice-1',
    ]);
  });
});
