package ai.chronom.m365.audit;

import ai.chronom.m365.problem.FieldError;
import ai.chronom.m365.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the chain ends, or ended when somebody looked: the last event's position and link. Kept
 * elsewhere, it proves later that nothing up to it was cut off.
 *
 * @param position 0 when there is no event
 */
public record ChainHead(long position, String link) {
  /** What the first event is linked to. */
  static final ChainHead NOTHING = new ChainHead(0, "0".repeat(64));

  private static final Pattern POSITION = Pattern.compile("[0-9]{1,18}");
  private static final Pattern LINK = Pattern.compile("[0-9a-f]{64}");

  /** As somebody kept it; empty when nothing is given. Throws a {@link Problem}. */
  public static Optional<ChainHead> kept(@Nullable String position, @Nullable String link) {
    if ((position == null || position.isEmpty()) && (link == null || link.isEmpty())) {
      return Optional.empty();
    }
    List<FieldError> errors = new ArrayList<>();
    if (position == null || !POSITION.matcher(position).matches()) {
      errors.add(
          new FieldError("position", "The position of the head, a whole number, is expected."));
    }
    if (link == null || !LINK.matcher(link).matches()) {
      errors.add(
          new FieldError("link", "The head's link, 64 digits of lower-case hex, is expected."));
    }
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
    return Optional.of(
        new ChainHead(Long.parseLong(String.valueOf(position)), String.valueOf(link)));
  }

  @Override
  public String toString() {
    return position + ":" + link;
  }
}
