import { relative } from 'node:path';
import { hashOf } from '../../change/canonical.js';
import type { Input } from '../../stages/input/read.js';

/** Ids that git gives to parts of a commit; undefined for what is not there. */
export type IdOf = (path: string) => Promise<string | undefined>;

/** Folders whose files decide which version of this program runs, and how. */
const MACHINERY = ['.github/workflows', '.github/actions'] as const;

/**
 * Hash of all that a hub is to be: the configuration with what it extends, its platform and every default, everybody who
 * is listed, the chart where it is of this repository, and the workflows, which name the version of this program. What
 * only looks different (comments, order, names of files) has the same one.
 * @param root folder of the repository, which paths in the state are relative to
 */
export async function desiredState({ config, principals }: Input, root: string, idOf: IdOf): Promise<string> {
  const { path, ...chart } = config.hub.chart;
  const folder = path === undefined ? undefined : relative(root, path);
  const everybody = principals
    .map(({ kind, name, admin, groups, until }) => ({
      kind,
      name,
      admin,
      groups: groups.map(({ text }) => text).sort(),
      until,
    }))
    .sort((a, b) => (`${a.kind} ${a.name}` < `${b.kind} ${b.name}` ? -1 : 1));
  return hashOf({
    config: {
      ...config,
      cost: undefined, // prices are no property of the hub
      storage: { ...config.storage, purge: config.storage.purge.map(({ email, left }) => ({ email, left })) },
      // The path by which the owner is named is no property of the platform.
      platform: { ...config.platform, from: config.platform.from !== undefined },
      hub: { ...config.hub, chart: { ...chart, content: folder === undefined ? undefined : await idOf(folder) } },
    },
    everybody,
    machinery: await Promise.all(MACHINERY.map(idOf)),
  });
}
