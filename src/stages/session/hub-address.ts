import type { RunNote } from '../../change/run-note.js';
import type { UploadedCertificate } from '../../cloud/compute/certificates.js';
import { ToolError } from '../../errors.js';
import type { Roots } from './programs.js';
import type { Session } from './session.js';
import { recordsNote } from './subdomains.js';

/** Host name of the hub: the configured one, else a sslip.io name that resolves to the reserved address. */
export async function hubAddress(session: Session, root: Roots['hub']): Promise<string> {
  const { config, context } = session;
  if (config.access.domain) return config.access.domain;
  const address = await reservedAddress(session, root);
  context.say(`  reserved address: ${address}`);
  return `${address}.sslip.io`;
}

/** What has to happen outside of this run before browsers reach a new or changed hub. */
export async function addressNote(
  session: Session,
  root: Roots['hub'],
  certificate: UploadedCertificate | undefined,
): Promise<RunNote> {
  const { subdomains } = session.config.access;
  if (subdomains === undefined || certificate === undefined) return { code: 'certificate-pending' };
  return recordsNote(certificate, subdomains.domain, await reservedAddress(session, root));
}

async function reservedAddress({ config }: Session, root: Roots['hub']): Promise<string> {
  const outputs = await root.outputs();
  const { address } = (outputs.address ?? {}) as { address?: unknown };
  if (typeof address !== 'string' || !/^[0-9.]+$/.test(address)) {
    throw new ToolError('The reserved address of the hub is not in the terraform state', {
      where: `gs://${config.state.bucket}`,
      hint: 'Run apply again. If the error stays, check "terraform output" of the hub root.',
    });
  }
  return address;
}
