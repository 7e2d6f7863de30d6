package ai.chronom.m365.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.chronom.m365.sandbox.wire.Fault;
import ai.chronom.m365.sandbox.wire.FaultRule;
import ai.chronom.m365.sandbox.wire.RecordedRequest;
import ai.chronom.m365.sandbox.wire.Reply;
import ai.chronom.m365.sandbox.wire.Site;
import ai.chronom.m365.tenant.Cloud;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Usage reports come from another host, which must never see the token. */
class ReportDownloadTest extends SandboxConnection {
  private static final String REPORT = "/v1.0/reports/getOffice365ActiveUserDetail(period='D7')";

  @Test
  void comeFromTheOtherHostWithoutTheToken() throws IOException {
    assertThat(read(connection.report(REPORT))).contains("Report Refresh Date");
    List<RecordedRequest> downloads = sandbox.requests().on(Site.REPORTS);
    assertThat(downloads).hasSize(1).noneMatch(RecordedRequest::hadAuthorization);
    assertThat(connection.requests()).isEqualTo(2);
  }

  @Test
  void fromAHostThatIsNotAllowedAreRefused() {
    Cloud open = graph.cloud();
    Cloud strict =
        new Cloud(
            open.id(),
            open.displayName(),
            open.loginUrl(),
            open.graphUrl(),
            open.portalUrl(),
            List.of("reports.office.com"));
    assertThatThrownBy(() -> graph.connect(strict).report(REPORT))
        .isInstanceOfSatisfying(
            GraphRefused.class, e -> assertThat(e.kind()).isEqualTo(RefusalKind.HOSTILE));
    assertThat(sandbox.requests().on(Site.REPORTS)).isEmpty();
  }

  @Test
  void thatRedirectToPlainHttpAreRefused() {
    strike(Fault.redirect("http://localhost/x"), 1);
    assertThatThrownBy(() -> connection.report(REPORT)).isInstanceOf(GraphRefused.class);
  }

  @Test
  void thatRedirectInCirclesAreRefused() {
    sandbox
        .faults()
        .plant(FaultRule.on(Site.REPORTS, "*", Fault.redirect(sandbox.reportsUrl() + "/again")));
    assertThatThrownBy(() -> connection.report(REPORT))
        .isInstanceOfSatisfying(
            GraphRefused.class, e -> assertThat(e.kind()).isEqualTo(RefusalKind.HOSTILE));
    assertThat(sandbox.requests().on(Site.REPORTS)).hasSize(2);
  }

  @Test
  void thatRedirectNowhereAreAskedForAgain() throws IOException {
    strike(new Fault.Answer(Reply.empty(302)), 1);
    assertThat(read(connection.report(REPORT))).contains("Report Refresh Date");
  }

  @Test
  void areOnlyLookedAtByAProbe() {
    assertThat(connection.get(REPORT).status()).isEqualTo(302);
    assertThat(sandbox.requests().on(Site.REPORTS)).isEmpty();
  }
}
