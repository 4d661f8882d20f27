import { ConfigurationError } from '../errors.js';
import type { GoogleClient } from './rest.js';

/** Number of a project, as a decimal string. Names of IAP resources and audiences contain it. */
export async function projectNumber(google: GoogleClient, project: string): Promise<string> {
  const found = await google.get<{ projectNumber?: string; lifecycleState?: string }>({
    service: 'cloudresourcemanager',
    path: `projects/${encodeURIComponent(project)}`,
  });
  if (!found?.projectNumber) {
    throw new ConfigurationError(`The project "${project}" does not exist, or this identity may not see it`, {
      where: 'jupyterhub.yaml: project',
      hint: 'Check the project id (not its name or number), and that the identity holds roles/browser on it.',
    });
  }
  return found.projectNumber;
}

/** True when the terraform state of a prefix exists. A missing bucket is an error that says how to create it. */
export async function stateExists(google: GoogleClient, bucket: string, prefix: string): Promise<boolean> {
  const name = encodeURIComponent(`${prefix}/default.tfstate`);
  const object = await google.get<object>({ service: 'storage', path: `b/${bucket}/o/${name}` });
  if (object) return true;
  const exists = await google.get<object>({ service: 'storage', path: `b/${bucket}/o`, query: { maxResults: '1' } });
  if (exists) return false;
  throw new ConfigurationError(`The state bucket "${bucket}" does not exist`, {
    where: 'jupyterhub.yaml: state.bucket',
    hint: `Create it once: gcloud storage buckets create gs://${bucket} --uniform-bucket-level-access --public-access-prevention`,
  });
}

/** A load balancer's backend service, as far as identity checks need it. */
export interface BackendService {
  /** Numeric id as a decimal string: it has 64 bits, and a JavaScript number 53. */
  readonly id: string;
  readonly name: string;
  readonly iapEnabled: boolean;
  /** OAuth client of the sign-in page; undefined where Google manages it. */
  readonly oauthClientId: string | undefined;
  /** `namespace/service` that the GKE controller notes in the description; undefined when it does not. */
  readonly service: string | undefined;
}

/** Reads a global backend service by name; undefined when there is none. */
export async function getBackendService(
  google: GoogleClient,
  project: string,
  name: string,
): Promise<BackendService | undefined> {
  const found = await google.get<{
    id: string;
    name: string;
    description?: string;
    iap?: { enabled?: boolean; oauth2ClientId?: string };
  }>({
    service: 'compute',
    path: `projects/${project}/global/backendServices/${encodeURIComponent(name)}`,
  });
  if (!found) return undefined;
  return {
    id: String(found.id),
    name: found.name,
    iapEnabled: found.iap?.enabled === true,
    oauthClientId: found.iap?.oauth2ClientId || undefined,
    service: serviceOf(found.description),
  };
}

function serviceOf(description: string | undefined): string | undefined {
  try {
    const noted = (JSON.parse(description ?? '') as Record<string, unknown>)['kubernetes.io/service-name'];
    return typeof noted === 'string' ? noted : undefined;
  } catch {
    return undefined;
  }
}
