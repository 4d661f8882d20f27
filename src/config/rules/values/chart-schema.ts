import { entryOf } from '../../../json.js';
import { CLOSED, PATHS_BY_TYPES, REQUIRED, WORDS } from '../../chart/z2jh-facts.generated.js';
import { SECTIONS } from '../../chart/z2jh-keys.js';
import { didYouMean } from '../../suggest.js';
import { quoted, typeMessage } from '../../text.js';
import type { Path } from '../../yaml/locate.js';
import type { Tree } from '../../yaml/tree.js';
import type { RuleContext } from '../context.js';

const ROOT = ['hub', 'values'];
/** Classes that hub.config usually sets. */
const CLASSES =
  'JupyterHub KubeSpawner Spawner Authenticator CryptKeeper ConfigurableHTTPProxy Application LoggingConfigurable'.split(
    ' ',
  );
const TYPES: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(PATHS_BY_TYPES).flatMap(([types, paths]) =>
    paths.split(' ').map((path) => [path, types.split(' ').filter((type) => type !== 'null')] as const),
  ),
);

/** Rules of the schema of the tested release, without helm. Names of sections are checked elsewhere. */
export function chartSchemaRule(context: RuleContext, path: Path, tree: Tree): void {
  const { locate, report } = context;
  // helm removes a key that is null. A secret is filled in later.
  if (tree.value === null || tree.entries?.has('secretRef') === true) return;
  const place = [...ROOT, ...path];
  const key = String(path.at(-1));
  if (path.length === 3 && path[0] === 'hub' && path[1] === 'config' && !/^[A-Z]/.test(key)) {
    report(
      locate(place, 'key'),
      'chart-schema',
      `${quoted(key)} is not the name of a class, which starts with a capital letter.${didYouMean(key, CLASSES)}`,
      {
        hint: 'Sections of hub.config are classes, such as JupyterHub or KubeSpawner.',
      },
    );
    return;
  }
  const pattern = patternOf(path);
  const types = TYPES.get(pattern);
  if (types !== undefined && !types.some((type) => isOf(type, tree))) {
    const { message, hint } = typeMessage(path, tree, types);
    report(locate(place), 'chart-schema', message, {
      hint: modeHint(key, tree) ?? hint ?? 'See the chart’s "Configuration Reference".',
    });
    return;
  }
  const words = entryOf(WORDS, pattern)?.split(' ');
  if (words !== undefined && typeof tree.value === 'string' && !words.includes(tree.value)) {
    const known = words.filter((word) => word !== '' && word !== 'null');
    report(locate(place), 'chart-schema', `Unknown value ${quoted(tree.value)}.${didYouMean(tree.value, known)}`, {
      hint: `Allowed values: ${known.join(', ')}.`,
    });
  }
  entryRules(context, path, pattern, tree);
}

/** An entry that the user names, such as a file: its keys. The chart's own values have the keys of other sections. */
function entryRules({ locate, report }: RuleContext, path: Path, pattern: string, { entries }: Tree): void {
  const place = [...ROOT, ...path];
  const names = [...(entries?.keys() ?? [])];
  const known = entryOf(CLOSED, pattern)?.split(' ');
  for (const name of known === undefined ? [] : names) {
    if (known?.includes(name) !== false) continue;
    report(locate([...place, name], 'key'), 'chart-schema', `Unknown key ${quoted(name)}.${didYouMean(name, known)}`, {
      hint: `Known keys: ${known.join(', ')}.`,
    });
  }
  for (const required of entries === undefined ? [] : (entryOf(REQUIRED, pattern)?.split(' ') ?? [])) {
    const forms = required.split('|');
    const given = forms.filter((form) => names.includes(form));
    if (given.length === 1) continue;
    report(
      locate(place, 'key'),
      'chart-schema',
      given.length > 1
        ? `Only one of ${given.join(', ')} can be set.`
        : `${quoted(String(path.at(-1)))} lacks ${forms.join(' or ')}.`,
      { hint: given.length > 1 ? 'Keep one of them.' : `Add ${forms[0] ?? ''}.` },
    );
  }
}

