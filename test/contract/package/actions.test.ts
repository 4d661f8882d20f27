import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { repoPath } from '../../../sandbox/src/paths.js';
import { INPUTS } from '../../../src/github/runner/inputs.js';
import { OUTPUTS } from '../../../src/github/runner/outputs.js';
import { ACTION } from '../../../src/versions.js';

interface Step {
  readonly if?: string;
  readonly uses?: string;
  readonly with?: Record<string, unknown>;
  readonly shell?: string;
  readonly env?: Record<string, string>;
  readonly run?: string;
}
interface Action {
  readonly inputs: Record<string, { description?: string; default?: unknown; required?: boolean }>;
  readonly outputs: Record<string, { description?: string; value?: string }>;
  readonly runs: { readonly using: string; readonly steps: Step[] };
}

const OURS = ACTION.split('@')[0] ?? '';
const NAMES = [
  'root',
  ...readdirSync(repoPath('actions')).filter((name) => existsSync(repoPath('actions', name, 'action.yml'))),
];
const read = (name: string): Action =>
  parse(
    readFileSync(name === 'root' ? repoPath('action.yml') : repoPath('actions', name, 'action.yml'), 'utf8'),
  ) as Action;

describe.each(NAMES)('the action %s', (name) => {
  const action = read(name);
  const [main, ...others] = action.runs.steps;
  const sweep = action.runs.steps.at(-1);

  test('has its keys in the usual order, a description for each input and output, and text defaults', () => {
    expect(Object.keys(action)).toEqual(['name', 'author', 'description', 'inputs', 'outputs', 'runs', 'branding']);
    for (const entry of [...Object.values(action.inputs), ...Object.values(action.outputs)])
      expect(entry.description).toMatch(/\.$/);
    for (const { default: value, required } of Object.values(action.inputs)) {
      expect(typeof value).toBe(required ? 'undefined' : 'string');
    }
  });

  test('has the inputs of the table and passes each one on as INPUT_*', () => {
    const wanted = INPUTS.filter(({ actions }) => actions.includes(name)).map((input) => input.name);
    expect(Object.keys(action.inputs).sort()).toEqual([...wanted].sort());
    const env = wanted.map((input) => [`INPUT_${input.toUpperCase()}`, `\${{ inputs.${input} }}`]);
    expect(main?.env).toEqual(Object.fromEntries(env));
  });

  test('has the outputs of the table, all from its one step', () => {
    const wanted = Object.keys(OUTPUTS).filter((output) => OUTPUTS[output]?.includes(name));
    expect(Object.fromEntries(Object.entries(action.outputs).map(([output, { value }]) => [output, value]))).toEqual(
      Object.fromEntries(wanted.map((output) => [output, `\${{ steps.run.outputs.${output} }}`])),
    );
  });

  test('is thin: strict bash, no expression in a script, no third-party action, a sweep that always runs', () => {
    expect(action.runs.using).toBe('composite');
    for (const step of action.runs.steps) {
      expect(step.shell).toBe('bash');
      expect(step.uses).toBeUndefined();
      expect(step.run).toMatch(/^set -euo pipefail\n/);
      expect(step.run).not.toContain('${{');
    }
    expect(others).toHaveLength(1);
    expect(sweep?.if).toBe(`\${{ always() }}`);
    expect(sweep?.run).toContain('/sweep.sh"');
  });

  test('is described in actions/README.md with the same inputs and outputs', () => {
    const chapter =
      readFileSync(repoPath('actions/README.md'), 'utf8')
        .split(/^## /m)
        .find((part) => part.startsWith(`${name}\n`)) ?? '';
    const [inputs = '', outputs = ''] = chapter.split('| output |');
    const rows = (text: string): string[] => [...text.matchAll(/^\| `([a-z_]+)` \|/gm)].map((row) => String(row[1]));
    expect(rows(inputs)).toEqual(Object.keys(action.inputs));
    expect(rows(outputs)).toEqual(Object.keys(action.outputs));
  });
});

describe('the scripts of the actions', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'actions-test-'));
    for (const part of ['action.yml', 'actions']) cpSync(repoPath(part), join(folder, part), { recursive: true });
    mkdirSync(join(folder, 'dist'));
    writeFileSync(
      join(folder, 'dist/index.js'),
      'console.log(JSON.stringify({ argv: process.argv.slice(2), config: process.env.INPUT_CONFIG })); process.exit(Number(process.env.EXIT ?? 0));',
    );
    mkdirSync(join(folder, 'bin'));
    mkdirSync(join(folder, 'runner/_work/_temp'), { recursive: true });
    for (const program of ['bash', 'dirname', 'find', 'rm']) {
      symlinkSync(
        execFileSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' }).trim(),
        join(folder, 'bin', program),
      );
    }
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const node = (at: string, version?: string): void => {
    mkdirSync(join(folder, at, '..'), { recursive: true });
    const script = version === undefined ? `exec '${process.execPath}' "$@"` : `echo '${version}'`;
    writeFileSync(join(folder, at), `#!${join(folder, 'bin/bash')}\n${script}\n`);
    chmodSync(join(folder, at), 0o755);
  };
  const runStep = (
    name: string,
    step: number,
    env: Record<string, string> = {},
  ): { code: number | null; out: string } => {
    const script = read(name).runs.steps[step]?.run ?? 'exit 99';
    const result = spawnSync(
      join(folder, 'bin/bash'),
      ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', script],
      {
        encoding: 'utf8',
        env: {
          PATH: join(folder, 'bin'),
          RUNNER_TEMP: join(folder, 'runner/_work/_temp'),
          GITHUB_ACTION_PATH: name === 'root' ? folder : join(folder, 'actions', name),
          ...env,
        },
      },
    );
    return { code: result.status, out: `${result.stdout}${result.stderr}` };
  };

  // The folder access-report runs the command `access report`.
  const argv = (name: string): string[] => ({ root: ['auto'], 'access-report': ['access', 'report'] })[name] ?? [name];

  test.each(NAMES)('run the command of %s with its inputs and pass on its exit code', (name) => {
    node('bin/node');
    const { code, out } = runStep(name, 0, { INPUT_CONFIG: 'a "b" $(c).yaml', EXIT: '2' });
    expect(JSON.parse(out)).toEqual({ argv: argv(name), config: 'a "b" $(c).yaml' });
    expect(code).toBe(2);
  });

  test.each([
    ["the runner's own", 'runner/externals/node24/bin/node'],
    ['one that the image keeps for setup-node', 'tools/node/22.23.5/x64/bin/node'],
  ])('take %s Node.js where PATH has none or an old one', (_, at) => {
    const env = { RUNNER_TOOL_CACHE: join(folder, 'tools') };
    node(at);
    expect(runStep('plan', 0, env).out).toContain('"argv":["plan"]');
    node('bin/node', 'v20.20.2');
    expect(runStep('plan', 0, env).out).toContain('"argv":["plan"]');
  });

  test('take no old Node.js from the tool cache', () => {
    node('tools/node/20.20.2/x64/bin/node');
    expect(runStep('plan', 0, { RUNNER_TOOL_CACHE: join(folder, 'tools') }).code).toBe(1);
  });

  test('say in one line that Node.js is missing or too old', () => {
    const missing = '::error title=jupyterhub-gke::Node.js 22 or newer was not found on this runner';
    const fix = 'Install it, or add an actions/setup-node step before this one.\n';
    expect(runStep('plan', 0)).toEqual({ code: 1, out: `${missing}. ${fix}` });
    node('bin/node', 'v20.20.2');
    expect(runStep('root', 0)).toEqual({ code: 1, out: `${missing}; the one on PATH is v20.20.2. ${fix}` });
    node('bin/node', 'not a version');
    expect(runStep('root', 0)).toEqual({ code: 1, out: `${missing}. ${fix}` });
  });

  test('sweep only what a killed run left', () => {
    const temp = join(folder, 'runner/_work/_temp');
    for (const name of ['jupyterhub-gke-abc/deep', 'jupyterhub-summary-x', 'other'])
      mkdirSync(join(temp, name), { recursive: true });
    writeFileSync(join(temp, 'jupyterhub-gke-abc/deep/plan'), 'secret');
    expect(runStep('apply', 1)).toEqual({ code: 0, out: '' });
    expect(readdirSync(temp).sort()).toEqual(['jupyterhub-summary-x', 'other']);
    expect(runStep('apply', 1).code).toBe(0);
    expect(runStep('root', 1, { RUNNER_TEMP: '' }).code).toBe(0);
    expect(runStep('root', 1, { RUNNER_TEMP: join(folder, 'gone') }).code).toBe(0);
  });
});

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
      expect(Object.keys(read(name).inputs)).toEqual(expect.arrayContaining(Object.keys(step.with ?? {})));
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
