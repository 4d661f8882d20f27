import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { timeAccess } from '../../sandbox/src/lifecycle/access-times.js';
import { accessSteps } from '../support/e2e/access-steps.js';
import { type HubEnvironment, startHubEnvironment } from '../support/e2e/hub-environment.js';

const SLOW = 180_000;
const USERS = `users:
  - {email: ada@acme.dev, admin: true, groups: [ml]}
  - {email: grace@acme.dev, groups: [ml]}
  - {email: guest@acme.dev, until: 2099-12-31}
`;
const PROFILES = `profiles:
  - {name: small}
  - {name: large, displayName: Only for machine learning, groups: [ml]}
`;

let environment: HubEnvironment;
beforeAll(async () => {
  environment = await startHubEnvironment();
  environment.write('users.yaml', USERS);
  environment.write('jupyterhub.yaml', `${environment.read('jupyterhub.yaml')}${PROFILES}`);
  const applied = await environment.gke('apply', 'apply');
  expect([applied.code, applied.code === 0 ? '' : applied.text]).toEqual([0, '']);
}, 400_000);
afterAll(() => environment?.stop());

const { enter, until, sync, stored, iapPolicy } = accessSteps(() => environment);

describe('groups', () => {
  test(
    'decide which profiles a person sees, and change without a restart of the hub',
    async () => {
      expect(await until('grace@acme.dev', 200)).toContain('Only for machine learning');
      expect(await until('guest@acme.dev', 200)).not.toContain('Only for machine learning');
      environment.write('users.yaml', USERS.replace('until: 2099-12-31', 'until: 2099-12-31, groups: [ml]'));
      expect(await sync()).toContain('1 to change');
      expect(await until('guest@acme.dev', 200)).toContain('Only for machine learning');
    },
    SLOW,
  );
});

describe('a restarted proxy', () => {
  test(
    'with a new address is known to the hub at its first request',
    async () => {
      const { client } = environment.sandbox.controlPlane;
      const pods = '/api/v1/namespaces/jupyterhub-research/pods';
      const proxies = () => client.list(pods, { labelSelector: 'component=proxy' });
      const [old] = await proxies();
      await until('grace@acme.dev', 200);
      await client.delete(`${pods}/${old?.metadata.name}`);
      for (let moved = false; !moved; ) {
        const [now] = await proxies();
        // Until it is ready, the load balancer has no backend.
        const { status, text } = await enter('grace@acme.dev');
        expect(text).not.toContain('own load balancer');
        moved = status === 200 && now?.metadata.name !== old?.metadata.name;
        if (moved) expect(now?.status?.podIP).not.toBe(old?.status?.podIP);
        await new Promise((resolve) => setTimeout(resolve, 300));
      }
    },
    SLOW,
  );
});

describe('a domain', () => {
  test(
    'gives access to people whom no file names, until it is removed',
    async () => {
      expect((await enter('somebody@acme.dev')).status).toBe(403);
      environment.write('users.yaml', `${USERS}domains: [acme.dev]\n`);
      await sync();
      await until('somebody@acme.dev', 200);
      expect((await enter('somebody@other.example')).status).toBe(403);
      environment.write('users.yaml', USERS);
      await sync();
      await until('somebody@acme.dev', 403);
      await until('grace@acme.dev', 200);
    },
    SLOW,
  );
});

describe('a person who is removed immediately', () => {
  test(
    'has no access while the old line remains, and gets access again with a new line',
    async () => {
      const text = await sync(' --remove grace@acme.dev');
      expect(text).toContain('Access of grace@acme.dev was revoked at once');
      await until('grace@acme.dev', 403);
      expect(await sync()).toContain('Access of grace@acme.dev was revoked at once');
      expect((await enter('grace@acme.dev')).status).toBe(403);
      environment.write('users.yaml', USERS.replace(/.*grace.*\n/, ''));
      await sync();
      environment.write('users.yaml', USERS);
      expect(await sync()).not.toContain('revoked at once');
      await until('grace@acme.dev', 200);
    },
    SLOW,
  );

  test('must be listed', async () => {
    const { code, text } = await environment.gke('apply', 'sync-users --remove garce@acme.dev');
    expect([code, text]).toEqual([2, expect.stringContaining('No users file lists "garce@acme.dev"')]);
  });
});

