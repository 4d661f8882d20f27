import { dirname, resolve } from 'node:path';
import { makesPlatform } from '../../config/platform/cluster-id.js';
import { Helm, helmMajor } from '../../helm/release/cli.js';
import { run } from '../../system/exec.js';
import { findHelm, findTerraform, type Tool } from '../../system/tools.js';
import { providerLock } from '../../terraform/provider-lock.js';
import { TerraformRoot } from '../../terraform/root.js';
import { terraformVariables } from '../../terraform/variables.js';
import { productFolder } from './package-files.js';
import type { Session } from './session.js';

/** The terraform roots of a hub, opened; they share one program. */
export interface Roots {
  readonly program: Tool;
  /** Undefined where another file owns the platform: it is planned and applied with that hub. */
  readonly platform: TerraformRoot | undefined;
  readonly hub: TerraformRoot;
}

/** Finds terraform and opens the roots; the folders they use go with the session's. */
export async function openRoots(session: Session): Promise<Roots> {
  const { context, config, tempDir } = session;
  const { say, signal } = context;
  // A failure to sign in is reported first, not after a download or beside an error of terraform.
  await session.projectNumber();
  signal.throwIfAborted();
  const env = await session.childEnv();
  const program = await findTerraform({ env, say, tempDir, signal });
  const variables = terraformVariables(config, env);
  const rootsDir = productFolder('terraform');
  // The file of the repository is reviewed there, and may name a newer provider than the product's.
  const lock = providerLock([dirname(resolve(context.cwd, context.configPath)), rootsDir]);
  const open = (name: 'platform' | 'hub'): TerraformRoot =>
    new TerraformRoot({
      name,
      config,
      variables: variables[name],
      program: program.path,
      env,
      tempDir,
      rootsDir,
      providerLock: lock,
      run,
      say,
      redact: context.write.redact,
      signal,
    });
  return { program, platform: makesPlatform(config) ? open('platform') : undefined, hub: open('hub') };
}

/** Finds helm; without a kubeconfig it can only render and download. */
export async function openHelm(session: Session, kubeconfig?: string): Promise<Helm> {
  const { context, tempDir } = session;
  const { env, say, signal, write } = context;
  const program = await findHelm({ env, say, tempDir, signal });
  return new Helm({
    program: program.path,
    major: helmMajor(program.version),
    tempDir,
    env,
    run,
    signal,
    redact: write.redact,
    kubeconfig,
  });
}
