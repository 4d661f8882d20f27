/** Number of the sandbox's one project. */
export const PROJECT_NUMBER = '123456789012';
/** The repository that the GitHub stand-in plays. */
export const REPOSITORY = 'acme/hubs';
/** Its id, which never changes with its name: federation is bound on it. */
export const REPOSITORY_ID = '742';

/** Networks from which the load balancer calls the proxy, for JUPYTERHUB_GKE_GFE_RANGES; pods are at 127.64.x.y. */
export const GFE_RANGES = '127.0.0.1/32';
