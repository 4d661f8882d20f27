import { accessSecret } from '../../cloud/secret-manager.js';
import { identityPrefix } from '../../config/identity-prefix.js';
import { locationText } from '../../config/location.js';
import { ConfigurationError } from '../../errors.js';
import { tokensOf } from '../../github/runner/inputs.js';
import { isObject } from '../../json.js';
import type { Input } from '../input/read.js';
import { checkOauthClient } from './oauth-client.js';
import type { Session } from './session.js';

/**
 * Values of the secrets that the configuration names: from the environment, and from Secret Manager, which only `apply` asks.
 * Each is masked before anything can print it.
 */
export async function readSecrets(session: Session): Promise<Readonly<Record<string, string>>> {
  const { config, context, input } = session;
  const values: Record<string, string> = fromEnvironment(session);
  for (const [name, source] of Object.entries(config.secrets)) {
    if (!('secretManager' in source)) continue;
    const where = locationText(input.locate(['secrets', name, 'secretManager'], 'value'));
    const value = await accessSecret(session.google, source.secretManager, { where, readers: applyReader(config) });
    context.mask(value);
    values[name] = value;
  }
  // What is printed of such a file is one of its parts, and not the whole.
  for (const value of Object.values(values)) for (const part of secretParts(value)) context.mask(part);
  for (const [index, name] of config.pullSecrets.entries()) {
    if (isDockerConfig(values[name])) continue;
    throw new ConfigurationError(
      `The secret ${name} is no Docker config in JSON, so that no image can be pulled with it`,
      {
        where: locationText(input.locate(['images', 'pullSecrets', index], 'value')),
        hint: 'It has the form {"auths": {"HOST": {"auth": "…"}}}, as "docker login" writes it. Nothing was changed.',
      },
    );
  }
  checkOauthClient(input, config.access.oauthClient, values);
  return values;
}

/** Secrets inside the JSON of an OAuth client or of a Docker config. */
export function secretParts(text: string): readonly string[] {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return [];
  }
  const found: string[] = [];
  const visit = (value: unknown, key: string): void => {
    if (typeof value === 'string' && SECRET_KEYS.has(key)) {
      found.push(value);
      // Docker's form of user and password.
      if (key === 'auth') {
        const decoded = Buffer.from(value, 'base64').toString('utf8');
        found.push(decoded, decoded.slice(decoded.indexOf(':') + 1));
      }
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) visit(inner, name);
    }
  };
  visit(file, '');
  return [...new Set(found)].filter((one) => one.length >= SHORTEST);
}

const SECRET_KEYS = new Set(['client_secret', 'auth', 'password', 'identitytoken', 'registrytoken', 'private_key']);
/** A mask of fewer letters would hide half of a log. */
const SHORTEST = 6;

/** Whom the right to read a secret is to be given: the identity that applies, as SETUP.md makes it. */
function applyReader({ name, project }: Session['config']): string {
  return `serviceAccount:${identityPrefix(name)}-apply@${project}.iam.gserviceaccount.com`;
}

function isDockerConfig(text: string | undefined): boolean {
  try {
    const read: unknown = JSON.parse(text ?? '');
    return isObject(read) && isObject(read.auths);
  } catch {
    return false;
  }
}

function fromEnvironment({ config, context, input }: Session): Record<string, string> {
  const values: Record<string, string> = {};
  const missing: { name: string; variable: string }[] = [];
  const ofJob = new Set(tokensOf(context.env));
  for (const [name, source] of Object.entries(config.secrets)) {
    if (!('env' in source)) continue;
    const variable = source.env;
    const value = context.env[variable];
    // A rule refuses the names of such variables. A workflow can give the same token to another one.
    if (value !== undefined && ofJob.has(value.trim())) refuseJobCredential(input, name, variable);
    if (value === undefined || value === '') missing.push({ name, variable });
    else {
      context.mask(value);
      values[name] = value;
    }
  }
  if (missing.length === 0) return values;
  const place = input.locate(['secrets', missing[0]?.name ?? '', 'env'], 'value');
  throw new ConfigurationError(
    `The environment lacks the secrets ${missing.map(({ name, variable }) => `${name} (variable ${variable})`).join(', ')}`,
    {
      where: locationText(place),
      hint: `In the workflow give them to the step: "env: {${missing[0]?.variable}: \${{ secrets.${missing[0]?.variable} }}}". Nothing was changed.`,
    },
  );
}

function refuseJobCredential(input: Input, name: string, variable: string): never {
  throw new ConfigurationError(`The variable ${variable} holds a credential of the job, which the hub must not get`, {
    where: locationText(input.locate(['secrets', name, 'env'], 'value')),
    hint: `Give the hub a secret of its own in ${variable}. Nothing was changed.`,
  });
}
