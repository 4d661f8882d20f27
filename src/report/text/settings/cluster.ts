import type { Sentence } from '../settings.js';

/** What a reviewer has to know of when Google changes the cluster, and how early. */
export const CLUSTER_SENTENCES: Readonly<Record<string, Sentence>> = {
  'platform.releaseChannel': ({ before, after }, _, write) => {
    if (before === null || after === null) return '';
    return `The cluster gets new versions of Kubernetes by the channel ${write.code(String(after))}, ${write.code(String(before))} so far.`;
  },
  'platform.maintenance': ({ before, after }, _, write) => {
    if (after === null) return '⚠️ Google may upgrade the cluster, and interrupt people, at any time.';
    const so = before === null ? 'at any time so far' : `${write.prose(String(before))} so far`;
    return `Google may upgrade the cluster, and interrupt people, ${write.prose(String(after))} only; ${so}.`;
  },
  'platform.maintenance.exclusions': ({ before, after }, _, write) => {
    if (after === null) return `⚠️ No days are kept free of upgrades any more (${write.prose(String(before))} so far).`;
    return `Kept free of upgrades: ${write.prose(String(after))}${before === null ? '' : `; so far ${write.prose(String(before))}`}.`;
  },
};
