// Builds dist/ from src/: tsc → ncc. The bytes are the same for the same sources and lock file, so CI can compare them.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const out = process.argv[2] ?? join(root, 'dist');
execFileSync(process.execPath, [join(root, 'scripts/compile.mjs'), 'src'], { stdio: 'inherit' });
// ncc keeps a cache in the temp folder keyed by paths; a private one keeps two checkouts from mixing.
const cache = mkdtempSync(join(tmpdir(), 'ncc-'));
try {
  rmSync(out, { recursive: true, force: true });
  execFileSync(
    process.execPath,
    [
      join(root, 'node_modules/@vercel/ncc/dist/ncc/cli.js'),
      'build',
      'lib/src/main.js',
      '-o',
      out,
      '--no-cache',
      '--license',
      'licenses.txt',
    ],
    { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, TMPDIR: cache } },
  );
} finally {
  rmSync(cache, { recursive: true, force: true });
}
// ncc copies the proto files of gRPC's channelz and xDS services, which no code that we call ever reads.
for (const folder of ['proto', 'protoc-gen-validate', 'xds'])
  rmSync(join(out, folder), { recursive: true, force: true });
const entry = join(out, 'index.js');
writeFileSync(entry, `#!/usr/bin/env node\n${readFileSync(entry, 'utf8').replace(/^#!.*\n/, '')}`, { mode: 0o755 });
