package ai.chronom.m365.problem;

/**
 * What kinds of trouble a user can put right; the slug is stable and part of the public contract.
 */
public enum ProblemKind {
  INVALID_INPUT("invalid-input", "Some values need a correction"),
  NOT_SIGNED_IN("not-signed-in", "Sign in first"),
  ROLE_MISSING("role-missing", "Your role does not allow this"),
  NOT_FOUND("not-found", "There is nothing at this address"),
  TENANT_EXISTS("tenant-exists", "This tenant is connected already"),
  CREDENTIALS_REJECTED("credentials-rejected", "Entra rejected the credentials"),
  ENTRA_UNREACHABLE("entra-unreachable", "Entra could not be reached"),
  SECRET_UNREADABLE("secret-unreadable", "The stored secret cannot be opened"),
  VAULT_UNAVAILABLE("vault-unavailable", "The vault is not available"),
  KEY_IN_USE("key-in-use", "The master key is still needed"),
  KEY_NOT_EVERYWHERE("key-not-everywhere", "Not every node has this master key"),
  SCAN_RUNNING("scan-running", "A scan is running already"),
  VERIFICATION_RUNNING("verification-running", "A verification is running already"),
  NOT_READY("not-ready", "There is no result yet"),
  BODY_UNREADABLE("body-unreadable", "The request body is not readable JSON"),
  TOO_LARGE("too-large", "The request is too large"),
  METHOD_NOT_ALLOWED("method-not-allowed", "This address does not know that method"),
  MEDIA_TYPE_UNSUPPORTED("media-type-unsupported", "This media type is not supported"),
  NOT_ACCEPTABLE("not-acceptable", "This address has no answer of that media type"),
  CHANGED_MEANWHILE("changed-meanwhile", "Somebody else changed this meanwhile"),
  TOO_MANY_ATTEMPTS("too-many-attempts", "Too many attempts"),
  NOTIFICATION_FAILED("notification-failed", "The message did not arrive"),
  ADMIN_NEEDED("admin-needed", "Somebody must remain who can administrate"),
  OUTAGE("outage", "The service cannot answer now"),
  INCIDENT("incident", "Something went wrong on our side");

  private final String slug;
  private final String title;

  ProblemKind(String slug, String title) {
    this.slug = slug;
    this.title = title;
  }

  public String slug() {
    return slug;
  }

  public String title() {
    return title;
  }
}
