import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { CONDITIONS, CUSTOM_ROLES, NODE_ACCOUNT_ROLE, ROLES } from '../../../sandbox/src/identity-roles.js';
import { repoPath } from '../../../sandbox/src/paths.js';
import { BOOTSTRAP_APIS, HOMES_ROLES, homesCondition } from '../../../sandbox/src/project.js';
import { terraformVariables } from '../../../src/terraform/variables.js';
import { hubConfig } from '../../support/hub-config.js';
import { init, newFolder, QUICK_START, removeFolders } from '../../support/init.js';

afterEach(removeFolders);

// Stand-ins for gcloud, gh and sleep. They record their arguments, one per line, and answer what the commands read.
const RECORDER = `#!/usr/bin/env bash
printf '%s\\n' "$(basename "$0")" "$@" '' >>"$CALLS"
case "$*" in
  'projects describe '*) echo 123456789 ;;
  *'--jq .id') echo 742000001 ;;
  *'--input -') cat >"$CALLS.json" ;;
esac
`;

/** Runs all commands of the SETUP.md that init writes for these answers, and returns the recorded calls. */
async function runSetup(answers: Record<string, string | undefined>): Promise<{ calls: string[][]; rules: unknown }> {
  const { folder } = await init({ ...QUICK_START, ...answers });
  const setup = readFileSync(join(folder, 'SETUP.md'), 'utf8');
  const { calls, body } = runCommands(setup, folder);
  return { calls, rules: setup.includes('/rulesets') ? body() : undefined };
}

/** Runs the commands of a page. `body` is the last JSON document that a command received. */
function runCommands(page: string, folder: string): { calls: string[][]; body: () => unknown } {
  const bin = join(newFolder(), 'bin');
  mkdirSync(bin);
  for (const name of ['gcloud', 'gh', 'sleep']) {
    writeFileSync(join(bin, name), RECORDER);
    chmodSync(join(bin, name), 0o755);
  }
  const script = [...page.matchAll(/^```bash\n(.*?)^```$/gms)].map(([, block]) => block).join('');
  const calls = join(bin, 'calls');
  execFileSync('bash', ['--norc', '-c', script], {
    env: { PATH: `${bin}:${process.env.PATH}`, CALLS: calls },
    cwd: folder,
  });
  const made = readFileSync(calls, 'utf8').trimEnd().split('\n\n');
  return {
    calls: made.map((call) => call.split('\n')).filter(([name]) => name !== 'sleep'),
    body: () => JSON.parse(readFileSync(`${calls}.json`, 'utf8')) as unknown,
  };
}

const flag = (call: readonly string[], name: string): string | undefined =>
  call.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);

const fullName = (role: string): string => (role.startsWith('roles/') ? role : `projects/acme-research/roles/${role}`);
/** A condition as gcloud takes it; its usual separator, the comma, is in the expression. */
const conditionFlag = (role: string): string => {
  const condition = CONDITIONS[role];
  return condition === undefined ? 'None' : `^;^title=${condition.title};expression=${condition.expression}`;
};

