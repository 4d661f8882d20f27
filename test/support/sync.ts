import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect } from '@jest/globals';
import { repoPath } from '../../sandbox/src/paths.js';
import { command as syncUsers } from '../../src/commands/sync-users.js';
import type { Command, CommandResult } from '../../src/stages/command.js';
import { contextIn } from './command-context.js';
import { NUMBER, type Rig, rig } from './google.js';
import { CONFIG, type HubCloud, makeHubCloud, membersData, putHub } from './hub-cloud.js';
import { type KubeApi, startKubeApi } from './kube-api.js';

/** A hub after apply and before its first sync. */
export interface SyncFixture {
  readonly at: Rig;
  readonly kube: KubeApi;
  readonly cloud: HubCloud;
  /** Folder with jupyterhub.yaml and users.yaml. */
  readonly folder: string;
}

/** Result and output of a run. */
export type Ran = CommandResult & { readonly said: string };

/** The fixture of the running test. */
export let fixture: SyncFixture;

// What the product brings along is found by where its bundle was started.
process.argv[1] = repoPath('dist/index.js');

/** Gives each test of a file a fixture. Tests must not make calls that Google does not describe. */
export function fixtureForEach(): void {
  beforeEach(async () => {
    const [at, kube] = [await rig(), await startKubeApi()];
    const cloud = await makeHubCloud(at);
    fixture = { at, kube, cloud, folder: mkdtempSync(join(tmpdir(), 'sync-')) };
    putHub(kube, cloud);
    configure(CONFIG);
  });
  afterEach(async () => {
    const { at, kube, folder } = fixture;
    await Promise.all([kube.stop(), at.emulator.stop()]);
    rmSync(folder, { recursive: true, force: true });
    expect(at.emulator.violations).toEqual([]);
  });
}

/** Writes jupyterhub.yaml. */
export function configure(text: string): void {
  writeFileSync(join(fixture.folder, 'jupyterhub.yaml'), text);
}

/** Writes users.yaml. */
export function list(text: string): void {
  writeFileSync(join(fixture.folder, 'users.yaml'), text);
}

/** Runs a command in the folder, as the identity of sync-users unless another one is named. */
export async function run(
  command: Command,
  flags: Record<string, string | boolean> = {},
  { identity = fixture.cloud.people.sync, env = {} }: { identity?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Ran> {
  const { at, folder } = fixture;
  const google = { ...at.emulator.env(), GOOGLE_OAUTH_ACCESS_TOKEN: at.emulator.identities.token(identity) };
  const ofJob = { PATH: process.env.PATH, RUNNER_TEMP: folder, ...google, ...env };
  const context = contextIn(folder, { env: ofJob, flags });
  const result = await command.run(context);
  return { ...result, said: context.said.join('\n') };
}

/** Runs sync-users with this users file. */
export function sync(users: string, flags: Record<string, string | boolean> = {}): Promise<Ran> {
  list(users);
  return run(syncUsers, flags);
}

/** The list that the hub has. */
export function listed(): { readonly generation: number; readonly people: readonly { readonly email: string }[] } {
  return JSON.parse(membersData(fixture.kube)['members.json'] ?? '');
}

/** Path of an operation on the policy of IAP. */
export const iapPolicy = (verb: 'getIamPolicy' | 'setIamPolicy'): string =>
  `iap/v1/projects/${NUMBER}/iap_web/compute/services/${fixture.cloud.backend}:${verb}`;

/** Members of IAP's policy, over all bindings. */
export async function granted(): Promise<readonly string[]> {
  const { body } = await fixture.at.call('POST', iapPolicy('getIamPolicy'), { options: { requestedPolicyVersion: 3 } });
  return ((body.bindings ?? []) as { members: string[] }[]).flatMap(({ members }) => members);
}
