package ai.chronom.m365.audit.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.omnifaces.util.Faces;

/**
 * The audit page's address with its filters. It can be sent to a colleague.
 *
 * @param filters those that are set, as they came
 */
public record AuditAddress(Map<String, String> filters) {
  private static final List<String> NAMES =
      List.of("actor", "action", "tenant", "outcome", "from", "to");

  public AuditAddress {
    filters = Map.copyOf(filters);
  }

  static AuditAddress ofRequest() {
    Map<String, String> filters = new LinkedHashMap<>();
    for (String name : NAMES) {
      String value = Faces.getRequestParameter(name);
      if (value != null && !value.isBlank()) {
        filters.put(name, value.strip());
      }
    }
    return new AuditAddress(filters);
  }

  /** Empty when that filter is not set. */
  public String value(String name) {
    return filters.getOrDefault(name, "");
  }

  public boolean filtered() {
    return !filters.isEmpty();
  }

  AuditQuery query() {
    AuditQuery query = new AuditQuery();
    query.actor = filters.get("actor");
    query.action = filters.get("action");
    query.tenant = filters.get("tenant");
    query.outcome = filters.get("outcome");
    query.from = filters.get("from");
    query.to = filters.get("to");
    return query;
  }
}
