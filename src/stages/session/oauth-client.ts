import { oauthClientOf } from '../../cloud/oauth-client.js';
import type { BackendService } from '../../cloud/project.js';
import { locationText } from '../../config/location.js';
import { ConfigurationError } from '../../errors.js';
import type { Input } from '../input/read.js';
import type { Session } from './session.js';

/** Checks the OAuth client before anything changes: with a wrong one nobody passes IAP. */
export function checkOauthClient(
  input: Input,
  name: string | undefined,
  values: Readonly<Record<string, string>>,
): void {
  if (name === undefined || oauthClientOf(values[name] ?? '') !== undefined) return;
  throw new ConfigurationError(`The secret ${name} is no OAuth client for a web application`, {
    where: locationText(input.locate(['access', 'oauthClient'])),
    hint: 'It holds the JSON file of the client as downloaded from the console, with web.client_id and web.client_secret. Nothing was changed.',
  });
}

/** The OAuth client that the load balancer must have after an apply; undefined where Google manages it. */
export function wantedClient(
  { config }: Pick<Session, 'config'>,
  secrets: Readonly<Record<string, string>>,
): string | undefined {
  const name = config.access.oauthClient;
  return name === undefined ? undefined : oauthClientOf(secrets[name] ?? '')?.id;
}

/**
 * Refuses to go back to the client that Google manages. GKE leaves the old client in the load balancer when a BackendConfig no
 * longer names one (github.com/kubernetes/ingress-gce, issue 2924, open 2026-11): the plan would say one thing, and people
 * would meet another.
 */
export function refuseOldClient({ config, input }: Session, { name, oauthClientId: id }: BackendService): void {
  if (id === undefined || config.access.oauthClient !== undefined) return;
  throw new ConfigurationError(
    `The load balancer has the OAuth client ${id}, and GKE does not take it away again. Nothing was changed`,
    {
      where: locationText(input.locate(['access', 'oauthClient'], 'key')),
      hint: `Keep access.oauthClient. To go back to Google's client, take IAP's client off the backend service ${name} in the console, or destroy the hub and apply it again: homes and address stay. See docs/oauth-client.md.`,
    },
  );
}
