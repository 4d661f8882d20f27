import type { JsonObject, Profile } from '../../config/model.js';
import { bytes, cores } from '../../config/quantity.js';
import { choiceOverride, limitOf, needsOverride, startOverride } from './profile-start.js';

/**
 * Values for the servers that people may start. A single profile with CPU, memory and image alone becomes the default
 * server. Several of that kind become the chart's list. All others are data for the hub (profile-groups.ts).
 */
export function profileValues(profiles: readonly Profile[], hub: string): JsonObject {
  const standard = standardOf(profiles);
  if (!standard) return {};
  const isListed = profiles.length > 1 && !isOffered(profiles);
  return {
    singleuser: {
      cpu: { guarantee: cores(standard.cpu.guarantee), limit: limitOf(standard.cpu, cores) },
      memory: { guarantee: bytes(standard.memory.guarantee), limit: limitOf(standard.memory, bytes) },
      ...(standard.image === undefined ? {} : { image: imageParts(standard.image) }),
      ...(isListed ? { profileList: profileList(profiles, hub) } : {}),
    },
  };
}

/** The profiles in KubeSpawner's format. Exactly one is marked as default. */
export function profileList(profiles: readonly Profile[], hub: string): readonly JsonObject[] {
  const standard = standardOf(profiles);
  return profiles.map((profile) => entry(profile, profile === standard, hub));
}

/** Whether the hub gets the profiles as data for code of ours (profile-groups.ts), and not as a value of the chart. */
export function isOffered(profiles: readonly Profile[]): boolean {
  return profiles.some((profile) => profile.groups.length > 0 || needsOverride(profile));
}

/** The profile of those who make no choice; undefined only without profiles. */
export function standardOf(profiles: readonly Profile[]): Profile | undefined {
  return profiles.find((profile) => profile.default) ?? profiles[0];
}

function entry(profile: Profile, standard: boolean, hub: string): JsonObject {
  const options = profileOptions(profile, hub);
  return {
    slug: profile.name,
    // KubeSpawner's page puts these texts into HTML unescaped. It does not expand them, so braces stay single.
    display_name: escapeHtml(profile.displayName),
    ...(profile.description === undefined ? {} : { description: escapeHtml(profile.description) }),
    ...(standard ? { default: true } : {}),
    kubespawner_override: startOverride(profile, hub),
    ...(options.length === 0 ? {} : { profile_options: options }),
  };
}

/**
 * The options as lists, which keep their order on the way to the hub. helm sorts the keys of objects. profile_groups.py
 * makes KubeSpawner's objects of them.
 */
function profileOptions(profile: Profile, hub: string): readonly JsonObject[] {
  const listed = profile.options.map(({ name, displayName, choices }) => ({
    name,
    display_name: escapeHtml(displayName),
    choices: choices.map((choice) => ({
      name: choice.name,
      display_name: escapeHtml(choice.displayName),
      ...(choice.default ? { default: true } : {}),
      kubespawner_override: choiceOverride(choice, profile, hub),
    })),
  }));
  if (profile.unlistedImage === undefined) return listed;
  const unlisted = { unlisted_choice: unlistedChoice(profile.unlistedImage) };
  if (listed.some(({ name }) => name === IMAGE_OPTION)) {
    return listed.map((option) => (option.name === IMAGE_OPTION ? { ...option, ...unlisted } : option));
  }
  // KubeSpawner needs a choice for those who enter nothing. It changes nothing.
  const none = { name: 'standard', display_name: 'As usual', default: true, kubespawner_override: {} };
  return [...listed, { name: IMAGE_OPTION, display_name: 'Image', choices: [none], ...unlisted }];
}

/** Name of the option with the field for an image of one's own. */
const IMAGE_OPTION = 'image';

function unlistedChoice(pattern: string): JsonObject {
  return {
    enabled: true,
    display_name: 'Image with tag or digest',
    display_name_in_choices: 'Another image…',
    // KubeSpawner's page puts the pattern into HTML unescaped, and the hub checks it as it is. A rule refuses " and &.
    validation_regex: pattern,
    validation_message: 'This hub does not allow this image.',
    kubespawner_override: { image: '{value}' },
  };
}

/** The chart joins both parts as `name:tag`, so a digest is split at its colon too: `repo@sha256` and `abc…`. */
function imageParts(image: string): JsonObject {
  const colon = image.lastIndexOf(':');
  const hasTag = colon > image.lastIndexOf('/');
  return hasTag ? { name: image.slice(0, colon), tag: image.slice(colon + 1) } : { name: image, tag: 'latest' };
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
