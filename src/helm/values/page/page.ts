import type { HubConfig, JsonObject } from '../../../config/model.js';
import { dataFile, HUB_FOLDER, READ_ONLY } from '../hub-files.js';
import { standardOf } from '../profiles.js';
import { profileFacts } from './facts.js';

/** Texts of helm/hub/templates: the hub's own pages, and their style. */
export const PAGE_FILES = [
  '404.html',
  'error.html',
  'form.html',
  'not_running.html',
  'spawn.html',
  'spawn_pending.html',
  'stop_pending.html',
  'style.css',
] as const;

/** Texts of the pages by their names. */
export type PageFiles = Readonly<Record<(typeof PAGE_FILES)[number], string>>;

/** Folder of the pages in the hub's container. Folders of `hub.templatePaths` come before it. */
export const PAGE_FOLDER = `${HUB_FOLDER}/jupyterhub-gke-templates`;

/** Key of `hub.extraFiles` with what the start page says of each profile. */
export const FACTS_FILE = 'jupyterhub-gke-start-page.json';

/** Values that give the hub its own pages and what they say of each profile. */
export function pageValues(config: Pick<HubConfig, 'name' | 'profiles' | 'cost'>, files: PageFiles): JsonObject {
  const pages = PAGE_FILES.map((name) => [
    `jupyterhub-gke-${name}`,
    { mountPath: `${PAGE_FOLDER}/${name}`, stringData: files[name], mode: READ_ONLY },
  ]);
  const profiles = Object.fromEntries(config.profiles.map((one) => [one.name, profileFacts(one, config.cost)]));
  const standard = standardOf(config.profiles)?.name;
  return {
    hub: {
      extraFiles: {
        ...Object.fromEntries(pages),
        ...dataFile(FACTS_FILE, {
          hub: config.name,
          ...(standard === undefined ? {} : { default: standard }),
          profiles,
        }),
      },
    },
  };
}
