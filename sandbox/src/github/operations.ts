// The operations of GitHub's REST API that the product uses, written from GitHub's own description of it:
// @octokit/openapi-types 29.0.1 (openapi-version 23.0.1), API version 2022-11-28. Permissions are those of
// docs.github.com/rest/authentication/permissions-required-for-github-apps. Names and types only.

/** Permissions of a token, by GitHub's names. */
export type Permissions = Readonly<Record<string, 'read' | 'write'>>;

/** One operation: what may be sent, and which permissions (any one of them) it takes. */
export interface Operation {
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** Path template with `{name}` parts. */
  readonly path: string;
  readonly query: Readonly<Record<string, 'integer' | 'date-time' | 'string'>>;
  /** Properties of the JSON body that we send, required without a question mark; absent if the operation has no body. */
  readonly body?: Readonly<Record<string, 'string' | 'string?' | 'boolean?' | 'array' | 'array?'>>;
  /** Empty: any valid token. `user`: only tokens of people. */
  readonly permissions: Permissions | 'user';
}

const PAGES = { per_page: 'integer', page: 'integer' } as const;
const COMMENT_WRITE = { issues: 'write', pull_requests: 'write' } as const;

export const OPERATIONS: readonly Operation[] = [
  {
    id: 'issues/list-comments',
    method: 'GET',
    path: '/repos/{owner}/{repo}/issues/{issue_number}/comments',
    query: { ...PAGES, since: 'date-time' },
    permissions: { issues: 'read', pull_requests: 'read' },
  },
  {
    id: 'issues/create-comment',
    method: 'POST',
    path: '/repos/{owner}/{repo}/issues/{issue_number}/comments',
    query: {},
    body: { body: 'string' },
    permissions: COMMENT_WRITE,
  },
  {
    id: 'issues/update-comment',
    method: 'PATCH',
    path: '/repos/{owner}/{repo}/issues/comments/{comment_id}',
    query: {},
    body: { body: 'string' },
    permissions: COMMENT_WRITE,
  },
  {
    id: 'issues/get',
    method: 'GET',
    path: '/repos/{owner}/{repo}/issues/{issue_number}',
    query: {},
    permissions: { issues: 'read' },
  },
  {
    id: 'issues/list-events',
    method: 'GET',
    path: '/repos/{owner}/{repo}/issues/{issue_number}/events',
    query: PAGES,
    permissions: { issues: 'read', pull_requests: 'read' },
  },
  {
    id: 'repos/get-collaborator-permission-level',
    method: 'GET',
    path: '/repos/{owner}/{repo}/collaborators/{username}/permission',
    query: {},
    permissions: { metadata: 'read' },
  },
  {
    id: 'git/get-ref',
    method: 'GET',
    path: '/repos/{owner}/{repo}/git/ref/{ref}',
    query: {},
    permissions: { contents: 'read' },
  },
  {
    id: 'git/create-ref',
    method: 'POST',
    path: '/repos/{owner}/{repo}/git/refs',
    query: {},
    body: { ref: 'string', sha: 'string' },
    permissions: { contents: 'write' },
  },
  {
    id: 'git/update-ref',
    method: 'PATCH',
    path: '/repos/{owner}/{repo}/git/refs/{ref}',
    query: {},
    body: { sha: 'string', force: 'boolean?' },
    permissions: { contents: 'write' },
  },
  {
    id: 'repos/get-content',
    method: 'GET',
    path: '/repos/{owner}/{repo}/contents/{path}',
    query: { ref: 'string' },
    permissions: { contents: 'read' },
  },
  {
    id: 'git/get-tree',
    method: 'GET',
    path: '/repos/{owner}/{repo}/git/trees/{tree_sha}',
    query: { recursive: 'string' },
    permissions: { contents: 'read' },
  },
  {
    id: 'git/get-blob',
    method: 'GET',
    path: '/repos/{owner}/{repo}/git/blobs/{file_sha}',
    query: {},
    permissions: { contents: 'read' },
  },
  {
    id: 'git/create-tree',
    method: 'POST',
    path: '/repos/{owner}/{repo}/git/trees',
    query: {},
    body: { tree: 'array', base_tree: 'string?' },
    permissions: { contents: 'write' },
  },
  {
    id: 'git/create-commit',
    method: 'POST',
    path: '/repos/{owner}/{repo}/git/commits',
    query: {},
    body: { message: 'string', tree: 'string', parents: 'array?' },
    permissions: { contents: 'write' },
  },
  {
    id: 'pulls/list',
    method: 'GET',
    path: '/repos/{owner}/{repo}/pulls',
    query: { ...PAGES, state: 'string', head: 'string', base: 'string', sort: 'string', direction: 'string' },
    permissions: { pull_requests: 'read' },
  },
  {
    id: 'pulls/create',
    method: 'POST',
    path: '/repos/{owner}/{repo}/pulls',
    query: {},
    body: { title: 'string?', head: 'string', base: 'string', body: 'string?' },
    permissions: { pull_requests: 'write' },
  },
  {
    id: 'pulls/update',
    method: 'PATCH',
    path: '/repos/{owner}/{repo}/pulls/{pull_number}',
    query: {},
    body: { title: 'string?', body: 'string?', state: 'string?', base: 'string?' },
    permissions: { pull_requests: 'write' },
  },
  {
    id: 'pulls/get',
    method: 'GET',
    path: '/repos/{owner}/{repo}/pulls/{pull_number}',
    query: {},
    permissions: { pull_requests: 'read' },
  },
  {
    id: 'pulls/list-files',
    method: 'GET',
    path: '/repos/{owner}/{repo}/pulls/{pull_number}/files',
    query: PAGES,
    permissions: { pull_requests: 'read' },
  },
  {
    id: 'pulls/list-reviews',
    method: 'GET',
    path: '/repos/{owner}/{repo}/pulls/{pull_number}/reviews',
    query: PAGES,
    permissions: { pull_requests: 'read' },
  },
  {
    id: 'repos/list-pull-requests-associated-with-commit',
    method: 'GET',
    path: '/repos/{owner}/{repo}/commits/{commit_sha}/pulls',
    query: PAGES,
    permissions: { pull_requests: 'read' },
  },
  // After the one above, whose path it would match as well.
  {
    id: 'repos/get-commit',
    method: 'GET',
    path: '/repos/{owner}/{repo}/commits/{ref}',
    query: PAGES,
    permissions: { contents: 'read' },
  },
  {
    id: 'repos/get',
    method: 'GET',
    path: '/repos/{owner}/{repo}',
    query: {},
    permissions: { metadata: 'read' },
  },
  {
    id: 'repos/get-branch',
    method: 'GET',
    path: '/repos/{owner}/{repo}/branches/{branch}',
    query: {},
    permissions: { contents: 'read' },
  },
  {
    id: 'repos/compare-commits-with-basehead',
    method: 'GET',
    path: '/repos/{owner}/{repo}/compare/{basehead}',
    query: PAGES,
    permissions: { contents: 'read' },
  },
  {
    id: 'actions/list-workflow-runs-for-repo',
    method: 'GET',
    path: '/repos/{owner}/{repo}/actions/runs',
    query: { ...PAGES, event: 'string', head_sha: 'string' },
    permissions: { actions: 'read' },
  },
  {
    id: 'actions/list-workflow-run-artifacts',
    method: 'GET',
    path: '/repos/{owner}/{repo}/actions/runs/{run_id}/artifacts',
    query: { ...PAGES, name: 'string' },
    permissions: { actions: 'read' },
  },
  {
    id: 'actions/download-artifact',
    method: 'GET',
    path: '/repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}',
    query: {},
    permissions: { actions: 'read' },
  },
  { id: 'users/get-authenticated', method: 'GET', path: '/user', query: {}, permissions: 'user' },
];

