#!/usr/bin/env bash
# Runs one command of the bundle for a composite action: run.sh COMMAND. Inputs arrive as INPUT_* in the environment.
set -euo pipefail

bundle="$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)/dist/index.js"

# Composite actions get no Node.js from GitHub: PATH first, then the one that the runner itself came with.
for node in node "${RUNNER_TEMP:-}/../../externals/node24/bin/node" "${RUNNER_TEMP:-}/../../externals/node20/bin/node"; do
  version="$("$node" --version 2>/dev/null || true)"
  version="${version#v}"
  if [[ "${version%%.*}" =~ ^[0-9]+$ ]] && ((${version%%.*} >= 20)); then
    # exec, so that a cancelled job reaches the program and it can release its locks.
    exec "$node" "$bundle" "$@"
  fi
done

echo "::error title=jupyterhub-gke::Node.js 20 or newer was not found on this runner. Install it, or add an actions/setup-node step before this one."
exit 1
