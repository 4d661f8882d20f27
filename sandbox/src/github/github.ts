import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Log } from '../log.js';
import { type Answer, refusal } from './answer.js';
import type { Branches } from './branches.js';
import type { Collaborators } from './collaborators.js';
import { graphql } from './graphql.js';
import { createIssuer, type Job } from './oidc.js';
import type { Permissions } from './operation-table.js';
import { allows, matchOperation, violationsOf } from './operations.js';
import type { Releases } from './releases.js';
import { type Comment, type Issue, type Pull, type Push, Repository } from './repository.js';
import type { Runs } from './runs.js';

export type { Job } from './oidc.js';
export type { Comment, Issue, Pull, Push } from './repository.js';

/** One request as the stand-in saw it. */
export interface GitHubCall {
  readonly at: string;
  /** Operation id, `graphql`, `oidc`, or `unknown`. */
  readonly operation: string;
  readonly http: string;
  readonly path: string;
  readonly login: string | undefined;
  readonly status: number;
}

/** Replaces the answer of an operation's next calls; `drop` closes the connection after the work. */
export interface GitHubFault {
  readonly operation: string;
  times: number;
  readonly status?: number;
  readonly message?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly drop?: boolean;
}

/** Another repository of the stand-in. */
export interface OtherRepository {
  /** `owner/name`. */
  readonly name: string;
  readonly visibility?: 'public' | 'private' | 'internal';
}

/** A running stand-in of github.com: the repository of the workflows, and others that they read. */
export interface GitHub {
  /** Base of the REST API, for GITHUB_API_URL. */
  readonly url: string;
  readonly graphqlUrl: string;
  /** Token of a workflow run with `contents: read` and `pull-requests: write`. */
  readonly token: string;
  /** Issuer of identity tokens; its keys are at `<oidcUrl>/.well-known/jwks`. */
  readonly oidcUrl: string;
  /**
   * Makes a token; a login that ends in `[bot]` is an app, such as `github-actions[bot]`.
   * @param repositories that it is for; default: the one of the workflows, as for the token of a job
   */
  addToken(login: string, permissions: Permissions, repositories?: readonly string[]): string;
  /** Makes another repository, empty until something is pushed. */
  addRepository(other: OtherRepository): Pick<Repository, 'addPush' | 'branches'>;
  /** Tags and releases. */
  readonly releases: Pick<Releases, 'all' | 'setTag' | 'tags'>;
  /** Workflow runs and their artifacts. */
  readonly runs: Pick<Runs, 'add' | 'addArtifact'>;
  addPull(pull: Pull): void;
  /** Permissions of people in the repository. */
  readonly people: Pick<Collaborators, 'set' | 'workflowsOpenPulls'>;
  /** Moves the default branch. */
  addPush(push: Push): void;
  /** Adds a comment by somebody else and returns its ID. */
  addComment(pull: number, login: string, body: string): number;
  comments(pull: number): readonly Comment[];
  /** All pull requests, the newest first. */
  pulls(): readonly Pull[];
  /** Adds an issue, or changes the one of its number. */
  addIssue(issue: Issue): void;
  /** Payload of the `issues` event; the sender is the author where nobody is named. */
  issueEvent(number: number, action: string, sender?: string): Record<string, unknown>;
  /** Payload of the event when a pull request is closed, merged or not. */
  closedEvent(pull: number): Record<string, unknown>;
  readonly branches: Pick<Branches, 'names' | 'tip' | 'file' | 'message' | 'push'>;
  /** Payload of the event of a pull request, or of a push to the default branch where no number is given. */
  event(pull?: number): Record<string, unknown>;
  /** Environment by which a job asks for identity tokens, as `permissions: {id-token: write}` gives it. */
  jobEnv(job: Job): Record<string, string>;
  readonly faults: { add(fault: GitHubFault): void };
  readonly journal: readonly GitHubCall[];
  /** Requests that GitHub's description of its API does not allow; must stay empty. */
  readonly violations: readonly string[];
  stop(): Promise<void>;
}

