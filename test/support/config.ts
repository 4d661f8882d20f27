import { type LoadedConfig, loadConfig } from '../../src/config/load.js';
import { parseSource, type SourceFile } from '../../src/config/yaml/source.js';

/** Six lines that are a whole configuration. */
export const SIX = `apiVersion: jupyterhub-gke/v1
name: research
project: acme-research
location: us-central1
state: {bucket: acme-research-tfstate}
users: users.yaml
`;

/** Loads one configuration file that extends nothing. */
export function loadText(file: SourceFile, baseDir: string): LoadedConfig {
  return loadConfig({ own: [parseSource(file)] }, baseDir);
}
