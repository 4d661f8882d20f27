import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { repoPath } from '../../../sandbox/src/paths.js';

interface Module {
  readonly id: number;
  readonly name: string;
  readonly size: number;
  readonly modules?: readonly Module[];
}
interface Chunk {
  readonly id: number;
  readonly names: readonly string[];
  readonly size: number;
  readonly origins: readonly { readonly request: string; readonly moduleName: string }[];
  readonly modules: readonly Module[];
}
interface Stats {
  readonly chunks: readonly Chunk[];
}
type Names = ReadonlyMap<string, string>;
interface BundleNames {
  chunkNames(stats: Stats): Names;
  moduleNames(stats: Stats): Names;
  withNames(text: string, names: { readonly modules: Names; readonly chunks: Names }): string;
}
interface BundlePackages {
  withSmallPackages(text: string): Promise<string>;
}
interface BundleLicenses {
  licensesText(stats: Stats, root: string): string;
  isAllowed(license: unknown): boolean;
}
const script = async <T>(name: string): Promise<T> => (await import(repoPath('scripts', name))) as T;
const { chunkNames, moduleNames, withNames } = await script<BundleNames>('bundle-names.mjs');
const { withSmallPackages } = await script<BundlePackages>('bundle-packages.mjs');
const { licensesText, isAllowed } = await script<BundleLicenses>('bundle-licenses.mjs');

let id = 0;
function chunk(requests: Record<string, string>, modules: Record<string, number>, names: string[] = []): Chunk {
  id += 1;
  return {
    id,
    names,
    size: Object.values(modules).reduce((sum, size) => sum + size, 0),
    origins: Object.entries(requests).map(([request, moduleName]) => ({ request, moduleName })),
    modules: Object.entries(modules).map(([name, size], index) => ({ id: id * 100 + index, name, size })),
  };
}
const namesOf = (...chunks: Chunk[]): string[] => {
  const names = chunkNames({ chunks });
  return chunks.map((one) => names.get(String(one.id)) ?? 'none');
};
const MAIN = './lib/src/main.js';
const GAXIOS = './node_modules/gaxios/build/gaxios.js';

describe('a chunk is called', () => {
  test('after the one file that it is loaded for, by its folder where the file is only its entry', () => {
    const apply = chunk({ './commands/apply.js': MAIN }, { './lib/src/commands/apply.js': 10 });
    const report = chunk(
      { './commands/access-report/command.js': MAIN },
      { './lib/src/commands/access-report/command.js': 9 },
    );
    expect(namesOf(apply, report)).toEqual(['apply', 'access-report']);
  });

  test('after the one package that it is loaded for, and one more of that package after its file, too', () => {
    const fetcher = chunk({ 'node-fetch': GAXIOS }, { './node_modules/web-streams-polyfill/ponyfill.js': 10 });
    const parser = chunk(
      { './utils/multipart-parser.js': './node_modules/node-fetch/src/body.js' },
      { './node_modules/node-fetch/src/utils/multipart-parser.js': 5 },
    );
    const scoped = chunk(
      { '@google-cloud/container/build/src/v1/client.js': './lib/src/cloud/gke.js' },
      { './node_modules/google-gax/build/index.js': 50 },
    );
    expect(namesOf(fetcher, parser, scoped)).toEqual([
      'node-fetch',
      'node-fetch-multipart-parser',
      'google-cloud-container',
    ]);
  });

  test('after the package or folder that most of it is from, where several files load it', () => {
    const both = { './commands/plan.js': MAIN, './commands/apply.js': MAIN };
    const ours = chunk(both, {
      './lib/src/access/iap/policy.js + 2 modules': 4,
      './lib/src/access/iap/roles.js': 3,
      './lib/src/cloud/rest.js': 5,
    });
    const theirs = chunk(both, { './node_modules/yaml/dist/index.js': 7, './lib/src/config/load.js': 2 });
    expect(namesOf(ours, theirs)).toEqual(['access-iap', 'yaml']);
  });

  test('with one folder more where two would have one name, the same in every order of the chunks', () => {
    const plan = chunk({ './commands/plan.js': MAIN }, { './lib/src/commands/plan.js': 9 });
    const homes = chunk(
      { '../homes/plan.js': './lib/src/stages/access/plan.js' },
      { './lib/src/stages/homes/plan.js': 5 },
    );
    expect(namesOf(plan, homes)).toEqual(['plan', 'homes-plan']);
    expect(namesOf(homes, plan)).toEqual(['homes-plan', 'plan']);
  });
});

