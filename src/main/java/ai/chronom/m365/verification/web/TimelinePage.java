package ai.chronom.m365.verification.web;

import ai.chronom.m365.problem.Listing;
import ai.chronom.m365.problem.PageRequest;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.tenant.web.AddressedTenant;
import ai.chronom.m365.verification.TenantChange;
import ai.chronom.m365.verification.Timeline;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;

/** What changed about the tenant, grouped by day, page by page; the address names the page. */
@Named
@RequestScoped
public class TimelinePage {
  private static final int PAGE_SIZE = 20;
  private static final String PARAMETER = "changes";

  @Inject AddressedTenant addressed;
  @Inject Timeline timeline;

  private @Nullable Listing<TenantChange> read;

  /** The latest first; empty when nothing changed yet. */
  public List<Day> getDays() {
    Map<LocalDate, List<TenantChange>> byDay = new LinkedHashMap<>();
    for (TenantChange change : read().items()) {
      LocalDate day = change.occurredAt().atOffset(ZoneOffset.UTC).toLocalDate();
      byDay.computeIfAbsent(day, d -> new ArrayList<>()).add(change);
    }
    return byDay.entrySet().stream().map(day -> new Day(day.getKey(), day.getValue())).toList();
  }

  /** Null on the first page. */
  public @Nullable String getNewer() {
    int page = read().page();
    return page == 0 ? null : address(page - 1);
  }

  /** Null on the last page. */
  public @Nullable String getOlder() {
    Listing<TenantChange> now = read();
    boolean more = (long) (now.page() + 1) * now.size() < now.total();
    return more ? address(now.page() + 1) : null;
  }

  private String address(int page) {
    return Faces.getRequestContextPath()
        + addressed.address("?" + PARAMETER + "=" + page + "#timeline");
  }

  private Listing<TenantChange> read() {
    if (read == null) {
      read = timeline.of(addressed.id(), asked());
    }
    return read;
  }

  /** What is no page shows the first one: the timeline is a part of the tenant's page. */
  private static PageRequest asked() {
    try {
      return PageRequest.of(Faces.getRequestParameter(PARAMETER), String.valueOf(PAGE_SIZE));
    } catch (Problem e) {
      return new PageRequest(0, PAGE_SIZE);
    }
  }

  /** The changes of one day, in UTC. */
  public record Day(LocalDate date, List<TenantChange> changes) {}
}
