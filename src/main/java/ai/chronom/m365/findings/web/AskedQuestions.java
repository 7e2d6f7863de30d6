package ai.chronom.m365.findings.web;

import ai.chronom.m365.findings.Scenario;
import ai.chronom.m365.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The last questions of programs, by an id under which they ask for the answer. */
@ApplicationScoped
public class AskedQuestions {
  private static final int MOST = 200;

  private final Map<String, Asked> asked = new LinkedHashMap<>();

  /** What was asked. */
  record Asked(TenantId tenantId, Scenario scenario) {}

  synchronized String add(String id, TenantId tenantId, Scenario scenario) {
    if (asked.size() >= MOST) {
      asked.remove(asked.keySet().iterator().next());
    }
    asked.put(id, new Asked(tenantId, scenario));
    return id;
  }

  static String newId() {
    return UUID.randomUUID().toString();
  }

  synchronized Optional<Scenario> find(String id, TenantId tenantId) {
    return Optional.ofNullable(asked.get(id))
        .filter(one -> one.tenantId().equals(tenantId))
        .map(Asked::scenario);
  }

  synchronized void forget(String id) {
    asked.remove(id);
  }
}
