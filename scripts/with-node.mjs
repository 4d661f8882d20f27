// node scripts/with-node.mjs [--major=N] [FLAGS] FILE [ARGS]: runs a file with a Node.js that the project supports, or with
// exactly that major version. Every npm script goes through it; the file and all that it starts find that `node` on PATH.
import { nodeProgram, withNode } from './node.mjs';
import { pass } from './setup.mjs';

const [first = '', ...rest] = process.argv.slice(2);
const major = /^--major=(\d+)$/.exec(first)?.[1];
const args = major === undefined ? [first, ...rest] : rest;
try {
  const program = nodeProgram(major === undefined ? undefined : Number(major));
  const env = program === process.execPath ? process.env : withNode(program);
  process.exitCode = await pass(program, args, { cwd: process.cwd(), env });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
