// npm test: everything that CI runs. Each tier is named with its time; the last line sums up, a skip is named with its reason.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeProgram, OTHER, withNode } from './node.mjs';
import { compile, installPackages, root } from './setup.mjs';

/** Tests that start the bundle, the actions and the scripts: what another Node.js is most likely to break. */
const SLICE = [
  'contract/validate',
  'contract/package/actions.test',
  'contract/package/package.test',
  'contract/github',
];
const sums = { passed: 0, failed: 0, skipped: 0 };
const failures = [];
const skips = [];
const scratch = mkdtempSync(join(tmpdir(), 'jupyterhub-gke-test-'));
const children = new Set();
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    for (const child of children) child.kill('SIGTERM');
    process.exitCode = 1;
  });
}

/** Runs a program and shows what it prints; gives exit code and text. */
function run(program, args, { quiet = false, env = {}, limit = 40 * 60_000 } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    children.add(child);
    // A suite that hangs must end in a report, not in the end of the machine's patience.
    let text = '';
    const timer = setTimeout(() => {
      text += `\n${program} was ended: it ran for ${limit / 60_000} minutes, which is the limit`;
      child.kill('SIGKILL');
    }, limit);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk) => {
        text += chunk;
        if (!quiet) process.stdout.write(chunk);
      });
    }
    child.on('error', (error) => resolve({ code: 1, text: `${program} could not be started: ${error.message}` }));
    child.on('close', (code) => {
      clearTimeout(timer);
      children.delete(child);
      resolve({ code: code ?? 1, text });
    });
  });
}

async function tier(name, work) {
  const from = Date.now();
  console.log(`\n── ${name}`);
  await work();
  console.log(`── ${name}: ${Math.round((Date.now() - from) / 1000)} s`);
}

/** One check that passes or fails as a whole; its output is shown when it fails. */
async function gate(name, program, args, options = {}) {
  const { code, text } = await run(program, args, { quiet: true, ...options });
  note(name, code === 0, text);
}

/** A gate whose program may be out of reach: it says SKIPPED and why, which is counted and named. */
async function gateOrSkip(name, program, args) {
  const { code, text } = await run(program, args, { quiet: true });
  const left = /^SKIPPED (.+)$/m.exec(text)?.[1];
  if (left === undefined || code !== 0) return note(name, code === 0, text);
  sums.skipped += 1;
  skips.push(left);
  console.log(`- ${name}: skipped`);
}

function note(name, passed, text = '') {
  sums[passed ? 'passed' : 'failed'] += 1;
  console.log(`${passed ? '✓' : '✗'} ${name}`);
  if (passed) return;
  failures.push(name);
  console.log(text.slice(-6000));
}

/**
 * Runs the tests below folders of test/ and sandbox/test/ and counts them one by one. Each worker of contract and e2e may
 * run an API server, a hub and terraform, so that more than two of them would wait for each other.
 */
async function jest(folders, { program = process.execPath, workers = '2' } = {}) {
  const report = join(scratch, 'jest.json');
  rmSync(report, { force: true });
  const { text } = await run(
    program,
    [
      '--experimental-vm-modules',
      '--no-warnings',
      join(root, 'node_modules/jest/bin/jest.js'),
      ...folders.map((folder) => `test/${folder}`),
      '--json',
      `--outputFile=${report}`,
      '--testLocationInResults',
      `--maxWorkers=${workers}`,
    ],
    { env: withNode(program) },
  );
  if (!existsSync(report)) return note(`jest ${folders.join(' ')}`, false, text);
  const result = JSON.parse(readFileSync(report, 'utf8'));
  const skipped = [...new Set([...text.matchAll(/SKIPPED (.+)/g)].map((match) => match[1].trim()))];
  skips.push(...skipped);
  sums.passed += Math.max(0, result.numPassedTests - skipped.length);
  sums.failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
  sums.skipped += skipped.length;
  for (const suite of result.testResults) {
    for (const test of suite.assertionResults) if (test.status === 'failed') failures.push(`${test.fullName}`);
    if (suite.status === 'failed' && suite.assertionResults.length === 0)
      failures.push(suite.name.slice(root.length + 1));
    const left = suite.assertionResults.filter(({ status }) => status === 'pending' || status === 'todo');
    for (const { fullName } of left) failures.push(`${fullName} (switched off)`);
    sums.failed += left.length;
  }
}

