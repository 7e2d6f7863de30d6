# shellcheck shell=sh
# Included by backup.sh and restore.sh.
# Every master key under which something is sealed: id and check value, a line each. A sealed value stands in a table with a column
# key_id, whichever tables there are.
keys_needed() {
  tables=$(sql "select table_name from information_schema.columns where table_schema = 'public' and column_name = 'key_id' order by 1") || return 1
  union=
  for table in $tables; do
    union="$union${union:+ union }select key_id from public.$table"
  done
  [ -n "$union" ] || return 0
  sql "select k.id || ' ' || k.fingerprint from public.vault_key k where k.id in ($union) order by 1"
}

sql() {
  psql --no-psqlrc --no-password --no-align --tuples-only --quiet --set ON_ERROR_STOP=1 --command "$1"
}
