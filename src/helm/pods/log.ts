import type { Redact } from '../../change/redact.js';
import type { Kubernetes } from '../../cloud/kubernetes.js';

/** Lines and bytes of a log that are read. */
const LINES = 25;
const BYTES = 16_384;

/** One run of a container of a pod. */
export interface ContainerRun {
  readonly pod: string;
  readonly container: string;
  /** True for the run before the present one. */
  readonly previous: boolean;
}

/**
 * The last lines that a container wrote, without secrets; undefined where they cannot be read. They are text from outside.
 */
export async function lastLines(
  kubernetes: Kubernetes,
  namespace: string,
  { pod, container, previous }: ContainerRun,
  redact: Redact,
): Promise<string | undefined> {
  const ref = { apiVersion: 'v1', kind: 'Pod', namespace, name: pod };
  // The node may have removed the log of an earlier run.
  for (const one of previous ? [true, false] : [false]) {
    try {
      const text = await kubernetes.log(ref, { container, previous: one, tailLines: LINES, limitBytes: BYTES });
      if (text.trim() !== '') return redact(text.trimEnd());
    } catch {
      // What is known of the pod says enough. The log is one more help.
    }
  }
  return undefined;
}

/** The line of a log that names the cause: the last one that looks like an error of Python, or the last one. */
export function causeIn(log: string): string {
  const lines = log.split('\n').filter((line) => line.trim() !== '');
  // JupyterHub indents the lines below its own.
  const isError = (line: string): boolean => /^\s*[A-Za-z_][\w.]*(?:Error|Exception|Exit|NotFound)(?::|$)/.test(line);
  return (lines.findLast(isError) ?? lines.at(-1) ?? '').trim();
}
