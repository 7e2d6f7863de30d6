#!/bin/sh
# Makes the database and its two roles, or brings them up to date: the owner changes the schema (migrate.sh), the application only
# works with rows. Run it once per database, as a superuser of PostgreSQL; psql takes its own PGHOST, PGPORT, PGUSER, PGPASSFILE.
# No password ever stands on a command line or in the server's log.
#
#   OWNER_PASSWORD_FILE  file that holds the owner's password on its first line          needed
#   APP_PASSWORD_FILE    the same for the application's role                              needed
#   DB_NAME              chronom     DB_OWNER  chronom_owner     DB_USER  chronom_app
set -eu
umask 077
cd "$(dirname "$0")"
. ../shell/checks.sh
need_file OWNER_PASSWORD_FILE APP_PASSWORD_FILE
need_command psql
database=${DB_NAME:-chronom}
owner=${DB_OWNER:-chronom_owner}
user=${DB_USER:-chronom_app}

sql() {
  psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --set "database=$database" --set "owner=$owner" --set "app=$user" "$@" || fail "PostgreSQL refused; the line above says why."
}

say "Roles $owner and $user"
sql --dbname postgres <<END
set log_statement = 'none';
set log_min_duration_statement = -1;
set log_min_error_statement = 'panic';
set password_encryption = 'scram-sha-256';
\\set owner_password \`head -n 1 "$OWNER_PASSWORD_FILE"\`
\\set app_password \`head -n 1 "$APP_PASSWORD_FILE"\`
select format('create role %I', :'owner') where not exists (select from pg_roles where rolname = :'owner') \\gexec
select format('create role %I', :'app') where not exists (select from pg_roles where rolname = :'app') \\gexec
alter role :"owner" login nosuperuser nocreatedb nocreaterole noreplication password :'owner_password';
alter role :"app" login nosuperuser nocreatedb nocreaterole noreplication password :'app_password';
END

say "Database $database"
sql --dbname postgres <<END
select format('create database %I owner %I encoding ''UTF8'' template template0', :'database', :'owner')
  where not exists (select from pg_database where datname = :'database') \\gexec
revoke all on database :"database" from public;
grant connect, temporary on database :"database" to :"app";
END
sql --dbname "$database" <<END
alter schema public owner to :"owner";
revoke all on schema public from public;
grant usage on schema public to :"app";
-- A node that hangs must not hold rows that the others wait for.
alter role :"app" in database :"database" set idle_in_transaction_session_timeout = '60s';
alter role :"app" in database :"database" set lock_timeout = '60s';
alter role :"app" in database :"database" set timezone = 'UTC';
END
say "Done. Fill it: server-config/postgres/migrate.sh chronom-m365.war; the setting chronom.database.migrate=false keeps the product from trying."
