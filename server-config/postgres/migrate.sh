#!/bin/sh
# Brings the database's schema up to date as its owner, and gives the application's role its rights: rows, no schema, an audit trail
# that only grows. Run it with the new WAR before you deploy that; the nodes that run go on. Run it as often as you like.
#
#   server-config/postgres/migrate.sh chronom-m365.war
#
#   POSTGRESQL_JAR          PostgreSQL's JDBC driver (org.postgresql:postgresql, a jar file)   needed
#   DB_URL                  jdbc:postgresql://host:5432/chronom?sslmode=verify-full            needed
#   DB_OWNER                the role that owns the schema                                      chronom_owner
#   DB_OWNER_PASSWORD_FILE  file that holds its password on the first line                     needed
#   DB_USER                 the application's role                                             chronom_app
set -eu
umask 077
war=$(realpath -- "${1:-}" 2>/dev/null || true)
cd "$(dirname "$0")"
. ../shell/checks.sh
need DB_URL
need_file POSTGRESQL_JAR DB_OWNER_PASSWORD_FILE
need_command unzip
need_command java
[ -f "$war" ] || fail "name the WAR file: migrate.sh chronom-m365.war"
export DB_URL DB_OWNER_PASSWORD_FILE DB_OWNER="${DB_OWNER:-chronom_owner}" DB_USER="${DB_USER:-chronom_app}"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM
unzip -q "$war" 'WEB-INF/classes/*' 'WEB-INF/lib/*' -d "$work"
java -cp "$work/WEB-INF/classes:$work/WEB-INF/lib/*:$POSTGRESQL_JAR" ai.chronom.m365.platform.SchemaTool ||
  fail "The database was not brought up to date; the line above says why."
