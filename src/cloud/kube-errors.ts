import { ToolError } from '../errors.js';
import { isObject } from '../json.js';
import { doneText, type HttpAnswer } from './http.js';

/** A refusal of the API server, with its own reason such as `Forbidden`, `Conflict` or `AlreadyExists`. */
export class KubernetesError extends ToolError {
  readonly status: number;
  readonly reason: string | undefined;

  constructor(message: string, details: { status: number; reason?: string | undefined; where: string; hint?: string }) {
    super(message, { where: details.where, ...(details.hint === undefined ? {} : { hint: details.hint }) });
    this.status = details.status;
    this.reason = details.reason;
  }
}

const HINTS: Readonly<Record<number, string>> = {
  401: 'Sign in again: the token has expired, or this cluster does not know its owner.',
  403: 'Grant roles/container.admin (apply), or what SETUP.md lists for this identity; a new grant takes a minute or two. The rights of plan and sync in the cluster come with the last apply: run it again.',
  400: 'The message names what the cluster takes for invalid. Correct it in jupyterhub.yaml or in a users file, then run again.',
  404: 'Somebody deleted it, or the hub was never installed. "apply" makes what is missing.',
  409: 'Somebody else wrote at the same moment. Run again.',
  410: 'Somebody changed it while this run read it. Run again.',
  412: 'Somebody changed it since this run read it. Run again.',
  413: 'Kubernetes keeps at most 1 MiB in one object. Take large texts out of hub.values, or list fewer people by name.',
  422: 'The message names what the cluster takes for invalid. Correct it in jupyterhub.yaml or in a users file, then run again.',
  429: 'The cluster has too many requests. Run again in some minutes.',
};

/** Turns the API server's `Status` into one plain sentence with cause and way out. */
export function explainStatus({ status, text, mayBeDone }: HttpAnswer, where: string): KubernetesError {
  const body = statusOf(text);
  const message = body?.message ?? `HTTP ${status}`;
  const hint =
    status >= 500
      ? `The API server is unwell. Run again in some minutes. ${doneText(mayBeDone)}`
      : isTerminating(message)
        ? 'Somebody deletes this namespace, and with it the hub. Wait until it is gone ("kubectl get namespaces"), then run "apply"; no role is missing.'
        : (HINTS[status] ?? 'The message names the cause. Run again; if it stays, report it with this message.');
  return new KubernetesError(plainText(status, message), {
    status,
    reason: body?.reason,
    where,
    hint,
  });
}

function plainText(status: number, message: string): string {
  if (message === `HTTP ${status}`) {
    return `The cluster ${status === 429 || status >= 500 ? 'cannot answer now' : 'refuses the call'} (${message})`;
  }
  if (isTerminating(message)) return `The namespace is being deleted: ${message}`;
  if (status === 401) return `The cluster does not accept the credentials (${message})`;
  return status === 403 ? `A permission in the cluster is missing: ${message}` : message;
}

/** Kubernetes refuses to make objects in a namespace that goes, and says so with the status of a missing right. */
function isTerminating(message: string): boolean {
  return /because it is being terminated/.test(message);
}

function statusOf(text: string): { message?: string; reason?: string } | undefined {
  try {
    const status: unknown = JSON.parse(text);
    if (!isObject(status) || status.kind !== 'Status') return undefined;
    const { message, reason } = status;
    return {
      ...(typeof message === 'string' && message !== '' ? { message } : {}),
      ...(typeof reason === 'string' ? { reason } : {}),
    };
  } catch {
    return undefined;
  }
}
