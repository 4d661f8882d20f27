#!/usr/bin/env bash
# Removes what a killed run may have left in the runner's temp folder. Every run removes its own folder itself.
set -euo pipefail

# shellcheck source=actions/path.sh
source "${BASH_SOURCE[0]%/*}/path.sh"
if [[ -n "${RUNNER_TEMP:-}" && -d "${RUNNER_TEMP}" ]]; then
  find "${RUNNER_TEMP}" -mindepth 1 -maxdepth 1 -type d -name 'jupyterhub-gke-*' -exec rm -rf -- {} + || true
fi
