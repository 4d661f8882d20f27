/** Mode 0444 as a number, since JSON and YAML write octal numbers differently. */
export const READ_ONLY = 0o444;

/** Folder of the chart's own configuration in the hub's container. It is on Python's sys.path. */
export const HUB_FOLDER = '/usr/local/etc/jupyterhub';
