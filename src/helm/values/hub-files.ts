import type { JsonObject } from '../../config/model.js';

/** Mode 0444 as a number, since JSON and YAML write octal numbers differently. */
export const READ_ONLY = 0o444;

/** Folder of the chart's own configuration in the hub's container. It is on Python's sys.path. */
export const HUB_FOLDER = '/usr/local/etc/jupyterhub';

/** Python modules of ours in the hub's folder, as entries of `hub.extraFiles`. */
export function moduleFiles<N extends string>(names: readonly N[], files: Readonly<Record<N, string>>): JsonObject {
  return Object.fromEntries(
    names.map((name) => [
      name,
      { mountPath: `${HUB_FOLDER}/${name}`, stringData: files[name], mode: READ_ONLY } satisfies JsonObject,
    ]),
  );
}

/** Data for such modules, as an entry of `hub.extraFiles`. */
export function dataFile(name: string, data: JsonObject): JsonObject {
  return { [name]: { mountPath: `${HUB_FOLDER}/${name}`, data, mode: READ_ONLY } };
}
