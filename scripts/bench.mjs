// npm run bench [-- validate|plan|sync|login|commands [--before CHECKOUT]]: whole processes against each other in one run, as
// ratios, and for login the seconds after which a change of people counts. Times of one machine say nothing about another.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { benchCommands } from './bench-commands.mjs';
import { benchLogin } from './bench-login.mjs';
import { benchPlan } from './bench-plan.mjs';
import { benchSync } from './bench-sync.mjs';
import { installPackages, root } from './setup.mjs';

const NAMES = ['validate', 'plan', 'sync', 'login', 'commands'];
const { values, positionals: wanted } = parseArgs({ options: { before: { type: 'string' } }, allowPositionals: true });
if (wanted.some((name) => !NAMES.includes(name))) {
  console.error(`npm run bench [-- ${NAMES.join('|')} [--before CHECKOUT]]: without a name all of them run`);
  process.exit(2);
}
installPackages();
const folder = mkdtempSync(join(tmpdir(), 'jupyterhub-gke-bench-'));
const SIX =
  'apiVersion: jupyterhub-gke/v1\nname: bench\nproject: acme-bench\nlocation: us-central1\nstate: {bucket: acme-bench-tfstate}\nusers: users.yaml\n';
const validate = [join(root, 'dist/index.js'), 'validate'];

/** Medians in milliseconds of several commands, run in turn so that what else the machine does hits all of them. */
function measure(commands, rounds) {
  const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, { args, cwd }] of Object.entries(commands)) {
      const from = process.hrtime.bigint();
      execFileSync(process.execPath, args, { cwd, stdio: 'ignore' });
      if (round > 0) times[name].push(Number(process.hrtime.bigint() - from) / 1e6); // the first round warms the disk
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, all.sort((a, b) => a - b)[rounds >> 1]]));
}

/** Runs one comparison and says its ratio; a ratio over the limit fails the bench. */
function compare({ title, limit, rounds, ours, floor }) {
  const median = measure({ floor, ours }, rounds);
  const ratio = median.ours / median.floor;
  const isOver = ratio > limit;
  console.log(
    `${isOver ? '✗' : '✓'} ${title} = ${ratio.toFixed(2)} (at most ${limit}; medians of ${rounds}: ${median.ours.toFixed(0)} and ${median.floor.toFixed(0)} ms)`,
  );
  if (isOver) process.exitCode = 1;
}

/** A folder with a configuration and the given users file. */
function repository(name, users) {
  const path = join(folder, name);
  mkdirSync(path);
  writeFileSync(join(path, 'jupyterhub.yaml'), `${SIX}access: {entry: {group: hub-users@acme.dev}}\n`);
  writeFileSync(join(path, 'users.yaml'), users);
  return path;
}

function program(name, text) {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** Ten thousand people, a third of them with more than an address. */
function manyPeople() {
  const lines = Array.from({ length: 10_000 }, (_, index) => {
    const email = `person${index}@acme.dev`;
    return index % 3 === 0 ? `  - {email: ${email}, until: 2099-12-31, groups: [ml]}` : `  - ${email}`;
  });
  return `users:\n  - {email: ada@acme.dev, admin: true}\n${lines.join('\n')}\n`;
}

const runs = (name) => wanted.length === 0 || wanted.includes(name);

try {
  if (runs('validate')) benchValidate();
  if (runs('plan')) await benchPlan();
  if (runs('sync')) await benchSync();
  if (runs('login')) await benchLogin();
  if (runs('commands')) await benchCommands(values.before === undefined ? undefined : resolve(values.before));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function benchValidate() {
  compare({
    title: 'validate, six lines : empty node program',
    limit: 2,
    rounds: 15,
    ours: { args: validate, cwd: repository('six', 'users:\n  - {email: ada@acme.dev, admin: true}\n') },
    floor: { args: [program('empty.js', '')], cwd: folder },
  });
  const cwd = repository('many', manyPeople());
  const library = JSON.stringify(join(root, 'node_modules/yaml/dist/index.js'));
  const parse = program(
    'parse.js',
    `require(${library}).parse(require('node:fs').readFileSync('users.yaml', 'utf8'));\n`,
  );
  compare({
    title: 'validate, 10,000 people : parsing their YAML alone',
    limit: 1.5,
    rounds: 7,
    ours: { args: validate, cwd },
    floor: { args: [parse], cwd },
  });
}
