package ai.chronom.m365.findings.rule;

import ai.chronom.m365.findings.About;
import ai.chronom.m365.findings.Account;
import ai.chronom.m365.findings.Candidate;
import ai.chronom.m365.findings.Inquiry;
import ai.chronom.m365.findings.Inspection;
import ai.chronom.m365.findings.Rule;
import ai.chronom.m365.findings.SkuLine;
import ai.chronom.m365.findings.Verdict;
import ai.chronom.m365.scan.CollectionName;
import ai.chronom.m365.scan.LicensedGroup;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** R33: a group that gives licenses to many who do not need them. */
public final class WastefulGroups implements Rule {
  static final About ABOUT =
      new About(
          "R33",
          "Licensed group that gives seats nobody needs",
          11,
          CollectionName.SUBSCRIBED_SKUS,
          CollectionName.USERS,
          CollectionName.GROUPS);

  @Override
  public About about() {
    return ABOUT;
  }

  private static final Set<String> IDLE = Set.of("R03", "R04", "R05", "R06");
  private static final int FEW = 5;

  @Override
  public Inspection inspect(Inquiry inquiry) {
    return new Groups(inquiry, new HashMap<>(), new HashMap<>());
  }

  private record Groups(Inquiry inquiry, Map<String, Integer> members, Map<String, Integer> idle)
      implements Inspection {
    @Override
    public void hear(Account account, List<Candidate> found) {
      boolean claimed =
          found.stream()
              .filter(one -> one.weight() == Candidate.Weight.CLAIM)
              .anyMatch(one -> IDLE.contains(one.about().id().value()));
      account.allSeats().stream()
          .flatMap(seat -> seat.seat().paths().stream())
          .flatMap(path -> Optional.ofNullable(path.groupId()).stream())
          .distinct()
          .forEach(
              group -> {
                members.merge(group, 1, Integer::sum);
                idle.merge(group, claimed ? 1 : 0, Integer::sum);
              });
    }

    @Override
    public List<Candidate> plan(List<SkuLine> lines) {
      return inquiry.directoryGaps().isEmpty()
          ? inquiry.snapshot().groups().stream()
              .filter(group -> !group.skus().isEmpty())
              .flatMap(group -> why(group).map(why -> candidate(group, why)).stream())
              .toList()
          : List.of();
    }

    private Optional<String> why(LicensedGroup group) {
      int all = members.getOrDefault(group.id(), 0);
      int unused = idle.getOrDefault(group.id(), 0);
      if (all == 0) {
        return Optional.of("Nobody gets a license from it: delete its licenses, or the group.");
      }
      if (unused >= FEW && unused * 2 >= all) {
        return Optional.of(
            "At least half of its members need no license: clean the group up once.");
      }
      String rule = group.membershipRule();
      return rule != null && !rule.toLowerCase(Locale.ROOT).contains("accountenabled")
          ? Optional.of(
              "Its rule takes disabled accounts in: add “and (user.accountEnabled -eq true)”.")
          : Optional.empty();
    }

    private Candidate candidate(LicensedGroup group, String why) {
      return new Draft(
              inquiry,
              ABOUT,
              group.id(),
              Objects.requireNonNullElse(group.displayName(), group.id()))
          .advice()
          .remedy(why)
          .fact("Members with a license", String.valueOf(members.getOrDefault(group.id(), 0)))
          .fact("Of these without need", String.valueOf(idle.getOrDefault(group.id(), 0)))
          .candidate();
    }

    @Override
    public Verdict verdict() {
      return inquiry.verdict(inquiry.sources().gaps(CollectionName.GROUPS));
    }
  }
}
