package ai.chronom.m365.graph;

import ai.chronom.m365.tenant.Cloud;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import okhttp3.HttpUrl;

/** Whatever a next link or a redirect says, we connect to the cloud's hosts or not at all. */
class LinkFuzzTest {
  private static final UrlGuard GUARD =
      new UrlGuard(
          new Cloud(
              "global",
              "Global",
              URI.create("https://login.microsoftonline.com"),
              URI.create("https://graph.microsoft.com"),
              URI.create("https://portal.azure.com"),
              List.of("reports.office.com", "*.reports.office.com")));

  @FuzzTest(maxDuration = "3m")
  void anyLinkLeadsHomeOrNowhere(byte[] bytes) {
    String link = new String(bytes, StandardCharsets.UTF_8);
    try {
      HttpUrl url = GUARD.graph(link);
      require(
          url.isHttps()
              && url.host().equals("graph.microsoft.com")
              && url.port() == 443
              && (url.encodedPath().startsWith("/v1.0/") || url.encodedPath().startsWith("/beta/"))
              && url.username().isEmpty());
    } catch (GraphRefused refused) {
      require(refused.kind() == RefusalKind.HOSTILE);
    }
    try {
      HttpUrl url = GUARD.report(link);
      require(
          url.isHttps()
              && (url.host().equals("reports.office.com")
                  || url.host().endsWith(".reports.office.com"))
              && url.port() == 443);
    } catch (GraphRefused refused) {
      require(refused.kind() == RefusalKind.HOSTILE);
    }
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw new IllegalStateException("a link that leads astray");
    }
  }
}