describe('the commands of SETUP.md', () => {
  test('give each identity the roles that the sandbox tests, for its own jobs only', async () => {
    const { calls } = await runSetup({});
    const pool = 'principalSet://iam.googleapis.com/projects/123456789/locations/global/workloadIdentityPools/github';
    const jobs = { plan: 'pull_request', apply: 'environment:jupyterhub', sync: 'environment:jupyterhub-sync' };
    for (const identity of ['plan', 'apply', 'sync'] as const) {
      const email = `research-${identity}@acme-research.iam.gserviceaccount.com`;
      const { onProject, onStateBucket } = ROLES[identity];
      const grants = calls.filter((call) => call.some((word) => word.endsWith(`serviceAccount:${email}`)));
      const given = (kind: string) =>
        grants.filter((call) => call.includes(kind)).map((call) => [flag(call, 'role'), flag(call, 'condition')]);
      expect(given('projects')).toEqual(onProject.map((role) => [fullName(role), conditionFlag(role)]));
      expect(given('buckets')).toEqual(onStateBucket === undefined ? [] : [[onStateBucket, undefined]]);
      const impersonation = calls.filter((call) => call.includes(email) && call.includes('add-iam-policy-binding'));
      expect(impersonation.map((call) => [flag(call, 'role'), flag(call, 'member')])).toEqual([
        ['roles/iam.workloadIdentityUser', `${pool}/attribute.job/742000001:${jobs[identity]}`],
      ]);
      expect(calls).toContainEqual(
        expect.arrayContaining(['gh', 'variable', `${identity.toUpperCase()}_SERVICE_ACCOUNT`, email]),
      );
    }
  });

  test('create each custom role with exactly the permissions that the sandbox allows', async () => {
    const { calls } = await runSetup({});
    const made = calls.filter((call) => call.includes('roles') && call.includes('create'));
    const roles = made.map((call) => [call[4], flag(call, 'permissions')?.split(',').sort()]);
    const expected = Object.entries(CUSTOM_ROLES).map(([id, permissions]) => [id, [...permissions].sort()]);
    expect(Object.fromEntries(roles)).toEqual(Object.fromEntries(expected));
    expect(made.filter((call) => !call.includes('--project=acme-research'))).toEqual([]);
  });

  test.each([
    ['research', 'research-nodes'],
    ['abcdefghijklmnopqrstuvw-x', 'abcdefghijklmnopqrstuvw-x-node'],
  ])('let apply of the hub %s act as the account of the nodes, and as no other', async (hub, nodes) => {
    const { calls } = await runSetup({ 'hub-name': hub });
    const email = `${nodes}@acme-research.iam.gserviceaccount.com`;
    const made = calls.find((call) => call[2] === 'service-accounts' && call[3] === 'create' && call[4] === nodes);
    // Terraform's own title, so that it finds nothing to change.
    expect(flag(made ?? [], 'display-name')).toBe(`Nodes of JupyterHub platform ${hub}`);
    const bindings = calls.filter(
      (call) => call.includes('service-accounts') && call.includes('add-iam-policy-binding'),
    );
    const ofNodes = bindings.filter((call) => flag(call, 'role') !== 'roles/iam.workloadIdentityUser');
    expect(ofNodes.map((call) => [call[4], flag(call, 'role'), flag(call, 'member')])).toEqual([
      [email, fullName(NODE_ACCOUNT_ROLE), expect.stringMatching(/^serviceAccount:.*-apply@acme-research\./)],
    ]);
    expect(
      terraformVariables({ ...hubConfig(), name: hub, platform: { ...hubConfig().platform, name: hub } }, {}).platform,
    ).toMatchObject({ node_account: { id: nodes } });
  });

  test('give nobody a role by which they could give themselves others', async () => {
    const { calls } = await runSetup({});
    const wide = /roles\/(owner|editor|.*[aA]dmin|iam\.|iap\.)/;
    const given = calls.map((call) => flag(call, 'role')).filter((role) => role !== undefined);
    // container.admin is the one wide role: docs/identities.md says what it opens.
    expect([...new Set(given.filter((role) => wide.test(role)))].sort()).toEqual([
      'roles/container.admin',
      'roles/iam.workloadIdentityUser',
    ]);
    const permissions = Object.entries(CUSTOM_ROLES).flatMap(([role, all]) => all.map((one) => [one, role]));
    expect(permissions.filter(([one]) => /setIamPolicy|actAs|getAccessToken|signBlob|\*/.test(String(one)))).toEqual([
      ['iap.webServices.setIamPolicy', 'jupyterhubApply'],
      ['iap.webServices.setIamPolicy', 'jupyterhubSync'],
      ['resourcemanager.projects.setIamPolicy', 'jupyterhubNodeRoles'],
      ['iam.serviceAccounts.actAs', 'jupyterhubNodeAccount'],
    ]);
  });

  test('enable the APIs that apply cannot enable, and create the state bucket in the region', async () => {
    const { calls } = await runSetup({});
    const enabled = calls.find((call) => call.includes('enable'))?.filter((word) => word.endsWith('.googleapis.com'));
    expect(enabled?.sort()).toEqual(BOOTSTRAP_APIS.map((api) => `${api}.googleapis.com`).sort());
    const bucket = calls.find((call) => call.includes('buckets') && call.includes('create'));
    expect(bucket).toEqual(expect.arrayContaining(['gs://acme-research-tfstate', '--location=us-central1']));
  });

  test('trust this repository only, and jobs with an environment only on main', async () => {
    const { calls } = await runSetup({});
    const provider = calls.find((call) => call.includes('create-oidc')) ?? [];
    expect(flag(provider, 'attribute-condition')).toBe(
      "assertion.repository_id == '742000001' && (has(assertion.environment) ? assertion.ref == 'refs/heads/main' : true)",
    );
    expect(flag(provider, 'attribute-mapping')).toContain(
      'assertion.repository_id + ":" + (has(assertion.environment)',
    );
    // Google refuses a subject of more than 127 bytes, and the claim `sub` has the names of owner, repository and branch.
    expect(flag(provider, 'attribute-mapping')).toContain(
      'google.subject=assertion.repository_id + ":" + assertion.run_id,',
    );
    expect(flag(provider, 'attribute-mapping')).not.toContain('assertion.sub');
  });

  test('create the environment and the rules only if GitHub enforces them', async () => {
    for (const [visibility, plan, enforced] of [
      ['private', 'free', false],
      ['private', 'pro', true],
      ['public', 'free', true],
    ] as const) {
      const { calls, rules } = await runSetup({ visibility, 'github-plan': plan, 'code-owner': '@ada' });
      // gh api --method METHOD PATH
      const all = calls.filter((call) => call.includes('--method')).map((call) => call[4]);
      // On each plan, workflows are allowed to create pull requests.
      const paths = all.filter((path) => path !== 'repos/acme/hubs/actions/permissions/workflow');
      expect(all.length - paths.length).toBe(1);
      expect([plan, paths.length > 0]).toEqual([plan, enforced]);
      if (!enforced) continue;
      expect(paths).toEqual([
        'repos/acme/hubs/environments/jupyterhub',
        'repos/acme/hubs/environments/jupyterhub/deployment-branch-policies',
        'repos/acme/hubs/environments/jupyterhub-sync',
        'repos/acme/hubs/environments/jupyterhub-sync/deployment-branch-policies',
        'repos/acme/hubs/rulesets',
      ]);
      expect(rules).toMatchObject({
        enforcement: 'active',
        conditions: { ref_name: { include: ['~DEFAULT_BRANCH'] } },
      });
    }
  });

  test('keep the IDs of the identities short enough for a long hub name', async () => {
    const { calls } = await runSetup({ 'hub-name': 'abcdefghijklmnopqrstuvw-x' });
    const ids = calls
      .filter((call) => call[2] === 'service-accounts' && call[3] === 'create')
      .map((call) => call[4] ?? '');
    expect(ids).toEqual([
      ...['plan', 'apply', 'sync'].map((identity) => `abcdefghijklmno-73fc9878-${identity}`),
      'abcdefghijklmnopqrstuvw-x-node',
    ]);
    expect(Math.max(...ids.map((id) => id.length))).toBeLessThanOrEqual(30);
  });
});

