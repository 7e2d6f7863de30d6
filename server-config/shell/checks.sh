# shellcheck shell=sh
# What the setup scripts have in common: they say what they do, and stop with one sentence that says what to mend.
say() {
  printf '== %s\n' "$1"
}

fail() {
  printf 'Stopped: %s\n' "$1" >&2
  exit 1
}

# The variables must be set and not empty.
need() {
  for name in "$@"; do
    eval "value=\${$name:-}"
    [ -n "$value" ] || fail "$name is not set; the head of this script says what it is."
  done
}

# The variables must name files that we can read.
need_file() {
  need "$@"
  for name in "$@"; do
    eval "value=\$$name"
    if [ ! -f "$value" ] || [ ! -r "$value" ]; then fail "$name=$value is no readable file."; fi
  done
}

need_command() {
  command -v "$1" >/dev/null 2>&1 || fail "the command $1 is missing; it comes with the JDK 17: put its bin directory into PATH."
}

first_line() {
  IFS= read -r line <"$1" || [ -n "$line" ] || fail "$1 is empty."
  printf '%s' "$line"
}
