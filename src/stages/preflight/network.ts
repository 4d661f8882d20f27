import type { RunNote } from '../../change/run-note.js';
import { getSubnetwork } from '../../cloud/compute/subnetworks.js';
import { locationText } from '../../config/location.js';
import { makesPlatform } from '../../config/platform/cluster-id.js';
import { regionOf } from '../../config/rules/platform/location.js';
import { ConfigurationError } from '../../errors.js';
import type { Session } from '../session/session.js';

/**
 * Checks the network that exists before anything changes: GKE tells of a missing subnetwork or range in the middle of an
 * apply, after the APIs and the identity of the nodes are made. Throws a ConfigurationError at the line.
 */
export async function checkNetwork(session: Session): Promise<readonly RunNote[]> {
  const { platform, location, project: own } = session.config;
  if (!makesPlatform(session.config) || platform.network === undefined || !('existing' in platform.network)) return [];
  const { project, network, subnetwork, podsRange, servicesRange } = platform.network.existing;
  const isShared = project !== own;
  const refuse = (key: string, text: string, hint: string): ConfigurationError =>
    new ConfigurationError(`${text}. Nothing was changed`, {
      where: locationText(session.input.locate(['platform', 'network', isShared ? 'sharedVpc' : 'existing', key])),
      hint: `${hint} See docs/networks.md.`,
    });
  const region = regionOf(location);
  const found = await getSubnetwork(session.google, { project, region, name: subnetwork });
  if (found === 'denied') return [{ code: 'network-not-readable', project, subnetwork, isShared }];
  if (found === undefined) {
    throw refuse(
      'subnetwork',
      `The region ${region} of the project "${project}" has no subnetwork "${subnetwork}"`,
      `List them: gcloud compute networks subnets list --project=${project} --regions=${region}.`,
    );
  }
  const wanted = `projects/${project}/global/networks/${network}`;
  if (found.network !== wanted) {
    const real = found.network.split('/').at(-1) ?? '';
    throw refuse('network', `The subnetwork "${subnetwork}" is in the network "${real}"`, `Write network: ${real}.`);
  }
  for (const [key, name] of [
    ['podsRange', podsRange],
    ['servicesRange', servicesRange],
  ] as const) {
    if (name === undefined || found.ranges.includes(name)) continue;
    throw refuse(
      key,
      `The subnetwork "${subnetwork}" has no secondary range "${name}"`,
      found.ranges.length === 0 ? 'It has none: have one added.' : `It has ${found.ranges.join(', ')}.`,
    );
  }
  return found.reachesGoogle ? [] : [{ code: 'network-without-google', project, region, subnetwork }];
}
