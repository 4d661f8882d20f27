import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PROVIDER, trustJobs } from '../../sandbox/src/trust.js';
import { type RunResult, run } from '../../src/system/exec.js';
import { type HubEnvironment, leftIn, startHubEnvironment } from '../support/e2e/hub-environment.js';

// Secrets with characters that Markdown, JSON, YAML and a shell would change, and one with several lines, like a key.
const DB = `canary-db|*<x>_1\`$'"\\#2`;
const API = 'canary-api-one\ncanary-api-two: {x}\n';
const CONFIG = `secrets: {db: {env: DB_PASSWORD}, api: {env: API_KEY}}
hub:
  values:
    hub: {config: {Mine: {key: {secretRef: db}}}, extraEnv: {API_KEY: {secretRef: api}}}
`;
const PULL = 7;

let environment: HubEnvironment;
let folder = '';
/** All secrets of the runs, by origin. Secrets that a run obtains itself are added when it masks them. */
const secrets = new Map<string, string>();
let jobs: Record<'plan' | 'push', NodeJS.ProcessEnv>;

beforeAll(async () => {
  environment = await startHubEnvironment(CONFIG);
  const { sandbox } = environment;
  const { github } = sandbox;
  folder = mkdtempSync(join(tmpdir(), 'canary-'));
  mkdirSync(join(folder, 'tool-cache'));
  const account = (identity: string): string => `research-${identity}@acme-research.iam.gserviceaccount.com`;
  trustJobs(sandbox.emulator, github, account);
  github.addPull({
    number: PULL,
    headSha: 'a'.repeat(40),
    baseSha: 'b'.repeat(40),
    headRef: 'change',
    baseRef: 'main',
  });
  const people = github.addRepository({ name: 'acme/people' });
  people.addPush({ after: 'c'.repeat(40), files: [], contents: { 'users.yaml': 'users: [lin@acme.dev]\n' } });
  environment.write(
    'jupyterhub.yaml',
    environment
      .read('jupyterhub.yaml')
      .replace('users: users.yaml', 'users: [users.yaml, {repository: acme/people, path: users.yaml}]\napproval: none'),
  );
  const job = (event: 'pull_request' | 'push', identity: string): NodeJS.ProcessEnv => ({
    ...github.jobEnv(
      event === 'push'
        ? { event, ref: 'refs/heads/main', environment: 'jupyterhub' }
        : { event, ref: `refs/pull/${PULL}/merge`, headRef: 'change', baseRef: 'main' },
    ),
    INPUT_WORKLOAD_IDENTITY_PROVIDER: PROVIDER,
    INPUT_SERVICE_ACCOUNT: account(identity),
    GITHUB_EVENT_NAME: event,
    GITHUB_EVENT_PATH: eventFile(event, github.event(event === 'push' ? undefined : PULL)),
  });
  jobs = { plan: job('pull_request', 'plan'), push: job('push', 'apply') };
  for (const [name, value] of Object.entries({
    'secrets.db': DB,
    'secrets.api': API,
    github_token: github.token,
    users_token: github.addToken('ada-l', { contents: 'read' }, ['acme/people']),
    'GITHUB_TOKEN that nothing reads': 'canary-github-token',
    'GH_TOKEN that nothing reads': 'canary-gh-token',
    'runtime token of the job': 'canary-runtime-token',
    'request token of the plan job': String(jobs.plan.ACTIONS_ID_TOKEN_REQUEST_TOKEN),
    'request token of the push job': String(jobs.push.ACTIONS_ID_TOKEN_REQUEST_TOKEN),
  })) {
    secrets.set(name, value);
  }
  await wrap(['terraform', 'helm', 'git']);
}, 400_000);
afterAll(async () => {
  await environment?.stop();
  rmSync(folder, { recursive: true, force: true });
});

function eventFile(name: string, payload: object): string {
  const path = join(folder, `${name}.json`);
  writeFileSync(path, JSON.stringify(payload));
  return path;
}

/** Puts programs on PATH that record their arguments and environment and then start the real programs. */
async function wrap(names: readonly string[]): Promise<void> {
  mkdirSync(join(folder, 'bin'));
  const env = { ...process.env, ...environment.sandbox.envAs('apply') };
  for (const name of names) {
    const real = (await run('sh', ['-c', `command -v ${name}`], { env })).stdout.trim();
    // Terraform gets only one secret: its Google token.
    const noted = `env${name === 'terraform' ? ' -u GOOGLE_OAUTH_ACCESS_TOKEN' : ''} >>'${folder}/argv'\n`;
    const script = `#!/bin/sh\nprintf '%s\\n' ${name} "$@" >>'${folder}/argv'\n${noted}exec '${real}' "$@"\n`;
    writeFileSync(join(folder, 'bin', name), script);
    chmodSync(join(folder, 'bin', name), 0o755);
  }
}

