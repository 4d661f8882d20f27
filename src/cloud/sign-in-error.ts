import { ToolError } from '../errors.js';
import { isObject } from '../json.js';
import { failureText } from './http.js';

const NO_CREDENTIALS =
  'In a workflow give workload_identity_provider and service_account; in a terminal run "gcloud auth application-default login".';

/** Why no token could be had, with the way out: nobody signed in, a refusal of Google, or no answer. */
export function explainSignIn(cause: unknown): ToolError {
  const answer = answerOf(cause);
  if (answer === undefined) {
    return new ToolError(`No Google credentials can be used here (${failureText(cause)})`, {
      hint: isNetwork(cause)
        ? `Check the network of this machine (proxy, firewall, DNS), then run again. ${NO_CREDENTIALS}`
        : NO_CREDENTIALS,
      cause,
    });
  }
  const { status, text } = answer;
  const said = text ?? `HTTP ${status}`;
  const where = 'sign-in with Google';
  if (status === 429 || status >= 500) {
    const hint = 'Run again in some minutes. Nothing was changed by this call.';
    return new ToolError(`Google gives no token now (${said})`, { where, hint, cause });
  }
  const hint =
    status === 403
      ? 'The identity of this job may not act as the service account. Check service_account, and that the setup bound this repository, branch and environment to it (SETUP.md, docs/identities.md).'
      : `Check workload_identity_provider and service_account, and that the provider accepts this repository and branch (SETUP.md). In a terminal sign in again: gcloud auth application-default login.`;
  return new ToolError(`Google refuses to sign this identity in (${said})`, { where, hint, cause });
}

/** Status and text of a refusal, in the form of OAuth 2.0 or in Google's own; the library knows the first one only. */
function answerOf(cause: unknown): { readonly status: number; readonly text: string | undefined } | undefined {
  for (let error = cause; isRecord(error); error = error.cause) {
    const { response } = error;
    if (!isRecord(response) || typeof response.status !== 'number') continue;
    return { status: response.status, text: refusalText(response.data) };
  }
  return undefined;
}

function refusalText(data: unknown): string | undefined {
  let body = data;
  if (typeof data === 'string') {
    try {
      body = JSON.parse(data) as unknown;
    } catch {
      return undefined;
    }
  }
  if (!isObject(body)) return undefined;
  const { error, error_description: description } = body;
  if (typeof error === 'string') return typeof description === 'string' ? `${error}: ${description}` : error;
  return isObject(error) && typeof error.message === 'string' ? error.message : undefined;
}

/** The library gives a failure of the network the code of the system. */
function isNetwork(cause: unknown): boolean {
  for (let error = cause; isRecord(error); error = error.cause) {
    if (/^(E[A-Z]+|UND_ERR_\w+)$/.test(String(error.code)) || /fetch failed|socket hang up/.test(String(error.message)))
      return true;
  }
  return false;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
