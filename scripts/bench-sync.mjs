// npm run bench -- sync: granting and revoking access, as whole processes on one sandbox in one run, as ratios.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from './bench-sandbox.mjs';
import { compile, root } from './setup.mjs';

const ROUNDS = 5;
export const SANDBOX = join(root, 'sandbox/lib/sandbox/src/main.js');
const WRITTEN = "IAP's policy is written";
const ROLE = 'roles/iap.httpsResourceAccessor';

/** Environment of the sandbox, from its `export NAME='value'` lines. */
export function readEnv(path) {
  const lines = readFileSync(path, 'utf8').matchAll(/^export ([A-Z0-9_]+)='((?:[^']|'\\'')*)'$/gm);
  return Object.fromEntries([...lines].map(([, name, value]) => [name, value.replaceAll("'\\''", "'")]));
}

/** Milliseconds of a process, until it has printed a text or, without one, until its end. */
export function time(program, args, { cwd, env, text }) {
  const from = process.hrtime.bigint();
  const took = () => Number(process.hrtime.bigint() - from) / 1e6;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env } });
    let output = '';
    let seen;
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk;
        if (text !== undefined && output.includes(text)) seen ??= took();
      });
    }
    child.on('close', (code) => {
      const time = text === undefined ? took() : seen;
      if (code === 0 && time !== undefined) resolve(time);
      else reject(new Error(`${program} ${args.join(' ')} ended with ${code}:\n${output.slice(-2000)}`));
    });
  });
}

/** The same calls without anything else: what no program could be faster than by much. */
const FLOOR = `
const env = process.env, [folder, hub, project, location, add] = process.argv.slice(2);
const headers = { authorization: 'Bearer ' + env.GOOGLE_OAUTH_ACCESS_TOKEN, 'content-type': 'application/json' };
const call = async (url, method = 'GET', body) => {
  const answer = await fetch(url, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
  if (!answer.ok) throw new Error(method + ' ' + url + ': ' + answer.status);
  return answer.json();
};
const { projectNumber } = await call(env.GOOGLE_RESOURCE_MANAGER_CUSTOM_ENDPOINT + 'projects/' + project);
const cluster = await call(env.GOOGLE_CONTAINER_CUSTOM_ENDPOINT + 'projects/' + project + '/locations/' + location + '/clusters/' + hub);
const api = 'https://' + cluster.controlPlaneEndpointsConfig.dnsEndpointConfig.endpoint;
const maps = api + '/api/v1/namespaces/jupyterhub-' + hub + '/configmaps/' + hub;
await call(maps + '-deployed');
const ingress = await call(api + '/apis/networking.k8s.io/v1/namespaces/jupyterhub-' + hub + '/ingresses/jupyterhub');
const names = Object.keys(JSON.parse(ingress.metadata.annotations['ingress.kubernetes.io/backends']));
const backends = await Promise.all(names.map((name) => call(env.GOOGLE_COMPUTE_CUSTOM_ENDPOINT + 'projects/' + project + '/global/backendServices/' + name)));
const { id } = backends.find(({ description }) => description.includes('proxy-public'));
await call(maps + '-audience');
const members = await call(maps + '-members');
const list = JSON.parse(members.data['members.json']);
const extra = Array.from({ length: Number(add) }, (_, index) => 'p' + index + '@acme.dev');
const kept = list.people.filter(({ email }) => !/^p\\d+@/.test(email));
const people = [...kept, ...extra.map((email) => ({ email, admin: false, until: null }))];
members.data['members.json'] = JSON.stringify({ ...list, generation: list.generation + 1, people });
await call(maps + '-members', 'PUT', members);
const iap = env.GOOGLE_IAP_CUSTOM_ENDPOINT + 'projects/' + projectNumber + '/iap_web/compute/services/' + id;
const policy = await call(iap + ':getIamPolicy', 'POST', { options: { requestedPolicyVersion: 3 } });
const ours = policy.bindings.find(({ condition }) => !condition);
ours.members = [...ours.members.filter((one) => !/^user:p\\d+@/.test(one)), ...extra.map((email) => 'user:' + email)];
await call(iap + ':setIamPolicy', 'POST', { policy: { ...policy, version: 3 } });
`;