/** Runs a command like a workflow step. */
async function step(job: NodeJS.ProcessEnv, command: string): Promise<RunResult & { readonly text: string }> {
  const { github } = environment.sandbox;
  for (const name of ['output', 'summary.md']) writeFileSync(join(folder, name), '');
  const path = `${join(folder, 'bin')}:${environment.sandbox.envAs('apply').PATH ?? process.env.PATH}`;
  const result = await environment.gke('apply', command, {
    env: {
      ...job,
      PATH: path,
      GITHUB_ACTIONS: 'true',
      GITHUB_REPOSITORY: 'acme/hubs',
      GITHUB_SHA: 'a'.repeat(40),
      GITHUB_API_URL: github.url,
      GITHUB_GRAPHQL_URL: github.graphqlUrl,
      GITHUB_OUTPUT: join(folder, 'output'),
      GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
      GOOGLE_OAUTH_ACCESS_TOKEN: '',
      RUNNER_TOOL_CACHE: join(folder, 'tool-cache'),
      INPUT_GITHUB_TOKEN: String(secrets.get('github_token')),
      INPUT_USERS_TOKEN: String(secrets.get('users_token')),
      GITHUB_TOKEN: String(secrets.get('GITHUB_TOKEN that nothing reads')),
      GH_TOKEN: String(secrets.get('GH_TOKEN that nothing reads')),
      ACTIONS_RUNTIME_TOKEN: String(secrets.get('runtime token of the job')),
      DB_PASSWORD: DB,
      API_KEY: API,
    },
  });
  for (const [index, [, value = '']] of [...result.text.matchAll(/^::add-mask::(.*)$/gm)].entries()) {
    if (value.includes('%')) continue;
    secrets.set(`${command}, ${isOfRecord(value) ? SIGNATURE : 'mask'} ${index}`, value);
  }
  return result;
}

/** The identity token of a plan run, which the plan record is to hold: no service accepts its audience. */
const SIGNATURE = 'signature of the record';
function isOfRecord(token: string): boolean {
  const [, claims = ''] = token.split('.');
  return Buffer.from(claims, 'base64url').toString().includes('"aud":"jupyterhub-gke/plan-record/');
}

/** Text of all files below a folder. */
function filesOf(path: string): string {
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => join(path, name))
    .filter((name) => statSync(name).isFile())
    .map((name) => `${name}\n${readFileSync(name, 'latin1')}`)
    .join('\n');
}

/** All visible output of a run, by place. */
async function placesOf({ text }: { readonly text: string }): Promise<Record<string, string>> {
  const { sandbox, repository, temp } = environment;
  const maps = await sandbox.controlPlane.client.list('/api/v1/namespaces/jupyterhub-research/configmaps');
  const state = await fetch(`${sandbox.emulator.storageOrigin}/storage/v1/b/acme-research-tfstate/o`, {
    headers: { authorization: `Bearer ${String(sandbox.env.GOOGLE_OAUTH_ACCESS_TOKEN)}` },
  });
  const { items = [] } = (await state.json()) as { items?: { name: string }[] };
  const objects = await Promise.all(
    items.map(async ({ name }) => {
      const path = `/storage/v1/b/acme-research-tfstate/o/${encodeURIComponent(name)}?alt=media`;
      const headers = { authorization: `Bearer ${String(sandbox.env.GOOGLE_OAUTH_ACCESS_TOKEN)}` };
      return (await fetch(`${sandbox.emulator.storageOrigin}${path}`, { headers })).text();
    }),
  );
  return {
    // Only the mask command of a log may contain a secret; the runner removes that line.
    log: text.replace(/^::add-mask::.*$/gm, ''),
    outputs: readFileSync(join(folder, 'output'), 'utf8'),
    'step summary': readFileSync(join(folder, 'summary.md'), 'utf8'),
    comments: sandbox.github
      .comments(PULL)
      .map(({ body }) => body)
      .join('\n'),
    'arguments and environment of terraform, helm and git': readFileSync(join(folder, 'argv'), 'utf8'),
    'files of RUNNER_TEMP': filesOf(temp),
    'files of the repository': filesOf(repository),
    'files of the tool cache': filesOf(join(folder, 'tool-cache')),
    'addresses of requests': JSON.stringify([sandbox.github.journal.map(({ path }) => path), sandbox.emulator.journal]),
    'ConfigMaps of the hub': JSON.stringify(maps),
    'terraform state': objects.join('\n'),
  };
}

