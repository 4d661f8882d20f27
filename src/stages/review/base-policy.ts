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
import { checkoutFolder, inRepository } from '../input/repository-path.js';
import type { Session } from '../session/session.js';

/** What the configuration said before the change of this run. A change cannot loosen the rules that judge it. */
export interface BasePolicy {
  readonly approval: 'required' | 'comment' | 'none';
  readonly guard: GuardLimits;
  /** Rules that `acknowledge` named. */
  readonly acknowledged: ReadonlySet<string>;
  /** False if that configuration cannot be read. The strict defaults apply then. */
  readonly isRead: boolean;
  /** What says which hub it was. Absent if nothing does. */
  readonly place?: HubPlace;
}

/** What tells a hub from others, as far as a file says it. */
export interface HubPlace {
  readonly name?: string;
  /** Bucket of the state. */
  readonly bucket?: string;
}

const STRICT: BasePolicy = {
  approval: 'required',
  guard: { maxRemovals: MAX_REMOVALS, requiredAdmins: 0 },
  acknowledged: new Set(),
  isRead: false,
};
const NEEDS = {
  action: 'read the configuration at the base commit',
  permissions: '{actions: read, contents: read, id-token: write, pull-requests: read}',
  otherwise: 'Without it the strict defaults apply.',
};

// Read once per run, by the first step that needs it.
const policies = new WeakMap<Session['context'], Promise<BasePolicy | undefined>>();

/**
 * The configuration before a push, at the base of a pull request, or before the newest commit on schedule. Undefined if
 * the file counts as it is: in a terminal, in a manual run, and without a token. Never fails.
 */
export function readBasePolicy(session: Pick<Session, 'context'>): Promise<BasePolicy | undefined> {
  const policy = policies.get(session.context) ?? readUncached(session).catch(() => STRICT);
  policies.set(session.context, policy);
  return policy;
}

async function readUncached({ context }: Pick<Session, 'context'>): Promise<BasePolicy | undefined> {
  const { github } = context;
  if (github === undefined || !isJudged(github)) return undefined;
  const { githubToken: token } = context.credentials;
  if (token === undefined) {
    context.say(
      '  access.guard and acknowledge count as the file has them: without a github_token the base policy is not known',
    );
    return undefined;
  }
  const api = new GitHubApi(github, token, NEEDS);
  const commit = await baseOf(api, github);
  const path = inRepository(await checkoutFolder(context), context.cwd, context.configPath);
  return policyOf(await configAt(api, `/repos/${github.repository}/contents`, path, commit));
}

/** Whether a base policy applies. Whoever starts a manual run watches what it does, so the file counts as it is there. */
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
  if (sha === undefined || !/^[0-9a-f]{40,64}$/.test(sha)) throw new Error('The base commit is not known');
  return sha;
}

/** The configuration at a commit, merged with the files that it extends. It is not validated. */
async function configAt(api: GitHubApi, contents: string, path: string, commit: string): Promise<JsonObject> {
  const files: JsonObject[] = [];
  for (let file: string | undefined = path; file !== undefined; ) {
    // The API has no files outside of the repository, and two dots in an address would reach another endpoint.
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

function policyOf(config: JsonObject): BasePolicy {
  const { guard } = STRICT;
  const number = (path: string, strict: number): number => {
    const value = valueAt(config, `access.guard.${path}`);
    return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : strict;
  };
  const list = Array.isArray(config.acknowledge) ? (config.acknowledge as readonly unknown[]) : [];
  const rules = list.flatMap((entry) => (isObject(entry) && typeof entry.rule === 'string' ? [entry.rule] : []));
  const { approval } = config;
  const place = placeOf(config);
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
    ...(Object.keys(place).length === 0 ? {} : { place }),
  };
}

/** Which hub an unchecked configuration describes. What could not be a name in an address is left out. */
export function placeOf(config: JsonObject): HubPlace {
  const text = (path: string): string | undefined => {
    const value = valueAt(config, path);
    return typeof value === 'string' && /^[a-z0-9][a-z0-9._-]*$/.test(value) ? value : undefined;
  };
  const [name, bucket] = [text('name'), text('state.bucket')];
  return { ...(name === undefined ? {} : { name }), ...(bucket === undefined ? {} : { bucket }) };
}
