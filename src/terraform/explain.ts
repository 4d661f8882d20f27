import { shorten } from '../change/redact.js';
import { ToolError } from '../errors.js';
import { ExistsError, LockedError, type LockInfo, UnlockError } from './failures.js';
import { damagedState } from './state.js';

export { ExistsError, LockedError, UnlockError } from './failures.js';

/** One diagnostic of terraform's `-json` output. */
export interface TerraformDiagnostic {
  readonly severity: string;
  readonly summary: string;
  readonly detail?: string;
  readonly address?: string;
}

/** What is known about the run that failed. */
export interface ExplainContext {
  /** `terraform plan of the platform`. */
  readonly doing: string;
  /** Bucket and prefix of the state. */
  readonly state: string;
  /** True where something may have been changed before the failure. */
  readonly mayHaveChanged: boolean;
  /** The command that goes on after the cause is gone. */
  readonly command: 'apply' | 'destroy';
}

/** What the state has after a failure of a command. */
export const STATE_KEEPS = {
  apply: 'The state has what was made until then.',
  destroy: 'The state has what is still there.',
} as const;

/** Turns terraform's errors into one failure that says what, where and what to do. An unknown error keeps terraform's text. */
export function explainTerraform(diagnostics: readonly TerraformDiagnostic[], context: ExplainContext): ToolError {
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error');
  for (const rule of RULES) {
    for (const diagnostic of errors) {
      const text = `${diagnostic.summary}\n${diagnostic.detail ?? ''}`;
      const found = rule(text, diagnostic.address ?? context.state, errors, context);
      if (found) return found;
    }
  }
  const first = errors[0];
  const text = first === undefined ? 'it gave no reason' : shorten(`${first.summary}: ${first.detail ?? ''}`, 600);
  return new ToolError(`${context.doing} failed: ${text.replace(/:\s*$/, '')}`, {
    where: first?.address ?? context.state,
    hint: context.mayHaveChanged
      ? `${STATE_KEEPS[context.command]} Fix the cause, then run ${context.command} again.`
      : 'Nothing was changed.',
  });
}

type Rule = (
  text: string,
  where: string,
  errors: readonly TerraformDiagnostic[],
  context: ExplainContext,
) => ToolError | undefined;

/** A missing API comes before a missing permission: Google reports both as 403. */
const RULES: readonly Rule[] = [
  lock,
  unlock,
  newerState,
  damaged,
  stalePlan,
  disabledApi,
  quota,
  bucket,
  permission,
  credentials,
  protection,
  exists,
  unreachable,
];

const RELEASING = /releasing the state lock/i;

function lock(text: string, where: string): ToolError | undefined {
  if (!/state lock/i.test(text) || !/Lock Info:/.test(text) || RELEASING.test(text)) return undefined;
  return new LockedError(lockInfo(text, where));
}

function lockInfo(text: string, where: string): LockInfo {
  const field = (name: string): string => new RegExp(`^\\s*${name}:[ \\t]*(.*)$`, 'm').exec(text)?.[1]?.trim() ?? '';
  return {
    id: field('ID'),
    path: field('Path') || where,
    who: field('Who'),
    created: field('Created').replace(/(?:\.\d+)? \+0000 UTC$/, ' UTC'),
    operation: field('Operation')
      .replace(/^OperationType/, '')
      .toLowerCase(),
  };
}

/** Terraform has done its work, and could not remove its own lock afterwards. */
function unlock(text: string, where: string, errors: readonly TerraformDiagnostic[]): ToolError | undefined {
  const isOnly = errors.every(({ summary, detail }) => RELEASING.test(`${summary}\n${detail ?? ''}`));
  if (!isOnly || !RELEASING.test(text)) return undefined;
  const why = /Error message:\s*([\s\S]*?)(?=\s*Lock Info:|\n\s*\n|$)/.exec(text)?.[1] ?? '';
  return new UnlockError(lockInfo(text, where), shorten(why, 300));
}