/** A secret unchanged, line by line, and in the encodings that programs use. */
function formsOf(secret: string): string[] {
  const lines = [secret, ...secret.split('\n').filter((line) => line.length >= 4)];
  return lines.flatMap((text) => [
    text,
    JSON.stringify(text).slice(1, -1),
    Buffer.from(text).toString('base64'),
    encodeURIComponent(text),
    // As our Markdown escapes it.
    text.replace(/[\\`*_{}[\]()<>!|&~$^=#]/g, (character) => `&#${character.codePointAt(0)};`),
  ]);
}

async function expectNoSecret(result: { readonly text: string }): Promise<void> {
  const places = await placesOf(result);
  // Each of these must not be empty, so that the search means something.
  for (const place of ['log', 'outputs', 'step summary', 'comments', 'ConfigMaps of the hub']) {
    expect({ place, isEmpty: places[place] === '' }).toEqual({ place, isEmpty: false });
  }
  const found = Object.entries(places).flatMap(([place, text]) =>
    [...secrets]
      .filter(([name]) => !(name.includes(SIGNATURE) && place === 'files of RUNNER_TEMP'))
      .filter(([, secret]) => formsOf(secret).some((form) => text.includes(form)))
      .map(([name]) => `${name} in ${place}`),
  );
  expect(found).toEqual([]);
  expect(leftIn(environment.temp)).toEqual([]);
}

test('no visible output of a run contains a secret', async () => {
  const { github, controlPlane } = environment.sandbox;
  const planned = await step(jobs.plan, 'plan');
  expect([planned.code, planned.code === 0 ? '' : planned.text]).toEqual([0, '']);
  expect(github.comments(PULL)).toHaveLength(1);
  await expectNoSecret(planned);

  const applied = await step(jobs.push, 'apply');
  expect([applied.code, applied.code === 0 ? '' : applied.text]).toEqual([0, '']);
  // The secrets were in use, so they could have leaked.
  const inUse = await controlPlane.client.list('/api/v1/namespaces/jupyterhub-research/secrets');
  const held = [...JSON.stringify(inUse).matchAll(/"([A-Za-z0-9+/]{16,}=*)"/g)]
    .map(([, data]) => Buffer.from(String(data), 'base64').toString())
    .join('\n');
  for (const secret of ['canary-db', 'canary-api-two']) expect(held).toContain(secret);
  expect([...secrets.keys()].filter((name) => name.includes('mask')).length).toBeGreaterThan(2);
  await expectNoSecret(applied);

  for (const [job, command] of [
    [jobs.push, 'sync-users'],
    [jobs.plan, 'access report --format csv'],
    [jobs.plan, 'plan --json'],
  ] as const) {
    const { code, text } = await step(job, command);
    expect([command, code, code === 0 ? '' : text]).toEqual([command, 0, '']);
    await expectNoSecret({ text });
  }
}, 400_000);

test('an answer of GitHub that repeats a token does not leak it', async () => {
  const message = `Bad token ${secrets.get('github_token')}`;
  environment.sandbox.github.faults.add({ operation: 'issues/list-comments', times: 1, status: 403, message });
  const { code, text } = await step(jobs.plan, 'plan');
  expect([code, text]).toEqual([0, expect.stringContaining('The comment could not be written')]);
  expect(text).toContain('Bad token ***');
  await expectNoSecret({ text });
}, 120_000);

test('a failing program that prints a secret does not leak it', async () => {
  const real = readFileSync(join(folder, 'bin/helm'), 'utf8');
  // helm prints the values that it cannot use, the last of them with a secret.
  const failing = real.replace(
    /^exec .*$/m,
    (line) =>
      `case "$*" in 'upgrade --install research '*) tr , '\\n' < "$(printf '%s\\n' "$@" | grep values-)" | grep canary >&2; exit 1;; esac\n${line}`,
  );
  writeFileSync(join(folder, 'bin/helm'), failing);
  environment.write(
    'jupyterhub.yaml',
    `${environment.read('jupyterhub.yaml')}profiles:\n  - {name: other, cpu: 1, memory: 2Gi}\n`,
  );
  const { code, text } = await step(jobs.push, 'apply');
  writeFileSync(join(folder, 'bin/helm'), real);
  expect([code, text]).toEqual([1, expect.stringContaining('***')]);
  expect(readFileSync(join(folder, 'summary.md'), 'utf8')).toContain('apply failed');
  await expectNoSecret({ text });
}, 200_000);
