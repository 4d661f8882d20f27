import { ApiError } from '../api-error.js';
import { fingerprint } from '../ids.js';
import type { Json } from '../world.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const DAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const SCOPES = ['NO_UPGRADES', 'NO_MINOR_UPGRADES', 'NO_MINOR_OR_NODE_UPGRADES'];

/**
 * A maintenance policy as GKE keeps it, or its refusal. The limits are those of GKE's documentation (read 2026-11): windows of 4 hours
 * or more and 48 hours in 32 days, at most three exclusions of all upgrades and 20 in all, of at most 90 days each with 48 free
 * hours in any 92 days, scopes for clusters in a release channel only. The words of the refusals are not recorded ones.
 */
export function acceptPolicy(given: Json | undefined, cluster: Json): Json {
  const policy = given ?? {};
  const current = (cluster.maintenancePolicy ?? {}) as Json;
  if (policy.resourceVersion !== undefined && current.resourceVersion !== undefined) {
    if (policy.resourceVersion !== current.resourceVersion)
      throw new ApiError(409, 'The resource version of the maintenance policy is stale.', { status: 'ABORTED' });
  }
  const window = (policy.window ?? {}) as Json;
  const recurring = window.recurringWindow as Json | undefined;
  if (recurring !== undefined) checkWindow(recurring);
  const exclusions = Object.entries((window.maintenanceExclusions ?? {}) as Record<string, Json>);
  checkExclusions(exclusions, cluster);
  const kept = exclusions.map(([name, one]) => [name, shownExclusion(one)]);
  const shown = {
    ...(recurring === undefined ? {} : { recurringWindow: recurring }),
    ...(kept.length === 0 ? {} : { maintenanceExclusions: Object.fromEntries(kept) }),
  };
  const content = Object.keys(shown).length === 0 ? {} : { window: shown };
  // GKE's answer about a cluster without a policy is in the recordings.
  const resourceVersion =
    Object.keys(content).length === 0
      ? 'e3b0c442'
      : Buffer.from(fingerprint(content), 'base64').toString('hex').slice(0, 8);
  return { ...content, resourceVersion };
}

/** GKE answers its default scope by leaving it out. */
function shownExclusion({ maintenanceExclusionOptions: options, ...one }: Json): Json {
  const { scope, ...rest } = (options ?? {}) as Json;
  return { ...one, maintenanceExclusionOptions: { ...rest, ...(scope === 'NO_UPGRADES' ? {} : { scope }) } };
}

function checkWindow({ window, recurrence }: Json): void {
  const { startTime, endTime } = (window ?? {}) as Json;
  const length = timeOf(endTime) - timeOf(startTime);
  if (length < 4 * HOUR || length > DAY) refuse('Maintenance windows must be between 4 and 24 hours long.');
  const [, list] = /^FREQ=WEEKLY;BYDAY=((?:[A-Z]{2},?)+)$/.exec(String(recurrence)) ?? [];
  const days = recurrence === 'FREQ=DAILY' ? DAYS : (list?.split(',') ?? []);
  if (days.length === 0 || !days.every((day) => DAYS.includes(day)))
    refuse(`Invalid recurrence "${String(recurrence)}".`);
  // 32 days have each day of the week four times at least.
  if ((length * new Set(days).size * 4) / HOUR < 48)
    refuse('Maintenance policy would go longer than 32d without 48h maintenance availability.');
}

function checkExclusions(exclusions: readonly (readonly [string, Json])[], cluster: Json): void {
  if (exclusions.length > 20) refuse('At most 20 maintenance exclusions are allowed.');
  const spans = exclusions.flatMap(([name, one]) => {
    const { scope = 'NO_UPGRADES' } = (one.maintenanceExclusionOptions ?? {}) as Json;
    if (!SCOPES.includes(String(scope))) refuse(`Maintenance exclusion "${name}" has an unknown scope.`);
    const span = { from: timeOf(one.startTime), end: timeOf(one.endTime) };
    if (span.end <= span.from) refuse(`Maintenance exclusion "${name}" ends before it starts.`);
    if (scope === 'NO_UPGRADES') return [{ name, ...span }];
    const channel = ((cluster.releaseChannel ?? {}) as Json).channel ?? 'UNSPECIFIED';
    if (channel === 'UNSPECIFIED') refuse(`Maintenance exclusion "${name}" needs a release channel.`);
    return [];
  });
  if (spans.length > 3) refuse('At most 3 maintenance exclusions of scope NO_UPGRADES are allowed.');
  const tooLong = spans.find(({ from, end }) => end - from > 90 * DAY);
  if (tooLong !== undefined) refuse(`Maintenance exclusion "${tooLong.name}" is longer than 90 days.`);
  for (const { end } of spans) {
    const start = end - 92 * DAY;
    const covered = spans.reduce(
      (sum, one) => sum + Math.max(0, Math.min(one.end, end) - Math.max(one.from, start)),
      0,
    );
    if (covered > 90 * DAY) refuse('Maintenance policy would go longer than 92d without 48h maintenance availability.');
  }
}

function timeOf(value: unknown): number {
  const time = Date.parse(String(value));
  return Number.isNaN(time) ? refuse(`Invalid time "${String(value)}".`) : time;
}

function refuse(message: string): never {
  throw new ApiError(400, message);
}
