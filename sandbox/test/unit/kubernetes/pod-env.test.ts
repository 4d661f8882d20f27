import { expect, test } from '@jest/globals';
import type { ObjectStore } from '../../../src/kubernetes/kubelet-store.js';
import { containerEnv, type EnvContext, expand, fieldOf, serviceLinks } from '../../../src/kubernetes/pod-env.js';
import type { Pod, Service } from '../../../src/kubernetes/pod-types.js';

const pod: Pod = {
  metadata: { name: 'hub-0', namespace: 'ns', uid: 'u', labels: { app: 'hub', 'x.io/y': 'z' } },
  spec: { nodeName: 'n1', containers: [] },
};
const store = {
  services: () => [],
  data: (kind: string, _ns: string, name: string) =>
    kind === 'secrets' && name === 'keys' ? new Map([['a', Buffer.from('geheim')]]) : undefined,
} as unknown as ObjectStore;
const context: EnvContext = {
  pod,
  podIP: '127.64.0.1',
  hostIP: '127.0.0.1',
  store,
  apiServer: { host: '127.0.0.1', port: '1' },
};

test('expand replaces known names once, keeps unknown ones and unescapes doubled dollars', () => {
  const env = { A: '$(B)', B: 'b' };
  expect(expand('$(A) $(B) $(C) $$(B) $ $() $(toString)', env)).toBe('$(B) b $(C) $(B) $ $() $(toString)');
});

test('facts about the pod are read by their field paths, others are refused', () => {
  expect(fieldOf("metadata.labels['x.io/y']", context)).toBe('z');
  expect(fieldOf("metadata.labels['none']", context)).toBe('');
  expect(fieldOf('status.podIP', context)).toBe('127.64.0.1');
  expect(fieldOf('metadata.labels', context)).toBe('app="hub"\nx.io/y="z"');
  expect(() => fieldOf('constructor', context)).toThrow('unsupported fieldPath');
});

test('variables come from values, keys and limits, and a missing required one is an error', () => {
  const env = containerEnv(
    {
      name: 'c',
      resources: { limits: { memory: '1Gi', cpu: '1500m' } },
      envFrom: [{ prefix: 'K_', secretRef: { name: 'keys' } }],
      env: [
        { name: 'ONE', valueFrom: { secretKeyRef: { name: 'keys', key: 'a' } } },
        { name: 'TWO', value: 'x$(ONE)$(K_a)' },
        { name: 'NONE', valueFrom: { secretKeyRef: { name: 'keys', key: 'b', optional: true } } },
        { name: 'MEM', valueFrom: { resourceFieldRef: { resource: 'limits.memory' } } },
        { name: 'CPU', valueFrom: { resourceFieldRef: { resource: 'limits.cpu' } } },
      ],
    },
    context,
  );
  expect(env).toMatchObject({ HOSTNAME: 'hub-0', TWO: 'xgeheimgeheim', MEM: '1073741824', CPU: '2', K_a: 'geheim' });
  expect(env).not.toHaveProperty('NONE');
  const missing = { name: 'X', valueFrom: { configMapKeyRef: { name: 'gone', key: 'k' } } };
  expect(() => containerEnv({ name: 'c', env: [missing] }, context)).toThrow('configmap "gone" not found');
});

test('services become variables; headless ones do not', () => {
  const service = (name: string, clusterIP: string): Service => ({
    metadata: { name, namespace: 'ns' },
    spec: { clusterIP, ports: [{ name: 'http-api', port: 8001 }] },
  });
  expect(serviceLinks([service('proxy-api', '10.0.0.9'), service('none', 'None')])).toEqual({
    PROXY_API_SERVICE_HOST: '10.0.0.9',
    PROXY_API_SERVICE_PORT: '8001',
    PROXY_API_SERVICE_PORT_HTTP_API: '8001',
    PROXY_API_PORT: 'tcp://10.0.0.9:8001',
    PROXY_API_PORT_8001_TCP: 'tcp://10.0.0.9:8001',
    PROXY_API_PORT_8001_TCP_PROTO: 'tcp',
    PROXY_API_PORT_8001_TCP_PORT: '8001',
    PROXY_API_PORT_8001_TCP_ADDR: '10.0.0.9',
  });
});
