import { describe, expect, test } from '@jest/globals';
import { memberChanges } from '../../../src/access/iap/changes.js';
import { kindOf } from '../../../src/access/iap/policy.js';
import type { Change } from '../../../src/change/change.js';
import { verdict } from '../../../src/report/plan-comment.js';
import { writer } from '../../../src/report/table.js';
import { manifest, person, resource } from '../../support/report/changes.js';

describe('the verdict', () => {
  const say = (...changes: Change[]): string => verdict(changes, writer(false));
  const of = (action: Change['action'], kind: string, address = kind): Change => ({ ...person(action, address), kind });

  test('tells who gains and who loses access in the right number', () => {
    expect(say(person('delete', 'a@b.example'), person('delete', 'c@b.example'))).toContain(
      '2 people lose access and their notebook servers stop.',
    );
    expect(say(person('update', 'a@b.example'))).toContain('1 person gets other rights or another end date.');
    expect(say(manifest('update', 'ConfigMap/hub'))).toContain('Nobody gains or loses access. Running notebooks stay.');
  });

  test('does not count as a person what is none', () => {
    const accounts = [of('create', 'service account'), of('delete', 'service account', 'a'), person('create', 'b')];
    expect(say(...accounts)).toContain(
      '1 person gains access. 1 service account gains access, 1 loses it and its notebook servers stop. The notebooks of everybody else stay.',
    );
    expect(say(of('create', 'domain'), of('delete', 'domain', 'a'), of('delete', 'domain', 'b'))).toContain(
      '1 whole domain gains access. 2 whole domains lose access, but for people who enter another way.',
    );
    expect(say(of('delete', 'service account'))).toContain('1 service account loses access and its notebook servers');
  });

  test('tells IAP from the hub', () => {
    // The first Google group of a hub is two changes: one of IAP, one of what the hub believes.
    expect(say(of('create', 'group'), of('create', 'Google group'))).toBe(
      '1 whole Google group gains access. The hub now lets in everybody whom IAP lets pass. Running notebooks stay. Nothing that holds data is deleted.',
    );
    expect(say(of('delete', 'group'), of('delete', 'Google group in IAP'))).toContain(
      'The hub no longer lets in whom only IAP lets pass, and their notebook servers stop. IAP closes for 1 Google group. The notebooks of everybody else stay.',
    );
    const foreign = ['Google group in IAP', 'domain in IAP', 'public', 'principal'].map((kind) => of('delete', kind));
    expect(say(...foreign, of('delete', 'principal', 'a'), of('delete', 'public', 'b'))).toContain(
      'IAP closes for 1 Google group, 1 domain, the public and 2 other principals. Running notebooks stay.',
    );
    expect(say(of('update', 'Google group'))).toContain('1 whole Google group gets another end date.');
    expect(say(of('create', 'Google group in IAP'), of('delete', 'person in IAP'))).toContain(
      'IAP opens for 1 Google group. IAP closes for 1 person by name. Running notebooks stay.',
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
      members.map((member) => ({ member, kind: kindOf(member), action: 'remove', reason: '', principal: undefined })),
    );
    expect(say(...changes)).toContain(
      '1 person loses access and their notebook servers stop. 1 service account loses access and its notebook servers stop. IAP closes for 1 Google group, 1 domain, the public and 1 other principal.',
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
