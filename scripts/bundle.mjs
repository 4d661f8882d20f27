// Builds dist/ from src/: tsc → ncc. The bytes are the same for the same sources and lock file, so CI can compare them.
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { minify } from '@swc/core';

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
// Half the bytes, and a start that is some milliseconds shorter. Names of functions stay, for stacks that can be read.
const names = { keep_fnames: true, keep_classnames: true };
for (const file of readdirSync(out).filter((name) => name.endsWith('.js'))) {
  const text = readFileSync(join(out, file), 'utf8').replace(/^#!.*\n/, '');
  const { code } = await minify(text, { module: false, compress: names, mangle: names, format: { comments: false } });
  writeFileSync(join(out, file), `${file === 'index.js' ? '#!/usr/bin/env node\n' : ''}${code}\n`);
}
chmodSync(join(out, 'index.js'), 0o755);
