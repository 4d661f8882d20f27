import { quoted } from '../text.js';
import { globFault, isForeign, remoteFileName, remotePath, usersSources } from '../users-sources.js';
import { type Path, treeAt } from '../yaml/locate.js';
import type { RuleContext } from './context.js';

/** Rules of paths to other files: relative to the file that contains them, and each users file once. */
export function sourceRules({ tree, text, locate, report }: RuleContext): void {
  for (const path of [['extends'], ['platform', 'from']] satisfies Path[]) {
    const named = text(path);
    if (named === undefined || !isForeign(named)) continue;
    report(locate(path), 'path-outside', `${quoted(named)} is not a path relative to this file.`, {
      hint: 'Write a relative path inside the repository.',
    });
  }
  for (const index of (treeAt(tree, ['access', 'files'])?.items ?? []).keys()) {
    const path: Path = ['access', 'files', index, 'path'];
    const fault = globFault(text(path) ?? '');
    if (fault === undefined) continue;
    report(locate(path), 'wrong-format', `${quoted(text(path))} ${fault.why}.`, { hint: fault.hint });
  }
  const seen = new Set<string>();
  for (const { path, location, remote, columns } of usersSources(tree, locate)) {
    if (remote === undefined && isForeign(path)) {
      report(location, 'path-outside', `${quoted(path)} is not a path relative to this file.`, {
        hint: 'Write a relative path inside the repository, such as users.yaml.',
      });
    }
    if (remote !== undefined && remote.repository !== '' && remotePath(path) === undefined) {
      report(location, 'path-outside', `${quoted(path)} is not a path in ${remote.repository}.`, {
        hint: 'Write a path that starts at the top folder of that repository, such as users.yaml.',
      });
    }
    const fault = globFault(path);
    if (fault !== undefined) report(location, 'wrong-format', `${quoted(path)} ${fault.why}.`, { hint: fault.hint });
    if (columns !== undefined && !/\.csv$/i.test(path)) {
      report(location, 'no-effect', '"columns" has an effect only for CSV files.', { hint: 'Remove columns.' });
    }
    const plain = path.replace(/^(\.\/+)+/, '').replace(/\/(\.?\/)+/g, '/');
    // The same file at two refs would list its people twice. Names of GitHub repositories ignore case.
    const key = remote === undefined ? plain : remoteFileName(remote.repository.toLowerCase(), plain);
    if (seen.has(key)) report(location, 'duplicate-file', `${quoted(path)} is listed twice.`, { hint: 'Remove one.' });
    seen.add(key);
  }
}
