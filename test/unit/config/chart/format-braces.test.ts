import { describe, expect, test } from '@jest/globals';
import { formatFault } from '../../../../src/config/chart/format-braces.js';

const LABEL = ['singleuser', 'extraLabels', 'team'];
const message = (text: string, path: readonly (string | number)[] = LABEL): string | undefined =>
  formatFault(path, text)?.message.replace(' No server could start.', '');

describe('a text has valid braces', () => {
  test.each([
    '',
    'plain',
    '{username}',
    'home/{username}/x-{servername}',
    '{{literal}}',
    '{{{username}}}',
    '{{}}',
    '{username!r}',
    '{username!s:>10}',
    '{username:>10}',
    '{username:*^10.5s}',
    '{username:}',
    '{userid:05d}',
    '{userid}',
    '{user_server}{pod_name}{pvc_name}{namespace}{hubnamespace}{unescaped_username}{escaped_user_server}',
    '日本 {username} 🙂',
    '{username:🙂>5}',
    '{{"a": {{"b": 1}}}}',
  ])('%s', (text) => {
    expect(formatFault(LABEL, text)).toBeUndefined();
  });
});

describe('a text has invalid braces', () => {
  test.each([
    ['{"a": 1}', '"{"a": 1}" is not a known field.'],
    ['{usernam}', '"{usernam}" is not a known field. Did you mean "username"?'],
    ['{ username }', '"{ username }" is not a known field. Did you mean "username"?'],
    ['{}', '"{}" has no field name.'],
    ['{0}', '"{0}" has no field name.'],
    ['{0.__class__}', '"{0.__class__}" has no field name.'],
    ['{!r}', '"{!r}" has no field name.'],
    ['{.x}', '"{.x}" has no field name.'],
    ['{username.x}', '"{username.x}" accesses a part of a field; only plain names are allowed.'],
    [
      '{username.__class__.__mro__}',
      '"{username.__class__.__mro__}" accesses a part of a field; only plain names are allowed.',
    ],
    ['{username[0]}', '"{username[0]}" accesses a part of a field; only plain names are allowed.'],
    ['{__class__}', '"{__class__}" is not a known field.'],
    ['{constructor}', '"{constructor}" is not a known field.'],
    ['{__proto__}', '"{__proto__}" is not a known field.'],
    ['a}', 'A "}" has no opening brace.'],
    ['{{}', 'A "}" has no opening brace.'],
    ['}{', 'A "}" has no opening brace.'],
    ['{', '"{" is not closed.'],
    ['{username', '"{username" is not closed.'],
    ['{{{username}}', 'A "}" has no opening brace.'],
    ['{username{', '"{username{" contains another field.'],
    ['{username:{servername}}', '"{username:{" contains another field.'],
    ['{username!x}', '"{username!x}" has an unknown conversion; Python has !r, !s and !a.'],
    ['{username!}', '"{username!}" has an unknown conversion; Python has !r, !s and !a.'],
    ['{username!rr}', '"{username!rr}" has an unknown conversion; Python has !r, !s and !a.'],
    ['{username:d}', '"{username:d}" has an invalid format for a text.'],
    ['{username:+5}', '"{username:+5}" has an invalid format for a text.'],
    ['{userid:s}', '"{userid:s}" has an invalid format for a number.'],
  ])('%s', (text, expected) => {
    expect(message(text)).toBe(expected);
  });

  test('the finding has a hint with the fix', () => {
    expect(formatFault(LABEL, '$'.concat('{HOME}'))).toEqual({
      message: '"{HOME}" is not a known field. No server could start.',
      hint: 'Write {{ or }} for a literal brace. Known fields: username, servername, user_server, unescaped_username, unescaped_servername, hubnamespace, …',
    });
  });

  test('the finding omits a text that may be a secret', () => {
    expect(message('{hunter2}', ['singleuser', 'extraEnv', 'API_TOKEN'])).toBe(
      'The text in braces is not a known field.',
    );
  });
});

