import type { JsonObject, Profile, ResourceRange } from '../../config/model.js';
import { bytes, cores } from '../../config/quantity.js';

/**
 * Values for the servers that people may start. A single profile becomes the default server, which starts without a
 * question. Several profiles become the list on the hub's start page.
 */
export function profileValues(profiles: readonly Profile[]): JsonObject {
  const standard = standardOf(profiles);
  if (!standard) return {};
  // If a profile has groups, the hub gets the list as data for its profile groups check instead (profile-groups.ts).
  const isListed = profiles.length > 1 && !profiles.some(({ groups }) => groups.length > 0);
  return {
    singleuser: {
      cpu: { guarantee: cores(standard.cpu.guarantee), limit: limitOf(standard.cpu, cores) },
      memory: { guarantee: bytes(standard.memory.guarantee), limit: limitOf(standard.memory, bytes) },
      ...(standard.image === undefined ? {} : { image: imageParts(standard.image) }),
      ...(isListed ? { profileList: profileList(profiles) } : {}),
    },
  };
}

/** The profiles in KubeSpawner's format. Exactly one is marked as default. */
export function profileList(profiles: readonly Profile[]): readonly JsonObject[] {
  const standard = standardOf(profiles);
  return profiles.map((profile) => entry(profile, profile === standard));
}

function standardOf(profiles: readonly Profile[]): Profile | undefined {
  return profiles.find((profile) => profile.default) ?? profiles[0];
}

function entry(profile: Profile, standard: boolean): JsonObject {
  return {
    slug: profile.name,
    // KubeSpawner's page puts these texts into HTML unescaped. It does not expand them, so braces stay single.
    display_name: escapeHtml(profile.displayName),
    ...(profile.description === undefined ? {} : { description: escapeHtml(profile.description) }),
    ...(standard ? { default: true } : {}),
    kubespawner_override: {
      cpu_guarantee: cores(profile.cpu.guarantee),
      cpu_limit: limitOf(profile.cpu, cores),
      // KubeSpawner takes K, M, G, T for powers of 1024 and knows no Ki or Mi, so sizes are given in bytes.
      mem_guarantee: bytes(profile.memory.guarantee),
      mem_limit: limitOf(profile.memory, bytes),
      ...(profile.image === undefined ? {} : { image: profile.image }),
    },
  };
}

/** KubeSpawner takes null for no limit. A profile must say it, because the default server can have one. */
function limitOf({ limit }: ResourceRange, amount: (text: string) => number): number | null {
  return limit === undefined ? null : amount(limit);
}

/** The chart joins both parts as `name:tag`, so a digest is split at its colon too: `repo@sha256` and `abc…`. */
function imageParts(image: string): JsonObject {
  const colon = image.lastIndexOf(':');
  const hasTag = colon > image.lastIndexOf('/');
  return hasTag ? { name: image.slice(0, colon), tag: image.slice(colon + 1) } : { name: image, tag: 'latest' };
}

/** Text for KubeSpawner fields that go through Python's str.format. There a literal brace is written twice. */
export function escapeBraces(text: string): string {
  return text.replace(/[{}]/g, '$&$&');
}

function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
