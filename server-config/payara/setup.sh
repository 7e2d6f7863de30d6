#!/bin/sh
# Turns a freshly unpacked Payara Server 6 into one that runs Chronom, or brings one up to date: run it as often as you like.
# Stops at the first error and says what failed. No secret ever stands on a command line.
#
#   PAYARA_HOME          directory of the unpacked server (holds bin/asadmin)                    needed
#   POSTGRESQL_JAR       PostgreSQL's JDBC driver (org.postgresql:postgresql, a jar file)        needed
#   DB_URL               jdbc:postgresql://host:5432/chronom?sslmode=verify-full                 needed
#   DB_USER              the application's role                                                  needed
#   DB_PASSWORD_FILE     file that holds the role's password on its first line                   needed
#   CONFIG_FILE          properties file with the chronom. keys                                  needed
#   ADMIN_PASSWORD_FILE  file that holds the password of Payara's own admin, made up by you      needed
#   TLS_KEYSTORE         PKCS#12 file: the server's private key and certificate chain            needed
#   TLS_PASSWORD_FILE    file that holds the PKCS#12 file's password                             needed
#   HTTPS_PORT           8443      HTTPS_ADDRESS  0.0.0.0     ADMIN_PORT  4848 (listens on 127.0.0.1 only)
#   HEAP                 1g        DB_CONNECTIONS 32          DOMAIN      chronom
#   MAIL_HOST            none; with it a mail session mail/chronom is made. MAIL_PORT 25, MAIL_FROM chronom@localhost
set -eu
umask 077
cd "$(dirname "$0")"
. ../shell/checks.sh

need PAYARA_HOME DB_URL DB_USER
need_file POSTGRESQL_JAR DB_PASSWORD_FILE CONFIG_FILE ADMIN_PASSWORD_FILE TLS_KEYSTORE TLS_PASSWORD_FILE
asadmin=$PAYARA_HOME/bin/asadmin
[ -x "$asadmin" ] || fail "PAYARA_HOME=$PAYARA_HOME has no bin/asadmin: name the directory of an unpacked Payara Server 6."
need_command keytool
domain=${DOMAIN:-chronom}
domain_directory=$PAYARA_HOME/glassfish/domains/$domain
admin_port=${ADMIN_PORT:-4848}
certificate=chronom

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM

# One line per secret: the form in which asadmin takes them.
secret() {
  printf '%s=%s\n' "$1" "$(first_line "$2")"
}
{
  secret AS_ADMIN_PASSWORD "$ADMIN_PASSWORD_FILE"
  secret AS_ADMIN_NEWPASSWORD "$ADMIN_PASSWORD_FILE"
  secret AS_ADMIN_ALIASPASSWORD "$DB_PASSWORD_FILE"
} >"$work/passwords"

admin() {
  if ! "$asadmin" --user admin --port "$admin_port" --passwordfile "$work/passwords" --interactive=false "$@" >"$work/output" 2>&1; then
    cat "$work/output" >&2
    fail "asadmin $1 failed."
  fi
}

# All lines in one go; the tool itself goes on after a line that failed and calls that a success.
run_script() {
  admin multimode --encoding UTF-8 --file "$1"
  if grep -qE 'Command .* failed|^remote failure|^Invalid|CLI[0-9]+' "$work/output"; then
    grep -vE 'executed successfully' "$work/output" >&2
    fail "A command of $1 failed."
  fi
}

# A value in a script of asadmin, where a colon separates.
escaped() {
  printf '%s' "$1" | sed 's/[\\:]/\\\\&/g'
}

say "Domain $domain"
if [ ! -d "$domain_directory" ]; then
  admin create-domain --adminport "$admin_port" --nopassword=false --savelogin=false \
    --domainproperties "domain.jmxPort=$((admin_port + 1)):orb.listener.port=$((admin_port + 2))" --checkports=false "$domain"
fi
grep '<network-listener ' "$domain_directory/config/domain.xml" | grep 'name="admin-listener"' | grep -q "port=\"$admin_port\"" ||
  fail "The domain $domain has another admin port than ADMIN_PORT=$admin_port: give the one that it was made with."
cp "$POSTGRESQL_JAR" "$domain_directory/lib/postgresql.jar"
chmod 644 "$domain_directory/lib/postgresql.jar"

say "TLS certificate"
# The domain's key store has the domain's master password, which asadmin leaves at changeit; the file is readable by its owner only.
printf 'changeit' >"$work/store-password"
first_line "$TLS_PASSWORD_FILE" >"$work/tls-password"
keystore=$domain_directory/config/keystore.p12
source_alias=$(keytool -list -keystore "$TLS_KEYSTORE" -storetype PKCS12 -storepass:file "$work/tls-password" 2>/dev/null \
  | sed -n 's/^\([^,]*\),.*PrivateKeyEntry.*/\1/p' | head -n 1)
[ -n "$source_alias" ] || fail "TLS_KEYSTORE=$TLS_KEYSTORE holds no private key that opens with the password in TLS_PASSWORD_FILE."
keytool -delete -alias "$certificate" -keystore "$keystore" -storetype PKCS12 -storepass:file "$work/store-password" >/dev/null 2>&1 || true
keytool -importkeystore -noprompt -srckeystore "$TLS_KEYSTORE" -srcstoretype PKCS12 -srcstorepass:file "$work/tls-password" \
  -srcalias "$source_alias" -destkeystore "$keystore" -deststoretype PKCS12 -deststorepass:file "$work/store-password" \
  -destalias "$certificate" >"$work/output" 2>&1 || { cat "$work/output" >&2; fail "The certificate could not be imported."; }

say "Start for the setup"
started=
if ! "$asadmin" list-domains 2>/dev/null | grep -q "^$domain running"; then
  admin start-domain "$domain"
  started=yes
