#!/bin/sh
# Brings a backup of backup.sh into an EMPTY database, all of it or nothing. Stops at the first error. Needs PostgreSQL's client programs,
# Java 17 and unzip; the product must not run.
#
#   restore.sh <file of the backup>
#
#   PGHOST, PGPORT, PGDATABASE, PGUSER   the empty database, and the role that is to own the tables     needed: PGDATABASE, PGUSER
#   PGPASSFILE                           file with the line host:port:database:user:password, mode 0600                   needed
#   CONFIG_FILE                          properties file with the chronom.vault. keys, as the product has it              needed
#   PRODUCT_WAR                          the product's WAR file, which reads the key file                                 needed
#
# Before anything is written, the checksum is compared, and the key file must hold every key that the data need, with the same bytes.
set -eu
umask 077
here=$(cd "$(dirname "$0")" && pwd)
. "$here/../shell/checks.sh"
. "$here/keys-needed.sh"

[ $# -eq 1 ] || fail "one argument is expected: the file of the backup."
need PGDATABASE PGUSER
need_file PGPASSFILE CONFIG_FILE PRODUCT_WAR
[ -z "${PGPASSWORD:-}" ] || fail "PGPASSWORD is set: other processes may read it; put the password into the file that PGPASSFILE names."
for name in "$1" "$1.sha256" "$1.keys"; do
  if [ ! -f "$name" ] || [ ! -r "$name" ]; then
    fail "$name is no readable file; a backup has three."
  fi
done

say "Checksum"
read -r wanted rest <"$1.sha256"
sum=$(sha256sum <"$1") || fail "no checksum could be made."
[ "${sum%% *}" = "$wanted" ] || fail "$1 is not what was saved: its checksum differs."

say "Key file"
held=$("$here/../keys/vault-keys.sh" list "$CONFIG_FILE") || fail "the key file does not open."
while read -r id print; do
  printf '%s\n' "$held" | grep -qxF "$id $print" || fail "the key file does not hold the key $id with the check value $print; this backup needs it."
done <"$1.keys"

say "Database $PGDATABASE"
tables=$(sql "select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'") || fail "the database cannot be read."
[ "$tables" -eq 0 ] || fail "PGDATABASE=$PGDATABASE is not empty; make a new one."
pg_restore --no-password --exit-on-error --single-transaction --no-owner --dbname "$PGDATABASE" "$1" || fail "pg_restore failed; nothing was kept."
sql "analyze" || fail "the restored database cannot be analyzed."
restored=$(keys_needed) || fail "the restored database cannot be read."
printf '%s\n' "$restored" | while read -r id print; do
  [ -z "$id" ] || grep -qxF "$id $print" "$1.keys" || fail "the restored data need the key $id, which is not in $1.keys."
done
say "Restored. Start the product; then look at /health/ready and run server-config/audit/check-audit.sh."
