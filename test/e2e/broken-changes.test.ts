import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { KubeObject } from '../../sandbox/src/kubernetes/client.js';
import { Person } from '../../sandbox/src/lifecycle/person.js';
import { repoPath } from '../../sandbox/src/paths.js';
import { type HubEnvironment, leftIn, startHubEnvironment } from '../support/e2e/hub-environment.js';

const NAMESPACE = '/api/v1/namespaces/jupyterhub-research';
const CONFIG = `approval: none
`;

let environment: HubEnvironment;
let good: string;
let ada: Person;
const times: string[] = [];

beforeAll(async () => {
  environment = await startHubEnvironment(CONFIG);
  environment.write('users.yaml', 'users:\n  - {email: ada@acme.dev, admin: true}\n  - grace@acme.dev\n');
  good = environment.read('jupyterhub.yaml');
  const { code, text } = await environment.gke('apply', 'apply');
  expect([code, code === 0 ? '' : text]).toEqual([0, '']);
  ada = await signIn('ada@acme.dev');
  await ada.startServer();
}, 400_000);
afterAll(async () => {
  if (times.length > 0) console.log(`Broken changes, from the start of the run to its end:\n${times.join('\n')}`);
  await environment?.stop();
});
afterEach(() => {
  environment.write('jupyterhub.yaml', good);
  expect(leftIn(environment.temp)).toEqual([]);
});