fi

say "Database password"
admin list-password-aliases
if grep -q '^chronom-db$' "$work/output"; then
  admin update-password-alias chronom-db
else
  admin create-password-alias chronom-db
fi

say "Settings"
admin get 'resources.*'
known=$work/known
cp "$work/output" "$known"
admin list-jvm-options
options=$work/options
cp "$work/output" "$options"
script=$work/settings.asadmin
server=configs.config.server-config
pool=resources.jdbc-connection-pool.ChronomPool
{
  if ! grep -q 'jdbc-connection-pool.ChronomPool' "$known"; then
    # Plain, not XA: PostgreSQL's default max_prepared_transactions=0 makes every two-phase commit fail.
    echo "create-jdbc-connection-pool --restype java.sql.Driver --driverclassname org.postgresql.Driver ChronomPool"
  fi
  echo "set $pool.property.URL=$(escaped "$DB_URL")"
  echo "set $pool.property.user=$(escaped "$DB_USER")"
  echo "set $pool.property.password=\${ALIAS=chronom-db}"
  # Half open connections must end: PostgreSQL may go away without a word.
  echo "set $pool.property.socketTimeout=60"
  echo "set $pool.property.tcpKeepAlive=true"
  echo "set $pool.steady-pool-size=2"
  echo "set $pool.max-pool-size=${DB_CONNECTIONS:-32}"
  echo "set $pool.max-wait-time-in-millis=5000"
  echo "set $pool.connection-validation-method=custom-validation"
  echo "set $pool.validation-classname=org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation"
  echo "set $pool.is-connection-validation-required=true"
  # After a restart of PostgreSQL no dead connection is handed out, and one that is found takes the others along.
  echo "set $pool.validate-atmost-once-period-in-seconds=1"
  echo "set $pool.fail-all-connections=true"
  echo "set resources.jdbc-resource.jdbc/__default.pool-name=ChronomPool"
  # EJB timers are not persistent; the server still wants a pool of its own, in memory.
  echo "set resources.jdbc-connection-pool.__TimerPool.property.URL=$(escaped 'jdbc:h2:mem:ejbtimer;DB_CLOSE_DELAY=-1')"
  if [ -n "${MAIL_HOST:-}" ]; then
    if grep -q 'mail-resource.mail/chronom' "$known"; then
      echo "delete-javamail-resource mail/chronom"
    fi
    echo "create-javamail-resource --mailhost $MAIL_HOST --mailuser chronom --fromaddress ${MAIL_FROM:-chronom@localhost}" \
      "--property mail.smtp.port=${MAIL_PORT:-25}:mail.smtp.connectiontimeout=10000:mail.smtp.timeout=10000:mail.smtp.writetimeout=10000 mail/chronom"
  fi
  # Only HTTPS listens to the outside; whatever else listens does so on this machine only, or not at all.
  echo "set $server.network-config.network-listeners.network-listener.http-listener-1.enabled=false"
  https=$server.network-config.network-listeners.network-listener.http-listener-2
  echo "set $https.port=${HTTPS_PORT:-8443}"
  echo "set $https.address=${HTTPS_ADDRESS:-0.0.0.0}"
  echo "set $server.network-config.network-listeners.network-listener.admin-listener.address=127.0.0.1"
  echo "set $server.iiop-service.iiop-listener.orb-listener-1.enabled=false"
  echo "set $server.iiop-service.iiop-listener.SSL.enabled=false"
  echo "set $server.iiop-service.iiop-listener.SSL_MUTUALAUTH.enabled=false"
  echo "set $server.admin-service.jmx-connector.system.enabled=false"
  echo "set $server.admin-service.jmx-connector.system.address=127.0.0.1"
  echo "set $server.jms-service.type=DISABLED"
  protocol=$server.network-config.protocols.protocol.http-listener-2
  echo "set $protocol.http.http2-enabled=true"
  echo "set $protocol.http.xpowered-by=false"
  echo "set $protocol.http.server-header=false"
  echo "set $protocol.ssl.cert-nickname=$certificate"
  echo "set $protocol.ssl.tls12-enabled=true"
  echo "set $protocol.ssl.tls13-enabled=true"
  # The product writes /metrics and /health itself; the server's own would shadow them.
  echo "set $server.microprofile-metrics-configuration.enabled=false"
  echo "set-microprofile-healthcheck-configuration --enabled=false"
  echo "set-openapi-configuration --enabled=false"
  echo "set-hazelcast-configuration --enabled=false --dynamic=false"
  echo "disable-phone-home"
  echo "set-log-levels org.glassfish.jersey=WARNING"
} >"$script"
run_script "$script"

# One option per call would cost minutes; an option that is there already is left alone.
option() {
  grep -qxF -- "$1" "$options" || echo "create-jvm-options \"$(escaped "$1")\"" >>"$script"
}
: >"$script"
sed -n 's/^\(-Xmx[0-9].*\)$/\1/p' "$options" | while read -r heap; do
  [ "$heap" = "-Xmx${HEAP:-1g}" ] || echo "delete-jvm-options $heap" >>"$script"
done
option "-Xmx${HEAP:-1g}"
option "-XX:+ExitOnOutOfMemoryError"
option "-XX:-HeapDumpOnOutOfMemoryError"
option "-Dchronom.config-file=$CONFIG_FILE"
if [ -s "$script" ]; then
  run_script "$script"
fi

if [ -n "$started" ]; then
  admin stop-domain "$domain"
  say "Done. Start it: $asadmin start-domain $domain; then deploy: server-config/payara/deploy.sh chronom-m365.war"
else
  say "Done. Restart the domain: some settings count from the next start on."
fi
