package ai.chronom.m365.findings.rule;

import ai.chronom.m365.findings.About;
import ai.chronom.m365.findings.Account;
import ai.chronom.m365.findings.Candidate;
import ai.chronom.m365.findings.Inquiry;
import ai.chronom.m365.findings.Inspection;
import ai.chronom.m365.findings.Rule;
import ai.chronom.m365.findings.Verdict;
import ai.chronom.m365.scan.CollectionName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** R35: small disorder around licenses that costs time rather than money. */
public final class LicenseHygiene implements Rule {
  static final About ABOUT =
      new About(
          "R35", "Hygiene without money", 11, CollectionName.SUBSCRIBED_SKUS, CollectionName.USERS);

  @Override
  public About about() {
    return ABOUT;
  }

  private static final int NAMED = 10;

  @Override
  public Inspection inspect(Inquiry inquiry) {
    return new Disorder(inquiry, new Heap(), new Heap(), new Heap(), new Repeats(), new Repeats());
  }

  /** How many, and the names of a few. */
  private static final class Heap {
    private final List<String> names = new ArrayList<>();
    private int count;

    void add(String name) {
      count++;
      if (names.size() < NAMED) {
        names.add(name);
      }
    }
  }

  private record Disorder(
      Inquiry inquiry,
      Heap nowhere,
      Heap unassigned,
      Heap doubled,
      Repeats employees,
      Repeats addresses)
      implements Inspection {
    @Override
    public void notice(Account account) {
      boolean person = account.user().accountEnabled() && account.identity().kind().person();
      if (!person || account.seats().isEmpty()) {
        return;
      }
      if (blank(account.user().usageLocation())) {
        nowhere.add(account.user().userPrincipalName());
      }
      if (blank(account.user().department())) {
        unassigned.add(account.user().userPrincipalName());
      }
      // An administrator's second account is R30's.
      if (account.traces().roles().isEmpty() && seenBefore(account)) {
        doubled.add(account.user().userPrincipalName());
      }
    }

    /** By employee id or by mail address; both are remembered. */
    private boolean seenBefore(Account account) {
      boolean employee =
          employees.again(Objects.requireNonNullElse(account.user().employeeId(), ""));
      boolean address = addresses.again(Objects.requireNonNullElse(account.user().mail(), ""));
      return employee || address;
    }

    private static boolean blank(@Nullable String text) {
      return text == null || text.isBlank();
    }

    @Override
    public List<Candidate> conclude() {
      List<Candidate> found = new ArrayList<>();
      if (nowhere.count > 0) {
        found.add(
            candidate(
                "usage-location",
                "Licensed accounts without usage location",
                nowhere,
                "Set the usage location: assignments of some services fail without it."));
      }
      if (unassigned.count > 0) {
        found.add(
            candidate(
                "department",
                "Licensed accounts without department",
                unassigned,
                "Fill in the department: only then can the cost be told by department."));
      }
      if (doubled.count > 0) {
        found.add(
            candidate(
                "second-account",
                "People with two licensed accounts",
                doubled,
                "Ask whether both accounts are needed: they share an employee id or a mail address."));
      }
      return found;
    }

    private Candidate candidate(String key, String subject, Heap heap, String remedy) {
      return new Draft(inquiry, ABOUT, key, subject)
          .advice()
          .remedy(remedy)
          .fact("Accounts", String.valueOf(heap.count))
          .fact("Among them", String.join(", ", heap.names))
          .candidate();
    }

    @Override
    public Verdict verdict() {
      return inquiry.verdict(List.of());
    }
  }
}
