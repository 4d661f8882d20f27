/** Google APIs that the product calls itself (terraform calls more). */
export type GoogleService =
  | 'cloudidentity'
  | 'cloudresourcemanager'
  | 'compute'
  | 'container'
  | 'iamcredentials'
  | 'iap'
  | 'secretmanager'
  | 'serviceusage'
  | 'storage'
  | 'sts';

// Variable names are those of the terraform google provider, so that one setting moves both
// (hashicorp/terraform-provider-google, google/transport, 7.45); sts has none there, ours follows the pattern.
const ENDPOINTS: Record<GoogleService, { variable: string; base: string }> = {
  cloudidentity: {
    variable: 'GOOGLE_CLOUD_IDENTITY_CUSTOM_ENDPOINT',
    base: 'https://cloudidentity.googleapis.com/v1/',
  },
  cloudresourcemanager: {
    variable: 'GOOGLE_RESOURCE_MANAGER_CUSTOM_ENDPOINT',
    base: 'https://cloudresourcemanager.googleapis.com/v1/',
  },
  compute: { variable: 'GOOGLE_COMPUTE_CUSTOM_ENDPOINT', base: 'https://compute.googleapis.com/compute/v1/' },
  container: { variable: 'GOOGLE_CONTAINER_CUSTOM_ENDPOINT', base: 'https://container.googleapis.com/v1/' },
  iamcredentials: {
    variable: 'GOOGLE_IAM_CREDENTIALS_CUSTOM_ENDPOINT',
    base: 'https://iamcredentials.googleapis.com/v1/',
  },
  iap: { variable: 'GOOGLE_IAP_CUSTOM_ENDPOINT', base: 'https://iap.googleapis.com/v1/' },
  secretmanager: {
    variable: 'GOOGLE_SECRET_MANAGER_CUSTOM_ENDPOINT',
    base: 'https://secretmanager.googleapis.com/v1/',
  },
  serviceusage: { variable: 'GOOGLE_SERVICE_USAGE_CUSTOM_ENDPOINT', base: 'https://serviceusage.googleapis.com/v1/' },
  storage: { variable: 'GOOGLE_STORAGE_CUSTOM_ENDPOINT', base: 'https://storage.googleapis.com/storage/v1/' },
  sts: { variable: 'GOOGLE_STS_CUSTOM_ENDPOINT', base: 'https://sts.googleapis.com/v1/' },
};

/** Base URL of a Google API, with a slash at its end: the environment's override, else Google's. */
export function endpointOf(service: GoogleService, env: NodeJS.ProcessEnv): string {
  const { variable, base } = ENDPOINTS[service];
  const chosen = env[variable] || base;
  return chosen.endsWith('/') ? chosen : `${chosen}/`;
}
