import type { HubConfig } from '../../../src/config/model.js';
import { hubConfig } from '../hub-config.js';
import type { Kind, Side } from './setting-kinds.js';

const platform = (more: Partial<HubConfig['platform']>): Side => ({ platform: { ...hubConfig().platform, ...more } });
const nights = { days: ['sun', 'sat'], start: '02:00', hours: 8, exclusions: [] } as const;
const exams = { name: 'exams', from: '2027-01-18', to: '2027-02-12', scope: 'NO_UPGRADES' } as const;
const term = { name: 'term', from: '2026-10-01', to: '2027-03-31', scope: 'NO_MINOR_UPGRADES' } as const;

/** Kinds of change of when Google changes the cluster, and of what ends inside servers. */
export const CLUSTER_KINDS: readonly Kind[] = [
  [
    'nights for upgrades come',
    {},
    platform({ maintenance: nights }),
    'Google may upgrade the cluster, and interrupt people, sat, sun from 02:00 UTC for 8 h only; at any time so far.',
  ],
  [
    'other nights for upgrades',
    platform({ maintenance: nights }),
    platform({ maintenance: { ...nights, days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], hours: 4 } }),
    'every day from 02:00 UTC for 4 h only; sat, sun from 02:00 UTC for 8 h so far.',
  ],
  [
    'upgrades at any time',
    platform({ maintenance: nights }),
    {},
    '⚠️ Google may upgrade the cluster, and interrupt people, at any time.',
  ],
  [
    'days without upgrades come',
    platform({ maintenance: nights }),
    platform({ maintenance: { ...nights, exclusions: [exams, term] } }),
    'Kept free of upgrades: term 2026-10-01 to 2027-03-31 for minor versions; exams 2027-01-18 to 2027-02-12.',
  ],
  [
    'days without upgrades go',
    platform({ maintenance: { ...nights, exclusions: [exams] } }),
    platform({ maintenance: nights }),
    '⚠️ No days are kept free of upgrades any more (exams 2027-01-18 to 2027-02-12 so far).',
  ],
  [
    'another release channel',
    {},
    platform({ releaseChannel: 'RAPID' }),
    'The cluster gets new versions of Kubernetes by the channel `RAPID`, `REGULAR` so far.',
  ],
  [
    'kernels end sooner',
    {},
    { idleKernels: 1800 },
    '⚠️ Kernels and terminals end after 30 min without activity, and their variables are lost. So far they may idle as long as their server. Servers that run keep their limit.',
  ],
  [
    'kernels end later',
    { idleKernels: 1800 },
    { idleKernels: 3600 },
    'Kernels and terminals end after 1 h without activity, and their variables are lost. So far they may idle 30 min. Servers that run keep their limit.',
  ],
  [
    'kernels end with their server',
    { idleKernels: 1800 },
    {},
    'Kernels and terminals may idle as long as their server, 30 min so far.',
  ],
];
