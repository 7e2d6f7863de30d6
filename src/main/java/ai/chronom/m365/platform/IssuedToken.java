package ai.chronom.m365.platform;

/** A new API token, the only time that its text is known. */
public record IssuedToken(String id, String name, String role, String token) {
  /** Without the token: this may reach a log. */
  @Override
  public String toString() {
    return "IssuedToken[" + name + ", " + role + "]";
  }
}
