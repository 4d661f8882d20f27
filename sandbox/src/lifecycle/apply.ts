import { onPath } from '../../../src/system/tools.js';
import type { Sandbox } from '../sandbox.js';
import { output, type Reporter } from './reporter.js';
import type { Document, Scenario } from './scenario.js';
import { recordWrites } from './writes.js';

/** An invalid file never leaves this machine. */
export async function refuseInvalidFile({ sandbox, reporter, gke, read, write }: Scenario): Promise<void> {
  const seen = recordWrites(sandbox);
  const good = read('jupyterhub.yaml');
  write('wrong.yaml', `${good}\nprofils: []\nray: {enabled: true}\n`);
  for (const command of ['validate', 'plan', 'apply']) {
    const ran = await gke('apply', command, '--config', 'wrong.yaml');
    const text = ran.stdout + ran.stderr;
    reporter.check(`${command} refuses it and reports every mistake on its line`, ran.code === 1, text);
    reporter.check(
      'all mistakes are reported',
      /wrong\.yaml:\d+:\d+/.test(text) && text.includes('profiles') && text.includes('ray'),
      text,
    );
  }
  reporter.check('no API was called', seen().calls === 0, seen());
}

/** On an empty project the plan creates everything, and writes nothing. */
export async function planEmptyProject({ sandbox, reporter, gke, ask }: Scenario): Promise<void> {
  const validated = await gke('plan', 'validate');
  reporter.check('validate finds no error', validated.code === 0, validated.stdout + validated.stderr);
  const seen = recordWrites(sandbox);
  const plan = await ask<Document>('plan', 'plan');
  const of = (scope: string): number => plan.changes.filter((change) => change.scope === scope).length;
  reporter.check(
    'the plan contains platform, hub and people',
    of('terraform') > 8 && of('helm') > 3 && of('access') >= 2,
    plan,
  );
  reporter.check(
    'every change is a creation',
    plan.changes.every(({ action }) => action === 'create'),
    plan.changes,
  );
  const { google, lock } = seen();
  reporter.check('nothing was written', google.length + lock.length === 0, { google, lock });
}

/** Apply creates everything, and the hub's workloads become ready. */
export async function applyAll({ sandbox, reporter, ask, namespace }: Scenario): Promise<void> {
  const applied = await ask<Document>('apply', 'apply');
  reporter.check('apply succeeds and prints the URL of the hub', applied.changed && Boolean(applied.hubUrl), applied);
  const deployments = await sandbox.controlPlane.client.list(`/apis/apps/v1/namespaces/${namespace}/deployments`);
  for (const { metadata, spec, status } of deployments) {
    reporter.check(`${metadata.name} is ready`, Number(status?.readyReplicas ?? 0) >= Number(spec?.replicas), status);
  }
  reporter.check(
    'hub and proxy exist',
    ['hub', 'proxy'].every((name) => deployments.some(({ metadata }) => metadata.name === name)),
  );
}

/** Without a difference nothing is written, and helm is not even started. */
export async function checkNothingToDo({ sandbox, reporter, ask }: Scenario): Promise<void> {
  const planned = recordWrites(sandbox);
  const plan = await ask<Document>('plan', 'plan');
  reporter.check('a plan after the apply is empty', !plan.changed && plan.changes.length === 0, plan.changes);
  const afterPlan = planned();
  reporter.check(
    'the plan wrote nothing',
    afterPlan.google.length + afterPlan.lock.length + afterPlan.kubernetes.length === 0,
    afterPlan,
  );
  const applied = recordWrites(sandbox);
  const again = await ask<Document>('apply', 'apply');
  const writes = applied();
  reporter.check('applying again changes nothing', !again.changed && again.changes.length === 0, again.changes);
  reporter.check('it wrote only the state lock', writes.google.length + writes.kubernetes.length === 0, writes);
  reporter.check('helm was not called', writes.helm.length === 0, writes.helm);
}

/** Other programs see the same, with their own settings. */
export async function checkOtherPrograms({ sandbox, reporter, hub, namespace, people }: Scenario): Promise<void> {
  const env = { ...process.env, ...sandbox.env };
  if (onPath('gcloud', env) === undefined) reporter.skip('gcloud', 'it is not on PATH');
  else await checkGcloud(sandbox, reporter, hub, people.first);
  const releases = await output('helm', ['list', '-n', namespace, '-o', 'json'], env);
  const names = (JSON.parse(releases) as { name: string; status: string }[]).map(
    ({ name, status }) => `${name} ${status}`,
  );
  reporter.check(
    `helm list: ${names.join(', ')}`,
    names.includes(`${hub} deployed`) && names.includes(`${hub}-companion deployed`),
    releases,
  );
  if (onPath('kubectl', env) === undefined) return reporter.skip('kubectl', 'it is not on PATH');
  const pods = await output('kubectl', ['get', 'pods', '-n', namespace, '-o', 'name'], env);
  reporter.check(`kubectl get pods: ${pods.trim().split('\n').length} pods`, pods.includes('pod/hub-'), pods);
}

async function checkGcloud(sandbox: Sandbox, reporter: Reporter, hub: string, listed: string): Promise<void> {
  const env = { ...process.env, ...sandbox.env };
  const clusters = await output('gcloud', ['container', 'clusters', 'list', '--format=value(name,status)'], env);
  reporter.check(
    `gcloud container clusters list: ${clusters.trim().replace(/\s+/g, ' ')}`,
    clusters.includes(hub) && clusters.includes('RUNNING'),
    clusters,
  );
  const [service = ''] = sandbox.ingress.backendServices();
  const args = ['--resource-type=backend-services', `--service=${service}`, '--format=json'];
  const policy = await output('gcloud', ['iap', 'web', 'get-iam-policy', ...args], env);
  reporter.check('gcloud iap web get-iam-policy lists the people', policy.includes(`user:${listed}`), policy);
}
