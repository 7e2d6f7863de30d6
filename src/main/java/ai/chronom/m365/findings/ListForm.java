package ai.chronom.m365.findings;

import ai.chronom.m365.problem.FieldError;
import ai.chronom.m365.problem.Problem;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * New entries of a list as somebody typed them, unchecked.
 *
 * @param kind {@code account} when absent
 * @param members one per item
 * @param until last day on the list, ISO; for good when absent
 */
public record ListForm(
    @Nullable String list,
    @Nullable String kind,
    @Nullable List<String> members,
    @Nullable String note,
    @Nullable String until) {
  public static final int MEMBERS_MAX = 500;
  private static final int MEMBER_MAX_CHARS = 320;
  private static final int NOTE_MAX_CHARS = 200;
  private static final Pattern ACCOUNT =
      Pattern.compile("[^\\s@]+@[^\\s@]+|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  /** What was typed, checked. */
  record Entered(
      PeopleList list,
      MemberKind kind,
      Set<String> members,
      String note,
      @Nullable LocalDate until) {
    Entered {
      members = Set.copyOf(members);
    }
  }

  /** Throws a {@link Problem} that names each wrong field. */
  Entered entered(LocalDate today) {
    List<FieldError> errors = new ArrayList<>();
    Optional<PeopleList> known = PeopleList.find(text(list));
    if (known.isEmpty()) {
      errors.add(new FieldError("list", "protected, on-leave, frontline or leaver expected."));
    }
    Optional<MemberKind> by =
        text(kind).isEmpty() ? Optional.of(MemberKind.ACCOUNT) : MemberKind.find(text(kind));
    if (by.isEmpty()) {
      errors.add(new FieldError("kind", "account, department or employee-type expected."));
    }
    Set<String> names = members(by.orElse(MemberKind.DEPARTMENT), errors);
    String why = note(errors);
    boolean leaver = known.filter(PeopleList.LEAVER::equals).isPresent();
    LocalDate last = until(leaver ? LocalDate.MIN : today, errors);
    if (leaver) {
      requireLeaver(by, errors);
    }
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
    return new Entered(known.orElseThrow(), by.orElseThrow(), names, why, last);
  }

  /** A department does not leave, and nobody leaves without a day. */
  private void requireLeaver(Optional<MemberKind> by, List<FieldError> errors) {
    if (by.isPresent() && by.get() != MemberKind.ACCOUNT) {
      errors.add(new FieldError("kind", "Leavers are named by account."));
    }
    if (text(until).isEmpty()) {
      errors.add(new FieldError("until", "The last day of work is expected."));
    }
  }

  private Set<String> members(MemberKind by, List<FieldError> errors) {
    Set<String> names = new LinkedHashSet<>();
    for (String given : members == null ? List.<String>of() : members) {
      String name = text(given).toLowerCase(Locale.ROOT);
      if (name.isEmpty()) {
        continue;
      }
      if (name.length() > MEMBER_MAX_CHARS || name.chars().anyMatch(Character::isISOControl)) {
        errors.add(
            new FieldError(
                "members", "Names of at most 320 characters on one line each expected."));
        return names;
      }
      if (by == MemberKind.ACCOUNT && !ACCOUNT.matcher(name).matches()) {
        errors.add(
            new FieldError(
                "members", "A user principal name or an object id expected, " + name + " given."));
        return names;
      }
      names.add(name);
    }
    if (names.isEmpty() || names.size() > MEMBERS_MAX) {
      errors.add(
          new FieldError(
              "members", "1 to " + MEMBERS_MAX + " names expected, " + names.size() + " given."));
    }
    return names;
  }

  private String note(List<FieldError> errors) {
    String why = text(note);
    if (why.length() > NOTE_MAX_CHARS || why.chars().anyMatch(Character::isISOControl)) {
      errors.add(
          new FieldError(
              "note", "At most " + NOTE_MAX_CHARS + " characters on one line expected."));
    }
    return why;
  }

  private @Nullable LocalDate until(LocalDate today, List<FieldError> errors) {
    if (text(until).isEmpty()) {
      return null;
    }
    try {
      LocalDate day = LocalDate.parse(text(until));
      if (day.isBefore(today)) {
        errors.add(new FieldError("until", "Today or a later day expected, " + day + " given."));
      }
      return day;
    } catch (DateTimeParseException e) {
      errors.add(new FieldError("until", "A date such as 2027-12-31 is expected."));
      return null;
    }
  }

  private static String text(@Nullable String given) {
    return given == null ? "" : given.strip();
  }
}
