import type { Path } from '../yaml/locate.js';

/**
 * What becomes of a `{secretRef: NAME}` in hub.values: the variable of a pod, or a part of one of the chart's own Secrets.
 * Everywhere else the value would stand in plain text in an object, or in every notebook's pod.
 */
export type SecretPlace = 'variable' | 'secret';

/** Keys under which the chart and KubeSpawner take the variables of a pod. */
const VARIABLES = ['extraEnv', 'env', 'environment'];

/** Values that the chart, release 4.4.0, puts into its Secrets `hub`, `singleuser` and the one for image pulls. */
const SECRETS = [
  'custom',
  'hub.config',
  'hub.cookieSecret',
  'hub.db.password',
  'hub.db.url',
  'hub.extraConfig',
  'hub.extraFiles.*.data',
  'hub.extraFiles.*.stringData',
  'hub.extraFiles.*.binaryData',
  'hub.loadRoles',
  'hub.services',
  'imagePullSecret',
  'proxy.secretToken',
  'singleuser.extraFiles.*.data',
  'singleuser.extraFiles.*.stringData',
  'singleuser.extraFiles.*.binaryData',
].map((place) => place.split('.'));

/**
 * Place of a reference to a secret; undefined where it would be in plain text.
 * @param path of the reference, below hub.values
 */
export function secretPlace(path: Path): SecretPlace | undefined {
  // What is under hub.config goes into the hub's Secret. The spawner copies its own traits into pods.
  const ofSpawner = path[0] === 'hub' && path[1] === 'config' && /spawner$/i.test(String(path[2]));
  const isStored = !ofSpawner && SECRETS.some((place) => place.every((step, at) => step === '*' || step === path[at]));
  if (isStored && path.length > 0) return 'secret';
  return isVariable(path) ? 'variable' : undefined;
}

/** Whether a path is the value of a variable: `extraEnv.NAME`, `extraEnv.NAME.value` or `env[0].value`. */
function isVariable(path: Path): boolean {
  const at = path.findIndex((step) => VARIABLES.includes(String(step)));
  const rest = path.slice(at + 1);
  if (at < 0 || rest.length === 0 || rest.length > 2) return false;
  return rest.length === 1 ? typeof rest[0] === 'string' : rest[1] === 'value';
}
