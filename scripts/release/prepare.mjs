// npm run release -- prepare: everything of a release that is written into the tree.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectOf } from '../project-names.mjs';
import { withRelease } from './changelog.mjs';
import { parseVersion } from './version.mjs';

const REPOSITORY = /^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\/[A-Za-z0-9._-]+$/;

/** Writes a version, and a repository where one is given; gives what is left to do. */
export function prepareRelease({ root, version, repository, today }) {
  if (parseVersion(version) === undefined)
    throw new Error(`"${version}" is not a version such as 1.2.3 or 1.2.3-rc.1.`);
  if (repository !== undefined && !REPOSITORY.test(repository))
    throw new Error(`"${repository}" is not a repository such as acme/jupyterhub-gke.`);
  const slug = repository ?? projectOf(root).repository;
  edit(root, 'CHANGELOG.md', (text) => withRelease(text, { version, date: today, repository: slug }));
  edit(root, 'package.json', (text) =>
    text
      .replace(/^( {2}"version": ")[^"]*/m, `$1${version}`)
      .replace(/^( {4}"url": "git\+https:\/\/github\.com\/)[^"]*/m, `$1${slug}.git`),
  );
  edit(root, 'package-lock.json', (text) => text.replace(/^((?: {2}){1,3}"version": ")[^"]*/gm, onlyFirst(2, version)));
  execFileSync(process.execPath, [join(root, 'scripts/generate.mjs')], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return [
    `Version ${version} of ${slug} is written. Left to do:`,
    '  git commit --all --message "release: prepare"',
    '  npm run bundle && git commit --all --message "dist: build"',
    `  git tag v${version}, and push both: the tag starts .github/workflows/release.yml`,
  ].join('\n');
}

/** npm writes the version of a project twice at the head of its lock file; what follows are those of the packages. */
function onlyFirst(times, version) {
  let seen = 0;
  return (whole, before) => {
    seen += 1;
    return seen <= times ? `${before}${version}` : whole;
  };
}

function edit(root, path, change) {
  writeFileSync(join(root, path), change(readFileSync(join(root, path), 'utf8')));
}
