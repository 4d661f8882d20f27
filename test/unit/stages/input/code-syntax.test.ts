import { expect, test } from '@jest/globals';
import { codeSyntax } from '../../../../src/stages/input/code-syntax.js';
import { checkInput } from '../../../../src/stages/input/read.js';
import { compilePython, type PythonAnswer } from '../../../../src/system/python.js';
import { loadText } from '../../../support/config.js';

const HEAD = 'hub:\n  values:\n    hub:\n';

async function check(text: string, compile?: typeof compilePython) {
  const loaded = loadText({ path: 'jupyterhub.yaml', text: HEAD + text }, '/repository');
  const sources = new Map([['jupyterhub.yaml', HEAD + text]]);
  const options = { env: { PATH: process.env.PATH }, sources };
  return codeSyntax(loaded, compile === undefined ? options : { ...options, compile });
}

const answering = (line: number, minor: number) => async (): Promise<PythonAnswer> => ({
  version: [3, minor],
  errors: new Map([[0, { line, column: 1, message: 'invalid syntax' }]]),
});

test.each<readonly [string, string, number, number]>([
  [
    'a bracket that is never closed',
    '      extraConfig:\n        10-mine: |\n          def f(:\n            pass\n',
    6,
    17,
  ],
  [
    'the second of two blocks',
    '      extraConfig:\n        a: |\n          x = 1\n        b: |\n          y = (\n',
    8,
    15,
  ],
  [
    'a line after an empty one',
    '      extraConfig:\n        a: |\n          x = 1\n\n          if x\n            y = 2\n',
    8,
    14,
  ],
  ['characters of two units', '      extraConfig:\n        a: |\n          x = "🎓" "🎓" y y\n', 6, 25],
  ['a return outside of a function', '      extraConfig:\n        a: |\n          return 1\n', 6, 11],
  ['a quoted text', '      extraConfig:\n        a: "x = 1\\ny = ("\n', 5, 12],
  ['a folded text', '      extraConfig:\n        a: >-\n          x =\n          (\n', 5, 12],
  [
    'a module of hub.extraFiles',
    '      extraFiles:\n        m:\n          mountPath: /usr/local/etc/jupyterhub/m.py\n          stringData: |\n            class A\n              b = 1\n',
    8,
    19,
  ],
])('the place of a mistake: %s', async (_, text, line, column) => {
  const found = await check(text);
  expect(found.map((one) => [one.rule, one.severity, one.line, one.column])).toEqual([
    ['code-syntax', 'error', line, column],
  ]);
});

test('code of which YAML has joined the lines is told how to keep them', async () => {
  const [found] = await check('      extraConfig:\n        a: >\n          x = 1\n          y = 2\n');
  expect(found).toMatchObject({
    rule: 'code-syntax',
    hint: 'Write "|" instead of ">" above the code: ">" joins its lines into one.',
  });
});

test.each([
  ['code without a mistake', '      extraConfig:\n        a: |\n          print("never")\n'],
  ['code that would end the process', '      extraConfig:\n        a: "import os; os._exit(3)"\n'],
  ['a page', '      extraFiles:\n        p:\n          mountPath: /x/page.html\n          stringData: "<p>{% if %}"\n'],
  [
    'code of notebook servers',
    '      extraEnv: {A: b}\n    singleuser:\n      extraFiles:\n        s: {mountPath: /s.py, stringData: "("}\n',
  ],
  ['code that warns', '      extraConfig:\n        a: |\n          x = "\\d" is "y"\n'],
])('no finding: %s', async (_, text) => {
  expect(await check(text)).toEqual([]);
});

test('a file without code starts no program', async () => {
  const never = (): never => {
    throw new Error('started');
  };
  expect(await check('      concurrentSpawnLimit: 3\n', never)).toEqual([]);
});

test('without a Python the code is said to be unchecked, once', async () => {
  const text = '      extraConfig:\n        a: "("\n        b: "("\n';
  const found = await check(text, (texts) => compilePython(texts, { PATH: '/nowhere' }));
  expect(found.map(({ rule, severity, message }) => [rule, severity, message])).toEqual([
    [
      'code-unchecked',
      'note',
      'The code of hub.values.hub.extraConfig.a was not compiled, because this machine has no Python 3 in PATH. The same is true for 1 more.',
    ],
  ]);
});

test.each<readonly [string, number, 'error' | 'warning']>([
  ["x = f'{a['b']}'", 11, 'warning'],
  ["x = f'{a['b']}'", 12, 'error'],
  ['type Ids = list[int]', 11, 'warning'],
  ['match x:', 9, 'warning'],
  ['match x:', 10, 'error'],
  ['except ValueError, KeyError:', 13, 'warning'],
  ['except ValueError, KeyError:', 14, 'error'],
  ['def f(:', 8, 'error'],
  ['x = (1', 11, 'error'],
])('%s, refused by Python 3.%i: %s', async (code, minor, severity) => {
  const found = await check(`      extraConfig:\n        a: |\n          ${code}\n`, answering(1, minor));
  expect(found.map((one) => one.severity)).toEqual([severity]);
});

test('who only syncs people is not kept from it by a mistake in code', async () => {
  const cwd = 'test/fixtures/config/invalid/repository-broken-code';
  const files = { configPath: 'jupyterhub.yaml', cwd, github: undefined, now: new Date() };
  expect((await checkInput(files)).input).toBeDefined();
  expect((await checkInput(files, { compileIn: process.env })).input).toBeUndefined();
});
