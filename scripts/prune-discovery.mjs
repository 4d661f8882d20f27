// Makes sandbox/discovery/*.json: of Google's discovery documents, only the routes, parameter names, field names and types that
// the emulator serves, without any prose. The documents come from PyPI's google-api-python-client (Apache-2.0), pinned below.
//   node scripts/prune-discovery.mjs            writes the files
//   node scripts/prune-discovery.mjs --check    fails when a file differs from what the package gives
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PACKAGE = 'google-api-python-client';
const VERSION = '2.202.0';
const CRUD = '{get,list,insert,patch,update,delete}';

// Method ids to keep, without the name of the API; {a,b} are alternatives.
const KEEP = {
  'cloudresourcemanager.v1': ['projects.{get,list,getIamPolicy,setIamPolicy,testIamPermissions}'],
  'serviceusage.v1': ['services.{get,list,batchGet,enable,batchEnable,disable}', 'operations.get'],
  'iam.v1': [
    'projects.serviceAccounts.{create,get,patch,delete,list,enable,disable,getIamPolicy,setIamPolicy,testIamPermissions}',
  ],
  'cloudidentity.v1': ['groups.lookup', 'groups.memberships.{list,create,delete}'],
  'iap.v1': ['{getIapSettings,getIamPolicy,setIamPolicy,testIamPermissions}'],
  'sts.v1': ['token'],
  'secretmanager.v1': ['projects.secrets.versions.access'],
  'iamcredentials.v1': ['projects.serviceAccounts.generateAccessToken'],
  'storage.v1': [
    'buckets.{get,list,insert,patch,update,delete,getIamPolicy,setIamPolicy,testIamPermissions,getStorageLayout}',
    'objects.{get,list,insert,patch,delete}',
    'anywhereCaches.list',
    'managedFolders.{get,list,insert,delete,getIamPolicy,setIamPolicy}',
  ],
  'compute.v1': [
    'projects.get',
    '{regions,zones}.{get,list}',
    '{globalOperations,regionOperations,zoneOperations}.{get,list,wait}',
    `networks.${CRUD}`,
    `subnetworks.${CRUD}`,
    'subnetworks.{aggregatedList,setPrivateIpGoogleAccess,expandIpCidrRange}',
    `routers.${CRUD}`,
    'routers.aggregatedList',
    `globalAddresses.${CRUD}`,
    'globalAddresses.setLabels',
    // What gcloud asks for in its plain lists.
    '{addresses,disks,forwardingRules,healthChecks,instances,sslCertificates}.aggregatedList',
    '{targetHttpProxies,targetHttpsProxies,urlMaps}.aggregatedList',
    'sslCertificates.{get,insert,delete}',
    'firewalls.list',
    `backendServices.${CRUD}`,
    'backendServices.aggregatedList',
    `globalForwardingRules.${CRUD}`,
    `networkEndpointGroups.${CRUD}`,
    'networkEndpointGroups.aggregatedList',
    'instanceGroupManagers.{get,list}',
    '{acceleratorTypes,machineTypes}.aggregatedList',
  ],
  'container.v1': [
    'projects.locations.getServerConfig',
    'projects.locations.operations.{get,list,cancel}',
    'projects.locations.clusters.{create,get,list,update,delete,updateMaster}',
    'projects.locations.clusters.{setAddons,setLegacyAbac,setLocations,setLogging,setMaintenancePolicy,setMonitoring}',
    'projects.locations.clusters.{setNetworkPolicy,setResourceLabels}',
    'projects.locations.clusters.nodePools.{create,get,list,update,delete,setSize,setManagement,setAutoscaling}',
  ],
};

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const target = join(root, 'sandbox/discovery');

function expand(pattern) {
  const open = /\{([^}]*)\}/.exec(pattern);
  if (!open) return [pattern];
  return open[1].split(',').flatMap((word) => expand(pattern.replace(open[0], word)));
}

function* methodsOf(resource) {
  yield* Object.values(resource.methods ?? {});
  for (const child of Object.values(resource.resources ?? {})) yield* methodsOf(child);
}

/** A type in short: `int64`, `#Schema`, `[item]`, `{"*": value}`, `{"enum": […]}`, `{"fields": {…}}`. */
function short(type, use) {
  if (type.$ref) {
    use(type.$ref);
    return `#${type.$ref}`;
  }
  if (type.type === 'array') return [short(type.items, use)];
  if (type.type === 'object') {
    if (type.additionalProperties) return { '*': short(type.additionalProperties, use) };
    return { fields: mapValues(type.properties ?? {}, (field) => short(field, use)) };
  }
  if (type.enum) return { enum: type.enum };
  return type.format ?? type.type;
}

