import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { kubeconfig, writeKubeconfig } from '../../../../src/helm/release/kubeconfig.js';

test('a kubeconfig refers to the file of the token, and only the owner can read both', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'kubeconfig-'));
  try {
    const file = await writeKubeconfig(dir, { endpoint: 'gke-1.us-central1.gke.example', token: 'ya29.secret' });
    const text = readFileSync(file, 'utf8');
    expect(text).not.toContain('ya29.secret');
    const { clusters, users } = JSON.parse(text) as {
      clusters: { cluster: { server: string } }[];
      users: { user: { tokenFile: string } }[];
    };
    expect(clusters[0]?.cluster).toEqual({ server: 'https://gke-1.us-central1.gke.example' });
    const tokenFile = users[0]?.user.tokenFile ?? '';
    expect(readFileSync(tokenFile, 'utf8')).toBe('ya29.secret');
    for (const path of [file, tokenFile]) expect(statSync(path).mode & 0o777).toBe(0o600);
    await writeKubeconfig(dir, { endpoint: 'gke-1.us-central1.gke.example', token: 'newer' });
    expect(readFileSync(tokenFile, 'utf8')).toBe('newer');
  } finally {
    rmSync(dir, { recursive: true });
  }
});

test('a kubeconfig has the certificate authority of the cluster, and text cannot break out of the document', () => {
  const odd = 'host"\nusers: []\n#';
  const parsed = JSON.parse(JSON.stringify(kubeconfig({ endpoint: odd, caPem: 'PEM' }, '/t'))) as {
    clusters: { cluster: object }[];
  };
  expect(parsed.clusters[0]?.cluster).toEqual({ server: `https://${odd}`, 'certificate-authority-data': btoa('PEM') });
});
