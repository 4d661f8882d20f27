// npm run bench: whole processes against each other in one run, as ratios. Times of one machine say nothing about another.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installPackages, root } from './setup.mjs';

const ROUNDS = 15;
installPackages();
const folder = mkdtempSync(join(tmpdir(), 'jupyterhub-gke-bench-'));
const empty = join(folder, 'empty.js');
writeFileSync(empty, '');
writeFileSync(
  join(folder, 'jupyterhub.yaml'),
  'apiVersion: jupyterhub-gke/v1\nname: bench\nproject: acme-bench\nlocation: us-central1\nstate: {bucket: acme-bench-tfstate}\nusers: users.yaml\n',
);
writeFileSync(join(folder, 'users.yaml'), 'users:\n  - {email: ada@acme.dev, admin: true}\n');

/** Milliseconds of each of several commands, run in turn so that what else the machine does hits all of them. */
function measure(commands) {
  const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [name, args] of Object.entries(commands)) {
      const from = process.hrtime.bigint();
      execFileSync(process.execPath, args, { cwd: folder, stdio: 'ignore' });
      if (round > 0) times[name].push(Number(process.hrtime.bigint() - from) / 1e6); // the first round warms the disk
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, all.sort((a, b) => a - b)[ROUNDS >> 1]]));
}

try {
  const median = measure({ empty: [empty], validate: [join(root, 'dist/index.js'), 'validate'] });
  const ratio = median.validate / median.empty;
  console.log(
    `validate, six lines : empty node program = ${ratio.toFixed(2)} (at most 2; medians of ${ROUNDS}: ${median.validate.toFixed(0)} and ${median.empty.toFixed(0)} ms)`,
  );
  if (ratio > 2) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
