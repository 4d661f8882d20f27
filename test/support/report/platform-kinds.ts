import { clusterOf } from '../../../src/config/platform/cluster.js';
import type { JupyterhubFile } from '../../../src/config/schema/types.generated.js';
import { ACCESS } from '../hub-config.js';
import type { Kind, Side } from './setting-kinds.js';

type Pools = NonNullable<NonNullable<JupyterhubFile['platform']>['nodePools']>;
const standard = (nodePools: Pools): Side => ({
  platform: {
    name: 'research',
    from: undefined,
    zones: undefined,
    cluster: clusterOf({ location: 'us-central1', platform: { cluster: { mode: 'standard' }, nodePools } }),
    deletionProtection: true,
  },
});
const CPU = { machineType: 'n2-standard-8', max: 10 };
const L4 = { machineType: 'g2-standard-8', gpu: { type: 'nvidia-l4' }, max: 4 };

/** Kinds of change of the cluster and its node pools. */
export const PLATFORM_KINDS: readonly Kind[] = [
  [
    'the mode of the cluster changes',
    {},
    standard({ cpu: CPU }),
    '⚠️ The cluster is replaced by one of the mode `standard`: all servers stop, and the address of the hub changes unless it has a domain.',
  ],
  [
    'a node pool comes',
    standard({ cpu: CPU }),
    standard({
      cpu: CPU,
      l4: { ...L4, gpu: { type: 'nvidia-l4', sharing: { strategy: 'time-sharing', clients: 4 } } },
    }),
    'Node pool `l4` is new: 0–4 × g2-standard-8 with 1 nvidia-l4, each for 4 servers.',
  ],
  [
    'a node pool changes',
    standard({ cpu: CPU, l4: L4 }),
    standard({ cpu: CPU, l4: { ...L4, capacity: 'spot', min: 1, zones: ['us-central1-a'] } }),
    'Node pool `l4` is 1–4 × g2-standard-8 with 1 nvidia-l4, spot in us-central1-a, and was 0–4 × g2-standard-8 with 1 nvidia-l4.',
  ],
  [
    'a node pool goes',
    standard({
      cpu: CPU,
      tpu: { machineType: 'ct5lp-hightpu-4t', tpu: { topology: '2x2' }, max: 1, zones: ['us-central1-a'] },
    }),
    standard({ cpu: CPU }),
    '⚠️ Node pool `tpu` goes (0–1 × ct5lp-hightpu-4t with 4 TPU chips in us-central1-a): servers on it stop.',
  ],
  [
    'an OAuth client of its own',
    {},
    { access: { ...ACCESS, oauthClient: 'OAUTH_CLIENT' } },
    'The sign-in page of IAP uses the OAuth client of the secret `OAUTH_CLIENT`: people of other organisations can enter where the users files list them.',
  ],
];
