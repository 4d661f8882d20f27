import type { RunNote } from '../../change/run-note.js';
import { getCertificate, type UploadedCertificate } from '../../cloud/compute/certificates.js';
import { locationText } from '../../config/location.js';
import type { Path } from '../../config/yaml/locate.js';
import { ConfigurationError } from '../../errors.js';
import type { DeploymentRecord } from '../../helm/release/record.js';
import type { Session } from './session.js';

/** A certificate that ends within this time is named in every plan. */
const SOON_DAYS = 30;
const DAY = 86_400_000;
const CERTIFICATE: Path = ['access', 'certificate'];

/**
 * Reads the certificate of a hub with subdomains, before anything changes: with a missing or wrong one the load balancer
 * would answer nobody. Undefined for a hub without subdomains.
 */
export async function checkCertificate(session: Session, now = new Date()): Promise<UploadedCertificate | undefined> {
  const { subdomains } = session.config.access;
  if (subdomains === undefined) return undefined;
  const { domain, certificate: name } = subdomains;
  const found = await getCertificate(session.google, session.config.project, name);
  if (found === undefined) {
    throw refusal(
      session,
      `The project "${session.config.project}" has no global SSL certificate "${name}"`,
      `Upload it once: gcloud compute ssl-certificates create ${name} --global --certificate=chain.pem --private-key=key.pem`,
    );
  }
  const missing = [domain, `*.${domain}`].filter((one) => !found.names.includes(one));
  if (missing.length > 0) {
    throw refusal(
      session,
      `The certificate "${name}" does not cover ${missing.join(' and ')}, only ${found.names.join(', ') || 'no name'}`,
      `Upload a certificate for ${domain} and *.${domain} under another name, and write that name here.`,
    );
  }
  if (found.ends !== undefined && found.ends <= now) {
    throw refusal(
      session,
      `The certificate "${name}" has ended on ${dayOf(found.ends)}`,
      'Upload a new one under another name, and write that name here.',
    );
  }
  return found;
}

/** What the changes of a plan do not tell: that hosts are new to an older hub, and that the certificate ends soon. */
export function subdomainNotes(
  { config }: Session,
  deployed: DeploymentRecord | undefined,
  certificate: UploadedCertificate | undefined,
  now = new Date(),
): readonly RunNote[] {
  const notes: RunNote[] = [];
  const isRecorded = deployed?.settings?.['access.subdomains'] !== undefined;
  if (deployed !== undefined && !isRecorded && config.access.subdomains !== undefined) {
    notes.push({ code: 'subdomains-on' });
  }
  if (certificate?.ends !== undefined && certificate.ends.getTime() - now.getTime() < SOON_DAYS * DAY) {
    notes.push({ code: 'certificate-ends', certificate: certificate.name, day: dayOf(certificate.ends) });
  }
  return notes;
}

/** What an operator does so that browsers find people's hosts, and how the certificate stands. */
export function recordsNote(certificate: UploadedCertificate, domain: string, address: string): RunNote {
  const { name, ends } = certificate;
  return {
    code: 'subdomain-records',
    domain,
    address,
    certificate: name,
    ...(ends === undefined ? {} : { day: dayOf(ends) }),
  };
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function refusal(session: Session, text: string, hint: string): ConfigurationError {
  return new ConfigurationError(`${text}. Nothing was changed`, {
    where: locationText(session.input.locate(CERTIFICATE)),
    hint: `${hint} See docs/subdomains.md.`,
  });
}
