import { dirname, isAbsolute, join } from 'node:path';
import { parse } from 'yaml';
import type { GuardLimits } from '../../access/guard.js';
import { MAX_REMOVALS } from '../../config/build.js';
import type { JsonObject } from '../../config/model.js';
import { GitHubApi } from '../../github/api/client.js';
import type { Schema } from '../../github/api/schema.js';
import { type GitHubContext, isNewBranch } from '../../github/runner/context.js';
import { merge, valueAt } from '../../helm/values/values.js';
import { isObject } from '../../json.js';
import { MAX_CHAIN } from '../input/file-reader.js';
import { inRepository } from '../input/repository-path.js';
import type { Session } from '../session/session.js';

/** What the configuration said before the change of this run: a change is judged by the rules that it found. */
export interface BasePolicy {
  readonly approval: 'required' | 'comment' | 'none';
  readonly guard: GuardLimits;
  /** Rules that `acknowledge` named. */
  readonly acknowledged: ReadonlySet<string>;
  /** False where the configuration of that time cannot be read: then each gate is as strict as by default. */
  readonly isRead: boolean;
}

const STRICT: BasePolicy = {
  approval: 'required',
  guard: { maxRemovals: MAX_REMOVALS, requiredAdmins: 0 },
  acknowledged: new Set(),
  isRead: false,
};
const NEEDS = {
  action: 'read what the configuration said before',
  permissions: '{actions: read, contents: read, id-token: write, pull-requests: read}',
  otherwise: 'Without it the gates are as strict as by default.',
};

// Read once per run, by the first step that needs it.
const asked = new WeakMap<Session['context'], Promise<BasePolicy | undefined>>();

/**
 * The gates as they stood before a push, at the base of a pull request, or before the newest commit on schedule. Undefined
 * where the file counts as it is: in a terminal, in a run that somebody started by hand, without a token. Never fails.
 */
export function readBasePolicy(session: Pick<Session, 'context'>): Promise<BasePolicy | undefined> {
  const known = asked.get(session.context) ?? readGates(session).catch(() => STRICT);
  asked.set(session.context, known);
  return known;
}

async function readGates({ context }: Pick<Session, 'context'>): Promise<BasePolicy | undefined> {
  const { github } = context;
  if (github === undefined || !isJudged(github)) return undefined;
  const { githubToken: token } = context.credentials;
  if (token === undefined) {
    context.say(
      '  access.guard and acknowledge count as the file has them: without a github_token what stood before is not known',
    );
    return undefined;
  }
  const api = new GitHubApi(github, token, NEEDS);
  const commit = await baseOf(api, github);
  const path = inRepository(context, context.configPath);
  return gatesOf(await configAt(api, `/repos/${github.repository}/contents`, path, commit));
}

/** Whether the run was started by a change, or by nobody; who starts one by hand looks at what it does. */
function isJudged({ eventName, push }: GitHubContext): boolean {
  if (eventName === 'push') return push !== undefined && !isNewBranch(push);
  return eventName === 'pull_request' || eventName === 'schedule';
}

async function baseOf(api: GitHubApi, github: GitHubContext): Promise<string> {
  const { eventName, push, pullRequest, repository, sha } = github;
  if (eventName !== 'schedule') return commitOf(eventName === 'push' ? push?.before : pullRequest?.baseSha);
  const { parents } = await api.call<Schema<'commit'>>('GET', `/repos/${repository}/commits/${sha}`);
  return commitOf(parents[0]?.sha);
}

function commitOf(sha: string | undefined): string {
  if (sha === undefined || !/^[0-9a-f]{40,64}$/.test(sha)) throw new Error('The commit of before is not known');
  return sha;
}

/** The configuration at a commit with what it extends, unchecked. */
async function configAt(api: GitHubApi, contents: string, path: string, commit: string): Promise<JsonObject> {
  const files: JsonObject[] = [];
  for (let file: string | undefined = path; file !== undefined; ) {
    // Outside of the repository there is nothing to ask for, and in an address two dots lead to another question.
    if (isAbsolute(file) || file.split(/[\\/]/).includes('..') || files.length > MAX_CHAIN) throw new Error(file);
    const encoded = file.split(/[\\/]/).map(encodeURIComponent).join('/');
    const found = await api.call<Partial<Schema<'content-file'>>>('GET', `${contents}/${encoded}?ref=${commit}`);
    const read: unknown = parse(Buffer.from(found.content ?? '', 'base64').toString('utf8'), { logLevel: 'error' });
    if (!isObject(read)) throw new Error(file);
    files.push(read);
    file = typeof read.extends === 'string' ? join(dirname(file), read.extends) : undefined;
  }
  return files.reduceRight((below, above) => merge(below, above), {});
}

function gatesOf(config: JsonObject): BasePolicy {
  const { guard } = STRICT;
  const number = (path: string, strict: number): number => {
    const value = valueAt(config, `access.guard.${path}`);
    return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : strict;
  };
  const list = Array.isArray(config.acknowledge) ? (config.acknowledge as readonly unknown[]) : [];
  const rules = list.flatMap((entry) => (isObject(entry) && typeof entry.rule === 'string' ? [entry.rule] : []));
  const { approval } = config;
  return {
    approval: approval === 'comment' || approval === 'none' ? approval : 'required',
    guard: {
      maxRemovals: {
        percent: number('maxRemovals.percent', guard.maxRemovals.percent),
        atLeast: number('maxRemovals.atLeast', guard.maxRemovals.atLeast),
      },
      requiredAdmins: number('requiredAdmins', guard.requiredAdmins),
    },
    acknowledged: new Set(rules),
    isRead: true,
  };
}