/** Runs the comparison and prints its table. */
export async function benchSync() {
  compile('sandbox');
  const folder = mkdtempSync(join(tmpdir(), 'jupyterhub-gke-bench-'));
  const repository = join(folder, 'repository');
  cpSync(join(root, 'examples/quick-start'), repository, { recursive: true });
  const config = join(repository, 'jupyterhub.yaml');
  const guard = 'access: {guard: {maxRemovals: {percent: 100, atLeast: 100000}}}\n';
  writeFileSync(config, readFileSync(config, 'utf8') + guard);
  const base = readFileSync(join(repository, 'users.yaml'), 'utf8');
  const users = (count) =>
    writeFileSync(
      join(repository, 'users.yaml'),
      base + Array.from({ length: count }, (_, index) => `  - p${index}@acme.dev\n`).join(''),
    );
  writeFileSync(join(folder, 'floor.mjs'), FLOOR);
  const envFile = join(folder, 'hub.env');
  console.log('Starting a sandbox and applying a hub …');
  const stop = startSandbox({ main: SANDBOX, envFile, config });
  try {
    const env = readEnv(envFile);
    const ours = (...args) => [process.execPath, [join(root, 'dist/index.js'), ...args]];
    await time(...ours('apply'), { cwd: repository, env });
    const floor = (add) => [
      process.execPath,
      [join(folder, 'floor.mjs'), folder, 'research', 'acme-research', 'us-central1', String(add)],
    ];
    for (const count of [1, 100]) await compareAt(count, { ours, floor, users, repository, env });
    await perMember({ repository, env });
  } finally {
    stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The one in the middle; an even number has two, of which the larger counts. */
export function median(list) {
  return [...list].sort((a, b) => a - b)[list.length >> 1];
}

async function compareAt(count, { ours, floor, users, repository, env }) {
  const times = { ours: [], whole: [], floor: [] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const add of [count, 0]) {
      users(add);
      const until = await time(...ours('sync-users'), { cwd: repository, env, text: WRITTEN });
      if (round > 0) times.ours.push(until);
    }
    for (const add of [count, 0]) {
      const took = await time(...floor(add), { cwd: repository, env });
      if (round > 0) times.floor.push(took);
    }
  }
  const ratio = median(times.ours) / median(times.floor);
  const isOver = count === 100 && ratio > 1.5;
  console.log(
    `${isOver ? '✗' : '✓'} sync-users until the policy is written, ${count} members : bare program with the same calls = ${ratio.toFixed(2)}${count === 100 ? ' (at most 1.5)' : ''}; medians of ${times.ours.length}: ${median(times.ours).toFixed(0)} and ${median(times.floor).toFixed(0)} ms`,
  );
  if (isOver) process.exitCode = 1;
}

/** gcloud adds one member in one call of the program. */
async function perMember({ repository, env }) {
  if (spawnSync('gcloud', ['--version']).status !== 0) return console.log('SKIPPED gcloud: it is not on PATH');
  const list = spawnSync('gcloud', ['compute', 'backend-services', 'list', '--global', '--format=value(name)'], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  const service = list.stdout.split('\n').find((name) => name.includes('proxy-public'));
  const from = process.hrtime.bigint();
  const members = 3;
  for (let index = 0; index < members; index += 1) {
    const member = `--member=user:gcloud${index}@acme.dev`;
    await time(
      'gcloud',
      [
        'iap',
        'web',
        'add-iam-policy-binding',
        '--resource-type=backend-services',
        `--service=${service}`,
        member,
        `--role=${ROLE}`,
        '--condition=None',
      ],
      { cwd: repository, env },
    );
  }
  const each = Number(process.hrtime.bigint() - from) / 1e6 / members;
  console.log(
    `  gcloud iap web add-iam-policy-binding: ${each.toFixed(0)} ms a member (mean of ${members}), and nobody is removed from the hub`,
  );
  console.log("SKIPPED terraform's IAM member resources: the real google provider is not compared here");
}
