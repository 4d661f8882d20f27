import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type RunResult, run } from '../../../../src/system/exec.js';
import { PROJECT, type Rig, rig } from '../../../../test/support/google.js';

const MAIN = `terraform {
  backend "gcs" {}
}
variable "word" {
  type = string
}
resource "terraform_data" "thing" {
  input = var.word
}
resource "terraform_data" "slow" {
  count = var.word == "slow" ? 1 : 0
  provisioner "local-exec" {
    command = "touch started; sleep 30"
  }
}
`;

const dir = mkdtempSync(join(tmpdir(), 'google-terraform-'));
let at: Rig;
let available = false;

beforeAll(async () => {
  available = (await run('terraform', ['version']).catch(() => undefined))?.code === 0;
  at = await rig();
  await at.store(
    'POST',
    `storage/v1/b?project=${PROJECT}`,
    JSON.stringify({ name: 'acme-tfstate', location: 'us-central1' }),
  );
  writeFileSync(join(dir, 'main.tf'), MAIN);
});
afterAll(async () => {
  await at.emulator.stop();
  rmSync(dir, { recursive: true, force: true });
});

function environment(token = at.emulator.identities.token('operator@acme.dev')): NodeJS.ProcessEnv {
  const { TF_CLI_CONFIG_FILE: _none, ...rest } = process.env;
  return {
    ...rest,
    ...at.emulator.env(),
    GOOGLE_OAUTH_ACCESS_TOKEN: token,
    CHECKPOINT_DISABLE: '1',
    TF_IN_AUTOMATION: '1',
    TF_INPUT: '0',
  };
}

function terraform(args: string[], env = environment()): Promise<RunResult> {
  return run('terraform', [...args, '-no-color'], { cwd: dir, env, timeout: 60_000 });
}

const INIT = ['init', '-backend-config=bucket=acme-tfstate', '-backend-config=prefix=jupyterhub/hub/platform'];
const STATE = 'jupyterhub/hub/platform/default';

test("terraform stores its state in the emulator's bucket, with a lock that only its own generation releases", async () => {
  if (!available) return console.log("SKIPPED terraform's state in the emulator: no terraform on PATH");
  // The setting of the backend itself, rather than the provider's variable that it also reads.
  const endpoint = at.emulator.env().GOOGLE_STORAGE_CUSTOM_ENDPOINT;
  const { GOOGLE_STORAGE_CUSTOM_ENDPOINT: _unset, ...plain } = environment();
  const init = await terraform([...INIT, `-backend-config=storage_custom_endpoint=${endpoint}`], plain);
  expect([init.stderr, init.code]).toEqual(['', 0]);
  const first = await terraform(['apply', '-auto-approve', '-var=word=one'], plain);
  expect([first.stderr, first.code]).toEqual(['', 0]);
  const again = await terraform(['plan', '-detailed-exitcode', '-var=word=one'], plain);
  expect([again.stderr, again.code]).toEqual(['', 0]);

  const child = spawn('terraform', ['apply', '-auto-approve', '-var=word=slow', '-no-color'], {
    cwd: dir,
    env: plain,
    detached: true,
  });
  // With all that it has started: its own process group.
  const kill = (): void => {
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
      process.kill(-child.pid, 'SIGKILL');
  };
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  try {
    while (!existsSync(join(dir, 'started')) && child.exitCode === null) await sleep(50);
    const held = await terraform(['plan', '-var=word=two'], plain);
    expect(held.code).toBe(1);
    expect(held.stderr).toMatch(
      /Error acquiring the state lock[\s\S]*conditionNotMet[\s\S]*Operation:\s+OperationTypeApply/,
    );
    const wrong = await terraform(['force-unlock', '-force', '999'], plain);
    expect([wrong.code, wrong.stderr]).toEqual([1, expect.stringContaining('conditionNotMet')]);
    // Killed without a chance to let go: the lock stays until somebody names its generation.
    kill();
    await ended;
    const lock = (await (
      await at.store('GET', `storage/v1/b/acme-tfstate/o/${encodeURIComponent(`${STATE}.tflock`)}`)
    ).json()) as { generation: string };
    const right = await terraform(['force-unlock', '-force', lock.generation], plain);
    expect([right.stderr, right.code]).toEqual(['', 0]);
  } finally {
    kill();
  }
  const after = await terraform(['apply', '-auto-approve', '-var=word=two'], plain);
  expect([after.stderr, after.code]).toEqual(['', 0]);
  const state = await at.store('GET', `acme-tfstate/${STATE}.tfstate`);
  expect(await state.text()).toContain('"two"');
  expect(at.emulator.violations).toEqual([]);
}, 120_000);

test('an identity that can only read the bucket can plan without a lock and cannot apply', async () => {
  if (!available) return console.log('SKIPPED terraform with a reader of the bucket: no terraform on PATH');
  at.emulator.identities.add('reader@acme.dev', { roles: ['roles/storage.objectViewer'] });
  const env = environment(at.emulator.identities.token('reader@acme.dev'));
  expect((await terraform([...INIT, '-reconfigure'], env)).code).toBe(0);
  const plan = await terraform(['plan', '-lock=false', '-var=word=two'], env);
  expect([plan.stderr, plan.code]).toEqual(['', 0]);
  const apply = await terraform(['apply', '-auto-approve', '-var=word=three'], env);
  expect([apply.code, apply.stderr]).toEqual([1, expect.stringContaining('storage.objects.create')]);
}, 60_000);

test('a bucket that does not exist is an error, not an empty state', async () => {
  if (!available) return console.log('SKIPPED terraform without a bucket: no terraform on PATH');
  const init = await terraform([
    'init',
    '-reconfigure',
    '-backend-config=bucket=nobodys-bucket',
    '-backend-config=prefix=x',
  ]);
  expect([init.code, init.stderr]).toEqual([1, expect.stringContaining("bucket doesn't exist")]);
}, 60_000);

test('objects keep their bytes and generations', async () => {
  const bytes = Buffer.from([0, 13, 10, 255, 45, 45]).toString('latin1');
  const put = (query: string): Promise<Response> =>
    at.store('POST', `upload/storage/v1/b/acme-tfstate/o?uploadType=media&name=a%2Fb${query}`, bytes, {
      'content-type': 'text/plain',
    });
  const first = (await (await put('&ifGenerationMatch=0')).json()) as { generation: string; md5Hash: string };
  expect((await put('&ifGenerationMatch=0')).status).toBe(412);
  expect((await put(`&ifGenerationMatch=${first.generation}`)).status).toBe(200);
  expect(
    (await at.store('DELETE', `storage/v1/b/acme-tfstate/o/a%2Fb?ifGenerationMatch=${first.generation}`)).status,
  ).toBe(412);
  const listed = (await (await at.store('GET', 'storage/v1/b/acme-tfstate/o?prefix=a&delimiter=/')).json()) as {
    prefixes: string[];
  };
  expect(listed.prefixes).toEqual(['a/']);
  expect(await (await at.store('GET', 'acme-tfstate/a/b')).text()).toBe(bytes);
  expect((await at.store('DELETE', 'storage/v1/b/acme-tfstate')).status).toBe(409);
  expect(readFileSync(join(dir, 'main.tf'), 'utf8')).toContain('gcs');
});
