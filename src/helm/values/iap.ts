import { LAST_CODE } from '../../config/chart/owned-values.js';
import type { HubConfig, JsonObject } from '../../config/model.js';
import { BUDGET_MODULES } from './hours/budgets.js';
import { WARM_MODULES } from './hours/warm.js';
import { moduleFiles, READ_ONLY } from './hub-files.js';
import { ADDRESS, escapeBraces } from './values.js';

/** Python modules of the hub's process and its access reconciler. They are mounted beside the chart's own configuration. */
export const HUB_MODULES = [
  'iap_authenticator.py',
  'iap_assertion.py',
  'iap_route.py',
  'iap_session_check.py',
  'hub_members.py',
  'hub_files.py',
  'hub_last_list.py',
  'hub_pages.py',
  'hub_subdomains.py',
  'hub_visitors.py',
  'gate_pod.py',
  'owned_settings.py',
  'profile_choice.py',
  'refusals.py',
  'start_page.py',
  'start_progress.py',
  'start_requests.py',
  'server_limits.py',
  'access_reconciler.py',
  'access_reconciler_api.py',
  'access_reconciler_attempts.py',
  'access_reconciler_culling.py',
  'access_reconciler_parts.py',
  'access_reconciler_report.py',
] as const;

/** Files of notebook pods: the gate's container, and the guard inside the notebook server. */
export const NOTEBOOK_FILES = [
  'notebook_gate.py',
  'notebook_gate_rules.py',
  'notebook_guard.py',
  'notebook_idle.py',
] as const;

/** All Python files of helm/hub: the ones above, and those that only some hubs need. */
export const PYTHON_FILES = [
  ...HUB_MODULES,
  ...NOTEBOOK_FILES,
  'profile_groups.py',
  'home_bucket.py',
  ...BUDGET_MODULES,
  ...WARM_MODULES,
] as const;

/** Texts of the Python files of helm/hub by their names. */
export type HubFiles = Readonly<Record<(typeof PYTHON_FILES)[number], string>>;

// It runs after all code of hub.values, so that it can call a hook that this code has set. The gate runs in the hub's own image.
const GATE_CODE = `import hub_subdomains
import start_page
import start_progress
import server_limits
from gate_pod import Gates, add_gate, end_servers_without_gate
from kubespawner import KubeSpawner
from profile_choice import forget_lost_choices
from z2jh import get_config

hub_subdomains.configure(c)
start_progress.install(KubeSpawner, start_page.configure(c).usual)
forget_lost_choices(KubeSpawner)
server_limits.configure(c, KubeSpawner)
end_servers_without_gate(KubeSpawner)
add_gate(
    c.KubeSpawner,
    Gates(
        f"{get_config('hub.image.name')}:{get_config('hub.image.tag')}",
        get_config("hub.image.pullPolicy"),
        get_config("hub.image.pullSecrets"),
    ),
)
`;

// It runs after all other code of the configuration, and refuses to start a hub in which that code set what we set.
const CHECK_CODE = `from owned_settings import check

check(c)
`;

const NOTEBOOK_FOLDER = '/usr/local/etc/jupyterhub-gke';

/** Values that put the hub behind Identity-Aware Proxy: Ingress, authenticator with the hub's ConfigMaps, access reconciler and notebook guard. */
export function iapValues(config: HubConfig, files: HubFiles, env: NodeJS.ProcessEnv): JsonObject {
  const hub = config.name;
  const { JUPYTERHUB_GKE_IAP_KEYS_URL: keysUrl, JUPYTERHUB_GKE_GFE_RANGES: gfeRanges } = env;
  const configMaps = ['audience', 'members', ...(config.storage.perUserBuckets ? ['homes'] : [])];
  const { subdomains } = config.access;
  return {
    hub: {
      config: {
        JupyterHub: {
          // The chart's proxy looks at the host of a request where this is not empty.
          subdomain_host: subdomains ? `https://${subdomains.domain}` : '',
          // Then no page of another person's host can set the cookies of the hub.
          cookie_host_prefix_enabled: subdomains !== undefined,
        },
      },
      extraEnv: {
        JUPYTERHUB_GKE_HUB: hub,
        ...(keysUrl ? { JUPYTERHUB_GKE_IAP_KEYS_URL: keysUrl } : {}),
        ...(gfeRanges ? { JUPYTERHUB_GKE_GFE_RANGES: gfeRanges } : {}),
      },
      extraFiles: moduleFiles(HUB_MODULES, files),
      extraConfig: {
        '~jupyterhub-gke-gate': GATE_CODE,
        [LAST_CODE]: CHECK_CODE,
      },
      // They are optional: the hub starts without them and admits nobody. They are folders: kubelet updates them in place.
      extraVolumes: configMaps.map((configMap) => ({
        name: `jupyterhub-gke-${configMap}`,
        configMap: { name: `${hub}-${configMap}`, optional: true },
      })),
      extraVolumeMounts: configMaps.map((configMap) => ({
        name: `jupyterhub-gke-${configMap}`,
        mountPath: `/etc/jupyterhub-gke/${configMap}`,
        readOnly: true,
      })),
    },
    proxy: {
      https: { enabled: false },
      service: {
        type: 'ClusterIP',
        annotations: {
          'cloud.google.com/neg': '{"ingress": true}',
          'cloud.google.com/backend-config': JSON.stringify({ ports: { http: hub } }),
        },
      },
      // The chart opens the proxy to every address. The companion's policy opens it to the load balancer's addresses only.
      chp: {
        networkPolicy: { enabled: true, allowedIngressPorts: [], ingress: [], interNamespaceAccessLabels: 'ignore' },
      },
    },
    ingress: {
      enabled: true,
      annotations: {
        'kubernetes.io/ingress.class': 'gce',
        'kubernetes.io/ingress.global-static-ip-name': `${hub}-ip`,
        ...(subdomains
          ? { 'ingress.gcp.kubernetes.io/pre-shared-cert': subdomains.certificate }
          : { 'networking.gke.io/managed-certificates': hub }),
        'networking.gke.io/v1beta1.FrontendConfig': hub,
      },
      hosts: [config.access.domain ?? ADDRESS, ...(subdomains ? [`*.${subdomains.domain}`] : [])],
      pathType: 'Prefix',
    },
    singleuser: {
      extraEnv: {
        JUPYTERHUB_GKE_HUB: escapeBraces(hub),
        PYTHONPATH: NOTEBOOK_FOLDER,
      },
      extraFiles: {
        ...Object.fromEntries(
          NOTEBOOK_FILES.map((name) => [
            name,
            { mountPath: `${NOTEBOOK_FOLDER}/${name}`, stringData: files[name], mode: READ_ONLY },
          ]),
        ),
        'jupyterhub-gke.json': {
          mountPath: '/etc/jupyter/jupyter_server_config.d/jupyterhub-gke.json',
          data: { ServerApp: { jpserver_extensions: { notebook_guard: true, notebook_idle: true } } },
          mode: READ_ONLY,
        },
      },
    },
  };
}
