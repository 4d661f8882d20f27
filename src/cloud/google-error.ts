import { ToolError } from '../errors.js';
import type { GoogleService } from './endpoints.js';
import { doneText } from './http.js';

/** A refusal or failure of a Google API, with what is needed to explain it. */
export class GoogleApiError extends ToolError {
  readonly status: number;
  /** Google's machine-readable reason, such as `SERVICE_DISABLED` or `notFound`. */
  readonly reason: string | undefined;

  constructor(message: string, details: { status: number; reason?: string | undefined; where: string; hint?: string }) {
    super(message, { where: details.where, ...(details.hint === undefined ? {} : { hint: details.hint }) });
    this.status = details.status;
    this.reason = details.reason;
  }
}

/** The parts of Google's error body that are read (cloud.google.com/apis/design/errors). */
interface ErrorBody {
  readonly message?: string;
  readonly status?: string;
  readonly errors?: { readonly reason?: string }[];
  readonly details?: {
    readonly '@type'?: string;
    readonly reason?: string;
    readonly metadata?: Record<string, string>;
  }[];
}

/** A refusal of a Google API. */
export interface Refusal {
  readonly service: GoogleService;
  /** Method, host and path. */
  readonly where: string;
  readonly status: number;
  readonly text: string;
  /** True where the call may have been carried out all the same. */
  readonly mayBeDone: boolean;
}

/** Turns Google's error body into one plain sentence with cause and way out. */
export function explainRefusal({ service, where, status, text, mayBeDone }: Refusal): GoogleApiError {
  const error = parseError(text);
  const info = error?.details?.find((detail) => detail['@type']?.endsWith('ErrorInfo'));
  const reason = info?.reason ?? error?.errors?.[0]?.reason ?? error?.status;
  const message = error?.message ?? `HTTP ${status}`;
  if (reason === 'SERVICE_DISABLED' || reason === 'accessNotConfigured') {
    const api = info?.metadata?.service ?? `${service}.googleapis.com`;
    return new GoogleApiError(`The API ${api} is not enabled in this project`, {
      status,
      reason: 'SERVICE_DISABLED',
      where,
      hint: `Run "gcloud services enable ${api}" once, or let "apply" enable it, and wait a minute.`,
    });
  }
  if (status === 401) {
    return new GoogleApiError(`Google does not accept the credentials (${message})`, {
      status,
      reason,
      where,
      hint: 'Sign in again: the token has expired, or workload_identity_provider and service_account do not fit this workflow.',
    });
  }
  if (status === 403) {
    return new GoogleApiError(`A permission is missing: ${message}`, {
      status,
      reason,
      where,
      hint: 'Grant the role that SETUP.md lists for this identity, then run again; a new grant takes a minute or two.',
    });
  }
  const hint = status === 429 || status >= 500 ? `Run again in some minutes. ${doneText(mayBeDone)}` : undefined;
  return new GoogleApiError(message, { status, reason, where, ...(hint === undefined ? {} : { hint }) });
}

/** True for a refusal because another writer was at work, which passes by itself. */
export function isAborted(status: number, text: string): boolean {
  return status === 409 && parseError(text)?.status === 'ABORTED';
}

function parseError(text: string): ErrorBody | undefined {
  try {
    const body = JSON.parse(text) as { error?: ErrorBody } | { error?: ErrorBody }[] | null;
    return (Array.isArray(body) ? body[0] : body)?.error;
  } catch {
    return undefined;
  }
}
