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
  if (path === undefined || !has(['hub', 'chart', 'repository'])) return;
  report(
    locate(['hub', 'chart', 'repository'], 'key'),
    'no-effect',
    'hub.chart.repository has no effect, because hub.chart.path is set.',
    {
      hint: 'Remove one of the two.',
    },
  );
}
