import { randomBytes } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { type Ingress, listen, type Route } from '../kubernetes/ingress.js';
import { answer, forward, forwardUpgrade, passedOn, refuseUpgrade } from '../kubernetes/ingress-forward.js';
import type { Log } from '../log.js';
import { type AssertionOptions, accountId, createSigner } from './assertion.js';
import { deniedPage, signInPage } from './pages.js';

export type { AssertionOptions } from './assertion.js';

/** Settings of the stand-in. */
export interface IapOptions {
  /** Decides who may use a backend service, by its IAM policies. */
  readonly emulator: { iapAllows(backendId: string, email: string, at: Date): boolean };
  readonly ingress: Pick<Ingress, 'routes'>;
  readonly log: Log;
}

/** A running stand-in of Google's load balancer with Identity-Aware Proxy. */
export interface Iap {
  /** Address that a browser opens. */
  readonly url: string;
  /** Where the public keys are, for JUPYTERHUB_GKE_IAP_KEYS_URL. */
  readonly keysUrl: string;
  /** Address that signs a browser in as a person and leads on to the hub. */
  signInUrl(email: string): string;
  /** An assertion as IAP signs it, or an altered one. */
  assertion(options: AssertionOptions): Promise<string>;
  stop(): Promise<void>;
}

const COOKIE = 'GCP_IAP_SANDBOX_SESSION';
const PREFIX = '/_gcp_iap/';
const SIGN_IN = `${PREFIX}sandbox-sign-in`;
const KEYS = `${PREFIX}public_key-jwk`;
const GENERATED = { 'x-goog-iap-generated-response': 'true' };

