import { describe, expect, test } from '@jest/globals';
import { addressOf } from '../../../../src/change/change.js';
import { fingerprint } from '../../../../src/change/fingerprint.js';
import type { JsonObject } from '../../../../src/config/model.js';
import { diffReleases, type Rendering } from '../../../../src/helm/diff/diff.js';
import { type DigestKey, digestKey } from '../../../../src/helm/diff/hidden-digest.js';
import {
  hideValues,
  parseInTurns,
  parseManifests,
  readManifests,
  writeManifests,
} from '../../../../src/helm/diff/manifests.js';

const deployment = (name: string, image: string, checksum = 'a', password = 'hunter2'): string => `
apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}}
spec:
  replicas: 1
  template:
    metadata: {annotations: {checksum/secret: ${checksum}}}
    spec:
      containers:
        - name: ${name}
          image: ${image}
          resources: {requests: {cpu: 500m}}
          env: [{name: DB_PASSWORD, value: ${password}}, {name: LEVEL, value: debug}]
`;
const SECRET =
  'apiVersion: v1\nkind: Secret\nmetadata: {name: hub}\ndata: {values.yaml: c2VjcmV0}\nstringData: {b: hunter2}\n';
const render = (text: string, values: JsonObject = {}): Rendering => ({ values, manifests: parseManifests(text) });

describe('manifests', () => {
  test('manifests keep only the names of the keys of a Secret, and no variable whose name looks secret', () => {
    const text = writeManifests(parseManifests(`${SECRET}---\n${deployment('hub', 'i:1')}`));
    expect(text).toContain('values.yaml');
    expect(text).toContain('debug');
    for (const hidden of ['c2VjcmV0', 'hunter2']) expect(text).not.toContain(hidden);
  });

  test('manifests are read from their own text unchanged', () => {
    const once = parseManifests(`${SECRET}---\n${deployment('hub', 'i:1')}`);
    for (const read of [parseManifests, readManifests]) expect(read(writeManifests(once))).toEqual(once);
    // A record that an older version wrote.
    expect(readManifests(`${SECRET}---\n${deployment('hub', 'i:1')}`)).toEqual(once);
  });

  test('text that is not YAML is refused with the reason', () => {
    expect(() => parseManifests('a: [')).toThrow('not YAML');
  });

  test('manifests read one at a time are the same, whatever looks like a separator', async () => {
    const tricky = [
      '# before the first\n',
      '---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  text: |\n    ---\n    kind: Secret\n\n  b: "x\n    --- y"\n',
      '---\n# Source: an empty one\n---  # with a comment\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: b}\n',
      '---\r\napiVersion: v1\r\nkind: ConfigMap\r\nmetadata: {name: c}\r\n...\n',
      `--- {apiVersion: v1, kind: ConfigMap, metadata: {name: d}}\n---\n${SECRET}`,
    ].join('');
    const whole = parseManifests(tricky);
    expect(whole.map(({ kind, name }) => `${kind}/${name}`).join()).toBe(
      'ConfigMap/a,ConfigMap/b,ConfigMap/c,ConfigMap/d,Secret/hub',
    );
    expect(await parseInTurns(tricky)).toEqual(whole);
    await expect(parseInTurns(`${SECRET}---\na: [`)).rejects.toThrow('not YAML');
  });

  test('reading manifests yields to other work', async () => {
    const reading = { done: false };
    let turns = 0;
    const count = (): void => {
      turns += 1;
      if (!reading.done) setImmediate(count);
    };
    setImmediate(count);
    await parseInTurns(Array.from({ length: 10 }, () => SECRET).join('---\n'));
    reading.done = true;
    expect(turns).toBeGreaterThanOrEqual(9);
  });

  test('literal values under secret-like keys are hidden, and symbols stay', () => {
    const values = {
      db: { password: 'hunter2', url: `\${secret:URL}` },
      cookie_secret: `\${secret:C}`,
      list: [{ apiToken: 't' }],
    };
    expect(hideValues(values)).toEqual({
      db: { password: '(hidden)', url: `\${secret:URL}` },
      cookie_secret: `\${secret:C}`,
      list: [{ apiToken: '(hidden)' }],
    });
  });
});

