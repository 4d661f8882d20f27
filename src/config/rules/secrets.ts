import { secretPlace } from '../chart/secret-places.js';
import { suggest } from '../suggest.js';
import { quoted } from '../text.js';
import { type Path, treeAt } from '../yaml/locate.js';
import type { Tree } from '../yaml/tree.js';
import type { RuleContext } from './context.js';

// What a job signs in with: to GitHub and its services, to Google, to registries of Terraform, to a cluster, and to a proxy.
// The same letters in another case count, since some programs read both.
const JOB_CREDENTIALS = [
  /^(INPUT|ACTIONS)_/i,
  /^(GITHUB|GH)(_ENTERPRISE)?_TOKEN$/i,
  /^GOOGLE_(OAUTH_ACCESS_TOKEN|APPLICATION_CREDENTIALS|BACKEND_CREDENTIALS|CREDENTIALS|CLOUD_KEYFILE_JSON|GHA_CREDS_PATH)$/i,
  /^GCLOUD_KEYFILE_JSON$/i,
  /^CLOUDSDK_(AUTH|CONFIG)/i,
  /^TF_TOKEN_/i,
  /^(KUBECONFIG|NETRC|SSH_AUTH_SOCK)$/i,
  /^(HTTPS?|ALL)_PROXY$/i,
];

/** Rules of secrets: every reference names a defined secret, every defined secret is used, and none is the job's own. */
export function secretRules(context: RuleContext): void {
  const used = new Set<string>();
  visit(context, context.tree, [], used);
  for (const name of context.keys(['secrets'])) jobCredential(context, name);
  for (const name of context.keys(['secrets'])) {
    if (used.has(name)) continue;
    context.report(
      context.locate(['secrets', name], 'key'),
      'unused-secret',
      `The secret ${quoted(name)} is not used.`,
      {
        hint: `Use it in hub.values, images.pullSecrets or env as {secretRef: ${name}}, or remove it.`,
      },
    );
  }
}

/** Code of a pull request would get the rights of the run that applies it. */
function jobCredential({ tree, locate, report }: RuleContext, name: string): void {
  const path = ['secrets', name, 'env'];
  const variable = treeAt(tree, path)?.value;
  if (typeof variable !== 'string' || !JOB_CREDENTIALS.some((pattern) => pattern.test(variable))) return;
  report(
    locate(path),
    'job-credential',
    `The variable ${quoted(variable)} holds a credential of the job, which the hub must not get.`,
    { hint: 'Give the hub a secret of its own, in a variable of another name.' },
  );
}

function visit(context: RuleContext, tree: Tree, path: Path, used: Set<string>): void {
  // Kubernetes has a key of this name in envFrom, with an object below it.
  const isOfKubernetes = path.at(-2) === 'envFrom' && treeAt(tree, ['secretRef'])?.entries !== undefined;
  if (!isOfKubernetes && tree.entries?.has('secretRef')) {
    reference(context, tree, path, used);
    return;
  }
  for (const [index, item] of (tree.items ?? []).entries()) visit(context, item, [...path, index], used);
  for (const [key, { tree: child }] of tree.entries ?? []) visit(context, child, [...path, key], used);
}

function reference({ keys, locate, report }: RuleContext, tree: Tree, path: Path, used: Set<string>): void {
  const name = treeAt(tree, ['secretRef'])?.value;
  const where = [...path, 'secretRef'];
  if (typeof name !== 'string' || tree.entries?.size !== 1) {
    report(locate(where, 'key'), 'secret-ref-format', 'A secret reference must be exactly {secretRef: NAME}.', {
      hint: 'Remove the other keys, or rename this key.',
    });
    return;
  }
  used.add(name);
  if (path[0] === 'hub' && path[1] === 'values' && secretPlace(path.slice(2)) === undefined) {
    report(locate(where, 'key'), 'secret-place', 'A secret would be in plain text here, in an object or in pods.', {
      hint: 'Use it as a variable (extraEnv), in hub.config, or in the stringData of an extraFiles entry.',
    });
  }
  const names = keys(['secrets']);
  if (names.includes(name)) return;
  const guess = suggest(name, names);
  report(
    locate(where),
    'unknown-secret',
    `The secret ${quoted(name)} is not defined.${guess ? ` Did you mean "${guess}"?` : ''}`,
    {
      hint: `Add it: secrets: {${name}: {env: ${name}}}`,
    },
  );
}
