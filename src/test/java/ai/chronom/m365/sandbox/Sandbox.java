package ai.chronom.m365.sandbox;

import ai.chronom.m365.sandbox.contoso.Changes;
import ai.chronom.m365.sandbox.contoso.Contoso;
import ai.chronom.m365.sandbox.contoso.ContosoTruth;
import ai.chronom.m365.sandbox.entra.AccessTokens;
import ai.chronom.m365.sandbox.entra.LoginHost;
import ai.chronom.m365.sandbox.graph.GraphHost;
import ai.chronom.m365.sandbox.graph.UserDeltas;
import ai.chronom.m365.sandbox.portal.Portal;
import ai.chronom.m365.sandbox.registration.Registration;
import ai.chronom.m365.sandbox.registration.Secret;
import ai.chronom.m365.sandbox.report.ReportSource;
import ai.chronom.m365.sandbox.wire.Call;
import ai.chronom.m365.sandbox.wire.Certificates;
import ai.chronom.m365.sandbox.wire.Conversation;
import ai.chronom.m365.sandbox.wire.Faults;
import ai.chronom.m365.sandbox.wire.Json;
import ai.chronom.m365.sandbox.wire.Listener;
import ai.chronom.m365.sandbox.wire.Reply;
import ai.chronom.m365.sandbox.wire.RequestLog;
import ai.chronom.m365.sandbox.wire.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Entra ID, Microsoft Graph, the report downloads and the portal of Contoso, on four ports of
 * 127.0.0.1.
 */
public final class Sandbox implements AutoCloseable {
  private static final int THREADS = 32;

  private final Clock clock;
  private final Certificates certificates;
  private final Registration registration;
  private final ContosoTruth truth;
  private final Changes changes;
  private final UserDeltas deltas;
  private final AccessTokens tokens;
  private final LoginHost loginHost;
  private final Faults faults = new Faults();
  private final Faults serviceFaults = new Faults();
  private final RequestLog requests = new RequestLog();
  private final ExecutorService pool = Executors.newFixedThreadPool(THREADS, new PoolThreads());
  private final List<Listener> listeners = new ArrayList<>();
  private final String loginUrl;
  private final String graphUrl;
  private final String reportsUrl;
  private final String portalUrl;

