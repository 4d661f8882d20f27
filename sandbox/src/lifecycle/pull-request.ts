import { cpSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { HubConfig } from '../../../src/config/model.js';
import { REPOSITORY } from '../facts.js';
import { runWorkflow } from '../github/act.js';
import { repoPath } from '../paths.js';
import { ensureTools } from '../tools/toolbox.js';
import { PROVIDER } from '../trust.js';
import { without } from './access.js';
import type { Scenario } from './scenario.js';

const WORKFLOWS = { pull_request: '.github/workflows/pull-request.yml', push: '.github/workflows/push.yml' } as const;
// What the first would install is on this machine already, and the second speaks to GitHub's own storage. For
// actions/checkout act itself takes the folder as it is.
const SETUP = 'hashicorp/setup-terraform@dfe3c3f87815947d99a8997f908cb6525fc44e9e';
const UPLOAD = 'actions/upload-artifact@330a01c490aca151604b8cf639adc76d48f6c5d4';
const STAND_INS = { pull_request: [SETUP, UPLOAD], push: [SETUP] } as const;
const PULL = 7;

/** Runs the workflows of init under act: the pull request gets one comment, the push applies. Both use federation. */
export async function reviewAndMerge(scenario: Scenario): Promise<void> {
  const { sandbox, reporter, people, read, write, hub } = scenario;
  const { github } = sandbox;
  const act = (await ensureTools(['act'], { log: () => {} })).path('act');
  const account = (identity: string): string => `${hub}-${identity}@${sandbox.config.project}.iam.gserviceaccount.com`;
  const sha = 'a'.repeat(40);
  github.addPull({ number: PULL, headSha: sha, baseSha: 'b'.repeat(40), headRef: 'change', baseRef: 'main' });
  const file = scenario.fileOf(people.second);
  const before = read(file);
  const changed = without(before, people.second);
  const run = async (
    event: 'pull_request' | 'push',
    users: string,
    turn: number,
    files?: readonly string[],
  ): Promise<string> => {
    write(file, users);
    const result = await runWorkflow({
      act,
      dir: join(sandbox.dir, `act-${turn}`),
      github,
      repository: REPOSITORY,
      event,
      ...(event === 'pull_request' ? { pull: PULL } : {}),
      ...(files === undefined ? {} : { changed: files }),
      files: filesOf(scenario.repository),
      workflow: WORKFLOWS[event],
      standIns: STAND_INS[event],
      env: { ...withoutCredentials(sandbox.env), ...secretsOf(sandbox.config) },
      variables: {
        WORKLOAD_IDENTITY_PROVIDER: PROVIDER,
        PLAN_SERVICE_ACCOUNT: account('plan'),
        APPLY_SERVICE_ACCOUNT: account('apply'),
      },
      token: github.token,
      identity: event === 'push' ? { environment: 'jupyterhub' } : {},
      log: () => {},
    });
    reporter.check(`the workflow for ${event} succeeds under act`, result.code === 0, result.log);
    for (const name of STAND_INS[event])
      reporter.check(
        `${name.replace(/@.*/, '')} is a stand-in, and the log says so`,
        result.log.includes(`stand-in for ${name}`),
      );
    return result.log;
  };
  for (const path of Object.values(WORKFLOWS)) {
    cpSync(repoPath('examples/quick-start', path), join(scenario.repository, path));
  }
  await run('pull_request', changed, 1);
  const comments = github.comments(PULL);
  reporter.check('the pull request has exactly one plan comment', comments.length === 1, comments);
  const body = comments[0]?.body ?? '';
  reporter.check(
    'it says that one person loses access',
    /1 person loses access/.test(body) && body.includes('revoked'),
    body,
  );
  for (const line of body.split('\n').slice(0, 12)) reporter.say(`  │ ${line}`);
  await run('pull_request', before, 2);
  const edited = github.comments(PULL);
  reporter.check('the next push to the branch updates it', edited.length === 1 && edited[0]?.body !== body, edited);
  const log = await run('push', before, 3);
  reporter.check('the push applies and finds nothing to do', /nothing to do/i.test(log), log);
  const out = await run('push', changed, 4, [file]);
  reporter.check('a push of only a users file syncs only people', /Only users files changed/.test(out), out);
  reporter.check('and revokes the access of the person', /1 to revoke/.test(out), out);
  const back = await run('push', before, 5, [file]);
  reporter.check(
    'the next one grants it again',
    /Only users files changed/.test(back) && /1 to grant/.test(back),
    back,
  );
  reporter.check('every call to GitHub matches its API description', github.violations.length === 0, github.violations);
}

function filesOf(folder: string, prefix = ''): Record<string, string> {
  const files: Record<string, string> = {};
  for (const name of readdirSync(join(folder, prefix))) {
    const path = prefix === '' ? name : `${prefix}/${name}`;
    if (statSync(join(folder, path)).isDirectory()) Object.assign(files, filesOf(folder, path));
    else files[path] = readFileSync(join(folder, path), 'utf8');
  }
  return files;
}

/** Variables for the configuration's secrets, as the workflow's `env` would set them. */
function secretsOf({ secrets }: HubConfig): Record<string, string> {
  return Object.fromEntries(
    Object.values(secrets).flatMap((one): [string, string][] =>
      'env' in one ? [[one.env, process.env[one.env] ?? '']] : [],
    ),
  );
}

/** The sandbox's settings without credentials, because a workflow signs in itself. */
function withoutCredentials(env: Readonly<Record<string, string>>): Record<string, string> {
  const hidden = /^(GOOGLE_OAUTH_ACCESS_TOKEN|KUBECONFIG|CLOUDSDK_.*)$/;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !hidden.test(name)));
}