async function signIn(email: string): Promise<Person> {
  const { iap } = environment.sandbox;
  const person = new Person(email, iap.url);
  await person.open(iap.signInUrl(email));
  for (const end = Date.now() + 60_000; ; ) {
    const { status, text } = await person.open('/hub/home');
    if (status === 200) return person;
    if (Date.now() > end) throw new Error(`${email}: ${status} ${text.slice(0, 300)}`);
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

interface Noticed {
  /** Answers that a person in a notebook got, other than the right one. */
  readonly inside: number[];
  /** Answers that a person got who signed in, other than the right one. */
  readonly signingIn: number[];
}

/** Somebody works in a notebook and somebody signs in again and again, while something runs. */
async function withPeople<T>(work: Promise<T>): Promise<{ readonly result: T; readonly noticed: Noticed }> {
  const noticed: Noticed = { inside: [], signingIn: [] };
  let isRunning = true;
  const { iap } = environment.sandbox;
  const look = async (): Promise<void> => {
    while (isRunning) {
      const { status } = await ada.notebook('/api/status');
      if (status !== 200) noticed.inside.push(status);
      const person = new Person('grace@acme.dev', iap.url);
      await person.open(iap.signInUrl('grace@acme.dev'));
      const page = await person.open('/hub/home');
      if (page.status !== 200) noticed.signingIn.push(page.status);
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
  };
  const looking = look();
  try {
    return { result: await work, noticed };
  } finally {
    isRunning = false;
    await looking;
  }
}

interface KubeList extends KubeObject {
  readonly items: readonly { readonly metadata: { readonly uid: string; readonly name: string } }[];
}

/** Uid of the hub's pod, and the objects of trials. */
async function inCluster(): Promise<{ readonly hub: string[]; readonly trials: string[] }> {
  const { client } = environment.sandbox.controlPlane;
  const hubs = await client.get<KubeList>(`${NAMESPACE}/pods?labelSelector=component%3Dhub`);
  const kinds = ['api/v1/namespaces/jupyterhub-research/secrets', 'apis/batch/v1/namespaces/jupyterhub-research/jobs'];
  const found = await Promise.all(
    kinds.map((path) => client.get<KubeList>(`/${path}?labelSelector=jupyterhub-gke%2Ftrial`)),
  );
  return {
    hub: (hubs?.items ?? []).map(({ metadata }) => metadata.uid),
    trials: found.flatMap((list) => (list?.items ?? []).map(({ metadata }) => metadata.name)),
  };
}

async function apply(name: string, values: string) {
  environment.write('jupyterhub.yaml', `${good}${values}`);
  const start = Date.now();
  const { result, noticed } = await withPeople(environment.gke('apply', 'apply'));
  times.push(`${((Date.now() - start) / 1000).toFixed(1).padStart(6)} s  ${name}`);
  return { ...result, noticed };
}

const code = (lines: readonly string[]): string =>
  `hub:\n  values:\n    hub:\n      extraConfig:\n        10-mine: |\n${lines.map((line) => `          ${line}\n`).join('')}`;
const hub = (lines: readonly string[]): string =>
  `hub:\n  values:\n    hub:\n${lines.map((line) => `      ${line}\n`).join('')}`;

/** Changes that a trial, or a look at the files, refuses before anything of the hub is changed. */
const FOUND_BEFORE: readonly (readonly [name: string, values: string, cause: RegExp])[] = [
  [
    'code: a bracket that is not closed',
    code(['x = 1', 'def f(:', '    pass']),
    /jupyterhub\.yaml:\d+:17.*is not valid Python on line 2/,
  ],
  [
    'code: a name that does not exist',
    code(['x = 1', 'x = typo']),
    /jupyterhub\.yaml:\d+:11: The new hub does not start: NameError: name 'typo' is not defined/,
  ],
  [
    'code: a module that the image lacks',
    code(['import lti_thing']),
    /The new hub does not start: ModuleNotFoundError: No module named 'lti_thing'/,
  ],
  [
    'code: a setting of the product, by a name that it computes',
    code(['name = "authenticator" + "_class"', 'getattr(c, "Jupyter" + "Hub")[name] = "dummy"']),
    /The new hub does not start: .*authenticator_class/,
  ],
  [
    'roles: a service that does not exist',
    hub(['loadRoles:', '  report: {scopes: ["list:users"], services: [nobody]}']),
    /nobody/,
  ],
  [
    'values: a setting of the wrong type',
    hub(['config:', '  JupyterHub:', '    activity_resolution: many']),
    /The new hub does not start: TraitError: .*activity_resolution/,
  ],
  [
    'values: a setting of servers of the wrong type',
    hub(['config:', '  KubeSpawner:', '    start_timeout: long']),
    /The new hub does not start: TraitError: .*start_timeout/,
  ],
  [
    'values: a variable from a Secret that is not there',
    hub(['extraEnv:', '  KEY: {valueFrom: {secretKeyRef: {name: nowhere, key: key}}}']),
    /The new hub does not start: CreateContainerConfigError, .*nowhere/,
  ],
  [
    'image: a registry that does not exist',
    hub(['image: {name: registry.invalid/hub, tag: "1"}']),
    /The new hub does not start: (ErrImagePull|ImagePullBackOff), .*registry\.invalid/,
  ],
  ['values: a node that does not exist', hub(['nodeSelector: {disk: none}']), /No Autopilot node has the label/],
];

test.each(FOUND_BEFORE)(
  'nobody notices a change that the hub does not survive: %s',
  async (name, values, cause) => {
    const before = await inCluster();
    const { code: exit, text, noticed } = await apply(name, values);
    expect(text).toMatch(cause);
    expect({ exit, noticed, after: await inCluster() }).toEqual({
      exit: 1,
      noticed: { inside: [], signingIn: [] },
      after: before,
    });
  },
  300_000,
);

test('nobody notices a chart whose hub does not start', async () => {
  const folder = join(environment.repository, 'chart');
  cpSync(repoPath('sandbox/charts/jupyterhub'), folder, { recursive: true });
  const file = join(folder, 'files/hub/jupyterhub_config.py');
  writeFileSync(file, `${readFileSync(file, 'utf8')}\nc.JupyterHub.services.append(undefined_name)\n`);
  const before = await inCluster();
  const name = 'chart: its configuration names what does not exist';
  const { code: exit, text, noticed } = await apply(name, 'hub: {chart: {path: chart}}\n');
  expect(text).toContain("The new hub does not start: NameError: name 'undefined_name' is not defined");
  expect({ exit, noticed, after: await inCluster() }).toEqual({
    exit: 1,
    noticed: { inside: [], signingIn: [] },
    after: before,
  });
}, 300_000);

test('what only the start itself shows ends with the hub that ran, and no notebook ends', async () => {
  const lines = ['import urllib.request', 'urllib.request.urlopen("http://127.0.0.1:9/settings")'];
  const name = 'code: a way out that the trial does not have, and that fails';
  const { code: exit, text, noticed } = await apply(name, code(lines));
  expect(text).toContain('the trial decided nothing');
  expect(text).toMatch(
    /hub did not become ready: .*CrashLoopBackOff.*URLError.*The hub went back to revision \d+, which ran before, and runs/,
  );
  expect(text).toMatch(
    /Last lines of the log of the program that failed:\n(?: {2}\| .*\n)* {2}\| +urllib\.error\.URLError/,
  );
  expect({ exit, inside: noticed.inside }).toEqual({ exit: 1, inside: [] });
  await signIn('grace@acme.dev');
  // The plan compares with the hub that runs.
  environment.write('jupyterhub.yaml', good);
  const plan = await environment.gke('plan', 'plan');
  expect(plan.text).toContain('No change:');
  environment.write('jupyterhub.yaml', `${good}${code(lines)}`);
  expect((await environment.gke('plan', 'plan')).text).toContain('10-mine');
}, 300_000);

test('a change that is right passes the trial, and nothing of a trial is left', async () => {
  const { code: exit, text } = await apply('a right change', code(['c.JupyterHub.activity_resolution = 7']));
  expect([exit, exit === 0 ? '' : text]).toEqual([0, '']);
  expect(text).toContain('the new hub is tried beside the one that runs');
  expect(text).not.toContain('the trial decided nothing');
  expect((await inCluster()).trials).toEqual([]);
}, 300_000);
