// npm run picture: draws docs/images/plan-comment-*.png, what README.md shows of a comment, in a Chromium that is fetched once.
import { join } from 'node:path';
import { compile, installPackages, pass, root } from './setup.mjs';

installPackages();
compile('sandbox');
process.exitCode = await pass(process.execPath, [join(root, 'sandbox/lib/sandbox/src/browser/main.js')]);
