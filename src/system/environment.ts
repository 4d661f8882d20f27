const PASSED = /^(PATH|HOME|USER|LANG|LC_ALL|TMPDIR|SSL_CERT_(FILE|DIR)|(HTTPS?|NO|ALL)_PROXY|SystemRoot)$/i;

/** The variables that every program needs. Helm gets no more: the others hold tokens, secrets and inputs of the action. */
export function bareEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => PASSED.test(name)));
}

// The rights of a job are of four kinds. Inputs can hold tokens of GitHub. ACTIONS_* gives access to the services of the job
// (identity tokens, artifacts, cache). Then there are the tokens of GitHub themselves. And by the files a step sets
// variables, PATH and outputs of the steps after it.
const OURS = /^(INPUT_.*|ACTIONS_.*|(GITHUB|GH)(_ENTERPRISE)?_TOKEN|GITHUB_(ENV|PATH|OUTPUT|STATE|STEP_SUMMARY))$/i;

/**
 * Our environment without the rights of the job and the secrets of the hub. It is for terraform, whose settings we cannot
 * list: it runs a provider from its registry or a mirror, which needs credentials of Google and of the mirror, and what the
 * user set for either (`TF_*`, `GOOGLE_*`, proxies, certificates).
 * @param secrets secrets of the hub, by the variables that hold them
 */
export function childEnvironment(
  env: NodeJS.ProcessEnv,
  secrets: Readonly<Record<string, { readonly env: string } | { readonly secretManager: string }>>,
): NodeJS.ProcessEnv {
  const hidden = new Set(Object.values(secrets).flatMap((secret) => ('env' in secret ? [secret.env] : [])));
  return Object.fromEntries(Object.entries(env).filter(([name]) => !OURS.test(name) && !hidden.has(name)));
}
