import { didYouMean } from '../suggest.js';
import { quoted } from '../text.js';
import type { Path } from '../yaml/locate.js';

/** Why a text makes every server start fail, and what to write instead. */
export interface FormatFault {
  readonly message: string;
  readonly hint: string;
}

type Kind = 'text' | 'number';
type Fields = ReadonlyMap<string, Kind>;

const texts = (...names: string[]): Fields => new Map(names.map((name) => [name, 'text']));

/** Fields of KubeSpawner: `ns` in _expand_user_properties, kubespawner/spawner.py, tags 7.0.0 (a8f2843) and 7.1.0 (178e6ac). */
const USER: Fields = new Map([
  ...texts('username', 'servername', 'user_server', 'unescaped_username', 'unescaped_servername', 'hubnamespace'),
  ...texts('safe_username', 'safe_servername', 'safe_user_server'),
  ...texts('escaped_username', 'escaped_servername', 'escaped_user_server'),
  ...texts('pod_name', 'pvc_name', 'namespace'),
  ['userid', 'number'],
]);
/** Fields of JupyterHub itself: template_namespace in jupyterhub/spawner.py, tag 5.5.0. */
const SPAWNER = texts('username', 'base_url');

/**
 * Traits whose texts, at any depth, go through Python's str.format. Keys of mappings do not.
 * The calls of _expand_all, _expand_user_properties and format in kubespawner/spawner.py, tags 7.0.0 and 7.1.0,
 * and of format_string in jupyterhub/spawner.py, tag 5.5.0. Not expanded, for example: image, cmd, args,
 * node_selector, tolerations, affinities, lifecycle_hooks, extra_container_config, common_labels, profile_list.
 */
const TRAITS: ReadonlyMap<string, Fields> = new Map([
  ...[
    'environment',
    'extra_annotations',
    'extra_containers',
    'extra_labels',
    'extra_pod_config',
    'init_containers',
    'pod_connect_ip',
    'pod_name_template',
    'pvc_name_template',
    'secret_name_template',
    'service_account',
    'storage_extra_annotations',
    'storage_extra_labels',
    'storage_selector',
    'user_namespace_annotations',
    'user_namespace_labels',
    'user_namespace_template',
    'volume_mounts',
    'volumes',
    'working_dir',
  ].map((trait) => [trait, USER] as const),
  ['default_url', SPAWNER],
  ['notebook_dir', SPAWNER],
  ['dns_name_template', texts('name', 'namespace')],
  ['slow_spawn_message', new Map([['seconds', 'number']])],
]);

/** Where the chart puts its values: files/hub/jupyterhub_config.py of zero-to-jupyterhub-k8s, tag 4.4.0 (5c5f5df). */
const VALUES: readonly (readonly [path: string, trait: string])[] = [
  ['singleuser.podNameTemplate', 'pod_name_template'],
  ['singleuser.extraLabels', 'extra_labels'],
  ['singleuser.extraAnnotations', 'extra_annotations'],
  ['singleuser.serviceAccountName', 'service_account'],
  ['singleuser.initContainers', 'init_containers'],
  ['singleuser.extraContainers', 'extra_containers'],
  ['singleuser.extraEnv', 'environment'],
  ['singleuser.extraPodConfig', 'extra_pod_config'],
  ['singleuser.defaultUrl', 'default_url'],
  ['singleuser.extraFiles.*.mountPath', 'volume_mounts'],
  ['singleuser.storage.extraLabels', 'storage_extra_labels'],
  ['singleuser.storage.homeMountPath', 'volume_mounts'],
  ['singleuser.storage.dynamic.pvcNameTemplate', 'pvc_name_template'],
  ['singleuser.storage.dynamic.volumeNameTemplate', 'volumes'],
  ['singleuser.storage.dynamic.subPath', 'volume_mounts'],
  ['singleuser.storage.static.pvcName', 'volumes'],
  ['singleuser.storage.static.subPath', 'volume_mounts'],
  ['singleuser.storage.extraVolumes', 'volumes'],
  ['singleuser.storage.extraVolumeMounts', 'volume_mounts'],
  ['hub.config.KubeSpawner.*', ''],
  // Traits can also be set on the class that they are inherited from.
  ['hub.config.Spawner.*', ''],
];
const PATTERNS = VALUES.map(([path, trait]) => ({ steps: path.split('.'), trait }));
const SECRET_KEY = /passw|secret|token|credential|private|api[-_]?key|cookie|^keys?$/i;

