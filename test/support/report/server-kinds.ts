import { profile } from '../hub-config.js';
import type { Kind } from './setting-kinds.js';

/** Two profiles. */
export const small = profile('small', { default: true });
export const large = profile('large', {
  cpu: { guarantee: '4', limit: '4' },
  memory: { guarantee: '16Gi', limit: '16Gi' },
});

const L4 = { type: 'nvidia-l4', count: 1, driver: 'default', sharing: undefined } as const;
const CHOICE = {
  name: 'a',
  displayName: 'a',
  default: true,
  image: undefined,
  cpu: undefined,
  memory: { guarantee: '8Gi', limit: '8Gi' },
  env: {},
};

/** Kinds of change of what servers are and what the chart is given. */
export const SERVER_KINDS: readonly Kind[] = [
  [
    'a profile is halved',
    { profiles: [small, large] },
    { profiles: [small, { ...large, memory: { guarantee: '8Gi', limit: '8Gi' } }] },
    'Profile `large`: memory 16 → 8 GiB, for new servers.',
  ],
  [
    'a profile has other limits',
    { profiles: [small, large] },
    {
      profiles: [
        small,
        { ...large, cpu: { guarantee: '1', limit: '2' }, memory: { guarantee: '16Gi', limit: undefined } },
      ],
    },
    'Profile `large`: CPU 4 → 1–2, at most memory 16 GiB → no limit, for new servers.',
  ],
  [
    'a profile is new',
    { profiles: [small] },
    { profiles: [small, { ...large, groups: ['ml'] }] },
    'Profile `large` is new: 4 CPU, 16 GiB, for group `ml` only.',
  ],
  [
    'a profile is removed',
    { profiles: [small, large] },
    { profiles: [small] },
    '⚠️ Profile `large` is removed: servers that run with it stay until they stop, and next time their people start with another profile.',
  ],
  [
    'a profile is renamed',
    { profiles: [small, large] },
    { profiles: [small, { ...large, name: 'big', displayName: 'Big' }] },
    'Profile `large` is called `big`, with the same settings: its people choose anew at their next start.',
  ],
  [
    'a profile has another image',
    { profiles: [small, { ...large, image: 'quay.io/acme/notebook:1' }] },
    { profiles: [small, { ...large, image: 'quay.io/acme/notebook:2' }] },
    'Profile `large`: image `quay.io/acme/notebook:1` → `quay.io/acme/notebook:2`, for new servers.',
  ],
  [
    'a profile is for a group',
    { profiles: [small, large] },
    { profiles: [small, { ...large, groups: ['ml', 'vision'] }] },
    'Profile `large` is for groups `ml` and `vision` only, for everybody so far.',
  ],
  [
    'a profile with a GPU is new',
    { profiles: [small] },
    { profiles: [small, { ...large, gpu: L4, sharedMemory: 'half', startTimeout: 1200, groups: ['ml'] }] },
    'Profile `large` is new: 4 CPU, 16 GiB, GPU `1 × nvidia-l4`, /dev/shm half of the memory, time to start 20 min, for group `ml` only.',
  ],
  [
    'a GPU is shared',
    { profiles: [small, { ...large, gpu: L4 }] },
    { profiles: [small, { ...large, gpu: { ...L4, sharing: { strategy: 'time-sharing', clients: 4 } } }] },
    'Profile `large`: GPU `1 × nvidia-l4` → `1 × nvidia-l4, shared by 4 (time-sharing)`, for new servers.',
  ],
  [
    'a profile gets a TPU, and takes reserved machines',
    { profiles: [small, large] },
    {
      profiles: [
        small,
        {
          ...large,
          tpu: { type: 'tpu-v5-lite-podslice', topology: '2x2', chips: 4 },
          capacity: 'reservation',
          reservation: { name: 'course', project: 'acme-capacity' },
        },
      ],
    },
    'Profile `large`: TPU none → `tpu-v5-lite-podslice 2x2`, capacity `on-demand` → `reservation`, reservation none → `acme-capacity/course`, for new servers.',
  ],
  [
    'a profile runs on Spot nodes',
    { profiles: [small, large] },
    { profiles: [small, { ...large, capacity: 'spot' }] },
    '⚠️ Google can end new servers of profile `large` at any time, 30 seconds after a notice: what they have in memory is lost then.',
  ],
  [
    'a profile waits for machines',
    { profiles: [small, { ...large, gpu: L4 }] },
    { profiles: [small, { ...large, gpu: L4, capacity: 'flex-start' }] },
    '⚠️ New servers of profile `large` wait until Google has a machine, and Google ends them after at most 7 days.',
  ],
  [
    'a profile has other variables, questions and images',
    { profiles: [small, { ...large, env: { A: 'x' } }] },
    {
      profiles: [
        small,
        {
          ...large,
          env: { A: 'y', KEY: { secretRef: 'LMS' }, API_TOKEN: 'abc' },
          options: [{ name: 'size', displayName: 'Size', choices: [CHOICE] }],
          unlistedImage: '^acme/.+$',
          sandbox: true,
        },
      ],
    },
    'Profile `large`: GKE Sandbox off → on, variables `A=x` → `A=y, API_TOKEN=(hidden), KEY (secret LMS)`, options none → `size "Size": a* 8Gi`, images of one’s own none → `^acme/.+$`, for new servers.',
  ],
  [
    'a profile has another text',
    { profiles: [small, large] },
    { profiles: [small, { ...large, description: 'For training' }] },
    'Profile `large` has another text on the start page.',
  ],
  [
    'another profile by default',
    { profiles: [small, large] },
    {
      profiles: [
        { ...small, default: false },
        { ...large, default: true },
      ],
    },
    'The profile that is chosen by default is `large`, `small` so far.',
  ],
  [
    'culling is shorter',
    {},
    { culling: { idle: 600, maxAge: undefined } },
    '⚠️ Notebook servers of profile `cpu` stop after 10 min without activity, after 1 h so far: those that are idle for longer stop soon after apply.',
  ],
  [
    'culling is longer',
    {},
    { culling: { idle: 7200, maxAge: undefined } },
    'Notebook servers of profile `cpu` stop after 2 h without activity, after 1 h so far.',
  ],
  [
    'servers get a greatest age',
    {},
    { culling: { idle: 3600, maxAge: 86_400 } },
    '⚠️ Notebook servers of profile `cpu` stop 1 day after their start, in use or not, never so far: those that run for longer stop soon after apply.',
  ],
  [
    'a profile has limits of its own',
    { profiles: [small, large] },
    { profiles: [small, { ...large, culling: { idle: 1800, maxAge: undefined } }] },
    '⚠️ Notebook servers of profile `large` stop after 30 min without activity, after 1 h so far: those that are idle for longer stop soon after apply.',
  ],
  [
    'a secret comes from another variable',
    { secrets: { LMS: { env: 'LMS_OLD' } } },
    { secrets: { LMS: { env: 'LMS_NEW' } } },
    'Secret `LMS` comes from the variable `LMS_NEW`, from `LMS_OLD` so far.',
  ],
  ['a secret is new', {}, { secrets: { LMS: { env: 'LMS' } } }, 'Secret `LMS` is new, from the variable `LMS`.'],
  [
    'a way into private networks',
    {},
    { values: { singleuser: { networkPolicy: { egressAllowRules: { privateIPs: true } } } } },
    '⚠️ Notebook servers reach private addresses.',
  ],
  [
    'no way to the internet',
    {},
    { values: { singleuser: { networkPolicy: { egressAllowRules: { nonPrivateIPs: false } } } } },
    'Notebook servers no longer reach the internet.',
  ],
  [
    'another image by hub.values',
    { values: { singleuser: { image: { name: 'quay.io/acme/lab', tag: '1' } } } },
    { values: { singleuser: { image: { name: 'quay.io/acme/lab', tag: '2' } } } },
    'Image of notebook servers: tag `1` → `2`, for new servers.',
  ],
  [
    'a value of the chart',
    { values: { singleuser: { startTimeout: 300 } } },
    { values: { singleuser: { startTimeout: 600 }, hub: { activeServerLimit: 50 } } },
    'Values of the chart change: `hub.activeServerLimit` none → `50` and `singleuser.startTimeout` `300` → `600`.',
  ],
  [
    'code in the hub',
    {},
    { values: { hub: { extraConfig: { mine: 'print(1)' } } } },
    '⚠️ Code that runs in the hub changes: `hub.extraConfig.mine`.',
  ],
  [
    'rights by a role',
    {},
    {
      values: {
        hub: { loadRoles: { staff: { scopes: ['list:users', 'access:servers'], users: ['grace@acme.dev'] } } },
      },
    },
    '⚠️ Role `staff` gives `list:users` and `access:servers` to user `grace@acme.dev`.',
  ],
  [
    'a database elsewhere',
    {},
    { values: { hub: { db: { type: 'postgres', url: 'postgresql://db.acme.dev/hub' } } } },
    '⚠️ Where data is kept changes: `hub.db`.',
  ],
];
