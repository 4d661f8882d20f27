#!/usr/bin/env bash
# Runs one command of the bundle for a composite action: run.sh COMMAND. Inputs arrive as INPUT_* in the environment.
set -euo pipefail

oldest=22
here="${BASH_SOURCE[0]%/*}"
# shellcheck source=actions/path.sh
source "${here}/path.sh"
bundle="$(cd -- "${here}/.." && pwd)/dist/index.js"

# Composite actions get no Node.js from GitHub. The one on PATH comes first, then the one that the runner itself came with,
# then those that hosted images keep for setup-node.
# The first may be a version manager, which reads files of the working folder. So it is asked elsewhere which program it
# chooses, and that program is run here.
found=''
for node in node "${RUNNER_TEMP:-}/../../externals/node24/bin/node" "${RUNNER_TOOL_CACHE:-}"/node/2[2-9].*/*/bin/node; do
  answer="$(cd / && "$node" -p 'process.version + process.execPath' 2>/dev/null || true)"
  [[ "$answer" =~ ^(v([0-9]+)\.[0-9]+\.[0-9]+)(/.+)?$ ]] || continue
  # exec, so that a cancelled job reaches the program and it can release its locks.
  if ((BASH_REMATCH[2] >= oldest)) && [[ -n "${BASH_REMATCH[3]:-}" ]]; then exec "${BASH_REMATCH[3]}" "$bundle" "$@"; fi
  found="; the one on PATH is ${BASH_REMATCH[1]}"
done

echo "::error title=jupyterhub-gke::Node.js ${oldest} or newer was not found on this runner${found}. Install it, or add an actions/setup-node step before this one."
exit 1
