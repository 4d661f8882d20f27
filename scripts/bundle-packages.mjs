// Packages in the bundle are made small, one module a line: they are half of the bytes and of what node parses at each start.
// A reader who wants to see them looks into the package, whose version licenses.txt names. Our own code stays as tsc wrote it.
import { minify } from '@swc/core';

/** Names of functions stay, for stacks that can be read. */
const KEPT = { keep_fnames: true, keep_classnames: true };
const MODULE = /^\/\*\*\*\/ "([^"]+)":\n\/\*\*\*\/ ([\s\S]*?)^\/\*\*\*\/ \}\)(?=,?$)/gm;

/** Text of one file of the bundle with the modules of packages made small. */
export async function withSmallPackages(text) {
  const modules = [...text.matchAll(MODULE)].filter(([, name]) => !name.startsWith('src/'));
  const small = new Map();
  for (const [whole, name, code] of modules) small.set(name, [whole, await smallModule(name, `${code}})`)]);
  return text.replace(MODULE, (whole, name) => small.get(name)?.[1] ?? whole);
}

async function smallModule(name, code) {
  // A statement of its own would be dropped as unused.
  const before = 'module.exports=';
  const options = { module: false, compress: KEPT, mangle: KEPT, format: { comments: false } };
  const { code: made } = await minify(`${before}${code}`, options);
  if (!made.startsWith(before)) throw new Error(`The module ${name} cannot be made small: ${made.slice(0, 60)}`);
  return `${JSON.stringify(name)}: ${made.slice(before.length).replace(/;$/, '')}`;
}
