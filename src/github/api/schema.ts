import type { components } from '@octokit/openapi-types';

/** Types of GitHub's answers, by their names in its API description. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];
