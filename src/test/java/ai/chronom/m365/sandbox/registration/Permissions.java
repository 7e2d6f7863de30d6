package ai.chronom.m365.sandbox.registration;

import ai.chronom.m365.sandbox.wire.Lines;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Every permission that the portal page knows, the guide's fourteen first. */
public final class Permissions {
  public static final List<Permission> ALL =
      Lines.of("permissions.txt").stream().map(Permissions::parse).toList();
  public static final List<Permission> REQUIRED =
      ALL.stream().filter(Permission::required).toList();

  private Permissions() {}

  public static Optional<Permission> byId(String id) {
    return ALL.stream().filter(permission -> permission.id().equals(id)).findFirst();
  }

  /** The application role of that name. */
  public static Permission role(String value) {
    return find(value, Permission.Kind.APPLICATION);
  }

  /** The delegated scope of that name. */
  public static Permission scope(String value) {
    return find(value, Permission.Kind.DELEGATED);
  }

  private static Permission find(String value, Permission.Kind kind) {
    return ALL.stream()
        .filter(permission -> permission.value().equals(value) && permission.kind() == kind)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no " + kind + " permission " + value));
  }

  private static Permission parse(String line) {
    String[] part = line.split(" ", 5);
    Permission.Kind kind = Permission.Kind.valueOf(part[1].toUpperCase(Locale.ROOT));
    return new Permission(part[2], kind, part[3], part[4], part[0].equals("required"));
  }
}