describe('the text of a chunk', () => {
  const stats: Stats = {
    chunks: [
      { id: 7, names: ['main'], size: 1, origins: [{ request: MAIN, moduleName: '' }], modules: [] },
      {
        id: 12,
        names: [],
        size: 9,
        origins: [{ request: './commands/plan.js', moduleName: MAIN }],
        modules: [
          { id: 4, name: './lib/src/commands/plan.js', size: 5 },
          { id: 5, name: './node_modules/yaml/dist/index.js', size: 4 },
          { id: 6, name: 'external "node:fs"', size: 1 },
        ],
      },
    ],
  };
  const names = { modules: moduleNames(stats), chunks: chunkNames(stats) };
  const text = `exports.id = 12;
exports.ids = [12];
exports.modules = {

/***/ 5:
/***/ ((module, exports, __webpack_require__) => {

exports.parse = function parse(text) { return __webpack_require__(6).readFileSync(text); };

/***/ }),

/***/ 4:
/***/ ((module, exports, __webpack_require__) => {

const first = 4;
exports.run = () => __webpack_require__.e(/* import() */ 12).then(__webpack_require__.bind(__webpack_require__, 4)).then(() => __webpack_require__(/* webpackIgnore: true */ 5));

/***/ })

};
`;

  test('has names in place of numbers, with its modules in their order, and its own numbers untouched', () => {
    expect(withNames(text, names)).toBe(`exports.id = "plan";
exports.ids = ["plan"];
exports.modules = {

/***/ "src/commands/plan.js":
/***/ ((module, exports, __webpack_require__) => {

const first = 4;
exports.run = () => __webpack_require__.e(/* import() */ "plan").then(__webpack_require__.bind(__webpack_require__, "src/commands/plan.js")).then(() => __webpack_require__(/* webpackIgnore: true */ "yaml/dist/index.js"));

/***/ }),

/***/ "yaml/dist/index.js":
/***/ ((module, exports, __webpack_require__) => {

exports.parse = function parse(text) { return __webpack_require__("node:fs").readFileSync(text); };

/***/ })

};
`);
  });

  test.each([
    ['a module that the statistics lack', '__webpack_require__(99)', 'know no module 99'],
    ['a chunk that the statistics lack', '__nccwpck_require__.e(99)', 'know no chunk 99'],
    ['a form that has no rule', '__webpack_require__.other(4)', 'a reference that has no name'],
  ])('is refused where it refers to %s', (_, code, said) => {
    expect(() => withNames(code, names)).toThrow(said);
  });

  test('has the modules of packages in one line each and ours as they are', async () => {
    const small = await withSmallPackages(withNames(text, names));
    expect(small).toContain('\nconst first = 4;\n');
    expect(small).toMatch(/^"yaml\/dist\/index\.js": .*function parse\(\w\).*\}\n\n\};\n$/m);
  });
});

