import { readHomeDisks } from '../../access/homes/disks.js';
import type { HomesNote } from '../../change/run-note.js';
import { type Settings, settingChanges, settingText } from '../../change/settings.js';
import { namespaceOf } from '../../helm/release/record.js';
import type { ClusterConnection } from '../session/cluster.js';

/**
 * How many homes stay as they are although the configuration changes what new ones are. Their number may differ at apply, so
 * it is a note, and not a part of what is reviewed.
 */
export async function keptHomes(
  cluster: ClusterConnection | undefined,
  hub: string,
  { before, after }: { readonly before: Settings | undefined; readonly after: Settings },
): Promise<readonly HomesNote[]> {
  if (cluster === undefined || before === undefined) return [];
  const changes = settingChanges(before, after);
  const was = (setting: string): string | undefined =>
    settingText(changes.find((one) => one.setting === setting)?.before);
  const [size, diskType] = [was('storage.home.size'), was('storage.home.diskType')];
  if (size === undefined && diskType === undefined) return [];
  const homes = await readHomeDisks(cluster.kubernetes, namespaceOf(hub));
  // Homes of different sizes are counted by what they are.
  const sizes = size === undefined ? [undefined] : [...new Set(homes.map((home) => home.size ?? size))].sort();
  return sizes.flatMap((one) => {
    const count = homes.filter((home) => one === undefined || (home.size ?? size) === one).length;
    if (count === 0) return [];
    const type = diskType === undefined ? {} : { diskType };
    return [{ code: 'homes-kept', count, ...(one === undefined ? {} : { size: one }), ...type } as const];
  });
}
