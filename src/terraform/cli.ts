import { existsSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import type { Redact } from '../change/redact.js';
import type { ToolError } from '../errors.js';
import type { Run, RunResult } from '../system/exec.js';
import type { TerraformDiagnostic } from './explain.js';
import { endedBy, type WatchOptions, watchSilence } from './silence.js';

/** How the terraform of a root is called. */
export interface TerraformCli {
  readonly program: string;
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly run: Run;
  readonly signal?: AbortSignal;
  /** Hides secrets in what terraform says, before it is cut. */
  readonly redact: Redact;
  /** How a terraform is watched that says nothing. */
  readonly watch: Omit<WatchOptions, 'doing'>;
}

/** One line of `-json` output, as far as it is read. */
export interface TerraformEvent {
  readonly type?: string;
  readonly '@level'?: string;
  readonly '@message'?: string;
  readonly diagnostic?: TerraformDiagnostic;
  readonly hook?: {
    readonly resource?: { readonly addr?: string };
    readonly action?: string;
    readonly elapsed_seconds?: number;
  };
}

// TF_LOG prints request headers with tokens. The others change which workspace, variables or flags are used.
const DROPPED = /^TF_(LOG|CLI_ARGS|VAR_|WORKSPACE|INPUT|DATA_DIR|NO_COLOR)/;

/**
 * The user's environment made safe for an unattended run. A TF_CLI_CONFIG_FILE that does not exist is dropped with a
 * note: terraform would warn about it on every call. TF_PLUGIN_CACHE_DIR is honoured; without one, `folders.plugins` is used.
 */
export function terraformEnvironment(
  env: NodeJS.ProcessEnv,
  folders: { readonly data: string; readonly plugins: string; readonly isLocked?: boolean },
  say: (line: string) => void,
): NodeJS.ProcessEnv {
  const result: NodeJS.ProcessEnv = {};
  for (const [name, value] of Object.entries(env)) if (!DROPPED.test(name)) result[name] = value;
  const file = result.TF_CLI_CONFIG_FILE;
  if (file && !existsSync(file)) {
    say(`TF_CLI_CONFIG_FILE names ${file}, which does not exist; it is ignored`);
    delete result.TF_CLI_CONFIG_FILE;
  }
  return {
    ...result,
    TF_DATA_DIR: folders.data,
    TF_IN_AUTOMATION: '1',
    TF_INPUT: '0',
    CHECKPOINT_DISABLE: '1',
    TF_PLUGIN_CACHE_DIR: result.TF_PLUGIN_CACHE_DIR || folders.plugins,
    // Without a lock file terraform would download again what the cache holds. With one, the cache is checked too.
    TF_PLUGIN_CACHE_MAY_BREAK_DEPENDENCY_LOCK_FILE: folders.isLocked ? '' : '1',
  };
}

/** What came of a terraform. */
export interface TerraformResult extends RunResult {
  readonly diagnostics: TerraformDiagnostic[];
  /** Why the storage of the state failed for so long that terraform was ended. */
  readonly fault: ToolError | undefined;
}

// What waits for a storage that fails does not end by itself.
const GRACE_AFTER_FAULT = 3_000;

/**
 * Runs terraform. Returns its output and the diagnostics in it, whether they are JSON or text.
 * @param doing such as `terraform plan of the platform`
 */
export async function runTerraform(
  cli: TerraformCli,
  args: readonly string[],
  { doing, onEvent }: { readonly doing: string; readonly onEvent?: ((event: TerraformEvent) => void) | undefined },
): Promise<TerraformResult> {
  const diagnostics: TerraformDiagnostic[] = [];
  const watch = watchSilence({ ...cli.watch, doing });
  const result = await cli.run(cli.program, args, {
    cwd: cli.cwd,
    env: cli.env,
    signal: cli.signal === undefined ? watch.signal : AbortSignal.any([cli.signal, watch.signal]),
    grace: () => (watch.signal.aborted ? GRACE_AFTER_FAULT : 60_000),
    onStderr: watch.hear,
    onStdout(line) {
      watch.hear();
      const event = parseEvent(line);
      if (event?.diagnostic) diagnostics.push(redacted(event.diagnostic, cli.redact));
      if (event) onEvent?.(event);
    },
  });
  watch.stop();
  const text = cli.redact(stripVTControlCharacters(result.stderr));
  if (diagnostics.length === 0) diagnostics.push(...textDiagnostics(text));
  // Some commands (force-unlock) print a bare sentence.
  if (diagnostics.length === 0 && result.code !== 0 && text.trim() !== '') {
    diagnostics.push({ severity: 'error', summary: text.trim() });
  }
  return { ...result, diagnostics, fault: endedBy(watch.signal) };
}

function redacted({ summary, detail, ...more }: TerraformDiagnostic, redact: Redact): TerraformDiagnostic {
  return { ...more, summary: redact(summary), ...(detail === undefined ? {} : { detail: redact(detail) }) };
}

const initialising = new Map<string, Promise<unknown>>();

/** Runs one init after the other where they share a plugin folder: terraform's cache of plugins is not made for two. */
export function initialiseAlone<T>(plugins: string, init: () => Promise<T>): Promise<T> {
  const mine = (initialising.get(plugins) ?? Promise.resolve()).then(init);
  initialising.set(
    plugins,
    mine.catch(() => {}),
  );
  return mine;
}

function parseEvent(line: string): TerraformEvent | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    return JSON.parse(line) as TerraformEvent;
  } catch {
    return undefined; // a line that another program wrote between terraform's
  }
}

/** Diagnostics of a command without `-json`: boxes of `│` lines, or paragraphs that start with `Error: `. */
export function textDiagnostics(text: string): TerraformDiagnostic[] {
  const plain = text.replace(/^[│╷╵|]\s?/gm, '');
  return plain
    .split(/^(?=(?:Error|Warning): )/m)
    .filter((part) => part.startsWith('Error: '))
    .map((part) => {
      const [summary = '', ...rest] = part.replace(/^Error: /, '').split('\n');
      return { severity: 'error', summary: summary.trim(), detail: rest.join('\n').trim() };
    });
}