/** How to start the stand-in. */
export interface GitHubOptions {
  /** `owner/name`. */
  readonly repository: string;
  readonly visibility?: 'public' | 'private' | 'internal';
  readonly repositoryId?: string;
  readonly ownerId?: string;
  readonly log: Log;
}

/** Starts the stand-in on a free loopback port. */
export async function startGitHub(options: GitHubOptions): Promise<GitHub> {
  const visibility = options.visibility ?? 'private';
  const server = createServer();
  const url = await listen(server);
  const names = {
    name: options.repository,
    id: options.repositoryId ?? '742000001',
    ownerId: options.ownerId ?? '742000',
  };
  const repository = new Repository({ ...names, visibility, url });
  // GitHub ignores case in repository names.
  const repositories = new Map([[names.name.toLowerCase(), repository]]);
  const oidcUrl = `${url}/oidc`;
  const issuer = await createIssuer(oidcUrl, { ...names, visibility });
  const tokens = new Map<string, { login: string; permissions: Permissions; repositories: readonly string[] }>();
  const jobs = new Map<string, Job>();
  const faults: GitHubFault[] = [];
  const journal: GitHubCall[] = [];
  const violations: string[] = [];

  async function answer(
    request: IncomingMessage,
    target: URL,
    bearer: string | undefined,
    bytes: Buffer,
  ): Promise<Answer & { operation: string }> {
    const stored = /^\/_storage\/(\d+)$/.exec(target.pathname)?.[1];
    if (stored !== undefined) {
      // This is another company's storage behind GitHub, so a GitHub token must not be sent there.
      if (bearer !== undefined) violations.push('a token was sent to the storage of artifacts');
      const archive = repository.runs.archive(Number(stored));
      return {
        operation: 'storage',
        ...(archive === undefined ? refusal(404, 'Not Found') : { status: 200, body: archive }),
      };
    }
    if (target.pathname.startsWith('/oidc/')) return { operation: 'oidc', ...(await oidc(target, bearer)) };
    const token = tokens.get(bearer ?? '');
    const match = matchOperation(request.method ?? '', target.pathname);
    const body = match?.operation.takesFile ? bytes : parse(bytes.toString());
    const violate = (sentence: string): void => {
      violations.push(`${request.method} ${target.pathname}: ${sentence}`);
    };
    if (!request.headers['user-agent']) violate('no User-Agent header, which GitHub refuses');
    if (target.pathname === '/graphql') return { operation: 'graphql', ...graphql(token?.login, body, violate) };
    if (!match) {
      violate('no operation that is known here');
      return { operation: 'unknown', ...refusal(404, 'Not Found') };
    }
    const { operation, values } = match;
    for (const sentence of violationsOf(match, target.searchParams, body)) violate(sentence);
    if (!token)
      return { operation: operation.id, ...refusal(401, bearer ? 'Bad credentials' : 'Requires authentication') };
    const name = values.owner === undefined ? names.name : `${values.owner}/${values.repo}`;
    const asked = repositories.get(name.toLowerCase());
    const isFor = token.repositories.some((one) => one.toLowerCase() === name.toLowerCase());
    // Every token can read public content. GitHub hides the existence of other repositories.
    const isOpen = asked?.visibility === 'public' && operation.method === 'GET';
    if (asked === undefined || !(isFor || isOpen)) return { operation: operation.id, ...refusal(404, 'Not Found') };
    // The permission for pull requests covers their comments, not those of issues.
    const ofIssue = /^issues\/.*comment/.test(operation.id) && asked.isIssue(Number(values.issue_number));
    const { pull_requests: _, ...others } = token.permissions;
    if (isFor && !allows(operation, token.login, ofIssue ? others : token.permissions)) {
      const accepted =
        operation.permissions === 'user'
          ? {}
          : {
              'x-accepted-github-permissions': Object.entries(operation.permissions)
                .map((pair) => pair.join('='))
                .join('; '),
            };
      const by = token.login.endsWith('[bot]') ? 'integration' : 'personal access token';
      return { operation: operation.id, ...refusal(403, `Resource not accessible by ${by}`), headers: accepted };
    }
    // A fault has no effect on data, unless only the answer is dropped.
    if (faults.some((fault) => fault.operation === operation.id && fault.times > 0 && !fault.drop))
      return { operation: operation.id, status: 500, body: {} };
    return {
      operation: operation.id,
      ...asked.answer(operation.id, values, target.searchParams, body, token.login),
    };
  }

  async function oidc(target: URL, bearer: string | undefined): Promise<Answer> {
    if (target.pathname === '/oidc/.well-known/openid-configuration')
      return { status: 200, body: issuer.configuration };
    if (target.pathname === '/oidc/.well-known/jwks') return { status: 200, body: issuer.keys };
    const job = jobs.get(bearer ?? '');
    if (target.pathname !== '/oidc/idtoken' || !job)
      return refusal(401, 'The request token is not one of a job that runs');
    const value = await issuer.token(job, target.searchParams.get('audience') ?? undefined);
    return { status: 200, body: { count: value.length, value } };
  }

  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const target = new URL((request.url ?? '/').replace(`/repositories/${names.id}/`, `/repos/${names.name}/`), url);
    const bearer = /^(?:bearer|token) (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
    read(request)
      .then((bytes) => answer(request, target, bearer, bytes))
      .then((result) => {
        const fault = faults.find(({ operation, times }) => operation === result.operation && times > 0);
        if (fault) fault.times -= 1;
        const sent: Answer =
          fault && !fault.drop
            ? { ...refusal(fault.status ?? 502, fault.message ?? 'Server Error'), headers: fault.headers ?? {} }
            : result;
        journal.push({
          at: new Date().toISOString(),
          operation: result.operation,
          http: request.method ?? '',
          path: target.pathname,
          login: tokens.get(bearer ?? '')?.login,
          status: sent.status,
        });
        options.log(`github: ${result.operation} ${sent.status}`);
        if (fault?.drop) return request.socket.destroy();
        response.writeHead(sent.status, { 'content-type': 'application/json; charset=utf-8', ...sent.headers });
        return response.end(Buffer.isBuffer(sent.body) ? sent.body : JSON.stringify(sent.body));
      })
      .catch((error: unknown) => {
        violations.push(`${request.method} ${target.pathname}: the stand-in failed: ${String(error)}`);
        response.writeHead(500).end();
      });
  });

  const addToken = (login: string, permissions: Permissions, scope: readonly string[] = [names.name]): string => {
    const token = `ghs_${randomBytes(18).toString('hex')}`;
    tokens.set(token, { login, permissions, repositories: scope });
    return token;
  };
  return {
    url,
    graphqlUrl: `${url}/graphql`,
    oidcUrl,
    token: addToken('github-actions[bot]', { contents: 'read', pull_requests: 'write' }),
    addToken,
    addRepository({ name, visibility: seen = 'private' }) {
      const id = String(Number(names.id) + repositories.size);
      const other = new Repository({ name, id, ownerId: names.ownerId, visibility: seen, url });
      repositories.set(name.toLowerCase(), other);
      return other;
    },
    releases: repository.releases,
    runs: repository.runs,
    addPull: (pull) => repository.addPull(pull),
    people: repository.people,
    addPush: (push) => repository.addPush(push),
    addComment: (pull, login, body) => repository.addComment(pull, login, body).id,
    comments: (pull) => repository.comments(pull),
    event: (pull) => repository.event(pull),
    pulls: () => repository.pulls(),
    addIssue: (issue) => repository.addIssue(issue),
    issueEvent: (number, action, sender) => repository.issueEvent(number, action, sender),
    closedEvent: (pull) => repository.closedEvent(pull),
    branches: repository.branches,
    jobEnv(job) {
      const token = randomBytes(24).toString('hex');
      jobs.set(token, job);
      return {
        ACTIONS_ID_TOKEN_REQUEST_URL: `${oidcUrl}/idtoken?api-version=2.0`,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: token,
      };
    },
    faults: { add: (fault) => void faults.push(fault) },
    journal,
    violations,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function parse(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  });
}
