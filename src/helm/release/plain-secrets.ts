import { ConfigurationError } from '../../errors.js';

/**
 * Refuses a rendering in which a secret of the configuration is in another object than a Secret, whichever value of the chart
 * brought it there. There the plan identity, every log of a Deployment and everybody who may list objects could read it.
 * @param text output of helm for symbolic values, where a secret is `${secret:NAME}`
 */
export function refusePlainSecrets(text: string): void {
  if (!text.includes(`\${secret:`)) return;
  for (const document of text.split(/^---(?:[ \t].*)?$/m)) {
    const kind = /^kind: *"?(\w+)"?/m.exec(document)?.[1] ?? 'object';
    const secret = /\$\{secret:([^}]*)\}/.exec(document)?.[1];
    if (kind === 'Secret' || secret === undefined) continue;
    const name = /^ {2}name: *"?([^"\s]+)"?/m.exec(document)?.[1] ?? '';
    throw new ConfigurationError(`The chart would put the secret "${secret}" in plain text into ${kind}/${name}`, {
      where: 'hub.values',
      hint: 'Use the secret as a variable (extraEnv), in hub.config, or in the stringData of an extraFiles entry.',
    });
  }
}
