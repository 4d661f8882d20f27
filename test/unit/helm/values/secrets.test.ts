import { describe, expect, test } from '@jest/globals';
import { secretPlace } from '../../../../src/config/chart/secret-places.js';
import type { JsonObject } from '../../../../src/config/model.js';
import { refusePlainSecrets } from '../../../../src/helm/release/plain-secrets.js';
import { secretVariables } from '../../../../src/helm/values/secrets.js';
import { resolve } from '../../../../src/helm/values/values.js';

const reference = (key: string): JsonObject => ({ valueFrom: { secretKeyRef: { name: 'research-secrets', key } } });
const A = { secretRef: 'A' };

describe('a secret is not a plain value of a pod', () => {
  test.each<[string, JsonObject, JsonObject]>([
    [
      'a variable of notebooks',
      { singleuser: { extraEnv: { K: A } } },
      { singleuser: { extraEnv: { K: reference('A') } } },
    ],
    [
      'a variable with further fields',
      { singleuser: { extraEnv: { K: { name: 'K', value: A } } } },
      { singleuser: { extraEnv: { K: { name: 'K', ...reference('A') } } } },
    ],
    [
      'a list of variables of a container',
      { singleuser: { initContainers: [{ env: [{ name: 'K', value: A }] }] } },
      { singleuser: { initContainers: [{ env: [{ name: 'K', ...reference('A') }] }] } },
    ],
    [
      'a trait of the spawner',
      { hub: { config: { KubeSpawner: { environment: { K: A } } } } },
      { hub: { config: { KubeSpawner: { environment: { K: reference('A') } } } } },
    ],
    [
      'a variable of the proxy',
      { proxy: { chp: { extraEnv: { K: A } } } },
      { proxy: { chp: { extraEnv: { K: reference('A') } } } },
    ],
  ])('as %s', (_, values, expected) => {
    expect(secretVariables(values, 'research')).toEqual({ values: expected, names: ['A'] });
  });

  test('a new value restarts the hub whose variable it is, though no value of the chart changes', () => {
    const { values } = secretVariables({ hub: { extraEnv: { K: A } } }, 'research');
    const known = { address: 'hub.acme.dev', secrets: {}, secretsVersion: '4711' };
    expect(resolve(values, known)).toEqual({
      hub: { extraEnv: { K: reference('A') }, annotations: { 'checksum/jupyterhub-gke-secrets': '4711' } },
    });
  });

  test('what the chart keeps in a Secret of its own stays a value', () => {
    const values = {
      hub: { config: { Mine: { environment: { K: A } } }, services: { s: { environment: { K: A }, apiToken: A } } },
      custom: { env: { K: A } },
    };
    expect(secretVariables(values, 'research')).toEqual({ values, names: [] });
  });
});

describe('a secret in plain text', () => {
  test.each([
    'singleuser.extraAnnotations.note',
    'singleuser.cmd',
    'singleuser.lifecycleHooks.postStart.exec.command',
    'singleuser.extraLabels.env',
    'hub.annotations.note',
    'hub.labels.a',
    'hub.extraContainers.0.args.0',
    'hub.config.KubeSpawner.extra_annotations.a',
    'hub.config.SimpleSpawner.cmd',
    'hub.extraFiles.a.mountPath',
    'hub.extraEnv',
    'hub.extraEnv.K.other',
    'proxy.labels.env',
    'singleuser.extraEnv.K.value.more',
  ])('has no place at %s', (path) => {
    const steps = path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
    expect(secretPlace(steps)).toBeUndefined();
  });

  test('is refused in any object that a chart renders, but not in a Secret', () => {
    const secret = `kind: Secret\nmetadata:\n  name: hub\nstringData:\n  a: "\${secret:A}"\n`;
    const deployment = `kind: Deployment\nmetadata:\n  name: hub\nspec:\n  args: ["--key=\${secret:A}"]\n`;
    expect(() => refusePlainSecrets(`---\n${secret}---\nkind: Deployment\n`)).not.toThrow();
    for (const text of [
      deployment,
      `---\n${secret}---\n# Source: x\n${deployment}`,
      deployment.replace('kind', '\nkind'),
    ])
      expect(() => refusePlainSecrets(text)).toThrow('the secret "A" in plain text into Deployment/hub');
  });
});
