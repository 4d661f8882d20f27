import { getProxyUrl } from '@actions/http-client';
import { fetch as fetchOver, ProxyAgent } from 'undici';

/**
 * A `fetch` that follows the proxy settings of the environment. Which host goes through which proxy is decided as in all
 * packages of @actions: loopback addresses never do, and NO_PROXY covers the sub-domains of a name, as for terraform and helm.
 * It takes addresses only, no `Request`.
 * @param direct the `fetch` for hosts without a proxy
 */
export function proxiedFetch(direct: typeof fetch): typeof fetch {
  const agents = new Map<string, ProxyAgent>();
  return async (address, init) => {
    const url = String(address);
    const proxy = getProxyUrl(url);
    if (proxy === '') return direct(url, init);
    const agent = agents.get(proxy) ?? new ProxyAgent(proxy);
    agents.set(proxy, agent);
    // An agent must be of the same undici as the `fetch` that uses it, and each version of Node.js has another one inside.
    const options: object = { ...init, dispatcher: agent };
    const answer: unknown = await fetchOver(url, options);
    return answer as Response;
  };
}
