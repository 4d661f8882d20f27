import { readFileSync } from 'node:fs';
import type { Sandbox } from '../sandbox.js';

/** What was written between two moments, as the APIs themselves noted it. */
export interface Writes {
  /** Calls of Google's APIs that change something, apart from the state's lock. */
  readonly google: readonly string[];
  /** Calls of the state lock: one made and one removed for each lock that was taken. */
  readonly lock: readonly string[];
  /** Requests to the API server that change something, made by one of our identities and not by a controller. */
  readonly kubernetes: readonly string[];
  /** Requests of any kind that helm made to the API server. */
  readonly helm: readonly string[];
  /** All calls of Google's APIs. */
  readonly calls: number;
}

/** A request as the API server noted it when it had answered. */
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
// These reviews are questions that Kubernetes takes by POST.
const QUESTION = /(selfsubject|subject|token)[a-z]*reviews/;

/** Reads journal and audit log from now on; the result says what was written since. */
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

/** How many requests the API server has noted. */
export function auditSize(path: string): number {
  return auditLines(path).length;
}

/** The requests that it noted after the first `from`. */
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
