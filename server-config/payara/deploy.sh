#!/bin/sh
# Deploys Chronom into the running domain, or takes the place of the version that runs there. Stops at the first error.
#
#   server-config/payara/deploy.sh chronom-m365.war
#
#   PAYARA_HOME, ADMIN_PASSWORD_FILE   as for setup.sh, needed
#   ADMIN_PORT                         4848
set -eu
umask 077
war=$(realpath -- "${1:-}" 2>/dev/null || true)
cd "$(dirname "$0")"
. ../shell/checks.sh
need PAYARA_HOME
need_file ADMIN_PASSWORD_FILE
[ -f "$war" ] || fail "name the WAR file: deploy.sh chronom-m365.war"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM
printf 'AS_ADMIN_PASSWORD=%s\n' "$(first_line "$ADMIN_PASSWORD_FILE")" >"$work/passwords"
say "Deploy $war"
"$PAYARA_HOME/bin/asadmin" --user admin --port "${ADMIN_PORT:-4848}" --passwordfile "$work/passwords" --interactive=false \
  deploy --force=true --name chronom-m365 --contextroot / "$war" || fail "Payara refused the WAR; the sentence above and the domain's server.log say why."