test('the commands of docs/buckets.md create the identity and roles that the sandbox tests', () => {
  const variables =
    'PROJECT=acme-research POOL=projects/123456789/locations/global/workloadIdentityPools/github REPOSITORY_ID=742';
  const page = readFileSync(repoPath('docs/buckets.md'), 'utf8');
  const { calls } = runCommands(`\`\`\`bash\nset -euo pipefail\n${variables}\n\`\`\`\n${page}`, newFolder());
  const made = calls.filter((call) => call.includes('roles') && call.includes('create'));
  const roles = made.map((call) => [call[4], flag(call, 'permissions')?.split(',')]);
  expect(Object.fromEntries(roles)).toEqual(HOMES_ROLES);
  const email = 'research-homes@acme-research.iam.gserviceaccount.com';
  const { title, expression } = homesCondition('acme-research', 'research');
  const grants = calls.filter((call) => call.includes('projects') && call.includes(`--member=serviceAccount:${email}`));
  expect(grants.map((call) => [flag(call, 'role'), flag(call, 'condition')])).toEqual([
    ['roles/container.clusterViewer', 'None'],
    ['projects/acme-research/roles/jupyterhubHomesMaker', 'None'],
    ['projects/acme-research/roles/jupyterhubHomesReconciler', `title=${title},expression=${expression}`],
  ]);
  const impersonation = calls.filter((call) => call.includes(email) && call.includes('service-accounts'));
  const pool = 'principalSet://iam.googleapis.com/projects/123456789/locations/global/workloadIdentityPools/github';
  expect(impersonation.map((call) => flag(call, 'member'))).toEqual([
    `${pool}/attribute.job/742:environment:jupyterhub`,
    `${pool}/attribute.job/742:environment:jupyterhub-sync`,
  ]);
});