// Without -json, terraform breaks its lines anywhere.
const NEWER = /newer\s+than\s+current|uses\s+format\s+version\s+\d+,\s+which\s+is\s+not\s+supported/i;

function newerState(text: string, where: string): ToolError | undefined {
  const version = /created by \S+ v?(\d+\.\d+\.\d+\S*), which is newer than current/.exec(text)?.[1];
  if (version === undefined && !NEWER.test(text)) return undefined;
  return new ToolError(
    `The state was written by terraform ${version ?? 'of a later version'}, which is newer than the one on this machine`,
    {
      where,
      hint: `Install terraform ${version ?? 'of that version'} or later, or remove the old one from PATH so that a current one is downloaded.`,
    },
  );
}

function damaged(
  text: string,
  _: string,
  __: readonly TerraformDiagnostic[],
  context: ExplainContext,
): ToolError | undefined {
  const isDamaged = /unsupported\s+state\s+file\s+format|state\s+file\s+could\s+not\s+be\s+(?:parsed|read)/i.test(text);
  return isDamaged ? damagedState(context.state) : undefined;
}

function stalePlan(
  text: string,
  where: string,
  _: readonly TerraformDiagnostic[],
  context: ExplainContext,
): ToolError | undefined {
  if (!/saved plan is stale/i.test(text)) return undefined;
  return new ToolError('Somebody changed the platform between the plan and its apply. Nothing was applied', {
    where,
    hint: `Run ${context.command} again: it plans anew.`,
  });
}

function disabledApi(text: string, where: string): ToolError | undefined {
  if (!/SERVICE_DISABLED|accessNotConfigured|has not been used in project \S+ before or it is disabled/.test(text)) {
    return undefined;
  }
  const api =
    /"service":\s*"([a-z0-9.-]+\.googleapis\.com)"/.exec(text)?.[1] ??
    /apis\/(?:api|library)\/([a-z0-9.-]+\.googleapis\.com)/.exec(text)?.[1];
  return new ToolError(`The API ${api ?? 'that this needs'} is not enabled in the project`, {
    where,
    hint: `Run "gcloud services enable ${api ?? 'API'}" once, wait a minute, and run again.`,
  });
}

function quota(text: string, where: string): ToolError | undefined {
  const metric =
    /Quota '([^']+)' exceeded/i.exec(text)?.[1] ??
    /Insufficient (?:regional |project )?quota to satisfy request: resource "([^"]+)"/i.exec(text)?.[1];
  if (metric === undefined && !/quotaExceeded|QUOTA_EXCEEDED|RESOURCE_EXHAUSTED.*quota/i.test(text)) return undefined;
  const limit = /Limit:\s*([\d.]+)/i.exec(text)?.[1];
  const region = /in (?:region|zone) ([a-z]+-[a-z]+\d+(?:-[a-z])?)/.exec(text)?.[1];
  const which = [metric, limit && `(${limit})`, region && `in ${region}`].filter(Boolean).map((part) => ` ${part}`);
  return new ToolError(`The quota${which.join('')} is used up`, {
    where,
    hint: 'Ask for more under "IAM & Admin → Quotas" of the project, or free some, then run again.',
  });
}

