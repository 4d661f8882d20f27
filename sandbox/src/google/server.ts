import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApiError, serviceDisabled, storageDenied } from './api-error.js';
import type { Discovery, Match } from './discovery.js';
import type { Faults } from './faults.js';
import type { Identities } from './identities.js';
import { isWrite, type Journal } from './journal.js';
import { needOf } from './permissions.js';
import { type Identity, modifiedRoles, type Policy } from './policies.js';
import { checkQuery, checkSchema } from './schema.js';
import { withoutTolerated } from './tolerated.js';
import { Answer, type Call, type Handlers, type Json, missingPermissions, projectPolicy, type World } from './world.js';

/** Parts of the server. */
export interface ServerParts {
  readonly world: World;
  readonly discovery: Discovery;
  readonly handlers: Handlers;
  readonly identities: Identities;
  readonly faults: Faults;
  readonly journal: Journal;
  /** Requests and responses that do not match Google's descriptions. */
  readonly violations: string[];
  /** Paths outside of Google's APIs; undefined where there is none. */
  readonly admin: (http: string, path: string, body: Json) => unknown;
}

/** Target of a request: the API's name, and the path as in its discovery document. */
export type Locate = (
  http: string,
  path: string,
) => { readonly api: string; readonly path: string; readonly query?: string } | undefined;

const BODY_LIMIT = 32 * 2 ** 20;
// These answer before anything is enabled. Every project has the first two; the last two belong to no project.
const ALWAYS_ON = new Set(['serviceusage', 'storage', 'sts', 'iamcredentials']);

/** Starts a listener on a free loopback port. */
export async function listen(
  parts: ServerParts,
  locate: Locate,
): Promise<{ readonly port: number; stop(): Promise<void> }> {
  const server = createServer((request, response) => {
    serve(parts, locate, request, response).catch((error: unknown) => {
      parts.world.log(`emulator: ${String(error)}`);
      // Clients repeat calls after 500 for minutes; 501 ends at once.
      if (!response.headersSent) response.writeHead(501);
      response.end();
    });
  });
  // Go's clients do not repeat a POST on a connection that was closed while idle; Google keeps them for minutes.
  server.keepAliveTimeout = 10 * 60_000;
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject).listen(0, '127.0.0.1', resolve);
  });
  return { port: (server.address() as AddressInfo).port, stop: () => close(server) };
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function serve(
  parts: ServerParts,
  locate: Locate,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const http = request.method ?? 'GET';
  const url = new URL(request.url ?? '/', 'http://emulator');
  const raw = await readBody(request);
  if (url.pathname.startsWith('/_sandbox/')) {
    // A web page must not reach these through another host name for this address (DNS rebinding).
    const local = /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? '');
    if (!local) return send(response, new Answer(403, { error: 'not by this name' }));
    const answer = await parts.admin(http, url.pathname.slice('/_sandbox'.length), jsonOf(raw));
    return send(response, answer === undefined ? new Answer(404, { error: 'no such page' }) : new Answer(200, answer));
  }
  const target = locate(http, url.pathname);
  const match = target && parts.discovery.match(target.api, http, target.path);
  for (const [name, value] of new URLSearchParams(target?.query ?? '')) url.searchParams.set(name, value);
  const identity = parts.identities.identity(bearer(request));
  const method = match?.method.id ?? 'unknown';
  const note = (status: number): void =>
    parts.journal.add({
      at: new Date().toISOString(),
      service: target?.api ?? 'unknown',
      method,
      http,
      path: url.pathname + url.search,
      identity: identity?.email,
      status,
      write: isWrite(method, http),
    });
  try {
    if (!match) {
      parts.violations.push(`${http} ${url.pathname}: no method of a served API`);
      // Not 404: a client would take that for a missing resource and continue.
      throw new ApiError(400, `The emulator serves no ${http} ${url.pathname}`);
    }
    const effect = await parts.faults.hit(method);
    if (effect.drop === 'before') {
      note(0);
      request.socket.destroy();
      return;
    }
    const call = check(parts, match, { url, raw, request, identity });
    const result = await parts.handlers[method]?.({
      ...call,
      ...(effect.operationError ? { operationError: effect.operationError } : {}),
    });
    const answer = result instanceof Answer ? result : new Answer(200, result);
    checkAnswer(parts, match, answer);
    if (effect.drop === 'after') {
      note(0);
      request.socket.destroy();
      return;
    }
    note(answer.status);
    send(response, answer);
  } catch (error) {
    const refusal = error instanceof ApiError ? error : new ApiError(501, `The emulator failed: ${String(error)}`);
    if (!(error instanceof ApiError)) parts.violations.push(`${http} ${url.pathname}: ${String(error)}`);
    note(refusal.code);
    send(response, new Answer(refusal.code, refusal.toBody()));
  }
}

