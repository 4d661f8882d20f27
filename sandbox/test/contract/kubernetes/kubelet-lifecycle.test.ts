import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
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
import { repoPath } from '../../../src/paths.js';

const testInEnvironment = sharedEnvironment(startPodEnvironment);

testInEnvironment('a failed liveness probe and an exit restart the container, with increasing delays', async (at) => {
  const { client } = at.plane;
  const ns = await at.namespace('restarts');
  const pods = `/api/v1/namespaces/${ns}/pods`;
  const first = (name: string) => async () => (await at.pod(ns, name))?.status?.containerStatuses?.[0];
  const probes = { ports: PORTS, readinessProbe: PROBE, livenessProbe: { ...PROBE, failureThreshold: 2 } };
  await client.create(pods, pythonPod('living', SERVER, {}, probes));
  const ip = await running(at, ns, 'living');
  await ask(ip, '/ill');
  const restarted = await at.until(async () => {
    const status = await first('living')();
    return status?.restartCount === 1 && status.ready ? status : undefined;
  });
  expect(restarted.lastState?.terminated?.exitCode).toBe(143);
  expect((await at.pod(ns, 'living'))?.status?.podIP).toBe(ip);

  await client.create(pods, pythonPod('crashing', 'import sys; sys.exit(3)'));
  const waiting = await at.until(async () => {
    const status = await first('crashing')();
    return status?.state.waiting?.reason === 'CrashLoopBackOff' && status.restartCount >= 2 ? status : undefined;
  });
  expect(waiting.lastState?.terminated?.exitCode).toBe(3);

  await client.create(pods, pythonPod('once', 'print("done")', { restartPolicy: 'Never' }));
  await at.until(async () => (await at.pod(ns, 'once'))?.status?.phase === 'Succeeded');
  await client.create(pods, pythonPod('failing', 'raise SystemExit(1)', { restartPolicy: 'Never' }));
  await at.until(async () => (await at.pod(ns, 'failing'))?.status?.phase === 'Failed');
  expect(await readFile(join(at.dir, 'logs', `${ns}_once_main.log`), 'utf8')).toBe('done\n');
});

testInEnvironment('a deletion sends SIGTERM, waits for the grace period, and leaves no process', async (at) => {
  const { client } = at.plane;
  const ns = await at.namespace('deletion');
  const pods = `/api/v1/namespaces/${ns}/pods`;
  const mark = join(at.dir, 'said-goodbye');
  const polite = `
import signal, sys, time
signal.signal(signal.SIGTERM, lambda *_: (open(${JSON.stringify(mark)}, 'w').close(), sys.exit(0)))
while True: time.sleep(1)`;
  const stubborn = `
import signal, subprocess, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
subprocess.Popen(['sleep', '4242'], start_new_session=True)
while True: time.sleep(1)`;
  await client.create(pods, pythonPod('polite', polite));
  await client.create(pods, pythonPod('stubborn', stubborn, { terminationGracePeriodSeconds: 2 }));
  await running(at, ns, 'polite');
  await running(at, ns, 'stubborn');
  await at.until(async () => childrenOf('4242').length > 0);
  const begun = Date.now();
  await client.delete(`${pods}/polite`);
  await client.delete(`${pods}/stubborn`);
  await at.until(async () => (await at.pod(ns, 'polite')) === undefined, 2);
  expect(existsSync(mark)).toBe(true);
  await at.until(async () => (await at.pod(ns, 'stubborn')) === undefined, 5);
  expect(Date.now() - begun).toBeGreaterThan(1900);
  expect(childrenOf('4242')).toEqual([]);
});

