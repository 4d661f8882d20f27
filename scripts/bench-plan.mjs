// npm run bench -- plan: whether terraform, helm and the people are planned side by side, on one sandbox in one run.
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from './bench-sandbox.mjs';
import { median, readEnv, SANDBOX, time } from './bench-sync.mjs';
import { compile, root } from './setup.mjs';

const ROUNDS = 9;
const LIMIT = 1.15;
/** Milliseconds of a call of Google's APIs in the second series: far less than most of them take. */
const DELAY = 100;

/**
 * Stands before a program on PATH and notes when it was at work, in microseconds. What the clock itself takes, some
 * milliseconds for each program, counts as time in which none was.
 */
const CLOCK = (bash, name, real, file) => `#!${bash}
from=$EPOCHREALTIME
'${real}' "$@"
code=$?
echo "${name} $from $EPOCHREALTIME" >>'${file}'
exit $code
`;

/** Something to plan in each area: a person, a profile, and the protection of the platform. */
const CHANGES = {
  'users.yaml': '  - new@acme.dev\n',
  'jupyterhub.yaml': 'profiles:\n  - {name: bench, cpu: 1, memory: 2Gi}\nplatform: {deletionProtection: false}\n',
};

/** The same for the area that takes longest: helm and people have nothing to do. */
const PLATFORM = { 'jupyterhub.yaml': 'platform: {deletionProtection: false}\n' };

