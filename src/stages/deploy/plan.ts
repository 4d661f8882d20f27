import type { PurgePlan } from '../../access/homes/purge-plan.js';
import type { ChangeSet } from '../../change/change.js';
import type { RunNote } from '../../change/run-note.js';
import type { UploadedCertificate } from '../../cloud/compute/certificates.js';
import { stateExists } from '../../cloud/project.js';
import { makesPlatform } from '../../config/platform/cluster-id.js';
import type { Drift } from '../../helm/release/drift.js';
import type { DeploymentRecord } from '../../helm/release/record.js';
import type { PreparedRelease, RenderedRelease } from '../../helm/release/release.js';
import { settingsChange } from '../../helm/release/settings.js';
import { allEnded } from '../../system/all-settled.js';
import type { RootPlan } from '../../terraform/root.js';
import { type RootName, statePrefix } from '../../terraform/variables.js';
import { checkPlatform } from '../preflight/platform.js';
import { registryNotes } from '../preflight/registries.js';
import { refuseMove } from '../review/moved.js';
import { connectCluster } from '../session/cluster.js';
import { openRoots, type Roots } from '../session/programs.js';
import type { Session } from '../session/session.js';
import { checkCertificate, subdomainNotes } from '../session/subdomains.js';
import { checkZones } from '../zones/check.js';
import { clusterNotes } from './cluster-notes.js';
import { keptDisksNote } from './kept-homes.js';

/** Plans of the roots; the platform's where this hub owns it. */
interface RootPlans {
  readonly platform: RootPlan | undefined;
  readonly hub: RootPlan;
}

/** All that a run would do, and what the doing needs. */
export interface HubPlan {
  readonly changeSet: ChangeSet;
  /** What a reader has to know besides. Where users files were read stands in the log already: see `originNotes`. */
  readonly notes: readonly RunNote[];
  /** False where there is no cluster that answers. */
  readonly hasCluster: boolean;
  /** The certificate of a hub with subdomains. */
  readonly certificate: UploadedCertificate | undefined;
  readonly roots: Roots;
  readonly terraform: RootPlans;
  readonly prepared: PreparedRelease;
  /** What was rendered for the plan, with its chart on disk. Undefined where helm has nothing to do. */
  readonly rendered: RenderedRelease | undefined;
  readonly deployed: DeploymentRecord | undefined;
  /** Where the cluster differs from what was deployed. */
  readonly drift: readonly Drift[];
  /** The homes that storage.purge deletes. */
  readonly purge: PurgePlan;
}

/**
 * Plans platform, hub and people side by side. With `lock` the plan can be applied and holds the state's lock while it
 * is made; without it nothing is written anywhere. What does not exist yet counts as to be created.
 */
export async function planHub(session: Session, options: { readonly lock: boolean }): Promise<HubPlan> {
  const { config } = session;
  session.step('plan');
  const connecting = connectCluster(session);
  connecting.catch(() => {}); // reported by the plan that needs it
  const [[[, [certificate, aboutPlatform]], { roots, terraform }], [inside, aboutCluster]] = await allEnded([
    allEnded([
      allEnded([refuseMove(session), allEnded([checkCertificate(session), checkPlatform(session)])]),
      planRoots(session, options.lock),
    ]),
    allEnded([
      // Loaded while bucket and cluster answer: terraform takes longest, and waits for nothing that only the rest needs.
      import('./plan-cluster.js').then(({ planInCluster }) => planInCluster(session, connecting, options.lock)),
      connecting.then(async (connection) => [
        ...(await clusterNotes(session, connection)),
        ...(await checkZones(session, connection)),
        // The plan identity may not read the volumes of a cluster.
        ...(options.lock ? await keptDisksNote(connection, config.name) : []),
      ]),
    ]),
  ]);
  const { cluster, prepared, deployed, drift, release, affected, people, homes, notes } = inside;
  const settings = settingsChange(deployed?.settings, prepared.settings);
  return {
    changeSet: {
      hub: config.name,
      changes: [
        ...(terraform.platform?.changes ?? []),
        ...terraform.hub.changes,
        ...release.changes,
        ...(settings === undefined ? [] : [settings]),
        ...people.changes,
        ...homes.changes,
      ],
    },
    notes: [
      ...aboutCluster,
      ...aboutPlatform,
      ...subdomainNotes(session, deployed, certificate),
      ...registryNotes(session, deployed),
      ...(isOlderRecord(deployed) ? [{ code: 'settings-not-recorded' } as const] : []),
      ...notes,
      ...affected,
      ...people.notes,
      ...homes.notes,
    ],
    hasCluster: cluster !== undefined,
    certificate,
    roots,
    terraform,
    prepared,
    rendered: release.rendered,
    deployed,
    drift,
    purge: homes.purge,
  };
}

function isOlderRecord(deployed: DeploymentRecord | undefined): boolean {
  return deployed !== undefined && deployed.revision > 0 && deployed.settings === undefined;
}

async function planRoots(session: Session, lock: boolean): Promise<Pick<HubPlan, 'roots' | 'terraform'>> {
  const { config, google } = session;
  const exists = (name: RootName) => stateExists(google, config.state.bucket, statePrefix(config, name));
  const ownsPlatform = makesPlatform(config);
  const [roots, states] = await allEnded([
    openRoots(session),
    allEnded([ownsPlatform && exists('platform'), exists('hub')]),
  ]);
  const [platform, hub] = await allEnded([
    roots.platform?.plan({ stateExists: states[0], lock }),
    roots.hub.plan({ stateExists: states[1], lock }),
  ]);
  return { roots, terraform: { platform, hub } };
}
