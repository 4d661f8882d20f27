import type { GoogleClient } from '../rest.js';

/** A certificate that somebody uploaded to Compute Engine. */
export interface UploadedCertificate {
  readonly name: string;
  /** Host names that it covers, such as `*.hub.acme.dev`. */
  readonly names: readonly string[];
  /** Its last moment; undefined where Compute does not say. */
  readonly ends: Date | undefined;
}

/** Reads a global SSL certificate by name; undefined when there is none. Compute gives no private key. */
export async function getCertificate(
  google: GoogleClient,
  project: string,
  name: string,
): Promise<UploadedCertificate | undefined> {
  const found = await google.get<{ subjectAlternativeNames?: readonly string[]; expireTime?: string }>({
    service: 'compute',
    path: `projects/${project}/global/sslCertificates/${encodeURIComponent(name)}`,
  });
  if (!found) return undefined;
  const ends = new Date(found.expireTime ?? '');
  return {
    name,
    names: (found.subjectAlternativeNames ?? []).map((one) => one.toLowerCase()),
    ends: Number.isNaN(ends.getTime()) ? undefined : ends,
  };
}