function mapValues(object, change) {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}

function parameter(given, use) {
  const type = short(given, use);
  const marks = `${given.required ? '!' : ''}${given.repeated ? '*' : ''}`;
  return [given.location, marks === '' ? type : { type, marks }];
}

function prune(document, keep) {
  const wanted = new Set(keep.flatMap(expand).map((id) => `${document.name}.${id}`));
  const used = new Set();
  const queue = [];
  const use = (name) => {
    if (!used.has(name)) queue.push(name);
    used.add(name);
  };
  const methods = {};
  for (const method of methodsOf(document)) {
    if (!wanted.delete(method.id)) continue;
    if (method.request) use(method.request.$ref);
    if (method.response) use(method.response.$ref);
    // A flat path that says only {v1Id} has lost that its value may hold slashes.
    const path = method.flatPath && !/^v1\/\{v1Id\}[:/]?/.test(method.flatPath) ? method.flatPath : method.path;
    const shown = Object.entries(method.parameters ?? {}).filter(([, given]) => given.location === 'query');
    methods[method.id] = {
      http: method.httpMethod,
      path: document.servicePath + (method.id.startsWith('serviceusage.services') ? method.flatPath : path),
      ...(method.mediaUpload ? { upload: Object.keys(method.mediaUpload.protocols).sort() } : {}),
      query: Object.fromEntries(shown.map(([name, given]) => [name, parameter(given, use)[1]])),
      ...(method.request ? { request: method.request.$ref } : {}),
      ...(method.response ? { response: method.response.$ref } : {}),
    };
  }
  // Some collections lack one of the verbs in CRUD; anything else that is missing is a mistake in the table above.
  const missing = [...wanted].filter((id) => !/\.(insert|patch|update)$/.test(id));
  if (missing.length > 0) throw new Error(`${document.id} has no ${missing.join(', ')}`);
  const schemas = {};
  for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
    schemas[name] = short({ type: 'object', ...document.schemas[name] }, use);
  }
  return { methods: sorted(methods), query: Object.keys(document.parameters).sort(), schemas: sorted(schemas) };
}

function sorted(object) {
  return Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** One method or schema a line, so that a change of revision reads well in a diff. */
function print(document, pruned) {
  const lines = (object) =>
    Object.entries(object)
      .map(([key, value]) => `    ${JSON.stringify(key)}: ${JSON.stringify(value)}`)
      .join(',\n');
  return `{
  "notice": "Names and types of Google's ${document.id} API, pruned by scripts/prune-discovery.mjs from ${PACKAGE} ${VERSION} (Apache-2.0).",
  "id": "${document.id}",
  "revision": "${document.revision}",
  "query": ${JSON.stringify(pruned.query)},
  "methods": {
${lines(pruned.methods)}
  },
  "schemas": {
${lines(pruned.schemas)}
  }
}
`;
}

const check = process.argv.includes('--check');
const temp = mkdtempSync(join(tmpdir(), 'discovery-'));
let stale = 0;
try {
  const python = process.env.PYTHON ?? 'python3';
  const options = ['--no-deps', '--no-input', '--quiet', '--disable-pip-version-check', '--dest', temp];
  execFileSync(python, ['-m', 'pip', 'download', ...options, `${PACKAGE}==${VERSION}`], { stdio: 'inherit' });
  const wheel = readdirSync(temp).find((name) => name.endsWith('.whl'));
  execFileSync(python, ['-m', 'zipfile', '-e', join(temp, wheel), join(temp, 'unpacked')], { stdio: 'inherit' });
  mkdirSync(target, { recursive: true });
  for (const [name, keep] of Object.entries(KEEP)) {
    const from = join(temp, 'unpacked/googleapiclient/discovery_cache/documents', `${name}.json`);
    const document = JSON.parse(readFileSync(from, 'utf8'));
    const text = print(document, prune(document, keep));
    const file = join(target, `${name}.json`);
    if (!check) writeFileSync(file, text);
    else if (readFileSync(file, 'utf8') !== text) {
      stale += 1;
      console.error(`${file} differs from ${PACKAGE} ${VERSION}`);
    }
  }
} finally {
  rmSync(temp, { recursive: true, force: true });
}
process.exitCode = stale === 0 ? 0 : 1;
