import { describe, expect, test } from '@jest/globals';
import { codeSettings } from '../../../../../src/config/chart/code/settings.js';

const sets = (code: string): string[] =>
  codeSettings(code).flatMap(({ does, name, line }) => (does === 'sets' ? [`${line}: ${name}`] : []));
const mentions = (code: string): string[] =>
  codeSettings(code).flatMap(({ does, name }) => (does === 'mentions' ? [name] : []));

describe('code that sets what this product owns', () => {
  test.each([
    ['c.KubeSpawner.profile_list = []', 'c.KubeSpawner.profile_list'],
    ['c.Spawner.volumes = [\n  {"name": "x"},\n]', 'c.Spawner.volumes'],
    ['c.KubeSpawner.delete_pvc: bool = True', 'c.KubeSpawner.delete_pvc'],
    ['a = c.JupyterHub.spawner_class = "x"', 'c.JupyterHub.spawner_class'],
    ['a, c.JupyterHub.services = 1, []', 'c.JupyterHub.services'],
    ['(a, c.JupyterHub.load_roles) = 1, []', 'c.JupyterHub.load_roles'],
    ['c["KubeSpawner"]["environment"] = {}', 'c.KubeSpawner.environment'],
    ["c['JupyterHub'].authenticator_class = X", 'c.JupyterHub.authenticator_class'],
    ['c.JupyterHub.update({"authenticator_class": X})', 'c.JupyterHub.authenticator_class'],
    ['c.JupyterHub.update(load_roles=[])', 'c.JupyterHub.load_roles'],
    ['c.JupyterHub.update(dict(services=[]))', 'c.JupyterHub.services'],
    ['c.update({"KubeSpawner": {"storage_class": "x"}})', 'c.KubeSpawner.storage_class'],
    ['c.merge({"JupyterHub": {"admin_access": True}})', 'c.JupyterHub.admin_access'],
    ['c.KubeSpawner.setdefault("volume_mounts", [])', 'c.KubeSpawner.volume_mounts'],
    ['c.KubeSpawner.pop("volumes")', 'c.KubeSpawner.volumes'],
    ['c.KubeSpawner.volumes.clear()', 'c.KubeSpawner.volumes'],
    ['del c.KubeSpawner.environment', 'c.KubeSpawner.environment'],
    ['setattr(c.KubeSpawner, "extra_pod_config", {})', 'c.KubeSpawner.extra_pod_config'],
    ['c.KubeSpawner.__setattr__("mem_limit", None)', 'c.KubeSpawner.mem_limit'],
    ['k = c.KubeSpawner\nk.pvc_name_template = "x"', 'c.KubeSpawner.pvc_name_template'],
    ['cfg = get_config()\ncfg.Authenticator.allowed_users = {"eve"}', 'c.Authenticator.allowed_users'],
    ['get_config().Authenticator.allow_all = True', 'c.Authenticator.allow_all'],
    ['c.JupyterHub.KubeSpawner.volumes = []', 'c.JupyterHub.KubeSpawner.volumes'],
    ['c.KubeSpawner = {}', 'c.KubeSpawner'],
    ['if True: c.JupyterHub.db_url = "x"', 'c.JupyterHub.db_url'],
    ['x = 1; c.JupyterHub.base_url = "/x"', 'c.JupyterHub.base_url'],
    ['for c.Spawner.environment in [{}]:\n  pass', 'c.Spawner.environment'],
    ['with open("x") as c.Spawner.options_form: pass', 'c.Spawner.options_form'],
    ['c.Authenticator.post_auth_hook = hook', 'c.Authenticator.post_auth_hook'],
    ['c.Authenticator.admin_users.add("eve")', 'c.Authenticator.admin_users'],
    ['c.Authenticator.allowed_users |= {"eve"}', 'c.Authenticator.allowed_users'],
    ['IAPAuthenticator.pre_spawn_start = None', 'IAPAuthenticator.pre_spawn_start'],
    ['iap_authenticator.IAPAuthenticator.authenticate = f', 'iap_authenticator.IAPAuthenticator.authenticate'],
    ['setattr(IAPAuthenticator, "check_allowed", f)', 'IAPAuthenticator.check_allowed'],
    ['c.\\\n  KubeSpawner.image = "x"', 'c.KubeSpawner.image'],
    ['c.KubeSpawner.volumes.pop("home")', 'c.KubeSpawner.volumes["home"]'],
    ['c.KubeSpawner.volumes["home"] = {}', 'c.KubeSpawner.volumes["home"]'],
    ['c.KubeSpawner.volumes["home"]["emptyDir"] = {}', 'c.KubeSpawner.volumes["home"]'],
    ['del c.KubeSpawner.volume_mounts["volume-x"]', 'c.KubeSpawner.volume_mounts["volume-x"]'],
    ['c.KubeSpawner.volume_mounts.popitem()', 'c.KubeSpawner.volume_mounts'],
    ['c.KubeSpawner.volumes.update({"shm": {}, "files": {}})', 'c.KubeSpawner.volumes["files"]'],
    ['c.KubeSpawner.environment |= {"A": 1, "PYTHONPATH": ""}', 'c.KubeSpawner.environment["PYTHONPATH"]'],
    ['c.KubeSpawner.environment["PYTHONPATH"] += ":/x"', 'c.KubeSpawner.environment["PYTHONPATH"]'],
    ['v = c.KubeSpawner.volumes\nv.pop("home", None)', 'c.KubeSpawner.volumes["home"]'],
    ['c.KubeSpawner.common_labels["app"] = "x"', 'c.KubeSpawner.common_labels["app"]'],
    [
      'c.KubeSpawner.extra_labels["hub.jupyter.org/network-access-proxy-api"] = "true"',
      'c.KubeSpawner.extra_labels["hub.jupyter.org/network-access-proxy-api"]',
    ],
    ['def f(spawner):\n    spawner.volumes = []', 'spawner.volumes'],
    ['async def f(spawner):\n  if x: spawner.volumes.clear()', 'spawner.volumes'],
    ['def f(s):\n  s.delete_pvc = True\nc.KubeSpawner.pre_spawn_hook = f', 'spawner.delete_pvc'],
    ['c.Spawner.pre_spawn_hook = f\ndef f(s, *more):\n  setattr(s, "volumes", [])', 'spawner.volumes'],
    ['c.Spawner.pre_spawn_hook = lambda spawner: spawner.volumes.pop("home")', 'spawner.volumes["home"]'],
    ['def f(spawner):\n  v = spawner.volumes\n  v.pop("home")', 'spawner.volumes["home"]'],
    ['def f(spawner):\n  spawner.pvc_name = "claim-" + spawner.user.name', 'spawner.pvc_name'],
    ['def f(spawner):\n  spawner.extra_labels = {}', 'spawner.extra_labels'],
  ])('%s', (code, name) => {
    expect(sets(code).map((text) => text.replace(/^\d+: /, ''))).toEqual([name]);
  });

  test('the line is that of the setting, after texts and brackets of several lines', () => {
    expect(sets('x = """\n\n"""\ny = [\n1,\n]\nc.KubeSpawner.volumes = []')).toEqual(['7: c.KubeSpawner.volumes']);
  });
});

