package ai.chronom.m365.sandbox.graph;

import ai.chronom.m365.sandbox.contoso.Contoso;
import ai.chronom.m365.sandbox.registration.Registration;
import ai.chronom.m365.sandbox.report.ReportSource;
import ai.chronom.m365.sandbox.wire.Reply;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Who answers which endpoint. What nobody has filled is an empty collection or an object that does
 * not exist.
 */
final class Sources {
  private final Answers answers;
  private final Map<String, Source> byTemplate = new HashMap<>();
  private final Map<String, Function<Request, Rows>> countable = new HashMap<>();

  Sources(
      Registration registration,
      Contoso contoso,
      ReportSource reports,
      Answers answers,
      UserDeltas deltas) {
    this.answers = answers;
    new LicenseSources(registration, contoso, answers).addTo(this);
    new UserSources(contoso, answers, deltas).addTo(this);
    new GroupSources(contoso, answers).addTo(this);
    new ApplicationSources(registration, contoso, answers).addTo(this);
    new DirectorySources(registration, contoso, answers).addTo(this);
    new LogSources(contoso, answers).addTo(this);
    new IntuneSources(contoso, answers).addTo(this);
    new SharePointSources(contoso, answers).addTo(this);
    new ServiceSources(registration, contoso, answers).addTo(this);
    new OptionalSources(contoso, answers).addTo(this);
    new ReportSources(registration, contoso, reports, answers).addTo(this);
  }

  void add(String template, Source source) {
    byTemplate.put(template, source);
  }

  void addCountable(String template, Function<Request, Rows> rows) {
    countable.put(template, rows);
  }

  Reply answer(Request request) {
    Source source = byTemplate.get(request.endpoint().template());
    if (source != null) {
      return source.answer(request);
    }
    if (request.endpoint().kind() == Endpoint.Kind.ONE) {
      throw GraphRefusal.noSuchObject(
          request.ids().isEmpty() ? request.endpoint().name() : request.id());
    }
    return answers.list(request, request.endpoint().name(), Paging.ALL, List.of());
  }

  Reply count(Request request) {
    Function<Request, Rows> rows = countable.get(request.endpoint().template());
    if (rows == null) {
      throw GraphRefusal.unsupportedQuery("$count is not currently supported.");
    }
    return answers.count(request, rows.apply(request));
  }
}
