package ai.chronom.m365.running;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Many tenants, connected and verified once, whose scans stand still: what happens then is
 * verification alone.
 */
public final class Fleet {
  private static final int HANDS = 4;
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  private final Nodes nodes;
  private final int size;

  private Fleet(Nodes nodes, int size) {
    this.nodes = nodes;
    this.size = size;
  }

  /** Each node is asked for its share of them. */
  public static Fleet connect(Nodes nodes, int size) {
    holdScans(nodes);
    List<String> tenantIds = nodes.sandbox().addTwins(size);
    ExecutorService hands = Executors.newFixedThreadPool(HANDS);
    try {
      List<? extends Future<?>> all =
          IntStream.range(0, size)
              .mapToObj(i -> hands.submit(() -> connect(nodes, i, tenantIds.get(i))))
              .toList();
      for (Future<?> each : all) {
        each.get();
      }
    } catch (Exception e) {
      throw new IllegalStateException("a tenant could not be connected", e);
    } finally {
      hands.shutdown();
    }
    Fleet fleet = new Fleet(nodes, size);
    fleet.awaitRest();
    return fleet;
  }

  private static void connect(Nodes nodes, int number, String tenantId) {
    RunningServer node = nodes.all().get(number % nodes.all().size());
    String body =
        """
        {"name":"Tenant %d","tenantId":"%s","applicationId":"%s","clientSecret":"%s","cloud":"sandbox"}
        """
            .formatted(
                number, tenantId, nodes.sandbox().applicationId(), nodes.sandbox().clientSecret());
    HttpResponse<String> answer = node.call("POST", "/api/v1/tenants", body);
    if (answer.statusCode() != 201) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
  }

  /** As if somebody worked on each of them. */
  private static void holdScans(Nodes nodes) {
    nodes.sql(
        """
        create function hold() returns trigger language plpgsql as $$
        begin
          if new.kind = 'SCAN' then
            new.owner := 'nobody';
            new.lease_until := timestamp '2100-01-01';
          end if;
          return new;
        end $$;
        create trigger hold_scans before insert or update on job
          for each row execute function hold();
        """);
  }

  public int size() {
    return size;
  }

  /** The next verification of each of them is due now. */
  public void makeDue() {
    nodes.sql("update job set due_at = current_timestamp where kind = 'VERIFY'");
  }

  /** Until no verification is due, running or waiting. */
  public void awaitRest() {
    Instant end = Instant.now().plus(PATIENCE);
    while (unrest() > 0) {
      if (Instant.now().isAfter(end)) {
        throw new IllegalStateException(unrest() + " verifications did not come to their end");
      }
      pause();
    }
  }

  /** How many verifications are due, running or waiting. */
  public long unrest() {
    return nodes.number(
        "select (select count(*) from job where kind = 'VERIFY'"
            + " and (due_at <= current_timestamp or owner is not null))"
            + " + (select count(*) from verification where state <> 'FINISHED')");
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
