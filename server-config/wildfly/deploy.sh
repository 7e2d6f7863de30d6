#!/bin/sh
# Puts Chronom into WildFly: a running one takes it at once, in place of the version that runs there; a stopped one at its next start.
#
#   server-config/wildfly/deploy.sh chronom-m365.war
#
#   WILDFLY_HOME   as for setup.sh, needed
#   WAIT           seconds to wait for a running server's answer, 180
set -eu
umask 077
war=$(realpath -- "${1:-}" 2>/dev/null || true)
cd "$(dirname "$0")"
. ../shell/checks.sh
need WILDFLY_HOME
deployments=$WILDFLY_HOME/standalone/deployments
[ -d "$deployments" ] || fail "WILDFLY_HOME=$WILDFLY_HOME has no standalone/deployments: name the directory of an unpacked WildFly."
[ -f "$war" ] || fail "name the WAR file: deploy.sh chronom-m365.war"
say "Deploy $war"
# The name ROOT.war makes it the server's root. The marker tells the server to look when the file is whole.
rm -f "$deployments/ROOT.war.failed" "$deployments/ROOT.war.deployed"
cp "$war" "$deployments/ROOT.war.new"
mv "$deployments/ROOT.war.new" "$deployments/ROOT.war"
touch "$deployments/ROOT.war.dodeploy"
if ! pgrep -f -- "-Djboss.home.dir=$(realpath "$WILDFLY_HOME")" >/dev/null 2>&1; then
  say "WildFly does not run; it takes the WAR when it starts."
  exit 0
fi
waited=0
while [ ! -f "$deployments/ROOT.war.deployed" ]; do
  [ ! -f "$deployments/ROOT.war.failed" ] || { cat "$deployments/ROOT.war.failed" >&2; fail "WildFly refused the WAR; standalone/log/server.log says more."; }
  [ "$waited" -lt "${WAIT:-180}" ] || fail "WildFly has not answered within ${WAIT:-180} seconds; standalone/log/server.log says why."
  sleep 1
  waited=$((waited + 1))
done
say "Deployed."
