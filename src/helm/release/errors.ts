import { shorten } from '../../change/redact.js';
import { ConfigurationError, ToolError } from '../../errors.js';
import type { RunResult } from '../../system/exec.js';
import { chartSchemaError } from './schema-error.js';

interface Rule {
  readonly match: RegExp;
  /** `command`: the one of this program that goes on after the cause is gone. */
  readonly explain: (text: string, match: RegExpExecArray, where: string, command: 'apply' | 'destroy') => ToolError;
}

const RULES: readonly Rule[] = [
  {
    match: /don'?t meet the specifications of the schema|schema validation failed/i,
    explain: (text) => chartSchemaError(text, lastLine(text)),
  },
  {
    match: /another operation \(install\/upgrade\/rollback\) is in progress/i,
    explain: (_, __, where, command) =>
      new ToolError('Another helm operation on this release is in progress, or one was killed', {
        where,
        hint:
          command === 'apply'
            ? 'If no other apply is running, run apply again: it repairs a release whose operation was killed.'
            : 'If no apply is running, run destroy again.',
      }),
  },
  {
    match:
      /(?:failed to fetch|looks like|not a valid chart repository|cannot be reached|chart "?[^\n]*not found|no chart (?:version|name) found)[^\n]*/i,
    explain: (_, match, where) =>
      new ToolError(`The chart could not be fetched: ${shorten(match[0], 600)}`, {
        where,
        hint: 'Check hub.chart (version, repository) and the network of this machine, or give the archive as hub.chart.path.',
      }),
  },
  {
    match: /cluster unreachable|connection refused|no such host|i\/o timeout|tls handshake timeout|x509:|\bEOF\b/i,
    explain: (text, _, where) =>
      new ToolError(`helm cannot reach the cluster: ${lastLine(text)}`, {
        where,
        hint: 'Check that the cluster is RUNNING and the network of this machine, then run again.',
      }),
  },
  {
    match: /invalid ownership metadata|cannot be imported into the current release/i,
    explain: (text, _, where) =>
      new ToolError(`An object of the hub already exists and belongs to something else: ${lastLine(text)}`, {
        where,
        hint: 'Remove that object, or choose another hub name: every hub has a namespace and a release of its own.',
      }),
  },
  {
    match: /exceeded quota|quota exceeded/i,
    explain: (text, _, where) =>
      new ToolError(`The cluster's quota is full: ${lastLine(text)}`, {
        where,
        hint: 'Raise the quota or remove what is no longer needed, then run again.',
      }),
  },
  {
    match: /is forbidden: User|forbidden: User|cannot (?:get|list|create|update|patch|delete) resource/i,
    explain: (text, _, where) =>
      new ToolError(`A permission in the cluster is missing: ${lastLine(text)}`, {
        where,
        hint: 'Grant roles/container.admin to the identity that applies; a new grant takes a minute or two.',
      }),
  },
  {
    match: /Too long: must have at most \d+ bytes|request is too large|trying to send message larger than max/i,
    explain: (text, _, where) =>
      new ConfigurationError(`Kubernetes keeps no object of this size: ${lastLine(text)}`, {
        where,
        hint: 'helm keeps a release with its chart and all values in one Secret of at most 1 MiB. Take large texts and files out of hub.values.',
      }),
  },
  {
    match:
      /field is immutable|updates to [^\n]* are forbidden|Forbidden: (?:updates|spec is immutable)|may not be changed/i,
    explain: (text, _, where) =>
      new ToolError(`The change affects a field that Kubernetes never changes: ${lastLine(text)}`, {
        where,
        hint: 'Undo that part of the change; the size of the hub database and its class are fixed at the first install.',
      }),
  },
  {
    match: /context deadline exceeded|timed out waiting/i,
    explain: (text, _, where, command) =>
      new ToolError(`The cluster did not finish in time: ${lastLine(text)}`, {
        where,
        hint: `Look at the pods of the namespace (kubectl get events), then run ${command} again.`,
      }),
  },
  {
    match: /execution error at|parse error at|error calling|template: /i,
    explain: (text) =>
      new ConfigurationError(`The chart refuses hub.values: ${lastLine(text)}`, {
        where: 'jupyterhub.yaml: hub.values',
        hint: 'Correct the value that the message names.',
      }),
  },
];

/** One plain message with cause and fix for a failed call of helm. `stderr` must be free of secrets. */
export function explainHelm(args: readonly string[], result: RunResult): ToolError {
  const [verb = 'helm', ...rest] = args;
  const release = rest.find((arg) => !arg.startsWith('-')) ?? '';
  const where = `helm ${verb} ${release}`.trim();
  const text = withoutLogLines(result.stderr);
  const command = verb === 'uninstall' ? 'destroy' : 'apply';
  if (result.timedOut) {
    return new ToolError('helm did not finish in time and was stopped', {
      where,
      hint: `Run ${command} again${command === 'apply' ? ': it repairs a release that was left incomplete' : ''}.`,
    });
  }
  for (const rule of RULES) {
    const match = rule.match.exec(text);
    if (match) return rule.explain(text, match, where, command);
  }
  const ended = result.code === null ? 'was ended by a signal' : `failed (exit code ${result.code})`;
  return new ToolError(`helm ${ended}${text === '' ? '' : `: ${lastLine(text)}`}`, {
    where,
    hint: 'Run again. If it fails again, the message of helm names the cause.',
  });
}

/** Removes warnings and log lines of helm, so that only the error is left. */
function withoutLogLines(text: string): string {
  return text
    .split('\n')
    .filter((line) => !/^(WARNING:|[IWE]\d{4} |level=(WARN|INFO|DEBUG)|time=)/.test(line))
    .join('\n')
    .trim();
}

function lastLine(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const error = lines.findLast((line) => line.startsWith('Error:')) ?? lines.at(-1) ?? '';
  // The caller has redacted all that helm wrote.
  return shorten(error.replace(/^Error:\s*/, ''), 600);
}