testInEnvironment(
  'init containers run first, and containers that cannot run here pretend to run and are marked',
  async (at) => {
    const { client } = at.plane;
    const ns = await at.namespace('standin');
    const pods = `/api/v1/namespaces/${ns}/pods`;
    const volumes = [{ name: 'shared', emptyDir: {} }];
    const volumeMounts = [{ name: 'shared', mountPath: '/shared' }];
    const init = {
      name: 'first',
      image: 'python',
      command: ['python3', '-c', "open('/shared/x','w').write('made')"],
      volumeMounts,
    };
    const chown = { name: 'chown', image: 'busybox', command: ['chown', '-R', '1000', '/shared'] };
    const side = { name: 'side', image: 'busybox', command: ['sleep', '1d'] };
    const object = pythonPod(
      'mixed',
      SERVER,
      { volumes, initContainers: [chown, init] },
      { volumeMounts, ports: PORTS, readinessProbe: PROBE },
    );
    const containers = [...((object.spec?.containers as readonly unknown[] | undefined) ?? []), side];
    await client.create(pods, { ...object, spec: { ...object.spec, containers } });
    const ip = await running(at, ns, 'mixed');
    expect(await ask(ip, '/read', { path: '/shared/x' })).toBe('made');
    expect(at.lines.some((line) => line.includes('init container chown is done by stand-in'))).toBe(true);

    await client.create(pods, {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'pause' },
      spec: { containers: [{ name: 'pause', image: 'pause' }] },
    });
    await at.until(async () => isReady(await at.pod(ns, 'pause')));
    expect((await at.pod(ns, 'pause'))?.metadata.annotations?.['sandbox.jupyterhub-gke/stand-in']).toBe('true');
    const template = { spec: { restartPolicy: 'Never', containers: [{ name: 'work', image: 'busybox' }] } };
    const job = { apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'work' }, spec: { template } };
    await client.create(`/apis/batch/v1/namespaces/${ns}/jobs`, job);
    await at.until(
      async () => (await client.get(`/apis/batch/v1/namespaces/${ns}/jobs/work`))?.status?.succeeded === 1,
    );
  },
);

testInEnvironment('containers die with the kubelet, even if it is killed', async (at) => {
  const shim = repoPath('sandbox', 'hooks', 'container.py');
  const code = `import subprocess, time; subprocess.Popen(['sleep', '4343'], start_new_session=True); time.sleep(600)`;
  const agent = spawn(process.execPath, [
    '-e',
    `require('node:child_process').spawn(${JSON.stringify(at.tools.path('python'))}, ['-I', '-S', ${JSON.stringify(shim)}, 'python3', '-c', ${JSON.stringify(code)}], { stdio: ['pipe', 'ignore', 'ignore'], detached: true })`,
  ]);
  await at.until(async () => childrenOf('4343').length > 0);
  agent.kill('SIGKILL');
  await at.until(async () => childrenOf('4343').length === 0, 5);
});

/** Process ids of `sleep SECONDS`. */
function childrenOf(seconds: string): readonly string[] {
  const all = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' });
  return all.split('\n').filter((line) => line.trim().endsWith(` sleep ${seconds}`));
}

testInEnvironment('a sidecar has its port before other containers run, and ends after them', async (at) => {
  const { client } = at.plane;
  const ns = await at.namespace('sidecar');
  const pods = `/api/v1/namespaces/${ns}/pods`;
  const listen = `
import socket, time
time.sleep(1)
s = socket.create_server(('0.0.0.0', 8888))
time.sleep(3600)`;
  const startupProbe = { tcpSocket: { port: 8888 }, periodSeconds: 1, failureThreshold: 60 };
  const gate = {
    name: 'gate',
    image: 'python',
    command: ['python3', '-c', listen],
    restartPolicy: 'Always',
    startupProbe,
  };
  const take = `
import socket
try:
    socket.create_server(('0.0.0.0', 8888))
    print('taken')
except OSError:
    print('refused')`;
  await client.create(pods, pythonPod('taker', take, { initContainers: [gate], restartPolicy: 'Never' }));
  await at.until(async () => (await at.pod(ns, 'taker'))?.status?.phase === 'Succeeded');
  expect(await readFile(join(at.dir, 'logs', `${ns}_taker_main.log`), 'utf8')).toBe('refused\n');
  const status = async () => {
    const known = (await at.pod(ns, 'taker'))?.status?.initContainerStatuses as
      | readonly { state: object }[]
      | undefined;
    return known?.[0];
  };
  await at.until(async () => 'terminated' in ((await status())?.state ?? {}));
});
