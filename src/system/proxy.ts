const NAMES = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'];

/**
 * Makes `fetch` of this process go through the proxy that HTTPS_PROXY and HTTP_PROXY name, unless NO_PROXY names the host.
 * Node.js itself does so only where NODE_USE_ENV_PROXY was set before it started, and not in all versions that we support.
 * The code for it is loaded with the first call.
 */
export function useProxy(env: NodeJS.ProcessEnv): void {
  if (!NAMES.some((name) => env[name])) return;
  const direct = globalThis.fetch;
  let proxied: Promise<typeof fetch> | undefined;
  globalThis.fetch = async (input, init) => {
    proxied ??= import('./proxied-fetch.js').then(({ proxiedFetch }) => proxiedFetch(direct));
    return (await proxied)(input, init);
  };
}
