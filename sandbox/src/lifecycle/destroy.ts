import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { onPath } from '../../../src/system/tools.js';
import type { Sandbox } from '../sandbox.js';
import { output, type Reporter } from './reporter.js';
import type { Document, Scenario } from './scenario.js';

/** Destroy takes two reviewed steps, and retains people's data. */
export async function destroyAll(scenario: Scenario): Promise<void> {
  const { sandbox, reporter, gke, ask, read, write, namespace } = scenario;
  const refusedBy = async (why: string): Promise<void> => {
    const { code, stdout, stderr } = await gke('apply', 'destroy', '--target', 'hub', '--yes');
    reporter.check(`destroy is refused while ${why}`, code === 1 && stderr.includes('is protected'), stdout + stderr);
  };
  await refusedBy('the hub is protected');
  const config = parseDocument(read('jupyterhub.yaml'));
  config.setIn(['platform', 'deletionProtection'], false);
  write('jupyterhub.yaml', String(config));
  await refusedBy('only the file at hand is without protection');
  await ask<Document>('apply', 'apply');
  const early = await gke('apply', 'destroy', '--target', 'platform', '--yes');
  reporter.check('the platform is not destroyed while a hub is on it', early.code === 1, early.stdout + early.stderr);

  config.setIn(['platform', 'deletionProtection'], true);
  write('jupyterhub.yaml', String(config));
  await refusedBy('only what was applied is without protection');
  config.setIn(['platform', 'deletionProtection'], false);
  write('jupyterhub.yaml', String(config));
  const hub = await ask<Document>('apply', 'destroy', '--target', 'hub', '--yes');
  reporter.check('the hub is destroyed', hub.changed, hub);
  for (const { what, where } of hub.retained ?? []) reporter.say(`  retained: ${what} (${where})`);
  const { client } = sandbox.controlPlane;
  const namesOf = async (path: string): Promise<string[]> =>
    (await client.list(path)).map(({ metadata }) => metadata.name);
  const claims = await namesOf(`/api/v1/namespaces/${namespace}/persistentvolumeclaims`);
  const hasHome = claims.some((name) => name.startsWith('claim-'));
  reporter.check('homes and the hub database are retained', hasHome && claims.includes('hub-db-dir'), claims);
  const listed = JSON.stringify(hub.retained);
  reporter.check(
    'each retained PVC is listed',
    claims.every((name) => listed.includes(name)),
    hub.retained,
  );
  const left = (
    await Promise.all([
      namesOf(`/apis/apps/v1/namespaces/${namespace}/deployments`),
      namesOf(`/api/v1/namespaces/${namespace}/services`),
      namesOf(`/apis/networking.k8s.io/v1/namespaces/${namespace}/ingresses`),
    ])
  ).flat();
  reporter.check('nothing of the hub is running', left.length === 0, left);
  reporter.check('the load balancer is gone', sandbox.ingress.backendServices().length === 0);
  const again = await ask<Document>('apply', 'destroy', '--target', 'hub', '--yes');
  reporter.check('destroying it again finds nothing to do', !again.changed, again);
  reporter.check('the address is retained', JSON.stringify(again.retained).includes('address'), again.retained);
  const named = ['--yes', '--address', `${sandbox.config.name}-ip`];
  const released = await ask<Document>('apply', 'destroy', '--target', 'hub', ...named);
  reporter.check('the address is released when it is named', released.changed, released);

  const platform = await ask<Document>('apply', 'destroy', '--target', 'platform', '--yes');
  reporter.check('the platform is destroyed', platform.changed, platform);
  await nothingLeft(sandbox, reporter);
  const disks = join(sandbox.dir, 'disks');
  const kept = existsSync(disks) ? readdirSync(disks) : [];
  reporter.check(`the disks of homes and database are retained: ${kept.length}`, kept.length >= 2, kept);
}

async function nothingLeft(sandbox: Sandbox, reporter: Reporter): Promise<void> {
  const env = { ...process.env, ...sandbox.env };
  if (onPath('gcloud', env) === undefined) return reporter.skip('gcloud after destroy', 'it is not on PATH');
  for (const list of ['container clusters list', 'compute addresses list --global', 'compute networks list']) {
    const found = await output('gcloud', [...list.split(' '), '--format=value(name)'], env);
    reporter.check(`gcloud ${list}: nothing is left`, found.trim() === '', found);
  }
}
