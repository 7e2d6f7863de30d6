package ai.chronom.m365.onboarding;

import ai.chronom.m365.problem.FieldError;
import ai.chronom.m365.tenant.ApplicationId;
import ai.chronom.m365.tenant.Cloud;
import ai.chronom.m365.tenant.Clouds;
import ai.chronom.m365.tenant.Tenant;
import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.vault.ClientSecret;
import ai.chronom.m365.vault.SecretShape;
import java.net.IDN;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads single fields and collects what is wrong with them. Empty means: there is no usable value,
 * and the errors say why.
 */
final class FieldCheck {
  /** The longest domain name (RFC 1035). */
  private static final int DOMAIN_MAX_CHARS = 253;

  private static final int SECRET_MAX_MONTHS = 24;
  private static final UUID NIL = new UUID(0, 0);
  private static final Pattern DOMAIN =
      Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?[.])+[a-z][a-z0-9-]{0,61}[a-z0-9]");
  private static final Map<SecretShape, String> SECRET_TROUBLE =
      Map.of(
          SecretShape.EMPTY,
          "Enter the client secret.",
          SecretShape.TOO_SHORT,
          "This is too short for a client secret: copy the whole Value column.",
          SecretShape.TOO_LONG,
          "This is too long for a client secret: copy only the Value column.",
          SecretShape.SECRET_ID,
          "That is the Secret ID; copy the Value column. If the value is no longer shown, create a"
              + " new secret.",
          SecretShape.MASK,
          "That is only a mask; enter the secret itself. If it is no longer shown, create a new"
              + " one.",
          SecretShape.BROKEN_TEXT,
          "A client secret has no blanks or line breaks inside: copy the Value column once more.");

  private final List<FieldError> errors = new ArrayList<>();

  List<FieldError> errors() {
    return errors;
  }

  Optional<String> name(@Nullable String typed) {
    String name = cleaned(typed);
    if (name.isEmpty()) {
      return wrong(TenantForm.NAME, "Enter a name for the tenant.");
    }
    if (name.length() > Tenant.NAME_MAX_CHARS) {
      return wrong(
          TenantForm.NAME,
          "At most "
              + Tenant.NAME_MAX_CHARS
              + " characters expected, "
              + name.length()
              + " given.");
    }
    if (name.codePoints().anyMatch(FieldCheck::isNoText)) {
      return wrong(
          TenantForm.NAME, "The name holds characters that cannot be shown; type it anew.");
    }
    return Optional.of(name);
  }

  /** Control characters, broken pairs, and signs that make text read in another order. */
  private static boolean isNoText(int c) {
    return Character.isISOControl(c)
        || Character.getType(c) == Character.SURROGATE
        || Character.getType(c) == Character.LINE_SEPARATOR
        || Character.getType(c) == Character.PARAGRAPH_SEPARATOR
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069);
  }

  Optional<TenantReference> tenant(@Nullable String typed) {
    String text = cleaned(typed);
    if (text.isEmpty()) {
      return wrong(
          TenantForm.TENANT_ID,
          "Enter the directory (tenant) ID from the overview of the app registration.");
    }
    Optional<TenantId> id = TenantId.parse(text);
    if (id.isPresent()) {
      return id.get().value().equals(NIL)
          ? wrong(TenantForm.TENANT_ID, "This ID is all zeros: copy the directory (tenant) ID.")
          : id.map(TenantReference.ById::new);
    }
    if (text.contains("@")) {
      return wrong(
          TenantForm.TENANT_ID,
          "That is an account's name: enter the directory (tenant) ID, or only the domain after"
              + " the @.");
    }
    return domain(text).map(TenantReference.ByDomain::new);
  }

  private Optional<String> domain(String text) {
    if (text.length() <= DOMAIN_MAX_CHARS) {
      String domain = ascii(text);
      if (DOMAIN.matcher(domain).matches()) {
        return Optional.of(domain);
      }
    }
    return wrong(
        TenantForm.TENANT_ID,
        "A directory (tenant) ID looks like 00000000-0000-0000-0000-000000000000, with the digits"
            + " 0-9 and a-f; a domain of the tenant such as contoso.com is fine, too.");
  }

  private static String ascii(String text) {
    try {
      return IDN.toASCII(text).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  Optional<ApplicationId> application(@Nullable String typed) {
    String text = cleaned(typed);
    if (text.isEmpty()) {
      return wrong(
          TenantForm.APPLICATION_ID,
          "Enter the application (client) ID from the overview of the app registration.");
    }
    Optional<ApplicationId> id = ApplicationId.parse(text);
    if (id.isEmpty()) {
      return wrong(
          TenantForm.APPLICATION_ID,
          "An application (client) ID looks like 00000000-0000-0000-0000-000000000000, with the"
              + " digits 0-9 and a-f.");
    }
    if (id.get().value().equals(NIL)) {
      return wrong(
          TenantForm.APPLICATION_ID, "This ID is all zeros: copy the application (client) ID.");
    }
    return id;
  }

  /** The same ID twice: one of them was pasted into the wrong field. */
  void different(TenantReference tenant, ApplicationId application) {
    if (tenant instanceof TenantReference.ById byId
        && byId.tenantId().value().equals(application.value())) {
      wrong(
          TenantForm.APPLICATION_ID,
          "This is the same as the tenant ID: the overview of the app registration shows both,"
              + " Application (client) ID and Directory (tenant) ID.");
    }
  }

  Optional<ClientSecret> secret(@Nullable ClientSecret typed) {
    SecretShape shape = typed == null ? SecretShape.EMPTY : typed.shape();
    String trouble = SECRET_TROUBLE.get(shape);
    return trouble == null
        ? Optional.ofNullable(typed)
        : wrong(CredentialForm.CLIENT_SECRET, trouble);
  }

  Optional<Cloud> cloud(@Nullable String typed, Clouds clouds) {
    String id = cleaned(typed);
    Optional<Cloud> cloud = clouds.find(id.isEmpty() ? Clouds.DEFAULT_ID : id);
    if (cloud.isPresent()) {
      return cloud;
    }
    String known = clouds.all().stream().map(Cloud::id).collect(Collectors.joining(", "));
    return wrong(TenantForm.CLOUD, "This cloud is unknown; known are: " + known + ".");
  }

  /** Empty also when the field was left out, which is no error. */
  Optional<LocalDate> expiry(@Nullable String typed, LocalDate today) {
    String text = cleaned(typed);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    LocalDate day;
    try {
      day = LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      return wrong(CredentialForm.SECRET_EXPIRES_ON, "A date such as 2027-12-31 is expected.");
    }
    if (day.isBefore(today)) {
      return wrong(
          CredentialForm.SECRET_EXPIRES_ON,
          "This secret expired on " + day + ": create a new one and enter its value and date.");
    }
    if (day.isAfter(today.plusMonths(SECRET_MAX_MONTHS))) {
      return wrong(
          CredentialForm.SECRET_EXPIRES_ON,
          "Entra's secrets last "
              + SECRET_MAX_MONTHS
              + " months at most: a day up to "
              + today.plusMonths(SECRET_MAX_MONTHS)
              + " is expected.");
    }
    return Optional.of(day);
  }

  private <T> Optional<T> wrong(String field, String message) {
    errors.add(new FieldError(field, message));
    return Optional.empty();
  }

  /** Without the blanks and invisible signs that copying from a page brings along. */
  private static String cleaned(@Nullable String typed) {
    if (typed == null) {
      return "";
    }
    int start = 0;
    int end = typed.length();
    while (start < end && isBlank(typed.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(typed.charAt(end - 1))) {
      end--;
    }
    return typed.substring(start, end);
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200B' || c == '\uFEFF';
  }
}
