// The few calls of GitHub's API that a release needs, without a package: the job that makes them may write to the
// repository, so it installs nothing of others.

/** A client for one repository. Throws for a call that GitHub refuses, with what GitHub says. */
export function githubOf({ env, fetch = globalThis.fetch }) {
  const { GITHUB_API_URL: api = 'https://api.github.com', GITHUB_REPOSITORY: repository, GITHUB_TOKEN: token } = env;
  if (!token) throw new Error('GITHUB_TOKEN is empty: the job needs it, with the permission contents: write.');
  const headers = {
    accept: 'application/vnd.github+json',
    authorization: `Bearer ${token}`,
    'user-agent': 'jupyterhub-gke-release',
    'x-github-api-version': '2022-11-28',
  };

  async function send(method, url, body, type = 'application/json') {
    const sent = body === undefined ? {} : { body: type === 'application/json' ? JSON.stringify(body) : body };
    const answer = await fetch(url, {
      method,
      headers: { ...headers, ...(body === undefined ? {} : { 'content-type': type }) },
      // A token goes to no other host than the one that is asked.
      redirect: 'error',
      signal: AbortSignal.timeout(120_000),
      ...sent,
    });
    const text = await answer.text();
    if (answer.status === 404 && method === 'GET') return undefined;
    if (!answer.ok)
      throw new Error(`${method} ${new URL(url).pathname}: GitHub answers ${answer.status}: ${text.slice(0, 500)}`);
    return text === '' ? undefined : JSON.parse(text);
  }

  const at = (path) => `${api}/repos/${repository}${path}`;
  return {
    get: (path) => send('GET', at(path)),
    post: (path, body) => send('POST', at(path), body),
    patch: (path, body) => send('PATCH', at(path), body),
    delete: (path) => send('DELETE', at(path)),
    /** Sends a file to the address that GitHub names for a release. */
    upload: (template, name, bytes) => {
      const url = new URL(template.replace(/\{[^}]*\}$/, ''));
      if (!isUploadHost(url, new URL(api)))
        throw new Error(`GitHub names ${url.host} for files, which is not its own.`);
      url.searchParams.set('name', name);
      return send('POST', url.href, bytes, 'application/octet-stream');
    },
  };
}

/** Whether files may be sent there: the API's own host, or the one beside it that GitHub has for files. */
export function isUploadHost(url, api) {
  const own = api.host.replace(/^api\./, '');
  return url.protocol === api.protocol && [api.host, `uploads.${own}`].includes(url.host);
}
