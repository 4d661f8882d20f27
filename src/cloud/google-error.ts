import { ToolError } from '../errors.js';
import { isObject, type JsonObject } from '../json.js';
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
  const message = error?.message ?? bareMessage(service, status);
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
  const passing = `Run again in some minutes. ${doneText(mayBeDone)}`;
  const hint = status === 429 || status >= 500 ? passing : (HINTS[status] ?? OTHER_HINT);
  return new GoogleApiError(message, { status, reason, where, hint });
}

const OTHER_HINT =
  'The message names the cause. Where nothing of it is in your files, run again; if it stays, report it with this message.';
/** What to do about refusals that need no more explanation. */
const HINTS: Readonly<Record<number, string>> = {
  400: 'Google takes a value of this call for invalid. Correct what the message names, in jupyterhub.yaml or in a users file, then run again.',
  404: 'Check the project and the names in jupyterhub.yaml, and whether somebody deleted it. "apply" makes what is missing of a hub.',
  409: 'It exists already, or somebody else works on it at this moment. Wait until other runs and operations have ended, then run again.',
  412: 'Somebody changed it since this run read it. Run again: the next run reads what is there now.',
};

/** What a refusal says that has no text of Google, such as one of a proxy. */
function bareMessage(service: GoogleService, status: number): string {
  const host = `${service}.googleapis.com`;
  if (status === 429) return `${host} takes no more calls now (HTTP 429)`;
  return status >= 500 ? `${host} cannot answer now (HTTP ${status})` : `${host} refuses the call (HTTP ${status})`;
}

/** True for a refusal because another writer was at work, which passes by itself. */
export function isAborted(status: number, text: string): boolean {
  return status === 409 && parseError(text)?.status === 'ABORTED';
}

/** Google's error, as far as it has the form that Google describes; undefined for what a proxy or a gateway says. */
function parseError(text: string): ErrorBody | undefined {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return undefined;
  }
  const first: unknown = Array.isArray(body) ? body[0] : body;
  const error = isObject(first) ? first.error : undefined;
  // The token services answer as OAuth 2.0 says.
  if (typeof error === 'string') return { message: textOf((first as JsonObject).error_description) ?? error };
  if (!isObject(error)) return undefined;
  const objects = (list: unknown): ErrorBody[] => (Array.isArray(list) ? list.filter(isObject) : []) as ErrorBody[];
  const [message, status] = [textOf(error.message), textOf(error.status)];
  return {
    ...(message === undefined ? {} : { message }),
    ...(status === undefined ? {} : { status }),
    errors: objects(error.errors) as NonNullable<ErrorBody['errors']>,
    details: objects(error.details) as NonNullable<ErrorBody['details']>,
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
