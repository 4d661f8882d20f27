import { CHART_SETTINGS } from '../../chart/chart-settings.js';
import { type Path, treeAt } from '../../yaml/locate.js';
import type { RuleContext } from '../context.js';

const ROOT = ['hub', 'values'];
const IMAGE: Path = [...ROOT, 'singleuser', 'image'];

/** Rules of things that the file says in two places, of which one wins. */
export function placesRules(context: RuleContext): void {
  settingRule(context);
  imageRule(context);
  databaseRule(context);
}

/** The chart reads `hub.config` after its own values, so that a setting wins over the chart value for it. */
function settingRule({ tree, locate, report }: RuleContext): void {
  for (const [value, className, setting] of CHART_SETTINGS) {
    const path = [...ROOT, ...value.split('.')];
    const classes = className === 'KubeSpawner' ? ['KubeSpawner', 'Spawner'] : [className];
    const other = classes
      .map((name) => ['hub', 'config', name, setting])
      .find((below) => treeAt(tree, [...ROOT, ...below]) !== undefined);
    if (other === undefined || treeAt(tree, path) === undefined) continue;
    report(
      locate(path, 'key'),
      'no-effect',
      `hub.values.${value} has no effect, because hub.values.${other.join('.')} is set too.`,
      { hint: 'Remove one of the two.' },
    );
  }
}

/**
 * An image of hub.values is that of servers that start without a choice. Where there is a choice, the image of a profile
 * wins.
 */
function imageRule({ tree, has, count, locate, report }: RuleContext): void {
  if (!has([...IMAGE, 'name']) && !has([...IMAGE, 'tag'])) return;
  const images = Array.from({ length: count(['profiles']) }, (_, index): Path => ['profiles', index, 'image']);
  const groups = treeAt(tree, ['profiles', 0, 'groups'])?.items ?? [];
  const [only] = images;
  if (images.length === 1 && groups.length === 0 && only !== undefined && has(only)) {
    report(
      locate(only, 'key'),
      'no-effect',
      'profiles[].image has no effect, because hub.values.singleuser.image is set too.',
      { hint: 'Remove hub.values.singleuser.image.' },
    );
  } else if (images.length > 0 && images.every((path) => has(path))) {
    report(
      locate(IMAGE, 'key'),
      'no-effect',
      'hub.values.singleuser.image has no effect, because every profile has an image.',
      { hint: 'Remove hub.values.singleuser.image.' },
    );
  }
}

/** The chart reads address and password of a database server only where the type names one. */
function databaseRule({ text, has, locate, report }: RuleContext): void {
  const type = text([...ROOT, 'hub', 'db', 'type']) ?? 'sqlite-pvc';
  if (!type.startsWith('sqlite')) return;
  for (const key of ['url', 'password']) {
    const path = [...ROOT, 'hub', 'db', key];
    if (!has(path)) continue;
    report(
      locate(path, 'key'),
      'no-effect',
      `hub.values.hub.db.${key} has no effect, because the type of the database is ${type}.`,
      { hint: 'Set hub.db.type too, or remove it.' },
    );
  }
}