describe('the guard', () => {
  test(
    'refuses to remove more people than its limits allow, and changes nothing',
    async () => {
      const many = Array.from({ length: 30 }, (_, index) => `  - student${index}@acme.dev\n`).join('');
      environment.write('users.yaml', USERS + many);
      await sync();
      environment.write('users.yaml', USERS);
      const { code, text } = await environment.gke('apply', 'sync-users');
      expect([code, text]).toEqual([1, expect.stringContaining('30 of 33 entries would lose access')]);
      const plan = await environment.gke('plan', 'plan');
      expect([plan.code, plan.text]).toEqual([1, expect.stringContaining('30 of 33 entries would lose access')]);
      await until('student29@acme.dev', 200);
      environment.write(
        'jupyterhub.yaml',
        `${environment.read('jupyterhub.yaml')}access: {guard: {maxRemovals: {percent: 100}}}\n`,
      );
      expect(await sync()).toContain('30 to revoke');
      await until('student29@acme.dev', 403);
    },
    SLOW,
  );
});

describe('what `npm run bench -- login` measures', () => {
  test(
    'is when hub and IAP follow a sync that grants access, and one that revokes it',
    async () => {
      const time = (comes: boolean) =>
        timeAccess({
          sandbox: environment.sandbox,
          email: 'new@acme.dev',
          comes,
          sync: () => {
            environment.write('users.yaml', comes ? `${USERS}  - new@acme.dev\n` : USERS);
            return sync();
          },
        });
      for (const comes of [true, false]) {
        const { list, policy, end, hub, iap, browser } = await time(comes);
        expect(policy).toBeGreaterThanOrEqual(list - 1);
        expect(hub).toBeGreaterThanOrEqual(list - 1);
        expect(iap).toBeGreaterThanOrEqual(policy - 1);
        expect(browser).toBeGreaterThanOrEqual(comes ? policy - 1 : list - 1);
        expect(end).toBeGreaterThanOrEqual(policy);
      }
      await expect(time(false)).rejects.toThrow('new@acme.dev has no access before the change');
    },
    SLOW,
  );
});

describe('records', () => {
  test(
    'of an access change are stored in the bucket, and a missing one fails the run after access was changed',
    async () => {
      const good = environment.read('jupyterhub.yaml');
      environment.write('jupyterhub.yaml', good.replace('access: {', 'access: {audit: {bucket: acme-audit}, '));
      environment.write('users.yaml', `${USERS}  - alan@acme.dev\n`);
      const missing = await environment.gke('operator', 'sync-users');
      expect([missing.code, missing.text]).toEqual([1, expect.stringContaining('its audit record is MISSING')]);
      await until('alan@acme.dev', 200);
      await stored('POST', '/storage/v1/b?project=acme-research', { name: 'acme-audit', location: 'us-central1' });
      environment.write('users.yaml', USERS);
      const { code, text } = await environment.gke('operator', 'sync-users');
      const address = /record of the change: gs:\/\/acme-audit\/(\S+)/.exec(text)?.[1];
      expect([code, address]).toEqual([0, expect.stringMatching(/^jupyterhub-gke\/research\/\d{4}\/\d{2}\/.*\.json$/)]);
      const record = JSON.parse(
        await stored('GET', `/storage/v1/b/acme-audit/o/${encodeURIComponent(address ?? '')}?alt=media`),
      );
      expect(record).toMatchObject({
        hub: 'research',
        command: 'sync-users',
        in: [],
        out: [{ name: 'alan@acme.dev' }],
      });
      environment.write('jupyterhub.yaml', good);
    },
    SLOW,
  );

  test(
    'of who has access are available at any time, with read access only',
    async () => {
      const { code, stdout, stderr } = await environment.gke('plan', 'access report --format json');
      expect([code, code === 0 ? '' : stderr]).toEqual([0, '']);
      expect(stdout).toContain('grace@acme.dev');
      const markdown = await environment.gke('plan', 'access report');
      expect(markdown.stdout).toContain('| ');
      expect(markdown.stdout).toContain('guest@acme.dev');
    },
    SLOW,
  );
});

describe('a grant from the console', () => {
  const role = 'roles/iap.httpsResourceAccessor';

  test(
    'is shown as a patch of the users file, and removed by the next sync if no file lists it',
    async () => {
      const policy = await iapPolicy('getIamPolicy', { options: { requestedPolicyVersion: 3 } });
      const bindings = [...policy.bindings, { role, members: ['user:boss@acme.dev'] }];
      await iapPolicy('setIamPolicy', { policy: { ...policy, bindings } });
      const { code, text } = await environment.gke('apply', 'sync-users --adopt');
      expect([code, text]).toEqual([0, expect.stringContaining('+  - boss@acme.dev')]);
      expect(await sync()).toContain('boss@acme.dev');
      expect(JSON.stringify((await iapPolicy('getIamPolicy', {})).bindings)).not.toContain('boss@acme.dev');
    },
    SLOW,
  );
});

