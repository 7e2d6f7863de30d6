package ai.chronom.m365.verification;

import ai.chronom.m365.permission.PermissionType;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A permission beyond the guide's.
 *
 * @param name Microsoft's name of it; its id when no name is known
 * @param roleId Microsoft's id of it; empty when only the name is known
 * @param service who owns it, such as Microsoft Graph; empty when not known
 * @param consented otherwise it is only configured
 * @param usedFor what we use it for, when it is one of the optional permissions; else empty
 * @param remedy what to click; empty when it may stay
 */
public record ExcessPermission(
    String name,
    String roleId,
    PermissionType type,
    String service,
    boolean consented,
    Access access,
    String usedFor,
    String remedy) {
  /** What a permission allows. */
  public enum Access {
    READ,
    /** It can change the tenant: the promise to read only is broken. */
    WRITE,
    /** Nobody knows its name. */
    UNKNOWN;

    /** The word on the wire. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** By its name: what does not say Read, or says more than Read, may change things. */
    static Access of(String name) {
      boolean reads = parts(name).anyMatch(part -> part.startsWith("Read"));
      boolean writes =
          parts(name).anyMatch(part -> part.matches(".*(Write|Manage|Control|Send).*"));
      return reads && !writes ? READ : WRITE;
    }

    /** The first part names the thing, the others what may be done with it. */
    private static Stream<String> parts(String name) {
      return Stream.of(name.split("[.]")).skip(1);
    }
  }

  /** Consented, and able to change the tenant. */
  public boolean breaksReadOnly() {
    return consented && access == Access.WRITE;
  }
}
