// npm run release -- check: whether the tag that a workflow runs for may become a release.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectOf } from '../project-names.mjs';
import { notesOf } from './changelog.mjs';
import { parseVersion } from './version.mjs';

/** Says what is released; throws with every reason against it. */
export function checkRelease({ root, env }) {
  const { version, repository } = projectOf(root);
  const tag = tagOf(env);
  const reasons = [
    ...(parseVersion(version) === undefined ? [`package.json: "${version}" is not a version such as 1.2.3.`] : []),
    ...(tag === `v${version}` ? [] : [`The tag is ${tag}, and package.json has version ${version}: they must agree.`]),
    ...lockReasons(root, version),
    ...notesReasons(root, version),
    ...repositoryReasons(repository, env.GITHUB_REPOSITORY),
    ...branchReasons(root, env),
  ];
  if (reasons.length > 0) throw new Error([`${tag} cannot be released.`, ...reasons].join('\n'));
  return `${tag} of ${repository} can be released.`;
}

/** Name of the tag that the workflow runs for. */
export function tagOf(env) {
  const tag = /^refs\/tags\/(.+)$/.exec(env.GITHUB_REF ?? '')?.[1];
  if (tag === undefined)
    throw new Error(`GITHUB_REF is "${env.GITHUB_REF ?? ''}", not a tag: a release is made from one.`);
  return tag;
}

function lockReasons(root, version) {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const versions = [lock.version, lock.packages?.['']?.version];
  return versions.every((one) => one === version)
    ? []
    : [`package-lock.json has version ${versions.join(' and ')}, package.json ${version}. Run "npm install".`];
}

function notesReasons(root, version) {
  try {
    notesOf(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'), version);
    return [];
  } catch (error) {
    return [error.message];
  }
}

function repositoryReasons(repository, here) {
  if (repository.toLowerCase() === here?.toLowerCase()) return [];
  return [
    `package.json names the repository ${repository}, and this is ${here}: examples and workflows would name another one. Run "npm run release -- prepare VERSION --repository ${here}".`,
  ];
}

/** What is released must have been reviewed, as everything on the default branch has; a tag can be put on any commit. */
function branchReasons(root, env) {
  const event = JSON.parse(readFileSync(env.GITHUB_EVENT_PATH, 'utf8'));
  const branch = `refs/remotes/origin/${event.repository.default_branch}`;
  const { status, stderr } = spawnSync('git', ['merge-base', '--is-ancestor', 'HEAD', branch], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status === 0) return [];
  if (status === 1) return [`The commit is not on ${event.repository.default_branch}. Merge it first, then tag it.`];
  return [`Whether the commit is on ${event.repository.default_branch} cannot be told: ${stderr.trim()}`];
}
