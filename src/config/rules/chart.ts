import { CHART_REPOSITORY } from '../../versions.js';
import { quoted } from '../text.js';
import type { RuleContext } from './context.js';
import { TESTED_CHARTS } from './context.js';

/** Rules of hub.chart: its release and its source. */
export function chartRules({ text, has, locate, report }: RuleContext): void {
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
  const repository = text(['hub', 'chart', 'repository']);
  if (path === undefined && repository !== undefined && !isOfficial(repository) && !has(['hub', 'chart', 'sha256'])) {
    report(
      locate(['hub', 'chart', 'repository']),
      'unpinned-chart',
      `A chart of ${quoted(repository)} is code that may change without a review.`,
      { hint: 'Set hub.chart.sha256 to the SHA-256 of the archive that you trust (helm pull, then sha256sum).' },
    );
  }
  if (path === undefined || repository === undefined) return;
  report(
    locate(['hub', 'chart', 'repository'], 'key'),
    'no-effect',
    'hub.chart.repository has no effect, because hub.chart.path is set.',
    {
      hint: 'Remove one of the two.',
    },
  );
}

/** Only the official repository keeps what it has published, and only its release is pinned by this program. */
function isOfficial(repository: string): boolean {
  return repository.replace(/\/+$/, '') === CHART_REPOSITORY.replace(/\/+$/, '');
}
