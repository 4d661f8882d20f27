import type { GoogleClient } from '../cloud/rest.js';
import { ToolError } from '../errors.js';
import { isObject } from '../json.js';

/** A resource that a state knows. */
export interface StateResource {
  readonly type: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/**
 * The resources in a terraform state, read without terraform; undefined where there is no state. A state that cannot be
 * read is an error: what it does not say must not count as absent.
 * @param prefix as `statePrefix` gives it
 */
export async function readState(
  google: GoogleClient,
  bucket: string,
  prefix: string,
): Promise<readonly StateResource[] | undefined> {
  const object = `${prefix}/default.tfstate`;
  const text = await google.content(bucket, object);
  return text === undefined ? undefined : parseState(text, `gs://${bucket}/${object}`);
}

function parseState(text: string, where: string): readonly StateResource[] {
  const resources = resourcesOf(text);
  if (resources === undefined) throw damagedState(where);
  return resources.filter(isObject).flatMap(({ mode, type, instances }) =>
    mode !== 'managed' || !Array.isArray(instances)
      ? []
      : instances.filter(isObject).map(({ attributes }) => ({
          type: String(type),
          attributes: isObject(attributes) ? attributes : {},
        })),
  );
}

function resourcesOf(text: string): readonly unknown[] | undefined {
  try {
    const state: unknown = JSON.parse(text);
    return isObject(state) && Array.isArray(state.resources) ? state.resources : undefined;
  } catch {
    return undefined;
  }
}

/** The state was cut off or overwritten by something else. */
export function damagedState(where: string): ToolError {
  const object = where.endsWith('.tfstate') ? where : `${where}/default.tfstate`;
  return new ToolError('The terraform state is damaged: it is not the JSON that terraform writes', {
    where: object,
    hint: `Nothing was changed. List its earlier versions with "gcloud storage ls --all-versions ${object}", and copy a whole one back: gcloud storage cp ${object}#GENERATION ${object}`,
  });
}
