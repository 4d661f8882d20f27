import { locationText } from '../../config/location.js';
import { ConfigurationError } from '../../errors.js';
import { tokensOf } from '../../github/runner/inputs.js';
import type { Input } from '../input/read.js';
import type { Session } from './session.js';

/** Values of the secrets that the configuration names, from the environment; each is masked before anything can print it. */
export function readSecrets({ config, context, input }: Session): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  const missing: { name: string; variable: string }[] = [];
  const ofJob = new Set(tokensOf(context.env));
  for (const [name, { env: variable }] of Object.entries(config.secrets)) {
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