describe('licenses.txt', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'licenses-test-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const install = (path: string, version: string, license: unknown, files: Record<string, string> = {}): void => {
    mkdirSync(join(folder, path), { recursive: true });
    const name = path.split('node_modules/').at(-1);
    writeFileSync(join(folder, path, 'package.json'), JSON.stringify({ name, version, license }));
    for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, path, file), text);
  };

  test('names each package once a version, with its licence and all texts of it', () => {
    install('node_modules/a', '1.0.0', 'MIT', { LICENSE: 'Text of a\n', 'README.md': 'no licence' });
    install('node_modules/b', '2.0.0', 'Apache-2.0', { 'LICENSE.md': 'Text of b', NOTICE: 'Notice of b' });
    install('node_modules/b/node_modules/a', '3.0.0', '(MIT OR GPL-3.0)');
    const modules = {
      './node_modules/b/index.js': 1,
      './node_modules/b/node_modules/a/x.js': 1,
      './lib/src/main.js': 1,
    };
    const joined = chunk({}, modules);
    const first = chunk({}, { './node_modules/a/index.js': 1, './node_modules/a/other.js': 1 });
    expect(licensesText({ chunks: [joined, first] }, folder).replaceAll('-'.repeat(80), '--')).toBe(
      [
        'a 1.0.0: MIT\n\nText of a\n',
        'a 3.0.0: (MIT OR GPL-3.0)\n\nThe package holds no copy of the text.\n',
        'b 2.0.0: Apache-2.0\n\nText of b\n\nNotice of b\n',
      ].join('\n--\n\n'),
    );
  });

  test('is not written for a package whose licence nobody has allowed', () => {
    install('node_modules/a', '1.0.0', 'AGPL-3.0');
    const stats = { chunks: [chunk({}, { './node_modules/a/index.js': 1 })] };
    expect(() => licensesText(stats, folder)).toThrow('a 1.0.0 has the licence "AGPL-3.0"');
  });

  test.each([['MIT'], ['(MIT OR CC0-1.0)'], ['GPL-2.0 OR Apache-2.0']])('allows %s', (license) => {
    expect(isAllowed(license)).toBe(true);
  });

  test.each([['GPL-3.0'], ['MIT AND GPL-3.0'], [undefined], [''], [{ type: 'MIT' }]])(
    'does not allow %j',
    (license) => {
      expect(isAllowed(license)).toBe(false);
    },
  );
});

describe('dist/', () => {
  const files = new Map(
    readdirSync(repoPath('dist'))
      .filter((name) => name.endsWith('.js'))
      .map((name) => [name, readFileSync(repoPath('dist', name), 'utf8')] as const),
  );
  const all = [...files.values()].join('\n');
  const defined = new Set([...all.matchAll(/^(?:\/\*{3}\/ )?"([^"\n]+)":/gm)].map(([, name]) => String(name)));

  test('has a file for each chunk that its code loads, and all of them have names', () => {
    const loaded = [...all.matchAll(/\w\.e\((?:\/\*.*?\*\/ )?"([^"]+)"\)/g)].map(([, name]) => `${name}.js`);
    expect(loaded).toContain('validate.js');
    expect([...new Set(loaded)].sort()).toEqual([...files.keys()].filter((name) => name !== 'index.js').sort());
    expect([...files.keys()].filter((name) => !/^[a-z]/.test(name))).toEqual([]);
  });

  test('has every module that our code asks for', () => {
    const asked = [...all.matchAll(/_require__(?:\.bind)?\((?:\w+, )?"([^"]+)"\)/g)].map(([, name]) => String(name));
    expect(asked.length).toBeGreaterThan(100);
    expect([...new Set(asked)].filter((name) => !defined.has(name))).toEqual([]);
  });

  test('has the licence of every package whose code is in it', () => {
    const licenses = readFileSync(repoPath('dist/licenses.txt'), 'utf8');
    const titles = [...licenses.matchAll(/^((?:@[\w.-]+\/)?[\w.-]+) (\d\S*): (.+)\n\n/gm)];
    const listed = new Set(titles.map(([, name]) => name));
    // Only one module a line starts with a path that has a folder: those of packages.
    const packages = [...defined].map(
      (name) => /^(?!src\/)(?:.*node_modules\/)?((?:@[^/]+\/)?[^/]+)\//.exec(name)?.[1],
    );
    expect(packages.filter((name) => name !== undefined && !listed.has(name) && !name.startsWith('node:'))).toEqual([]);
    for (const [, name, , license] of titles) expect([name, isAllowed(license)]).toEqual([name, true]);
  });
});
