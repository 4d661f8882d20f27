// Fails when the committed dist/ is not what the sources give now.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './setup.mjs';

const fresh = mkdtempSync(join(tmpdir(), 'dist-'));
try {
  execFileSync(process.execPath, [join(root, 'scripts/bundle.mjs'), fresh], { stdio: 'inherit' });
  const stale = differences(fresh, join(root, 'dist'));
  if (stale.length > 0) {
    console.error(`dist/ is stale: ${stale.join(', ')}. Run "npm run bundle" and commit dist/ in a commit of its own.`);
    process.exitCode = 1;
  }
} finally {
  rmSync(fresh, { recursive: true, force: true });
}

/** Paths of the files that one of two folders lacks or has with other bytes. */
function differences(one, other) {
  const [left, right] = [filesOf(one), filesOf(other)];
  const paths = [...new Set([...left.keys(), ...right.keys()])].sort();
  return paths.filter((path) => !(left.get(path) ?? Buffer.alloc(0)).equals(right.get(path) ?? Buffer.alloc(0)));
}

function filesOf(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1));
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path))]));
}
