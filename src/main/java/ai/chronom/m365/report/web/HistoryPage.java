package ai.chronom.m365.report.web;

import ai.chronom.m365.findings.Finding;
import ai.chronom.m365.findings.FindingFilter;
import ai.chronom.m365.findings.FindingOrder;
import ai.chronom.m365.findings.FindingState;
import ai.chronom.m365.findings.Findings;
import ai.chronom.m365.findings.TrendPoint;
import ai.chronom.m365.findings.Trends;
import ai.chronom.m365.problem.web.Rows;
import ai.chronom.m365.tenant.web.AddressedTenant;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How savings moved from scan to scan, and which came true. */
@Named
@RequestScoped
public class HistoryPage {
  private static final FindingFilter RESOLVED =
      new FindingFilter(null, null, FindingState.RESOLVED, null, null);
  private static final FindingOrder NEWEST_FIRST =
      new FindingOrder(FindingOrder.Column.RESOLVED, true);

  @Inject AddressedTenant addressed;
  @Inject Trends trends;
  @Inject Findings findings;

  private final Rows<Finding> resolved =
      new Rows<>((page, order) -> findings.list(addressed.id(), RESOLVED, NEWEST_FIRST, page));

  private @Nullable List<TrendPoint> points;

  /** The oldest first; empty until the first snapshot was evaluated. */
  public List<TrendPoint> getPoints() {
    if (points == null) {
      points = trends.of(addressed.id());
    }
    return points;
  }

  /** The newest first, as a table is read. */
  public List<TrendPoint> getRows() {
    List<TrendPoint> rows = new ArrayList<>(getPoints());
    Collections.reverse(rows);
    return rows;
  }

  /** Null until the first snapshot was evaluated. */
  public @Nullable TrendPoint getLast() {
    List<TrendPoint> all = getPoints();
    return all.isEmpty() ? null : all.get(all.size() - 1);
  }

  public String getCurrency() {
    TrendPoint last = getLast();
    return last == null ? "" : last.possible().currency().getCurrencyCode();
  }

  public TrendChart getChart() {
    return TrendChart.of(getPoints());
  }

  /** Findings that are no longer seen, the newest first. */
  public Rows<Finding> getResolved() {
    return resolved;
  }
}
