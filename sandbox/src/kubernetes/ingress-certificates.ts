import { createHash } from 'node:crypto';
import type { Log } from '../log.js';
import type { KubeClient, KubeObject } from './client.js';

const PATH = '/apis/networking.gke.io/v1';

/**
 * Moves ManagedCertificates from Provisioning to Active. Google takes up to an hour after the DNS change; here it takes
 * `delay` milliseconds, and nothing checks the name.
 */
export function followCertificates(client: KubeClient, delay: number, log: Log): { stop(): void } {
  const timers = new Set<NodeJS.Timeout>();
  const set = async (certificate: KubeObject, status: string): Promise<void> => {
    const { namespace = 'default', name, uid = '' } = certificate.metadata;
    const domains = Array.isArray(certificate.spec?.domains) ? certificate.spec.domains.map(String) : [];
    try {
      await client.mergePatch(`${PATH}/namespaces/${namespace}/managedcertificates/${name}/status`, {
        status: {
          certificateName: `mcrt-${createHash('sha256').update(uid).digest('hex').slice(0, 32)}`,
          certificateStatus: status,
          domainStatus: domains.map((domain) => ({ domain, status })),
          ...(status === 'Active' ? { expireTime: new Date(Date.now() + 90 * 86_400_000).toISOString() } : {}),
        },
      });
    } catch (error) {
      log(`certificate ${namespace}/${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  const watch = client.watch(`${PATH}/managedcertificates`, async (event, certificate) => {
    if (event === 'DELETED' || certificate.metadata.deletionTimestamp !== undefined) return;
    const status = certificate.status?.certificateStatus;
    const listed = Array.isArray(certificate.status?.domainStatus) ? certificate.status.domainStatus : [];
    const domains = listed.map((one: { domain?: unknown }) => one.domain);
    const changed = JSON.stringify(domains) !== JSON.stringify(certificate.spec?.domains);
    if (status === undefined || status === '' || changed) await set(certificate, 'Provisioning');
    else if (status === 'Provisioning') {
      const timer = setTimeout(() => {
        timers.delete(timer);
        void set(certificate, 'Active');
      }, delay).unref();
      timers.add(timer);
    }
  });
  return {
    stop(): void {
      watch.stop();
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
