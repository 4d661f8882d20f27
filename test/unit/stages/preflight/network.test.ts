import { describe, expect, test } from '@jest/globals';
import { GoogleClient } from '../../../../src/cloud/rest.js';
import type { Platform } from '../../../../src/config/model.js';
import type { ExistingNetwork } from '../../../../src/config/platform/network.js';
import { runNoteText } from '../../../../src/report/text/run-note.js';
import { checkNetwork } from '../../../../src/stages/preflight/network.js';
import type { Session } from '../../../../src/stages/session/session.js';
import { type Answer, stub } from '../../../support/answers.js';
import { hubConfig } from '../../../support/hub-config.js';

const EXISTING: ExistingNetwork = {
  project: 'acme-research',
  network: 'vpc',
  subnetwork: 'gke',
  podsRange: 'pods',
  servicesRange: 'services',
};
const subnetwork = (more: object = {}): Answer => ({
  status: 200,
  body: {
    network: 'https://www.googleapis.com/compute/v1/projects/acme-research/global/networks/vpc',
    secondaryIpRanges: [{ rangeName: 'pods' }, { rangeName: 'services' }],
    privateIpGoogleAccess: true,
    ...more,
  },
});

function session(network: Platform['network'], ...answers: Answer[]): Session {
  const google = new GoogleClient({ token: async () => 't', env: {}, ...stub(...answers) });
  const locate = (path: readonly string[]) => ({ file: `jupyterhub.yaml#${path.join('.')}`, line: 7, column: 3 });
  const platform = { ...hubConfig().platform, ...(network && { network }) };
  return { config: hubConfig({}, { platform }), google, input: { locate } } as never;
}
const check = (answer: Answer, more: Partial<ExistingNetwork> = {}) =>
  checkNetwork(session({ existing: { ...EXISTING, ...more } }, answer));

describe('a network that exists', () => {
  test('is not looked for where the platform makes its own', async () => {
    expect(await checkNetwork(session(undefined))).toEqual([]);
    expect(await checkNetwork(session({ ranges: { nodes: undefined, pods: undefined, services: undefined } }))).toEqual(
      [],
    );
  });

  test('is good with its network, its ranges and a way to Google', async () => {
    expect(await check(subnetwork())).toEqual([]);
    const open = { podsRange: undefined, servicesRange: undefined };
    expect(await check(subnetwork({ secondaryIpRanges: undefined }), open)).toEqual([]);
  });

  test.each<[string, Answer, string, string]>([
    ['has no such subnetwork', { status: 404 }, 'existing.subnetwork', 'has no subnetwork "gke". Nothing was changed'],
    [
      'is another one',
      subnetwork({ network: 'https://www.googleapis.com/compute/v1/projects/acme-research/global/networks/lab' }),
      'existing.network',
      'is in the network "lab"',
    ],
    [
      'lacks a range',
      subnetwork({ secondaryIpRanges: [{ rangeName: 'pods' }] }),
      'existing.servicesRange',
      '"services"',
    ],
    ['has no ranges', subnetwork({ secondaryIpRanges: [] }), 'existing.podsRange', 'no secondary range "pods"'],
  ])('stops the run at its line if it %s', async (_, answer, place, text) => {
    await expect(check(answer)).rejects.toMatchObject({
      message: expect.stringContaining(text),
      where: expect.stringContaining(`platform.network.${place}`),
      hint: expect.stringContaining('docs/networks.md'),
    });
  });

  test('of a host project is told where this identity may not read it, with the role that would let it', async () => {
    const denied = { status: 403, body: { error: { message: 'Required compute.subnetworks.get permission' } } };
    const [note] = await check(denied, { project: 'acme-net' });
    expect(note).toMatchObject({ code: 'network-not-readable', project: 'acme-net', isShared: true });
    expect(note && runNoteText(note)).toContain('roles/compute.networkUser');
  });

  test('without Private Google Access gets a warning with the command', async () => {
    const [note] = await check(subnetwork({ privateIpGoogleAccess: false }));
    expect(note && runNoteText(note)).toContain(
      'gcloud compute networks subnets update gke --project=acme-research --region=us-central1 --enable-private-ip-google-access',
    );
  });
});