/** The operation of a request and the values of its path; undefined where the table has none. */
export function matchOperation(
  method: string,
  path: string,
): { readonly operation: Operation; readonly values: Readonly<Record<string, string>> } | undefined {
  for (const operation of OPERATIONS) {
    if (operation.method !== method) continue;
    // Names of references and paths of files have slashes.
    const pattern = operation.path.replace(/\{(ref|path)\}/g, '(?<$1>.+)').replace(/\{(\w+)\}/g, '(?<$1>[^/]+)');
    const match = new RegExp(`^${pattern}$`).exec(path);
    const values = Object.entries({ ...match?.groups }).map(([name, value]) => [name, decodeURIComponent(value)]);
    if (match) return { operation, values: Object.fromEntries(values) };
  }
  return undefined;
}

/** Errors of a request against the table, one sentence each. Empty if GitHub describes it. */
export function violationsOf(
  { operation, values }: NonNullable<ReturnType<typeof matchOperation>>,
  query: URLSearchParams,
  body: unknown,
): string[] {
  const found: string[] = [];
  for (const [name, value] of Object.entries(values)) {
    if (/_(number|id)$/.test(name) && !/^[1-9]\d*$/.test(value)) found.push(`${name} is "${value}", not a number`);
    // GitHub also accepts a branch here, with another meaning that is not wanted.
    if (/_sha$/.test(name) && !/^[0-9a-f]{40}$/.test(value)) found.push(`${name} is "${value}", not a whole SHA`);
  }
  for (const [name, value] of query) {
    const type = operation.query[name];
    if (type === undefined) found.push(`unknown query parameter ${name}`);
    else if (type === 'integer' && !/^\d+$/.test(value)) found.push(`${name} is "${value}", not a number`);
    else if (type === 'date-time' && Number.isNaN(Date.parse(value))) found.push(`${name} is "${value}", not a time`);
  }
  if (operation.body === undefined) {
    if (body !== undefined) found.push('a body is sent where none is taken');
    return found;
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return [...found, 'the body is no JSON object'];
  for (const [name, type] of Object.entries(operation.body)) {
    if (!type.endsWith('?') && !Object.hasOwn(body, name)) found.push(`${name} is missing`);
  }
  for (const [name, value] of Object.entries(body)) {
    const type = operation.body[name]?.replace('?', '');
    if (type === undefined) found.push(`unknown property ${name}`);
    else if ((Array.isArray(value) ? 'array' : typeof value) !== type) found.push(`${name} is not a ${type}`);
  }
  return found;
}

/** True where a token with these permissions may call the operation. */
export function allows(operation: Operation, login: string, permissions: Permissions): boolean {
  if (operation.permissions === 'user') return !login.endsWith('[bot]');
  const wanted = Object.entries(operation.permissions);
  // Every token can read the public data of its repository.
  return wanted.some(
    ([name, level]) => name === 'metadata' || permissions[name] === 'write' || permissions[name] === level,
  );
}
