package ai.chronom.m365.graph;

import ai.chronom.m365.tenant.Cloud;
import ai.chronom.m365.tenant.TenantId;
import java.time.Clock;
import java.util.function.Supplier;

/** Everything that makes a connection, put together by hand: in the container and in tests. */
final class Connector {
  private final Pipeline pipeline;
  private final Clock clock;
  private final Patience patience;
  private final Sleeper sleeper;
  private final Entra entra;
  private final Quotas quotas = new Quotas(System::nanoTime);
  private final Circuits circuits = new Circuits(System::nanoTime);

  Connector(Pipeline pipeline, Clock clock, Patience patience, Sleeper sleeper) {
    this.pipeline = pipeline;
    this.clock = clock;
    this.patience = patience;
    this.sleeper = sleeper;
    this.entra = new Entra(pipeline.tokens());
  }

  Entra entra() {
    return entra;
  }

  /**
   * Signs in at once. Throws {@link GraphRefused}.
   *
   * @param tokens asks Entra for a new token, each time
   */
  GraphConnection connect(Cloud cloud, TenantId tenantId, Supplier<Entra.Exchange> tokens) {
    UrlGuard guard = new UrlGuard(cloud);
    Bearer bearer = new Bearer(tokens, clock);
    Pause pause = new Pause(patience, sleeper, clock);
    Traffic traffic = new Traffic(tenantId, quotas, circuits);
    Courier toGraph =
        new Courier(pipeline.pages(), new Courier.Ours(bearer, traffic), pause, clock);
    Courier toReports = new Courier(pipeline.downloads(guard::namesReportHost), null, pause, clock);
    return new LiveConnection(
        guard,
        bearer,
        new LiveConnection.Couriers(toGraph, toReports),
        new Turns(pause, traffic.quotas()),
        () -> new TypedGraph(pipeline.pages(), guard, toGraph));
  }
}
