import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Person } from '../../sandbox/src/lifecycle/person.js';
import { type HubEnvironment, startHubEnvironment } from '../support/e2e/hub-environment.js';
import { sha, step } from '../support/e2e/reviewed.js';

// What the verdict of a plan says is compared with what happens after apply, on a hub with people and running notebooks.
const TWO = 'profiles: [{name: small, cpu: 0.1, memory: 256Mi}, {name: large, cpu: 0.2, memory: 512Mi}]\n';
const ADA = 'ada@acme.dev';
const GRACE = 'grace@acme.dev';
const SLOW = 300_000;

let environment: HubEnvironment;
let example = '';
const people = new Map<string, Person>();
beforeAll(async () => {
  environment = await startHubEnvironment();
  example = environment.read('jupyterhub.yaml');
  configure(TWO);
  git('init', '--quiet');
  commit();
  await done('apply');
  for (const email of [ADA, GRACE]) {
    const person = new Person(email, environment.sandbox.iap.url);
    await person.open(environment.sandbox.iap.signInUrl(email));
    for (const end = Date.now() + 60_000; (await person.open('/hub/home')).status !== 200; await sleep(300)) {
      if (Date.now() > end) throw new Error(`${email} does not get in`);
    }
    await person.startServer({ profile: 'large' });
    people.set(email, person);
  }
}, 600_000);
afterAll(() => environment?.stop());

function git(...args: string[]): void {
  execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@acme.dev', ...args], {
    cwd: environment.repository,
  });
}
function commit(): void {
  git('add', '--all');
  git('commit', '--quiet', '--message', 'change');
}
function configure(more: string, base = example): void {
  environment.write('jupyterhub.yaml', `${base}${more}`);
}

async function done(args: string): Promise<string> {
  const { code, text } = await environment.gke('apply', args);
  expect([code, code === 0 ? '' : text]).toEqual([0, '']);
  return text;
}

/** The bold lines at the top of a plan. */
async function verdictOf(): Promise<string> {
  const summary = join(environment.repository, '..', 'summary.md');
  writeFileSync(summary, ''); // as the runner does
  const env = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary };
  const { code, text } = await environment.gke('plan', 'plan', { env });
  expect([code, code === 0 ? '' : text]).toEqual([0, '']);
  return /\*\*(.*)\*\*/.exec(readFileSync(summary, 'utf8'))?.[1]?.replaceAll('\u200b', '') ?? '';
}

const answers = async (email: string): Promise<number | undefined> =>
  (await people.get(email)?.notebook('/api/status'))?.status;

describe('after apply it is as the verdict said', () => {
  test(
    'where neither terraform nor helm changes anything',
    async () => {
      configure(`${TWO}approval: none\naccess: {guard: {maxRemovals: {percent: 50, atLeast: 20}}}\n`);
      const said = await verdictOf();
      expect(said).toContain('Review is switched off from the next change on');
      expect(said).toContain('The guard gets looser from the next change on');
      expect(said).toContain('Running notebooks stay.');
      await done('apply');
      expect(await verdictOf()).toBe('No change: platform, hub and people are as the files say.');
      expect([await answers(ADA), await answers(GRACE)]).toEqual([200, 200]);
    },
    SLOW,
  );

  test(
    'where homes grow and one of two profiles goes: servers stay, homes keep their size, and the next start works',
    async () => {
      configure(
        'approval: none\nprofiles: [{name: small, cpu: 0.1, memory: 256Mi}]\nstorage: {home: {type: disk, size: 20Gi}}\n',
      );
      const said = await verdictOf();
      expect(said).toContain('Profile `large` is removed: servers that run with it stay until they stop');
      expect(said).toContain('New homes have 20Gi, 10Gi so far. Homes that exist keep their size.');
      expect(said).not.toMatch(/Code that runs in notebook|Where data is kept/);
      await done('apply');
      expect([await answers(ADA), await answers(GRACE)]).toEqual([200, 200]);
      const claims = await environment.sandbox.controlPlane.client.list(
        '/api/v1/namespaces/jupyterhub-research/persistentvolumeclaims',
      );
      const homes = claims.filter(({ metadata }) => metadata.name.startsWith('claim-')) as unknown as {
        spec: { resources: { requests: { storage: string } } };
      }[];
      expect(homes.map(({ spec }) => spec.resources.requests.storage)).toEqual(['10Gi', '10Gi']);
      const grace = people.get(GRACE) as Person;
      const stopped = await grace.api(`/users/${GRACE}/server`, { method: 'DELETE' });
      expect(stopped.status).toBeLessThan(300);
      for (const end = Date.now() + 60_000; ; await sleep(500)) {
        const model = JSON.parse((await grace.api(`/users/${GRACE}`)).text) as { servers?: object };
        if (Object.keys(model.servers ?? {}).length === 0 || Date.now() > end) break;
      }
      // As a browser does it: no page to choose, and the hub still knows the choice of before.
      const page = await grace.open('/hub/spawn');
      expect([page.status, page.text.includes('No such profile')]).toEqual([200, false]);
      await grace.startServer();
      expect(await answers(GRACE)).toBe(200);
    },
    SLOW,
  );

  test(
    'where culling is shorter: who is idle for longer is stopped, and nobody else',
    async () => {
      configure('approval: none\nprofiles: [{name: small, cpu: 0.1, memory: 256Mi}]\nculling: {idle: 5m}\n');
      const said = await verdictOf();
      expect(said).toContain(
        'Notebook servers of profile `small` stop after 5 min without activity, after 1 h so far: those that are idle for longer stop soon after apply.',
      );
      expect(said).toContain('All other running notebooks stay.');
      await done('apply');
      const [ada, grace] = [people.get(ADA) as Person, people.get(GRACE) as Person];
      const running = async (): Promise<boolean> => JSON.parse((await ada.api(`/users/${ADA}`)).text).server !== null;
      for (const end = Date.now() + 420_000; (await running()) && Date.now() < end; await sleep(3000)) {
        // Somebody at work, as a page of JupyterLab does it.
        await grace.notebook('/api/kernels');
      }
      expect([await running(), await answers(GRACE)]).toEqual([false, 200]);
    },
    2 * SLOW,
  );
});

