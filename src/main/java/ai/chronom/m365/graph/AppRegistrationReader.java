package ai.chronom.m365.graph;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@link AppRegistration} from Graph's JSON; what has another shape than documented is
 * skipped.
 */
final class AppRegistrationReader {
  private static final Pattern THUMBPRINT = Pattern.compile("[0-9a-fA-F]{40}");
  private static final int MAX_PAGES = 50;

  private final Function<String, GraphAnswer> next;

  AppRegistrationReader(Function<String, GraphAnswer> next) {
    this.next = next;
  }

  AppRegistration read(List<GraphAnswer> answers) {
    GraphAnswer application = answers.get(0);
    return new AppRegistration(
        body(application).map(AppRegistrationReader::application),
        application.refusal() == RefusalKind.NOT_FOUND,
        body(answers.get(1)).flatMap(AppRegistrationReader::enterpriseApplication),
        list(answers.get(2), AppRegistrationReader::assignment),
        list(answers.get(3), AppRegistrationReader::grant),
        body(answers.get(4)).flatMap(service -> uuid(service, "id")));
  }

  private static Optional<JsonObject> body(GraphAnswer answer) {
    return answer.succeeded() ? Optional.of(answer.body()) : Optional.empty();
  }

  /** Empty also when a later page is missing: half a list would look like missing consent. */
  private <T> Optional<List<T>> list(GraphAnswer first, Function<JsonObject, Optional<T>> reader) {
    List<T> all = new ArrayList<>();
    GraphAnswer answer = first;
    for (int page = 1; page <= MAX_PAGES && answer.succeeded(); page++) {
      objects(answer.body(), "value").map(reader).flatMap(Optional::stream).forEach(all::add);
      String link = JsonText.string(answer.body(), "@odata.nextLink", "");
      if (link.isEmpty()) {
        return Optional.of(all);
      }
      answer = next.apply(link);
    }
    return Optional.empty();
  }

  private static AppRegistration.Application application(JsonObject json) {
    JsonObject spa = JsonText.child(json, "spa");
    JsonObject mobile = JsonText.child(json, "publicClient");
    return new AppRegistration.Application(
        JsonText.string(json, "displayName", ""),
        JsonText.string(json, "signInAudience", ""),
        strings(JsonText.child(json, "web"), "redirectUris").toList(),
        strings(spa, "redirectUris").toList(),
        strings(mobile, "redirectUris").toList(),
        objects(json, "requiredResourceAccess").flatMap(AppRegistrationReader::requested).toList(),
        Stream.concat(
                objects(json, "passwordCredentials").map(AppRegistrationReader::secret),
                objects(json, "keyCredentials").map(AppRegistrationReader::certificate))
            .toList());
  }

  private static Stream<AppRegistration.Requested> requested(JsonObject service) {
    Optional<UUID> serviceAppId = uuid(service, "resourceAppId");
    return objects(service, "resourceAccess")
        .flatMap(
            access ->
                serviceAppId
                    .flatMap(
                        owner ->
                            uuid(access, "id")
                                .map(
                                    id ->
                                        new AppRegistration.Requested(
                                            owner,
                                            id,
                                            JsonText.string(access, "type", "").equals("Role"))))
                    .stream());
  }

  private static AppRegistration.Secret secret(JsonObject json) {
    return new AppRegistration.Secret(
        JsonText.string(json, "hint", ""), time(json, "startDateTime"), time(json, "endDateTime"));
  }

  private static AppRegistration.Secret certificate(JsonObject json) {
    return new AppRegistration.Secret(
        thumbprint(JsonText.string(json, "customKeyIdentifier", "")),
        time(json, "startDateTime"),
        time(json, "endDateTime"));
  }

  /** Base64 of the thumbprint's bytes by the API's description, hex in Microsoft's own samples. */
  private static String thumbprint(String identifier) {
    if (THUMBPRINT.matcher(identifier).matches()) {
      return identifier.toUpperCase(Locale.ROOT);
    }
    try {
      return HexFormat.of().withUpperCase().formatHex(Base64.getDecoder().decode(identifier));
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static Optional<AppRegistration.EnterpriseApplication> enterpriseApplication(
      JsonObject json) {
    return uuid(json, "id")
        .map(
            id ->
                new AppRegistration.EnterpriseApplication(
                    id,
                    json.get("accountEnabled") != JsonValue.FALSE,
                    uuid(json, "appOwnerOrganizationId").orElse(null)));
  }

  private static Optional<AppRegistration.Assignment> assignment(JsonObject json) {
    return uuid(json, "resourceId")
        .flatMap(
            service ->
                uuid(json, "appRoleId")
                    .map(
                        role ->
                            new AppRegistration.Assignment(
                                service, JsonText.string(json, "resourceDisplayName", ""), role)));
  }

  /** The scopes are one string with blanks between, sometimes a leading one. */
  private static Optional<AppRegistration.Grant> grant(JsonObject json) {
    Set<String> scopes =
        Stream.of(JsonText.string(json, "scope", "").split("\\s+"))
            .filter(scope -> !scope.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
    return uuid(json, "resourceId")
        .map(
            service ->
                new AppRegistration.Grant(
                    service,
                    JsonText.string(json, "consentType", "").equals("AllPrincipals"),
                    scopes));
  }

  private static Stream<JsonObject> objects(JsonObject json, String key) {
    return JsonText.array(json, key).stream()
        .filter(JsonObject.class::isInstance)
        .map(JsonValue::asJsonObject);
  }

  private static Stream<String> strings(JsonObject json, String key) {
    JsonArray array = JsonText.array(json, key);
    return array.stream()
        .filter(JsonString.class::isInstance)
        .map(text -> ((JsonString) text).getString());
  }

  private static Optional<UUID> uuid(JsonObject json, String key) {
    try {
      String text = JsonText.string(json, key, "").toLowerCase(Locale.ROOT);
      return text.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static @Nullable Instant time(JsonObject json, String key) {
    try {
      String text = JsonText.string(json, key, "");
      return text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
