/** Number of the sandbox's one project. */
export const PROJECT_NUMBER = '123456789012';
/** Repository of the GitHub stand-in. */
export const REPOSITORY = 'acme/hubs';
/** Its ID, which a rename does not change. Federation is bound to it. */
export const REPOSITORY_ID = '742';

/** Networks from which the load balancer calls the proxy, for JUPYTERHUB_GKE_GFE_RANGES; pods are at 127.64.x.y. */
export const GFE_RANGES = '127.0.0.1/32';
