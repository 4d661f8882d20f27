import { dirname, relative, resolve } from 'node:path';
import { type AddedPerson, addPerson } from '../../access/edit/add-person.js';
import { sameAddress } from '../../access/users/email.js';
import { listedPeople } from '../../access/users/load.js';
import type { Diagnostic } from '../../config/diagnostic.js';
import { type ToolError, UsageError } from '../../errors.js';
import type { RequestIssue, RequestPull, RequestRepository, Tip } from '../../github/api/request-pulls.js';
import {
  refusedComment,
  requestBody,
  requestNote,
  requestOpenedComment,
  requestTitle,
} from '../../report/access/request.js';
import type { CommandContext } from '../../stages/command.js';
import { type CheckedInput, checkInput, type Input, InputError } from '../../stages/input/read.js';
import { repositoryRoot } from '../../stages/input/text-file.js';
import { type AccessRequest, hasFormTitle, REQUEST_LABEL, readRequest } from './issue-form.js';

/** One access request, and the repository that it belongs to. */
export interface RequestContext {
  readonly context: CommandContext;
  readonly repository: RequestRepository;
  readonly issue: number;
}

/** What became of a request. `comment` tells its author; `failure` makes the run fail after the comment. */
export type RequestOutcome =
  | { readonly outcome: 'nothing'; readonly because: string }
  | {
      readonly outcome: 'asked' | 'refused';
      readonly comment: string;
      readonly pull?: number;
      readonly failure?: ToolError;
    };

/** A users file with the new line, on top of a commit. */
interface Change {
  /** In the repository. */
  readonly path: string;
  readonly tip: Tip;
  readonly added: AddedPerson;
  /** Findings that validate has with the line and not without it. */
  readonly findings: readonly Diagnostic[];
}

/** The request cannot be fulfilled. The message is for its author. */
class Refusal extends Error {}

/** Most open requests at once. No maintainer reads more. */
const MAX_OPEN = 50;

/** Makes or updates the pull request of an issue. A fault of the request becomes a comment, and does not fail the run. */
export async function handleRequest(request: RequestContext): Promise<RequestOutcome> {
  const issue = await request.repository.issue(request.issue);
  if (!issue.open) return { outcome: 'nothing', because: `issue #${issue.number} is closed` };
  const checked = await checkInput(request.context);
  if (!isRequest(issue, checked.input))
    return { outcome: 'nothing', because: `issue #${issue.number} was not made with the access form` };
  const pulls = await request.repository.pullsOf(issue.number);
  const open = pulls.find((pull) => pull.open);
  const refused = (reason: string): RequestOutcome & { outcome: 'refused' } => ({
    outcome: 'refused',
    comment: refusedComment(request.context.write.redact(reason), open?.number),
    ...(open === undefined ? {} : { pull: open.number }),
  });
  if (checked.input === undefined) {
    const reason = 'The files of the hub have errors now. A maintainer has to fix them. Then edit this issue.';
    return { ...refused(reason), failure: new InputError(checked) };
  }
  try {
    const pull = await fulfil(request, issue, pulls, checked, checked.input);
    return { outcome: 'asked', comment: requestOpenedComment(pull), pull };
  } catch (error) {
    if (error instanceof Refusal) return refused(error.message);
    throw error;
  }
}

/** Whether the issue has the label or the title of the form. Without a hub name any title of such a form counts. */
function isRequest({ title, labels }: RequestIssue, input: Input | undefined): boolean {
  if (labels.includes(REQUEST_LABEL)) return true;
  return input === undefined ? title.startsWith('Access to ') : hasFormTitle(title, input.config.name);
}

async function fulfil(
  requestContext: RequestContext,
  issue: RequestIssue,
  pulls: readonly RequestPull[],
  checked: CheckedInput,
  input: Input,
): Promise<number> {
  const request = readRequest(issue.body, requestContext.context.now, input.config.access.session.timezone);
  if ('fault' in request) throw new Refusal(request.fault);
  refuseListed(input, request.email, requestContext.context.now);
  const open = pulls.find((pull) => pull.open);
  if (open === undefined) await refuseMore(requestContext, issue, pulls[0]);
  const change = await changeOf(requestContext, request, checked, input);
  const commit = await branchOf(requestContext, issue.number, open, change);
  const title = requestTitle(request.email);
  const body = requestBody({
    author: issue.authorId,
    commit,
    issue: issue.number,
    login: issue.login,
    email: request.email,
    why: request.why === undefined ? undefined : requestContext.context.write.redact(request.why),
    path: change.path,
    line: change.added.line,
    lineText: change.added.text.split(/\r?\n/)[change.added.line - 1] ?? '',
    findings: change.findings,
    isPublic: requestContext.context.write.isPublic,
  });
  if (open === undefined) return requestContext.repository.open(issue.number, title, body);
  await requestContext.repository.rewrite(open, title, body);
  return open.number;
}