/** Applies a hub, changes its files, and prints how long a plan takes beside its slowest part. */
export async function benchPlan() {
  compile('sandbox');
  const folder = mkdtempSync(join(tmpdir(), 'jupyterhub-gke-bench-'));
  const repository = join(folder, 'repository');
  cpSync(join(root, 'examples/quick-start'), repository, { recursive: true });
  const config = join(repository, 'jupyterhub.yaml');
  const envFile = join(folder, 'hub.env');
  const clock = join(folder, 'clock');
  console.log('Starting a sandbox and applying a hub …');
  const stop = startSandbox({ main: SANDBOX, envFile, config });
  try {
    const env = readEnv(envFile);
    const run = (...args) => time(process.execPath, [join(root, 'dist/index.js'), ...args], { cwd: repository, env });
    await run('apply');
    await run('sync-users');
    const files = Object.keys(CHANGES).map((name) => [name, readFileSync(join(repository, name), 'utf8')]);
    const write = (changes) => {
      for (const [name, text] of files) writeFileSync(join(repository, name), text + (changes[name] ?? ''));
    };
    const measure = async () => {
      write({});
      const people = await times(() => run('sync-users'));
      write(PLATFORM);
      const alone = await times(() => run('plan'));
      write(CHANGES);
      const all = await times(() => run('plan'));
      env.PATH = timed;
      const parts = { terraform: [], helm: [], before: [], between: [], after: [] };
      const whole = await times(async () => {
        writeFileSync(clock, '');
        const began = Date.now();
        const took = await run('plan');
        note(parts, spansOf(clock), began, took);
        return took;
      });
      env.PATH = plain;
      return { whole, lists: { ...parts, people }, beside: median(all) / median(alone) };
    };
    const [plain, timed] = [env.PATH, `${clocks(folder, clock, env)}:${env.PATH ?? process.env.PATH}`];
    const atOnce = await measure();
    await slowDown(env.JUPYTERHUB_SANDBOX_GOOGLE_URL, DELAY);
    print(atOnce, env, await measure());
  } finally {
    stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Notes when terraform and helm were at work in one plan, and when no terraform was. */
function note(parts, spans, began, took) {
  for (const name of ['terraform', 'helm']) parts[name].push(atWork(spans, name));
  const terraform = spans.filter(({ name }) => name === 'terraform');
  parts.before.push(Math.min(...terraform.map(({ from }) => from)) - began);
  parts.after.push(began + took - Math.max(...terraform.map(({ to }) => to)));
  const [work, before, after] = ['terraform', 'before', 'after'].map((name) => parts[name].at(-1));
  parts.between.push(took - before - work - after);
}

/** Makes each call of Google's APIs take longer, as the way to them does. */
async function slowDown(google, delayMs) {
  const body = JSON.stringify({ method: '*', delayMs, times: 1_000_000 });
  const answer = await fetch(`${google}/_sandbox/faults`, { method: 'POST', body });
  if (!answer.ok) throw new Error(`The sandbox takes no delay: ${await answer.text()}`);
}

/** Folder with a clock for terraform and one for helm. */
function clocks(folder, clock, env) {
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  const main = join(root, 'sandbox/lib/sandbox/src/tools/main.js');
  const found = execFileSync(process.execPath, [main, 'terraform', 'helm'], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  const bash = execFileSync('bash', ['-c', 'echo "$BASH"'], { encoding: 'utf8' }).trim();
  for (const [, name, real] of found.matchAll(/^(terraform|helm) (\/\S+)/gm)) {
    writeFileSync(join(bin, name), CLOCK(bash, name, real, clock));
    chmodSync(join(bin, name), 0o755);
  }
  return bin;
}

/** When programs were at work, in milliseconds. */
function spansOf(clock) {
  return [...readFileSync(clock, 'utf8').matchAll(/^(\S+) (\S+) (\S+)$/gm)].map(([, name, from, to]) => ({
    name,
    from: Number(from) * 1000,
    to: Number(to) * 1000,
  }));
}

/** Milliseconds in which at least one process of the program was at work: its waits for others do not count as its own. */
function atWork(spans, wanted) {
  const own = spans.filter(({ name }) => name === wanted).sort((a, b) => a.from - b.from);
  if (own.length === 0) throw new Error(`plan did not start ${wanted}`);
  let [sum, end] = [0, 0];
  for (const { from, to } of own) {
    sum += Math.max(0, to - Math.max(from, end));
    end = Math.max(end, to);
  }
  return sum;
}

/** Several times of the same; the first, which warms the disk, does not count. */
async function times(work) {
  const all = [];
  for (let round = 0; round <= ROUNDS; round += 1) all.push(await work());
  return all.slice(1);
}

function print(atOnce, env, delayed) {
  const { ratio, slowest, took } = ratioOf(atOnce);
  const isOver = ratio > LIMIT;
  const ms = (time) => `${time.toFixed(0)} ms`;
  console.log(
    `${isOver ? '✗' : '✓'} plan with a change in each area : ${slowest}, its slowest part = ${ratio.toFixed(2)} (at most ${LIMIT}; medians of ${ROUNDS}: ${ms(took.whole)} and ${ms(took[slowest])})`,
  );
  console.log(
    `  terraform at work ${ms(took.terraform)}, helm at work ${ms(took.helm)}, sync-users without a change ${ms(took.people)}`,
  );
  console.log(
    `  no terraform at work: ${ms(took.before)} before the first, ${ms(took.between)} between two, ${ms(took.after)} after the last`,
  );
  const slow = ratioOf(delayed);
  console.log(
    `  with ${DELAY} ms for each call of Google's APIs: ${slow.slowest}, its slowest part = ${slow.ratio.toFixed(2)} (medians: ${ms(slow.took.whole)} and ${ms(slow.took[slow.slowest])})`,
  );
  console.log(
    `  beside a plan in which terraform alone has something to do = ${atOnce.beside.toFixed(2)}, with slower APIs ${delayed.beside.toFixed(2)}`,
  );
  console.log(
    `  google provider: ${env.TF_REATTACH_PROVIDERS ? 'the stand-in, which runs already and answers at once; the real one was not measured' : 'the real one'}`,
  );
  if (isOver) process.exitCode = 1;
}

/** How long a plan takes beside its slowest part. */
function ratioOf({ whole, lists }) {
  const medians = Object.entries(lists).map(([name, list]) => [name, median(list.slice(-ROUNDS))]);
  const took = { ...Object.fromEntries(medians), whole: median(whole) };
  const slowest = ['terraform', 'helm', 'people'].reduce((a, b) => (took[b] > took[a] ? b : a));
  // Round by round: what else the machine does hits both. `people` was timed before, in no round of these.
  const part = slowest === 'people' ? whole.map(() => took.people) : lists[slowest].slice(-ROUNDS);
  return { ratio: median(whole.map((time, round) => time / part[round])), slowest, took };
}
