# Sourced by the scripts of this folder. Takes the folders of the checkout and relative ones out of PATH: a pull request
# could put a program of any name there. Only builtins run, since PATH is not safe before.

# Physical path of a folder, as far as it exists.
physical() { (cd -P -- "$1" 2>/dev/null && pwd -P) || printf '%s\n' "$1"; }

safe_path() {
  local kept='' entry named real checkout
  checkout="$(physical "${GITHUB_WORKSPACE:-$PWD}")"
  local -a entries=()
  IFS=':' read -r -a entries <<<"${PATH}"
  for entry in "${entries[@]}"; do
    [[ "${entry}" == /* ]] || continue
    real="$(physical "${entry}")"
    for named in "${entry}" "${real}"; do
      case "${named}/" in "${checkout}"/* | "${GITHUB_WORKSPACE:-$PWD}"/*) continue 2 ;; esac
    done
    kept="${kept:+${kept}:}${entry}"
  done
  # An empty PATH would mean the working folder.
  PATH="${kept:-/usr/bin:/bin}"
}
safe_path
