import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { repoPath } from '../../../sandbox/src/paths.js';
import { run } from '../../../src/system/exec.js';

const CONFIG = `apiVersion: jupyterhub-gke/v1
name: research
project: acme-research
location: us-central1
state: {bucket: acme-research-tfstate}
users: users.yaml
`;
/** Runs before the bundle and writes the files that were loaded when it ends. */
const HOOK = `process.on('exit', () => require('node:fs').writeFileSync(process.env.LOADED, JSON.stringify(Object.keys(require.cache))));`;

test('validate in a terminal loads the YAML parser and our own code, and no client of GitHub, Google or the runner', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'loaded-'));
  try {
    writeFileSync(join(folder, 'hook.cjs'), HOOK);
    writeFileSync(join(folder, 'jupyterhub.yaml'), CONFIG);
    writeFileSync(join(folder, 'users.yaml'), 'users: [ada@acme.dev]\n');
    const args = ['--require', join(folder, 'hook.cjs'), repoPath('dist/index.js'), 'validate'];
    // A proxy that is set must not cost anything here either.
    const env = { LOADED: join(folder, 'loaded.json'), PATH: process.env.PATH, HTTPS_PROXY: 'http://127.0.0.1:9' };
    const { code, stderr } = await run(process.execPath, args, { cwd: folder, env });
    expect([stderr, code]).toEqual(['', 0]);
    const files = JSON.parse(readFileSync(env.LOADED, 'utf8')) as string[];
    const bundle = files.filter((file) => file.startsWith(repoPath('dist')));
    expect(bundle.map((file) => basename(file)).sort()).toEqual([
      'config-schema.js',
      'index.js',
      'validate.js',
      'yaml.js',
    ]);
    // Comments of the bundle and module names tell which packages a chunk holds.
    const text = bundle.map((file) => readFileSync(file, 'utf8')).join('\n');
    expect(text).not.toMatch(/["/](@actions|@google-cloud|@octokit|google-gax|google-auth-library|undici)\//);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
