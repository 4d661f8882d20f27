import { expect, test } from '@jest/globals';
import { serviceTable } from '../../../src/kubernetes/pod-network.js';
import { commandLine, programOf } from '../../../src/kubernetes/pod-programs.js';
import type { Pod, Service } from '../../../src/kubernetes/pod-types.js';

const tools = { venvBin: '/v/bin', path: (name: string) => `/t/${name}` };

test.each([
  [{ name: 'hub', args: ['jupyterhub', '--config', '/x.py'] }, 'hub'],
  [{ name: 'chp', command: ['configurable-http-proxy', '--ip='] }, 'proxy'],
  [{ name: 'notebook', args: ['jupyterhub-singleuser'] }, 'notebook'],
  [{ name: 'notebook' }, 'notebook'],
  [{ name: 'notebook', command: ['tini', '-g', '--', 'start-singleuser.sh'] }, 'notebook'],
  [{ name: 'x', command: ['/usr/bin/python3', '-c', ''] }, 'python'],
  [{ name: 'x', command: ['sh', '-c', 'jupyterhub'] }, undefined],
  [{ name: 'x', command: ['constructor'] }, undefined],
  [{ name: 'pause' }, undefined],
])('%j is %s', (container, kind) => {
  expect(programOf(container)?.kind).toBe(kind);
});

test('programs are those of the sandbox, whatever folder the container names', () => {
  expect(commandLine(programOf({ name: 'x', command: ['/evil/python3', '-c', '1'] })?.argv ?? [], tools)).toEqual([
    '/t/python',
    '-c',
    '1',
  ]);
  expect(commandLine(['configurable-http-proxy', '--x'], tools)).toEqual([
    process.execPath,
    '/t/configurable-http-proxy',
    '--x',
  ]);
  expect(commandLine(['jupyterhub', '-f'], tools)).toEqual(['/v/bin/jupyterhub', '-f']);
});

test('services reach ready pods of their namespace by selector, with named ports resolved', () => {
  const pod = (name: string, namespace: string, app: string): Pod => ({
    metadata: { name, namespace, labels: { app } },
    spec: { containers: [{ name: 'c', ports: [{ name: 'http', containerPort: 8000 }] }] },
  });
  const service = (name: string, more: Partial<Service['spec']>): Service => ({
    metadata: { name, namespace: 'a' },
    spec: { clusterIP: '10.0.0.1', selector: { app: 'x' }, ports: [{ port: 80, targetPort: 'http' }], ...more },
  });
  const pods = [
    { pod: pod('1', 'a', 'x'), podIP: '127.64.0.1', ready: true },
    { pod: pod('2', 'a', 'x'), podIP: '127.64.0.2', ready: false },
    { pod: pod('3', 'b', 'x'), podIP: '127.64.0.3', ready: true },
  ];
  const table = serviceTable(
    [service('s', {}), service('all', { publishNotReadyAddresses: true }), service('none', { selector: {} })],
    pods,
  );
  expect(table['a/s']?.ports).toEqual([{ name: '', port: 80, endpoints: ['127.64.0.1:8000'] }]);
  expect(table['a/all']?.ports[0]?.endpoints).toHaveLength(2);
  expect(table['a/none']?.ports[0]?.endpoints).toEqual([]);
});
