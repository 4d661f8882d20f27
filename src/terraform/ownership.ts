import { getCluster, withReason } from '../cloud/clusters.js';
import type { GoogleClient } from '../cloud/rest.js';
import { ToolError } from '../errors.js';
import type { JsonObject } from '../json.js';
import { entryOf } from '../json.js';

/** A resource that a plan would create, and that exists already. */
export interface ExistingResource {
  readonly address: string;
  readonly type: string;
  /** What the plan would make of it. */
  readonly planned: JsonObject;
}

/** Why a resource is not the one that an earlier run made; undefined where it is. */
type Check = (google: GoogleClient, planned: Planned) => Promise<string | undefined>;
type Planned = Readonly<Record<string, string>>;

/** A value of Compute Engine, as far as it is read here. */
interface Live {
  readonly network?: string;
  readonly autoCreateSubnetworks?: boolean;
  readonly subnetworks?: readonly string[];
  readonly users?: readonly string[];
  readonly description?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly peerings?: readonly { readonly name?: string; readonly network?: string }[];
  readonly nats?: readonly { readonly name?: string }[];
  readonly bgpPeers?: readonly { readonly name?: string }[];
  readonly interfaces?: readonly { readonly name?: string }[];
}

/**
 * By type. A cluster has our labels, and an address our text. Where Google has neither labels nor a text that can be
 * added later, a resource is ours if it has our name, stands where we would put it, and holds, joins or serves nothing of
 * somebody else. Other types are never taken over.
 */
const CHECKS: Readonly<Record<string, Check>> = {
  google_container_cluster: foreignCluster,
  google_compute_network: foreignNetwork,
  google_compute_subnetwork: async (google, planned) =>
    foreignPlace(
      await compute(google, `${inRegion(planned)}/subnetworks/${planned.name}`),
      (planned.name ?? '').replace(/-nodes$/, ''),
    ),
  google_compute_router: async (google, planned) => foreignRouter(google, planned, planned.name ?? ''),
  google_compute_router_nat: async (google, planned) => foreignRouter(google, planned, planned.router ?? ''),
  google_compute_global_address: foreignAddress,
};

/** By this label somebody says that an address without our text is a hub's. Its value is the hub's name. */
const ADDRESS_LABEL = 'jupyterhub-gke-hub';

/** Throws where a resource exists that no earlier run of this hub can have made, or that cannot be used. */
export async function refuseForeign(google: GoogleClient, { address, type, planned }: ExistingResource): Promise<void> {
  const check = Object.hasOwn(CHECKS, type) ? CHECKS[type] : undefined;
  const reason = check === undefined ? 'nothing says whose it is' : await check(google, planned as Planned);
  if (reason === undefined) return;
  const name = String(planned.name ?? address);
  throw new ToolError(`${name} exists already, and is not known to be this hub's: ${reason}`, {
    where: address,
    hint: 'It is left alone, and the state has what was made until then. Choose another name for the hub, or delete that resource if nothing needs it; then run apply again.',
  });
}

async function foreignCluster(google: GoogleClient, planned: Planned): Promise<string | undefined> {
  const { project = '', location = '', name = '' } = planned;
  const live = await getCluster(google, { project, location, name });
  if (live === undefined) return undefined;
  const wanted = Object.entries(planned.resource_labels ?? {});
  const missing = wanted.filter(([label, value]) => entryOf(live.labels, label) !== value);
  const at = `--location=${location} --project=${project}`;
  if (live.status === 'ERROR') {
    throw new ToolError(withReason(`The cluster ${name} is in the state ERROR: GKE could not make it`, live), {
      where: `projects/${project}/locations/${location}/clusters/${name}`,
      hint: `Delete it, then run apply again, which makes a new one: gcloud container clusters delete ${name} ${at}`,
    });
  }
  if (missing.length === 0) return undefined;
  const labels = wanted.map(([label, value]) => `${label}=${value}`).join(',');
  return `it lacks the label ${missing.map(([label, value]) => `${label}=${value}`).join(' and ')}. If it is this hub's: gcloud container clusters update ${name} ${at} --update-labels=${labels}`;
}

