#!/bin/sh
# Turns a freshly unpacked WildFly into one that runs Chronom, or brings one up to date: run it as often as you like, while the
# server is stopped. Stops at the first error and says what failed. No secret ever stands on a command line.
#
#   WILDFLY_HOME         directory of the unpacked server (holds bin/jboss-cli.sh)               needed
#   POSTGRESQL_JAR       PostgreSQL's JDBC driver (org.postgresql:postgresql, a jar file)        needed
#   ECLIPSELINK_JAR      EclipseLink (org.eclipse.persistence:eclipselink:4.0.9, a jar file)     needed
#   DB_URL               jdbc:postgresql://host:5432/chronom?sslmode=verify-full                 needed
#   DB_USER              the application's role                                                  needed
#   DB_PASSWORD_FILE     file that holds the role's password on its first line                   needed
#   CONFIG_FILE          properties file with the chronom. keys                                  needed
#   TLS_KEYSTORE         PKCS#12 file: the server's private key and certificate chain            needed
#   TLS_PASSWORD_FILE    file that holds the PKCS#12 file's password                             needed
#   HTTPS_PORT           8443      HTTPS_ADDRESS  0.0.0.0     MANAGEMENT_PORT 9990 (listens on 127.0.0.1 only)
#   HEAP                 1g        DB_CONNECTIONS 32          NODE_NAME       the host's name, at most 23 characters
#   MAIL_HOST            none; with it a mail session java:jboss/mail/chronom is made. MAIL_PORT 25, MAIL_FROM chronom@localhost
set -eu
umask 077
cd "$(dirname "$0")"
. ../shell/checks.sh

need WILDFLY_HOME DB_URL DB_USER
need_file POSTGRESQL_JAR ECLIPSELINK_JAR DB_PASSWORD_FILE CONFIG_FILE TLS_KEYSTORE TLS_PASSWORD_FILE
cli=$WILDFLY_HOME/bin/jboss-cli.sh
[ -x "$cli" ] || fail "WILDFLY_HOME=$WILDFLY_HOME has no bin/jboss-cli.sh: name the directory of an unpacked WildFly."
bridge=
for jar in "$WILDFLY_HOME"/modules/system/layers/base/org/eclipse/persistence/main/jipijapa-eclipselink-*.jar; do
  [ ! -f "$jar" ] || bridge=$jar
done
[ -n "$bridge" ] || fail "$WILDFLY_HOME holds no jipijapa-eclipselink jar: a full WildFly distribution is expected."
configuration=$WILDFLY_HOME/standalone/configuration

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM
export JBOSS_HOME="$WILDFLY_HOME"

# The tool goes on after a line that failed; its output tells.
run_script() {
  if ! "$cli" --file="$1" >"$work/output" 2>&1 || grep -qE '"outcome" => "failed"|WFLYCTL0[0-9]+|^The batch failed|Failed to' "$work/output"; then
    sed 's/\(clear-text\|secret-value\)=[^,)]*/\1=…/g' "$work/output" >&2
    fail "WildFly refused the settings; the lines above say which."
  fi
}

# A string of the CLI's own language.
quoted() {
  printf '"%s"' "$(printf '%s' "$1" | sed 's/[\\"]/\\&/g')"
}

say "Modules"
# Whole again each time, so that a newer jar takes the place of the older one.
module() {
  rm -rf "$WILDFLY_HOME/modules/$(printf '%s' "$1" | tr . /)/main"
}
module org.postgresql
# In a place of its own: WildFly has a layer of that name without EclipseLink's jar, and ours stands before it.
module org.eclipse.persistence
cat >"$work/modules.cli" <<END
module add --name=org.postgresql --resources=$(quoted "$POSTGRESQL_JAR") --dependencies=jakarta.transaction.api,java.sql,java.naming,java.logging,java.management,java.security.jgss,java.xml
module add --name=org.eclipse.persistence --resources=$(quoted "$ECLIPSELINK_JAR") --absolute-resources=$(quoted "$bridge") --dependencies=java.logging,java.management,java.naming,java.sql,java.xml,java.instrument,java.rmi,java.desktop,jdk.unsupported,jakarta.annotation.api,jakarta.enterprise.api,jakarta.inject.api,jakarta.json.api,jakarta.persistence.api,jakarta.transaction.api,jakarta.validation.api,jakarta.xml.bind.api,org.antlr,org.jboss.as.jpa.spi,org.jboss.logging,org.jboss.vfs
END
run_script "$work/modules.cli"

say "Database password"
# The store opens with a password of its own, drawn here once; it stands in standalone.xml, which only the server's user reads.
store=chronom-passwords
store_file=$configuration/$store.cs
if [ ! -f "$store_file" ] || ! grep -q "credential-store name=\"$store\"" "$configuration/standalone.xml"; then
  rm -f "$store_file"
  store_password=$(head -c 32 /dev/urandom | od -An -tx1 | tr -d ' \n')
  create_store="/subsystem=elytron/credential-store=$store:add(location=$store.cs,relative-to=jboss.server.config.dir,create=true,credential-reference={clear-text=$store_password})"
else
  create_store=
fi

