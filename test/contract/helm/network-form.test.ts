import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { startControlPlane } from '../../../sandbox/src/kubernetes/control-plane.js';
import { formFaults } from '../../../src/config/chart/network-form.js';
import type { JsonObject } from '../../../src/config/model.js';
import { startHelmEnvironment } from '../../support/helm-environment.js';
import { sharedEnvironment } from '../../support/shared-environment.js';

const TOOLS = ['etcd', 'kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kwok'] as const;

const testInEnvironment = sharedEnvironment(async () => {
  const found = await startHelmEnvironment([...TOOLS]);
  if (typeof found === 'string') return found;
  const dir = mkdtempSync(join(tmpdir(), 'network-form-'));
  const tokenReviewUrl = 'http://127.0.0.1:9/';
  const plane = await startControlPlane({
    ...{ dir: join(dir, 'plane'), tools: found.tools, tokenReviewUrl, region: 'us-central1', log: () => {} },
  });
  return {
    plane,
    async stop() {
      await plane.stop();
      found.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}, 120_000);

const block = (cidr: unknown, more: object = {}) => ({ to: [{ ipBlock: { cidr, ...more } }] }) as JsonObject;
const port = (one: object | number) => ({ to: [{ podSelector: {} }], ports: [one] }) as JsonObject;
const selector = (one: object) => ({ to: [{ podSelector: one }] }) as JsonObject;
const expression = (one: object) => selector({ matchExpressions: [{ key: 'a', ...one }] });

const RULES: readonly JsonObject[] = [
  {},
  block('10.0.0.0/8'),
  block('0.0.0.0/0'),
  block('2001:db8::/32'),
  block('10.0.0.0'),
  block('10.0.0.0/33'),
  block('10.0.0.0/-1'),
  block('db.acme.dev'),
  block(''),
  block('10.0.0.0/8', { except: ['10.1.0.0/16'] }),
  block('10.0.0.0/8', { except: ['10.0.0.0/8'] }),
  block('10.0.0.0/8', { except: ['192.168.0.0/16'] }),
  block('10.0.0.0/8', { except: ['10.1.0.0'] }),
  port({ port: 443 }),
  port({ port: 443, protocol: 'TCP' }),
  port({ port: 443, protocol: 'tcp' }),
  port({ port: 443, protocol: 'HTTP' }),
  port({ port: 0 }),
  port({ port: 65535 }),
  port({ port: 65536 }),
  port({ port: 'https' }),
  port({ port: 'Https' }),
  port({ port: '443' }),
  port({ port: 'a-name-that-is-too-long' }),
  port({ port: 8000, endPort: 8100 }),
  port({ port: 8000, endPort: 80 }),
  port({ port: 'https', endPort: 8100 }),
  port({ endPort: 8100 }),
  port({ protocol: 'UDP' }),
  port(443),
  port({ port: 443, name: 'https' }),
  selector({ matchLabels: { app: 'dask' } }),
  selector({ matchLabels: { app: 'a b' } }),
  selector({ matchLabels: { gpu: true } }),
  selector({ matchLabels: { app: '' } }),
  selector({ app: 'dask' }),
  expression({ operator: 'In', values: ['b'] }),
  expression({ operator: 'in', values: ['b'] }),
  expression({ operator: 'In' }),
  expression({ operator: 'In', values: [1] }),
  expression({ operator: 'In', values: [{ a: 1 }] }),
  expression({ operator: 'In', values: ['a b'] }),
  expression({ operator: 'Exists' }),
  expression({ operator: 'Exists', values: ['b'] }),
  { to: [{}] },
  { to: [{ podSelector: {}, namespaceSelector: {} }] },
  { to: [{ podSelector: {}, ipBlock: { cidr: '10.0.0.0/8' } }] },
  { to: [{ cidr: '10.0.0.0/8' }] },
  { to: { podSelector: {} } },
  { from: [{ podSelector: {} }] },
  { port: 443 },
];

testInEnvironment('a network rule is refused by validate where the real API server refuses it', async ({ plane }) => {
  const base = { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy' };
  const seen: unknown[] = [];
  const said: unknown[] = [];
  for (const [index, rule] of RULES.entries()) {
    const object = {
      ...base,
      metadata: { name: `rule-${index}`, namespace: 'default' },
      spec: { podSelector: {}, policyTypes: ['Egress'], egress: [rule] },
    };
    // Like helm: a field that the API does not know is an error.
    const isTaken = await plane.client
      .apply(`/apis/networking.k8s.io/v1/namespaces/default/networkpolicies/rule-${index}`, object)
      .then(
        () => true,
        () => false,
      );
    seen.push([rule, isTaken]);
    said.push([rule, formFaults(rule, 'to').length === 0]);
  }
  expect(said).toEqual(seen);
});
