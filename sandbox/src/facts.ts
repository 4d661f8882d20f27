/** Number of the sandbox's one project. */
export const PROJECT_NUMBER = '123456789012';
/** The repository that the GitHub stand-in plays. */
export const REPOSITORY = 'acme/hubs';
/** Its id, which never changes with its name: federation is bound on it. */
export const REPOSITORY_ID = '742';
