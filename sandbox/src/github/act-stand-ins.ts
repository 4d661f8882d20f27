/** What a stand-in says and does, beside telling that it is one. */
interface Part {
  readonly say: string;
  /** Inputs that it takes, as `IN_NAME` in the environment of its script. */
  readonly inputs: readonly string[];
  readonly script: readonly string[];
}

/** Actions of others that work with files; all others only install programs, which this machine has. */
const PARTS: Readonly<Record<string, Part>> = {
  'actions/upload-artifact': {
    say: 'the files are kept here',
    inputs: ['name', 'path'],
    script: [
      'mkdir -p "$KEPT/$IN_NAME"',
      'if [ -d "$IN_PATH" ]; then cp -R "$IN_PATH/." "$KEPT/$IN_NAME/"; else cp "$IN_PATH" "$KEPT/$IN_NAME/"; fi',
    ],
  },
  'actions/download-artifact': {
    say: 'the files were kept here',
    inputs: ['name', 'path'],
    script: ['mkdir -p "$IN_PATH"', 'cp -R "$KEPT/$IN_NAME/." "$IN_PATH/"'],
  },
  'actions/attest': {
    say: 'only GitHub can sign; what it would sign is checked',
    inputs: ['subject-path', 'subject-checksums', 'sbom-path'],
    script: [
      'for file in "$IN_SUBJECT_PATH" "$IN_SUBJECT_CHECKSUMS" "$IN_SBOM_PATH"; do',
      '  if [ -n "$file" ]; then echo "attested: $(basename "$file") of $(wc -c <"$file") bytes"; fi',
      'done',
    ],
  },
};
const OTHER: Part = { say: 'this machine has what it would install', inputs: [], script: [] };

/** Text of the action.yml that act takes in place of an action of others, whose work is done on this machine already. */
export function standIn(name: string, artifacts: string): string {
  const { say, inputs, script } = PARTS[name.split('@')[0] ?? ''] ?? OTHER;
  const see = "echo \"variables: $(compgen -e | sort | tr '\\n' ' ')\"";
  const given = inputs.map((input) => [`IN_${input.toUpperCase().replaceAll('-', '_')}`, `\${{ inputs.${input} }}`]);
  const step = {
    shell: 'bash',
    env: { ...Object.fromEntries(given), ...(inputs.length > 0 ? { KEPT: artifacts } : {}) },
    run: ['set -euo pipefail', `echo "stand-in for ${name}: ${say}"`, see, ...script].join('\n'),
  };
  return JSON.stringify({
    name,
    description: 'Stands in',
    inputs: Object.fromEntries(inputs.map((input) => [input, { default: '' }])),
    runs: { using: 'composite', steps: [step] },
  });
}
