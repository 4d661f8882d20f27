// What the tree says of its own version and its own repository. package.json is the one place where both are written; the
// rest follows by `npm run generate`: the constants of src/versions.ts, and every reference in docs, examples and workflows.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Files whose references to this repository follow package.json. */
const FILES = ['*.md', 'docs', 'examples', '.github', 'actions'];
/** What comes before `owner/jupyterhub-gke` where it means the repository, and not a folder of that name. */
const BEFORE = String.raw`(?<=^|[\s'"(\x60]|github:|github\.com/|githubusercontent\.com/)`;
const OWNER = '[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?';

/**
 * What package.json says: the version, the repository as `owner/name`, and the tag that moves with each release that asks
 * for no change of a workflow, such as `v1`. Before 1.0.0 that is a promise of none, but the tag is called alike.
 */
export function projectOf(root) {
  const { version, repository } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const slug = /^git\+https:\/\/github\.com\/([^/]+\/[^/]+)\.git$/.exec(repository?.url)?.[1];
  if (slug === undefined) throw new Error('package.json: repository.url is not git+https://github.com/OWNER/NAME.git');
  const [owner, name] = slug.split('/');
  return { version, repository: slug, owner, name, ref: `v${version.split('.')[0]}` };
}

/** Text of each file that names the version or the repository, as package.json wants it. */
export function projectNames(root) {
  const project = projectOf(root);
  const listed = execFileSync('git', ['ls-files', '-z', '--', ...FILES], { cwd: root, encoding: 'utf8' });
  const texts = listed.split('\0').filter((path) => /\.(md|ya?ml)$|\/CODEOWNERS$/.test(path));
  const files = texts.map((path) => [path, withNames(readFileSync(join(root, path), 'utf8'), project, path)]);
  const versions = readFileSync(join(root, 'src/versions.ts'), 'utf8')
    .replace(/(VERSION = ')[^']*'/, `$1${project.version}'`)
    .replace(/(ACTION = ')[^']*'/, `$1${project.repository}@${project.ref}'`);
  return { ...Object.fromEntries(files), 'src/versions.ts': versions };
}

/** A text with its references to this repository, its moving tag and its version renewed. */
export function withNames(text, { version, repository, owner, name, ref }, path = '') {
  const own = new RegExp(`${BEFORE}${OWNER}/${name}(?![\\w-])`, 'gm');
  const here = repository.replaceAll('.', '\\.');
  const named = text
    .replace(own, repository)
    // uses: owner/name/actions/plan@v1
    .replace(new RegExp(`(${here}(?:/actions/[\\w<>-]+)?@)v\\d+(?:\\.\\d+)*(?![\\w.-])`, 'g'), `$1${ref}`)
    .replace(
      new RegExp(`(github\\.com/${here}/(?:blob|tree)/|githubusercontent\\.com/${here}/)v\\d+(?=/)`, 'g'),
      `$1${ref}`,
    )
    // pre-commit takes a full version only.
    .replace(new RegExp(`(repo: https://github\\.com/${here}\\n\\s+rev: )v[\\d.]+`, 'g'), `$1v${version}`);
  // Only the placeholder: who owns code is for the owner of the repository to say, and may be a team.
  return path.endsWith('CODEOWNERS') ? named.replaceAll(/@OWNER(?![\w-])/g, `@${owner}`) : named;
}
