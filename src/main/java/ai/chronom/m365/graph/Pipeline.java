package ai.chronom.m365.graph;

import com.microsoft.graph.core.requests.GraphClientFactory;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import okhttp3.ConnectionSpec;
import okhttp3.Dns;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;

/**
 * The one HTTP client: trust, proxy and time limits are set up here and nowhere else. It never
 * follows a redirect, never speaks anything but TLS, and keeps no cookies.
 */
final class Pipeline {
  /**
   * How long things may take.
   *
   * @param response until the first byte, and between two
   * @param page from the first byte sent to the last byte read
   */
  record Limits(Duration connect, Duration response, Duration page, Duration download) {
    static final Limits USUAL =
        new Limits(
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(120),
            Duration.ofMinutes(10));
  }

  private final OkHttpClient client;
  private final Limits limits;

  Pipeline(Proxy proxy, TrustedCertificates trusted) {
    this(proxy, trusted, Limits.USUAL);
  }

  Pipeline(Proxy proxy, TrustedCertificates trusted, Limits limits) {
    this.limits = limits;
    Interceptor named =
        chain ->
            chain.proceed(
                chain.request().newBuilder().header("User-Agent", Version.userAgent()).build());
    client =
        GraphClientFactory.create(List.of(named))
            .proxy(proxy)
            .sslSocketFactory(trusted.socketFactory(), trusted.manager())
            .connectionSpecs(List.of(ConnectionSpec.MODERN_TLS))
            .followRedirects(false)
            .followSslRedirects(false)
            .retryOnConnectionFailure(false)
            .connectTimeout(limits.connect())
            .readTimeout(limits.response())
            .writeTimeout(limits.response())
            .callTimeout(limits.page())
            .build();
  }

  /** For Graph: one page, from the first byte sent to the last byte read, has two minutes. */
  OkHttpClient pages() {
    return client;
  }

  /** For Entra: a token is small, so the whole exchange has the time of one answer. */
  OkHttpClient tokens() {
    return client.newBuilder().callTimeout(limits.response()).build();
  }

  /** For reports, whose host a remote answer chose. */
  OkHttpClient downloads(Predicate<String> namedByOperator) {
    return client
        .newBuilder()
        .dns(new PublicAddresses(Dns.SYSTEM, namedByOperator))
        .callTimeout(limits.download())
        .build();
  }

  /** For messages to an address of the operator's; {@link Poster} keeps plain HTTP at home. */
  OkHttpClient posts() {
    return client
        .newBuilder()
        .connectionSpecs(List.of(ConnectionSpec.MODERN_TLS, ConnectionSpec.CLEARTEXT))
        .dns(new OperatorAddresses(Dns.SYSTEM))
        .callTimeout(limits.response())
        .build();
  }
}
