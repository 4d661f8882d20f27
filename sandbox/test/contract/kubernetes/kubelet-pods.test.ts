import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { get } from 'node:https';
import { expect } from '@jest/globals';
import {
  ask,
  isReady,
  PORTS,
  PROBE,
  pythonPod,
  running,
  SERVER,
  startPodEnvironment,
} from '../../../../test/support/pod-environment.js';
import { sharedEnvironment } from '../../../../test/support/shared-environment.js';

const testInEnvironment = sharedEnvironment(startPodEnvironment);

testInEnvironment(
  'ConfigMap volumes follow changes at once, subPath mounts do not, and optional ones appear',
  async (at) => {
    const { client } = at.plane;
    const ns = await at.namespace('volumes');
    const maps = `/api/v1/namespaces/${ns}/configmaps`;
    const object = (name: string, data: Record<string, string>) => ({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name },
      data,
    });
    await client.create(maps, object('settings', { a: 'one', b: '/etc/app is not rewritten' }));
    await client.create(`/api/v1/namespaces/${ns}/secrets`, {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'hidden' },
      stringData: { password: 's3cret', 'tool.py': 'VALUE = 42' },
    });
    const mounts = [
      { name: 'settings', mountPath: '/etc/app' },
      { name: 'settings', mountPath: '/opt/app/single', subPath: 'a' },
      { name: 'hidden', mountPath: '/opt/app/tool.py', subPath: 'tool.py' },
      { name: 'hidden', mountPath: '/run/hidden' },
      { name: 'later', mountPath: '/etc/later' },
      { name: 'scratch', mountPath: '/scratch' },
    ];
    const env = [
      { name: 'PASSWORD', valueFrom: { secretKeyRef: { name: 'hidden', key: 'password' } } },
      { name: 'POD', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
      { name: 'BOTH', value: '$(POD)-$(NOT_THERE)-$$(POD)' },
      { name: 'FOLDER', value: '/etc/app/a' },
    ];
    const spec = {
      volumes: [
        { name: 'settings', configMap: { name: 'settings' } },
        { name: 'hidden', secret: { secretName: 'hidden', defaultMode: 0o400 } },
        { name: 'later', configMap: { name: 'later', optional: true } },
        { name: 'scratch', emptyDir: {} },
      ],
    };
    await client.create(
      `/api/v1/namespaces/${ns}/pods`,
      pythonPod('reader', SERVER, spec, { volumeMounts: mounts, env, ports: PORTS, readinessProbe: PROBE }),
    );
    const ip = await running(at, ns, 'reader');
    const read = (path: string): Promise<string> => ask(ip, '/read', { path });
    expect(ip).toMatch(/^127\.64\./);
    expect(await read('/etc/app/b')).toBe('/etc/app is not rewritten');
    expect(await read('/run/hidden/password')).toBe('s3cret');
    expect(await ask(ip, '/mode', { path: '/run/hidden/password' })).toBe('0o400');
    expect(await ask(ip, '/exists', { path: '/etc/later/x' })).toBe('False');
    expect(await ask(ip, '/write', { path: '/scratch/x', text: 'kept' })).toBe('ok');
    expect(await read('/scratch/x')).toBe('kept');
    expect(await ask(ip, '/env', { name: 'PASSWORD' })).toBe('s3cret');
    expect(await ask(ip, '/env', { name: 'BOTH' })).toBe('reader-$(NOT_THERE)-$(POD)');
    expect(await readFile(await ask(ip, '/env', { name: 'FOLDER' }), 'utf8')).toBe('one'); // led to the pod's folder
    expect(await ask(ip, '/api')).toBe(`system:serviceaccount:${ns}:default`);

    await client.mergePatch(`${maps}/settings`, { data: { a: 'two' } });
    await client.create(maps, object('later', { x: 'here' }));
    await at.until(async () => (await read('/etc/app/a')) === 'two' && (await read('/etc/later/x')) === 'here', 5);
    expect(await read('/opt/app/single')).toBe('one');
    expect(await ask(ip, '/list', { path: '/opt/app' })).toBe('single tool.py');
    expect(existsSync('/opt/app')).toBe(false); // the container's paths are not this machine's

    await client.delete(`${maps}/settings`);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await read('/etc/app/a')).toBe('two'); // what was there stays, as on a real node
  },
);

