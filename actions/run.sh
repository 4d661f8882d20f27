#!/usr/bin/env bash
# Runs one command of the bundle for a composite action: run.sh COMMAND. Inputs arrive as INPUT_* in the environment.
set -euo pipefail

oldest=22
bundle="$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)/dist/index.js"

# Composite actions get no Node.js from GitHub. The one on PATH comes first, then the one that the runner itself came with,
# then those that hosted images keep for setup-node.
found=''
for node in node "${RUNNER_TEMP:-}/../../externals/node24/bin/node" "${RUNNER_TOOL_CACHE:-}"/node/2[2-9].*/*/bin/node; do
  version="$("$node" --version 2>/dev/null || true)"
  [[ "$version" =~ ^v([0-9]+)\.[0-9]+\.[0-9]+$ ]] || continue
  # exec, so that a cancelled job reaches the program and it can release its locks.
  if ((BASH_REMATCH[1] >= oldest)); then exec "$node" "$bundle" "$@"; fi
  found="; the one on PATH is ${version}"
done

echo "::error title=jupyterhub-gke::Node.js ${oldest} or newer was not found on this runner${found}. Install it, or add an actions/setup-node step before this one."
exit 1
