package ai.chronom.m365.vault;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.audit.AuditAction;
import ai.chronom.m365.audit.AuditTrail;
import ai.chronom.m365.audit.Outcome;
import ai.chronom.m365.job.Node;
import ai.chronom.m365.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A node without a server: the real vault over a real database. */
final class TestNode {
  static final Actor ADMIN = new Actor("vault test");

  final MasterKeyKeeper masterKey = new MasterKeyKeeper();
  final MasterKeys keys = new MasterKeys();
  final KeyReports reports = new KeyReports();
  final Seals seals = new Seals();
  final SealCounts counts = new SealCounts();
  final Node node = new Node();
  final List<AuditAction> audited = new ArrayList<>();
  private final VaultDatabase database;
  private final Map<String, String> settings = new HashMap<>();

  TestNode(VaultDatabase database, Path keyFile) {
    this(database, Map.of(VaultConfig.KEY_FILE, keyFile.toString()));
  }

  TestNode(VaultDatabase database, Map<String, String> settings) {
    this.database = database;
    this.settings.putAll(settings);
    this.settings.putIfAbsent("chronom.embedded", "true");
    masterKey.values = key -> Optional.ofNullable(this.settings.get(key));
    masterKey.work = database;
    masterKey.node = node;
    counts.work = database;
    reports.masterKey = masterKey;
    reports.work = database;
    reports.node = node;
    seals.masterKey = masterKey;
    seals.counts = counts;
    seals.work = database;
    keys.masterKey = masterKey;
    keys.reports = reports;
    keys.work = database;
    keys.audit = new Lines();
  }

  /** As on a server, where a missing key file is never made. */
  TestNode onServer() {
    settings.put("chronom.embedded", "false");
    return this;
  }

  /** Opens the vault and tells the other nodes. */
  TestNode started() {
    masterKey.sealer();
    reports.report();
    return this;
  }

  /** What the watch does every twenty seconds. */
  void look() {
    masterKey.refresh();
    reports.report();
    new WornKey(keys).relieve();
  }

  Resealing.Walk reseal() {
    return new Resealing(database, masterKey, counts, node.name(), Duration.ofMinutes(1)).walk();
  }

  void seal(String tenantId, String secret) {
    database.newTenant(tenantId);
    Sealed value =
        seals.seal(
            SealedTable.SEALED_SECRET,
            CredentialKind.CLIENT_SECRET.column(),
            tenantId,
            1,
            secret.getBytes(StandardCharsets.UTF_8));
    database.store(value);
  }

  String open(String tenantId) {
    return text(database.secret(tenantId));
  }

  String text(Sealed value) {
    return new String(seals.open(value), StandardCharsets.UTF_8);
  }

  long primary() {
    return keys.state().primaryKeyId().orElseThrow();
  }

  private final class Lines extends AuditTrail {
    @Override
    public void recordNow(
        Actor actor,
        AuditAction action,
        @Nullable TenantId tenantId,
        Outcome outcome,
        String detail) {
      audited.add(action);
    }
  }
}
