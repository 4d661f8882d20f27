import type { Json, JsonObject } from '../../config/model.js';
import { isObject } from '../../json.js';
import { nest, valueAt } from './values.js';

/** Terms of the servers' required node affinity. */
const REQUIRED = 'singleuser.extraNodeAffinity.required';
/** Label of Kubernetes for a node's zone. GKE sets it on all nodes. */
const ZONE = 'topology.kubernetes.io/zone';

/**
 * Values that keep notebook servers in the zones of the platform, where their homes are. Kubernetes takes a node that fits
 * any one term, so each term of `hub.values` gets the zones too.
 * @param zones undefined: servers run in any zone
 * @param values all values so far
 */
export function zoneAffinity(zones: readonly string[] | undefined, values: JsonObject): JsonObject {
  if (zones === undefined) return {};
  const expression = { key: ZONE, operator: 'In', values: zones };
  const written = valueAt(values, REQUIRED);
  const terms: readonly Json[] = Array.isArray(written) && written.length > 0 ? written : [{}];
  return nest(
    REQUIRED,
    terms.map((term) => withExpression(term, expression)),
  );
}

function withExpression(term: Json, expression: JsonObject): Json {
  if (!isObject(term)) return term;
  const others = Array.isArray(term.matchExpressions) ? (term.matchExpressions as readonly Json[]) : [];
  return { ...term, matchExpressions: [...others, expression] };
}
