package ai.chronom.m365.audit.web;

import ai.chronom.m365.audit.AuditAction;
import ai.chronom.m365.audit.AuditEvent;
import ai.chronom.m365.audit.AuditFilter;
import ai.chronom.m365.audit.AuditTrail;
import ai.chronom.m365.audit.ChainFlaw;
import ai.chronom.m365.audit.ChainReport;
import ai.chronom.m365.audit.ChainWatch;
import ai.chronom.m365.audit.Outcome;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.web.Rows;
import ai.chronom.m365.problem.web.Texts;
import ai.chronom.m365.problem.web.Told;
import ai.chronom.m365.tenant.web.Sight;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;

/** Who did what, the latest first, filtered by the address; and whether the chain is intact. */
@Named
@RequestScoped
public class AuditPage {
  @Inject AuditTrail trail;
  @Inject ChainWatch watch;
  @Inject Sight sight;
  @Inject Caller caller;

  @SuppressWarnings("NullAway.Init")
  private AuditAddress address;

  private AuditFilter filter = AuditFilter.NONE;
  private @Nullable Problem wrongFilter;
  private @Nullable Map<String, String> tenantNames;

  private final Rows<AuditEvent> events =
      new Rows<>(
          (page, order) -> {
            caller.requireAdmin();
            return trail.list(filter, page);
          });

  @PostConstruct
  void read() {
    address = AuditAddress.ofRequest();
    try {
      filter = address.query().filter();
    } catch (Problem e) {
      wrongFilter = e;
    }
  }

  /** Throws a {@link Problem} that becomes the page's message. */
  public void load() {
    caller.requireAdmin();
    if (wrongFilter != null) {
      throw wrongFilter;
    }
  }

  public AuditAddress getAddress() {
    return address;
  }

  public Rows<AuditEvent> getEvents() {
    return events;
  }

  /** In the order of their labels. */
  public List<Option> getActions() {
    return Arrays.stream(AuditAction.values())
        .filter(action -> action != AuditAction.UNKNOWN)
        .map(action -> new Option(action.word(), Texts.of("audit.action." + action.word())))
        .sorted(Comparator.comparing(Option::label))
        .toList();
  }

  public List<Option> getOutcomes() {
    return Arrays.stream(Outcome.values())
        .map(outcome -> new Option(outcome.word(), Texts.of("status." + outcome.word())))
        .toList();
  }

  /** Those that are connected; one that is gone can still be asked for by its ID. */
  public List<Option> getTenants() {
    return tenantNames().entrySet().stream()
        .map(tenant -> new Option(tenant.getKey(), tenant.getValue()))
        .toList();
  }

  /** Null for an event of no tenant and of one that is gone. */
  public @Nullable String tenantName(AuditEvent event) {
    return event.tenantId().map(id -> tenantNames().get(id.toString())).orElse(null);
  }

  private Map<String, String> tenantNames() {
    if (tenantNames == null) {
      Map<String, String> names = new LinkedHashMap<>();
      sight.tenants().forEach(tenant -> names.put(tenant.id().toString(), tenant.name()));
      tenantNames = names;
    }
    return tenantNames;
  }

  /** Of the last check on this server; null before the first. */
  public @Nullable ChainReport getReport() {
    return watch.last().orElse(null);
  }

  /** What the last check found wrong; null when nothing. */
  public @Nullable ChainFlaw getFlaw() {
    return watch.last().flatMap(ChainReport::flaw).orElse(null);
  }

  /** The page itself says what is broken, for everybody who looks, until it is whole again. */
  public void check() {
    caller.requireAdmin();
    ChainReport report = watch.check(Optional.empty());
    if (report.intact()) {
      Told.here(Texts.of("audit_chain.message.intact", report.events()));
    } else {
      Faces.redirect(Faces.getRequestURIWithQueryString());
    }
  }

  /** One value of a filter. */
  public record Option(String value, String label) {}
}
