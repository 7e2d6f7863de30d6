package ai.chronom.m365.findings.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;

/**
 * The findings page's address: its filters and the finding that is open. It can be sent to a
 * colleague.
 *
 * @param path of the page, without filters
 * @param filters those that are set
 * @param finding null when none is open
 */
public record FindingsAddress(String path, Map<String, String> filters, @Nullable String finding) {
  private static final List<String> NAMES = List.of("rule", "confidence", "state", "sku", "user");
  private static final String FINDING = "finding";

  public FindingsAddress {
    filters = Map.copyOf(filters);
  }

  static FindingsAddress ofRequest(String path) {
    Map<String, String> filters = new LinkedHashMap<>();
    for (String name : NAMES) {
      String value = Faces.getRequestParameter(name);
      if (value != null && !value.isBlank()) {
        filters.put(name, value.strip());
      }
    }
    String finding = Faces.getRequestParameter(FINDING);
    return new FindingsAddress(
        path, filters, finding == null || finding.isBlank() ? null : finding);
  }

  /** Empty when that filter is not set. */
  public String value(String name) {
    return filters.getOrDefault(name, "");
  }

  public boolean filtered() {
    return !filters.isEmpty();
  }

  /** The filters as the end of an address; empty when none is set. */
  public String suffix() {
    return NAMES.stream()
        .filter(filters::containsKey)
        .map(name -> name + "=" + encoded(value(name)))
        .collect(Collectors.collectingAndThen(Collectors.joining("&"), FindingsAddress::asked));
  }

  /** The same list with that finding open. */
  public String of(String id) {
    String filtered = suffix();
    return path + filtered + (filtered.isEmpty() ? "?" : "&") + FINDING + "=" + encoded(id);
  }

  /** The same list with no finding open. */
  public String without() {
    return path + suffix();
  }

  FindingsQuery query() {
    FindingsQuery query = new FindingsQuery();
    query.rule = filters.get("rule");
    query.confidence = filters.get("confidence");
    query.state = filters.get("state");
    query.sku = filters.get("sku");
    query.user = filters.get("user");
    return query;
  }

  private static String asked(String query) {
    return query.isEmpty() ? "" : "?" + query;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