describe('code that sets nothing of this product', () => {
  test.each([
    '# c.JupyterHub.authenticator_class = "dummy"',
    '"""c.JupyterHub.authenticator_class = "dummy" """',
    "'''\nc.KubeSpawner.volumes = []\n'''",
    'print("c.KubeSpawner.volumes = []")',
    'if c.JupyterHub.authenticator_class == "github":\n    pass',
    'x = c.KubeSpawner.volumes',
    'f(volumes=c.KubeSpawner.volumes)',
    'for v in c.KubeSpawner.volumes:\n    x = v',
    'c.KubeSpawner.volumes.append({})',
    'c.KubeSpawner.environment["A"] = "b"',
    'c.KubeSpawner.environment.update({"A": "b"})',
    'c.KubeSpawner.environment += {}',
    'c.JupyterHub.services.append({"name": "x"})',
    'c.JupyterHub.load_roles.extend([])',
    'c.KubeSpawner.update({"lifecycle_hooks": {"image": "x"}})',
    'c.KubeSpawner.http_timeout = 60',
    'c.KubeSpawner.modify_pod_hook = f',
    'c.JupyterHub.template_vars = {"volumes": 1}',
    'def f(spawner):\n    spawner.environment["TEAM"] = spawner.user.name',
    'def f(spawner):\n    spawner.volumes["shm"] = {}\n    print(spawner.volumes["home"])',
    'def f(s):\n    s.volumes = []',
    'c.KubeSpawner.post_stop_hook = f\ndef f(s):\n    pass\ndef g(s):\n    s.volumes = []',
    'c.KubeSpawner.volumes = {**c.KubeSpawner.volumes, "shm": {}}',
    'c.KubeSpawner.volumes = [*c.KubeSpawner.volumes.values(), {}]',
    'c.KubeSpawner.environment.pop("TEAM", None)',
    'c.KubeSpawner.extra_labels["team"] = "ml"',
    'c.KubeSpawner.volumes.setdefault("shm", {})',
    'x[c.KubeSpawner.image] = 1',
    'lambda: c.KubeSpawner.image',
    'c.Authenticator.enable_auth_state = True',
    "it's <b>no</b> Python (at all",
  ])('%s', (code) => {
    expect(sets(code)).toEqual([]);
  });

  test('reading who can use the hub is a mention', () => {
    expect(mentions('if "x" in c.Authenticator.allowed_users:\n  pass')).toEqual(['c.Authenticator.allowed_users']);
    expect(mentions('class Mine(GitHubOAuthenticator): pass')).toEqual(['GitHubOAuthenticator']);
  });

  test('names that the code computes are a mention, because only the hub can see them', () => {
    expect(mentions('c.JupyterHub.update({"authenticator_" + "class": X})')).toEqual(['c.JupyterHub.…']);
    expect(mentions('c.JupyterHub.update(settings)')).toEqual(['c.JupyterHub.…']);
    expect(mentions('setattr(c.KubeSpawner, name, 1)')).toEqual(['c.KubeSpawner.…']);
    expect(mentions('c.KubeSpawner.update(**more)')).toEqual(['c.KubeSpawner.…']);
  });

  test.each([
    ['c.KubeSpawner.volumes.append({})', 'c.KubeSpawner.volumes.append'],
    ['c.KubeSpawner.volumes += [{}]', 'c.KubeSpawner.volumes +='],
    ['def f(spawner):\n  spawner.volume_mounts.extend([{}])', 'spawner.volume_mounts.extend'],
    ['c.Spawner.environment.insert(0, 1)', 'c.Spawner.environment.insert'],
  ])('Python refuses %s', (code, name) => {
    expect(
      codeSettings(code)
        .filter(({ does }) => does === 'fails')
        .map((one) => one.name),
    ).toEqual([name]);
    const careful = `if isinstance(c.KubeSpawner.volumes, list):\n  pass\n${code}`;
    expect(codeSettings(careful).filter(({ does }) => does === 'fails')).toEqual([]);
  });

  test('an entry with a computed name that is removed is a mention', () => {
    const code = 'for name in list(c.KubeSpawner.volumes):\n  del c.KubeSpawner.volumes[name]';
    expect(mentions(code)).toEqual(['c.KubeSpawner.volumes.…']);
    expect(mentions('def f(spawner):\n  spawner.volumes.pop(spawner.user.name)')).toEqual(['spawner.volumes.…']);
  });

  test('hostile code is read to its end', () => {
    for (const part of [
      'c.',
      '(',
      '[c',
      '"',
      "'''",
      'c.a=',
      'if c: ',
      '\\\n',
      'c.KubeSpawner.update(',
      'x = c.Spawner\n',
    ]) {
      expect(sets(part.repeat(20_000))).toEqual([]);
    }
  });
});
