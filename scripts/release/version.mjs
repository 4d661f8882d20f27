// Versions and the tags that stand for them.

const VERSION = /^(\d+)\.(\d+)\.(\d+)(?:-([0-9A-Za-z.-]+))?$/;

/** Parts of a version such as `1.2.3` or `1.2.3-rc.1`; undefined for anything else. */
export function parseVersion(text) {
  const [, major, minor, patch, pre] = VERSION.exec(text) ?? [];
  if (major === undefined) return undefined;
  return { major: Number(major), minor: Number(minor), patch: Number(patch), pre };
}

/** Tags that move to a release: `v1` for 1.2.3; before 1.0.0 also `v0.2`, since a minor version may ask for changes there. */
export function movingTags(version, tags) {
  const released = parseVersion(version);
  // Nobody asked for a version that is only tried.
  if (released.pre !== undefined) return [];
  const others = tags.map((tag) => parseVersion(tag.replace(/^v/, ''))).filter((one) => one && one.pre === undefined);
  const isNewest = (among) => among.every((one) => compare(one, released) <= 0);
  const ofMajor = others.filter(({ major }) => major === released.major);
  const ofMinor = ofMajor.filter(({ minor }) => minor === released.minor);
  return [
    // A fix of an older line moves its own tag alone.
    ...(isNewest(ofMajor) ? [`v${released.major}`] : []),
    ...(released.major === 0 && isNewest(ofMinor) ? [`v0.${released.minor}`] : []),
  ];
}

/** Whether no other released version is newer. */
export function isLatest(version, tags) {
  const released = parseVersion(version);
  const others = tags.map((tag) => parseVersion(tag.replace(/^v/, ''))).filter((one) => one && one.pre === undefined);
  return released.pre === undefined && others.every((one) => compare(one, released) <= 0);
}

function compare(a, b) {
  return a.major - b.major || a.minor - b.minor || a.patch - b.patch;
}
