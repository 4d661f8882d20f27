import { keeperKey } from '../../src/access/hub-lists.js';

/** What a cluster has of a hub, by the paths of its API: two people on the list, one seen, and four disks. */
export function hubObjects(hub: string, namespace: string): Record<string, object | number> {
  const maps = `/api/v1/namespaces/${namespace}/configmaps/${hub}`;
  const map = (data: Record<string, unknown>): object => ({
    data: Object.fromEntries(Object.entries(data).map(([name, value]) => [name, JSON.stringify(value)])),
  });
  const seen = { [keeperKey('ada@acme.dev')]: { lastActivity: '2026-11-20T08:00:00Z' } };
  return {
    [`/apis/networking.k8s.io/v1/namespaces/${namespace}/ingresses/jupyterhub`]: {
      metadata: { annotations: { 'ingress.kubernetes.io/backends': '{"k8s1-hub": "HEALTHY"}' } },
    },
    [`${maps}-members`]: map({
      'members.json': {
        generation: 4,
        people: [{ email: 'ada@acme.dev', admin: true, until: null, groups: ['ml'] }],
        domains: ['uni.example'],
      },
    }),
    [`/api/v1/namespaces/${namespace}/persistentvolumeclaims`]: {
      items: [
        { metadata: { name: 'hub-db-dir' } },
        homeOf('ada@acme.dev', 'claim-ada'),
        homeOf('x@uni.example', 'claim-x'),
        homeOf('lin@acme.dev', 'claim-lin'),
      ],
    },
    [`${maps}-keeper`]: map({ 'status.json': { generation: 4, at: '2026-11-24T11:00:00Z', people: seen } }),
  };
}

function homeOf(owner: string, name: string): object {
  const metadata = {
    name,
    annotations: { 'hub.jupyter.org/username': owner },
    creationTimestamp: '2026-02-03T04:05:06Z',
  };
  return {
    metadata,
    spec: { resources: { requests: { storage: '10Gi' } } },
    status: { capacity: { storage: '12Gi' } },
  };
}
