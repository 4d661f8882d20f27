import { expect, test } from '@jest/globals';
import { ConfigurationError, type ToolError } from '../../../../src/errors.js';
import { explainHelm } from '../../../../src/helm/release/errors.js';

const ARGS = ['upgrade', '--install', 'research', '/chart'];
const failed = (stderr: string): ToolError => explainHelm(ARGS, { code: 1, stdout: '', stderr, timedOut: false });

test.each([
  [
    'Error: UPGRADE FAILED: another operation (install/upgrade/rollback) is in progress',
    /Another helm operation/,
    /repairs/,
  ],
  [
    'Error: Kubernetes cluster unreachable: Get "https://x/version": dial tcp 127.0.0.1:1: connect: connection refused',
    /cannot reach the cluster/,
    /RUNNING/,
  ],
  [
    'Error: UPGRADE FAILED: deployments.apps "hub" is forbidden: User "a@acme.dev" cannot patch resource "deployments"',
    /permission in the cluster/,
    /container.admin/,
  ],
  [
    'Error: INSTALLATION FAILED: pods "hub" is forbidden: exceeded quota: compute, requested: cpu=1',
    /quota is full/,
    /quota/,
  ],
  [
    'Error: UPGRADE FAILED: cannot patch "hub-db-dir": spec: Forbidden: spec is immutable after creation',
    /never changes/,
    /first install/,
  ],
  [
    'Error: unable to continue with install: Ingress "jupyterhub" in namespace "ns" exists and cannot be imported into the current release: invalid ownership metadata',
    /belongs to something else/,
    /hub name/,
  ],
  [
    'Error: chart "jupyterhub" version "9.9.9" not found in https://charts.example/ repository',
    /The chart could not be fetched/,
    /hub.chart/,
  ],
  [
    'Error: looks like "https://charts.example/" is not a valid chart repository or cannot be reached: 404',
    /The chart could not be fetched/,
    /hub.chart/,
  ],
  ['Error: UPGRADE FAILED: context deadline exceeded', /did not finish in time/, /apply again/],
  ['Error: something nobody expected', /something nobody expected/, /Run again/],
])('the text of helm is explained: %s', (stderr, message, hint) => {
  const error = failed(stderr);
  expect(error.message).toMatch(message);
  expect(error.hint).toMatch(hint);
  expect(error.where).toBe('helm upgrade research');
});

test("findings of the chart's schema name the keys of hub.values", () => {
  const error = failed(
    "Error: values don't meet the specifications of the schema(s) in the following chart(s):\njupyterhub:\n- at '/hub': additional properties 'nope' not allowed\n- at '/cull/timeout': got string, want null or integer\n",
  );
  expect(error).toBeInstanceOf(ConfigurationError);
  expect(error.message).toContain('hub.nope: Unknown key "nope".');
});

test('warnings of helm are not taken for the error', () => {
  expect(failed('level=WARN msg="connection refused earlier"\nError: context deadline exceeded').message).toContain(
    'in time',
  );
});

test('a killed helm and a limit are named', () => {
  const base = { stdout: '', stderr: '' };
  expect(explainHelm(ARGS, { ...base, code: null, timedOut: false }).message).toContain('signal');
  expect(explainHelm(ARGS, { ...base, code: null, timedOut: true }).message).toContain('in time');
});

test.each([
  'Error: another operation (install/upgrade/rollback) is in progress',
  'Error: context deadline exceeded',
  'Error: something new',
  undefined,
])('a removal that failed with %j is not to be repeated by apply', (stderr) => {
  const args = ['uninstall', 'research', '--namespace', 'jupyterhub-research'];
  const error = explainHelm(args, { code: 1, stdout: '', stderr: stderr ?? '', timedOut: stderr === undefined });
  expect(error.hint).not.toMatch(/run apply/i);
  expect(error.hint).toMatch(/run (destroy )?again/i);
});
