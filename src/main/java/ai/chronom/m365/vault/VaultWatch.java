package ai.chronom.m365.vault;

import ai.chronom.m365.audit.ChainBeginning;
import ai.chronom.m365.job.Node;
import ai.chronom.m365.problem.Problem;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What the vault does by itself while the node runs: reads the key file again, tells the other
 * nodes which keys it has, seals old values anew, and has a new key seal before one wears out. Does
 * nothing while the vault is shut.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class VaultWatch {
  private static final System.Logger LOG = System.getLogger(VaultWatch.class.getName());
  private static final long BETWEEN_LOOKS_NANOS = 20_000_000_000L;
  private static final long BETWEEN_WALKS_NANOS = 600_000_000_000L;

  @Inject MasterKeyKeeper masterKey;
  @Inject MasterKeys keys;
  @Inject KeyReports reports;
  @Inject ChainBeginning chain;
  @Inject SealCounts counts;
  @Inject VaultWork work;
  @Inject Node node;
  @Inject MeterRegistry meters;

  private final AtomicBoolean busy = new AtomicBoolean();
  private final Due look = new Due(BETWEEN_LOOKS_NANOS);
  private final Due walk = new Due(BETWEEN_WALKS_NANOS);
  private volatile VaultState.Rotation rotation = new VaultState.Rotation(0, 0, false);
  private volatile int broken;
  private boolean chainBegun;

  @PostConstruct
  void begin() {
    Gauge.builder("chronom.vault.sealed", () -> rotation.total())
        .description("Sealed values in the database")
        .register(meters);
    Gauge.builder("chronom.vault.reseal.remaining", () -> rotation.remaining())
        .description("Sealed values that are not yet under the master key that seals")
        .register(meters);
    Gauge.builder("chronom.vault.reseal.unreadable", () -> broken)
        .description("Sealed values that the last walk of this node could not open")
        .register(meters);
    tick();
  }

  // Here and not in the reports' own bean: by then there would be no transactions any more.
  @PreDestroy
  void end() {
    try {
      reports.leave();
    } catch (RuntimeException e) {
      // The others notice by its silence.
      LOG.log(System.Logger.Level.DEBUG, "This node could not take its leave", e);
    }
  }

  @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
  void tick() {
    if (!busy.compareAndSet(false, true)) {
      return;
    }
    try {
      masterKey.sealer();
      beginChain();
      lookAfterKeys();
    } catch (KeyUnusable e) {
      // The readiness check tells it; here it would only fill the log.
      LOG.log(System.Logger.Level.DEBUG, "The vault is shut", e);
    } catch (RuntimeException e) {
      // The database may be away for a moment; the next tick tries again.
      LOG.log(System.Logger.Level.WARNING, "The vault could not look after its keys", e);
    } finally {
      busy.set(false);
    }
  }

  /** While nobody holds a lock: the chain's own key is sealed under the master key. */
  private void beginChain() {
    if (!chainBegun) {
      chain.ensure();
      chainBegun = true;
    }
  }

  private void lookAfterKeys() {
    if (look.isDue()) {
      masterKey.refresh();
      reports.report();
      relieveWornKey();
    }
    rotation = work.alone(connection -> new VaultStateReader(connection).rotation());
    if (rotation.remaining() > broken || rotation.remaining() > 0 && walk.isDue()) {
      sealAnew();
    }
  }

  private void relieveWornKey() {
    try {
      new WornKey(keys).relieve();
    } catch (Problem e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "The master key that seals wears out, and no other could take over. {0}",
          e.detail());
    }
  }

  private void sealAnew() {
    Resealing.Walk done =
        new Resealing(work, masterKey, counts, node.name(), node.leaseDuration()).walk();
    if (!done.owned()) {
      return;
    }
    broken = done.broken();
    rotation = work.alone(connection -> new VaultStateReader(connection).rotation());
    LOG.log(
        System.Logger.Level.INFO,
        "Sealed {0} values anew under the master key that seals; {1} do not open, {2} remain",
        done.sealed(),
        done.broken(),
        rotation.remaining());
  }

  /** Something to do every so often. */
  private static final class Due {
    private final long betweenNanos;
    private long lastNanos;
    private boolean ever;

    Due(long betweenNanos) {
      this.betweenNanos = betweenNanos;
    }

    boolean isDue() {
      long now = System.nanoTime();
      if (ever && now - lastNanos < betweenNanos) {
        return false;
      }
      ever = true;
      lastNanos = now;
      return true;
    }
  }
}
