// Compiles src/ to lib/ (input of the bundler) and sandbox/src/ to sandbox/lib/ (run by node as ES modules).
import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const tsc = join(root, 'node_modules/typescript/bin/tsc');
const wanted = process.argv.slice(2);
const targets = wanted.length > 0 ? wanted : ['src', 'sandbox'];

for (const target of targets) {
  const out = join(root, target === 'src' ? 'lib' : 'sandbox/lib');
  rmSync(out, { recursive: true, force: true });
  execFileSync(process.execPath, [tsc, '-p', join(root, `tsconfig.${target}.json`)], { stdio: 'inherit' });
  // ncc breaks when it sees "type": "module", so only the sandbox's output is marked as ES modules.
  if (target === 'sandbox') writeFileSync(join(out, 'package.json'), '{"type":"module"}\n');
}
