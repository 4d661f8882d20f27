import { quoted } from '../text.js';
import { type Path, treeAt } from '../yaml/locate.js';
import type { RuleContext } from './context.js';

/** Name of a hub or a platform, as in the schema for `name` and `platform.name`. */
export const HUB_NAME = /^(?=.{1,25}$)[a-z]([a-z0-9-]*[a-z0-9])?$/;

/** Rules of names: reserved names, bucket names, and lengths with all prefixes added. */
export function nameRules(context: RuleContext): void {
  const { text, locate, report } = context;
  for (const path of [['name'], ['platform', 'name']]) {
    const name = text(path);
    // "default" is the network that every new project has.
    if (name === undefined || !(name === 'default' || name.startsWith('goog'))) continue;
    report(locate(path), 'reserved-name', `${quoted(name)} is reserved by Google Cloud.`, {
      hint: 'Choose another name.',
    });
  }
  bucketNames(context);
  lengths(context);
}

// Rules of https://cloud.google.com/storage/docs/buckets#naming beyond the letters, which the schema checks.
function bucketNames({ text, count, locate, report }: RuleContext): void {
  const shared = Array.from(
    { length: count(['storage', 'buckets', 'shared']) },
    (_, index): Path => ['storage', 'buckets', 'shared', index, 'bucket'],
  );
  for (const path of [['state', 'bucket'], ['access', 'audit', 'bucket'], ...shared]) {
    const bucket = text(path);
    if (bucket === undefined) continue;
    const fail = (why: string): void =>
      report(locate(path), 'bucket-name', `${quoted(bucket)} ${why}.`, { hint: 'Choose another bucket name.' });
    if (/^goog|g[o0]{2}g[l1]e/.test(bucket)) fail('contains a form of "google" or starts with "goog"');
    else if (/^[0-9]+(\.[0-9]+){3}$/.test(bucket)) fail('looks like an IP address');
    else if (bucket.split('.').some((part) => part.length > 63)) fail('has a part of more than 63 characters');
    else if (/\.\.|\.-|-\./.test(bucket)) fail('has a dot next to a dot or hyphen');
  }
}

/** Per-user buckets are called `<project>-<hub>-<12 hexadecimal digits>`. A bucket name has at most 63 characters. */
function lengths({ tree, text, locate, report }: RuleContext): void {
  const [project, name] = [text(['project']), text(['name'])];
  const perUser = treeAt(tree, ['storage', 'buckets', 'perUser'])?.value === true;
  if (project === undefined || name === undefined || !perUser) return;
  const length = project.length + name.length + 14;
  if (length <= 63) return;
  report(
    locate(['storage', 'buckets', 'perUser']),
    'name-length',
    `The names of per-user buckets (${project}-${name}-…) would have ${length} characters; the limit is 63.`,
    {
      hint: `Use a hub name of at most ${63 - 14 - project.length} characters.`,
    },
  );
}
