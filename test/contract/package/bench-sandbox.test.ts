import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@jest/globals';
import { repoPath } from '../../../sandbox/src/paths.js';

test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
  'a benchmark that %s ends leaves no sandbox behind',
  async (signal) => {
    const folder = mkdtempSync(join(tmpdir(), 'jupyterhub-gke-bench-'));
    try {
      const calls = join(folder, 'calls');
      const main = join(folder, 'main.mjs');
      writeFileSync(
        main,
        `import { appendFileSync } from 'node:fs'; appendFileSync(${JSON.stringify(calls)}, process.argv.slice(2).join(' ') + '\\n');`,
      );
      const bench = join(folder, 'bench.mjs');
      writeFileSync(
        bench,
        `import { startSandbox } from ${JSON.stringify(pathToFileURL(repoPath('scripts/bench-sandbox.mjs')).href)};
startSandbox({ main: ${JSON.stringify(main)}, envFile: 'hub.env', config: 'hub.yaml' });
console.log('started');
setInterval(() => {}, 1000);`,
      );
      const child = spawn(process.execPath, [bench], { stdio: ['ignore', 'pipe', 'inherit'] });
      await once(child.stdout, 'data');
      child.kill(signal);
      const [code] = await once(child, 'exit');
      expect(code).toBeGreaterThan(128);
      expect(readFileSync(calls, 'utf8')).toBe('up --env hub.env --config hub.yaml\ndown --env hub.env\n');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
