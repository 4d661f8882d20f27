const PASSED = /^(PATH|HOME|USER|LANG|LC_ALL|TMPDIR|SSL_CERT_(FILE|DIR)|(HTTPS?|NO|ALL)_PROXY|SystemRoot)$/i;

/** What every program needs of our environment. The rest (tokens, secrets, inputs of the action) is none of helm's business. */
export function bareEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => PASSED.test(name)));
}

// Inputs (tokens of GitHub among them), what speaks to the services of the job in its name (identity tokens, artifacts,
// cache), tokens of GitHub, and the files by which a step sets variables, PATH and outputs of the steps after it.
const OURS = /^(INPUT_.*|ACTIONS_.*|(GITHUB|GH)(_ENTERPRISE)?_TOKEN|GITHUB_(ENV|PATH|OUTPUT|STATE|STEP_SUMMARY))$/i;

/**
 * Our environment without the rights of the job, for a program that needs settings which we cannot list. Terraform runs
 * a provider that its registry or a mirror gives: it needs the credentials of Google and of the mirror, and what the user
 * set for either (`TF_*`, `GOOGLE_*`, proxies, certificates). It has no use for the job's rights and the hub's secrets.
 * @param secrets secrets of the hub, by the variables that hold them
 */
export function childEnvironment(
  env: NodeJS.ProcessEnv,
  secrets: Readonly<Record<string, { readonly env: string }>>,
): NodeJS.ProcessEnv {
  const hidden = new Set(Object.values(secrets).map((secret) => secret.env));
  return Object.fromEntries(Object.entries(env).filter(([name]) => !OURS.test(name) && !hidden.has(name)));
}
