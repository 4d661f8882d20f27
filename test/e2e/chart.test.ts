import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { repoPath } from '../../sandbox/src/paths.js';
import { type HubEnvironment, startHubEnvironment } from '../support/e2e/hub-environment.js';
import { merge, review, sha } from '../support/e2e/reviewed.js';

const SLOW = 240_000;
const BINDING = '/apis/rbac.authorization.k8s.io/v1/clusterrolebindings/evil';
const EVIL = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: evil}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
subjects: [{kind: ServiceAccount, name: default, namespace: default}]
`;

/** A chart repository that gives the good archive until it has given it `good` times, and then another one. */
interface TurningRepository {
  readonly url: string;
  readonly sha256: string;
  good: number;
  downloads: number;
}

let environment: HubEnvironment;
let config: string;
let server: Server;
let repository: TurningRepository;

beforeAll(async () => {
  environment = await startHubEnvironment();
  config = environment.read('jupyterhub.yaml');
  const applied = await environment.gke('apply', 'apply');
  expect([applied.code, applied.code === 0 ? '' : applied.text]).toEqual([0, '']);
  environment.sandbox.github.addPush({ after: sha('1'), files: [], contents: { 'jupyterhub.yaml': config } });
  repository = await startTurningRepository(join(environment.sandbox.dir, 'turning'));
}, 400_000);
afterAll(async () => {
  server?.close();
  server?.closeAllConnections();
  await environment?.stop();
});

async function startTurningRepository(dir: string): Promise<TurningRepository> {
  const archive = (name: string, version: string, more: Readonly<Record<string, string>>): Buffer => {
    const folder = join(dir, `${name}-${version}`);
    mkdirSync(folder, { recursive: true });
    cpSync(repoPath('sandbox/charts/jupyterhub'), join(folder, 'jupyterhub'), { recursive: true });
    const chart = join(folder, 'jupyterhub/Chart.yaml');
    writeFileSync(chart, readFileSync(chart, 'utf8').replace(/^version: .*$/m, `version: ${version}`));
    for (const [path, text] of Object.entries(more)) writeFileSync(join(folder, 'jupyterhub', path), text);
    execFileSync('tar', ['czf', join(folder, 'chart.tgz'), '-C', folder, 'jupyterhub']);
    return readFileSync(join(folder, 'chart.tgz'));
  };
  const archives = Object.fromEntries(
    ['4.4.0', '4.4.1'].map((version) => [
      version,
      [archive('good', version, {}), archive('evil', version, { 'templates/evil.yaml': EVIL })] as const,
    ]),
  );
  const turning: { url: string; sha256: string; good: number; downloads: number } = {
    ...{ url: '', good: 0, downloads: 0 },
    sha256: createHash('sha256')
      .update(archives['4.4.0']?.[0] ?? '')
      .digest('hex'),
  };
  server = createServer((request, response) => {
    const version = /jupyterhub-(4\.4\.[01])\.tgz$/.exec(request.url ?? '')?.[1];
    if (version === undefined) {
      const entries = Object.keys(archives).map(
        (one) => `  - {apiVersion: v2, name: jupyterhub, version: ${one}, urls: [jupyterhub-${one}.tgz]}`,
      );
      response.end(`apiVersion: v1\nentries:\n  jupyterhub:\n${entries.join('\n')}\n`);
      return;
    }
    const [good, evil] = archives[version] ?? [];
    response.end(turning.downloads < turning.good ? good : evil);
    turning.downloads += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  turning.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return turning;
}

/** From now on the repository gives the good archive so many times. */
function turnAfter(good: number): void {
  Object.assign(repository, { good, downloads: 0 });
}

const isBound = async (): Promise<boolean> => {
  const { client } = environment.sandbox.controlPlane;
  return (await client.get(BINDING).catch(() => undefined)) !== undefined;
};

test(
  'a chart repository without a SHA-256 is refused at its line, and nothing is downloaded',
  async () => {
    turnAfter(9);
    environment.write('jupyterhub.yaml', `${config}hub: {chart: {repository: "${repository.url}"}}\n`);
    const ran = await environment.gke('plan', 'plan');
    expect(ran.code).toBe(1);
    const line = config.split('\n').length;
    expect(ran.text).toMatch(new RegExp(`jupyterhub\\.yaml:${line}:\\d+.*unpinned-chart`));
    expect(repository.downloads).toBe(0);
  },
  SLOW,
);

test(
  'a chart repository that answers differently the second time does not get its chart installed',
  async () => {
    const text = `${config}hub:\n  chart:\n    repository: "${repository.url}"\n    sha256: ${repository.sha256}\n`;
    turnAfter(1);
    const planned = await review(environment, 7, sha('a'), text);
    expect(planned.summary).toContain('a chart is code that runs with the rights of apply');
    const applied = await merge(environment, 7, sha('a'), sha('c'));
    expect(applied.code).toBe(1);
    const messages = applied.text.split('\n').filter((one) => one.includes('differs from the reviewed one'));
    const line = text.slice(0, text.indexOf('sha256:')).split('\n').length;
    expect([...new Set(messages.map((one) => /The chart file \S+ of \S+/.exec(one)?.[0]))]).toEqual([
      `The chart file jupyterhub-4.4.0.tgz of ${repository.url}`,
    ]);
    expect(applied.text).toContain(`jupyterhub.yaml:${line}:`);
    expect(applied.text).not.toContain('this is what was reviewed');
    expect([await isBound(), repository.downloads]).toEqual([false, 2]);
  },
  SLOW,
);

test(
  'a run downloads the chart once, so a repository that turns within the run is not asked again',
  async () => {
    turnAfter(2);
    const text = environment.read('jupyterhub.yaml');
    await review(environment, 8, sha('b'), text);
    const applied = await merge(environment, 8, sha('b'), sha('d'));
    expect([applied.code, applied.code === 0 ? '' : applied.text]).toEqual([0, '']);
    expect(applied.text).toContain('this is what was reviewed in pull request #8');
    expect([await isBound(), repository.downloads]).toEqual([false, 2]);
  },
  SLOW,
);

test(
  'another file under the same release is not what was reviewed where no SHA-256 is known',
  async () => {
    const { envAs } = environment.sandbox;
    const env = { JUPYTERHUB_GKE_CHART_REPOSITORY: repository.url };
    expect(envAs('plan')).toHaveProperty('JUPYTERHUB_GKE_CHART_REPOSITORY');
    turnAfter(1);
    const text = `${config}hub: {chart: {version: 4.4.1}}\n`;
    await review(environment, 9, sha('e'), text, env);
    const applied = await merge(environment, 9, sha('e'), sha('f'), 'apply', env);
    expect([applied.code, applied.outputs.approval]).toEqual([1, 'needed']);
    expect(applied.text).toContain(
      `The chart file jupyterhub-4.4.1.tgz of ${repository.url} differs from the one that was reviewed in pull request #9`,
    );
    expect([await isBound(), repository.downloads]).toEqual([false, 2]);
  },
  SLOW,
);
