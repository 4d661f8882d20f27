import { join, relative } from 'node:path';
import { hashOf } from '../../change/canonical.js';
import type { Input } from '../../stages/input/read.js';
import { PROVIDER_LOCK } from '../../terraform/provider-lock.js';

/** Git object ids of files and folders of a commit; undefined for a missing path. */
export type IdOf = (path: string) => Promise<string | undefined>;

/** Folders that decide which version of this program runs, and how. */
const WORKFLOW_FOLDERS = ['.github/workflows', '.github/actions'] as const;

/**
 * Hash of a hub's desired state: the configuration with everything that it extends, its platform and all defaults, all
 * listed principals, a chart of this repository, the checksums of the provider, and the workflows, which name the version of
 * this program. Comments, order and file names do not change it.
 * @param place root of the repository, to which paths in the state are relative, and folder of the hub's jupyterhub.yaml
 */
export async function desiredState(
  { config, principals }: Input,
  { root, folder }: { readonly root: string; readonly folder: string },
  idOf: IdOf,
): Promise<string> {
  const { path, ...chart } = config.hub.chart;
  const chartFolder = path === undefined ? undefined : relative(root, path);
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
      cost: undefined, // prices are not a property of the hub
      storage: { ...config.storage, purge: config.storage.purge.map(({ email, left }) => ({ email, left })) },
      // The path of the owning file is not a property of the platform.
      platform: { ...config.platform, from: config.platform.from !== undefined },
      hub: {
        ...config.hub,
        chart: { ...chart, content: chartFolder === undefined ? undefined : await idOf(chartFolder) },
      },
    },
    everybody,
    provider: await idOf(relative(root, join(folder, PROVIDER_LOCK))),
    workflows: await Promise.all(WORKFLOW_FOLDERS.map(idOf)),
  });
}
