import { clusterPath } from '../../cloud/clusters.js';
import type { GoogleClient } from '../../cloud/rest.js';
import { locationText } from '../../config/location.js';
import type { HubConfig } from '../../config/model.js';
import { clusterIdOf, makesPlatform } from '../../config/platform/cluster-id.js';
import { ConfigurationError } from '../../errors.js';
import { isObject, type JsonObject } from '../../json.js';
import { type RootName, statePrefix } from '../../terraform/variables.js';
import type { Session } from '../session/session.js';
import { type HubPlace, readBasePolicy } from './base-policy.js';
import { formerPlaces } from './former-places.js';

/** What a state says about a resource. */
interface StateResource {
  readonly type: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** What is read of a state. */
interface State {
  readonly resources: readonly StateResource[];
  /** Output of the hub root: the cluster that exists on which the hub is. */
  readonly cluster: string | undefined;
}

const CLUSTER = 'google_container_cluster';
const MOVE =
  'Nothing was changed. To move people, give the new hub a file and a name of its own, let them copy their files over, then run destroy for the old one (docs/several-hubs.md#moving-a-hub).';

/**
 * Refuses another location, project, name or state bucket for a hub that exists. Its cluster and homes would stay where they
 * are, and a plan would call all of its people new.
 */
export async function refuseMove(session: Session): Promise<void> {
  const { config, google } = session;
  const [platform, hub] = await Promise.all([readState(google, config, 'platform'), readState(google, config, 'hub')]);
  const cluster = clusterOf(platform);
  refuse(session, 'location', textOf(cluster?.location));
  refuseOtherCluster(session, hub.cluster);
  refuse(session, 'project', textOf(cluster?.project) ?? projectOf(hub));
  await refuseLeavingPlatform(session);
  if (cluster?.enable_autopilot === true) refuseMode(session, 'autopilot');
  if (cluster?.remove_default_node_pool === true) refuseMode(session, 'standard');
  if (hub.resources.length > 0) return;
  // Nothing is known under this name and in this bucket: the hub is new, or its file said something else before.
  const base = await readBasePolicy(session);
  const former = base?.place === undefined ? await formerPlaces(session) : [base.place];
  for (const place of former) await refuseFormer(session, place);
}

function refuse(session: Session, field: 'location' | 'project', before: string | undefined): void {
  const { config } = session;
  const after = config[field];
  if (before === undefined || before === after) return;
  throw new ConfigurationError(
    `The hub "${config.name}" exists in the ${field} ${before}. Its cluster and the homes of its people cannot move to ${after}`,
    {
      where: locationText(session.input.locate([field])),
      hint: `Write ${field}: ${before} again. ${MOVE}`,
    },
  );
}

/** A cluster cannot change its mode. The new one would have the name of the old one, which must go first with all in it. */
function refuseMode(session: Session, before: 'autopilot' | 'standard'): void {
  const { config, input } = session;
  const { mode } = config.platform.cluster;
  if (mode === before) return;
  throw new ConfigurationError(
    `The cluster of the hub "${config.name}" has the mode ${before}. Google cannot change it to ${mode}: every server would stop, and homes would not follow`,
    {
      where: locationText(input.locate(['platform', 'cluster', 'mode'])),
      hint: `Write platform: {cluster: {mode: ${before}}} again. ${MOVE}`,
    },
  );
}

/**
 * A hub that owned its platform stays on it: on another file's, or on a cluster that exists, its people would get empty homes,
 * and the old cluster would run on without a file. The platform had the name of the hub, if the file gave it no other.
 */
async function refuseLeavingPlatform({ config, google, input }: Session): Promise<void> {
  if (makesPlatform(config)) return;
  const own = { ...config, platform: { ...config.platform, name: config.name } };
  const cluster = clusterOf(await readState(google, own, 'platform'));
  if (cluster === undefined) return;
  const [project, location, name] = [cluster.project, cluster.location, cluster.name].map((one) => textOf(one) ?? '?');
  const before = clusterPath({ project: project ?? '', location: location ?? '', name: name ?? '' });
  if (before === clusterPath(clusterIdOf(config))) return;
  const key = config.platform.from === undefined ? 'cluster' : 'from';
  throw new ConfigurationError(
    `The hub "${config.name}" is on the cluster ${before}, which its own platform made. It cannot move: the homes of its people would stay behind, and that cluster would run on without a file`,
    {
      where: locationText(input.locate(['platform', key], 'key')),
      hint: `Remove platform.${key} again. ${MOVE}`,
    },
  );
}

/** The hub root's state remembers on which cluster that exists the hub was installed. */
function refuseOtherCluster({ config, input }: Session, before: string | undefined): void {
  const after = clusterPath(clusterIdOf(config));
  if (before === undefined || before === after) return;
  throw new ConfigurationError(
    `The hub "${config.name}" is on the cluster ${before}. It cannot move to ${after}: the homes of its people would stay behind`,
    {
      where: locationText(input.locate(['platform', 'cluster', 'existing'])),
      hint: `Name the cluster of before again. ${MOVE}`,
    },
  );
}

/** The file described another hub before, or kept its state elsewhere, and what it described is still there. */
async function refuseFormer(session: Session, place: HubPlace): Promise<void> {
  const { config, google } = session;
  const { name = config.name, bucket = config.state.bucket } = place;
  if (name === config.name && bucket === config.state.bucket) return;
  const old = { ...config, name, state: { bucket } };
  if ((await readState(google, old, 'hub')).resources.length === 0) return;
  if (name !== config.name) {
    throw new ConfigurationError(
      `This file described the hub "${name}", which exists. With the name "${config.name}" it makes a second hub; "${name}" and the homes of its people stay behind without a file`,
      { where: locationText(session.input.locate(['name'])), hint: `Write name: ${name} again. ${MOVE}` },
    );
  }
  const path = statePrefix(config, 'hub').replace(/\/hub$/, '');
  throw new ConfigurationError(
    `The state of the hub "${name}" is in the bucket "${bucket}", and "${config.state.bucket}" has none: everything would be made a second time`,
    {
      where: locationText(session.input.locate(['state', 'bucket'])),
      hint: `Nothing was changed. Copy the state first: gcloud storage cp --recursive gs://${bucket}/${path} gs://${config.state.bucket}/jupyterhub/`,
    },
  );
}

/** Reads a state. It is empty where it cannot be read: the plan of the root says why, and better. */
async function readState(google: GoogleClient, config: HubConfig, root: RootName): Promise<State> {
  const object = encodeURIComponent(`${statePrefix(config, root)}/default.tfstate`);
  const path = `b/${config.state.bucket}/o/${object}`;
  const state = await google.get<unknown>({ service: 'storage', path, query: { alt: 'media' } }).catch(() => undefined);
  if (!isObject(state)) return { resources: [], cluster: undefined };
  const output = isObject(state.outputs) ? state.outputs.cluster : undefined;
  return { resources: resourcesOf(state), cluster: isObject(output) ? textOf(output.value) : undefined };
}

function resourcesOf(state: JsonObject): readonly StateResource[] {
  const resources: readonly unknown[] = Array.isArray(state.resources) ? state.resources : [];
  return resources.flatMap((resource) => {
    if (!isObject(resource) || resource.mode !== 'managed' || typeof resource.type !== 'string') return [];
    const { type } = resource;
    const instances: readonly unknown[] = Array.isArray(resource.instances) ? resource.instances : [];
    return instances.map((one) => ({
      type,
      attributes: isObject(one) && isObject(one.attributes) ? one.attributes : {},
    }));
  });
}

function clusterOf({ resources }: State): StateResource['attributes'] | undefined {
  return resources.find(({ type }) => type === CLUSTER)?.attributes;
}

function projectOf({ resources }: State): string | undefined {
  return resources.map(({ attributes }) => textOf(attributes.project)).find((project) => project !== undefined);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
