import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Document, Stage } from './stage.js';
import { output } from './story.js';

/** Destroy takes two steps that somebody reviews, and keeps what holds people's work. */
export async function destroyAll(stage: Stage): Promise<void> {
  const { ground, story, gke, ask, read, write, namespace } = stage;
  const env = { ...process.env, ...ground.env };
  const refused = await gke('apply', 'destroy', '--target', 'hub');
  story.check(
    'destroy is refused while the platform is protected',
    refused.code === 1,
    refused.stdout + refused.stderr,
  );
  write('jupyterhub.yaml', `${read('jupyterhub.yaml').trimEnd()}\nplatform: {deletionProtection: false}\n`);
  await ask<Document>('apply', 'apply');
  const early = await gke('apply', 'destroy', '--target', 'platform');
  story.check('the platform is not destroyed while a hub is on it', early.code === 1, early.stdout + early.stderr);

  const hub = await ask<Document>('apply', 'destroy', '--target', 'hub');
  story.check('the hub is destroyed', hub.changed, hub);
  for (const { what, where } of hub.kept ?? []) story.say(`  kept: ${what} (${where})`);
  const claims = await output('kubectl', ['get', 'pvc', '-n', namespace, '-o', 'name'], env);
  story.check(
    'homes and the hub database are kept',
    claims.includes('claim-') && claims.includes('hub-db-dir'),
    claims,
  );
  story.check(
    'each kept claim is listed',
    claims
      .trim()
      .split('\n')
      .every((claim) => JSON.stringify(hub.kept).includes(claim.split('/')[1] ?? '?')),
    hub.kept,
  );
  const deployments = await output(
    'kubectl',
    ['get', 'deployments,services,ingresses', '-n', namespace, '-o', 'name'],
    env,
  );
  story.check('nothing of the hub runs', deployments.trim() === '', deployments);
  story.check('the load balancer is gone', ground.ingress.backendServices().length === 0);
  const again = await ask<Document>('apply', 'destroy', '--target', 'hub');
  story.check('destroying it again finds nothing to do', !again.changed, again);

  const platform = await ask<Document>('apply', 'destroy', '--target', 'platform');
  story.check('the platform is destroyed', platform.changed, platform);
  const clusters = await output('gcloud', ['container', 'clusters', 'list', '--format=value(name)'], env);
  story.check('no cluster is left', clusters.trim() === '', clusters);
  for (const list of ['addresses list --global', 'networks list']) {
    const left = await output('gcloud', ['compute', ...list.split(' '), '--format=value(name)'], env);
    story.check(`gcloud compute ${list}: nothing is left`, left.trim() === '', left);
  }
  const disks = join(ground.dir, 'disks');
  const kept = existsSync(disks) ? readdirSync(disks) : [];
  story.check(`the disks of homes and database are kept: ${kept.length}`, kept.length >= 2, kept);
}
