// npm run bench -- login: how long after the writes of sync-users a person is accepted or refused, on one sandbox.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compile, root } from './setup.mjs';

const ROUNDS = 5;
// Longer than the bench: what counts is the way by which a change comes first on GKE, the access reconciler's own reading.
const NEVER = 3_600_000;
const NOT_IN_IT = `Not included: on Google Cloud an IAM policy takes minutes to propagate. The emulator has it at once, so IAP's times are
those of the benchmark itself. The mounted files of the hub's list follow a change within about a minute on GKE. Here they
are held back: the hub's times are those of its access reconciler, which reads the list every 2 s.`;

/** Starts a sandbox with a hub, grants and revokes access, and prints when hub and IAP showed it. */
export async function benchLogin() {
  compile('sandbox');
  const part = (name) => import(join(root, 'sandbox/lib/sandbox/src', name));
  const { startSandbox } = await part('sandbox.js');
  const { readFiles } = await part('serve.js');
  const { createScenario } = await part('lifecycle/scenario.js');
  const { Reporter } = await part('lifecycle/reporter.js');
  const { PAUSE, timeAccess } = await part('lifecycle/access-times.js');
  const config = join(root, 'examples/quick-start/jupyterhub.yaml');
  const files = await readFiles(config);
  const dir = mkdtempSync(join(tmpdir(), 'jupyterhub-gke-bench-'));
  let stop = async () => {};
  const end = async () => {
    await stop();
    rmSync(dir, { recursive: true, force: true });
  };
  const interrupted = () => void end().finally(() => process.exit(1));
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, interrupted);
  try {
    console.log('Starting a sandbox and applying a hub …');
    let dataDelay = 0;
    const sandbox = await startSandbox({ config: files.config, dir, log: () => {}, dataDelay: () => dataDelay });
    stop = sandbox.stop;
    const { listedPeople } = await import(join(root, 'sandbox/lib/src/access/users/load.js'));
    const emails = listedPeople(files.principals).map(({ name }) => name);
    const scenario = createScenario(sandbox, new Reporter(() => {}), config, emails);
    await scenario.ask('apply', 'apply');
    dataDelay = NEVER;
    const times = await rounds(scenario, (change) => timeAccess({ sandbox, ...change }));
    print(times, PAUSE);
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM']) process.removeListener(signal, interrupted);
    await end();
  }
}

/** Each round grants a new person access and revokes it. The first round warms up and does not count. */
async function rounds(scenario, time) {
  const users = scenario.read('users.yaml');
  const times = { comes: [], goes: [] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    const email = `new${round}@acme.dev`;
    for (const comes of [true, false]) {
      const sync = () => {
        scenario.write('users.yaml', comes ? `${users}  - ${email}\n` : users);
        return scenario.ask('sync', 'sync-users');
      };
      const one = await time({ email, comes, sync });
      if (round > 0) times[comes ? 'comes' : 'goes'].push(one);
    }
  }
  return times;
}

/** What is polled: its key in the times, its name, and the writes from which its time counts. */
const CHECKS = [
  ['hub', 'the hub alone', ['list']],
  ['iap', 'IAP alone', ['policy']],
  ['browser', 'a browser, through both', ['list', 'policy']],
];

function print({ comes, goes }, pause) {
  const row = (name, ...cells) =>
    console.log(`  ${name.padEnd(52)}${cells.map((cell) => cell.padEnd(26)).join('')}`.trimEnd());
  console.log(`Seconds from a write to the first answer that shows it, asked again ${pause} ms after each answer`);
  row(`median of ${ROUNDS} (least to most)`, "hub's list (ConfigMap)", "IAP's policy");
  for (const [check, name, writes] of CHECKS) {
    for (const [verb, times] of [
      ['login accepted', comes],
      ['request refused', goes],
    ]) {
      const since = (write) => (writes.includes(write) ? seconds(times.map((one) => one[check] - one[write])) : '-');
      row(`first ${verb}, ${name}`, since('list'), since('policy'));
    }
  }
  const both = [...comes, ...goes];
  const after = (name) => seconds(both.map((one) => one[name] - one.list));
  row('policy written', after('policy'), '-');
  row('end of sync-users', after('end'), '-');
  console.log(NOT_IN_IT);
}

/** Median, least and most of milliseconds, in seconds. */
function seconds(list) {
  const sorted = list.map((one) => one / 1000).sort((a, b) => a - b);
  const text = (one = 0) => one.toFixed(2);
  return `${text(sorted[sorted.length >> 1])} (${text(sorted[0])} to ${text(sorted.at(-1))})`;
}
