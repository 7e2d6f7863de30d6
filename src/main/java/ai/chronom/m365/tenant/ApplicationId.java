package ai.chronom.m365.tenant;

import java.util.Optional;
import java.util.UUID;

/** The application (client) ID of our app registration in the customer's tenant. */
public record ApplicationId(UUID value) {
  /** Blanks around the id are ignored. Empty when the text is not a GUID. */
  public static Optional<ApplicationId> parse(String text) {
    return TenantId.guid(text).map(ApplicationId::new);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
