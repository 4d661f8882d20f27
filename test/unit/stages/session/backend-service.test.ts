import { describe, expect, test } from '@jest/globals';
import type { KubeRef, Kubernetes } from '../../../../src/cloud/kubernetes.js';
import type { GoogleClient } from '../../../../src/cloud/rest.js';
import { audienceOf, findBackend } from '../../../../src/stages/session/backend-service.js';

interface Service {
  readonly id: string;
  readonly description?: string;
  readonly iap?: { readonly enabled?: boolean };
}

const IAP = { iap: { enabled: true } };
const of = (service: string): string => JSON.stringify({ 'kubernetes.io/service-name': service });

/** Looks for the backend of a hub whose Ingress has this annotation, in a project with these services. */
function find(annotation: string | undefined, services: Record<string, Service>) {
  const annotations = annotation === undefined ? {} : { 'ingress.kubernetes.io/backends': annotation };
  const kubernetes = {
    get: async (ref: KubeRef) => {
      expect(ref).toMatchObject({ kind: 'Ingress', namespace: 'jupyterhub-research', name: 'jupyterhub' });
      return { ...ref, metadata: { name: ref.name, annotations } };
    },
  };
  const google = {
    get: async ({ service, path }: { service: string; path: string }) => {
      expect(service).toBe('compute');
      const name = path.replace('projects/acme-research/global/backendServices/', '');
      return Object.hasOwn(services, name) ? { name, ...services[name] } : undefined;
    },
  };
  return findBackend({
    kubernetes: kubernetes as unknown as Kubernetes,
    google: google as unknown as GoogleClient,
    project: 'acme-research',
    namespace: 'jupyterhub-research',
  });
}

const annotated = (...names: string[]): string =>
  JSON.stringify(Object.fromEntries(names.map((name) => [name, 'HEALTHY'])));

describe('the backend service of a hub', () => {
  test("is the one that GKE's description gives to the proxy, whatever else is behind the Ingress", async () => {
    const found = await find(annotated('k8s-default', 'k8s-proxy', 'k8s-other'), {
      'k8s-default': { id: '1', description: of('kube-system/default-http-backend') },
      'k8s-proxy': { id: '9223372036854775807', description: of('jupyterhub-research/proxy-public'), ...IAP },
      'k8s-other': { id: '3', ...IAP },
    });
    expect(found).toMatchObject({ id: '9223372036854775807', name: 'k8s-proxy', iapEnabled: true });
  });

  test('is the single one behind IAP where no description helps', async () => {
    for (const description of [undefined, '', 'free text', 'null', '{"kubernetes.io/service-name": 5}']) {
      const guarded = { id: '2', ...IAP, ...(description === undefined ? {} : { description }) };
      const found = await find(annotated('a', 'b'), { a: { id: '1' }, b: guarded });
      expect(found?.id).toBe('2');
    }
  });

  test("is never another service's, even where that is the only one behind IAP", async () => {
    const services = { a: { id: '1', description: of('jupyterhub-other/proxy-public'), ...IAP } };
    expect(await find(annotated('a'), services)).toBeUndefined();
  });

  test('is not guessed where several could be it', async () => {
    const services = { a: { id: '1', ...IAP }, b: { id: '2', ...IAP } };
    await expect(find(annotated('a', 'b'), services)).rejects.toMatchObject({
      message: "Several backend services could be the hub's: a, b",
      where: 'Ingress jupyterhub-research/jupyterhub',
    });
  });

  test.each([undefined, '', '{', 'null', '5', '"x"', '[]', '{}'])(
    'is not there yet when the Ingress says %s',
    async (text) => {
      expect(await find(text, {})).toBeUndefined();
    },
  );

  test('is not there yet while Compute does not know it, or IAP is still off', async () => {
    expect(await find(annotated('a'), {})).toBeUndefined();
    expect(await find(annotated('a'), { a: { id: '1', iap: { enabled: false } } })).toBeUndefined();
  });
});

test('the audience names project and backend by number', () => {
  expect(audienceOf('123456789012', '9223372036854775807')).toBe(
    '/projects/123456789012/global/backendServices/9223372036854775807',
  );
});