function bucket(text: string, where: string): ToolError | undefined {
  if (!/bucket (?:doesn't|does not) exist|The specified bucket does not exist/i.test(text)) return undefined;
  return new ToolError('The state bucket does not exist, or this identity has no access to it', {
    where,
    hint: 'Create it once with the commands of SETUP.md, which init writes, and check state.bucket.',
  });
}

function permission(text: string, where: string): ToolError | undefined {
  const missing =
    /Required '([a-z]+\.[A-Za-z.]+)' permission/.exec(text)?.[1] ??
    /Permission '([a-z]+\.[A-Za-z.]+)' denied/.exec(text)?.[1] ??
    /Required "([a-z]+\.[A-Za-z.]+)" permission/.exec(text)?.[1] ??
    /does not have ([a-z]+\.[A-Za-z.]+) access/.exec(text)?.[1] ??
    /"permission":\s*"([a-z]+\.[A-Za-z.]+)"/.exec(text)?.[1] ??
    /permission\(s\) for (?:")?([a-z]+\.[a-z]+\.[A-Za-z]+)/.exec(text)?.[1];
  const nodes = /does not have access to service account "([^"]+)"/.exec(text)?.[1];
  if (nodes !== undefined || /^iam\.serviceAccounts\.(?!create$)/.test(missing ?? '')) {
    return new ToolError(
      `This identity has no rights to the service account of the nodes${nodes ? `, ${nodes}` : ''}`,
      {
        where,
        hint: 'Run the block "Account of the nodes" of SETUP.md, then run again in a minute. A destroy of the platform deletes the account and these rights.',
      },
    );
  }
  if (missing === undefined && !/Error 403\b|PERMISSION_DENIED|, forbidden\b/.test(text)) return undefined;
  return new ToolError(
    missing === undefined
      ? `Google refuses this identity: ${googleMessage(text)}`
      : `The permission ${missing} is missing for this identity`,
    {
      where,
      hint: 'Grant the role that SETUP.md lists for it, then run again; a new grant takes a minute or two.',
    },
  );
}

function credentials(text: string, where: string): ToolError | undefined {
  if (!/could not find default credentials|Error 401\b|invalid authentication credentials|invalid_grant/i.test(text)) {
    return undefined;
  }
  return new ToolError('Terraform has no credentials that Google accepts', {
    where,
    hint: 'In a workflow give workload_identity_provider and service_account; in a terminal sign in again. A token lives for an hour.',
  });
}

function protection(text: string, where: string): ToolError | undefined {
  if (!/deletion_protection/.test(text)) return undefined;
  return new ToolError('The cluster is protected from deletion', {
    where,
    hint: 'Set platform.deletionProtection: false, apply that, then destroy.',
  });
}

// The last form is the provider's own check before it adds a NAT to its router.
const EXISTS = /Error 409\b.*already ?exists|, alreadyExists\b|existing object already found/is;

function exists(text: string, where: string, errors: readonly TerraformDiagnostic[]): ToolError | undefined {
  if (!EXISTS.test(text)) return undefined;
  const thing =
    /The resource '([^']+)' already exists/.exec(text)?.[1] ?? /Already exists: (\S+?)\.?(?:[\s,]|$)/.exec(text)?.[1];
  const same = errors.filter((error) => EXISTS.test(`${error.summary}\n${error.detail ?? ''}`));
  return new ExistsError(
    thing ?? where,
    where,
    same.flatMap((error) => error.address ?? []),
  );
}

function unreachable(text: string, where: string): ToolError | undefined {
  const failure =
    /connection refused|no such host|i\/o timeout|TLS handshake timeout|network is unreachable|connection reset by peer|context deadline exceeded|server misbehaving|Client\.Timeout exceeded/.exec(
      text,
    )?.[0];
  if (failure === undefined) return undefined;
  const host =
    /https?:\/\/([^/\s"?]+)/.exec(text)?.[1] ??
    /lookup ([^\s:]+)/.exec(text)?.[1] ??
    /dial tcp ([^\s]+?):? /.exec(text)?.[1];
  const provider = /provider|registry\.(terraform\.io|opentofu\.org)/.test(text) && /registry\./.test(text);
  return new ToolError(`${host ?? 'An API'} cannot be reached (${failure})`, {
    where,
    hint: provider
      ? 'Terraform gets the google provider from there: check the network, or name a mirror in a file that TF_CLI_CONFIG_FILE points to.'
      : 'Check the network of this machine (proxy, firewall, DNS), then run again.',
  });
}

function googleMessage(text: string): string {
  return shorten(/Error \d+:\s*([^\n]*)/.exec(text)?.[1] ?? text, 300);
}
