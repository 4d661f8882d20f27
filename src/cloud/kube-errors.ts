import { ToolError } from '../errors.js';
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
  409: 'Somebody else wrote at the same moment. Run again.',
  429: 'The cluster has too many requests. Run again in some minutes.',
};

/** Turns the API server's `Status` into one plain sentence with cause and way out. */
export function explainStatus({ status, text, mayBeDone }: HttpAnswer, where: string): KubernetesError {
  const body = statusOf(text);
  const message = body?.message ?? `HTTP ${status}`;
  const hint =
    status >= 500 ? `The API server is unwell. Run again in some minutes. ${doneText(mayBeDone)}` : HINTS[status];
  return new KubernetesError(plainText(status, message), {
    status,
    reason: body?.reason,
    where,
    ...(hint === undefined ? {} : { hint }),
  });
}

function plainText(status: number, message: string): string {
  if (status === 401) return `The cluster does not accept the credentials (${message})`;
  return status === 403 ? `A permission in the cluster is missing: ${message}` : message;
}

function statusOf(text: string): { message?: string; reason?: string } | undefined {
  try {
    const status = JSON.parse(text) as { kind?: string; message?: string; reason?: string };
    return status.kind === 'Status' ? status : undefined;
  } catch {
    return undefined;
  }
}
