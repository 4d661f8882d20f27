import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { repoPath } from '../../../sandbox/src/paths.js';
import { INPUTS } from '../../../src/github/runner/inputs.js';
import { ACTION } from '../../../src/versions.js';

interface Step {
  readonly uses?: string;
  readonly with?: Record<string, unknown>;
  readonly run?: string;
}

const OURS = ACTION.split('@')[0] ?? '';

describe('the workflows', () => {
  const folders = [
    '.github/workflows',
    'examples/quick-start/.github/workflows',
    'examples/several-hubs/.github/workflows',
  ];
  const files = folders.flatMap((path) => readdirSync(repoPath(path)).map((name) => join(path, name)));

  test.each(files)(
    '%s pins third-party actions by commit, grants nothing by default and keeps expressions out of scripts',
    (file) => {
      const text = readFileSync(repoPath(file), 'utf8');
      const workflow = parse(text) as {
        permissions: unknown;
        jobs: Record<string, { permissions?: object; steps: Step[] }>;
      };
      expect(workflow.permissions).toEqual({});
      for (const job of Object.values(workflow.jobs)) {
        expect(job.permissions).toBeDefined();
        for (const step of job.steps) {
          expect(step.run ?? '').not.toContain('${{');
          if (step.uses?.startsWith('actions/checkout@'))
            expect(step.with).toMatchObject({ 'persist-credentials': false });
          if (step.uses === undefined || step.uses.startsWith('./') || step.uses.startsWith(OURS)) continue;
          expect(step.uses).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
          expect(text).toMatch(new RegExp(`${step.uses}' # v\\d+\\.\\d+\\.\\d+`));
        }
      }
    },
  );

  const example = (name: string) =>
    parse(readFileSync(repoPath('examples/quick-start/.github/workflows', name), 'utf8')) as {
      on: Record<string, unknown>;
      jobs: Record<
        string,
        {
          environment?: string;
          permissions?: Record<string, string>;
          concurrency: { group: string; 'cancel-in-progress': boolean };
          steps: Step[];
        }
      >;
    };

  test('that init writes pass only inputs that the action has', () => {
    const names = ['access-report', 'access-request', 'destroy', 'pull-request', 'push', 'schedule'];
    const uses = names
      .map((name) => `${name}.yml`)
      .flatMap((name) =>
        Object.values(example(name).jobs).flatMap(({ steps }) => steps.filter(({ uses }) => uses?.startsWith(OURS))),
      );
    expect(uses.map((step) => step.uses)).toEqual([
      ACTION.replace('@', '/actions/access-report@'),
      ACTION.replace('@', '/actions/access-request@'),
      ACTION.replace('@', '/actions/destroy@'),
      ACTION,
      ACTION,
      ACTION.replace('@', '/actions/sync-users@'),
    ]);
    for (const step of uses) {
      const name = /actions\/(.*)@/.exec(step.uses ?? '')?.[1] ?? 'root';
      const known = INPUTS.filter(({ actions }) => actions.includes(name)).map((input) => input.name);
      expect(known).toEqual(expect.arrayContaining(Object.keys(step.with ?? {})));
    }
  });

  test('that init writes change the hub one at a time, only from main and with its environment', () => {
    const [apply, sync] = [example('push.yml').jobs.apply, example('schedule.yml').jobs.sync];
    expect(apply?.concurrency).toEqual({ group: 'jupyterhub-change-research', 'cancel-in-progress': false });
    expect(sync?.concurrency).toEqual(apply?.concurrency);
    expect([apply?.environment, sync?.environment]).toEqual(['jupyterhub', 'jupyterhub-sync']);
    expect([example('push.yml').on, Object.keys(example('schedule.yml').on)]).toEqual([
      {
        push: { branches: ['main'] },
        workflow_dispatch: {
          inputs: {
            fingerprint: expect.anything(),
            acknowledge: expect.anything(),
            remove: expect.anything(),
            restore: expect.anything(),
            break_lock: expect.anything(),
          },
        },
      },
      ['schedule', 'workflow_dispatch'],
    ]);
    expect(example('pull-request.yml').jobs.plan).not.toHaveProperty('environment');
    // `apply` looks for the artifact that the last step of this workflow uploads.
    expect(apply?.permissions).toEqual({
      actions: 'read',
      contents: 'read',
      'id-token': 'write',
      'pull-requests': 'read',
    });
    expect(example('pull-request.yml').jobs.plan?.steps?.at(-1)).toMatchObject({
      uses: expect.stringMatching(/^actions\/upload-artifact@[0-9a-f]{40}$/),
      with: {
        name: `\${{ steps.hub.outputs.record_name }}`,
        path: `\${{ steps.hub.outputs.record_path }}`,
      },
    });
  });

  test.each(['quick-start', 'several-hubs'])(
    'of %s destroy and report by hand only, from main, with the rights of their jobs',
    (of) => {
      const workflow = (name: string) =>
        parse(readFileSync(repoPath('examples', of, '.github/workflows', name), 'utf8')) as ReturnType<typeof example>;
      const [destroy, report] = [workflow('destroy.yml'), workflow('access-report.yml')];
      for (const { on, jobs } of [destroy, report]) {
        expect(Object.keys(on)).toEqual(['workflow_dispatch']);
        expect(Object.values(jobs)[0]).toMatchObject({ if: "github.ref == 'refs/heads/main'" });
      }
      const change = of === 'quick-start' ? 'research' : `\${{ matrix.hub }}`;
      expect(destroy.jobs.destroy).toMatchObject({
        environment: 'jupyterhub',
        permissions: { contents: 'read', 'id-token': 'write' },
        concurrency: { group: `jupyterhub-change-${change}`, 'cancel-in-progress': false },
      });
      expect(Object.keys(destroy.jobs.destroy?.permissions ?? {})).toHaveLength(2);
      // Nobody can start it without typing the name.
      expect(destroy.on).toMatchObject({ workflow_dispatch: { inputs: { confirm: { required: true } } } });
      expect(report.jobs.report).toMatchObject({
        environment: 'jupyterhub-sync',
        permissions: { contents: 'read', 'id-token': 'write', 'pull-requests': 'read' },
      });
      expect(Object.keys(report.jobs.report?.permissions ?? {})).toHaveLength(3);
    },
  );

  test('of every example take the lock that a message names, where a run may meet one', () => {
    for (const example of ['quick-start', 'several-hubs'])
      for (const name of ['push.yml', 'destroy.yml'])
        expect(readFileSync(repoPath('examples', example, '.github/workflows', name), 'utf8')).toContain(
          `break_lock: '\${{ inputs.break_lock }}'`,
        );
  });

  test('that init writes answer access requests without Google credentials, from the default branch', () => {
    const { on, jobs } = example('access-request.yml');
    expect(on).toEqual({ issues: { types: ['opened', 'edited', 'reopened'] }, pull_request: { types: ['closed'] } });
    expect(jobs.request).toMatchObject({
      permissions: { contents: 'write', issues: 'write', 'pull-requests': 'write' },
      environment: `\${{ github.event_name == 'issues' && vars.ACCESS_APP_CLIENT_ID && 'jupyterhub-requests' || '' }}`,
      steps: [{ with: { ref: `\${{ github.event.repository.default_branch }}` } }, { id: 'app' }, {}],
    });
  });
});
