import { expect, test } from '@jest/globals';
import { repoPath } from '../../../../sandbox/src/paths.js';
import type { JsonObject } from '../../../../src/config/model.js';
import { companionValues } from '../../../../src/helm/values/companion.js';
import { hubValues, readSources } from '../../../../src/helm/values/layers.js';
import { nest, valueAt } from '../../../../src/helm/values/values.js';
import { ACCESS, hubConfig } from '../../../support/hub-config.js';

const sources = await readSources(repoPath('helm'));
const domain = 'hub.acme.dev';
const subdomains = { domain, certificate: 'hub-acme-dev-2027' };
const on = { access: { ...ACCESS, domain, subdomains } };
const off = { access: { ...ACCESS, domain } };
const values = (more: object, user: JsonObject = {}): JsonObject => hubValues(hubConfig(user, more), sources, {});

test('with subdomains, the load balancer takes the domain and every name below it, with the certificate of the file', () => {
  expect(valueAt(values(on), 'ingress.hosts')).toEqual([domain, `*.${domain}`]);
  const annotations = valueAt(values(on), 'ingress.annotations') as JsonObject;
  expect(annotations['ingress.gcp.kubernetes.io/pre-shared-cert']).toBe('hub-acme-dev-2027');
  // Google's controller would write its own certificate into the same annotation.
  expect(Object.keys(annotations)).not.toContain('networking.gke.io/managed-certificates');
  expect(companionValues(hubConfig({}, on)).managedCertificate).toBe(false);
});

test('without subdomains, Google makes the certificate, and the hub answers at one host', () => {
  expect(valueAt(values(off), 'ingress.hosts')).toEqual([domain]);
  const annotations = valueAt(values(off), 'ingress.annotations') as JsonObject;
  expect(annotations['networking.gke.io/managed-certificates']).toBe('research');
  expect(Object.keys(annotations)).not.toContain('ingress.gcp.kubernetes.io/pre-shared-cert');
  expect(companionValues(hubConfig({}, off)).managedCertificate).toBe(true);
  const host = nest('hub.config.JupyterHub.subdomain_host', 'https://evil.example');
  expect(valueAt(values(off, host), 'hub.config.JupyterHub.subdomain_host')).toBe('');
});

test('with subdomains, the hub puts each person at a host of their own, whatever hub.values sets', () => {
  const user = nest('hub.config.JupyterHub', {
    subdomain_host: 'https://evil.example',
    cookie_host_prefix_enabled: false,
  });
  const all = values(on, user);
  expect(valueAt(all, 'hub.config.JupyterHub')).toMatchObject({
    subdomain_host: 'https://hub.acme.dev',
    cookie_host_prefix_enabled: true,
    authenticator_class: 'iap_authenticator.IAPAuthenticator',
  });
  expect(valueAt(all, 'hub.extraConfig.~jupyterhub-gke-gate')).toContain('hub_subdomains.configure(c)');
});
