import { describe, expect, test } from '@jest/globals';
import { memberChanges } from '../../../../src/access/iap/changes.js';
import { memberKind } from '../../../../src/access/iap/policy.js';
import type { Change, PrincipalKind } from '../../../../src/change/change.js';
import { verdict } from '../../../../src/report/text/verdict.js';
import { writer } from '../../../../src/report/writer.js';
import { manifest, ofIap, person, resource } from '../../../support/report/changes.js';

describe('the verdict', () => {
  const say = (...changes: Change[]): string => verdict(changes, writer(false));
  const of = (action: Change['action'], kind: PrincipalKind | 'iap-trust', name: string = kind): Change =>
    person(action, name, kind);

  test('tells who gains and who loses access in the right number', () => {
    expect(say(person('delete', 'a@b.example'), person('delete', 'c@b.example'))).toContain(
      '2 people lose access and their notebook servers stop.',
    );
    expect(say(person('update', 'a@b.example'))).toContain('1 person gets other rights or another end date.');
    expect(say(manifest('update', 'ConfigMap/hub'))).toContain(
      'By the users files nobody gains or loses access. Running notebooks stay.',
    );
  });

  test('names what somebody changed in the cluster, and tells a restart only where there is one', () => {
    const drift = (change: Change): Change => ({ ...change, isDrift: true });
    const notes = (code: 'hub-restarts' | 'changed-in-cluster') =>
      code === 'hub-restarts' ? { code } : { code, fields: ['spec.replicas'] };
    const hub = drift({ ...manifest('update', 'Deployment/hub'), notes: [notes('changed-in-cluster')] });
    const gone = drift(manifest('create', 'Service/proxy-public'));
    expect(say(hub, gone)).toContain(
      '⚠️ Somebody changed or deleted in the cluster what was deployed, and apply sets it back: `Deployment/hub` and `Service/proxy-public`. Running notebooks stay.',
    );
    expect(say({ ...hub, notes: [notes('changed-in-cluster'), notes('hub-restarts')] })).toContain('The hub restarts');
    expect(say(manifest('update', 'Service/proxy-public'))).not.toContain('Somebody changed');
  });

  test('does not count as a person what is none', () => {
    const accounts = [of('create', 'service-account'), of('delete', 'service-account', 'a'), person('create', 'b')];
    expect(say(...accounts)).toContain(
      '1 person gains access. 1 service account gains access, 1 loses it and its notebook servers stop. The notebooks of everybody else stay.',
    );
    expect(say(of('create', 'domain'), of('delete', 'domain', 'a'), of('delete', 'domain', 'b'))).toContain(
      '1 whole domain gains access. 2 whole domains lose access, except for people who enter another way.',
    );
    expect(say(of('delete', 'service-account'))).toContain('1 service account loses access and its notebook servers');
  });

  test('tells IAP from the hub', () => {
    // The first Google group of a hub is two changes: one of IAP, one of what the hub believes.
    expect(say(of('create', 'iap-trust'), of('create', 'google-group'))).toBe(
      '1 whole Google group gains access. The hub now admits everybody whom IAP lets pass. Running notebooks stay. Nothing that holds data is deleted.',
    );
    expect(say(of('delete', 'iap-trust'), ofIap(of('delete', 'google-group')))).toContain(
      'The hub no longer admits people whom only IAP lets pass, and their notebook servers stop. IAP no longer lets 1 Google group pass. The notebooks of everybody else stay.',
    );
    const foreign = [
      ...(['google-group', 'domain', 'public', 'other-principal'] as const).map((kind) => of('delete', kind)),
      of('delete', 'other-principal', 'a'),
      of('delete', 'public', 'b'),
    ];
    expect(say(...foreign.map(ofIap))).toContain(
      'IAP no longer lets 1 Google group, 1 domain, the public and 2 other principals pass. Running notebooks stay.',
    );
    expect(say(of('update', 'google-group'))).toContain('1 whole Google group gets another end date.');
    expect(say(ofIap(of('create', 'google-group')), ofIap(of('delete', 'person')))).toContain(
      'IAP lets 1 Google group pass. IAP no longer lets 1 person by name pass. Running notebooks stay.',
    );
  });

  test('counts all that a policy can have, in the kinds that its changes give', () => {
    const members = [
      'user:a@b.example',
      'group:a@b.example',
      'serviceAccount:a@p.iam.gserviceaccount.com',
      'domain:b.example',
      'allUsers',
      'principal://iam.googleapis.com/x',
    ];
    const changes = memberChanges(
      members.map((member) => ({
        member,
        kind: memberKind(member),
        action: 'remove',
        reason: { code: 'not-listed' },
        principal: undefined,
      })),
    );
    expect(say(...changes)).toContain(
      '1 person loses access and their notebook servers stop. 1 service account loses access and its notebook servers stop. IAP no longer lets 1 Google group, 1 domain, the public and 1 other principal pass.',
    );
  });

  test('tells what happens to running notebooks', () => {
    expect(say(manifest('update', 'Deployment/hub'))).toContain(
      'The hub restarts (about 20 s). Running notebooks stay.',
    );
    expect(say(manifest('update', 'Deployment/proxy'))).toContain('The proxy restarts');
    expect(say(resource('create', 'google_container_cluster', 'this'))).toContain('no notebook runs yet');
    expect(say(resource('replace', 'google_container_cluster', 'this'))).toContain('all running notebooks stop');
  });

  test('names what holds data and would be lost', () => {
    expect(say(resource('replace', 'google_compute_global_address', 'hub', true))).toContain(
      '`google_compute_global_address.hub`',
    );
    expect(say(resource('create', 'google_storage_bucket', 'home', true))).toContain(
      'Nothing that holds data is deleted.',
    );
  });
});
