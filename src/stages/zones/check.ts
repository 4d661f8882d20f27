import type { PlanNote } from '../../change/run-note.js';
import { type OfferKind, type Offers, zonesOffering } from '../../cloud/compute/offers.js';
import { GoogleApiError } from '../../cloud/rest.js';
import type { Diagnostic } from '../../config/diagnostic.js';
import { InputError } from '../input/read.js';
import type { ClusterConnection } from '../session/cluster.js';
import { offeredVersions } from '../session/cluster-status.js';
import type { Session } from '../session/session.js';
import { dynamicDiskFinding } from './disk-version.js';
import { zoneFindings } from './findings.js';
import { wantedInZones } from './wanted.js';

/**
 * Asks Google what only Google knows: whether the zones have the accelerators of the profiles and the machines of the pools, and whether
 * the cluster is new enough for the disks of homes. What is wrong is an error at its line of the file.
 * @returns notes about what this identity could not ask for
 */
export async function checkZones(
  session: Session,
  connection: ClusterConnection | undefined,
): Promise<readonly PlanNote[]> {
  const [disk, { findings, notes }] = await Promise.all([checkDisk(session, connection), checkAccelerators(session)]);
  const diagnostics = [...disk, ...findings];
  if (diagnostics.length === 0) return notes;
  const { context, input } = session;
  context.annotate(diagnostics);
  throw new InputError({ input: undefined, diagnostics, sources: input.sources, origins: input.origins });
}

async function checkDisk(session: Session, connection: ClusterConnection | undefined): Promise<readonly Diagnostic[]> {
  const { config, input } = session;
  if (config.storage.home.diskType !== 'dynamic') return [];
  const version = connection?.cluster.version ?? (await offeredVersions(session))?.initial;
  return dynamicDiskFinding(version, connection !== undefined, input.locate);
}

async function checkAccelerators(
  session: Session,
): Promise<{ readonly findings: readonly Diagnostic[]; readonly notes: readonly PlanNote[] }> {
  const { config, input } = session;
  const wanted = wantedInZones(config);
  const region = config.location.replace(/-[a-z]$/, '');
  const { zones = region === config.location ? [] : [config.location] } = config.platform;
  // Without zones no profile has an accelerator of its own: validate refuses that. Pools have zones in any case.
  const known = wanted.filter((one) => one.zones !== undefined || zones.length > 0);
  if (known.length === 0) return { findings: [], notes: [] };
  const gpus = known.flatMap(({ gpu }) => gpu ?? []);
  const names = known.flatMap(({ machines }) => machines);
  const [ofGpus, ofMachines] = await Promise.all([
    offersOrRefusal(session, 'acceleratorTypes', gpus),
    offersOrRefusal(session, 'machineTypes', names),
  ]);
  for (const refused of [ofGpus, ofMachines]) {
    if ('code' in refused) return { findings: [], notes: [refused] };
  }
  const offers = { gpus: ofGpus as Offers, machines: ofMachines as Offers };
  return { findings: zoneFindings(known, zones, region, offers, input.locate), notes: [] };
}

/** A plan says what it could not ask, and goes on: the API is off before the first apply, and older roles lack the permission. */
async function offersOrRefusal(
  { google, config }: Session,
  kind: OfferKind,
  names: readonly string[],
): Promise<Offers | Extract<PlanNote, { readonly code: 'zones-not-asked' }>> {
  try {
    return await zonesOffering(google, config.project, kind, names);
  } catch (error) {
    if (!(error instanceof GoogleApiError) || error.status !== 403) throw error;
    const why = error.reason === 'SERVICE_DISABLED' ? 'api-disabled' : 'permission';
    return { code: 'zones-not-asked', why, permission: `compute.${kind}.list` };
  }
}
