import type { JsonObject } from '../../../config/model.js';
import type { Cluster } from '../../../config/platform/node-pool.js';
import { autopilotValues } from './autopilot.js';
import { standardValues } from './standard.js';

/** Values that follow from how the cluster gets its nodes. */
export function platformValues({ mode }: Cluster): JsonObject {
  return mode === 'autopilot' ? autopilotValues() : standardValues();
}
