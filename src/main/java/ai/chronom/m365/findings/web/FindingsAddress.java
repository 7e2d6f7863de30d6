package ai.chronom.m365.findings.web;

import ai.chronom.m365.problem.web.TableAddress;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;

/**
 * The findings page's address: its table and the finding that is open. It can be sent to a
 * colleague.
 *
 * @param finding null when none is open
 */
public record FindingsAddress(TableAddress table, @Nullable String finding) {
  private static final String FINDING = "finding";
  private static final TableAddress.Shape SHAPE =
      new TableAddress.Shape(
          List.of("rule", "confidence", "state", "sku", "user"),
          List.of("subject", "rule", "units", "worth", "net", "first_seen", "last_seen"),
          List.of(
              "rule", "confidence", "state", "units", "worth", "net", "first_seen", "last_seen"),
          List.of("rule", "confidence", "state", "units", "net"));

  static FindingsAddress ofRequest(String path) {
    String finding = Faces.getRequestParameter(FINDING);
    return new FindingsAddress(
        TableAddress.ofRequest(path, SHAPE),
        Optional.ofNullable(finding).filter(id -> !id.isBlank()).orElse(null));
  }

  /** The same list with that finding open. */
  public String of(String id) {
    return table.here(FINDING, id);
  }

  /** The same list with no finding open, without the context path. */
  String without() {
    return table.here().substring(Faces.getRequestContextPath().length());
  }

  FindingsQuery query() {
    FindingsQuery query = new FindingsQuery();
    query.rule = table.value("rule");
    query.confidence = table.value("confidence");
    query.state = table.value("state");
    query.sku = table.value("sku");
    query.user = table.value("user");
    return query;
  }
}
