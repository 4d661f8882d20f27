// npm run release -- COMMAND. What .github/workflows/release.yml does with a tag, and what a maintainer does before it:
//   prepare VERSION [--repository OWNER/NAME]   writes version, CHANGELOG and every reference; then bundle, commit, tag
//   check                                       whether the tag of this run may be released
//   assets FOLDER                               the files of the release: package, SBOM, checksums
//   publish FOLDER                              the GitHub release of the tag, and the tags that move with it
import { parseArgs } from 'node:util';
import { root } from '../setup.mjs';
import { writeAssets } from './assets.mjs';
import { checkRelease } from './check.mjs';
import { prepareRelease } from './prepare.mjs';
import { publishRelease } from './publish.mjs';

const USAGE = 'npm run release -- prepare VERSION [--repository OWNER/NAME] | check | assets FOLDER | publish FOLDER';

const COMMANDS = {
  prepare: ([version], { repository }) => prepareRelease({ root, version, repository, today: today() }),
  check: () => checkRelease({ root, env: process.env }),
  assets: ([folder]) => writeAssets({ root, folder }),
  publish: ([folder]) => publishRelease({ root, folder, env: process.env, say: console.log }),
};
const WORDS = { prepare: 1, check: 0, assets: 1, publish: 1 };

const today = () => new Date().toISOString().slice(0, 10);

try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { repository: { type: 'string' } },
  });
  const [name = '', ...words] = positionals;
  if (!Object.hasOwn(COMMANDS, name) || words.length !== WORDS[name]) throw new Error(USAGE);
  const said = await COMMANDS[name](words, values);
  if (said !== undefined) console.log(said);
} catch (error) {
  const text = error.message;
  // In a workflow the reason stands on the page of the run; a line end would end the command that puts it there.
  console.error(
    process.env.GITHUB_ACTIONS === 'true' ? `::error title=release::${text.replaceAll('\n', '%0A')}` : text,
  );
  process.exitCode = 1;
}
