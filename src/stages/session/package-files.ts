import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A folder of the product, beside the bundle. */
export function productFolder(name: 'terraform' | 'helm' | 'templates'): string {
  // The bundle is dist/index.js of a checkout or of an installed package, where bin is a link to it.
  return join(dirname(realpathSync(process.argv[1] ?? '')), '..', name);
}
