import type { HubConfig } from '../../../src/config/model.js';
import { LIMITS } from '../hub-config.js';
import type { Kind, Side } from './setting-kinds.js';

const limits = (more: Partial<HubConfig['limits']>): Side => ({ limits: { ...LIMITS, ...more } });

/** Kinds of change of the limits of the hub. */
export const LIMIT_KINDS: readonly Kind[] = [
  [
    'a limit of servers comes',
    {},
    limits({ servers: 200 }),
    '⚠️ At most 200 servers may run at the same time, any number so far. A start beyond that is refused, and servers that run stay.',
  ],
  [
    'more servers',
    limits({ servers: 20 }),
    limits({ servers: 40 }),
    'At most 40 servers may run at the same time, 20 so far.',
  ],
  [
    'the limit of servers goes',
    limits({ servers: 200 }),
    {},
    'Any number of servers may run at the same time, 200 so far.',
  ],
  [
    'more starts at the same time',
    {},
    limits({ concurrentSpawns: 128 }),
    'At most 128 servers may start at the same time, 64 so far. Others are asked to try again.',
  ],
  [
    'named servers come',
    {},
    limits({ namedServers: 2 }),
    'A person may have 2 named servers beside the usual one, none so far. Each has a home of its own.',
  ],
  [
    'fewer named servers',
    limits({ namedServers: 2 }),
    limits({ namedServers: 1 }),
    '⚠️ A person may have 1 named server beside the usual one, 2 so far.',
  ],
  [
    'named servers go',
    limits({ namedServers: 2 }),
    {},
    '⚠️ Named servers are no longer allowed, 2 per person so far. Those that run stay until they stop, and their homes are kept.',
  ],
  [
    'a limit of memory comes',
    {},
    limits({ memoryPerUser: '32Gi' }),
    '⚠️ All servers of one person together may have 32Gi of memory, any so far. A start beyond that is refused.',
  ],
  [
    'more memory per person',
    limits({ memoryPerUser: '32Gi' }),
    limits({ memoryPerUser: '64Gi' }),
    'All servers of one person together may have 64Gi of memory, 32Gi so far. A start beyond that is refused.',
  ],
  [
    'the limit of memory goes',
    limits({ memoryPerUser: '32Gi' }),
    {},
    'All servers of one person together may have any memory, 32Gi so far.',
  ],
  [
    'secrets for private images',
    {},
    { pullSecrets: ['REGISTRY'] },
    'Images of notebooks are pulled with the secrets `REGISTRY`, without any so far.',
  ],
  [
    'images of another project',
    {},
    { registries: ['acme-images'] },
    'Nodes load images from `acme-images`, where the owner of each registry grants it.',
  ],
  [
    'no images of another project',
    { registries: ['acme-images'] },
    {},
    'Images come from registries that everybody, or the nodes of this project, may read.',
  ],
  [
    'no secrets for private images',
    { pullSecrets: ['REGISTRY'] },
    {},
    '⚠️ Images of notebooks are pulled without secrets, with `REGISTRY` so far.',
  ],
];