test('the commands of docs/upgrading.md take an older setup to the roles of SETUP.md', () => {
  const variables = [
    'PREFIX=research PROJECT=acme-research STATE_BUCKET=acme-research-tfstate REPOSITORY_ID=742',
    'POOL=projects/123456789/locations/global/workloadIdentityPools/github',
  ].join(' ');
  const page = readFileSync(repoPath('docs/upgrading.md'), 'utf8');
  const part = page.slice(page.indexOf('## From 0.2.0'), page.indexOf('## From the untagged'));
  const { calls } = runCommands(`\`\`\`bash\nset -euo pipefail\n${variables}\n\`\`\`\n${part}`, newFolder());
  // What SETUP.md granted up to version 0.2.0.
  const viewer = ['browser', 'compute.viewer'];
  const old: Readonly<Record<string, readonly string[]>> = {
    plan: [
      ...viewer,
      'container.viewer',
      'iam.securityReviewer',
      'iam.serviceAccountViewer',
      'serviceusage.serviceUsageViewer',
    ],
    apply: [
      ...['browser', 'compute.networkAdmin', 'container.admin', 'iam.serviceAccountAdmin', 'iam.serviceAccountUser'],
      ...['iap.admin', 'resourcemanager.projectIamAdmin', 'serviceusage.serviceUsageAdmin'],
    ],
    sync: [...viewer, 'container.clusterViewer', 'iap.admin'],
  };
  for (const identity of ['plan', 'apply', 'sync'] as const) {
    const member = `serviceAccount:research-${identity}@acme-research.iam.gserviceaccount.com`;
    const roles = new Map(old[identity]?.map((role) => [`roles/${role}`, 'None']));
    for (const call of calls.filter((one) => one[2] === 'projects' || one[1] === 'projects')) {
      if (flag(call, 'member') !== member) continue;
      if (call.includes('add-iam-policy-binding'))
        roles.set(String(flag(call, 'role')), String(flag(call, 'condition')));
      else roles.delete(String(flag(call, 'role')));
    }
    const expected = ROLES[identity].onProject.map((role) => [fullName(role), conditionFlag(role)]);
    expect([identity, [...roles].sort()]).toEqual([identity, expected.sort()]);
  }
  const jobs = calls.filter((call) => flag(call, 'role') === 'roles/iam.workloadIdentityUser');
  expect(
    jobs.map((call) => [call.find((word) => word.endsWith('-binding')), flag(call, 'member')?.split('742:')[1]]),
  ).toEqual([
    ['add-iam-policy-binding', 'environment:jupyterhub-sync'],
    ['remove-iam-policy-binding', 'environment:jupyterhub'],
  ]);
});