describe('a users file in another repository', () => {
  test(
    'decides who has access, and its people are not named in public',
    async () => {
      const { github } = environment.sandbox;
      const people = github.addRepository({ name: 'acme/people' });
      const push = (sha: string, text: string): void =>
        people.addPush({ after: sha.padEnd(40, '0'), files: [], contents: { 'hub/users.yaml': text } });
      push('4f2a91c', `${USERS}  - lin@acme.dev\n`);
      const token = github.addToken('ada-l', { contents: 'read' }, ['acme/people']);
      const env = { GITHUB_API_URL: github.url, GITHUB_TOKEN: token };
      const good = environment.read('jupyterhub.yaml');
      environment.write(
        'jupyterhub.yaml',
        good
          .replace('users: users.yaml', 'users: {repository: acme/people, path: hub/users.yaml}')
          .replace('access: {', 'access: {audit: {bucket: acme-audit}, '),
      );
      const source = 'Users files of acme/people are read at 4f2a91c, the newest commit of its default branch.';
      const planned = await environment.gke('plan', 'plan', { env });
      expect([planned.code, planned.text.split(source).length - 1]).toEqual([0, 1]);
      expect(planned.text).toContain('+ lin@acme.dev  listed at acme/people:hub/users.yaml:5');

      for (const name of ['output', 'summary.md']) environment.write(name, '');
      environment.write('event.json', JSON.stringify({ repository: { visibility: 'public' } }));
      const inRepository = (name: string): string => `${environment.repository}/${name}`;
      const synced = await environment.gke('operator', 'sync-users', {
        env: {
          GITHUB_API_URL: github.url,
          INPUT_USERS_TOKEN: token,
          GITHUB_ACTIONS: 'true',
          GITHUB_EVENT_NAME: 'workflow_dispatch',
          GITHUB_EVENT_PATH: inRepository('event.json'),
          GITHUB_OUTPUT: inRepository('output'),
          GITHUB_STEP_SUMMARY: inRepository('summary.md'),
        },
      });
      expect([synced.code, synced.text]).toEqual([0, expect.stringContaining('+ l…n@acme.dev')]);
      const public_ = `${synced.text}${environment.read('output')}${environment.read('summary.md')}`.replaceAll(
        '\u200b',
        '',
      );
      // Its name is interrupted in Markdown, so it links to no commit of this repository.
      expect(environment.read('summary.md').replace('&#8203;', '')).toContain('4f2a91c');
      expect(public_).not.toContain('lin@acme.dev');
      expect(public_.replace(/^::add-mask::.*$/gm, '')).not.toContain(token);
      await until('lin@acme.dev', 200);

      const report = await environment.gke('plan', 'access report --format json', { env });
      const { listed } = JSON.parse(report.stdout) as { listed: { name: string; why: object }[] };
      expect(listed.find(({ name }) => name === 'lin@acme.dev')?.why).toMatchObject({
        file: 'acme/people:hub/users.yaml',
        line: 5,
        commit: null,
        note: { code: 'remote-repository', repository: 'acme/people', commit: '4f2a91c'.padEnd(40, '0') },
      });

      push('5b3ba2d', USERS);
      const adopted = await environment.gke('operator', 'sync-users --adopt', { env });
      expect([adopted.code, adopted.text]).toEqual([1, expect.stringContaining('a patch cannot change another one')]);
      const last = await environment.gke('operator', 'sync-users', { env });
      const record = /record of the change: gs:\/\/acme-audit\/(\S+)/.exec(last.text)?.[1];
      expect(
        JSON.parse(await stored('GET', `/storage/v1/b/acme-audit/o/${encodeURIComponent(record ?? '')}?alt=media`)),
      ).toMatchObject({
        out: [{ name: 'lin@acme.dev' }],
        usersFiles: [
          { path: 'acme/people:hub/users.yaml', repository: 'acme/people', commit: '5b3ba2d'.padEnd(40, '0') },
        ],
      });
      await until('lin@acme.dev', 403);
      expect(github.violations).toEqual([]);
      environment.write('jupyterhub.yaml', good);
    },
    SLOW,
  );
});
