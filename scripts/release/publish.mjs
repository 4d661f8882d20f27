// npm run release -- publish: the GitHub release of a tag. It can be run again after any failure.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectOf } from '../project-names.mjs';
import { notesOf } from './changelog.mjs';
import { tagOf } from './check.mjs';
import { githubOf } from './github.mjs';
import { isLatest, movingTags, parseVersion } from './version.mjs';

/** Publishes the release of the tag that the workflow runs for, with the files of a folder, and moves its other tags. */
export async function publishRelease({ root, folder, env, say, github = githubOf({ env }) }) {
  const { version } = projectOf(root);
  const tag = tagOf(env);
  const sha = env.GITHUB_SHA;
  const commit = await commitOf(github, tag);
  // The tag may have been moved since the files were built and signed.
  if (commit !== sha)
    throw new Error(`${tag} is at ${commit ?? 'no commit'}, and this run is for ${sha}. Nothing was published.`);
  const found = await github.get('/git/matching-refs/tags/v');
  const tags = found.map(({ ref }) => ref.replace('refs/tags/', ''));
  await publish({
    github,
    tag,
    version,
    tags,
    folder,
    notes: notesOf(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'), version),
    say,
  });
  for (const moving of movingTags(version, tags)) {
    const path = `/git/refs/tags/${moving}`;
    if (tags.includes(moving)) await github.patch(path, { sha, force: true });
    else await github.post('/git/refs', { ref: `refs/tags/${moving}`, sha });
    say(`${moving} is at ${tag}.`);
  }
}

async function publish({ github, tag, version, tags, folder, notes, say }) {
  const releases = await github.get('/releases?per_page=100');
  const same = releases.filter((one) => one.tag_name === tag);
  if (same.some((one) => !one.draft)) return say(`${tag} has been published before; it is left as it is.`);
  // What a run that failed had begun.
  for (const { id } of same) await github.delete(`/releases/${id}`);
  const prerelease = parseVersion(version).pre !== undefined;
  const draft = await github.post('/releases', { tag_name: tag, name: tag, body: notes, draft: true, prerelease });
  for (const file of readdirSync(folder).sort()) {
    await github.upload(draft.upload_url, file, readFileSync(join(folder, file)));
    say(`${file} is uploaded.`);
  }
  // Published as the last step, so that nobody sees a release without its files.
  const { html_url: url } = await github.patch(`/releases/${draft.id}`, {
    draft: false,
    make_latest: String(isLatest(version, tags)),
  });
  say(`${tag} is published: ${url}`);
}

/** Commit of a tag; an annotated one has an object of its own between them. */
async function commitOf(github, tag) {
  const ref = await github.get(`/git/ref/tags/${tag}`);
  if (ref?.object.type !== 'tag') return ref?.object.sha;
  return (await github.get(`/git/tags/${ref.object.sha}`))?.object.sha;
}
