import { describe, expect, test } from '@jest/globals';
import type { KubeObject } from '../../../src/kubernetes/client.js';
import {
  backendConfigName,
  isOurs,
  reachable,
  readyPods,
  resourceName,
  servicePort,
  settingsOf,
  wantedBy,
} from '../../../src/kubernetes/ingress-model.js';

const service = (annotations: Record<string, string> = {}, type = 'ClusterIP'): KubeObject => ({
  metadata: { name: 'proxy-public', annotations },
  spec: { type, ports: [{ name: 'http', port: 80, targetPort: 'http' }] },
});
const ingress = (annotations: Record<string, string>, spec: Record<string, unknown> = {}): KubeObject => ({
  metadata: { name: 'jupyterhub', annotations },
  spec,
});

describe('names', () => {
  test('have at most 63 characters and stay distinct when truncated', () => {
    const long = 'a'.repeat(63);
    const names = [
      resourceName('uid', ['jupyterhub-research', 'proxy-public', '80']),
      resourceName('uid', [long, `${long.slice(1)}b`, '80']),
      resourceName('uid', [long, `${long.slice(1)}c`, '80']),
      resourceName('uid', [long, long], 'k8s2-fr'),
    ];
    for (const name of names) expect(name).toMatch(/^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/);
    expect(new Set(names).size).toBe(4);
    expect(names[0]).toMatch(/^k8s1-[0-9a-f]{8}-jupyterhub-research-proxy-public-80-[0-9a-f]{8}$/);
  });
});

describe('what GKE reads', () => {
  test('the class: gce or none', () => {
    expect(isOurs(ingress({ 'kubernetes.io/ingress.class': 'gce' }))).toBe(true);
    expect(isOurs(ingress({}))).toBe(true);
    expect(isOurs(ingress({ 'kubernetes.io/ingress.class': 'nginx' }))).toBe(false);
    expect(isOurs(ingress({}, { ingressClassName: 'nginx' }))).toBe(false);
  });

  test('the backends of the rules', () => {
    const rule = (backend: unknown): KubeObject =>
      ingress({}, { rules: [{ host: 'Hub.acme.dev', http: { paths: [{ backend }] } }] });
    expect(wantedBy(rule({ service: { name: 'proxy-public', port: { name: 'http' } } }))).toEqual([
      { host: 'hub.acme.dev', service: 'proxy-public', port: 'http' },
    ]);
    expect(wantedBy(rule({ service: { name: 'proxy-public', port: { number: 80 } } }))[0]?.port).toBe('80');
    expect(wantedBy(rule({ resource: {} }))).toEqual([]);
    expect(wantedBy(ingress({}, { rules: 'none' }))).toEqual([]);
  });

  test('a ClusterIP needs a NEG', () => {
    expect(reachable(service())).toBe(false);
    expect(reachable(service({ 'cloud.google.com/neg': 'not json' }))).toBe(false);
    expect(reachable(service({ 'cloud.google.com/neg': '{"ingress": true}' }))).toBe(true);
    expect(reachable(service({}, 'NodePort'))).toBe(true);
  });

  test('the BackendConfig by name of the port, number or default', () => {
    const port = { name: 'http', number: 80 };
    const named = (text: string): string | undefined =>
      backendConfigName(service({ 'cloud.google.com/backend-config': text }), port);
    expect(named('{"ports": {"http": "a"}}')).toBe('a');
    expect(named('{"ports": {"80": "b"}}')).toBe('b');
    expect(named('{"default": "c"}')).toBe('c');
    expect(named('{"ports": {"https": "d"}}')).toBeUndefined();
    expect(named('{')).toBeUndefined();
  });

  test('an IAP block that is missing leaves IAP as it is', () => {
    const config = (spec: Record<string, unknown>): KubeObject => ({ metadata: { name: 'research' }, spec });
    expect(settingsOf(config({})).iap).toBeUndefined();
    expect(settingsOf(config({ iap: { enabled: false } })).iap).toBe(false);
    expect(settingsOf(config({ iap: { enabled: true }, timeoutSec: 3600 }))).toMatchObject({
      iap: true,
      timeoutSec: 3600,
      healthPath: '/',
    });
  });

  test('ports and ready pods', () => {
    expect(servicePort(service(), 'http')).toEqual({ name: 'http', number: 80 });
    expect(servicePort(service(), '80')).toEqual({ name: 'http', number: 80 });
    expect(servicePort(service(), '8000')).toBeUndefined();
    const pod = (name: string, more: Partial<KubeObject> = {}, ready = 'True'): KubeObject => ({
      metadata: { name, namespace: 'ns', labels: { component: 'proxy', release: 'x' } },
      spec: { containers: [{ name: 'chp', ports: [{ name: 'http', containerPort: 8000 }] }] },
      status: { podIP: `127.64.0.${name}`, conditions: [{ type: 'Ready', status: ready }] },
      ...more,
    });
    const chosen: KubeObject = {
      metadata: { name: 'proxy-public', namespace: 'ns' },
      spec: { selector: { component: 'proxy' }, ports: [{ name: 'http', port: 80, targetPort: 'http' }] },
    };
    const pods = [
      pod('1', {}, 'False'),
      pod('2'),
      pod('3', { metadata: { name: '3', namespace: 'other', labels: { component: 'proxy' } } }),
      pod('4', { metadata: { name: '4', namespace: 'ns', labels: { component: 'hub' } } }),
      pod('5', { status: {} }),
    ];
    expect(readyPods(chosen, 80, pods)).toEqual([{ address: '127.64.0.2', port: 8000 }]);
    expect(readyPods(chosen, 443, pods)).toEqual([]);
    expect(readyPods({ ...chosen, spec: { ports: [{ port: 80 }] } }, 80, pods)).toEqual([]);
  });
});
