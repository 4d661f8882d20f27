import type { components } from '@octokit/openapi-types';

/** What GitHub sends, by the name that its description of the API has for it. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];
