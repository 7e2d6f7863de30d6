package ai.chronom.m365.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.running.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ten thousand secrets get a new master key on PostgreSQL while four readers open them all the time
 * and the node that seals anew is killed twenty times.
 */
class RotationIT {
  private static final int SECRETS = 10_000;
  private static final int READERS = 4;
  private static final int KILLS = 20;
  private static final int LIFE_MILLIS_MAX = 60;

  private final VaultDatabase database = VaultDatabase.postgreSql();
  private final Random random = new Random(20_261_123);
  private final AtomicLong reads = new AtomicLong();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean over = new AtomicBoolean();
  private final List<Thread> readers = new ArrayList<>();

  @TempDir Path directory;

  @Test
  void losesNoReadAndEndsByItselfHoweverOftenItIsKilled() throws Exception {
    TestNode node = node().started();
    List<String> tenants = seal(node);
    startReaders(node, tenants);
    int kills = 0;
    long old = 0;
    while (kills < KILLS) {
      old = node.primary();
      node.keys.promote(node.keys.add(TestNode.ADMIN), TestNode.ADMIN);
      kills += killUntilDone(node, KILLS - kills);
    }
    Process last = child();
    assertThat(outputOf(last)).contains(RotationChild.DONE);
    over.set(true);
    for (Thread reader : readers) {
      reader.join();
    }
    assertThat(failures).isEmpty();
    assertThat(reads.get()).isGreaterThan(SECRETS / 10);
    assertThat(node.keys.state().rotation().remaining()).isZero();
    node.keys.drop(old, TestNode.ADMIN);
    for (String tenant : tenants.subList(0, 100)) {
      assertThat(node.open(tenant)).isEqualTo("secret of " + tenant);
    }
  }

  /**
   * Kills one node after the other while there is work left, each while it works.
   *
   * @return how many died at work
   */
  private int killUntilDone(TestNode node, int most) throws IOException, InterruptedException {
    int kills = 0;
    while (kills < most && node.keys.state().rotation().remaining() > 0) {
      Process child = child();
      try (BufferedReader output = child.inputReader(StandardCharsets.UTF_8)) {
        assertThat(output.lines().anyMatch(RotationChild.BEGINS::equals)).isTrue();
        Thread.sleep(random.nextInt(LIFE_MILLIS_MAX));
        child.destroyForcibly().waitFor();
      }
      long remaining = node.keys.state().rotation().remaining();
      if (remaining > 0) {
        kills++;
        long old = node.keys.state().keys().get(0).id();
        assertThatThrownBy(() -> node.keys.drop(old, TestNode.ADMIN)).isInstanceOf(Problem.class);
      }
      // A dead node's lease and report end by time; here the time is made to pass.
      database.sql("update vault_state set lease_until = current_timestamp - interval '1' second");
      database.sql("delete from vault_node where name <> ?", node.node.name());
    }
    return kills;
  }

  private List<String> seal(TestNode node) {
    List<String> tenants = new ArrayList<>();
    long keyId = node.primary();
    SecretSealer sealer = node.masterKey.sealer();
    for (int i = 0; i < SECRETS; i++) {
      String tenant = new UUID(random.nextLong(), random.nextLong()).toString();
      tenants.add(tenant);
    }
    database.alone(
        connection -> {
          for (String tenant : tenants) {
            Sql.update(
                connection,
                "insert into tenant (id, name, application_id, cloud, status, status_since,"
                    + " onboarded_at, version) values (?, 'x', ?, 'global', 'VERIFYING',"
                    + " current_timestamp, current_timestamp, 1)",
                tenant,
                tenant);
            SealContext context =
                new SealContext(tenant, "sealed_secret", "sealed", 1, keyId, SecretSealer.FORMAT);
            Sql.update(
                connection,
                "insert into sealed_secret (tenant_id, version, key_id, format, sealed, hint,"
                    + " stored_at) values (?, 1, ?, ?, ?, 'abc', current_timestamp)",
                tenant,
                keyId,
                context.format(),
                sealer.seal(("secret of " + tenant).getBytes(StandardCharsets.UTF_8), context));
          }
          return tenants;
        });
    return tenants;
  }

  private void startReaders(TestNode node, List<String> tenants) {
    for (int i = 0; i < READERS; i++) {
      Random own = new Random(i);
      Thread reader =
          new Thread(
              () -> {
                while (!over.get()) {
                  read(node, tenants.get(own.nextInt(tenants.size())));
                }
              });
      reader.setDaemon(true);
      reader.start();
      readers.add(reader);
    }
  }

  private void read(TestNode node, String tenant) {
    try {
      Sealed value = database.alone(connection -> sealedOf(connection, tenant));
      if (!node.text(value).equals("secret of " + tenant)) {
        failures.add("another secret for " + tenant);
      }
      reads.incrementAndGet();
    } catch (RuntimeException e) {
      failures.add(tenant + ": " + e);
    }
  }

  private static Sealed sealedOf(Connection connection, String tenant) throws SQLException {
    return Sql.list(
            connection,
            "select version, key_id, format, sealed from sealed_secret where tenant_id = ?",
            row ->
                new Sealed(
                    new SealContext(
                        tenant,
                        "sealed_secret",
                        "sealed",
                        row.getLong(1),
                        row.getLong(2),
                        row.getShort(3)),
                    row.getBytes(4)),
            tenant)
        .get(0);
  }

  private TestNode node() {
    database.forgetAll();
    return new TestNode(database, directory.resolve("keys.json"));
  }

  private Process child() throws IOException {
    TestDatabase at = database.coordinates();
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return new ProcessBuilder(
            System.getProperty("java.home") + "/bin/java",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            classPath,
            RotationChild.class.getName(),
            at.driver(),
            at.url(),
            at.user(),
            directory.resolve("keys.json").toString())
        .redirectErrorStream(true)
        .start();
  }

  private static String outputOf(Process process) throws IOException, InterruptedException {
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String told = String.join("\n", output.lines().toList());
      process.waitFor();
      return told;
    }
  }
}
