import { addSummary, keepSummary, setOutputs } from '../../github/runner/outputs.js';
import { truncate } from '../../report/markdown.js';

/** Hands the results of a run to the workflow: outputs of the step, its summary, and the summary as a file. */
export async function publish(
  env: NodeJS.ProcessEnv,
  outputs: Readonly<Record<string, string>>,
  summary: string | undefined,
): Promise<void> {
  if (summary === undefined) return setOutputs(env, outputs);
  await addSummary(env, summary, truncate);
  await setOutputs(env, { ...outputs, summary_path: await keepSummary(env, summary) });
}
