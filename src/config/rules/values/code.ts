import { type CodeSetting, codeSettings } from '../../chart/code/settings.js';
import { decidesLogin, unusedSection } from '../../chart/owned-settings.js';
import { firstOf } from '../../text.js';
import { type Path, treeAt } from '../../yaml/locate.js';
import type { Tree } from '../../yaml/tree.js';
import type { RuleContext } from '../context.js';
import { codeOf, isFolded, isPython } from './hub-code.js';

const ROOT = ['hub', 'values'];
/** Settings by which code replaces the choice of profiles. */
const GATE = /\.(apply_user_options|group_overrides|options_form|options_from_form|profile_list)$/;

/** Settings to which code can add, as in `c.JupyterHub.services.append(…)`. */
const GROWS = /\.(environment|extra_annotations|extra_pod_config|load_roles|services|volume_mounts|volumes)$/;

/** Rules of code in hub.values. Code is allowed and reported for review, but it must not set what this product owns. */
export function codeRules(context: RuleContext, path: Path, value: Tree): void {
  const [section, kind] = path;
  const isCode = path.length === 3 && ((section === 'hub' && kind === 'extraConfig') || kind === 'extraFiles');
  if (!isCode) return;
  const { locate, report } = context;
  const where = section === 'hub' ? 'in the hub, with the hub’s permissions' : 'in notebook servers';
  report(
    locate([...ROOT, ...path], 'key'),
    'code',
    `hub.values.${path.join('.')} can contain code that runs ${where}.`,
  );
  if (section === 'hub' && kind === 'extraConfig' && typeof value.value !== 'string') {
    report(locate([...ROOT, ...path]), 'code-syntax', 'Code must be text. The hub would not start with this.', {
      hint: 'Write "NAME: |" and the code on the lines below, indented.',
    });
  }
  if (section !== 'hub') return;
  foldedRule(context, path, value);
  settingRules(context, path, value);
}

/** Behind `>` all of a code can become one line, which may even be valid Python: a comment. */
function foldedRule({ locate, report }: RuleContext, path: Path, value: Tree): void {
  if (!isFolded(value) || (path[1] === 'extraFiles' && !isPython(value))) return;
  report(
    locate([...ROOT, ...path, ...codeOf(value).at]),
    'code-syntax',
    'The code stands behind ">", which joins its lines into one.',
    { hint: 'Write "|" instead, which keeps lines.' },
  );
}

function settingRules(context: RuleContext, path: Path, value: Tree): void {
  const { code, at } = codeOf(value);
  if (code === undefined) return;
  const place = [...ROOT, ...path, ...at];
  const found = codeSettings(code);
  // A file that is no code, such as the template of a page, may name everything.
  const isText = path[1] === 'extraFiles' && !isPython(value);
  for (const setting of isText ? [] : found) {
    if (setting.does === 'sets') setRule(context, place, setting);
    if (setting.does === 'fails') failRule(context, place, setting);
  }
  const all = found.filter(({ does, name }) => does === 'mentions' && !found.some((one) => isSame(one, name)));
  const idle = all.find(({ name }) => otherAuthenticator(name) !== undefined);
  if (idle !== undefined && !isText) {
    context.report(
      context.locate(place),
      'no-effect',
      `${otherAuthenticator(idle.name)} on line ${idle.line} of the code has no effect: IAP signs people in, so that no other authenticator runs.`,
      { hint: 'Remove what the code says of it. List people, domains or Google groups in the users files.' },
    );
  }
  const mentioned = all.filter(({ name }) => otherAuthenticator(name) === undefined);
  const [first] = mentioned;
  if (first === undefined || isText) return;
  const isComputed = first.name.endsWith('…');
  const names = firstOf([...new Set(mentioned.map(({ name }) => name))], 5);
  context.report(
    context.locate(place),
    'owned-mention',
    isComputed
      ? `The code sets ${first.name.replace(/…$/, '*')} on line ${first.line}. Only the hub can see which settings these are.`
      : `The code mentions ${names} on line ${first.line}, which this product sets.`,
    { hint: 'If the code sets something that this product sets, the hub refuses to start.' },
  );
}

function failRule({ locate, report }: RuleContext, place: Path, { name, thing, line }: CodeSetting): void {
  const effect = name.startsWith('spawner.') ? 'No server would start' : 'The hub would not start';
  report(locate(place), 'code-fails', `The code has ${name} on line ${line}, but ${thing.why}. ${effect}.`, {
    hint: thing.instead,
  });
}

/** The section of an authenticator that is not this product's, as in `c.DummyAuthenticator.password`. */
function otherAuthenticator(name: string): string | undefined {
  const section = /^c\.(\w+Authenticator)(\.|$)/.exec(name)?.[1];
  return section === undefined || unusedSection(section) === undefined ? undefined : section;
}

function isSame(setting: CodeSetting, name: string): boolean {
  return setting.does === 'sets' && setting.name === name;
}

function setRule(context: RuleContext, place: Path, { name, thing, line }: CodeSetting): void {
  const { locate, report, has } = context;
  if (decidesLogin(thing)) {
    report(
      locate(place),
      'open-authenticator',
      `The code sets ${name} on line ${line}, which decides who can use the hub.`,
      { hint: 'Remove it. Only the users files and IAP decide who can use the hub.' },
    );
  } else if (/^spawner\.(cpu|mem)_|^spawner\.image$/.test(name)) {
    report(
      locate(place),
      'no-effect',
      `The code sets ${name} on line ${line}, which the person’s profile sets after it.`,
      { hint: thing.instead },
    );
  } else if (!GATE.test(name)) {
    report(locate(place), 'owned-value', `The code sets ${name} on line ${line}, but ${thing.why}.`, {
      hint: GROWS.test(name) ? `${thing.instead} Code can also set single entries of it.` : thing.instead,
    });
  } else if (hasGroups(context)) {
    report(
      locate(place),
      'open-authenticator',
      `The code sets ${name} on line ${line}, which decides who can start which profile.`,
      { hint: 'Remove it. The groups of the profiles would have no effect.' },
    );
  } else if (has(['profiles'])) {
    report(
      locate(['profiles'], 'key'),
      'no-effect',
      `The code of hub.values.${place.slice(2).join('.')} replaces the profiles: it sets ${name} on line ${line}.`,
      {
        hint: 'Remove the profiles, or the line of the code.',
      },
    );
  }
}

function hasGroups({ tree }: RuleContext): boolean {
  const profiles = treeAt(tree, ['profiles'])?.items ?? [];
  return profiles.some((profile) => (treeAt(profile, ['groups'])?.items?.length ?? 0) > 0);
}
