import type { RunNote } from '../../change/run-note.js';
import { makesPlatform } from '../../config/platform/cluster-id.js';
import type { DeploymentRecord } from '../../helm/release/record.js';
import { nodeAccountId } from '../../terraform/variables.js';
import type { Session } from '../session/session.js';

/**
 * The commands for registries that are new to this hub, those of its own project too: the role of the nodes,
 * roles/container.defaultNodeServiceAccount, reads no registry (GKE documentation, "Configure GKE node service accounts",
 * read 2026-12). The identity that applies may grant nothing there, and images that nodes may not read fail each start.
 */
export function registryNotes({ config }: Session, deployed: DeploymentRecord | undefined): readonly RunNote[] {
  const { registries, platform, project } = config;
  const before = String(deployed?.settings?.['images.registries'] ?? '').split(', ');
  const added = registries.filter((one) => !before.includes(one));
  if (added.length === 0) return [];
  const account = `${nodeAccountId(platform.name)}@${project}.iam.gserviceaccount.com`;
  const isKnown = makesPlatform(config) || platform.from !== undefined;
  return [{ code: 'registry-readers', registries: added, ...(isKnown && { account }) }];
}
