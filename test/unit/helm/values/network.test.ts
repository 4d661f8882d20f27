import { BlockList } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { repoPath } from '../../../../sandbox/src/paths.js';
import type { JsonObject } from '../../../../src/config/model.js';
import { hubValues, readSources } from '../../../../src/helm/values/layers.js';
import { valueAt } from '../../../../src/helm/values/values.js';
import { hubConfig } from '../../../support/hub-config.js';

const sources = await readSources(repoPath('helm'));
const PODS = { hub: 'hub', proxy: 'proxy.chp', notebook: 'singleuser' } as const;
// All that the chart's own rules open when they are on.
const SWITCHES = {
  cloudMetadataServer: false,
  dnsPortsCloudMetadataServer: true,
  dnsPortsKubeSystemNamespace: true,
  dnsPortsPrivateIPs: false,
  nonPrivateIPs: false,
  privateIPs: false,
};

interface Rule {
  readonly to?: readonly { readonly ipBlock?: { readonly cidr: string; readonly except?: readonly string[] } }[];
  readonly ports?: readonly { readonly port: number; readonly protocol: string }[];
}

function within(ip: string, cidrs: readonly string[]): boolean {
  const list = new BlockList();
  for (const cidr of cidrs) list.addSubnet(cidr.split('/')[0] ?? '', Number(cidr.split('/')[1]));
  return list.check(ip);
}

/** Whether a pod may connect to an address, by the egress rules that the chart gets. */
function reaches(
  pod: keyof typeof PODS,
  ip: string,
  port: number,
  user: JsonObject = {},
  perUserBuckets = false,
): boolean {
  const config = hubConfig(user, { storage: { ...hubConfig().storage, perUserBuckets } });
  const policy = valueAt(hubValues(config, sources, {}), `${PODS[pod]}.networkPolicy`) as JsonObject;
  expect(policy.egressAllowRules).toEqual(SWITCHES);
  return (policy.egress as unknown as readonly Rule[]).some(
    ({ to = [], ports }) =>
      (ports === undefined || ports.some((one) => one.port === port && one.protocol === 'TCP')) &&
      to.some(({ ipBlock }) => ipBlock && within(ip, [ipBlock.cidr]) && !within(ip, ipBlock.except ?? [])),
  );
}

describe('network policies of hub, proxy and notebook servers', () => {
  test.each(['hub', 'proxy', 'notebook'] as const)('%s does not reach the metadata server', (pod) => {
    for (const ip of ['169.254.169.254', '169.254.169.252']) {
      for (const port of [80, 988, 8080, 443]) expect([ip, port, reaches(pod, ip, port)]).toEqual([ip, port, false]);
    }
  });

  test.each(['hub', 'proxy', 'notebook'] as const)('%s does not reach private addresses', (pod) => {
    for (const ip of ['10.0.0.9', '172.16.4.4', '172.31.255.1', '192.168.1.1', '169.254.1.1']) {
      for (const port of [22, 53, 80, 5432, 3306, 8001, 8888, 10250]) {
        expect([ip, port, reaches(pod, ip, port)]).toEqual([ip, port, false]);
      }
    }
  });

  test('the proxy does not reach the internet, nor the Kubernetes API', () => {
    for (const ip of ['8.8.8.8', '34.118.224.1', '10.128.0.2'])
      expect([ip, reaches('proxy', ip, 443)]).toEqual([ip, false]);
  });

  test('a notebook server does not reach the Kubernetes API at a private address', () => {
    expect(reaches('notebook', '10.128.0.2', 443)).toBe(false);
  });

  test('the hub reaches the Kubernetes API and IAP’s keys, and everybody the DNS cache of the node', () => {
    for (const ip of ['10.128.0.2', '34.118.224.1', '142.250.1.1'])
      expect([ip, reaches('hub', ip, 443)]).toEqual([ip, true]);
    expect(reaches('notebook', '142.250.1.1', 443)).toBe(true);
    for (const pod of ['hub', 'proxy', 'notebook'] as const) expect(reaches(pod, '169.254.20.10', 53)).toBe(true);
  });

  test('the hub reaches a database at a private address only where hub.values names one, at its port alone', () => {
    const user = { hub: { db: { type: 'postgres' } } };
    expect(reaches('hub', '10.0.0.9', 5432, user)).toBe(true);
    for (const port of [3306, 22, 80]) expect([port, reaches('hub', '10.0.0.9', port, user)]).toEqual([port, false]);
    expect(reaches('notebook', '10.0.0.9', 5432, user)).toBe(false);
  });

  test('notebook servers reach the metadata server only where buckets need it, and the hub never', () => {
    expect(reaches('notebook', '169.254.169.252', 988, {}, true)).toBe(true);
    expect(reaches('hub', '169.254.169.252', 988, {}, true)).toBe(false);
  });

  test('hub.values cannot switch the chart’s own wide rules on', () => {
    const open = { networkPolicy: { egressAllowRules: { privateIPs: true, cloudMetadataServer: true } } };
    const user = { hub: open, singleuser: open, proxy: { chp: open } };
    for (const pod of ['hub', 'proxy'] as const) expect(reaches(pod, '10.0.0.9', 22, user)).toBe(false);
    const servers = {
      singleuser: { networkPolicy: { egressAllowRules: { cloudMetadataServer: true, nonPrivateIPs: true } } },
    };
    for (const ip of ['169.254.169.254', '169.254.169.252', '10.0.0.9'])
      expect([ip, reaches('notebook', ip, 988, servers)]).toEqual([ip, false]);
  });

  test('hub.values can open private addresses to notebook servers, and not the metadata server with them', () => {
    const user = { singleuser: { networkPolicy: { egressAllowRules: { privateIPs: true } } } };
    expect(reaches('notebook', '10.0.0.9', 22, user)).toBe(true);
    for (const ip of ['169.254.169.254', '169.254.169.252'])
      expect([ip, reaches('notebook', ip, 988, user)]).toEqual([ip, false]);
  });

  test('hub.values can close the internet to notebook servers', () => {
    const user = { singleuser: { networkPolicy: { egressAllowRules: { nonPrivateIPs: false } } } };
    expect(reaches('notebook', '8.8.8.8', 443, user)).toBe(false);
    expect(reaches('hub', '142.250.1.1', 443, user)).toBe(true);
    expect(reaches('notebook', '169.254.20.10', 53, user)).toBe(true);
  });
});

describe('security of notebook pods', () => {
  const of = (user: JsonObject): JsonObject =>
    valueAt(hubValues(hubConfig(user), sources, {}), 'hub.config.KubeSpawner') as JsonObject;

  test('a notebook server gets no capability, no new privileges, no root and the runtime’s system calls', () => {
    expect(of({})).toMatchObject({
      pod_security_context: { seccompProfile: { type: 'RuntimeDefault' } },
      container_security_context: { capabilities: { drop: ['ALL'] }, runAsNonRoot: true },
    });
    expect(valueAt(hubValues(hubConfig(), sources, {}), 'singleuser.allowPrivilegeEscalation')).toBe(false);
  });

  test.each([0, null])('an image that needs root runs where hub.values sets singleuser.uid to %s', (uid) => {
    expect(of({ singleuser: { uid } })).toMatchObject({
      container_security_context: { capabilities: { drop: ['ALL'] }, runAsNonRoot: false },
    });
    expect(of({ singleuser: { uid: 1001 } })).toMatchObject({ container_security_context: { runAsNonRoot: true } });
  });
});
