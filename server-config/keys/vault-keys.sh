#!/bin/sh
# The master keys of the vault, for operations. Stops at the first error.
#
# While the product runs (needs curl):
#   vault-keys.sh state                    how the keys stand, as JSON
#   vault-keys.sh add                      a new key in the key file of the node that answers
#   vault-keys.sh promote <key id>         lets that key seal; waits until every node has it
#   vault-keys.sh wait                     until everything is sealed under the key that seals
#   vault-keys.sh drop <key id>            removes a key that nothing needs any more
#   vault-keys.sh rotate                   all of it: add, promote, wait, and drop the key that sealed before
# set PRODUCT_URL (such as https://chronom.example.com) and PRODUCT_TOKEN_FILE (a file holding an API token with the role admin).
#
# Without a running product (needs Java 17 and unzip; set PRODUCT_WAR to the WAR file):
#   vault-keys.sh create <settings>        a new key file with one key
#   vault-keys.sh add-offline <settings>   a further key in it
#   vault-keys.sh list <settings>          ids and fingerprints of its keys
#   vault-keys.sh wrapping-key <settings>  a wrapping key in the keystore or token that the settings name
#   vault-keys.sh copy <old> <new>         the keys of one key file in a new one, such as under a wrapping key
# where a settings file holds lines such as chronom.vault.key-file=/etc/chronom/vault-keys.json
set -eu

fail() {
  echo "vault-keys.sh: $*" >&2
  exit 1
}

usage() {
  sed -n '2,/^set -eu/{/^#/s/^# \{0,1\}//p;}' "$0" >&2
  exit 2
}

# The token goes to curl by its standard input: arguments are visible to every user of the machine.
call() {
  [ -n "${PRODUCT_URL:-}" ] || fail "set PRODUCT_URL to the address of the product"
  [ -r "${PRODUCT_TOKEN_FILE:-}" ] || fail "set PRODUCT_TOKEN_FILE to a file that holds an API token with the role admin"
  method=$1
  path=$2
  status=$(printf 'header = "Authorization: Bearer %s"\n' "$(tr -d '\r\n' <"$PRODUCT_TOKEN_FILE")" |
    curl --silent --show-error --max-time 60 --config - --request "$method" --header 'Content-Type: application/json' \
      --output "$answer" --write-out '%{http_code}' "${PRODUCT_URL%/}/api/v1/vault$path") || fail "$PRODUCT_URL does not answer"
}

# Stops unless the last call went well; says what the product said.
must() {
  case $status in
    2??) ;;
    *) fail "answered $status: $(cat "$answer")" ;;
  esac
}

# A number of the last answer, by its name; the first one where there are several.
number() {
  tr ',{}[]' '[\n*]' <"$answer" | sed -n "s/^[[:space:]]*\"$1\"[[:space:]]*:[[:space:]]*\([0-9][0-9]*\).*/\1/p" | head -n 1
}

key_id() {
  case ${1:-} in
    '' | *[!0-9]*) fail "the id of a key is expected, a number" ;;
  esac
}

# Nodes read their key file every twenty seconds.
promote() {
  tries=0
  while :; do
    call POST "/keys/$1/primary"
    case $status in
      409) tries=$((tries + 1)) ;;
      *) break ;;
    esac
    [ "$tries" -lt 30 ] || break
    grep -q 'key-not-everywhere' "$answer" || break
    sleep 5
  done
  must
}

await() {
  while :; do
    call GET ''
    must
    remaining=$(number remaining)
    [ -n "$remaining" ] || fail "the answer has no number of remaining values"
    [ "$remaining" -gt 0 ] || break
    echo "$remaining values are still under an older key"
    sleep 5
  done
}

rotate() {
  call GET ''
  must
  old=$(number primaryKeyId)
  [ -n "$old" ] || fail "no key seals yet: the vault is shut"
  call POST /keys
  must
  new=$(newest)
  echo "Added the key $new"
  promote "$new"
  echo "The key $new seals"
  await
  call DELETE "/keys/$old"
  must
  echo "Dropped the key $old. Keep the old key file as long as you keep backups of the database from before."
}

# The last key in the list that is not dropped: the oldest come first.
newest() {
  tr '{' '\n' <"$answer" | grep '"fingerprint"' | grep -v '"dropped"' | sed -n 's/.*"id"[[:space:]]*:[[:space:]]*\([0-9][0-9]*\).*/\1/p' | tail -n 1
}

offline() {
  [ -r "${PRODUCT_WAR:-}" ] || fail "set PRODUCT_WAR to the product's WAR file"
  unzip -q "$PRODUCT_WAR" 'WEB-INF/classes/ai/chronom/m365/vault/*' 'WEB-INF/lib/*' -d "$work"
  java -cp "$work/WEB-INF/classes:$work/WEB-INF/lib/*" ai.chronom.m365.vault.KeyTool "$@"
}

work=$(mktemp -d)
answer=$work/answer.json
trap 'rm -rf "$work"' EXIT
command=${1:-}
[ $# -eq 0 ] || shift
case $command in
  state) call GET '' && must && cat "$answer" && echo ;;
  add) call POST /keys && must && cat "$answer" && echo ;;
  promote) key_id "${1:-}" && promote "$1" ;;
  wait) await ;;
  drop) key_id "${1:-}" && call DELETE "/keys/$1" && must ;;
  rotate) rotate ;;
  create | list | wrapping-key) offline "$command" "${1:?the settings file is missing}" ;;
  add-offline) offline add "${1:?the settings file is missing}" ;;
  copy) offline copy "${1:?the settings files are missing}" "${2:?the second settings file is missing}" ;;
  *) usage ;;
esac
