import type { HubConfig, JsonObject } from '../../config/model.js';
import { HUB_FOLDER, READ_ONLY } from './hub-files.js';
import { escapeBraces } from './profiles.js';
import { ADDRESS } from './values.js';

/** Python modules of the hub's process and its access reconciler. They are mounted beside the chart's own configuration. */
export const HUB_MODULES = [
  'iap_authenticator.py',
  'iap_assertion.py',
  'iap_route.py',
  'iap_session_check.py',
  'hub_members.py',
  'hub_files.py',
  'hub_pages.py',
  'access_reconciler.py',
  'access_reconciler_api.py',
  'access_reconciler_culling.py',
  'access_reconciler_report.py',
] as const;

/** All Python files of helm/hub: the modules above, one for notebook servers, and two that only some hubs need. */
export const PYTHON_FILES = [...HUB_MODULES, 'notebook_guard.py', 'profile_groups.py', 'home_bucket.py'] as const;

/** Texts of the Python files of helm/hub by their names. */
export type HubFiles = Readonly<Record<(typeof PYTHON_FILES)[number], string>>;

const NOTEBOOK_FOLDER = '/usr/local/etc/jupyterhub-gke';

/** Values that put the hub behind Identity-Aware Proxy: Ingress, authenticator with the hub's ConfigMaps, access reconciler and notebook guard. */
export function iapValues(config: HubConfig, files: HubFiles, env: NodeJS.ProcessEnv): JsonObject {
  const hub = config.name;
  const { JUPYTERHUB_GKE_IAP_KEYS_URL: keysUrl, JUPYTERHUB_GKE_GFE_RANGES: gfeRanges } = env;
  const configMaps = ['audience', 'members', ...(config.storage.perUserBuckets ? ['homes'] : [])];
  return {
    hub: {
      extraEnv: {
        JUPYTERHUB_GKE_HUB: hub,
        ...(keysUrl ? { JUPYTERHUB_GKE_IAP_KEYS_URL: keysUrl } : {}),
        ...(gfeRanges ? { JUPYTERHUB_GKE_GFE_RANGES: gfeRanges } : {}),
      },
      extraFiles: Object.fromEntries(
        HUB_MODULES.map((name) => [
          name,
          { mountPath: `${HUB_FOLDER}/${name}`, stringData: files[name], mode: READ_ONLY },
        ]),
      ),
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
        'networking.gke.io/managed-certificates': hub,
        'networking.gke.io/v1beta1.FrontendConfig': hub,
      },
      hosts: [config.access.domain ?? ADDRESS],
      pathType: 'Prefix',
    },
    singleuser: {
      extraEnv: {
        JUPYTERHUB_GKE_HUB: escapeBraces(hub),
        PYTHONPATH: NOTEBOOK_FOLDER,
      },
      extraFiles: {
        'notebook_guard.py': {
          mountPath: `${NOTEBOOK_FOLDER}/notebook_guard.py`,
          stringData: files['notebook_guard.py'],
          mode: READ_ONLY,
        },
        'jupyterhub-gke.json': {
          mountPath: '/etc/jupyter/jupyter_server_config.d/jupyterhub-gke.json',
          data: { ServerApp: { jpserver_extensions: { notebook_guard: true } } },
          mode: READ_ONLY,
        },
      },
    },
  };
}
