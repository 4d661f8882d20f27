import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KubeObject } from '../../sandbox/src/kubernetes/client.js';
import { type ControlPlane, startControlPlane } from '../../sandbox/src/kubernetes/control-plane.js';
import { startCsi } from '../../sandbox/src/kubernetes/csi.js';
import { type Kubelet, startKubelet } from '../../sandbox/src/kubernetes/kubelet.js';
import type { Pod } from '../../sandbox/src/kubernetes/pod-types.js';
import { ensureTools, type Toolbox, type ToolName } from '../../sandbox/src/tools/toolbox.js';

const NAMES: readonly ToolName[] = [
  'etcd',
  'kube-apiserver',
  'kube-controller-manager',
  'kube-scheduler',
  'kwok',
  'helm',
  'python',
  'configurable-http-proxy',
];

/** A cluster whose pods run, for one test file. */
export interface PodEnvironment {
  readonly dir: string;
  readonly plane: ControlPlane;
  readonly kubelet: Kubelet;
  readonly tools: Toolbox;
  readonly lines: readonly string[];
  /** Waits until `check` gives something, and returns it; fails after `seconds` (default 30) with the last pods seen. */
  until<T>(check: () => Promise<T | undefined | false>, seconds?: number): Promise<T>;
  pod(namespace: string, name: string): Promise<Pod | undefined>;
  /** Makes a namespace with its default service account ready. */
  namespace(name: string): Promise<string>;
  stop(): Promise<void>;
}

/** Starts the cluster, or says why it cannot be started here. */
export async function startPodEnvironment(): Promise<PodEnvironment | string> {
  let tools: Toolbox;
  try {
    tools = await ensureTools(NAMES, { log: (line) => console.log(line) });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const dir = mkdtempSync(join(tmpdir(), 'kubelet-'));
  const lines: string[] = [];
  const log = (line: string): void => void lines.push(line);
  const plane = await startControlPlane({
    dir: join(dir, 'kubernetes'),
    tools,
    tokenReviewUrl: 'http://127.0.0.1:9/', // no bearer token of a person is used here
    region: 'us-central1',
    log,
  });
  const { client } = plane;
  const csi = await startCsi({ client, dir, project: 'acme-research', log });
  const apiServer = { url: `https://${plane.endpoint}`, caPath: plane.caPath };
  const kubelet = await startKubelet({
    client,
    tools,
    dir,
    apiServer,
    endpoint: plane.kubelet,
    log,
    restartBackoff: 400,
  });

  const environment: PodEnvironment = {
    dir,
    plane,
    kubelet,
    tools,
    lines,
    pod: (namespace, name) => client.get<Pod>(`/api/v1/namespaces/${namespace}/pods/${name}`),
    async until(check, seconds = 30) {
      const end = Date.now() + seconds * 1000;
      for (;;) {
        const found = await check();
        if (found !== undefined && found !== false) return found;
        if (Date.now() > end) throw new Error(`not so after ${seconds} s: ${check.toString()}\n${lines.join('\n')}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    async namespace(name) {
      await client.create('/api/v1/namespaces', { apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
      await environment.until(() => client.get(`/api/v1/namespaces/${name}/serviceaccounts/default`));
      await environment.until(() => client.get(`/api/v1/namespaces/${name}/configmaps/kube-root-ca.crt`));
      return name;
    },
    async stop() {
      await kubelet.stop();
      await csi.stop();
      await plane.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
  return environment;
}

/** Whether a pod's condition Ready is True. */
export function isReady(pod: Pod | undefined): boolean {
  return pod?.status?.conditions?.some((entry) => entry.type === 'Ready' && entry.status === 'True') === true;
}

/** Asks the Python server of a pod. */
export async function ask(ip: string, path: string, query: Record<string, string> = {}): Promise<string> {
  const response = await fetch(`http://${ip}:8080${path}?${new URLSearchParams(query)}`);
  return response.status === 200 ? response.text() : `${response.status} ${await response.text()}`;
}

/** Waits until a pod is ready; gives its address. */
export async function running(at: PodEnvironment, namespace: string, name: string): Promise<string> {
  const pod = await at.until(async () => {
    const found = await at.pod(namespace, name);
    return isReady(found) ? found : undefined;
  });
  return pod.status?.podIP ?? '';
}

/** A probe that the Python server answers, and its port. */
export const PROBE = { httpGet: { path: '/health', port: 'http' }, periodSeconds: 1, failureThreshold: 1 };
export const PORTS = [{ name: 'http', containerPort: 8080 }];

/** A pod of one Python container. */
export function pythonPod(name: string, code: string, spec: Record<string, unknown> = {}, container = {}): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, labels: { app: name } },
    spec: {
      terminationGracePeriodSeconds: 5,
      containers: [{ name: 'main', image: 'python', command: ['python3', '-u', '-c', code], ...container }],
      ...spec,
    },
  };
}

/** Python that answers questions about the container on its port 8080. */
export const SERVER = `
import http.server, json, os, ssl, urllib.parse, urllib.request
well = True
class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        global well
        url = urllib.parse.urlparse(self.path)
        q = dict(urllib.parse.parse_qsl(url.query))
        status, text = 200, 'ok'
        try:
            if url.path == '/health': status = 200 if well else 500
            elif url.path == '/ill': well = False
            elif url.path == '/read': text = open(q['path']).read()
            elif url.path == '/list': text = ' '.join(sorted(os.listdir(q['path'])))
            elif url.path == '/exists': text = str(os.path.exists(q['path']))
            elif url.path == '/write': open(q['path'], 'w').write(q['text'])
            elif url.path == '/mode': text = oct(os.stat(q['path']).st_mode & 0o777)
            elif url.path == '/env': text = os.environ.get(q['name'], '(none)')
            elif url.path == '/peer': text = self.client_address[0]
            elif url.path == '/get': text = urllib.request.urlopen(q['url'], timeout=5).read().decode()
            elif url.path == '/exit': os._exit(int(q['code']))
            elif url.path == '/api':
                base = '/var/run/secrets/kubernetes.io/serviceaccount/'
                context = ssl.create_default_context(cafile=base + 'ca.crt')
                at = 'https://' + os.environ['KUBERNETES_SERVICE_HOST'] + ':' + os.environ['KUBERNETES_SERVICE_PORT']
                body = json.dumps({'apiVersion': 'authentication.k8s.io/v1', 'kind': 'SelfSubjectReview'}).encode()
                headers = {'authorization': 'Bearer ' + open(base + 'token').read(), 'content-type': 'application/json'}
                request = urllib.request.Request(at + '/apis/authentication.k8s.io/v1/selfsubjectreviews', body, headers)
                text = json.load(urllib.request.urlopen(request, context=context))['status']['userInfo']['username']
        except Exception as error:
            status, text = 599, repr(error)
        self.send_response(status); self.end_headers(); self.wfile.write(text.encode())
    def log_message(self, *args): pass
http.server.ThreadingHTTPServer(('', 8080), Handler).serve_forever()
`;
