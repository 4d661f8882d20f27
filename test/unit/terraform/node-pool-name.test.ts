import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { repoPath } from '../../../sandbox/src/paths.js';

const BEHAVIOUR = repoPath('..', 'shared', 'data', 'google-provider-7.45.0.behaviour.json');

/** What forces a new pool and is set in node-pools.tf, with the part of the hash that follows it. Others never change. */
const FOLLOWED: Readonly<Record<string, string | 'never changes'>> = {
  project: 'never changes',
  location: 'never changes',
  cluster: 'never changes',
  name: 'never changes',
  node_config: 'never changes',
  'node_config.service_account': 'var.node_account.id',
  'node_config.oauth_scopes': 'local.node_scopes',
  'node_config.spot': 'pool.capacity,',
  'node_config.flex_start': 'pool.capacity,',
  'node_config.max_run_duration': 'pool.capacity,',
  'node_config.metadata': 'never changes',
  'node_config.reservation_affinity': 'pool.reservation',
  'node_config.reservation_affinity.consume_reservation_type': 'pool.reservation',
  'node_config.reservation_affinity.key': 'pool.reservation',
  'node_config.reservation_affinity.values': 'pool.reservation',
  'node_config.guest_accelerator': 'pool.gpu',
  'node_config.guest_accelerator.type': 'pool.gpu',
  'node_config.guest_accelerator.count': 'pool.gpu',
  'node_config.guest_accelerator.gpu_driver_installation_config': 'pool.gpu',
  'node_config.guest_accelerator.gpu_driver_installation_config.gpu_driver_version': 'pool.gpu',
  'node_config.guest_accelerator.gpu_sharing_config': 'pool.gpu',
  'node_config.guest_accelerator.gpu_sharing_config.gpu_sharing_strategy': 'pool.gpu',
  'node_config.guest_accelerator.gpu_sharing_config.max_shared_clients_per_gpu': 'pool.gpu',
  'node_config.ephemeral_storage_local_ssd_config': 'pool.local_ssds',
  'node_config.ephemeral_storage_local_ssd_config.local_ssd_count': 'pool.local_ssds',
  'node_config.shielded_instance_config': 'never changes',
  'node_config.shielded_instance_config.enable_secure_boot': 'never changes',
  'node_config.shielded_instance_config.enable_integrity_monitoring': 'never changes',
};

/** Dotted names of the attributes and blocks that a resource sets. */
function namesIn(resource: string): string[] {
  const blocks: string[] = [];
  return resource.split('\n').flatMap((line) => {
    const block = /^\s*(?:dynamic "(\w+)"|(\w+)) \{$/.exec(line);
    if (block) blocks.push(block[1] ?? block[2] ?? '');
    else if (/^\s*\}$/.test(line)) blocks.pop();
    // A map or a list of several lines opens no block.
    else if (/= \{$/.test(line)) blocks.push('=');
    const name = block ? [] : [/^\s*(\w+)\s+=/.exec(line)?.[1] ?? ''];
    const path = [...blocks.filter((one) => one !== 'content'), ...name];
    return path.includes('') || path.at(-1) === 'for_each' ? [] : [path.filter((one) => one !== '=').join('.')];
  });
}

test('the name of a pool changes with all that forces a new one', () => {
  const text = readFileSync(repoPath('terraform/platform/node-pools.tf'), 'utf8');
  const hash = /jsonencode\(\[([\s\S]*?)\]\)/.exec(text)?.[1] ?? '';
  expect(Object.values(FOLLOWED).filter((part) => part !== 'never changes' && !hash.includes(part))).toEqual([]);
  if (!existsSync(BEHAVIOUR)) return console.log(`SKIPPED what forces a new node pool: ${BEHAVIOUR} is absent`);
  const { attributes } = JSON.parse(readFileSync(BEHAVIOUR, 'utf8')).resources.google_container_node_pool as {
    attributes: Readonly<Record<string, { force_new?: boolean }>>;
  };
  const resource = /resource "google_container_node_pool" "pool" \{\n([\s\S]*?)\n\}\n?/.exec(text)?.[1] ?? '';
  const set = new Set(namesIn(resource));
  expect(set.has('node_config.guest_accelerator.gpu_sharing_config.gpu_sharing_strategy')).toBe(true);
  const forcing = Object.keys(attributes).filter((name) => attributes[name]?.force_new === true && set.has(name));
  expect(forcing.filter((name) => !Object.hasOwn(FOLLOWED, name))).toEqual([]);
  expect(Object.keys(FOLLOWED).filter((name) => !forcing.includes(name))).toEqual([]);
});
