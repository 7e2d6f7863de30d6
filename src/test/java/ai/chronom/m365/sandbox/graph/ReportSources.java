package ai.chronom.m365.sandbox.graph;

import ai.chronom.m365.sandbox.contoso.Contoso;
import ai.chronom.m365.sandbox.registration.Registration;
import ai.chronom.m365.sandbox.registration.Switch;
import ai.chronom.m365.sandbox.report.Report;
import ai.chronom.m365.sandbox.report.ReportSource;
import ai.chronom.m365.sandbox.wire.Reply;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Set;

/** The report functions as Graph offers them. */
final class ReportSources {
  private static final Set<String> PERIODS = Set.of("D7", "D30", "D90", "D180");
  private static final Set<String> COPILOT_PERIODS = Set.of("D7", "D30", "D90", "D180", "ALL");
  private static final Set<String> COPILOT_PERIODS_V2 = Set.of("D7", "D28", "D90", "D180", "ALL");
  private static final int OLDEST_DAY = 30;

  private final Registration registration;
  private final Contoso contoso;
  private final ReportSource reports;
  private final Answers answers;

  ReportSources(Registration registration, Contoso contoso, ReportSource reports, Answers answers) {
    this.registration = registration;
    this.contoso = contoso;
    this.reports = reports;
    this.answers = answers;
  }

  void addTo(Sources sources) {
    for (Endpoint endpoint : Endpoints.known().all()) {
      if (endpoint.kind() == Endpoint.Kind.REPORT) {
        sources.add(endpoint.template(), this::report);
      }
    }
    sources.add("/reports/azureADPremiumLicenseInsight", this::premiumInsight);
  }

  private Reply report(Request request) {
    String function = request.endpoint().name().replaceFirst("\\(.*", "");
    boolean second = "'v2'".equals(request.parameters().get("version"));
    Report report =
        reports
            .find(second ? function + ":v2" : function)
            .orElseThrow(() -> GraphRefusal.unknownSegment(request.endpoint().name()));
    if (request.query().has("$format")) {
      throw GraphRefusal.badRequest("The requested format is not available for this report.");
    }
    String period = period(request, report);
    return report.isDirect()
        ? reports.csv(report, period)
        : Reply.of(302, "text/plain", new byte[0]).with("Location", reports.link(report, period));
  }

  private String period(Request request, Report report) {
    String date = request.parameters().get("date");
    if (date != null) {
      demandRecent(date);
      return "";
    }
    String quoted = request.parameters().get("period");
    if (quoted == null) {
      return "";
    }
    if (!quoted.matches("'.*'")) {
      throw GraphRefusal.badRequest(
          "Invalid value for parameter 'period': a string in single quotes is expected.");
    }
    String period = quoted.substring(1, quoted.length() - 1);
    if (!allowed(request, report).contains(period)) {
      throw GraphRefusal.badRequest("Unsupported report period: " + period);
    }
    return period;
  }

  private static Set<String> allowed(Request request, Report report) {
    if (!report.isDirect()) {
      return PERIODS;
    }
    boolean second = "'v2'".equals(request.parameters().get("version"));
    return second ? COPILOT_PERIODS_V2 : COPILOT_PERIODS;
  }

  private void demandRecent(String date) {
    try {
      LocalDate day = LocalDate.parse(date);
      if (!day.isBefore(contoso.startDay().minusDays(OLDEST_DAY))) {
        return;
      }
    } catch (DateTimeParseException e) {
      throw GraphRefusal.badRequest("Invalid value for parameter 'date': " + date);
    }
    throw GraphRefusal.badRequest("Report data is not available for " + date + ".");
  }

  /** Beta: how many premium seats are owned and how many are used. */
  private Reply premiumInsight(Request request) {
    int seats = registration.is(Switch.ENTRA_P1) ? contoso.users() : 0;
    return answers.one(
        request,
        "reports/azureADPremiumLicenseInsight",
        Props.of("id", registration.identity().tenantId())
            .and("entitledP1LicenseCount", seats * 8 / 10)
            .and("entitledP2LicenseCount", seats / 5)
            .and("entitledTotalLicenseCount", seats)
            .and(
                "p1FeatureUtilizations",
                Props.of("conditionalAccess", Props.of("userCount", seats / 2)))
            .and(
                "p2FeatureUtilizations",
                Props.of("riskBasedConditionalAccess", Props.of("userCount", 0))));
  }
}
