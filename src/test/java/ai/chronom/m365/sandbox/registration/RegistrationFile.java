package ai.chronom.m365.sandbox.registration;

import ai.chronom.m365.sandbox.wire.OwnerOnly;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The registration as a JSON file that only its owner may read; written whole, never half. */
final class RegistrationFile {
  private static final String NAME = "sandbox-registration.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path path;

  RegistrationFile(Path directory) {
    this.path = directory.resolve(NAME);
  }

  record Content(
      String tenantId,
      String applicationId,
      String applicationObjectId,
      String servicePrincipalId,
      String graphServicePrincipalId,
      String createdAt,
      List<StoredSecret> secrets,
      List<String> everIssued,
      @Nullable List<StoredCertificate> certificates,
      List<String> configured,
      Map<String, String> granted,
      Map<Switch, Boolean> switches,
      @Nullable Profile profile) {}

  record StoredSecret(String keyId, String displayName, String value, String start, String end) {}

  record StoredCertificate(String keyId, String displayName, String base64) {}

  Optional<Registration> read(Clock clock) {
    if (Files.notExists(path)) {
      return Optional.empty();
    }
    try {
      return Optional.of(restore(JSON.readValue(path.toFile(), Content.class), clock));
    } catch (IOException e) {
      throw new UncheckedIOException("the sandbox cannot read " + path, e);
    }
  }

  private Registration restore(Content content, Clock clock) {
    Registration registration =
        new Registration(
            this,
            clock,
            new Registration.Identity(
                content.tenantId,
                content.applicationId,
                content.applicationObjectId,
                content.servicePrincipalId,
                content.graphServicePrincipalId,
                Instant.parse(content.createdAt)));
    for (StoredSecret each : content.secrets) {
      Instant start = Instant.parse(each.start);
      Instant end = Instant.parse(each.end);
      registration.secrets.put(
          each.keyId, new Secret(each.keyId, each.displayName, each.value, start, end));
    }
    registration.everIssued.addAll(content.everIssued);
    if (content.certificates != null) {
      content.certificates.forEach(
          each ->
              registration.certificates.put(
                  each.keyId,
                  new KeyCredential(
                      each.keyId, each.displayName, KeyCredential.read(each.base64))));
    }
    content.configured.forEach(id -> Permissions.byId(id).ifPresent(registration.configured::add));
    content.granted.forEach(
        (id, at) ->
            Permissions.byId(id).ifPresent(p -> registration.granted.put(p, Instant.parse(at))));
    registration.switches.putAll(content.switches);
    if (content.profile != null) {
      registration.profile = content.profile;
    }
    return registration;
  }

  void write(Registration registration) {
    Registration.Identity identity = registration.identity;
    Content content =
        new Content(
            identity.tenantId(),
            identity.applicationId(),
            identity.applicationObjectId(),
            identity.servicePrincipalId(),
            identity.graphServicePrincipalId(),
            identity.createdAt().toString(),
            registration.secrets.values().stream().map(RegistrationFile::stored).toList(),
            List.copyOf(registration.everIssued),
            registration.certificates.values().stream()
                .map(each -> new StoredCertificate(each.keyId(), each.displayName(), each.base64()))
                .toList(),
            registration.configured.stream().map(Permission::id).toList(),
            registration.granted.entrySet().stream()
                .collect(Collectors.toMap(e -> e.getKey().id(), e -> e.getValue().toString())),
            registration.switches,
            registration.profile);
    try {
      Path next = path.resolveSibling(NAME + ".next");
      JSON.writerWithDefaultPrettyPrinter().writeValue(next.toFile(), content);
      OwnerOnly.protect(next);
      Files.move(next, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("the sandbox cannot write " + path, e);
    }
  }

  private static StoredSecret stored(Secret secret) {
    return new StoredSecret(
        secret.keyId(),
        secret.displayName(),
        secret.value(),
        secret.start().toString(),
        secret.end().toString());
  }
}
