package ai.chronom.m365.vault;

import java.util.Locale;

/** What our app proves itself by in a tenant. Names are stored: add, never rename. */
public enum CredentialKind {
  CLIENT_SECRET,
  CERTIFICATE;

  /** The word on the wire: lower-kebab. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What its sealed value is bound to besides the table. */
  String column() {
    return this == CLIENT_SECRET ? "sealed" : "certificate_key";
  }
}
