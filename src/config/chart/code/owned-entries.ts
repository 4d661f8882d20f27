import { entryOf } from '../../../json.js';

/** Volumes of each server: the home by the chart's template, the files of the notebook guard, the bucket. */
export const OUR_VOLUMES = /^(files|home|volume-.*|jupyterhub-gke.*)$/;
/** Keys of the chart for its own mounts, which one of the same name would replace. */
export const OUR_MOUNTS = /^(home|volume-.*|\d+-files)$/;

/**
 * Names of the entries that this product sets in settings to which code can add others. The labels are those by which the
 * chart's network policies find servers and open ways.
 */
const ENTRIES: Readonly<Record<string, readonly RegExp[]>> = {
  volumes: [OUR_VOLUMES],
  volume_mounts: [OUR_VOLUMES, OUR_MOUNTS],
  environment: [/^(PYTHONPATH|JUPYTERHUB_GKE\w*)$/],
  extra_pod_config: [
    /^(automountServiceAccountToken|enableServiceLinks|containers|initContainers|volumes|serviceAccountName)$/,
  ],
  common_labels: [/^(app|release|component|app\.kubernetes\.io\/(name|instance|component))$/],
  extra_labels: [/^hub\.jupyter\.org\/network-access-/],
};

/** Settings that the chart gives code as mappings, whatever is in the values (files/hub/jupyterhub_config.py of 4.4.0). */
const MAPPINGS =
  /^(common_labels|environment|extra_annotations|extra_labels|extra_pod_config|node_selector|volume_mounts|volumes)$/;
const OF_LISTS = /^(append|extend|insert|prepend|remove|\+=)$/;

/** Whether an entry of a setting is one that this product sets. */
export function isOwnedEntry(setting: string, entry: string): boolean {
  return (entryOf(ENTRIES, setting) ?? []).some((names) => names.test(entry));
}

/** Whether code fails that calls this method of a setting. Python has no such method for a mapping. */
export function failsOnMapping(setting: string, method: string): boolean {
  return MAPPINGS.test(setting) && OF_LISTS.test(method);
}
