// node scripts/bundle.mjs [FOLDER]: builds dist/ from src/: tsc → ncc → names. Same sources and lock file, same bytes.
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { licensesText } from './bundle-licenses.mjs';
import { chunkNames, moduleNames, withNames } from './bundle-names.mjs';
import { withSmallPackages } from './bundle-packages.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const out = process.argv[2] ?? join(root, 'dist');
execFileSync(process.execPath, [join(root, 'scripts/compile.mjs'), 'src'], { stdio: 'inherit' });
// ncc keeps a cache in the temp folder keyed by paths; a private one keeps two checkouts from mixing.
const scratch = mkdtempSync(join(tmpdir(), 'ncc-'));
let stats;
try {
  rmSync(out, { recursive: true, force: true });
  const ncc = join(root, 'node_modules/@vercel/ncc/dist/ncc/cli.js');
  const statsFile = join(scratch, 'stats.json');
  execFileSync(process.execPath, [ncc, 'build', 'lib/src/main.js', '-o', out, '--no-cache', '--stats-out', statsFile], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, TMPDIR: scratch },
  });
  stats = JSON.parse(readFileSync(statsFile, 'utf8'));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
// ncc copies the proto files of gRPC's channelz and xDS services, which no code that we call ever reads.
for (const folder of ['proto', 'protoc-gen-validate', 'xds'])
  rmSync(join(out, folder), { recursive: true, force: true });
const names = { modules: moduleNames(stats), chunks: chunkNames(stats) };
for (const file of readdirSync(out).filter((name) => name.endsWith('.js'))) {
  const id = /^(\d+)\.index\.js$/.exec(file)?.[1];
  const text = readFileSync(join(out, file), 'utf8').replace(/^#!.*\n/, '');
  const code = await withSmallPackages(withNames(text, names));
  rmSync(join(out, file));
  if (id === undefined) writeFileSync(join(out, file), `#!/usr/bin/env node\n${code}`);
  else writeFileSync(join(out, `${names.chunks.get(id)}.js`), code);
}
writeFileSync(join(out, 'licenses.txt'), licensesText(stats, root));
chmodSync(join(out, 'index.js'), 0o755);
