import { describe, expect, test } from '@jest/globals';
import type { HubConfig } from '../../../src/config/model.js';
import { nodeAccountId, statePrefix, terraformVariables } from '../../../src/terraform/variables.js';

const config = {
  name: 'research',
  project: 'acme-research',
  location: 'us-central1',
  platform: { name: 'research', from: undefined, cluster: { mode: 'autopilot' }, deletionProtection: true },
  access: { entry: { kind: 'direct' } },
} as HubConfig;

describe('terraform variables', () => {
  test('come from the configuration alone', () => {
    const { platform, hub } = terraformVariables(config, {});
    expect(platform).toMatchObject({
      name: 'research',
      project: 'acme-research',
      location: 'us-central1',
      labels: { 'managed-by': 'jupyterhub-gke', hub: 'research' },
      node_account: { id: 'research-nodes' },
      cluster: { deletion_protection: true },
    });
    expect(hub).toEqual({ name: 'research', project: 'acme-research', services: [] });
    expect(platform).not.toHaveProperty('universe_domain');
  });

  test('enable the API of Google groups only where the product manages the members of one', () => {
    const services = (entry: object): unknown =>
      terraformVariables({ ...config, access: { entry } } as HubConfig, {}).platform.services;
    const group = { kind: 'group', group: 'hub-users@acme.dev' };
    expect(services({ ...group, manage: true })).toContain('cloudidentity.googleapis.com');
    expect(services({ ...group, manage: false })).not.toContain('cloudidentity.googleapis.com');
    expect(services({ kind: 'direct' })).not.toContain('cloudidentity.googleapis.com');
  });

  test('name a shared platform by its own name, and give the APIs of one hub to that hub alone', () => {
    const group = { kind: 'group', group: 'hub-users@acme.dev', manage: true };
    const guest = {
      ...config,
      name: 'teaching',
      platform: {
        name: 'shared',
        from: '../research/jupyterhub.yaml',
        cluster: { mode: 'autopilot' },
        deletionProtection: true,
      },
      access: { entry: group },
    } as HubConfig;
    const { platform, hub } = terraformVariables(guest, {});
    expect(platform).toMatchObject({ name: 'shared', node_account: { id: 'shared-nodes' } });
    expect(hub).toEqual({
      name: 'teaching',
      project: 'acme-research',
      services: ['cloudidentity.googleapis.com'],
    });
  });

  test('say nothing of a network of our own, its ranges where they are given, and the whole path of one that exists', () => {
    const of = (network: object | undefined, location = 'us-central1'): unknown =>
      terraformVariables(
        { ...config, location, platform: { ...config.platform, ...(network && { network }) } } as HubConfig,
        {},
      ).platform.network;
    expect(of(undefined)).toBeUndefined();
    expect(of({ ranges: { nodes: '10.64.0.0/20', pods: undefined, services: undefined } })).toEqual({
      nodes: '10.64.0.0/20',
    });
    const existing = { project: 'acme-net', network: 'vpc', subnetwork: 'gke' };
    const paths = {
      network: 'projects/acme-net/global/networks/vpc',
      subnetwork: 'projects/acme-net/regions/us-central1/subnetworks/gke',
    };
    expect(of({ existing })).toEqual({ existing: paths });
    expect(of({ existing: { ...existing, podsRange: 'pods', servicesRange: 'services' } })).toEqual({
      existing: { ...paths, pods_range: 'pods', services_range: 'services' },
    });
  });

  test('take universe and poll interval from the environment', () => {
    const { hub } = terraformVariables(config, {
      GOOGLE_UNIVERSE_DOMAIN: 'emulator.invalid',
      JUPYTERHUB_GKE_POLL_INTERVAL: '1s',
    });
    expect(hub).toMatchObject({ universe_domain: 'emulator.invalid', poll_interval: '1s' });
  });

  test('refuse a zone and say which line to write', () => {
    expect(() => terraformVariables({ ...config, location: 'us-central1-a' }, {})).toThrow(
      expect.objectContaining({ hint: 'Write "location: us-central1".' }),
    );
  });

  test('keep the node account within the length that Google allows', () => {
    const id = nodeAccountId('a'.repeat(25));
    expect(id).toHaveLength(30);
    expect(id).toMatch(/^[a-z][-a-z0-9]+[a-z0-9]$/);
    expect(nodeAccountId('a')).toMatch(/^.{6,30}$/);
  });

  test('give every root a state of its own', () => {
    const shared = { ...config, platform: { ...config.platform, name: 'shared' } };
    expect(statePrefix(config, 'platform')).toBe('jupyterhub/research/platform');
    expect(statePrefix(shared, 'platform')).toBe('jupyterhub/shared/platform');
    expect(statePrefix(shared, 'hub')).toBe('jupyterhub/research/hub');
  });
});
