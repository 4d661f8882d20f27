// Names for what ncc numbers: webpack's numbers of chunks and modules say nothing and change where the code did not.
import { dirname, join, normalize } from 'node:path';

const PACKAGE = /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)/;
/** The chunk that node starts; dist/index.js is its file. */
const ENTRY = 'index';
/** Folders whose names say nothing about a file below them. */
const SHELL = /^(src\/)?(commands\/)?/;

/** Every module of webpack's statistics, those that were joined into one included. */
export function* modulesOf({ modules = [] }) {
  for (const module of modules) {
    if (module.modules === undefined) yield module;
    else yield* modulesOf(module);
  }
}

/** Path of a module as a reader knows it: `src/…` for ours, from the package on for others, the bare name for Node.js itself. */
export function modulePath(name) {
  const external = /^external "(.+)"$/.exec(name)?.[1];
  if (external !== undefined) return external;
  const path = name.replace(/ \+ \d+ modules$/, '').replace(/^\.\//, '');
  return path.startsWith('node_modules/') ? path.slice('node_modules/'.length) : path.replace(/^lib\//, '');
}

/** Name of the package that a module is from; undefined for ours and Node.js. */
export function packageOf({ name }) {
  return PACKAGE.exec(name)?.[1];
}

/** Paths of the modules by webpack's ids. */
export function moduleNames(stats) {
  const names = new Map();
  for (const chunk of stats.chunks) {
    for (const { id, name } of chunk.modules ?? []) {
      if (id !== null && id !== '' && !name.startsWith('webpack/runtime/')) names.set(String(id), modulePath(name));
    }
  }
  return distinct(names, 'modules');
}

/**
 * Names of the chunks by webpack's ids. One that is loaded for a single file or package is called after it. One that
 * several share is called after the package or the folder of ours that most of it is from.
 */
export function chunkNames(stats) {
  const names = new Map();
  const taken = new Set([ENTRY]);
  // The larger one gets the shorter name; by id where they are equal, so that every run gives the same names.
  const chunks = [...stats.chunks].sort((a, b) => b.size - a.size || String(a.id).localeCompare(String(b.id)));
  const imports = new Map(chunks.map((chunk) => [chunk, [...new Set(chunk.origins.map(imported))]]));
  const isSingle = (chunk) => imports.get(chunk).length === 1;
  for (const chunk of [...chunks.filter(isSingle), ...chunks.filter((one) => !isSingle(one))]) {
    if (chunk.names.includes('main')) {
      names.set(String(chunk.id), ENTRY);
      continue;
    }
    const candidates = [...(isSingle(chunk) ? endings(imports.get(chunk)[0]) : []), ...namesOfMost(chunk)];
    const name = candidates.find((one) => !taken.has(one));
    if (name === undefined)
      throw new Error(`No name is left for chunk ${chunk.id}: ${candidates.join(', ')} are taken.`);
    taken.add(name);
    names.set(String(chunk.id), name);
  }
  return names;
}

/** What an import() asks for: the path of a file, or the name of a package. */
function imported({ request, moduleName }) {
  return request.startsWith('.') ? normalize(join(dirname(modulePath(moduleName)), request)) : request;
}

/**
 * Names for a module from short to long: of ours the file, then with one more folder before it each time; of others the
 * package, then with its file.
 */
function endings(path) {
  const steps = path
    .replace(SHELL, '')
    .replace(/\.[cm]?js$/, '')
    .replace(/\/(command|index)$/, '')
    .split('/');
  if (path.startsWith('src/')) return steps.map((_, index) => plain(steps.slice(steps.length - 1 - index).join('/')));
  const from = steps.splice(0, path.startsWith('@') ? 2 : 1).join('/');
  return [plain(from), plain(`${from}/${steps.at(-1) ?? 'package'}`)];
}

/** The packages or folders by how much of the chunk is from each, then its files by size. */
function namesOfMost(chunk) {
  const sizes = new Map();
  const modules = [...modulesOf(chunk)].filter(({ name }) => !/^(external|webpack\/)/.test(name));
  for (const module of modules) {
    const place = packageOf(module) ?? dirname(modulePath(module.name).replace(SHELL, ''));
    sizes.set(place, (sizes.get(place) ?? 0) + module.size);
  }
  const places = [...sizes].sort(([a, x], [b, y]) => y - x || a.localeCompare(b)).map(([place]) => plain(place));
  const files = modules.sort((a, b) => b.size - a.size || a.name.localeCompare(b.name));
  return [...places.slice(0, 1), ...files.flatMap(({ name }) => endings(modulePath(name)))];
}

const plain = (path) => path.replace(/^@/, '').replace(/[^A-Za-z0-9._-]+/g, '-');

function distinct(names, what) {
  const all = [...names.values()];
  const twice = all.filter((name, index) => all.indexOf(name) !== index);
  if (twice.length > 0) throw new Error(`Two ${what} have one name: ${twice.join(', ')}`);
  return names;
}

const REQUIRE = '__(?:nccwpck|webpack)_require__';
const COMMENT = '(?:/\\*(?:(?!\\*/).)*\\*/ ?)?';
/** What stands before the id of a module or chunk, each with everything up to the id in one group. */
const MODULE_CALL = new RegExp(`(${REQUIRE}\\(${COMMENT})(\\d+)(?=\\))`, 'g');
const MODULE_BOUND = new RegExp(`(${REQUIRE}(?:\\.t)?\\.bind\\(${REQUIRE}, ${COMMENT})(\\d+)`, 'g');
const CHUNK_CALL = new RegExp(`(${REQUIRE}\\.e\\(${COMMENT})(\\d+)`, 'g');
const ANY_NUMBER = new RegExp(`${REQUIRE}[\\w.]*\\((?:${REQUIRE}, )?${COMMENT}\\d+`);

/** Text of one file of ncc with names in place of numbers, and its modules in the order of their names. */
export function withNames(text, { modules, chunks }) {
  const module = (_, before, id) => before + JSON.stringify(known(modules, id, 'module'));
  const chunk = (_, before, id) => before + JSON.stringify(known(chunks, id, 'chunk'));
  const named = sorted(text, (id) => known(modules, id, 'module'))
    .replace(MODULE_CALL, module)
    .replace(MODULE_BOUND, module)
    .replace(CHUNK_CALL, chunk)
    .replace(/^(exports\.id = )(\d+)(?=;$)/m, chunk)
    .replace(/^(exports\.ids = \[)(\d+)(?=\];$)/m, chunk)
    .replace(/^(.*var installedChunks = \{\n.*?)(\d+)(?=: 1\n)/m, chunk)
    .replace('return "" + chunkId + ".index.js";', 'return chunkId + ".js";');
  const left = ANY_NUMBER.exec(named)?.[0];
  if (left !== undefined) throw new Error(`ncc writes a reference that has no name: ${left}`);
  return named;
}

function known(names, id, what) {
  const name = names.get(id);
  if (name === undefined) throw new Error(`ncc's statistics know no ${what} ${id}`);
  return name;
}

/** Puts the modules of a file in the order of their names: numbers would put a new one anywhere. */
function sorted(text, nameOf) {
  const parts = text.split(/^\/\*\*\*\/ (\d+):\n/m);
  if (parts.length === 1) return text;
  const [before, ...rest] = parts;
  const modules = [];
  for (let index = 0; index < rest.length; index += 2) modules.push([nameOf(rest[index]), rest[index + 1]]);
  // What follows the last module belongs to the file.
  const [last, body] = modules.pop();
  const end = body.search(/^\/\*\*\*\/ \}\)$/m) + '/***/ })'.length;
  modules.push([last, `${body.slice(0, end)},\n\n`]);
  modules.sort(([a], [b]) => (a < b ? -1 : 1));
  const written = modules.map(([name, code]) => `/***/ ${JSON.stringify(name)}:\n${code}`).join('');
  return before + written.replace(/,\n+$/, '') + body.slice(end);
}
