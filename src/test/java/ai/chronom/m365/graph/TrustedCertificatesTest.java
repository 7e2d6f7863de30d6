package ai.chronom.m365.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.chronom.m365.sandbox.Sandbox;
import ai.chronom.m365.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustedCertificatesTest {
  @TempDir Path directory;

  @Test
  void fileAddsToTheJdkAndReplacesNothing() {
    List<X509Certificate> jdk = issuers(Optional.empty());
    Path caFile;
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.in(directory))) {
      caFile = sandbox.caFile();
    }
    assertThat(issuers(Optional.of(caFile))).containsAll(jdk).hasSize(jdk.size() + 1);
    assertThat(jdk).isNotEmpty();
  }

  @Test
  void fileThatIsNoCertificateIsNamed() throws IOException {
    Path junk = Files.writeString(directory.resolve("junk.pem"), "not a certificate");
    assertThatThrownBy(() -> TrustedCertificates.of(Optional.of(junk)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("chronom.http.trusted-ca-file")
        .hasMessageContaining("junk.pem");
  }

  @Test
  void emptyFileIsNamed() throws IOException {
    Path empty = Files.writeString(directory.resolve("empty.pem"), "");
    assertThatThrownBy(() -> TrustedCertificates.of(Optional.of(empty)))
        .hasMessageContaining("empty.pem");
  }

  private static List<X509Certificate> issuers(Optional<Path> file) {
    return List.of(TrustedCertificates.of(file).manager().getAcceptedIssuers());
  }
}