interface Incoming {
  readonly url: URL;
  readonly raw: Buffer;
  readonly request: IncomingMessage;
  readonly identity: Identity | undefined;
}

/** Everything that Google checks before the method itself: credentials, format, API enabled, permissions. */
function check(parts: ServerParts, match: Match, { url, raw, request, identity }: Incoming): Call {
  const { world } = parts;
  const { method, values } = match;
  if (!identity && method.api.name !== 'sts') {
    throw new ApiError(
      401,
      'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.',
    );
  }
  const isUpload = method.upload !== undefined && url.searchParams.has('uploadType');
  const given = isUpload ? {} : bodyOf(raw, String(request.headers['content-type'] ?? ''));
  const body = withoutTolerated(method.id, given);
  const wrong = [
    ...checkQuery(match, url.searchParams),
    ...(method.request && !isUpload ? checkSchema(method.api, method.request, body, 'request') : []),
    ...(!method.request && raw.length > 0 && Object.keys(body).length > 0 ? ['The method takes no body.'] : []),
  ];
  if (wrong.length > 0) {
    parts.violations.push(`${method.id}: ${wrong.join('; ')}`);
    throw new ApiError(400, wrong.join('\n'));
  }
  const api = method.api.name;
  if (!ALWAYS_ON.has(api) && !world.enabled.has(api)) throw serviceDisabled(api, world.projectNumber);
  const call: Call = {
    method,
    values,
    query: url.searchParams,
    body,
    raw,
    headers: request.headers,
    path: url.pathname,
    identity: identity ?? {},
  };
  const { permissions, resources, shown } = needOf(match, world.project, url.searchParams);
  const facts = { name: shown, modifiedRoles: rolesInPolicy(world, call) };
  const missing = missingPermissions(world, call.identity, permissions, resources, facts);
  if (missing.length > 0) throw denied(api, missing[0] ?? '', shown, identity);
  return call;
}

/** Roles that the new policy of a project changes; undefined for other calls. */
function rolesInPolicy(world: World, { method, body }: Call): string[] | undefined {
  if (method.id !== 'cloudresourcemanager.projects.setIamPolicy') return undefined;
  const { bindings = [] } = (body.policy ?? {}) as Policy;
  return modifiedRoles(world.policies.bindings(projectPolicy(world)), bindings);
}

function denied(api: string, permission: string, resource: string, identity: Identity | undefined): ApiError {
  if (api === 'compute') {
    return new ApiError(403, `Required '${permission}' permission for '${resource}'`, { status: undefined });
  }
  if (api === 'container') return new ApiError(403, `Required "${permission}" permission(s) for "${resource}".`);
  if (api === 'storage') {
    return storageDenied(identity, permission, resource);
  }
  return new ApiError(
    403,
    `Permission '${permission}' denied on resource '//${api}.googleapis.com/${resource}' (or it may not exist).`,
    {
      details: [
        {
          '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
          reason: 'IAM_PERMISSION_DENIED',
          domain: `${api}.googleapis.com`,
          metadata: { permission, resource },
        },
      ],
    },
  );
}

function checkAnswer(parts: ServerParts, { method }: Match, answer: Answer): void {
  if (answer.status >= 300 || !method.response || Buffer.isBuffer(answer.body)) return;
  // Only sent fields count. Undefined fields never leave the process.
  const body: unknown = JSON.parse(JSON.stringify(answer.body ?? {}));
  const wrong = checkSchema(method.api, method.response, body, 'response');
  if (wrong.length > 0) parts.violations.push(`answer of ${method.id}: ${wrong.join('; ')}`);
}

function bearer(request: IncomingMessage): string {
  return /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
}

function bodyOf(raw: Buffer, contentType: string): Json {
  if (raw.length === 0) return {};
  if (contentType.startsWith('application/x-www-form-urlencoded')) {
    const camel = (name: string): string => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
    return Object.fromEntries(
      [...new URLSearchParams(raw.toString('utf8'))].map(([name, value]) => [camel(name), value]),
    );
  }
  try {
    const body: unknown = JSON.parse(raw.toString('utf8'));
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Json;
  } catch {
    // reported below
  }
  throw new ApiError(400, 'Invalid JSON payload received. Expected an object.');
}

function jsonOf(raw: Buffer): Json {
  try {
    return bodyOf(raw, '');
  } catch {
    return {};
  }
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > BODY_LIMIT) throw new Error('a request body is too large');
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

function send(response: ServerResponse, { status, body, headers }: Answer): void {
  if (Buffer.isBuffer(body) || body === undefined) {
    response.writeHead(status, { ...headers, 'content-length': Buffer.isBuffer(body) ? body.length : 0 });
    response.end(body);
    return;
  }
  const text = JSON.stringify(body, null, 2);
  response.writeHead(status, {
    'content-type': 'application/json; charset=UTF-8',
    ...headers,
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}