/** The workflows of this repository and of the examples. */
function workflows() {
  const text = execFileSync('git', ['ls-files', '*.github/workflows/*.yml'], { cwd: root, encoding: 'utf8' });
  return text.split('\n').filter((line) => line !== '');
}

/** Terraform, or OpenTofu where PATH has only that. */
function terraformProgram() {
  const isThere = (name) => spawnSync(name, ['version'], { stdio: 'ignore' }).status === 0;
  return !isThere('terraform') && isThere('tofu') ? 'tofu' : 'terraform';
}

async function pytest() {
  const tools = await run(process.execPath, [join(root, 'sandbox/lib/sandbox/src/tools/main.js'), 'python'], {
    quiet: true,
  });
  const python = /^python (\/\S+)/m.exec(tools.text)?.[1];
  if (!python) return note('python', false, tools.text);
  const { text } = await run(python, ['-m', 'pytest', '-q', '-p', 'no:cacheprovider', '-rs', 'test/python']);
  const count = (word) => Number(new RegExp(`(\\d+) ${word}`).exec(text)?.[1] ?? 0);
  sums.passed += count('passed');
  sums.failed += count('failed') + count('errors?');
  sums.skipped += count('skipped');
  if (count('failed') + count('errors?') > 0 || count('passed') === 0) failures.push('pytest test/python');
  if (count('passed') === 0) sums.failed += 1;
  for (const match of text.matchAll(/^SKIPPED \[\d+\] (.+)$/gm)) skips.push(match[1]);
}

const node = process.execPath;
installPackages();
compile('sandbox');
// The Go programs take the longest from an empty cache, and nothing of the first tiers needs them.
const tools = run(node, [join(root, 'sandbox/lib/sandbox/src/tools/main.js')], { quiet: true, limit: 60 * 60_000 });

await tier('gates', async () => {
  await gate('types', node, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json']);
  await gate('lint and import direction', node, ['node_modules/@biomejs/biome/bin/biome', 'ci', '.']);
  await gate('generated types, validators and documentation are fresh', node, ['scripts/generate.mjs', '--check']);
  await gate('dist/ is fresh', node, ['scripts/dist-fresh.mjs']);
  await gate('no path of a machine, no registry host', node, ['scripts/clean-words.mjs']);
  await gate('terraform fmt', terraformProgram(), ['fmt', '-check', '-recursive', 'terraform']);
});
await tier(`unit, Node.js ${process.versions.node}`, () => jest(['unit'], { workers: '100%' }));
await tier('tools', async () => {
  const { code, text } = await tools;
  note('all programs of the sandbox are there', code === 0, text);
  const actionlint = /^actionlint (\/\S+)/m.exec(text)?.[1];
  if (actionlint) await gate('actionlint', actionlint, ['-no-color', ...workflows()]);
  else note('actionlint', false, text);
  const python = /^python (\/\S+)/m.exec(text)?.[1];
  for (const script of ['zizmor', 'python-checks ruff', 'python-checks mypy']) {
    const [file, ...args] = script.split(' ');
    if (python) await gateOrSkip(script, node, [`scripts/${file}.mjs`, ...args, python]);
    else note(script, false, text);
  }
});
await tier('python', pytest);
await tier('contract', () => jest(['contract']));
await tier('e2e', async () => {
  const life = await run(node, [join(root, 'sandbox/lib/sandbox/src/main.js')]);
  note('the lifecycle of a hub', life.code === 0);
  // Numbered like the checks of jest: a skip is counted, and named below.
  const left = [...life.text.matchAll(/SKIPPED (.+)/g)].map((match) => match[1].trim());
  skips.push(...left);
  sums.skipped += left.length;
  await jest(['e2e']);
});
// Everything above ran with one of the two versions that are supported.
await tier(`Node.js ${OTHER}`, async () => {
  const program = nodeProgram(OTHER);
  const env = withNode(program);
  await gate(`Node.js ${OTHER} makes the same dist/`, program, ['scripts/dist-fresh.mjs'], { env });
  await jest(['unit'], { program, workers: '100%' });
  await jest(SLICE, { program });
});
rmSync(scratch, { recursive: true, force: true });

console.log('');
for (const name of skips) console.log(`skipped: ${name}`);
for (const name of failures) console.log(`failed: ${name}`);
console.log(`${sums.passed} passed, ${sums.failed} failed, ${sums.skipped} skipped`);
process.exitCode = sums.failed > 0 ? 1 : 0;
