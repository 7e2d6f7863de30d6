package ai.chronom.m365.findings.remedy;

import ai.chronom.m365.findings.Finding;
import ai.chronom.m365.findings.FindingSeat;
import ai.chronom.m365.findings.FindingState;
import ai.chronom.m365.findings.Findings;
import ai.chronom.m365.findings.Holdings;
import ai.chronom.m365.license.PlanLadder;
import ai.chronom.m365.license.PriceBook;
import ai.chronom.m365.license.ProductNames;
import ai.chronom.m365.license.ProductTable;
import ai.chronom.m365.license.SkuCatalog;
import ai.chronom.m365.license.SkuId;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.ProblemKind;
import ai.chronom.m365.scan.AssignmentPath;
import ai.chronom.m365.scan.CollectionName;
import ai.chronom.m365.scan.LicensedGroup;
import ai.chronom.m365.scan.ScannedUser;
import ai.chronom.m365.scan.Seat;
import ai.chronom.m365.scan.Snapshot;
import ai.chronom.m365.scan.Snapshots;
import ai.chronom.m365.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Looks up by which ways the seats of a finding came. */
@ApplicationScoped
public class RemedyPlans {
  /** More is nothing that one looks through; the rest follows after the next scan. */
  static final int STEPS_MAX = 300;

  @Inject Findings findings;
  @Inject Snapshots snapshots;
  @Inject ProductTable products;

  /** Throws a {@link Problem} when there is no such finding or no snapshot. */
  public RemedyPlan of(TenantId tenantId, String findingId) {
    Finding finding =
        findings.find(tenantId, findingId).orElseThrow(() -> Problem.notFound("The finding"));
    Snapshot snapshot =
        snapshots
            .latest(tenantId)
            .orElseThrow(
                () ->
                    new Problem(
                        ProblemKind.NOT_READY, "No scan of this tenant has been evaluated yet."));
    return of(finding, snapshot, products.names());
  }

  static RemedyPlan of(Finding finding, Snapshot snapshot, ProductNames names) {
    SkuCatalog catalog = SkuCatalog.builtIn().with(names);
    Holdings holdings = Holdings.of(snapshot, catalog, new PriceBook(catalog, List.of()));
    Impact impact =
        new Impact(
            holdings,
            PlanLadder.builtIn(),
            LocalDate.ofInstant(snapshot.takenAt(), ZoneOffset.UTC),
            snapshot.collection(CollectionName.REPORT_ACTIVE_USERS).complete(),
            names);
    List<RemedyStep> steps = new ArrayList<>();
    List<FindingSeat> seats = finding.seats();
    List<FindingSeat> shown = seats.subList(0, Math.min(STEPS_MAX, seats.size()));
    Map<String, ScannedUser> users = users(snapshot, shown);
    for (FindingSeat seat : shown) {
      Optional<ScannedUser> user = Optional.ofNullable(users.get(seat.userId()));
      user.flatMap(found -> step(found, seat, snapshot, holdings)).ifPresent(steps::add);
      user.ifPresent(found -> impact.count(found, seat));
    }
    return new RemedyPlan(
        finding.id(),
        snapshot.takenAt(),
        steps,
        Math.max(0, seats.size() - STEPS_MAX),
        !steps.isEmpty() && claims(finding),
        impact.lost(),
        impact.unknown());
  }

  private static Map<String, ScannedUser> users(Snapshot snapshot, List<FindingSeat> seats) {
    List<String> ids = seats.stream().map(FindingSeat::userId).distinct().toList();
    return snapshot.users().findAll(ids).stream()
        .collect(Collectors.toMap(ScannedUser::id, user -> user));
  }

  /** Advice alone is nothing to carry out at once. */
  private static boolean claims(Finding finding) {
    return finding.state() == FindingState.OPEN
        && (finding.gross() == null || finding.gross().amount().signum() > 0);
  }

  /** Empty when the seat is gone. */
  private static Optional<RemedyStep> step(
      ScannedUser user, FindingSeat wanted, Snapshot snapshot, Holdings holdings) {
    return user.seats().stream()
        .filter(seat -> seat.skuId().equals(wanted.skuId()))
        .findFirst()
        .map(
            seat ->
                new RemedyStep(
                    user.id(),
                    user.userPrincipalName(),
                    user.synced(),
                    product(wanted.skuId(), holdings),
                    seat.paths().isEmpty()
                        || seat.paths().stream().anyMatch(AssignmentPath::direct),
                    groups(seat, snapshot),
                    wanted.replacements().stream().map(sku -> product(sku, holdings)).toList()));
  }

  private static RemedyStep.Product product(SkuId sku, Holdings holdings) {
    return new RemedyStep.Product(sku, holdings.name(sku));
  }

  private static List<RemedyStep.AssigningGroup> groups(Seat seat, Snapshot snapshot) {
    return seat.paths().stream()
        .map(AssignmentPath::groupId)
        .filter(Objects::nonNull)
        .distinct()
        .map(id -> group(id, snapshot))
        .toList();
  }

  private static RemedyStep.AssigningGroup group(String id, Snapshot snapshot) {
    Optional<LicensedGroup> known =
        snapshot.groups().stream().filter(group -> group.id().equals(id)).findFirst();
    return new RemedyStep.AssigningGroup(
        id,
        known.map(LicensedGroup::displayName).orElse(id),
        known.map(LicensedGroup::membershipRule).isPresent());
  }
}