/** Answer of IAP itself, instead of the hub's. */
interface Refusal {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Starts IAP on a free loopback port. It checks the policy for each request and upgrade, but not on open websockets, like the real IAP. */
export async function startIap({ emulator, ingress, log }: IapOptions): Promise<Iap> {
  const signer = await createSigner();
  const sessions = new Map<string, string>();

  /** The signed-in person if the policy allows them, or the reason for the refusal. */
  const look = (incoming: IncomingMessage, route: Route): { readonly email: string } | Refusal => {
    const email = sessions.get(cookieOf(incoming) ?? '');
    if (email === undefined) {
      const away = `${SIGN_IN}?continue=${encodeURIComponent(incoming.url ?? '/')}`;
      // A script cannot follow the redirect to another origin, so it gets 401.
      if (!navigates(incoming)) return { status: 401, body: 'Sign in by opening the page in a browser.\n' };
      return { status: 302, body: '', headers: { location: away } };
    }
    if (emulator.iapAllows(route.backend.id, email, new Date())) return { email };
    log(`IAP: ${email} has no access to ${route.backend.name}`);
    return { status: 403, body: deniedPage(email, SIGN_IN), headers: { 'content-type': 'text/html; charset=utf-8' } };
  };
  const pass = async (incoming: IncomingMessage, route: Route, email: string): Promise<OutgoingHttpHeaders> => {
    const account = `accounts.google.com:${accountId(email)}`;
    return passedOn(
      incoming,
      {
        'x-goog-iap-jwt-assertion': await tested(incoming, route, email),
        'x-goog-authenticated-user-email': `accounts.google.com:${email}`,
        'x-goog-authenticated-user-id': account,
      },
      (name) => name.startsWith('x-goog-'),
    );
  };
  /** The assertion, or on request an invalid one for testing an application (SECURE_TOKEN_TEST). */
  const tested = (incoming: IncomingMessage, { backend }: Route, email: string): Promise<string> => {
    const query = new URL(incoming.url ?? '/', 'http://iap').searchParams;
    const type = query.get('gcp-iap-mode') === 'SECURE_TOKEN_TEST' ? query.get('iap-secure-token-test-type') : null;
    const bad: Readonly<Record<string, Omit<AssertionOptions, 'email'>>> = {
      FUTURE_ISSUE: { issuedIn: 3600 },
      PAST_EXPIRATION: { expiresIn: -3600 },
      ISSUER: { issuer: 'https://example.com' },
      AUDIENCE: { audience: '/projects/1/global/backendServices/1' },
      SIGNATURE: { forged: true },
    };
    return signer.sign({ email, audience: backend.audience, ...(type === null ? {} : bad[type]) });
  };

  const listener = await listen({
    request: async (incoming, response) => {
      const url = new URL(incoming.url ?? '/', 'http://iap');
      const say = ({ status, body, headers = {} }: Refusal): void =>
        answer(response, status, body, { ...GENERATED, ...headers });
      try {
        if (url.pathname === KEYS) {
          return answer(response, 200, JSON.stringify(signer.keys), {
            'content-type': 'application/json',
            'cache-control': 'max-age=3600',
          });
        }
        if (url.pathname === SIGN_IN) return say(signIn(url, sessions));
        if (url.searchParams.get('gcp-iap-mode') === 'CLEAR_LOGIN_COOKIE') {
          sessions.delete(cookieOf(incoming) ?? '');
          return say({
            status: 302,
            body: '',
            headers: { location: SIGN_IN, 'set-cookie': `${COOKIE}=; Path=/; Max-Age=0` },
          });
        }
        const route = ingress.routes(incoming.headers.host);
        if (route === undefined)
          return answer(response, 404, 'response 404 (backend NotFound), service rules for the path non-existent\n');
        const target = route.target();
        if (!route.iap && target !== undefined) return forward(incoming, response, target, passedOn(incoming));
        const who = look(incoming, route);
        if (route.iap && !('email' in who)) return say(who);
        if ('email' in who && url.searchParams.get('gcp-iap-mode') === 'IDENTITY') {
          const identity = {
            email: `accounts.google.com:${who.email}`,
            sub: `accounts.google.com:${accountId(who.email)}`,
          };
          return say({ status: 200, body: JSON.stringify(identity), headers: { 'content-type': 'application/json' } });
        }
        if (target === undefined || !('email' in who))
          return answer(response, 502, 'The server encountered a temporary error. Please try again in 30 seconds.\n');
        forward(incoming, response, target, await pass(incoming, route, who.email));
      } catch (error) {
        log(`IAP: ${error instanceof Error ? error.message : String(error)}`);
        if (!response.headersSent) answer(response, 500, 'IAP failed.\n');
      }
    },
    upgrade: async (incoming, socket, head) => {
      try {
        const route = ingress.routes(incoming.headers.host);
        const target = route?.target();
        if (route === undefined || target === undefined) return refuseUpgrade(socket, 502, 'No server is ready.\n');
        const limitSeconds = route.timeoutSec;
        if (!route.iap)
          return forwardUpgrade(incoming, socket, head, { target, headers: passedOn(incoming), limitSeconds });
        const who = look(incoming, route);
        if (!('email' in who)) return refuseUpgrade(socket, who.status === 302 ? 401 : who.status, 'No access.\n');
        forwardUpgrade(incoming, socket, head, {
          target,
          headers: await pass(incoming, route, who.email),
          limitSeconds,
        });
      } catch (error) {
        log(`IAP: ${error instanceof Error ? error.message : String(error)}`);
        socket.destroy();
      }
    },
  });
  return {
    url: listener.url,
    keysUrl: `${listener.url}${KEYS}`,
    signInUrl: (email) => `${listener.url}${SIGN_IN}?email=${encodeURIComponent(email)}`,
    assertion(options) {
      const audience = options.audience ?? ingress.routes()?.backend.audience;
      if (audience === undefined) throw new Error('There is no hub whose audience an assertion could name.');
      return signer.sign({ ...options, audience });
    },
    stop: () => listener.stop(),
  };
}

function signIn(url: URL, sessions: Map<string, string>): Refusal {
  const email = (url.searchParams.get('email') ?? '').trim().toLowerCase();
  const wanted = url.searchParams.get('continue') ?? '/';
  // Only to a path of this IAP stand-in, never to another host.
  const next = /^\/(?![/\\])/.test(wanted) ? wanted : '/';
  if (!/^[^@\s]+@[^@\s]+$/.test(email)) {
    return { status: 200, body: signInPage(SIGN_IN, next), headers: { 'content-type': 'text/html; charset=utf-8' } };
  }
  const session = randomBytes(18).toString('base64url');
  sessions.set(session, email);
  return {
    status: 302,
    body: '',
    headers: { location: next, 'set-cookie': `${COOKIE}=${session}; Path=/; HttpOnly; SameSite=Lax` },
  };
}

function cookieOf(incoming: IncomingMessage): string | undefined {
  const pairs = (incoming.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1);
}

function navigates({ headers, method }: IncomingMessage): boolean {
  if (headers['x-requested-with'] === 'XMLHttpRequest') return false;
  const mode = headers['sec-fetch-mode'];
  return (
    (mode === undefined || mode === 'navigate') &&
    (method === 'GET' || method === 'HEAD') &&
    headers.upgrade === undefined
  );
}
