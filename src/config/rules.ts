import { at, type Locate, type Path } from './locate.js';
import type { Report } from './places.js';
import { profileRules } from './profile-rules.js';
import { quantity } from './quantity.js';
import { type RuleContext, TESTED_CHARTS } from './rule-context.js';
import type { Tree } from './tree.js';
import { valueRules } from './value-rules.js';
import { quoted } from './words.js';

/** Checks all that a schema cannot say. */
export function checkRules(tree: Tree, locate: Locate, report: Report): void {
  const text = (path: Path): string | undefined => {
    const value = at(tree, path)?.value;
    return typeof value === 'string' ? value : undefined;
  };
  const context: RuleContext = { tree, locate, report, text };
  for (const rule of [nameRules, placeRules, bucketRules, usersRules, domainRules, homeRules, chartRules])
    rule(context);
  profileRules(context);
  valueRules(context);
}

function nameRules({ text, locate, report }: RuleContext): void {
  const name = text(['name']);
  if (name === undefined) return;
  // "default" is the network that every new project has.
  if (name === 'default' || name.startsWith('goog')) {
    report(locate(['name']), 'reserved-name', `${quoted(name)} belongs to Google Cloud.`, {
      hint: 'Choose another name.',
    });
  }
}

function placeRules({ text, locate, report }: RuleContext): void {
  const [, region] = /^([a-z]+(?:-[a-z]+)+[0-9]{1,2})-[a-z]$/.exec(text(['location']) ?? '') ?? [];
  if (region === undefined) return;
  report(
    locate(['location']),
    'zone-on-autopilot',
    `${quoted(text(['location']))} is a zone, and Autopilot clusters are regional.`,
    {
      hint: `Write location: ${region}`,
    },
  );
}

// Rules of https://cloud.google.com/storage/docs/buckets#naming beyond the letters, which the schema checks.
function bucketRules({ text, locate, report }: RuleContext): void {
  const bucket = text(['state', 'bucket']);
  if (bucket === undefined) return;
  const fail = (why: string): void =>
    report(locate(['state', 'bucket']), 'bucket-name', `${quoted(bucket)} ${why}.`, {
      hint: 'Choose another bucket name.',
    });
  if (/^goog|g[o0]{2}g[l1]e/.test(bucket)) fail('holds the name Google or starts with "goog"');
  else if (/^[0-9]+(\.[0-9]+){3}$/.test(bucket)) fail('looks like an IP address');
  else if (bucket.split('.').some((part) => part.length > 63)) fail('has a part of more than 63 characters');
  else if (/\.\.|\.-|-\./.test(bucket)) fail('has a dot beside a dot or hyphen');
}

/** Paths of users files as the file has them, with the place of each. */
export function usersPaths(tree: Tree | undefined): { readonly path: string; readonly at: Path }[] {
  const users = at(tree, ['users']);
  if (typeof users?.value === 'string') return [{ path: users.value, at: ['users'] }];
  return (users?.items ?? []).flatMap((item, index) =>
    typeof item.value === 'string' ? [{ path: item.value, at: ['users', index] }] : [],
  );
}

function usersRules({ tree, locate, report }: RuleContext): void {
  const seen = new Set<string>();
  for (const { path, at: where } of usersPaths(tree)) {
    if (/[*?[\]{}]/.test(path)) {
      report(locate(where), 'not-supported-yet', `Patterns such as ${quoted(path)} are not supported yet.`, {
        hint: 'List the files one by one.',
      });
    } else if (/\.csv$/i.test(path)) {
      report(locate(where), 'not-supported-yet', 'Users files in CSV are not supported yet.', { hint: 'Use YAML.' });
    } else if (/^([/\\~]|[A-Za-z][A-Za-z0-9+.-]*:)/.test(path)) {
      report(locate(where), 'path-outside', `${quoted(path)} is not a path relative to this file.`, {
        hint: 'Write a relative path of the repository, such as users.yaml.',
      });
    }
    const plain = path.replace(/^(\.\/+)+/, '').replace(/\/(\.?\/)+/g, '/');
    if (seen.has(plain))
      report(locate(where), 'duplicate-file', `${quoted(path)} is listed twice.`, { hint: 'Remove one.' });
    seen.add(plain);
  }
}

function domainRules({ tree, locate, report }: RuleContext): void {
  if (at(tree, ['access', 'domain']) !== undefined) return;
  const where = at(tree, ['access']) === undefined ? locate(['users'], 'key') : locate(['access'], 'key');
  report(
    where,
    'trial-domain',
    'No access.domain: the hub will answer at <reserved ip>.sslip.io, which suits a trial only.',
    { absent: true },
  );
}

function homeRules({ tree, locate, report }: RuleContext): void {
  const path = ['storage', 'home', 'size'];
  const bytes = quantity(at(tree, path)?.value);
  if (bytes === undefined || (bytes >= 2 ** 30 && bytes <= 64 * 2 ** 40)) return;
  report(locate(path), 'quantity-size', 'A home has between 1Gi and 64Ti.', {
    hint: 'Is the unit missing? For example: 10Gi.',
  });
}

function chartRules({ tree, text, locate, report }: RuleContext): void {
  const version = text(['hub', 'chart', 'version']);
  if (version !== undefined && !TESTED_CHARTS.includes(version)) {
    report(
      locate(['hub', 'chart', 'version']),
      'untested-chart',
      `Chart ${version} was not tested with this version.`,
      {
        hint: `Tested: ${TESTED_CHARTS.join(', ')}.`,
      },
    );
  }
  const path = text(['hub', 'chart', 'path']);
  if (path?.startsWith('/')) {
    report(locate(['hub', 'chart', 'path']), 'unpinned-path', 'An absolute path works on this machine only.', {
      hint: 'Commit the chart and write its path relative to this file.',
    });
  }
  const both = at(tree, ['hub', 'chart', 'repository']) !== undefined && path !== undefined;
  if (both) {
    report(locate(['hub', 'chart', 'repository'], 'key'), 'no-effect', 'hub.chart.path wins over the repository.', {
      hint: 'Remove one of the two.',
    });
  }
}
