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