async function foreignNetwork(google: GoogleClient, { project, name }: Planned): Promise<string | undefined> {
  const live = await compute(google, `projects/${project}/global/networks/${name}`);
  if (live?.autoCreateSubnetworks === true) return 'its subnetworks are made automatically';
  const others = (live?.subnetworks ?? []).map(lastPart).filter((subnetwork) => subnetwork !== `${name}-nodes`);
  if (others.length > 0) return `it has the subnetwork ${others.join(', ')}`;
  const joined = (live?.peerings ?? []).filter((peering) => !isOfGke(peering)).map((peering) => peering.name ?? '?');
  if (joined.length === 0) return undefined;
  const remove = joined.map((one) => `gcloud compute networks peerings delete ${one} --network=${name}`);
  return `it is joined to another network by the peering ${joined.join(', ')}. If it is this hub's: ${remove.join(' && ')} --project=${project}`;
}

/** GKE joins the network of a private cluster to one of Google's (cloud.google.com/kubernetes-engine/docs, read 2026-11). */
function isOfGke({ name = '', network = '' }: { readonly name?: string; readonly network?: string }): boolean {
  return /^gke-[a-z0-9-]+-peer$/.test(name) && /\/projects\/gke-prod-[a-z0-9-]+\/global\/networks\//.test(network);
}

/** A router carries our NAT and nothing else: what it learns or announces for others would be ours to break. */
async function foreignRouter(google: GoogleClient, planned: Planned, name: string): Promise<string | undefined> {
  const live = await compute(google, `${inRegion(planned)}/routers/${name}`);
  const place = foreignPlace(live, name);
  if (live === undefined || place !== undefined) return place;
  const named = (what: string, all: readonly { readonly name?: string }[] = []): readonly string[] =>
    all.map((one) => `${what} ${one.name ?? '?'}`);
  const others = [
    ...named(
      'the NAT',
      live.nats?.filter((nat) => nat.name !== name),
    ),
    ...named('the BGP peer', live.bgpPeers),
    ...named('the interface', live.interfaces),
  ];
  if (others.length === 0) return undefined;
  return `it has ${others.join(', ')}. If it is this hub's, remove that first: gcloud compute routers describe ${name} --region=${planned.region} --project=${planned.project}`;
}

function foreignPlace(live: Live | undefined, network: string): string | undefined {
  const actual = lastPart(live?.network ?? '');
  return live === undefined || actual === network ? undefined : `it is in the network ${actual}`;
}

async function foreignAddress(google: GoogleClient, planned: Planned): Promise<string | undefined> {
  const { project, name = '' } = planned;
  const live = await compute(google, `projects/${project}/global/addresses/${name}`);
  // GKE names a load balancer after namespace and name of its Ingress.
  const hub = `jupyterhub-${name.replace(/-ip$/, '')}`;
  const others = (live?.users ?? []).map(lastPart).filter((user) => !`-${user}-`.includes(`-${hub}-`));
  if (others.length > 0) return `${others.join(', ')} uses it`;
  const isMarked = planned.description !== undefined && live?.description === planned.description;
  if (live === undefined || isMarked) return undefined;
  const owner = name.replace(/-ip$/, '');
  if (entryOf(live.labels ?? {}, ADDRESS_LABEL) === owner) return undefined;
  return `nothing says that this hub made it. If it is this hub's: gcloud compute addresses update ${name} --global --project=${project} --update-labels=${ADDRESS_LABEL}=${owner}`;
}

function compute(google: GoogleClient, path: string): Promise<Live | undefined> {
  return google.get<Live>({ service: 'compute', path });
}

function inRegion({ project, region }: Planned): string {
  return `projects/${project}/regions/${region}`;
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
