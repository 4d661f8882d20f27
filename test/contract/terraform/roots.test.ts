import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { repoPath } from '../../../sandbox/src/paths.js';
import { type Provider, startProvider } from '../../../sandbox/src/provider/provider.js';
import type { JsonObject } from '../../../src/config/model.js';
import { run } from '../../../src/system/exec.js';
import { onPath } from '../../../src/system/tools.js';
import { terraformVariables } from '../../../src/terraform/variables.js';
import { hubConfig } from '../../support/hub-config.js';

const ROOTS = ['platform', 'hub'] as const;
const program = onPath('terraform', process.env) ?? onPath('tofu', process.env);
const config = hubConfig();

let provider: Provider;
let dir: string;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'roots-test-'));
  provider = await startProvider({ log: console.log, env: {} });
});
afterAll(async () => {
  rmSync(dir, { recursive: true, force: true });
  await provider.stop();
});

/** Terraform in a copy of a root with a local backend and the stand-in for its provider. */
async function terraform(root: string, ...args: string[]) {
  if (program === undefined) return undefined;
  const { TF_CLI_CONFIG_FILE: _file, ...env } = process.env;
  return run(program, args, {
    cwd: join(dir, root),
    env: { ...env, TF_REATTACH_PROVIDERS: provider.reattach, CHECKPOINT_DISABLE: '1', TF_IN_AUTOMATION: '1' },
    timeout: 60_000,
  });
}

function skipped(name: string): void {
  console.log(`SKIPPED ${name}: neither terraform nor tofu is in PATH`);
}

/** Inputs of a root by their dotted name, and whether they are required: the table in its README, which is generated. */
function documentedInputs(root: string): Map<string, boolean> {
  const table =
    /## Inputs\n(.*?)\n## /s.exec(readFileSync(repoPath('terraform', root, 'README.md'), 'utf8'))?.[1] ?? '';
  const rows = table.matchAll(/^\| `([\w.]+)` \| [^|]+ \| ([^|]+) \|/gm);
  return new Map([...rows].map(([, name = '', given]) => [name, given === 'required']));
}

/** Dotted names of all that is given, down to the values of `labels`, which are free. */
function givenKeys(value: unknown, path: string[] = []): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || path.at(-1) === 'labels') return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    [...path, key].join('.'),
    ...givenKeys(inner, [...path, key]),
  ]);
}

describe.each(ROOTS)('terraform root %s', (root) => {
  const variables: JsonObject = terraformVariables(config, { GOOGLE_UNIVERSE_DOMAIN: 'emulator.invalid' })[root];

  beforeAll(async () => {
    cpSync(repoPath('terraform', root), join(dir, root), { recursive: true });
    writeFileSync(join(dir, root, 'backend_override.tf'), 'terraform {\n  backend "local" {}\n}\n');
    writeFileSync(join(dir, root, 'config.auto.tfvars.json'), JSON.stringify(variables));
    await terraform(root, 'init', '-input=false', '-no-color');
  });

  // Terraform drops an unknown attribute of an object without a word.
  test('declares every key that the program writes, and requires no other', () => {
    const inputs = documentedInputs(root);
    const given = givenKeys(variables);
    expect(given.filter((key) => !inputs.has(key))).toEqual([]);
    const isOpen = (key: string): boolean => !key.includes('.') || given.includes(key.slice(0, key.lastIndexOf('.')));
    const missing = [...inputs].filter(([key, required]) => required && isOpen(key) && !given.includes(key));
    expect(missing).toEqual([]);
    expect(given.length).toBeGreaterThan(2);
  });

  test('is formatted', async () => {
    if (program === undefined) return skipped('formatting');
    const result = await run(program, ['fmt', '-check', '-recursive', repoPath('terraform', root)]);
    expect(result.stdout).toBe('');
  });

  test('is valid and plans without asking anybody', async () => {
    const result = await terraform(root, 'plan', '-input=false', '-no-color', '-lock=false');
    if (!result) return skipped('plan');
    expect(result.stderr).not.toContain('Error');
    expect(result.stdout).toContain(
      root === 'platform' ? 'Plan: 13 to add, 0 to change' : 'Plan: 1 to add, 0 to change',
    );
  }, 60_000);

  test('passes its own tests', async () => {
    const result = await terraform(root, 'test', '-no-color');
    if (!result) return skipped('terraform test');
    expect(result.stdout).toContain('0 failed.');
    expect(result.code).toBe(0);
  }, 60_000);

  test('has no data source and no provider but google', () => {
    const files = readdirSync(repoPath('terraform', root)).filter((file) => file.endsWith('.tf'));
    const text = files.map((file) => readFileSync(repoPath('terraform', root, file), 'utf8')).join('\n');
    expect(text).not.toMatch(/^\s*data "/m);
    expect(text.match(/source\s*=\s*"([^"]+)"/g)).toEqual(['source  = "hashicorp/google"']);
  });
});
