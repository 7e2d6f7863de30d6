#!/bin/sh
# Checks the chain of audit events of a running product, for operations and for cron. Needs curl.
#
#   check-audit.sh [<file of heads>]
#
# Exit code 0: intact; 1: broken, and the first bad event is told; 2: it could not be checked.
# The file of heads gets a line (position and link of the newest event) with every intact check; the next check makes
# sure that the last of these lines is still in the chain. Keep the file where nobody who can write the database can write.
# set PRODUCT_URL (such as https://chronom.example.com) and PRODUCT_TOKEN_FILE (a file holding an API token with the role admin).
set -eu

fail() {
  echo "check-audit.sh: $*" >&2
  exit 2
}

# A value of the answer by its name, the first one where there are several.
value() {
  tr ',{}' '[\n*]' <"$answer" | sed -n "s/^[[:space:]]*\"$1\"[[:space:]]*:[[:space:]]*\"\{0,1\}\([^\"]*\)\"\{0,1\}[[:space:]]*\$/\1/p" | head -n 1
}

[ $# -le 1 ] || fail "one file at most is expected"
[ -n "${PRODUCT_URL:-}" ] || fail "set PRODUCT_URL to the address of the product"
[ -r "${PRODUCT_TOKEN_FILE:-}" ] || fail "set PRODUCT_TOKEN_FILE to a file that holds an API token with the role admin"

heads=${1:-}
query=
if [ -n "$heads" ] && [ -s "$heads" ]; then
  read -r position link <<EOF
$(tail -n 1 "$heads")
EOF
  query="?position=$position&link=$link"
fi

answer=$(mktemp) || fail "no temporary file can be made"
trap 'rm -f "$answer"' EXIT
# The token goes to curl by its standard input: arguments are visible to every user of the machine.
status=$(printf 'header = "Authorization: Bearer %s"\n' "$(tr -d '\r\n' <"$PRODUCT_TOKEN_FILE")" |
  curl --silent --show-error --max-time 600 --config - --output "$answer" --write-out '%{http_code}' \
    "${PRODUCT_URL%/}/api/v1/audit/check$query") || fail "$PRODUCT_URL does not answer"
[ "$status" = 200 ] || fail "answered $status: $(cat "$answer")"

case $(value intact) in
  true)
    echo "Intact: $(value events) events, head $(value position) $(value link)"
    if [ -n "$heads" ]; then
      echo "$(value position) $(value link)" >>"$heads" || fail "$heads cannot be written"
    fi
    ;;
  false)
    echo "Broken: $(tr -d '\n' <"$answer" | sed -n 's/.*"detail"[[:space:]]*:[[:space:]]*"\([^"]*\)".*/\1/p')" >&2
    exit 1
    ;;
  *) fail "the answer cannot be read: $(cat "$answer")" ;;
esac
