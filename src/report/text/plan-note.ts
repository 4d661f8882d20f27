import type { ClusterAbsence, ClusterWork, PlanNote } from '../../change/run-note.js';
import { firstOf, formatNumber, plural } from '../../config/text.js';
import type { NoteTexts } from './note-texts.js';
import { longTime } from './quantities.js';
import { SUBDOMAINS_ON } from './settings.js';

/** What GKE does to a cluster, as a clause with its start in UTC. */
export function clusterWorkText({ cluster, operation, started }: ClusterWork): string {
  const minute = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(started ?? '');
  return `GKE runs ${operation} on "${cluster}"${minute === null ? '' : ` since ${minute[1]} ${minute[2]} UTC`}`;
}

/** Why there is no connection to a cluster, as a clause. */
export function absenceText(absence: ClusterAbsence): string {
  switch (absence.state) {
    case 'missing':
      return `"${absence.cluster}" does not exist`;
    case 'busy':
      return clusterWorkText(absence);
    case 'no-dns-endpoint':
      return `the DNS endpoint of "${absence.cluster}" is off`;
    case 'other-status':
      return `"${absence.cluster}" is ${absence.status}`;
  }
}

/** The command that lets an identity read a registry: a project, or `project/location/repository`. */
function readerCommand(registry: string, member: string): string {
  const [project = '', location, repository] = registry.split('/');
  const end = `--project=${project} --role=roles/artifactregistry.reader --member=${member}`;
  return location === undefined
    ? `gcloud projects add-iam-policy-binding ${project} ${end.replace(/^--project=\S+ /, '')} --condition=None`
    : `gcloud artifacts repositories add-iam-policy-binding ${repository} --location=${location} ${end}`;
}

/** Notes about a plan as a whole. */
export const PLAN_NOTES: NoteTexts<PlanNote> = {
  'no-cluster': ({ absence, platformFrom, version, channel, location }) => {
    const whole = `There is no cluster yet (${absenceText(absence)}): the whole hub and all of its people count as new.`;
    if (platformFrom !== undefined) return `${whole} The platform comes with ${platformFrom}, which goes first.`;
    if (version === undefined) return whole;
    return `${whole} A new cluster starts with Kubernetes ${version}, the default of the release channel ${channel} in ${location}.`;
  },
  'namespace-not-readable': ({ namespace }) =>
    `The plan identity may read nothing in the namespace "${namespace}", as always before the first apply: the hub and all of its people count as new.`,
  'settings-not-recorded': () =>
    'The last apply was one of an older version and has not recorded its configuration: changes of settings that neither terraform nor helm sees, such as approval, are not told. The next apply records it.',
  'cluster-busy': (work) => `${clusterWorkText(work)}: a change of the platform waits for its end.`,
  'cluster-version-not-offered': ({ version, channel, oldest }) =>
    `The cluster runs Kubernetes ${version}, which the release channel ${channel} no longer offers (oldest: ${oldest}): GKE upgrades it by itself.`,
  'pool-version-too-old': ({ pool, version, controlPlane, mostMinorVersions }) =>
    `The nodes of the pool "${pool}" run Kubernetes ${version}, more than ${mostMinorVersions} minor versions behind the control plane (${controlPlane}): upgrade the pool.`,
  'acknowledgement-needs-review': ({ rule, file, line, column }) =>
    `⚠️ ${rule} is acknowledged for the first time (${file}:${line}:${column}). Apply needs an approving review of the last commit, by somebody else with write access.`,
  'acknowledged-needlessly': ({ address }) => `${address} is acknowledged, and nothing that it holds would be lost.`,
  'disks-without-claim': ({ claims, count }) =>
    `⚠️ ${plural(count, 'disk')} of this hub ${count === 1 ? 'is' : 'are'} kept, and somebody deleted the claims: ${firstOf(claims, 5)}. Whose home it was gets an empty one. docs/leaving.md says under "Disks without a claim" how to give a disk back.`,
  'servers-idle': ({ idle, running, seconds, at }) => {
    const minute = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(at);
    const time = minute === null ? '' : `, by the hub's report of ${minute[1]} ${minute[2]} UTC`;
    const verb = idle === 1 ? 'was' : 'were';
    return `${formatNumber(idle)} of ${plural(running, 'running notebook server')} ${verb} not used for ${longTime(seconds)}${time}. Where the new limit applies to them, they stop soon after apply.`;
  },
  'zones-not-asked': ({ why, permission }) =>
    why === 'api-disabled'
      ? 'The API of Compute Engine is off, as before the first apply: whether the zones have the accelerators of the profiles is not known.'
      : `⚠️ This identity lacks ${permission}: whether the zones have the accelerators of the profiles is not known. docs/zones.md says how to grant it.`,
  'certificate-pending': () =>
    'A new name needs its DNS record and a certificate of Google, which takes up to an hour. Until then browsers are refused.',
  'subdomains-on': () => SUBDOMAINS_ON,
  'registry-readers': ({ registries, account }) => {
    const member = `serviceAccount:${account ?? 'ACCOUNT_OF_THE_NODES'}`;
    return `The nodes must be able to read ${registries.join(', ')}. The owners run once: ${registries.map((one) => readerCommand(one, member)).join(' && ')}`;
  },
  'network-not-readable': ({ project, subnetwork, isShared }) =>
    `This identity may not read the subnetwork "${subnetwork}" of the project "${project}", so that nobody checked whether it is as the file says. ${isShared ? 'In a Shared VPC the owners of the host project grant that with roles/compute.networkUser' : 'Grant the role that SETUP.md lists'}: docs/networks.md.`,
  'network-without-google': ({ project, region, subnetwork }) =>
    `⚠️ Private Google Access is off for the subnetwork "${subnetwork}": nodes without public addresses get no image and never become ready. Switch it on: gcloud compute networks subnets update ${subnetwork} --project=${project} --region=${region} --enable-private-ip-google-access`,
  'certificate-ends': ({ certificate, day }) =>
    `⚠️ The certificate "${certificate}" ends on ${day}. Upload a new one under another name before, and write that name into access.certificate.`,
  'subdomain-records': ({ domain, address, certificate, day }) =>
    `DNS: ${domain} and *.${domain} need A records with ${address}. The certificate "${certificate}" covers both${day === undefined ? '' : ` until ${day}`}; the load balancer takes it within a few minutes.`,
  'remote-users-files': ({ repository, ref, commit }) => {
    const isCommit = ref !== undefined && commit.startsWith(ref);
    const newest = isCommit ? '' : `, the newest commit of ${ref ?? 'its default branch'}`;
    return `Users files of ${repository} are read at ${commit.slice(0, 7)}${newest}.`;
  },
};
