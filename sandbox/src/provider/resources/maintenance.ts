import { type ApiObject, take } from '../mapping.js';
import type { Block } from '../table.js';
import { isObject, type Value, type Values } from '../values.js';

/** When Google may upgrade a cluster. The API has exclusions by name, terraform as a set: the functions below translate. */
export const maintenancePolicy: Block = {
  max: 1,
  attributes: {},
  blocks: {
    recurring_window: {
      max: 1,
      attributes: {
        start_time: { type: 'string', is: 'required' },
        end_time: { type: 'string', is: 'required' },
        recurrence: { type: 'string', is: 'required' },
      },
    },
    maintenance_exclusion: {
      max: 20,
      nesting: 'set',
      attributes: {
        exclusion_name: { type: 'string', is: 'required' },
        start_time: { type: 'string', is: 'required' },
        end_time: { type: 'string', is: 'optional' },
      },
      blocks: {
        exclusion_options: { max: 1, attributes: { scope: { type: 'string', is: 'required' } } },
      },
    },
  },
};

/** The policy of a planned cluster, over the one that the API has: the provider keeps exclusions where no policy is left. */
export function policyToApi(planned: Values, now: ApiObject | undefined): ApiObject {
  const known = {
    exclusions: take(now, 'maintenancePolicy.window.maintenanceExclusions') ?? {},
    resourceVersion: take(now, 'maintenancePolicy.resourceVersion'),
  };
  const version = known.resourceVersion === undefined ? {} : { resourceVersion: known.resourceVersion };
  const [policy] = blocksOf(planned.maintenance_policy);
  if (policy === undefined) return { ...version, window: { maintenanceExclusions: known.exclusions } };
  const exclusions = blocksOf(policy.maintenance_exclusion).map((one) => {
    const [options] = blocksOf(one.exclusion_options);
    return [
      String(one.exclusion_name),
      {
        startTime: one.start_time,
        endTime: one.end_time,
        ...(options === undefined ? {} : { maintenanceExclusionOptions: { scope: options.scope } }),
      },
    ];
  });
  const [window] = blocksOf(policy.recurring_window);
  return {
    ...version,
    window: {
      maintenanceExclusions: Object.fromEntries(exclusions),
      recurringWindow: {
        window: { startTime: window?.start_time, endTime: window?.end_time },
        recurrence: window?.recurrence,
      },
    },
  };
}

/** The policy in the state; none where the cluster has no window, whatever its exclusions are. */
export function policyFromApi(cluster: ApiObject): Value {
  const found = take(cluster, 'maintenancePolicy.window.recurringWindow') as ApiObject | undefined;
  if (found === undefined) return [];
  const excluded = Object.entries((take(cluster, 'maintenancePolicy.window.maintenanceExclusions') ?? {}) as ApiObject);
  return [
    {
      recurring_window: [
        {
          start_time: String(take(found, 'window.startTime')),
          end_time: String(take(found, 'window.endTime')),
          recurrence: String(found.recurrence),
        },
      ],
      maintenance_exclusion: excluded.map(([name, one]) => ({
        exclusion_name: name,
        start_time: String(take(one, 'startTime')),
        end_time: String(take(one, 'endTime')),
        // GKE leaves out its default scope, and the provider writes it all the same.
        exclusion_options: [{ scope: String(take(one, 'maintenanceExclusionOptions.scope') ?? 'NO_UPGRADES') }],
      })),
    },
  ];
}

function blocksOf(value: Value | undefined): Values[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}