/** Path with `*` and `[]`, as the table writes it. */
function patternOf(path: Path): string {
  let pattern = '';
  for (const step of path) {
    const next = (name: string): string => (pattern === '' ? name : `${pattern}.${name}`);
    const named = next(String(step));
    if (typeof step === 'number') pattern = next('[]');
    else pattern = !TYPES.has(named) && entryOf(WORDS, named) === undefined && TYPES.has(next('*')) ? next('*') : named;
  }
  return pattern;
}

function isOf(type: string, { value, entries, items }: Tree): boolean {
  if (type === 'object') return entries !== undefined;
  if (type === 'array') return items !== undefined;
  // The chart takes a whole number that is written as 1.0.
  return type === 'integer' ? Number.isInteger(value) : typeof value === type;
}

function modeHint(key: string, { value }: Tree): string | undefined {
  if (key !== 'mode' || typeof value !== 'string' || !/^0?[0-7]{3,4}$/.test(value)) return undefined;
  return `Write ${Number.parseInt(value, 8)} or 0o${value.replace(/^0/, '')}, without quotes.`;
}

/** Sections that old or nested values files have, with the way on. */
const MOVED: Readonly<Record<string, string>> = {
  auth: 'z2jh 1.0 moved it to hub.config. IAP signs people in here: remove it, and list people in the users files.',
  'hub.uid': 'Use hub.containerSecurityContext.runAsUser.',
  'hub.imagePullPolicy': 'Use hub.image.pullPolicy.',
  'hub.imagePullSecret': 'Use imagePullSecret, or imagePullSecrets.',
  'hub.cookieSecretToken': 'Use hub.cookieSecret.',
  'hub.extraConfigMap': 'Use custom, and z2jh.get_config in hub.extraConfig.',
  'hub.initContainer': 'Use hub.initContainers.',
  'hub.publicURL': 'Remove it. access.domain is the address.',
  'proxy.networkPolicy': 'Use proxy.chp.networkPolicy.',
  'proxy.nodeSelector': 'Use proxy.chp.nodeSelector.',
  'proxy.pdb': 'Use proxy.chp.pdb.',
  'proxy.resources': 'Use proxy.chp.resources.',
  'proxy.containerSecurityContext': 'Use proxy.chp.containerSecurityContext.',
  'proxy.livenessProbe': 'Use proxy.chp.livenessProbe.',
  'proxy.nginx': 'Remove it. The proxy is configurable-http-proxy behind Google’s load balancer.',
  'proxy.autohttps': 'Remove it. Google’s load balancer has the certificate.',
  'singleuser.imagePullPolicy': 'Use singleuser.image.pullPolicy.',
  'singleuser.imagePullSecret': 'Use imagePullSecret, or imagePullSecrets.',
  'singleuser.initContainer': 'Use singleuser.initContainers.',
  'singleuser.schedulerStrategy': 'Remove it. The cluster chooses the node.',
  'scheduling.userScheduler.policy': 'Use scheduling.userScheduler.plugins.',
};

/** Sections that no other chart has. `enabled` and the like are in many. */
const PARTS = /^(cull|hub|ingress|prePuller|proxy|scheduling|singleuser)$/;

/** Where to write a key that the chart does not have; undefined if nothing better is known. */
export function movedHint(path: Path, key: string, tree: Tree): string | undefined {
  const dotted = [...path, key].join('.');
  const moved = entryOf(MOVED, dotted);
  if (moved !== undefined) return moved;
  const below = [...(tree.entries?.keys() ?? [])];
  const top = SECTIONS['']?.split(' ') ?? [];
  // Umbrella charts have the chart's values under the name by which they depend on it.
  const isNested = below.some((name) => PARTS.test(name)) || /^(basehub|daskhub|jupyterhub|z2jh)$/.test(key);
  if (path.length > 0 || !isNested || below.length === 0) return undefined;
  const inner = below.length === 1 && !top.includes(below[0] ?? '') ? `${key}.${below[0]}` : key;
  return `Write what is under ${inner} ${inner === key ? 'one level' : 'two levels'} higher, directly under hub.values.`;
}
