#!/bin/sh
# Saves the product's database into one file while the product runs. Stops at the first error; never overwrites. Needs PostgreSQL's
# client programs, of the server's version or newer.
#
#   backup.sh <new file>
#
# makes <new file> (pg_dump's custom format), <new file>.sha256 and <new file>.keys: the master keys that the data need, by id and
# check value. The secrets inside are sealed; the KEY FILE IS NOT IN THE BACKUP. Save it apart: whoever has both can read the secrets,
# and without it they are lost.
#
#   PGHOST, PGPORT, PGDATABASE, PGUSER   which database, as the role that owns the tables     needed: PGDATABASE, PGUSER
#   PGPASSFILE                           file with the line host:port:database:user:password, mode 0600         needed
set -eu
umask 077
here=$(cd "$(dirname "$0")" && pwd)
. "$here/../shell/checks.sh"
. "$here/keys-needed.sh"

[ $# -eq 1 ] || fail "one argument is expected: the name of the new file."
need PGDATABASE PGUSER
need_file PGPASSFILE
[ -z "${PGPASSWORD:-}" ] || fail "PGPASSWORD is set: other processes may read it; put the password into the file that PGPASSFILE names."
for name in "$1" "$1.sha256" "$1.keys"; do
  [ ! -e "$name" ] || fail "$name exists; a backup never overwrites another one."
done

part=$(mktemp -d "$1.XXXXXX") || fail "no file can be made beside $1."
trap 'rm -rf "$part"' EXIT
trap 'exit 1' INT TERM

say "Keys that the data need"
keys_needed >"$part/before" || fail "the database cannot be read."
say "Dump of $PGDATABASE"
pg_dump --no-password --format=custom --file "$part/dump" || fail "pg_dump failed."
pg_restore --list "$part/dump" >"$part/list" || fail "the dump cannot be read again."
grep -q 'TABLE DATA .* sealed_secret ' "$part/list" || fail "PGDATABASE=$PGDATABASE has no table of secrets: it is not the product's."
# A key that was promoted or dropped meanwhile counts too.
keys_needed >"$part/after" || fail "the database cannot be read."
sort -u "$part/before" "$part/after" >"$part/keys"
sum=$(sha256sum <"$part/dump") || fail "no checksum could be made."
printf '%s  %s\n' "${sum%% *}" "$(basename "$1")" >"$part/sha256"

# No link is made where a file came up meanwhile.
ln "$part/dump" "$1" || fail "$1 could not be put in place."
ln "$part/sha256" "$1.sha256" || fail "$1.sha256 could not be put in place."
ln "$part/keys" "$1.keys" || fail "$1.keys could not be put in place."
say "Saved $1"
echo "The secrets in it open with these master keys only (id and check value):"
cat "$1.keys"
echo "They are NOT in the backup. Keep the key file apart from it, in another safe, as long as you keep this backup."