say "Settings"
db_password=$(quoted "$(first_line "$DB_PASSWORD_FILE")")
tls_password=$(quoted "$(first_line "$TLS_PASSWORD_FILE")")
sub=/subsystem
# There already? Then nothing is added.
add() {
  printf 'if (outcome != success) of %s:read-resource\n  %s:add(%s)\nend-if\n' "$1" "$1" "$2"
}
write() {
  printf '%s:write-attribute(name=%s,value=%s)\n' "$1" "$2" "$3"
}
alias_of() {
  printf 'if (outcome == success) of %s=elytron/credential-store=%s:read-aliases\n' "$sub" "$store"
  printf '  try\n    %s=elytron/credential-store=%s:remove-alias(alias=%s)\n  catch\n  end-try\n' "$sub" "$store" "$1"
  printf 'end-if\n%s=elytron/credential-store=%s:add-alias(alias=%s,secret-value=%s)\n' "$sub" "$store" "$1" "$2"
}
{
  echo "embed-server --server-config=standalone.xml --std-out=discard"
  [ -z "$create_store" ] || echo "$create_store"
  alias_of database "$db_password"
  alias_of tls "$tls_password"

  write $sub=transactions node-identifier "$(quoted "$(printf '%s' "${NODE_NAME:-$(hostname)}" | cut -c1-23)")"
  add $sub=datasources/jdbc-driver=postgresql "driver-name=postgresql,driver-module-name=org.postgresql"
  source=$sub=datasources/data-source=chronom
  add $source "jndi-name=java:jboss/datasources/chronom,driver-name=postgresql,connection-url=$(quoted "$DB_URL"),user-name=$(quoted "$DB_USER"),credential-reference={store=$store,alias=database}"
  write $source connection-url "$(quoted "$DB_URL")"
  write $source user-name "$(quoted "$DB_USER")"
  write $source min-pool-size 2
  write $source max-pool-size "${DB_CONNECTIONS:-32}"
  write $source blocking-timeout-wait-millis 5000
  write $source valid-connection-checker-class-name org.jboss.jca.adapters.jdbc.extensions.postgres.PostgreSQLValidConnectionChecker
  write $source exception-sorter-class-name org.jboss.jca.adapters.jdbc.extensions.postgres.PostgreSQLExceptionSorter
  write $source validate-on-match true
  write $source background-validation false
  # Half open connections must end: PostgreSQL may go away without a word.
  add $source/connection-properties=socketTimeout "value=60"
  add $source/connection-properties=tcpKeepAlive "value=true"
  write $sub=ee/service=default-bindings datasource java:jboss/datasources/chronom

  # The product signs people in by Jakarta Security and its own accounts.
  write $sub=undertow/application-security-domain=other integrated-jaspi false

  add $sub=elytron/key-store=chronom "path=$(quoted "$TLS_KEYSTORE"),type=PKCS12,credential-reference={store=$store,alias=tls}"
  write $sub=elytron/key-store=chronom path "$(quoted "$TLS_KEYSTORE")"
  add $sub=elytron/key-manager=chronom "key-store=chronom,credential-reference={store=$store,alias=tls}"
  add $sub=elytron/server-ssl-context=chronom "key-manager=chronom,protocols=[TLSv1.3,TLSv1.2]"
  # Without a list of its suites WildFly leaves TLS 1.3 aside.
  write $sub=elytron/server-ssl-context=chronom cipher-suite-names "TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:TLS_AES_128_GCM_SHA256"
  https=$sub=undertow/server=default-server/https-listener=https
  write $https ssl-context chronom
  write $https enable-http2 true
  # Only HTTPS listens to the outside; management stays on this machine, plain HTTP, AJP and remoting go.
  for gone in $sub=undertow/server=default-server/http-listener=default; do
    printf 'if (outcome == success) of %s:read-resource\n  %s:remove\nend-if\n' "$gone" "$gone"
  done
  write $sub=remoting/http-connector=http-remoting-connector connector-ref https
  write /interface=public inet-address "\"\${jboss.bind.address:${HTTPS_ADDRESS:-0.0.0.0}}\""
  group=/socket-binding-group=standard-sockets
  write $group/socket-binding=https port "\${jboss.https.port:${HTTPS_PORT:-8443}}"
  write $group/socket-binding=management-http port "\${jboss.management.http.port:${MANAGEMENT_PORT:-9990}}"

  if [ -n "${MAIL_HOST:-}" ]; then
    out=$group/remote-destination-outbound-socket-binding=chronom-mail
    add $out "host=$(quoted "$MAIL_HOST"),port=${MAIL_PORT:-25}"
    write $out host "$(quoted "$MAIL_HOST")"
    write $out port "${MAIL_PORT:-25}"
    mail=$sub=mail/mail-session=chronom
    add $mail "jndi-name=java:jboss/mail/chronom"
    write $mail from "$(quoted "${MAIL_FROM:-chronom@localhost}")"
    add $mail/server=smtp "outbound-socket-binding-ref=chronom-mail"
  fi
  add /system-property=chronom.config-file "value=$(quoted "$CONFIG_FILE")"
  write /system-property=chronom.config-file value "$(quoted "$CONFIG_FILE")"
  echo "stop-embedded-server"
} >"$work/settings.cli"
run_script "$work/settings.cli"
chmod 600 "$configuration/standalone.xml"

say "Java's options"
java_options=$WILDFLY_HOME/bin/standalone.conf
sed -i '/^# Chronom begins$/,/^# Chronom ends$/d' "$java_options"
cat >>"$java_options" <<END
# Chronom begins
JAVA_OPTS="\$(printf '%s' "\$JAVA_OPTS" | sed 's/-Xm[sx][^ ]* *//g') -Xmx${HEAP:-1g} -XX:+ExitOnOutOfMemoryError -XX:-HeapDumpOnOutOfMemoryError"
# Chronom ends
END
say "Done. Deploy: server-config/wildfly/deploy.sh chronom-m365.war; then start it: $WILDFLY_HOME/bin/standalone.sh"