function refuseListed({ principals }: Input, email: string, now: Date): void {
  const person = listedPeople(principals).find(({ name }) => sameAddress(name) === sameAddress(email));
  if (person === undefined) return;
  const { file, line } = person.location;
  const isOver = person.until !== undefined && Date.parse(person.until) <= now.getTime();
  throw new Refusal(
    isOver
      ? `${email} is already listed, at ${file}:${line}, but the last day there has passed. A maintainer can set a later one there.`
      : `${email} is already listed, at ${file}:${line}.`,
  );
}

/** Refuses a second open request of a person, and an issue whose pull request a maintainer has closed. */
async function refuseMore(
  { repository }: RequestContext,
  issue: RequestIssue,
  last: RequestPull | undefined,
): Promise<void> {
  if (last !== undefined && !last.merged)
    throw new Refusal(`A maintainer has closed pull request #${last.number} without merging it. Ask there why.`);
  const open = await repository.openPulls();
  const other = open.find(({ body }) => requestNote(body)?.author === issue.authorId);
  if (other !== undefined)
    throw new Refusal(`You have another open request, issue #${other.issue}. Each person can have one at a time.`);
  if (open.length >= MAX_OPEN)
    throw new Refusal(`${open.length} requests are open already. Edit this issue when maintainers have answered some.`);
}

/** The users file of the default branch with the line, checked as `validate` checks. */
async function changeOf(
  { context, repository }: RequestContext,
  { email, until }: AccessRequest,
  checked: CheckedInput,
  input: Input,
): Promise<Change> {
  const shown = usersFile(context, input);
  const file = resolve(context.cwd, shown);
  const root = await repositoryRoot(dirname(resolve(context.cwd, context.configPath)), context.cwd);
  const path = relative(root, file);
  // From the tip, since the checkout may be older. The pull request must not remove anybody's line.
  const tip = await repository.tip();
  const text = await repository.file(path, tip.commit);
  if (text === undefined) throw new Refusal(`The default branch has no file ${path}. A maintainer has to look.`);
  const entry = { email, ...(until === undefined ? {} : { until }) };
  const added = addPerson(text, entry, context.now, input.config.access.session.timezone);
  if ('fault' in added) throw new Refusal(added.message);
  const after = await checkInput(context, { instead: new Map([[file, added.text]]) });
  const known = new Set(checked.diagnostics.map(sameFinding));
  const findings = after.diagnostics.filter((found) => !known.has(sameFinding(found)));
  const error = findings.find(({ severity }) => severity === 'error');
  if (error !== undefined)
    throw new Refusal(`With it the files would have an error: ${error.message} ${error.hint ?? ''}`);
  return { path, tip, added, findings };
}

/** A finding without its place: the new line moves everything below it. */
function sameFinding({ file, rule, message }: Diagnostic): string {
  return JSON.stringify([file, rule, message]);
}

/** Path of the file that gets the line, as findings print it. */
function usersFile({ cwd, flags }: CommandContext, { usersFiles, diagnostics }: Input): string {
  const files = usersFiles.filter((path) => /\.ya?ml$/i.test(path));
  const { file } = flags;
  const found = typeof file === 'string' ? files.find((path) => resolve(cwd, path) === resolve(cwd, file)) : files[0];
  if (found !== undefined) return found;
  const others = diagnostics.some(({ rule }) => rule === 'remote-users-file')
    ? ' Remote users files are not changed from here: request access in their repository.'
    : '';
  throw new UsageError(typeof file === 'string' ? `${file} is not a YAML users file` : 'There is no YAML users file', {
    hint: `${files.length === 0 ? 'Add one to users: lines are added to YAML files only.' : `Users files: ${files.join(', ')}.`}${others}`,
  });
}

/** Commit with the line on the branch of the issue. It is made if it is not there yet. */
async function branchOf(
  { repository }: RequestContext,
  issue: number,
  open: RequestPull | undefined,
  { path, tip, added: { text } }: Change,
): Promise<string> {
  if (open !== undefined) {
    if ((await repository.file(path, open.headSha)) === text) return open.headSha;
    if (requestNote(open.body)?.commit !== open.headSha) {
      throw new Refusal(
        'Somebody else has changed the branch of the pull request, so it no longer follows this issue.',
      );
    }
  }
  return repository.push(issue, tip, { path, text }, `Grant one person access\n\nRequested in #${issue}.`);
}
