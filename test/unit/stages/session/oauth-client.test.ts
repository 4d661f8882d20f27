import { describe, expect, test } from '@jest/globals';
import { checkOauthClient, refuseOldClient, wantedClient } from '../../../../src/stages/session/oauth-client.js';
import { ACCESS, hubConfig } from '../../../support/hub-config.js';

const ID = '123-abc.apps.googleusercontent.com';
const FILE = JSON.stringify({ web: { client_id: ID, client_secret: 'GOCSPX-secret' } });
const input = { locate: () => ({ file: 'jupyterhub.yaml', line: 9, column: 3 }) } as never;
const own = { config: hubConfig({}, { access: { ...ACCESS, oauthClient: 'CLIENT' } }), input } as never;
const backend = { id: '1', name: 'k8s1-x', iapEnabled: true, service: undefined };

describe('an OAuth client', () => {
  test('is wanted where the file names one', () => {
    expect(wantedClient(own, { CLIENT: FILE })).toBe(ID);
    expect(wantedClient({ config: hubConfig() }, { CLIENT: FILE })).toBeUndefined();
  });

  test('that is none stops the run before anything changes, and its text is not repeated', () => {
    const fault = (): void =>
      checkOauthClient(input, 'CLIENT', { CLIENT: '{"web": {"client_secret": "GOCSPX-secret"}}' });
    expect(fault).toThrow('The secret CLIENT is no OAuth client for a web application');
    try {
      fault();
    } catch (error) {
      expect(error).toMatchObject({ where: 'jupyterhub.yaml:9:3', hint: expect.stringContaining('web.client_id') });
      expect(JSON.stringify(error)).not.toContain('GOCSPX');
    }
    checkOauthClient(input, 'CLIENT', { CLIENT: FILE });
    checkOauthClient(input, undefined, {});
  });

  test('does not go away by leaving it out', () => {
    const google = { config: hubConfig(), input } as never;
    expect(() => refuseOldClient(google, { ...backend, oauthClientId: ID })).toThrow('does not take it away again');
    refuseOldClient(google, { ...backend, oauthClientId: undefined });
    refuseOldClient(own, { ...backend, oauthClientId: ID });
  });
});
