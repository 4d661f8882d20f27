/** Mode 0444 as the number that JSON and YAML agree on. */
export const READ_ONLY = 0o444;

/** Folder of the chart's own configuration in the hub's container, which is on its sys.path. */
export const HUB_FOLDER = '/usr/local/etc/jupyterhub';
