import type { Identity } from './policies.js';

/** A refusal with Google's text. The server wraps it in the format that all its APIs share. */
export class ApiError extends Error {
  readonly code: number;
  /** Reason of the older envelope, such as `notFound`. */
  readonly reason: string;
  /** Name of the gRPC status; APIs that are not gRPC (compute, storage) leave it out. */
  readonly status: string | undefined;
  readonly domain: string;
  readonly details: readonly Readonly<Record<string, unknown>>[];
  /** The whole body, for an API with its own format. */
  readonly body: unknown;

  constructor(
    code: number,
    message: string,
    more: {
      reason?: string;
      status?: string | undefined;
      domain?: string;
      details?: readonly Record<string, unknown>[];
      body?: unknown;
    } = {},
  ) {
    super(message);
    this.code = code;
    this.reason = more.reason ?? REASONS[code] ?? 'backendError';
    this.status = 'status' in more ? more.status : STATUS[code];
    this.domain = more.domain ?? 'global';
    this.details = more.details ?? [];
    this.body = more.body;
  }

  /** The body that is sent. */
  toBody(): unknown {
    if (this.body !== undefined) return this.body;
    return {
      error: {
        code: this.code,
        message: this.message,
        errors: [{ domain: this.domain, message: this.message, reason: this.reason }],
        ...(this.status === undefined ? {} : { status: this.status }),
        ...(this.details.length === 0 ? {} : { details: this.details }),
      },
    };
  }
}

const REASONS: Readonly<Record<number, string>> = {
  400: 'badRequest',
  401: 'authError',
  403: 'forbidden',
  404: 'notFound',
  409: 'alreadyExists',
  412: 'conditionNotMet',
  429: 'rateLimitExceeded',
  501: 'notImplemented',
  503: 'backendError',
};

const STATUS: Readonly<Record<number, string>> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  409: 'ALREADY_EXISTS',
  412: 'FAILED_PRECONDITION',
  429: 'RESOURCE_EXHAUSTED',
  500: 'INTERNAL',
  501: 'UNIMPLEMENTED',
  503: 'UNAVAILABLE',
};

/** The answer to calls of an API that the project has not enabled, as Google words it. */
export function serviceDisabled(api: string, projectNumber: string): ApiError {
  const service = `${api}.googleapis.com`;
  const title = TITLES[api] ?? `${api} API`;
  const url = `https://console.developers.google.com/apis/api/${service}/overview?project=${projectNumber}`;
  const message = `${title} has not been used in project ${projectNumber} before or it is disabled. Enable it by visiting ${url} then retry. If you enabled this API recently, wait a few minutes for the action to propagate to our systems and retry.`;
  return new ApiError(403, message, {
    reason: 'accessNotConfigured',
    domain: 'usageLimits',
    details: [
      {
        '@type': 'type.googleapis.com/google.rpc.Help',
        links: [{ description: 'Google developers console API activation', url }],
      },
      {
        '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
        reason: 'SERVICE_DISABLED',
        domain: 'googleapis.com',
        metadata: {
          activationUrl: url,
          consumer: `projects/${projectNumber}`,
          containerInfo: projectNumber,
          service,
          serviceTitle: title,
        },
      },
    ],
  });
}

/** The answer to a call on a bucket or its content without permission. */
export function storageDenied(identity: Identity | undefined, permission: string, resource: string): ApiError {
  const who = identity?.email ?? (identity?.principals === undefined ? 'Anonymous caller' : 'Caller');
  return new ApiError(
    403,
    `${who} does not have ${permission} access to the Google Cloud Storage ${resource.includes('/objects/') ? 'object' : 'bucket'}. Permission '${permission}' denied on resource '${resource}' (or it may not exist).`,
    { status: undefined },
  );
}

const TITLES: Readonly<Record<string, string>> = {
  cloudidentity: 'Cloud Identity API',
  cloudresourcemanager: 'Cloud Resource Manager API',
  compute: 'Compute Engine API',
  container: 'Kubernetes Engine API',
  iam: 'Identity and Access Management (IAM) API',
  iamcredentials: 'IAM Service Account Credentials API',
  iap: 'Cloud Identity-Aware Proxy API',
  serviceusage: 'Service Usage API',
  storage: 'Cloud Storage API',
  sts: 'Security Token Service API',
};