testInEnvironment('a pod waits for what it needs, reports it, and then starts', async (at) => {
  const { client } = at.plane;
  const ns = await at.namespace('waiting');
  const spec = { volumes: [{ name: 'settings', configMap: { name: 'settings' } }] };
  const env = [{ name: 'KEY', valueFrom: { secretKeyRef: { name: 'keys', key: 'k' } } }];
  await client.create(`/api/v1/namespaces/${ns}/pods`, pythonPod('patient', SERVER, spec, { env }));
  await at.until(async () => {
    const events = await client.list(`/api/v1/namespaces/${ns}/events`);
    return events.some(
      ({ reason: why, message }) => why === 'FailedMount' && String(message).includes('"settings" not found'),
    );
  });
  const metadata = { name: 'settings' };
  await client.create(`/api/v1/namespaces/${ns}/configmaps`, { apiVersion: 'v1', kind: 'ConfigMap', metadata });
  await at.until(async () => {
    const state = (await at.pod(ns, 'patient'))?.status?.containerStatuses?.[0]?.state;
    return (
      state?.waiting?.reason === 'CreateContainerConfigError' && state.waiting.message?.includes('"keys" not found')
    );
  });
  const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'keys' }, stringData: { k: 'v' } };
  await client.create(`/api/v1/namespaces/${ns}/secrets`, secret);
  expect(await running(at, ns, 'patient')).not.toBe('');
});

testInEnvironment(
  'a Service follows the readiness of its pods, and its names and cluster addresses reach them',
  async (at) => {
    const { client } = at.plane;
    const ns = await at.namespace('network');
    const pods = `/api/v1/namespaces/${ns}/pods`;
    const service = await client.create(`/api/v1/namespaces/${ns}/services`, {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'front' },
      spec: { selector: { app: 'server' }, ports: [{ name: 'web', port: 80, targetPort: 'http' }] },
    });
    await client.create(pods, pythonPod('server', SERVER, {}, { ports: PORTS, readinessProbe: PROBE }));
    await client.create(pods, pythonPod('caller', SERVER, {}, { ports: PORTS, readinessProbe: PROBE }));
    const [server, caller] = [await running(at, ns, 'server'), await running(at, ns, 'caller')];
    const clusterIP = String(service.spec?.clusterIP);
    const get = (url: string): Promise<string> => ask(caller, '/get', { url });
    for (const host of ['front', `front.${ns}`, `front.${ns}.svc.cluster.local`, clusterIP]) {
      expect(await get(`http://${host}/env?name=HOSTNAME`)).toBe('server');
    }
    expect(await get('http://localhost:8080/env?name=HOSTNAME')).toBe('caller');
    for (const host of ['front', clusterIP, `${server}:8080`]) expect(await get(`http://${host}/peer`)).toBe(caller);
    expect(await ask(caller, '/env', { name: 'FRONT_SERVICE_HOST' })).toBe(clusterIP);
    expect(at.kubelet.services()[`${ns}/front`]?.ports[0]?.endpoints).toEqual([`${server}:8080`]);

    await ask(server, '/ill');
    await at.until(async () => !isReady(await at.pod(ns, 'server')));
    expect(await get('http://front/')).toContain('ConnectionRefusedError');
  },
);

testInEnvironment('the API server serves the logs of containers, to those who may read them', async (at) => {
  const { client } = at.plane;
  const ns = await at.namespace('logs');
  const pods = `/api/v1/namespaces/${ns}/pods`;
  const code = 'import time\nfor n in range(5): print("line", n, flush=True)\ntime.sleep(600)';
  await client.create(pods, pythonPod('talker', code, {}, {}));
  await running(at, ns, 'talker');
  const log = (query: string) => client.request<string>('GET', `${pods}/talker/log?${query}`);
  await at.until(async () => (await log('')).includes('line 4'));
  expect(await log('tailLines=2')).toBe('line 3\nline 4\n');
  expect(await log('tailLines=0')).toBe('');
  expect(await log('tailLines=99')).toBe('line 0\nline 1\nline 2\nline 3\nline 4\n');
  expect(await log('limitBytes=6')).toBe('line 0');
  await expect(log('previous=true')).rejects.toThrow('one log for all runs');
  // Past the API server, without its certificate, nobody reads anything.
  const url = `https://127.0.0.1:${at.plane.kubelet.port}/containerLogs/${ns}/talker/main`;
  const direct = new Promise((resolve, reject) => {
    get(url, { ca: at.plane.caPem }, resolve).on('error', reject);
  });
  await expect(direct).rejects.toThrow(/certificate required|handshake|ECONNRESET|socket hang up/);
});
