package ai.chronom.m365.sandbox.report;

import ai.chronom.m365.sandbox.contoso.Contoso;
import ai.chronom.m365.sandbox.registration.Registration;
import ai.chronom.m365.sandbox.registration.Switch;
import ai.chronom.m365.sandbox.wire.Call;
import ai.chronom.m365.sandbox.wire.Lines;
import ai.chronom.m365.sandbox.wire.Reply;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The usage reports: Graph asks for a link, the client fetches the file from the download host. */
public final class ReportSource {
  private static final Duration LINK_LIFETIME = Duration.ofMinutes(5);
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Registration registration;
  private final Clock clock;
  private final String downloadHost;
  private final ReportRows rows;
  private final Map<String, Report> byFunction = new HashMap<>();
  private final Map<String, Link> links = new ConcurrentHashMap<>();

  private record Link(Report report, String period, Instant until) {}

  public ReportSource(
      Contoso contoso, Registration registration, Clock clock, String downloadHost) {
    this.registration = registration;
    this.clock = clock;
    this.downloadHost = downloadHost;
    this.rows = new ReportRows(contoso);
    for (String line : Lines.of("reports.txt")) {
      String[] part = line.split(": ", 2);
      // A second shape of a report has the same function.
      String function = part[0].replaceFirst(":.*", "");
      Report report = new Report(function, List.of(part[1].split(" \\| ")));
      byFunction.put(part[0].toLowerCase(Locale.ROOT), report);
    }
  }

  /**
   * @param function with a colon and a version when another than the first is meant
   */
  public Optional<Report> find(String function) {
    return Optional.ofNullable(byFunction.get(function.toLowerCase(Locale.ROOT)));
  }

  /**
   * @param period days as in {@code D30}; empty for a report of one day or without a period
   */
  public String link(Report report, String period) {
    Instant now = clock.instant();
    links.values().removeIf(link -> link.until().isBefore(now.minus(LINK_LIFETIME)));
    String token = UUID.randomUUID().toString().replace("-", "");
    links.put(token, new Link(report, period, now.plus(LINK_LIFETIME)));
    return downloadHost + "/data/download/" + token;
  }

  /** The download host: whoever shows a token has not understood that the link is enough. */
  public Reply download(Call call) {
    List<String> path = call.segments();
    boolean known =
        path.size() == 3 && path.get(0).equals("data") && path.get(1).equals("download");
    Link link = known ? links.get(path.get(2)) : null;
    if (!call.method().equals("GET")) {
      return Reply.empty(405);
    }
    if (call.header("authorization").isPresent()) {
      return Reply.text(
          401, "text/plain", "Authorization is not accepted with a pre-authenticated link.");
    }
    if (link == null) {
      return Reply.empty(404);
    }
    return clock.instant().isAfter(link.until())
        ? Reply.text(403, "text/plain", "The link has expired.")
        : csv(link.report(), link.period());
  }

  public Reply csv(Report report, String period) {
    String days = period.replaceFirst("^\\D+", "");
    return Reply.streamed(200, "application/octet-stream", out -> write(report, days, out))
        .with("Content-Disposition", "attachment; filename=\"" + report.function() + ".csv\"");
  }

  private void write(Report report, String days, OutputStream out) throws IOException {
    boolean concealed = registration.is(Switch.CONCEALED_NAMES);
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    text.write(BYTE_ORDER_MARK);
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(report.columns());
      rows.of(report.function())
          .map(row -> record(report, days, concealed ? Concealment.of(row) : row))
          .forEach(csv::writeRecord);
    }
  }

  private List<String> record(Report report, String days, Map<String, String> row) {
    return report.columns().stream()
        .map(
            column ->
                switch (column) {
                  case "Report Refresh Date" -> rows.refreshed().toString();
                  case "Report Period" -> days;
                  default -> row.getOrDefault(column, "");
                })
        .toList();
  }
}