  private Sandbox(SandboxOptions options) {
    this.clock = options.clock();
    Path directory = created(options.directory());
    this.certificates = Certificates.keptIn(directory, clock);
    this.registration = Registration.keptIn(directory, clock, options.stage());
    Contoso contoso =
        new Contoso(
            options.company(),
            options.users(),
            LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    this.truth = new ContosoTruth(contoso);
    SSLContext tls = certificates.serverContext();
    Listener login = open(options, Site.LOGIN, tls);
    Listener graph = open(options, Site.GRAPH, tls);
    Listener reports = open(options, Site.REPORTS, tls);
    Listener portal = open(options, Site.PORTAL, null);
    this.loginUrl = "https://localhost:" + login.port();
    this.graphUrl = "https://localhost:" + graph.port();
    this.reportsUrl = "https://localhost:" + reports.port();
    this.portalUrl = "http://localhost:" + portal.port();
    this.tokens = new AccessTokens(registration, graphUrl, clock);
    ReportSource reportSource = new ReportSource(contoso, registration, clock, reportsUrl);
    this.changes = contoso.changes();
    GraphHost graphHost =
        new GraphHost(registration, tokens, contoso, reportSource, clock, serviceFaults, graphUrl);
    this.deltas = graphHost.deltas();
    this.loginHost = new LoginHost(registration, loginUrl, graphUrl, clock, tokens);
    serve(login, Site.LOGIN, loginHost::answer);
    serve(graph, Site.GRAPH, graphHost::answer);
    serve(reports, Site.REPORTS, reportSource::download);
    serve(portal, Site.PORTAL, new Portal(registration, contoso, clock, portal.port())::answer);
  }

  public static Sandbox start(SandboxOptions options) {
    return new Sandbox(options);
  }

  private static Path created(Path directory) {
    try {
      return Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("the sandbox cannot make its directory " + directory, e);
    }
  }

  private Listener open(SandboxOptions options, Site site, @Nullable SSLContext tls) {
    int port = options.port() == 0 ? 0 : options.port() + site.ordinal();
    try {
      Listener listener = Listener.open(port, tls, pool);
      listeners.add(listener);
      return listener;
    } catch (UncheckedIOException e) {
      close();
      throw e;
    }
  }

  private void serve(Listener listener, Site site, Function<Call, Reply> handler) {
    listener.serve(
        new Conversation(site, handler, faults, requests, registration::holdsSecret, clock));
  }

  public String loginUrl() {
    return loginUrl;
  }

  public String graphUrl() {
    return graphUrl;
  }

  public String reportsUrl() {
    return reportsUrl;
  }

  /** Host and port, as an allow-list of report hosts has it. */
  public String reportHost() {
    return reportsUrl.substring("https://".length());
  }

  public String portalUrl() {
    return portalUrl;
  }

  public String tenantId() {
    return registration.identity().tenantId();
  }

  /** So many more tenants that hold and answer the very same; their ids. */
  public List<String> addTwins(int count) {
    List<String> ids = Stream.generate(() -> UUID.randomUUID().toString()).limit(count).toList();
    ids.forEach(loginHost::addTwin);
    return ids;
  }

  public String applicationId() {
    return registration.identity().applicationId();
  }

  /** A secret that works; when the administrator has let all expire, there is none. */
  public String clientSecret() {
    return registration.workingSecret().map(Secret::value).orElse("");
  }

  public Path caFile() {
    return certificates.caFile();
  }

  /** For clients inside tests: trusts the sandbox alone. */
  public SSLContext clientContext() {
    return certificates.clientContext();
  }

  public Registration registration() {
    return registration;
  }

  /** Every token in use stops working, although its time is not over. */
  public void revokeTokens() {
    tokens.revokeAll();
  }

  public ContosoTruth truth() {
    return truth;
  }

  /** What happens in the company while the sandbox runs. */
  public Changes changes() {
    return changes;
  }

  /** Links to changes that were given so far lead nowhere any more. */
  public void forgetDeltas() {
    deltas.forget();
  }

  public Faults faults() {
    return faults;
  }

  /** Answers planted behind Graph: they strike single requests and the items of a batch. */
  public Faults serviceFaults() {
    return serviceFaults;
  }

  public RequestLog requests() {
    return requests;
  }

  /** What another program needs to use this sandbox. */
  public Map<String, Object> coordinates() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("loginUrl", loginUrl);
    all.put("graphUrl", graphUrl);
    all.put("reportsUrl", reportsUrl);
    all.put("reportHost", reportHost());
    all.put("portalUrl", portalUrl);
    all.put("tenantId", tenantId());
    all.put("tenantDomain", Registration.DOMAIN);
    all.put("applicationId", applicationId());
    all.put("clientSecret", clientSecret());
    all.put("automationId", registration.automation().clientId());
    all.put("automationSecret", registration.automation().secret());
    all.put("caFile", caFile().toAbsolutePath().normalize().toString());
    all.put("users", truth.users());
    return all;
  }

  @Override
  public void close() {
    listeners.forEach(Listener::close);
    pool.shutdownNow();
  }

  /**
   * Runs until the process is ended; one line on standard output says that it listens, and where.
   */
  public static void main(String[] arguments) throws InterruptedException {
    try (Sandbox sandbox = start(SandboxOptions.fromSystemProperties())) {
      System.out.println("SANDBOX READY " + Json.text(sandbox.coordinates()));
      System.out.flush();
      CountDownLatch forever = new CountDownLatch(1);
      Runtime.getRuntime().addShutdownHook(new Thread(forever::countDown));
      forever.await();
    } catch (IllegalArgumentException | UncheckedIOException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  /** Daemons, so that a test that forgets to close still ends. */
  private static final class PoolThreads implements java.util.concurrent.ThreadFactory {
    private final AtomicInteger number = new AtomicInteger();

    @Override
    public Thread newThread(Runnable work) {
      Thread thread = new Thread(work, "sandbox-" + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    }
  }
}