test(
  'a plan that the guard refuses is a comment with the lines that allow it, and with them it passes',
  async () => {
    const { github } = environment.sandbox;
    const users = environment.read('users.yaml');
    const config = environment.read('jupyterhub.yaml');
    const more = Array.from({ length: 20 }, (_, index) => `  - p${index}@acme.dev\n`).join('');
    environment.write('users.yaml', users + more);
    await done('apply');
    environment.write('users.yaml', users);
    const plan = async (number: number): Promise<{ code: number | null; comment: string }> => {
      const contents = { 'jupyterhub.yaml': environment.read('jupyterhub.yaml') };
      github.addPush({ after: sha(String(number)), files: [], contents });
      github.addPull({
        ...{ number, headSha: sha('a'), baseSha: sha(String(number)), headRef: 'change', baseRef: 'main' },
        files: [{ filename: 'users.yaml', status: 'modified' }],
      });
      const ref = `refs/pull/${number}/merge`;
      const { code } = await step(environment, 'plan', 'plan', github.event(number), {
        ...{ GITHUB_EVENT_NAME: 'pull_request', GITHUB_REF: ref, GITHUB_SHA: sha('a') },
        ...github.jobEnv({ event: 'pull_request', ref, baseRef: 'main' }),
      });
      return { code, comment: github.comments(number).at(-1)?.body ?? '' };
    };
    const refused = await plan(1);
    expect(refused.code).toBe(1);
    expect(refused.comment).toContain('20 of 23 entries would lose access');
    const [, lines = ''] = /```yaml\n([\s\S]*?)\n```/.exec(refused.comment) ?? [];
    expect(lines).toBe('access:\n  guard:\n    maxRemovals: {percent: 25, atLeast: 20}');
    environment.write('jupyterhub.yaml', `${config}${lines}\n`);
    const passed = await plan(2);
    expect([passed.code, passed.comment]).toEqual([0, expect.stringContaining('20 people lose access')]);
    environment.write('jupyterhub.yaml', config);
  },
  SLOW,
);

describe('a hub that exists is not moved', () => {
  test.each([
    ['location', 'europe-west1', 'exists in the location us-central1'],
    ['name', 'science', 'This file described the hub "research", which exists'],
  ])(
    'to another %s, neither by plan nor by apply',
    async (field, value, message) => {
      const before = example.replace(new RegExp(`^${field}: .*$`, 'm'), `${field}: ${value}`);
      configure('', before);
      for (const args of ['plan', 'apply']) {
        const { code, text } = await environment.gke('apply', args);
        expect([args, code, text.includes(message) ? message : text]).toEqual([args, 1, message]);
      }
    },
    SLOW,
  );
});
