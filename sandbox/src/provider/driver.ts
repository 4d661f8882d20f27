import type { Api } from './api.js';
import type { Resource } from './table.js';
import type { Values } from './values.js';

/** How one resource type is made, read, changed and deleted. Failures are thrown in the google provider's words. */
export interface Driver {
  readonly resource: Resource;
  create(api: Api, planned: Values): Promise<Values>;
  /** Undefined where it is gone. */
  read(api: Api, state: Values): Promise<Values | undefined>;
  update(api: Api, prior: Values, planned: Values): Promise<Values>;
  remove(api: Api, state: Values): Promise<void>;
  /** Attributes by which it is found again, from an import id; undefined where the id has another form. */
  identify(id: string): Values | undefined;
}

/** A failure after which something exists: terraform keeps the state and marks it tainted. */
export class PartlyDone extends Error {
  readonly state: Values;

  constructor(message: string, state: Values) {
    super(message);
    this.state = state;
  }
}

/** Runs a step and puts the provider's text before its error. */
export async function say<T>(words: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    throw new Error(`${words}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
