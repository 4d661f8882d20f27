import { type Path, treeAt } from '../../yaml/locate.js';
import type { Tree } from '../../yaml/tree.js';

/** Code of the configuration that the hub runs. */
export interface HubCode {
  /** Path of the text from the root of jupyterhub.yaml. */
  readonly path: Path;
  readonly code: string;
}

/** The code of an entry of `hub.extraConfig` or of a list of extra files, and the path of its text below the entry. */
export function codeOf(value: Tree): { readonly code: string | undefined; readonly at: Path } {
  for (const key of ['stringData', 'binaryData']) {
    const text = treeAt(value, [key])?.value;
    if (typeof text !== 'string') continue;
    return { code: key === 'stringData' ? text : Buffer.from(text, 'base64').toString('utf8'), at: [key] };
  }
  return { code: typeof value.value === 'string' ? value.value : undefined, at: [] };
}

/** True for an extra file that is mounted under the name of a Python module. */
export function isPython(value: Tree): boolean {
  const mount = treeAt(value, ['mountPath'])?.value;
  return typeof mount === 'string' && mount.endsWith('.py');
}

/** Code behind the words of a comment. */
const SWALLOWED = /^\s*#+[^#\n]*\w[^#\n]*\s(c\.[A-Z]\w*\.\w+\s*=|import\s+\w|def\s+\w+\(|from\s+\w+\s+import)/m;

/** True for code of which YAML has joined a line to the comment above it. What it joins otherwise, Python refuses. */
export function isFolded(value: Tree): boolean {
  const { code = '', at } = codeOf(value);
  return treeAt(value, at)?.folded === true && SWALLOWED.test(code);
}

/**
 * All Python code of a file that the hub runs. What runs in notebook servers is Python of another image. Code that YAML has
 * joined to comments is left out: a rule reports it.
 */
export function hubCode(tree: Tree | undefined): readonly HubCode[] {
  return ['extraConfig', 'extraFiles'].flatMap((kind) => {
    const root = ['hub', 'values', 'hub', kind];
    const entries = [...(treeAt(tree, root)?.entries ?? [])];
    return entries.flatMap(([name, { tree: value }]) => {
      const { code, at } = codeOf(value);
      return code === undefined || isFolded(value) || (kind === 'extraFiles' && !isPython(value))
        ? []
        : [{ path: [...root, name, ...at], code }];
    });
  });
}
