import { readFileSync } from 'node:fs';
import { loadConfig } from '../../../src/config/load.js';
import { parseSource } from '../../../src/config/yaml/source.js';
import { hubValues, readSources } from '../../../src/helm/values/layers.js';
import { FACTS_FILE } from '../../../src/helm/values/page/page.js';
import { PROFILES_FILE } from '../../../src/helm/values/profile-groups.js';
import { valueAt } from '../../../src/helm/values/values.js';
import { isObject, type Json } from '../../../src/json.js';
import { repoPath } from '../paths.js';

/** What the hub gets of the sample's profiles: KubeSpawner's list with groups, and what the start page says. */
export interface StartPageSample {
  readonly profiles: Json;
  readonly facts: Json;
}

/** The sample of the start page, by the code that makes the values of real hubs. */
export async function sampleStartPage(): Promise<StartPageSample> {
  const path = 'test/fixtures/start-page.yaml';
  const source = parseSource({ path, text: readFileSync(repoPath(path), 'utf8') });
  const { config, diagnostics } = loadConfig({ own: [source] }, repoPath());
  if (config === undefined) throw new Error(`${path}: ${diagnostics.map(({ message }) => message).join(' ')}`);
  const values = hubValues(config, await readSources(repoPath('helm')), {});
  const files = valueAt(values, 'hub.extraFiles');
  const data = (name: string): Json => {
    const file = isObject(files) ? files[name] : undefined;
    return (isObject(file) ? file.data : undefined) ?? null;
  };
  const listed = data(PROFILES_FILE);
  return { profiles: (isObject(listed) ? listed.profiles : undefined) ?? [], facts: data(FACTS_FILE) };
}
