import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { HubConfig } from '../../src/config/model.js';
import { type ChartRepository, startChartRepository } from './charts/repository.js';
import { clientSettings, type Identity } from './client-settings.js';
import { issuerOf, playNodePools, trustBundle, wipeOnClusterDeletion } from './cluster.js';
import { clusterResources } from './cluster-resources.js';
import { GFE_RANGES, PROJECT_NUMBER, REPOSITORY, REPOSITORY_ID } from './facts.js';
import { type GitHub, startGitHub } from './github/github.js';
import { type Emulator, startEmulator } from './google/emulator.js';
import { type Iap, startIap } from './iap/iap.js';
import { type ControlPlane, startControlPlane } from './kubernetes/control-plane.js';
import { startCsi } from './kubernetes/csi.js';
import { type Ingress, startIngress } from './kubernetes/ingress.js';
import { startKubelet } from './kubernetes/kubelet.js';
import type { Log } from './log.js';
import { makeProject } from './project.js';
import { mirrorConfiguration } from './provider/available.js';
import { type Provider, realProviderAvailable, startProvider } from './provider/provider.js';
import { ensureTools, type Toolbox } from './tools/toolbox.js';

/** The running sandbox with all its parts. */
export interface Sandbox {
  readonly config: HubConfig;
  /** Folder with all its files. */
  readonly dir: string;
  readonly tools: Toolbox;
  readonly emulator: Emulator;
  readonly controlPlane: ControlPlane;
  readonly ingress: Ingress;
  readonly iap: Iap;
  readonly github: GitHub;
  readonly charts: ChartRepository;
  /** The stand-in of the google provider; undefined if terraform uses the real one. */
  readonly provider: Provider | undefined;
  /** Environment for programs on this machine that use the sandbox as the project's owner. */
  readonly env: Readonly<Record<string, string>>;
  /** The environment for another identity: `operator`, `plan`, `apply` or `sync`. */
  readonly envAs: (identity: Identity) => Record<string, string>;
  readonly stop: () => Promise<void>;
}

/** What to start. */
export interface SandboxOptions {
  readonly config: HubConfig;
  readonly dir: string;
  readonly log: Log;
  /** Provider to use. Default: the real one if terraform can install it. */
  readonly provider?: 'real' | 'stand-in' | undefined;
  /** Milliseconds after which pods see a change of a ConfigMap in their files. Default: 0. */
  readonly dataDelay?: (() => number) | undefined;
}

/** A sandbox serves a working day and more. An env file cannot be renewed in the shells that have read it. */
const SIGNED_IN_SECONDS = 7 * 24 * 3600;

