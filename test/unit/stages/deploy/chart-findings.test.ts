import { describe, expect, test } from '@jest/globals';
import type { Diagnostic } from '../../../../src/config/diagnostic.js';
import type { Json } from '../../../../src/config/model.js';
import { ToolError } from '../../../../src/errors.js';
import type { PreparedRelease } from '../../../../src/helm/release/release.js';
import { chartSchemaError } from '../../../../src/helm/release/schema-error.js';
import { hubValues } from '../../../../src/helm/values/layers.js';
import { valueAt } from '../../../../src/helm/values/values.js';
import { withChartFindings } from '../../../../src/stages/deploy/chart-findings.js';
import { InputError } from '../../../../src/stages/input/read.js';
import type { Session } from '../../../../src/stages/session/session.js';
import { loadText } from '../../../support/config.js';
import { SOURCES } from '../../../support/hub-config.js';

// Of a release that is not the tested one, so that helm is the first to check the types.
const TEXT = `apiVersion: jupyterhub-gke/v1
name: research
project: acme-research
location: us-central1
state: {bucket: acme-research-tfstate}
users: users.yaml
access: {domain: hub.acme.dev}
hub:
  values:
    cull: {concurrency: "3600"}
    hub:
      annotations:
        team: 5
      extraVolumes: [{name: data, emptyDir: 5}]
      extraEnv: [{name: A, value: 1}, {name: B, value: 2}]
      config:
        GitHubOAuthenticator: {client_secret: hunter2}
    debug: {enabled: true}
  chart: {version: 4.3.5}
`;

const loaded = loadText({ path: 'jupyterhub.yaml', text: TEXT }, '/repository');
const BASE = { singleuser: { memory: { limit: '1G' } } };
const LAYERED = loaded.config === undefined ? {} : hubValues(loaded.config, { ...SOURCES, base: BASE }, {});
/** The person's volume is the last of several. */
const LAST = (valueAt(LAYERED, 'hub.extraVolumes') as readonly Json[]).length - 1;

/** What a run tells where helm refuses the values with these lines. */
async function told(lines: string, chart = 'jupyterhub') {
  const { config, locate, diagnostics } = loaded;
  if (config === undefined) throw new Error(JSON.stringify(diagnostics));
  const annotated: Diagnostic[] = [];
  const sources = new Map([['jupyterhub.yaml', TEXT]]);
  const session = {
    config,
    context: { annotate: (found: readonly Diagnostic[]) => annotated.push(...found) },
    input: { config, people: [], diagnostics, locate, sources },
  } as unknown as Session;
  const prepared = { values: LAYERED } as unknown as PreparedRelease;
  const text = `following chart(s):\n${chart}:\n${lines}\n`;
  const error = await withChartFindings(session, prepared, async () => {
    throw chartSchemaError(text, 'not read');
  }).catch((thrown: unknown) => thrown);
  return { error, annotated };
}

const places = async (lines: string): Promise<string[]> =>
  (await told(lines)).annotated.map(({ line, column, length, message }) => `${line}:${column}+${length} ${message}`);

describe('what the chart refuses stands', () => {
  test('at the value that the person wrote, and at the key that is not known', async () => {
    expect(
      await places(
        "- at '/cull/concurrency': got string, want integer\n- at '/debug': additional properties 'enabled' not allowed",
      ),
    ).toEqual(['10:25+6 "concurrency" must be a whole number, not text.', '18:13+7 Unknown key "enabled".']);
    expect(await places("- at '/hub/annotations/team': got number, want string")).toEqual([
      '13:15+1 "team" must be text, not a number.',
    ]);
  });

  test('at the key of the mapping in which something is missing', async () => {
    expect(await places("- at '/hub/annotations': missing property 'x'")).toEqual(['12:7+11 "x" is missing.']);
  });

  test('at the entry of a list that was joined with ours, or turned into a mapping', async () => {
    expect(LAST).toBeGreaterThan(0);
    expect(await places(`- at '/hub/extraVolumes/${LAST}/emptyDir': got number, want object`)).toEqual([
      '14:45+1 "emptyDir" must be a mapping (key: value), not a number.',
    ]);
    expect(await places("- at '/hub/extraEnv/B/value': got number, want string")).toEqual([
      '15:56+1 "value" must be text, not a number.',
    ]);
  });

  test('at the nearest place where it was not written, which is said', async () => {
    const ours =
      'It is not written in hub.values: it comes from jupyterhub-gke itself, or from another key of the file.';
    expect(await places("- at '/hub/extraVolumes/0/emptyDir': got number, want object")).toEqual([
      `14:7+12 "emptyDir" must be a mapping (key: value), not a number. ${ours}`,
    ]);
    const { annotated } = await told("- at '/singleuser/memory/limit': got string, want number");
    expect(annotated).toEqual([
      expect.objectContaining({
        line: 9,
        column: 3,
        absent: true,
        message: `"limit" must be a number, not text. ${ours}`,
      }),
    ]);
    expect(annotated[0]?.hint).toContain('4.4.0');
  });
});

test('a terminal gets the line with a caret, and exit by an error of the files', async () => {
  const { error } = await told("- at '/cull/concurrency': got string, want integer");
  expect(error).toBeInstanceOf(InputError);
  expect((error as InputError).message).toBe(
    [
      '1 error in the files',
      '',
      'jupyterhub.yaml:10:25 error chart-schema  "concurrency" must be a whole number, not text.',
      '    10 |     cull: {concurrency: "3600"}',
      '       |                         ^^^^^^',
      '    Correct it as the chart\'s "Configuration Reference" says.   docs/reference/rules.md#chart-schema',
      '',
    ].join('\n'),
  );
});

test('a line that may hold a secret is not shown', async () => {
  const line = "- at '/hub/config/GitHubOAuthenticator/client_secret': 'hunter2' does not match pattern '^x$'";
  const { error, annotated } = await told(line);
  expect(annotated).toEqual([expect.objectContaining({ line: 17, rule: 'chart-schema' })]);
  expect(`${(error as InputError).message}${JSON.stringify(annotated)}`).not.toContain('hunter2');
});

test('other failures, and those of our own chart, pass as they are', async () => {
  expect((await told('- nothing')).error).not.toBeInstanceOf(InputError);
  const { error, annotated } = await told("- at '/hub': got null, want string", 'jupyterhub-gke-companion');
  expect([error instanceof InputError, error instanceof ToolError, annotated.length]).toEqual([false, true, 0]);
});
