import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { type ControlPlane, startControlPlane } from '../../../sandbox/src/kubernetes/control-plane.js';
import { customResourceDefinitions } from '../../../sandbox/src/kubernetes/crds.js';
import { repoPath } from '../../../sandbox/src/paths.js';
import type { JsonObject } from '../../../src/config/model.js';
import { firstInstallValues } from '../../../src/helm/release/applied.js';
import type { Helm } from '../../../src/helm/release/cli.js';
import { refuseUnreviewedObjects } from '../../../src/helm/release/live-check.js';
import { prepareRelease, renderRelease } from '../../../src/helm/release/release.js';
import { merge, resolve } from '../../../src/helm/values/values.js';
import { startHelmEnvironment } from '../../support/helm-environment.js';
import { hubConfig } from '../../support/hub-config.js';
import { sharedEnvironment } from '../../support/shared-environment.js';

const NAMESPACE = 'jupyterhub-research';
const FACTS = { address: '192.0.2.7.sslip.io', secrets: { DB: 'p{w}"d: [', LMS: 'hunter2' } };
const USER: JsonObject = {
  hub: {
    extraEnv: { LMS_TOKEN: { secretRef: 'LMS' } },
    extraConfig: { mine: "c.JupyterHub.tornado_settings = {'x': 1}" },
    config: { KubeSpawner: { environment: { DB: { secretRef: 'DB' } } } },
    services: { report: { url: 'http://report', apiToken: { secretRef: 'LMS' } } },
    loadRoles: { report: { services: ['report'], scopes: ['list:users'] } },
  },
  singleuser: { extraEnv: { PASSWORD: { secretRef: 'DB' } } },
};

interface PlaneEnvironment {
  readonly plane: ControlPlane;
  readonly helm: Helm;
  readonly dir: string;
  readonly stop: () => Promise<void>;
}

