import { entryOf } from '../../../json.js';
import { SETTINGS_OF } from '../../chart/hub-facts.generated.js';
import { isClass, unusedSection } from '../../chart/owned-settings.js';
import { didYouMean, suggest } from '../../suggest.js';
import { quoted } from '../../text.js';
import type { Path } from '../../yaml/locate.js';
import type { RuleContext } from '../context.js';

const ROOT = ['hub', 'values'];
const KNOWN: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(SETTINGS_OF).map(([name, settings]) => [name, settings.split(' ')]),
);
const ALL = [...KNOWN.values()].flat();
/** Bases of these classes. A setting under one is that of every class which has it. */
const BASES: Readonly<Record<string, readonly string[]>> = {
  Spawner: ['KubeSpawner'],
  Proxy: ['ConfigurableHTTPProxy'],
  Application: ['JupyterHub'],
  SingletonConfigurable: ['JupyterHub', 'CryptKeeper'],
};
const CLASSES = [...KNOWN.keys(), ...Object.keys(BASES), 'LoggingConfigurable', 'Configurable'];

/** Rules of names in hub.config that the tested hub does not have. It starts, warns in its log, and ignores the setting. */
export function hubSettingRule(context: RuleContext, path: Path): void {
  const [section, kind, className, setting, ...more] = path.map(String);
  // Another image can have another hub.
  const isOther = context.has([...ROOT, 'hub', 'image', 'tag']) || context.has([...ROOT, 'hub', 'image', 'name']);
  if (section !== 'hub' || kind !== 'config' || className === undefined || more.length > 0 || isOther) return;
  if (setting === undefined) classRule(context, path, className);
  else nameRule(context, path, className, setting);
}

function classRule({ locate, report }: RuleContext, path: Path, className: string): void {
  if (CLASSES.includes(className) || !isClass(className) || unusedSection(className) !== undefined) return;
  // A class of one's own is none of these, and not almost one of them.
  const guess = suggest(className, CLASSES);
  if (guess === undefined) return;
  report(
    locate([...ROOT, ...path], 'key'),
    'no-effect',
    `hub.values.${path.join('.')} has no effect: the hub has no class ${quoted(className)}. Did you mean "${guess}"?`,
    { hint: `Write ${guess}. Capitals matter.` },
  );
}

function nameRule({ locate, report }: RuleContext, path: Path, className: string, setting: string): void {
  const known = settingsOf(className);
  if (known === undefined || known.includes(setting) || isClass(setting)) return;
  const others = [...KNOWN].filter(([, settings]) => settings.includes(setting)).map(([name]) => name);
  const guess = others.length > 0 ? ` It is one of ${others.join(' and ')}.` : didYouMean(setting, known);
  report(
    locate([...ROOT, ...path], 'key'),
    'no-effect',
    `hub.values.${path.join('.')} has no effect: ${className} has no setting ${quoted(setting)}.${guess}`,
    { hint: others[0] === undefined ? 'Correct the name, or remove it.' : `Write it under hub.config.${others[0]}.` },
  );
}

/** Settings that a section can set; undefined for a class that is not known here. */
function settingsOf(className: string): readonly string[] | undefined {
  if (/^(Logging)?Configurable$/.test(className)) return ALL;
  const classes = entryOf(BASES, className) ?? (KNOWN.has(className) ? [className] : undefined);
  return classes?.flatMap((name) => KNOWN.get(name) ?? []);
}