/** Starts all parts for one configuration. After a failure, started parts are stopped again. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const started: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const end of started.splice(0).reverse()) await end();
  };
  try {
    return await start(options, started, stop);
  } catch (error) {
    await stop().catch(() => {});
    throw error;
  }
}

async function start(
  { config, dir, log, provider: wanted, dataDelay }: SandboxOptions,
  started: (() => Promise<void>)[],
  stop: () => Promise<void>,
): Promise<Sandbox> {
  const keep = <T extends { stop(): Promise<void> }>(part: T): T => {
    started.push(() => part.stop());
    return part;
  };
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const tools = await ensureTools(
    [
      'terraform',
      'helm',
      'etcd',
      'kube-apiserver',
      'kube-controller-manager',
      'kube-scheduler',
      'kwok',
      'python',
      'configurable-http-proxy',
    ],
    { log },
  );
  const { project } = config;
  const region = config.location.split('-').slice(0, 2).join('-');
  const emulator = keep(
    await startEmulator({ project, projectNumber: PROJECT_NUMBER, log, journalPath: join(dir, 'journal.jsonl') }),
  );
  const github = keep(await startGitHub({ repository: REPOSITORY, repositoryId: REPOSITORY_ID, log }));
  const controlPlane = keep(
    await startControlPlane({
      dir: join(dir, 'kubernetes'),
      tools,
      tokenReviewUrl: emulator.tokenReviewUrl,
      region,
      log,
    }),
  );
  emulator.setClusterEndpoint(controlPlane.endpoint, controlPlane.caPem);
  const { client } = controlPlane;
  emulator.federation.trustCluster(await issuerOf(client));
  wipeOnClusterDeletion(emulator, client, log);
  playNodePools(emulator, client, config.project, log);
  for (const [collection, list] of clusterResources(client, project)) emulator.computeLists.set(collection, list);
  keep(await startCsi({ client, dir, project, log }));
  const ingress = keep(await startIngress({ client, emulator, project, log }));
  const iap = keep(await startIap({ emulator, ingress, log }));
  const charts = keep(await startChartRepository({ tools, dir: join(dir, 'charts'), log }));
  const bundle = trustBundle(join(dir, 'ca-bundle.pem'), controlPlane.caPem);
  const people = await makeProject(emulator, config, log);
  // Google's limit is about one bucket per two seconds. The program must respect it here too.
  emulator.pace.bucketCreation = 1500;
  const useReal =
    wanted === undefined ? await realProviderAvailable(tools.path('terraform'), process.env) : wanted === 'real';
  const provider = useReal ? undefined : keep(await startProvider({ log, env: { ...process.env, ...emulator.env() } }));
  log(`google provider: ${useReal ? 'the real one' : 'stand-in'}`);
  const cliConfig = useReal ? mirrorConfiguration(process.env) : undefined;
  const cliConfigFile = join(dir, 'terraformrc');
  if (cliConfig !== undefined) writeFileSync(cliConfigFile, cliConfig);

  const base = {
    ...emulator.env(),
    ...(provider ? { TF_REATTACH_PROVIDERS: provider.reattach } : {}),
    // This universe cannot exist, so a provider call without an override fails instead of reaching Google.
    GOOGLE_UNIVERSE_DOMAIN: 'sandbox.invalid',
    JUPYTERHUB_GKE_POLL_INTERVAL: '1s',
    NODE_EXTRA_CA_CERTS: bundle,
    SSL_CERT_FILE: bundle,
    JUPYTERHUB_GKE_CHART_REPOSITORY: charts.url,
    JUPYTERHUB_GKE_CHART_SHA256: charts.sha256,
    JUPYTERHUB_GKE_IAP_KEYS_URL: iap.keysUrl,
    JUPYTERHUB_GKE_GFE_RANGES: GFE_RANGES,
    JUPYTERHUB_SANDBOX_HUB_URL: ingress.hubUrl,
    JUPYTERHUB_SANDBOX_IAP_URL: iap.url,
    JUPYTERHUB_SANDBOX_GOOGLE_URL: emulator.origin,
    JUPYTERHUB_SANDBOX_GITHUB_URL: github.url,
    JUPYTERHUB_SANDBOX_JOURNAL: join(dir, 'journal.jsonl'),
    JUPYTERHUB_SANDBOX_AUDIT_LOG: controlPlane.auditLog,
  };
  keep(
    await startKubelet({
      client,
      tools,
      dir,
      apiServer: { url: `https://${controlPlane.endpoint}`, caPath: controlPlane.caPath },
      endpoint: controlPlane.kubelet,
      log,
      google: {
        project,
        tokenUrl: `${emulator.origin}/sts/v1/token`,
        storageUrl: `${emulator.storageOrigin}/storage/v1/`,
      },
      env: {
        JUPYTERHUB_GKE_IAP_KEYS_URL: iap.keysUrl,
        JUPYTERHUB_GKE_GFE_RANGES: GFE_RANGES,
        // A pod has its own /tmp. Here it would be the machine's.
        JUPYTERHUB_GKE_FRESH_FILE: join(dir, 'hub-tmp', 'members.json'),
      },
      dataDelay,
    }),
  );
  const envAs = (identity: Identity): Record<string, string> => ({
    ...base,
    ...clientSettings({
      dir,
      identity,
      token: emulator.identities.token(people[identity], SIGNED_IN_SECONDS),
      controlPlane,
      endpoints: emulator.env(),
      project,
      hub: config.name,
      bundle,
      binDir: dirname(tools.path('helm')),
    }),
    ...(cliConfig === undefined ? {} : { TF_CLI_CONFIG_FILE: cliConfigFile }),
  });
  return {
    config,
    dir,
    tools,
    emulator,
    controlPlane,
    ingress,
    iap,
    github,
    charts,
    provider,
    env: envAs('operator'),
    envAs,
    stop,
  };
}