async function startPlaneEnvironment(): Promise<PlaneEnvironment | string> {
  const found = await startHelmEnvironment([
    'etcd',
    'kube-apiserver',
    'kube-controller-manager',
    'kube-scheduler',
    'kwok',
  ]);
  if (typeof found === 'string') return found;
  const dir = mkdtempSync(join(tmpdir(), 'live-check-'));
  const tokenReviewUrl = 'http://127.0.0.1:9/';
  const plane = await startControlPlane({
    ...{ dir: join(dir, 'plane'), tools: found.tools, tokenReviewUrl, region: 'us-central1', log: () => {} },
  });
  const { client } = plane;
  for (const [path, object] of customResourceDefinitions()) await client.apply(path, object);
  await client.create('/api/v1/namespaces', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: NAMESPACE } });
  return {
    plane,
    dir,
    helm: found.on(plane.adminKubeconfig),
    async stop() {
      await plane.stop();
      found.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

const testInEnvironment = sharedEnvironment(startPlaneEnvironment, 120_000);

/** Plans with a chart and checks it against the cluster, and installs it if nothing is refused. */
async function apply(helm: Helm, chart: string, user: JsonObject = USER): Promise<void> {
  const source = { version: '4.4.0', repository: undefined, path: chart, sha256: undefined };
  const config = hubConfig(user, { hub: { chart: source, values: user } });
  const prepared = await prepareRelease({ config, env: {}, helmDir: repoPath('helm') });
  const rendered = await renderRelease(prepared, helm, undefined);
  const isFirst = (await helm.history('research', NAMESPACE)).length === 0;
  const values = resolve(isFirst ? merge(firstInstallValues(), prepared.values) : prepared.values, FACTS);
  await refuseUnreviewedObjects(helm, prepared, rendered, values, FACTS);
  await helm.upgrade('research', rendered.chart.path, NAMESPACE, values);
}

for (const [name, chart] of [
  ['the stand-in chart', repoPath('sandbox', 'charts', 'jupyterhub')],
  ['the real chart', process.env.JUPYTERHUB_GKE_TEST_CHART],
] as const) {
  testInEnvironment(`${name} is what was reviewed at its first installation and at upgrades`, async ({ helm }) => {
    if (chart === undefined || !existsSync(chart)) {
      return console.log(`SKIPPED check of ${name}: JUPYTERHUB_GKE_TEST_CHART names no chart`);
    }
    await apply(helm, chart);
    await apply(helm, chart);
    await apply(helm, chart, merge(USER, { cull: { timeout: 7200 }, debug: { enabled: true } }));
    await helm.uninstall('research', NAMESPACE);
  });
}

const BINDING = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: evil}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
subjects: [{kind: ServiceAccount, name: hub, namespace: ${NAMESPACE}}]
`;
const ATTACKS: readonly (readonly [string, Readonly<Record<string, string>>, RegExp])[] = [
  [
    'an object that a lookup brings',
    { 'templates/evil.yaml': `{{- if lookup "v1" "Namespace" "" "kube-system" }}\n${BINDING}{{- end }}\n` },
    /ClusterRoleBinding\/evil is not in the plan/,
  ],
  [
    'an object that is made only where the secrets are known',
    {
      'templates/evil.yaml': `{{- if ne .Values.hub.services.report.apiToken "\${secret:LMS}" }}\n${BINDING}{{- end }}\n`,
    },
    /ClusterRoleBinding\/evil is not in the plan/,
  ],
  [
    'an object in a list',
    {
      'templates/evil.yaml': `{{- if lookup "v1" "Namespace" "" "kube-system" }}\napiVersion: v1\nkind: List\nitems:\n  - {{ ${JSON.stringify(BINDING)} | fromYaml | toJson }}\n{{- end }}\n`,
    },
    /ClusterRoleBinding\/evil is not in the plan/,
  ],
  [
    'a hook',
    {
      'templates/evil.yaml': `{{- if .Release.IsInstall }}{{- if lookup "v1" "Namespace" "" "kube-system" }}\napiVersion: v1\nkind: Pod\nmetadata: {name: evil, annotations: {helm.sh/hook: pre-install}}\nspec: {containers: [{name: a, image: b}]}\n{{- end }}{{- end }}\n`,
    },
    /Pod\/evil is not in the plan/,
  ],
  [
    'another subject of a binding that was reviewed',
    {
      'templates/evil.yaml': BINDING.replace(
        'name: hub,',
        'name: {{ ternary "default" "hub" (not (empty (lookup "v1" "Namespace" "" "kube-system"))) }},',
      ),
    },
    /ClusterRoleBinding\/evil differs at subjects\.0\.name/,
  ],
  [
    'another code of the hub in its Secret',
    {
      'templates/evil.yaml': `apiVersion: v1\nkind: Secret\nmetadata: {name: code}\ndata: {values.yaml: {{ dict "extraConfig" (dict "mine" (ternary "evil()" "good()" (not (empty (lookup "v1" "Namespace" "" "kube-system"))))) | toYaml | b64enc }}}\n`,
    },
    /Secret\/code differs at data\.values\.yaml\.extraConfig\.mine/,
  ],
  [
    'a policy that is left out',
    {
      'templates/evil.yaml': `{{- if not (lookup "v1" "Namespace" "" "kube-system") }}\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: closed}\nspec: {podSelector: {}}\n{{- end }}\n`,
    },
    /NetworkPolicy\/closed is left out/,
  ],
];

for (const [title, files, message] of ATTACKS) {
  testInEnvironment(`a chart cannot bring past the review: ${title}`, async ({ helm, plane, dir }) => {
    const chart = join(mkdtempSync(join(dir, 'chart-')), 'jupyterhub');
    cpSync(repoPath('sandbox', 'charts', 'jupyterhub'), chart, { recursive: true });
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(join(chart, name, '..'), { recursive: true });
      writeFileSync(join(chart, name), text);
    }
    await expect(apply(helm, chart)).rejects.toThrow(message);
    await expect(apply(helm, chart)).rejects.not.toThrow(/hunter2|p\{w\}/);
    expect(await helm.history('research', NAMESPACE)).toEqual([]);
    const path = '/apis/rbac.authorization.k8s.io/v1/clusterrolebindings/evil';
    expect(await plane.client.get(path).catch(() => undefined)).toBeUndefined();
  });
}

testInEnvironment('an object in crds/ is in the plan, whatever kind it is', async ({ helm, dir }) => {
  const chart = join(mkdtempSync(join(dir, 'chart-')), 'jupyterhub');
  cpSync(repoPath('sandbox', 'charts', 'jupyterhub'), chart, { recursive: true });
  mkdirSync(join(chart, 'crds'));
  writeFileSync(join(chart, 'crds/evil.yaml'), BINDING);
  const source = { version: '4.4.0', repository: undefined, path: chart, sha256: undefined };
  const prepared = await prepareRelease({
    ...{ config: hubConfig(USER, { hub: { chart: source, values: USER } }), env: {}, helmDir: repoPath('helm') },
  });
  const { manifests } = await renderRelease(prepared, helm, undefined);
  expect(manifests.map(({ kind, name }) => `${kind}/${name}`)).toContain('ClusterRoleBinding/evil');
  // It was reviewed, so it is installed.
  await apply(helm, chart);
  await helm.uninstall('research', NAMESPACE);
});
