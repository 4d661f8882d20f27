// npm run sandbox: the embedded Google Cloud, Kubernetes and GitHub; `-- --help` lists what it does.
import { join } from 'node:path';
import { compile, installPackages, pass, root } from './setup.mjs';

installPackages();
compile('sandbox');
process.exitCode = await pass(
  process.execPath,
  [join(root, 'sandbox/lib/sandbox/src/main.js'), ...process.argv.slice(2)],
  {
    cwd: process.cwd(),
  },
);
