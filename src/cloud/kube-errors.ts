import { errorMessage, ToolError } from '../errors.js';

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

/** The document of a good answer; a proxy's page in its place is named as what it is. */
export function parsed<T>(text: string, where: string): T {
  try {
    return JSON.parse(text) as T;
  } catch (cause) {
    throw new ToolError('The answer is not what Kubernetes says: it is no JSON', {
      where,
      hint: 'Check whether a proxy between this machine and the cluster answers in its place.',
      cause,
    });
  }
}

/** A connection that failed, with the way to look for the cause. */
export function unreachable(host: string, where: string, cause: unknown): ToolError {
  const inner = cause instanceof Error && cause.cause !== undefined ? cause.cause : cause;
  return new ToolError(`The cluster at ${host} cannot be reached (${errorMessage(inner)})`, {
    where,
    hint: 'Check that the cluster is RUNNING with its DNS endpoint on, and the network of this machine (proxy, firewall), then run again.',
    cause,
  });
}

const HINTS: Readonly<Record<number, string>> = {
  401: 'Sign in again: the token has expired, or it belongs to nobody whom this cluster knows.',
  403: 'Grant roles/container.admin (apply), or what SETUP.md lists for this identity; a new grant takes a minute or two.',
  409: 'Somebody else wrote at the same moment. Run again.',
  429: 'The cluster asks for patience. Run again in some minutes.',
};

/** A refusal as one plain message. */
export function refused(status: number, text: string, where: string): KubernetesError {
  const said = statusOf(text);
  const message = said?.message ?? `HTTP ${status}`;
  const plain =
    status === 401
      ? `The cluster does not accept the credentials (${message})`
      : status === 403
        ? `A permission in the cluster is missing: ${message}`
        : message;
  const hint = HINTS[status] ?? (status >= 500 ? 'The API server is unwell. Run again in some minutes.' : undefined);
  return new KubernetesError(plain, { status, reason: said?.reason, where, ...(hint === undefined ? {} : { hint }) });
}

function statusOf(text: string): { message?: string; reason?: string } | undefined {
  try {
    const status = JSON.parse(text) as { kind?: string; message?: string; reason?: string };
    return status.kind === 'Status' ? status : undefined;
  } catch {
    return undefined;
  }
}