describe('the difference of two releases', () => {
  const before = render(`${SECRET}---\n${deployment('hub', 'hub:1')}---\n${deployment('proxy', 'chp:1')}`);

  test('two equal releases have no difference', () => {
    expect(diffReleases(before, before)).toEqual([]);
  });

  test('every object is created if nothing was deployed', () => {
    const changes = diffReleases(undefined, before);
    expect(changes.map((change) => [change.action, addressOf(change)])).toEqual([
      ['create', 'Deployment/hub'],
      ['create', 'Deployment/proxy'],
      ['create', 'Secret/hub'],
    ]);
  });

  test('a change has the allowed attributes and the effect that people notice', () => {
    const after = render(`${SECRET}---\n${deployment('hub', 'hub:2', 'b')}---\n${deployment('proxy', 'chp:2')}`);
    expect(diffReleases(before, after)).toEqual([
      {
        scope: 'helm',
        action: 'update',
        subject: { kind: 'kubernetes-object', type: 'Deployment', name: 'hub' },
        attributes: [{ name: 'hub.image', before: 'hub:1', after: 'hub:2' }],
        notes: [{ code: 'hub-restarts' }],
        hiddenDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
      {
        scope: 'helm',
        action: 'update',
        subject: { kind: 'kubernetes-object', type: 'Deployment', name: 'proxy' },
        attributes: [{ name: 'proxy.image', before: 'chp:1', after: 'chp:2' }],
        notes: [{ code: 'proxy-restarts' }],
        hiddenDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
  });

  test('a changed checksum alone means that the hub restarts', () => {
    const after = render(`${SECRET}---\n${deployment('hub', 'hub:1', 'b')}---\n${deployment('proxy', 'chp:1')}`);
    const [change, ...more] = diffReleases(before, after);
    expect(more).toEqual([]);
    expect(change?.attributes).toBeUndefined();
    expect(change).toMatchObject({ subject: { type: 'Deployment', name: 'hub' }, notes: [{ code: 'hub-restarts' }] });
  });

  test('the Secret shows differences of allowed values, and only the names of all others', () => {
    const profile = { slug: 'gpu', display_name: 'GPU', kubespawner_override: { cpu_limit: 6 } };
    const after = {
      ...before,
      values: {
        singleuser: { storage: { capacity: '20Gi' }, profileList: [profile] },
        hub: { extraConfig: { mine: 'c.X.password = "hunter2"' }, image: { pullSecrets: 'hunter2' } },
      },
    };
    const [change] = diffReleases({ ...before, values: { singleuser: { storage: { capacity: '10Gi' } } } }, after);
    expect(change && addressOf(change)).toBe('Secret/hub');
    expect(change?.attributes).toEqual([
      { name: 'hub.extraConfig.mine', after: '(not shown, changed)' },
      { name: 'hub.image.pullSecrets', after: '(not shown, changed)' },
      { name: 'singleuser.profileList[gpu]', after: JSON.stringify(profile) },
      { name: 'singleuser.storage.capacity', before: '10Gi', after: '20Gi' },
    ]);
  });

  test('a value that stands in the file is shown, and no secret, code or value of this program', () => {
    const staff = (...scopes: string[]): JsonObject => ({ staff: { scopes, users: ['grace@acme.dev'] } });
    const hidden: JsonObject = {
      config: { Thing: { client_secret: 'hunter2', url: 'https://me:hunter2@acme.dev', args: '--password=hunter2' } },
      extraConfig: { mine: 'hunter2' },
      extraFiles: { a: { stringData: 'hunter2' } },
    };
    const values = (scopes: readonly string[], ours: string, more: JsonObject = {}): JsonObject => ({
      hub: { loadRoles: staff(...scopes), ...more },
      custom: { ours },
    });
    const [change] = diffReleases(
      { ...before, values: values(['list:users'], 'a') },
      { ...before, values: values(['list:users', 'access:servers'], 'b', hidden), ours: { custom: { ours: 'b' } } },
    );
    expect(change?.attributes).toContainEqual({
      name: 'hub.loadRoles.staff.scopes',
      before: '["list:users"]',
      after: '["list:users","access:servers"]',
    });
    expect(change?.attributes).toContainEqual({
      name: 'custom.ours',
      before: '(not shown)',
      after: '(not shown, changed)',
    });
    expect(JSON.stringify(change)).not.toContain('hunter2');
  });

  test('a StorageClass is replaced, and objects that helm keeps are not deleted', () => {
    const kept = (type: string, annotation: string): string =>
      `apiVersion: storage.k8s.io/v1\nkind: StorageClass\nmetadata: {name: home, annotations: {${annotation}}}\nparameters: {type: ${type}}\n`;
    const hook = 'helm.sh/hook: pre-upgrade';
    const [change] = diffReleases(render(kept('pd-ssd', hook)), render(kept('pd-balanced', hook)));
    expect(change).toMatchObject({
      action: 'replace',
      attributes: [{ name: 'parameters.type', before: 'pd-ssd', after: 'pd-balanced' }],
    });
    expect(diffReleases(render(kept('pd-ssd', hook)), render(''))).toEqual([]);
    expect(diffReleases(render(kept('pd-ssd', 'helm.sh/resource-policy: keep')), render(''))).toEqual([]);
    expect(diffReleases(render(SECRET), render(''))).toMatchObject([{ action: 'delete', subject: { type: 'Secret' } }]);
  });
});

describe('the digest of hidden values', () => {
  const before = render(`${SECRET}---\n${deployment('hub', 'hub:1')}`);
  const print = (after: Rendering, was: Rendering | undefined = before, key?: DigestKey): string =>
    fingerprint({ hub: 'research', changes: diffReleases(was, after, key) });
  const withEnv = (level: string, checksum = 'b', password = 'x'): Rendering =>
    render(
      `${SECRET}---\n${deployment('hub', 'hub:2', checksum, password).replace('value: debug', `value: ${level}`)}`,
    );
  const withValues = (values: JsonObject): Rendering => ({ ...before, values });
  const long = (end: string): Rendering => withValues({ singleuser: { cmd: `${'x'.repeat(400)}${end}` } });
  const mine = (code: string): Rendering => withValues({ hub: { extraConfig: { mine: code } } });

  test.each<[string, string, string]>([
    ['an attribute of an object that is not on the allow-list', print(withEnv('a')), print(withEnv('b'))],
    ['the value before a hidden change', print(withEnv('a')), print(withEnv('a'), withEnv('c'))],
    ['an attribute of a new object', print(withEnv('a'), undefined), print(withEnv('b'), undefined)],
    ['a value that is not on the allow-list', print(mine('a = 1')), print(mine('a = 2'))],
    [
      'a value that is not on the allow-list at the first installation',
      print(mine('a = 1'), undefined),
      print(mine('a = 2'), undefined),
    ],
    ['the end of a value that is cut when it is shown', print(long('a')), print(long('b'))],
  ])('the fingerprint covers %s', (_, one, other) => {
    expect(one).not.toBe(other);
  });

  test('the fingerprint covers only the name of a checksum, since other changes change it too', () => {
    expect(print(withEnv('a', 'b'))).toBe(print(withEnv('a', 'c')));
    expect(print(withEnv('a', 'a'))).not.toBe(print(withEnv('a', 'c')));
  });

  test('nobody can find a hidden value by trying values without the key', () => {
    const by = (key: string): DigestKey => ({ key, literals: [] });
    expect(print(mine('a = 1'), before, by('one'))).not.toBe(print(mine('a = 1'), before, by('other')));
    expect(print(mine('a = 1'), before, by('one'))).toBe(print(mine('a = 1'), before, by('one')));
  });

  test('only a digest with a key covers literal values under names that look secret', () => {
    const literal = (password: string): JsonObject => ({ hub: { config: { X: { password } } } });
    const [one, other] = ['hunter2', 'hunter3'].map((word) => literal(word)) as [JsonObject, JsonObject];
    expect(digestKey(undefined, one)).toEqual(digestKey(undefined, other));
    expect(digestKey('uid', one)).not.toEqual(digestKey('uid', other));
    const after = mine('a = 1');
    expect(print(after, before, digestKey('uid', one))).not.toBe(print(after, before, digestKey('uid', other)));
    expect(JSON.stringify(diffReleases(before, after, digestKey('uid', one)))).not.toContain('hunter2');
  });
});
