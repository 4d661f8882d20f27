import { parse } from 'yaml';
import { isObject } from '../../json.js';
import { run } from '../../system/exec.js';
import { openRepository } from '../../system/git.js';
import { checkoutFolder, inRepository } from '../input/repository-path.js';
import type { Session } from '../session/session.js';
import { type HubPlace, placeOf } from './base-policy.js';

/** How many commits of the file are looked at. */
const COMMITS = 30;

/**
 * Where the file said that its hub is, by the commits of this clone, newest first. It is asked only for a hub that is new as
 * far as its state says. Files that it extends are not followed. None where there is no history.
 */
export async function formerPlaces({ context, tempDir }: Session): Promise<readonly HubPlace[]> {
  const { env, signal, cwd, configPath } = context;
  try {
    const folder = await checkoutFolder(context);
    const repository = await openRepository({ run, env, tempDir, signal }, folder);
    if (repository === undefined || 'failure' in repository) return [];
    const path = inRepository(folder, cwd, configPath).split('\\').join('/');
    const commits = await repository.git(['log', `--max-count=${COMMITS}`, '--format=%H', 'HEAD', '--', path]);
    const found: HubPlace[] = [];
    for (const commit of 'text' in commits ? commits.text.split('\n').filter(Boolean) : []) {
      const file = await repository.git(['cat-file', 'blob', `${commit}:${path}`]);
      if ('text' in file) found.push(placeIn(file.text));
    }
    const known = new Set<string>();
    return found.filter((place) => known.size < known.add(JSON.stringify(place)).size);
  } catch {
    return [];
  }
}

function placeIn(text: string): HubPlace {
  try {
    const read: unknown = parse(text, { logLevel: 'error' });
    return isObject(read) ? placeOf(read) : {};
  } catch {
    return {};
  }
}
