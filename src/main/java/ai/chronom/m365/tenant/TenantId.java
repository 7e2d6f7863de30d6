package ai.chronom.m365.tenant;

import ai.chronom.m365.problem.Problem;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The directory (tenant) ID that Entra gave the customer. Written in lower case. */
public record TenantId(UUID value) {
  private static final Pattern GUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /** Blanks around the id are ignored. Empty when the text is not a GUID. */
  public static Optional<TenantId> parse(String text) {
    return guid(text).map(TenantId::new);
  }

  /** The id of a page or REST address: what is not a GUID cannot exist. */
  public static TenantId ofAddress(String text) {
    return parse(text).orElseThrow(() -> Problem.notFound("The tenant"));
  }

  static Optional<UUID> guid(String text) {
    String trimmed = text.strip();
    return GUID.matcher(trimmed).matches()
        ? Optional.of(UUID.fromString(trimmed.toLowerCase(Locale.ROOT)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
