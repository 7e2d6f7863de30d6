package ai.chronom.m365.notification;

import ai.chronom.m365.problem.FieldError;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.verification.ChangeKind;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Rule} as somebody typed it.
 *
 * @param quietFrom such as 20:00; empty together with the other for no quiet hours
 * @param quietZone such as Europe/Berlin; UTC when empty
 * @param muted words of change kinds
 */
public record RuleForm(
    @Nullable String quietFrom,
    @Nullable String quietTo,
    @Nullable String quietZone,
    boolean urgentPasses,
    List<String> muted) {
  public RuleForm {
    muted = List.copyOf(muted);
  }

  /** Throws a {@link Problem} that names the fields. */
  Rule checked() {
    List<FieldError> errors = new ArrayList<>();
    Optional<LocalTime> from = time("quietFrom", quietFrom, errors);
    Optional<LocalTime> to = time("quietTo", quietTo, errors);
    ZoneId zone = zone(errors);
    Set<ChangeKind> kinds = kinds(errors);
    if (errors.isEmpty() && from.isPresent() != to.isPresent()) {
      errors.add(
          new FieldError(
              from.isPresent() ? "quietTo" : "quietFrom",
              "Enter both times, or none for no quiet hours."));
    }
    if (errors.isEmpty() && from.isPresent() && from.equals(to)) {
      errors.add(new FieldError("quietTo", "Enter an end that differs from the beginning."));
    }
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
    QuietHours quiet =
        from.isPresent() && to.isPresent() ? new QuietHours(from.get(), to.get(), zone) : null;
    return new Rule(quiet, urgentPasses, kinds);
  }

  private static Optional<LocalTime> time(
      String field, @Nullable String text, List<FieldError> errors) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalTime.parse(text.strip()).withSecond(0).withNano(0));
    } catch (DateTimeException e) {
      errors.add(new FieldError(field, "A time such as 20:00 is expected."));
      return Optional.empty();
    }
  }

  private ZoneId zone(List<FieldError> errors) {
    try {
      return ZoneId.of(quietZone == null || quietZone.isBlank() ? "UTC" : quietZone.strip());
    } catch (DateTimeException e) {
      errors.add(new FieldError("quietZone", "A time zone such as Europe/Berlin is expected."));
      return ZoneId.of("UTC");
    }
  }

  private Set<ChangeKind> kinds(List<FieldError> errors) {
    Set<ChangeKind> kinds = EnumSet.noneOf(ChangeKind.class);
    for (String word : muted) {
      Optional<ChangeKind> kind =
          Arrays.stream(ChangeKind.values()).filter(each -> each.word().equals(word)).findFirst();
      if (kind.isEmpty()) {
        errors.add(new FieldError("muted", "Kinds of changes are expected, another word came."));
      }
      kind.ifPresent(kinds::add);
    }
    return kinds;
  }
}
