// The operations of GitHub's REST API that the product uses, written from GitHub's own description of it:
// @octokit/openapi-types 29.0.1 (openapi-version 23.0.1), API version 2022-11-28. Permissions are those of
// docs.github.com/rest/authentication/permissions-required-for-github-apps. Names and types only.

/** Permissions of a token, by GitHub's names. */
export type Permissions = Readonly<Record<string, 'read' | 'write'>>;

/** One operation: what may be sent, and which permissions (any one of them) it takes. */
export interface Operation {
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Path template with `{name}` parts. */
  readonly path: string;
  readonly query: Readonly<Record<string, 'integer' | 'date-time' | 'string'>>;
  /** Properties of the JSON body that we send, required without a question mark; absent if the operation has no body. */
  readonly body?: Readonly<Record<string, 'string' | 'string?' | 'boolean?' | 'array' | 'array?'>>;
  /** The body is a file of any type. */
  readonly takesFile?: true;
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
    id: 'git/list-matching-refs',
    method: 'GET',
    path: '/repos/{owner}/{repo}/git/matching-refs/{ref}',
    query: {},
    permissions: { contents: 'read' },
  },
  {
    id: 'git/get-tag',
    method: 'GET',
    path: '/repos/{owner}/{repo}/git/tags/{tag_sha}',
    query: {},
    permissions: { contents: 'read' },
  },
  {
    id: 'repos/list-releases',
    method: 'GET',
    path: '/repos/{owner}/{repo}/releases',
    query: PAGES,
    permissions: { contents: 'read' },
  },
  {
    id: 'repos/create-release',
    method: 'POST',
    path: '/repos/{owner}/{repo}/releases',
    query: {},
    body: { tag_name: 'string', name: 'string?', body: 'string?', draft: 'boolean?', prerelease: 'boolean?' },
    permissions: { contents: 'write' },
  },
  {
    id: 'repos/update-release',
    method: 'PATCH',
    path: '/repos/{owner}/{repo}/releases/{release_id}',
    query: {},
    body: { draft: 'boolean?', make_latest: 'string?' },
    permissions: { contents: 'write' },
  },
  {
    id: 'repos/delete-release',
    method: 'DELETE',
    path: '/repos/{owner}/{repo}/releases/{release_id}',
    query: {},
    permissions: { contents: 'write' },
  },
  {
    id: 'repos/upload-release-asset',
    method: 'POST',
    path: '/repos/{owner}/{repo}/releases/{release_id}/assets',
    query: { name: 'string' },
    takesFile: true,
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
