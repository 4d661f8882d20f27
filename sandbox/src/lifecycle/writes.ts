import { readFileSync } from 'node:fs';
import type { Sandbox } from '../sandbox.js';

/** What was written between two moments, as the APIs logged it. */
export interface Writes {
  /** Calls of Google's APIs that change something, except the state lock. */
  readonly google: readonly string[];
  /** Calls for the state lock: two per lock, to take and to release it. */
  readonly lock: readonly string[];
  /** Requests of our identities, not of controllers, to the API server that change something. */
  readonly kubernetes: readonly string[];
  /** All requests of helm to the API server. */
  readonly helm: readonly string[];
  /** All calls of Google's APIs. */
  readonly calls: number;
}

/** A request as the API server logged it after its answer. */
export interface AuditEvent {
  readonly verb: string;
  readonly requestURI: string;
  readonly user?: { readonly username?: string };
  readonly responseStatus?: { readonly code?: number };
  readonly userAgent?: string;
  /** ISO 8601, with microseconds. */
  readonly stageTimestamp: string;
}

const WRITING = new Set(['create', 'update', 'patch', 'delete', 'deletecollection']);
// These reviews are queries, although Kubernetes takes them by POST.
const QUESTION = /(selfsubject|subject|token)[a-z]*reviews/;

/** Starts to record. The returned function reads journal and audit log and returns the writes since then. */
export function recordWrites({ emulator, controlPlane }: Sandbox): () => Writes {
  const from = emulator.journal.length;
  const audited = auditSize(controlPlane.auditLog);
  return () => {
    const calls = emulator.journal.slice(from);
    const written = calls.filter(({ write, status }) => write && status < 400);
    const text = ({ http, path }: { http: string; path: string }): string => `${http} ${path}`;
    const isLock = ({ path }: { path: string }): boolean => path.includes('.tflock');
    const events = auditEvents(controlPlane.auditLog, audited);
    const writes = events.filter(
      ({ verb, user, requestURI }) =>
        WRITING.has(verb) && (user?.username ?? '').includes('@') && !QUESTION.test(requestURI),
    );
    return {
      google: written.filter((call) => !isLock(call)).map(text),
      lock: written.filter(isLock).map(text),
      kubernetes: writes.map(({ verb, requestURI, user }) => `${verb} ${requestURI} by ${user?.username ?? ''}`),
      helm: events
        .filter(({ userAgent }) => userAgent?.startsWith('Helm'))
        .map(({ verb, requestURI }) => `${verb} ${requestURI}`),
      calls: calls.length,
    };
  };
}

/** Number of requests that the API server has logged. */
export function auditSize(path: string): number {
  return auditLines(path).length;
}

/** The logged requests after the first `from`. */
export function auditEvents(path: string, from: number): readonly AuditEvent[] {
  return auditLines(path)
    .slice(from)
    .map((line) => JSON.parse(line) as AuditEvent);
}

function auditLines(path: string): string[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
}