describe('braces are fields', () => {
  test.each([
    'singleuser.extraEnv.A',
    'singleuser.extraEnv.A.valueFrom.secretKeyRef.name',
    'singleuser.extraPodConfig.tolerations.0.key',
    'singleuser.initContainers.0.command.2',
    'singleuser.extraContainers.side.args.0',
    'singleuser.storage.extraVolumes.0.hostPath.path',
    'singleuser.storage.dynamic.pvcNameTemplate',
    'singleuser.extraFiles.conf.mountPath',
    'singleuser.podNameTemplate',
    'singleuser.defaultUrl',
    'hub.config.KubeSpawner.environment.A',
    'hub.config.KubeSpawner.volumes.home.name',
    'hub.config.KubeSpawner.working_dir',
    'hub.config.KubeSpawner.singleuser_extra_labels.a',
    'hub.config.KubeSpawner.user_namespace_labels.a',
    'hub.config.KubeSpawner.notebook_dir',
    'hub.config.Spawner.default_url',
  ])('at %s', (path) => {
    expect(message('{nope}', path.split('.'))).toContain('is not a known field.');
  });

  test.each([
    'singleuser.image.name',
    'singleuser.nodeSelector.a',
    'singleuser.cmd',
    'singleuser.cmd.0',
    'singleuser.extraTolerations.0.key',
    'singleuser.lifecycleHooks.postStart.exec.command.0',
    'singleuser.extraFiles.conf.stringData',
    'singleuser.profileList.0.display_name',
    'singleuser.networkTools.image.name',
    'singleuser',
    'hub.extraConfig.code',
    'hub.extraEnv.A',
    'hub.config.KubeSpawner.node_selector.a',
    'hub.config.KubeSpawner.user_namespace',
    'hub.config.KubeSpawner',
    'hub.config.JupyterHub.template_vars.a',
    'hub.config.KubeSpawner.constructor',
    'custom.a',
  ])('but not at %s', (path) => {
    expect(formatFault(path.split('.'), '{nope}')).toBeUndefined();
  });

  test('with their own names in dns_name_template, default_url, slow_spawn_message and pod_connect_ip', () => {
    const spawner = (trait: string, text: string) => message(text, ['hub', 'config', 'KubeSpawner', trait]);
    expect(spawner('default_url', '{base_url}lab/tree/{username}')).toBeUndefined();
    expect(spawner('default_url', '{user_server}')).toContain('is not a known field');
    expect(spawner('dns_name_template', '{name}.{namespace}.svc')).toBeUndefined();
    expect(spawner('dns_name_template', '{pod_name}.svc')).toContain('is not a known field');
    expect(spawner('slow_spawn_message', 'Waiting {seconds:d} s')).toBeUndefined();
    expect(spawner('pod_connect_ip', 'jupyter-{user_server}.hub.svc')).toBeUndefined();
    expect(spawner('pod_connect_ip', 'a}.b')).toBeUndefined();
    expect(spawner('pod_connect_ip', 'a.{b.c}')).toContain('is not closed');
  });
});

test.each([
  ['deep braces', `${'{'.repeat(500_001)}`],
  ['closed deep braces', `${'{username:'.repeat(100_000)}${'}'.repeat(100_000)}`],
  ['many fields', '{username}'.repeat(100_000)],
  ['an open field', `{username${'x'.repeat(1_000_000)}`],
  ['an open index', `{username[${'x'.repeat(1_000_000)}`],
  ['a long format', `{username:${'<'.repeat(1_000_000)}}`],
  ['many escapes', `${'{{}}'.repeat(250_000)}`],
  ['many dots', 'a.'.repeat(500_000)],
])('a text of 1 MB with %s is checked to its end', (_, text) => {
  for (const path of [LABEL, ['hub', 'config', 'KubeSpawner', 'pod_connect_ip']]) {
    const fault = formatFault(path, text);
    expect((fault?.message ?? '').length).toBeLessThan(300);
  }
});
