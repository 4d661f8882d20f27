import { expect, test } from '@jest/globals';
import type { JsonObject } from '../../../../src/config/model.js';
import type { Manifest } from '../../../../src/helm/diff/manifests.js';
import { trialObjects } from '../../../../src/helm/trial/objects.js';

const manifest = (kind: string, name: string, rest: JsonObject): Manifest => ({
  ...{ apiVersion: 'v1', kind, name },
  object: { apiVersion: 'v1', kind, metadata: { name, labels: { app: 'jupyterhub' } }, ...rest },
});
const pod: JsonObject = {
  priorityClassName: 'research-default-priority',
  serviceAccountName: 'hub',
  imagePullSecrets: [{ name: 'pull' }, { name: 'of-somebody-else' }],
  volumes: [
    { name: 'config', configMap: { name: 'hub' } },
    { name: 'secret', secret: { secretName: 'hub' } },
    { name: 'members', configMap: { name: 'research-members', optional: true } },
    { name: 'pvc', persistentVolumeClaim: { claimName: 'hub-db-dir' } },
    { name: 'all', projected: { sources: [{ secret: { name: 'hub' } }, { configMap: { name: 'hub' } }] } },
  ],
  containers: [
    {
      ...{ name: 'hub', image: 'hub:2', args: ['jupyterhub', '--config', '/c.py'], ports: [{ containerPort: 8081 }] },
      ...{ readinessProbe: {}, livenessProbe: {}, lifecycle: {}, resources: { limits: { memory: '1Gi' } } },
      env: [
        { name: 'TOKEN', valueFrom: { secretKeyRef: { name: 'hub', key: 'token' } } },
        { name: 'OTHER', valueFrom: { secretKeyRef: { name: 'of-somebody-else', key: 'token' } } },
      ],
      volumeMounts: [{ name: 'config', mountPath: '/c.py', subPath: 'c.py' }],
    },
    { name: 'sidecar', image: 'proxy' },
  ],
};
const live = (spec: JsonObject = pod): Manifest[] => [
  manifest('Deployment', 'hub', { spec: { template: { metadata: { labels: { component: 'hub' } }, spec } } }),
  manifest('Secret', 'hub', { type: 'Opaque', data: { token: 'c2VjcmV0' }, immutable: true }),
  manifest('Secret', 'pull', { type: 'kubernetes.io/dockerconfigjson', data: {} }),
  manifest('Secret', 'unused', { data: {} }),
  manifest('ConfigMap', 'hub', { data: { 'c.py': 'c = get_config()' } }),
];
const frame = { namespace: 'ns', id: 'hub-trial-1', program: 'print(1)', secrets: ['s3cret'] };
const text = (value: unknown): string => JSON.stringify(value);

test('the trial has the new hub’s image, settings and resources, by copies that go with the Job', () => {
  const made = trialObjects(live(), frame);
  const owned = made?.owned('uid-1') ?? [];
  expect(owned.map(({ kind, metadata }) => `${kind}/${metadata.name}`).sort()).toEqual([
    'ConfigMap/hub-trial-1-hub',
    'ConfigMap/hub-trial-1-program',
    'NetworkPolicy/hub-trial-1',
    'Secret/hub-trial-1-hub',
    'Secret/hub-trial-1-known',
    'Secret/hub-trial-1-pull',
  ]);
  for (const { metadata } of owned) expect(text(metadata)).toContain('"uid":"uid-1"');
  const job = text(made?.job);
  expect(job).toContain('"image":"hub:2"');
  expect(job).toContain('"args":["--config","/c.py"]');
  expect(job).toContain('"secretName":"hub-trial-1-hub"');
  expect(job).toContain('"secretKeyRef":{"name":"hub-trial-1-hub"');
  expect(job).toContain('[{"secret":{"name":"hub-trial-1-hub"}},{"configMap":{"name":"hub-trial-1-hub"}}]');
  expect(job).toContain('"memory":"1Gi"');
  // What the chart does not bring is not copied.
  expect(job).toContain('"configMap":{"name":"research-members","optional":true}');
  expect(job).toContain('[{"name":"hub-trial-1-pull"},{"name":"of-somebody-else"}]');
});

test('the trial has no disk, no account, no port, no probe, no priority, no sidecar and no label of the hub', () => {
  const made = trialObjects(live(), frame);
  const job = text(made?.job);
  for (const word of [
    ...['persistentVolumeClaim', 'serviceAccountName', 'ports', 'Probe', 'lifecycle', 'priorityClassName', 'sidecar'],
    ...['"component"', '"app"'],
  ]) {
    expect(job).not.toContain(word);
  }
  expect(job).toContain('"automountServiceAccountToken":false');
  expect(job).toContain('"backoffLimit":0');
  expect(job).toContain('"ttlSecondsAfterFinished":60');
  const policy = made?.owned('u').find(({ kind }) => kind === 'NetworkPolicy');
  expect(policy?.spec).toEqual({
    podSelector: { matchLabels: { 'jupyterhub-gke/trial': 'hub-trial-1' } },
    policyTypes: ['Ingress', 'Egress'],
  });
});

test('a disk of the file that the trial lacks is told to it, and the database is none', () => {
  const told = (spec: JsonObject): boolean =>
    text(trialObjects(live(spec), frame)?.job).includes('"JUPYTERHUB_GKE_TRIAL_LACKS"');
  const disks = (...more: JsonObject[]): JsonObject => ({
    ...pod,
    volumes: [...(pod.volumes as JsonObject[]), ...more],
  });
  expect(told(pod)).toBe(false);
  expect(told(disks({ name: 'code', persistentVolumeClaim: { claimName: 'code' } }))).toBe(true);
  expect(told(disks({ name: 'code', ephemeral: { volumeClaimTemplate: {} } }))).toBe(true);
});

test.each<readonly [string, Manifest[]]>([
  ['no Deployment of the hub', live().slice(1)],
  ['another program', live({ ...pod, containers: [{ name: 'hub', args: ['start.sh'] }] })],
  ['a command around it', live({ ...pod, containers: [{ name: 'hub', command: ['wrap'], args: ['jupyterhub'] }] })],
  ['no container of that name', live({ ...pod, containers: [{ name: 'main', args: ['jupyterhub'] }] })],
])('there is no trial of a chart with %s', (_, objects) => {
  expect(trialObjects(objects, frame)).toBeUndefined();
});
