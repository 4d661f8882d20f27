import { type Diagnostic, orderFindings } from '../../config/diagnostic.js';
import { locationText } from '../../config/location.js';
import type { Json, JsonObject } from '../../config/model.js';
import type { Locate, Path } from '../../config/yaml/locate.js';
import { ConfigurationError } from '../../errors.js';
import { ChartError } from '../../helm/chart/chart.js';
import { TooLargeValues } from '../../helm/chart/record-size.js';
import type { PreparedRelease } from '../../helm/release/release.js';
import { ChartSchemaError } from '../../helm/release/schema-error.js';
import { looksSecret, type SchemaFinding } from '../../helm/release/schema-text.js';
import { COMPANION_CHART } from '../../helm/values/companion.js';
import { isObject } from '../../json.js';
import { DEFAULT_CHART_VERSION } from '../../versions.js';
import { InputError } from '../input/read.js';
import type { Session } from '../session/session.js';

/** The values as the person wrote them and as helm got them, and how to point into the file. */
export interface WrittenValues {
  readonly written: JsonObject;
  /** All layers in one; the lists of some keys are longer than the person's. */
  readonly layered: JsonObject;
  readonly locate: Locate;
}

const CORRECT = 'Correct it as the chart\'s "Configuration Reference" says.';
const NOT_WRITTEN =
  'It is not written in hub.values: it comes from jupyterhub-gke itself, or from another key of the file.';
const TESTED = `Use a release of the chart that was tested, such as ${DEFAULT_CHART_VERSION}.`;

/** Runs a step that gives the values to helm. Errors of the chart's schema become findings at the lines of the file. */
export async function withChartFindings<T>(
  { context, config, input }: Pick<Session, 'context' | 'config' | 'input'>,
  prepared: PreparedRelease,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await locatingChart({ input }, work);
  } catch (error) {
    const isOfHubChart = error instanceof ChartSchemaError && error.chart !== COMPANION_CHART;
    if (!isOfHubChart || error.findings.length === 0) throw error;
    const values = { written: config.hub.values, layered: prepared.values, locate: input.locate };
    const diagnostics = chartDiagnostics(error.findings, values);
    context.annotate(diagnostics);
    throw new InputError({ input: undefined, diagnostics, sources: input.sources, origins: input.origins }, error);
  }
}

/** Runs a step that reads the chart. A chart that is not the reviewed one is reported at its line of the file. */
export async function locatingChart<T>({ input }: Pick<Session, 'input'>, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const isTooLarge = error instanceof TooLargeValues;
    if (!(error instanceof ChartError) && !isTooLarge) throw error;
    const where = locationText(input.locate(isTooLarge ? ['hub', 'values'] : ['hub', 'chart', error.key], 'value'));
    throw new ConfigurationError(error.message, {
      where,
      ...(error.hint === undefined ? {} : { hint: error.hint }),
      cause: error,
    });
  }
}

/** Findings of the chart's schema at the place of what the person wrote, or at the nearest one where it was not written. */
export function chartDiagnostics(findings: readonly SchemaFinding[], values: WrittenValues): Diagnostic[] {
  return orderFindings(
    findings.map((finding) => {
      const { path, isWritten } = writtenPath(finding.path, values.written, values.layered);
      const part = isWritten && finding.about === 'value' ? 'value' : 'key';
      // The excerpt of a line would show a secret that stands on it, which is in the file but need not be in every log.
      const absent = !isWritten || finding.about === 'absent' || looksSecret(finding.path);
      return {
        ...values.locate(['hub', 'values', ...path], part),
        severity: 'error',
        rule: 'chart-schema',
        message: isWritten ? finding.message : `${finding.message} ${NOT_WRITTEN}`,
        hint: isWritten ? CORRECT : TESTED,
        ...(absent ? { absent } : {}),
      } as const;
    }),
  );
}

/** The part of a path in helm's values that the person wrote, as it is in the file. */
function writtenPath(wanted: Path, written: Json, layered: Json): { path: Path; isWritten: boolean } {
  const path: (string | number)[] = [];
  let mine: Json | undefined = written;
  let all: Json | undefined = layered;
  for (const step of wanted) {
    const key = keyIn(mine, all, step);
    if (key === undefined) return { path, isWritten: false };
    path.push(key);
    mine = child(mine, key);
    all = child(all, step);
  }
  return { path, isWritten: true };
}

/** Key or index of the person's value for one of helm's; undefined where the person has none. */
function keyIn(mine: Json | undefined, all: Json | undefined, step: string | number): string | number | undefined {
  if (!Array.isArray(mine)) return child(mine, step) === undefined ? undefined : step;
  // Lists that are joined have ours first; a list of named entries may have become a mapping.
  const index = Array.isArray(all)
    ? Number(step) - (all.length - mine.length)
    : mine.findIndex((item: Json) => isObject(item) && item.name === String(step));
  return index in mine ? index : undefined;
}

function child(value: Json | undefined, step: string | number): Json | undefined {
  if (Array.isArray(value)) return value[Number(step)];
  return isObject(value) && Object.hasOwn(value, String(step)) ? value[String(step)] : undefined;
}
