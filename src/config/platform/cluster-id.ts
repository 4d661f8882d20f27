import type { HubConfig } from '../model.js';

/** Names a GKE cluster. */
export interface ClusterId {
  readonly project: string;
  /** Region or zone. */
  readonly location: string;
  readonly name: string;
}

/** The cluster of a hub: that of its platform, or the one that exists already. */
export function clusterIdOf({
  project,
  location,
  platform,
}: Pick<HubConfig, 'project' | 'location' | 'platform'>): ClusterId {
  return { project, location, name: platform.name, ...platform.existing };
}

/** Whether this file's platform is made by terraform. Otherwise another file owns it, or somebody else made the cluster. */
export function makesPlatform({ platform }: Pick<HubConfig, 'platform'>): boolean {
  return platform.from === undefined && platform.existing === undefined;
}
