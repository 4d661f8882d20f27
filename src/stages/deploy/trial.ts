import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Redact, shorten } from '../../change/redact.js';
import { type Location, locationText } from '../../config/location.js';
import type { Json, JsonObject } from '../../config/model.js';
import type { Path } from '../../config/yaml/locate.js';
import { ToolError } from '../../errors.js';
import type { Manifest } from '../../helm/diff/manifests.js';
import { tryHub } from '../../helm/trial/trial.js';
import type { TrialVerdict } from '../../helm/trial/verdict.js';
import { valueAt } from '../../helm/values/values.js';
import { entryOf, isObject } from '../../json.js';
import { placeInBlock } from '../input/code-place.js';
import type { ClusterConnection } from '../session/cluster.js';
import { productFolder } from '../session/package-files.js';
import type { Session } from '../session/session.js';
import type { HubPlan } from './plan.js';

/** Characters of an error of the hub that are shown. */
const LONGEST = 400;

/**
 * Tries the new hub beside the one that runs, and refuses it where it would not start. The hub is not changed.
 * @param known secrets of the configuration, by name
 */
export async function tryNewHub(
  session: Session,
  { kubernetes }: Pick<ClusterConnection, 'kubernetes'>,
  { prepared, deployed }: Pick<HubPlan, 'prepared' | 'deployed'>,
  live: readonly Manifest[],
  known: Readonly<Record<string, string>>,
): Promise<void> {
  const { context } = session;
  const ofChart = chartSecrets(live);
  for (const secret of ofChart) context.mask(secret);
  context.say('  the new hub is tried beside the one that runs');
  const verdict = await tryHub({
    ...{ kubernetes, live, sleep, signal: context.signal },
    namespace: prepared.namespace,
    secrets: [...Object.values(known), ...ofChart],
    program: await readFile(join(productFolder('helm'), 'hub', 'hub_trial.py'), 'utf8'),
    running: deployed?.manifests ?? [],
  });
  if (verdict.kind === 'undecided') {
    context.say(
      `  the trial decided nothing (${shorten(verdict.why, LONGEST, context.write.redact)}); if the new hub does not start, the old one comes back`,
    );
  }
  if (verdict.kind !== 'refused') return;
  throw new ToolError(
    `The new hub does not start: ${sentence(verdict.why, context.write.redact)}. The hub was not changed`,
    {
      where: placeOf(session, verdict),
      hint: 'It was tried beside the hub that runs. Correct the cause and run apply again.',
    },
  );
}

/** The line of jupyterhub.yaml if the error is in code of that file, else its values. */
function placeOf(
  { input, config }: Pick<Session, 'input' | 'config'>,
  verdict: TrialVerdict & { kind: 'refused' },
): string {
  const { entry, file, line = 1 } = verdict;
  const found = entry === undefined ? fileAt(config.hub.values, file) : ['extraConfig', entry];
  const code = found?.reduce<Json | undefined>(
    (value, key) => (isObject(value) ? entryOf(value, key) : undefined),
    config.hub.values.hub,
  );
  const path: Path = ['hub', 'values', 'hub', ...(found ?? [])];
  if (typeof code !== 'string') return locationText(input.locate(['hub', 'values'], 'key'));
  const column = (/\S/.exec(code.split('\n')[line - 1] ?? '')?.index ?? 0) + 1;
  const place: Location = placeInBlock(code, { line, column }, input.locate(path), input.sources);
  return locationText(place);
}

/** Path of the text of an extra file that is mounted under a name. */
function fileAt(values: JsonObject, name: string | undefined): readonly string[] | undefined {
  const files = valueAt(values, 'hub.extraFiles');
  const found = Object.entries(isObject(files) ? files : {}).find(
    ([, file]) => isObject(file) && String(file.mountPath).endsWith(`/${name}`),
  );
  return found === undefined ? undefined : ['extraFiles', found[0], 'stringData'];
}

/** Nobody has told this run the secrets that the chart makes or keeps. An error of the hub could show one. */
function chartSecrets(live: readonly Manifest[]): readonly string[] {
  const found: string[] = [];
  for (const { kind, object } of live) {
    const data = kind === 'Secret' && isObject(object.data) ? object.data : {};
    for (const [key, encoded] of Object.entries(data)) {
      const value = typeof encoded === 'string' ? Buffer.from(encoded, 'base64').toString('utf8').trim() : '';
      if (key.startsWith('hub.') && value.length >= 8) found.push(value);
    }
  }
  return found;
}

function sentence(text: string, redact: Redact): string {
  // owned_settings.py begins its sentence like ours.
  const line = redact(text).replace(/^\s*The hub does not start: |[.\s]+$/g, '');
  return shorten(line, LONGEST);
}
