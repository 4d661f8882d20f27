// npm run bench -- commands [--before CHECKOUT]: how long each command takes as a whole process, and the bytes of the bundle.
// With another checkout, such as one of the release before, both run in turn in one run and the ratio is printed.
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from './bench-sandbox.mjs';
import { median, readEnv, time } from './bench-sync.mjs';
import { compile, root } from './setup.mjs';

const ROUNDS = 9;
/** A command may be this much slower than before without a mark. */
const LIMIT = 1.1;
const PERSON = '  - new@acme.dev\n';
const PROFILE = 'profiles:\n  - {name: bench, cpu: 1, memory: 2Gi}\n';

/** Each command: its arguments, and what is added to the files of the example in one round after the other. */
const COMMANDS = [
  { name: 'validate', args: ['validate'], rounds: [{}] },
  { name: 'plan', args: ['plan'], rounds: [{ 'users.yaml': PERSON, 'jupyterhub.yaml': PROFILE }] },
  { name: 'sync-users, nothing to do', args: ['sync-users'], rounds: [{}] },
  // Its end waits for the access reconciler, which reads the list every 2 s: the spread is as large as that.
  { name: 'sync-users, a person more or less', args: ['sync-users'], rounds: [{ 'users.yaml': PERSON }, {}] },
  { name: 'access report', args: ['access', 'report'], rounds: [{}] },
  { name: 'apply, nothing to do', args: ['apply'], rounds: [{}] },
];

/** Applies a hub with each version, each on a sandbox of its own, and prints a row for each command. */
export async function benchCommands(before) {
  const folder = mkdtempSync(join(tmpdir(), 'jupyterhub-gke-bench-'));
  const versions = [];
  try {
    console.log('Starting a sandbox for each version and applying a hub …');
    for (const [name, checkout] of Object.entries({ after: root, ...(before ? { before } : {}) })) {
      const version = startHub(checkout, join(folder, name));
      versions.push(version);
      for (const word of ['apply', 'sync-users']) await version.run([word]);
    }
    for (const command of COMMANDS) print(command.name, await measure(command, versions));
    for (const [kind, count] of [
      ['all files', () => true],
      ['loaded at the start', (file) => file === 'index.js'],
    ]) {
      const [after, old] = versions.map(({ checkout }) => bytes(join(checkout, 'dist'), count));
      const beside = old === undefined ? '' : `, before ${old} B (ratio ${(after / old).toFixed(2)})`;
      console.log(`  dist/, ${kind}: ${after} B${beside}`);
    }
  } finally {
    for (const { stop } of versions) stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A sandbox of a checkout, and its commands on a copy of the first example. */
function startHub(checkout, folder) {
  const sandbox = join(checkout, 'sandbox/lib/sandbox/src/main.js');
  if (checkout === root) compile('sandbox');
  else if (!existsSync(sandbox)) {
    execFileSync(process.execPath, [join(checkout, 'scripts/compile.mjs'), 'sandbox'], { stdio: 'inherit' });
  }
  const repository = join(folder, 'repository');
  mkdirSync(folder);
  cpSync(join(checkout, 'examples/quick-start'), repository, { recursive: true });
  const envFile = join(folder, 'hub.env');
  const config = join(repository, 'jupyterhub.yaml');
  const stop = startSandbox({ main: sandbox, envFile, config });
  const env = readEnv(envFile);
  const files = ['users.yaml', 'jupyterhub.yaml'].map((name) => [name, readFileSync(join(repository, name), 'utf8')]);
  return {
    checkout,
    stop,
    run: (args) => time(process.execPath, [join(checkout, 'dist/index.js'), ...args], { cwd: repository, env }),
    write: (more) => {
      for (const [name, text] of files) writeFileSync(join(repository, name), text + (more[name] ?? ''));
    },
  };
}

/** Milliseconds of a command with each version, in turn: what else the machine does hits all of them. */
async function measure({ args, rounds }, versions) {
  const times = versions.map(() => []);
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const more of rounds) {
      for (const [index, version] of versions.entries()) {
        version.write(more);
        const took = await version.run(args);
        // The first round warms the disk.
        if (round > 0) times[index].push(took);
      }
    }
  }
  for (const version of versions) version.write({});
  return times;
}

function print(name, [after, before]) {
  const ms = (list) => `${median(list).toFixed(0)} ms`;
  if (before === undefined) return console.log(`  ${name}: ${ms(after)} (median of ${after.length})`);
  // Round by round, for the load of the machine changes between them.
  const ratio = median(after.map((took, round) => took / before[round]));
  const mark = ratio > LIMIT ? '!' : '✓';
  console.log(
    `${mark} ${name}, after : before = ${ratio.toFixed(2)} (medians of ${after.length}: ${ms(after)} and ${ms(before)})`,
  );
}

function bytes(folder, isCounted) {
  const files = readdirSync(folder).filter(isCounted);
  return files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
}