/**
 * What is wrong with a text of hub.values whose braces KubeSpawner reads as fields; undefined if the text is valid, or if
 * its braces have no meaning.
 * @param path of the text, below hub.values
 */
export function formatFault(path: Path, text: string): FormatFault | undefined {
  const trait = expandedTrait(path);
  const fields = trait === undefined ? undefined : TRAITS.get(trait);
  if (fields === undefined) return undefined;
  // KubeSpawner splits an address at its dots and leaves parts without an opening brace unchanged.
  const parts = trait === 'pod_connect_ip' ? text.split('.').filter((part) => part.includes('{')) : [text];
  for (const part of parts) {
    const problem = faultIn(
      part,
      fields,
      path.some((step) => SECRET_KEY.test(String(step))),
    );
    if (problem === undefined) continue;
    const names = [...fields.keys()].slice(0, 6).join(', ');
    const hint = `Write {{ or }} for a literal brace. Known fields: ${names}${fields.size > 6 ? ', …' : '.'}`;
    return { message: `${problem} No server could start.`, hint };
  }
  return undefined;
}

/** The spawner trait that a value becomes part of, if its texts are format strings. */
function expandedTrait(path: Path): string | undefined {
  const pattern = PATTERNS.find(({ steps }) =>
    steps.every((step, index) => (step === '*' ? index in path : step === String(path[index]))),
  );
  if (pattern === undefined) return undefined;
  const trait = pattern.trait || String(path[3]);
  // Names from before KubeSpawner 0.9 still work, such as singleuser_extra_labels and user_storage_extra_labels.
  return TRAITS.has(trait) ? trait : trait.replace(/^(singleuser|user)_/, '');
}

/** The first fault of a format string, parsed like Python does (Objects/stringlib/unicode_format.h). */
function faultIn(text: string, fields: Fields, isSecret: boolean): string | undefined {
  for (let at = 0; at < text.length; at += 1) {
    const brace = text[at];
    if (brace !== '{' && brace !== '}') continue;
    if (text[at + 1] === brace) {
      at += 1;
      continue;
    }
    if (brace === '}') return 'A "}" has no opening brace.';
    const end = fieldEnd(text, at + 1);
    const shown = isSecret ? 'The text in braces' : quoted(text.slice(at, Math.min(end + 1, at + 100)));
    if (end === text.length) return `${shown} is not closed.`;
    const fault = fieldFault(text.slice(at + 1, end), fields);
    if (fault !== undefined) return `${shown} ${fault}`;
    // Python allows a field inside a format, but the result would depend on the name of the person.
    if (text[end] === '{') return `${shown} contains another field.`;
    at = end;
  }
  return undefined;
}

/** Offset of the first brace after the start of a field, or the end of the text. */
function fieldEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && text[end] !== '{' && text[end] !== '}') end += 1;
  return end;
}

/** What is wrong with the inside of a field, such as `username!r:>10`. */
function fieldFault(field: string, fields: Fields): string | undefined {
  const full = /^[^!:]*/.exec(field)?.[0] ?? '';
  const name = /^[^.[]*/.exec(full)?.[0] ?? '';
  const kind = fields.get(name);
  if (name === '' || /^\d+$/.test(name)) return 'has no field name.';
  if (kind === undefined) return `is not a known field.${didYouMean(name, [...fields.keys()])}`;
  if (name !== full) return 'accesses a part of a field; only plain names are allowed.';
  const rest = field.slice(full.length);
  const converted = /^![rsa](?=:|$)/.test(rest);
  if (rest.startsWith('!') && !converted) return 'has an unknown conversion; Python has !r, !s and !a.';
  const format = rest.slice(converted ? 2 : 0);
  if (format === '' || format === ':') return undefined;
  const isValid =
    kind === 'text' || converted
      ? /^:(.?[<>^])?0?\d{0,3}(\.\d{1,3})?s?$/su.test(format)
      : /^:(.?[<>=^])?[-+ ]?#?0?\d{0,3}_?[dxXob]?$/su.test(format);
  return isValid ? undefined : `has an invalid format for a ${kind}.`;
}
